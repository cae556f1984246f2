"""Every file that holds a record, a code or a name is its owner's alone, even where the system would let all read it."""

import os
import stat

import pytest

from rightdoor import records, roster
from rightdoor.cli import main
from rightdoor.records import Event, Log
from rightdoor.server.home import JupyterHome

LEARNER = "class-abc234"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a record, in a process that forbids nothing by itself."""
    old = os.umask(0)
    monkeypatch.setenv("RIGHTDOOR_STORE", str(tmp_path / "kept" / "events.sqlite"))
    log = Log()
    log.append(Event("answered", LEARNER, "police-lookup", "w-1", step="tier", attempt=1, response="none", score=0.0))
    yield tmp_path
    log.close()
    os.umask(old)


def open_to_others(*paths):
    """Those of the paths, and of the files in them, on which anybody but the owner has a right."""
    every = [inner for path in paths for inner in [path, *path.rglob("*")]]
    assert all(path.exists() for path in every)
    inside = {
        path for path in every if any(stat.S_IMODE(p.stat().st_mode) & 0o077 == 0 for p in path.parents if p in every)
    }
    return [path for path in every if path not in inside and stat.S_IMODE(path.stat().st_mode) & 0o077]


def test_the_record_and_what_lies_beside_it(folder):
    records.local_code()
    assert len(list((folder / "kept").iterdir())) >= 3
    assert not open_to_others(folder / "kept")
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in (folder / "kept").iterdir())


@pytest.mark.parametrize("form", ["jsonl", "csv", "xapi"])
def test_what_is_exported(folder, form):
    assert main(["records", "export", "--as", form, "--out", str(folder / "out")]) == 0
    assert not open_to_others(folder / "out")


def test_a_roster(folder):
    (folder / "names.txt").write_text("王丽\n")
    assert main(["records", "roster", str(folder / "names.txt"), "--out", str(folder / "class.csv")]) == 0
    assert [p.name for p in roster.read(folder / "class.csv").people] == ["王丽"] and not open_to_others(
        folder / "class.csv"
    )


def test_a_report_which_may_hold_a_name(folder):
    assert main(["--lang", "en", "report", "trainee", "--learner", LEARNER, "--out", str(folder / "reports")]) == 0
    made = sorted((folder / "reports").iterdir())
    assert {path.suffix for path in made} >= {".html", ".ipynb"} and not open_to_others(*made)


def test_the_folder_in_which_a_server_keeps_its_keys(folder):
    home = JupyterHome("en")
    try:
        assert not open_to_others(home.folder)
    finally:
        home.remove()
