"""The event log: kept whatever happens, private, idempotent, and forgotten for good when asked."""

import json
import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from rightdoor import records
from rightdoor.records import Event, Log, StoreError

LIB = str(Path(records.__file__).resolve().parents[2])


def event(**changes):
    return Event(
        **{
            "kind": "answered",
            "learner": "local-abc234",
            "case": "police-lookup",
            "walk": "w-1",
            "step": "tier",
            "attempt": 1,
            "response": "serious",
            "offered": ("none", "serious"),
            "score": 1.0,
            **changes,
        }
    )


def run(code, *arguments, **options):
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": LIB},
        timeout=60,
        **options,
    )


@pytest.fixture
def store(tmp_path):
    return tmp_path / "kept" / "events.sqlite"


# ---- what goes in comes out --------------------------------------------------------------------------------


def test_an_event_comes_back_as_it_went_in(store):
    whole = event(
        response=["a", "b"], certainty="guess", seconds=2.5, version="0f", seed="7", snapshot="ab", lang="zh-Hans"
    )
    Log(store).append(whole)
    assert Log(store).events() == [whole]


def test_the_same_event_is_kept_once(store):
    log, once = Log(store), event()
    log.append(once)
    log.append(once)
    assert log.events() == [once]


def test_events_are_found_by_learner_case_and_walk(store):
    log = Log(store)
    for learner, case, walk in (("a-1", "x", "w1"), ("a-1", "y", "w2"), ("b-2", "x", "w3")):
        log.append(event(learner=learner, case=case, walk=walk))
    assert [e.walk for e in log.events(learner="a-1")] == ["w1", "w2"]
    assert [e.walk for e in log.events(case="x")] == ["w1", "w3"]
    assert [e.walk for e in log.events(walk="w2")] == ["w2"]


def test_the_last_walk_is_the_one_begun_last(store):
    log = Log(store)
    for walk in ("w1", "w2"):
        log.append(event(kind="started", walk=walk, step="", response={"count": 25}))
        log.append(event(walk=walk))
    assert [e.kind for e in log.last_walk("local-abc234", "police-lookup")] == ["started", "answered"]
    assert {e.walk for e in log.last_walk("local-abc234", "police-lookup")} == {"w2"}
    assert log.last_walk("nobody-1", "police-lookup") == []


@pytest.mark.parametrize(
    "changes",
    [
        {"response": "她叫林某，住在三号楼"},
        {"learner": "Lin Xiao"},
        {"step": "two words"},
        {"offered": ("a b",)},
        {"score": 2},
        {"kind": "shouted"},
        {"attempt": -1},
        {"response": 1.5},
        {"at": "yesterday"},
        {"certainty": "very"},
        {"response": {"a": "b c"}},
        {"seconds": float("nan")},
    ],
)
def test_names_and_sentences_do_not_get_in(changes):
    with pytest.raises(ValueError):
        event(**changes)


# ---- where it is, and whose --------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the user's folder private by its own means")
def test_only_the_owner_can_read_it(store):
    old = os.umask(0)
    try:
        log = Log(store)
        log.append(event())
        names = [store.parent, store, *store.parent.glob("events.sqlite-*")]
        assert len(names) >= 3
        assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in names)
    finally:
        os.umask(old)


def test_the_environment_says_where(store, monkeypatch):
    monkeypatch.setenv("RIGHTDOOR_STORE", str(store))
    Log().append(event())
    assert store.exists()
    assert records.local_code() == (store.parent / "learner-code.txt").read_text().strip()


def test_a_single_user_keeps_one_code(store):
    code = records.local_code(store)
    assert code.startswith("local-") and len(code) == 12
    assert records.local_code(store) == code


def test_a_page_that_imports_records_does_not_load_the_database():
    done = run("import sys, rightdoor.records; print(sorted({'sqlalchemy', 'sqlite3', 'pandas'} & set(sys.modules)))")
    assert done.stdout.strip() == "[]", done.stderr


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path):
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0o555)
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(folder.stat().st_mode | 0o055)
    done = run(
        """
import os, sys
import rightdoor.records.store
from rightdoor.records import Log, StoreError
if hasattr(os, "setuid") and os.geteuid() == 0:
    os.setuid(65534)  # permissions do not bind root: go on as nobody
try:
    Log(sys.argv[1])
except StoreError as error:
    print(error.problem.says.en, error.problem.cure.en)
""",
        shut / "events.sqlite",
    )
    assert "cannot be written" in done.stdout and "RIGHTDOOR_STORE" in done.stdout, done.stderr


def test_a_folder_where_the_file_should_be_is_said_plainly(tmp_path):
    with pytest.raises(StoreError) as caught:
        Log(tmp_path)
    assert "cannot be written" in caught.value.problem.says.en


def test_a_wrong_database_url_is_said_without_its_password():
    with pytest.raises(StoreError) as caught:
        Log("postgresql+psycopg://teacher:secret@127.0.0.1:1/none")
    assert "secret" not in str(caught.value)
    with pytest.raises(StoreError):
        Log("nonsense://teacher:secret@host/db")


# ---- migrations --------------------------------------------------------------------------------------------


def test_migrations_are_recorded_and_a_newer_store_is_refused(store):
    Log(store).close()
    with sqlite3.connect(store) as raw:
        assert [row[0] for row in raw.execute("SELECT name FROM migrations")] == ["m001_events"]
        raw.execute("INSERT INTO migrations VALUES ('m999_later', '2030-01-01')")
    raw.close()
    with pytest.raises(StoreError) as caught:
        Log(store)
    assert "newer version" in caught.value.problem.says.en


# ---- kept whatever happens ---------------------------------------------------------------------------------

WRITER = """
import sys
from rightdoor.records import Event, Log
log = Log(sys.argv[1])
for n in range(int(sys.argv[3])):
    event = Event("answered", "local-abc234", "police-lookup", f"w-{sys.argv[2]}", response=n)
    log.append(event)
    print(event.id, flush=True)
"""


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(store):
    Log(store).close()
    acknowledged, pick = set(), random.Random(5)
    for walk in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(store), str(walk), "100000"],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": LIB},
        )
        for _ in range(pick.randint(1, 60)):
            acknowledged.add(process.stdout.readline().strip())
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        acknowledged |= {line.strip() for line in process.stdout.read().split("\n") if len(line) == 36}
        process.wait()
        process.stdout.close()
    log = Log(store)
    assert log.report is None
    assert acknowledged <= {e.id for e in log.events()}


def test_several_writers_lose_and_double_nothing(store):
    """They also open a store that is not there yet, all at once."""
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(store), str(n), "40"],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": LIB},
        )
        for n in range(4)
    ]
    acknowledged = [line for writer in writers for line in writer.communicate(timeout=60)[0].split()]
    assert [writer.returncode for writer in writers] == [0] * 4
    assert sorted(acknowledged) == sorted(e.id for e in Log(store).events())
    assert len(acknowledged) == 160


def filled(store, count=300):
    log = Log(store)
    for n in range(count):
        log.append(event(walk=f"w-{n}"))
    log.close()
    return store.read_bytes()


def test_a_file_that_is_no_database_is_set_aside_untouched(store):
    store.parent.mkdir()
    store.write_bytes(b"this was once a spreadsheet " * 100)
    log = Log(store)
    (kept,) = store.parent.glob("events.damaged-*.sqlite")
    assert kept.read_bytes() == b"this was once a spreadsheet " * 100
    assert kept.name in log.report.en and "0 events" in log.report.en
    log.append(event())
    assert len(log.events()) == 1


def test_what_can_be_read_of_a_damaged_file_is_recovered(store):
    whole = bytearray(filled(store))
    page = 4096
    middle = len(whole) // page // 2 * page
    whole[middle : middle + page] = b"\xff" * page
    store.write_bytes(whole)
    log = Log(store)
    recovered = log.events()
    assert 100 <= len(recovered) <= 300
    assert f"{len(recovered)} events" in log.report.en
    assert all(e == event(walk=e.walk, id=e.id, at=e.at) for e in recovered)


def test_a_torn_file_is_set_aside_and_the_next_one_gets_another_name(store):
    whole = filled(store)
    for times in (1, 2):
        for side in store.parent.glob("events.sqlite-*"):
            side.unlink()
        torn = whole[: len(whole) // 2 + 100]
        store.write_bytes(torn)
        log = Log(store)
        kept = list(store.parent.glob("events.damaged-*.sqlite"))
        assert len(kept) == times and all(path.read_bytes() == torn for path in kept)
        log.close()


# ---- handing in, merging, forgetting -----------------------------------------------------------------------


def test_the_same_file_merged_twice_adds_nothing(store, tmp_path):
    ours, out = Log(store), tmp_path / "hand-in.jsonl"
    for n in range(5):
        ours.append(event(walk=f"w-{n}"))
    assert ours.export(out) == 5
    theirs = Log(tmp_path / "class.sqlite")
    assert (theirs.merge(out).added, theirs.merge(out)) == (5, records.Merged(0, 5, ()))
    assert theirs.events() == ours.events()
    with pytest.raises(StoreError):
        ours.export(out)


def test_bad_lines_are_named_and_good_ones_kept(store, tmp_path):
    good = json.dumps(event().row)
    path = tmp_path / "mixed.jsonl"
    path.write_text(
        "\n".join(
            [
                good,
                "{broken",
                "[1]",
                json.dumps({**event().row, "name": "Lin"}),
                json.dumps({**event().row, "response": "a whole sentence"}),
                "[" * 100_000,
                "",
            ]
        ),
        encoding="utf-8",
    )
    merged = Log(store).merge(path)
    assert (merged.added, [p.place for p in merged.problems]) == (1, [f"mixed.jsonl:{n}" for n in (2, 3, 4, 5, 6)])


def test_forgetting_leaves_no_byte_of_the_code(store):
    log = Log(store)
    for n in range(50):
        log.append(event(learner="local-zzz999", walk=f"w-{n}"))
        log.append(event(learner="other-1", walk=f"v-{n}"))
    files = lambda: b"".join(p.read_bytes() for p in store.parent.glob("events.sqlite*"))  # noqa: E731
    assert b"local-zzz999" in files()
    done = log.forget("local-zzz999")
    assert done.events == 50 and "Backups" in done.says.en
    assert b"local-zzz999" not in files()
    assert len(log.events()) == 50
    log.append(event())


def test_forgetting_the_local_code_makes_a_new_one(store):
    code, log = records.local_code(store), Log(store)
    log.append(event(learner=code))
    log.forget(code)
    assert records.local_code(store) != code


# ---- with a walk -------------------------------------------------------------------------------------------


def test_a_walk_comes_back_from_the_log(store, book):
    from rightdoor import cases, feedback

    walk = cases.begin(cases.load("police-lookup", book), 3)
    log, code = Log(store), "local-abc234"
    begun = records.started(walk, code, "zh-Hans")
    log.append(begun)
    for response in ("blame", "danger", ["who", "what"], "police_officer"):
        told = feedback.judge(walk, response)
        log.append(records.answered(walk, response, code, "zh-Hans", begun.walk, told, seconds=1.5))
        walk = walk.take(response)
    log.append(records.marked("hint", walk, code, "en", begun.walk))
    log.append(records.marked("back", walk, code, "en", begun.walk))
    walk = walk.back()
    again = cases.replay(walk.case, "0", log.last_walk(code, "police-lookup"))
    assert again == walk and again.lost == () and again.step.id == "leaker" and again.attempt == 2
    (first, *_) = [e for e in log.events() if e.kind == "answered"]
    assert set(first.offered) == {"danger", "who", "what", "count", "how", "sue", "blame"}
    assert first.version == walk.case.version and first.snapshot == book.snapshot


def test_exported_events_fit_the_published_schema(store, tmp_path):
    import jsonschema_rs

    from rightdoor.text import data_folder

    schema = json.loads((data_folder() / "schemas" / "event.json").read_text(encoding="utf-8"))
    assert set(schema["properties"]) == set(event().row)
    check, log = jsonschema_rs.validator_for(schema, validate_formats=True), Log(store)
    for changes in (
        {},
        {"response": 15},
        {"response": ["a"]},
        {"kind": "started", "response": {"count": 24, "kind": "lodging"}},
        {"response": None, "score": None},
    ):
        log.append(event(**changes))
    log.export(tmp_path / "out.jsonl")
    for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines():
        check.validate(json.loads(line))
