"""A whole class at a real terminal: the bar, Ctrl-C, going on. And without one: what a nightly run says."""

import errno
import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
import unicodedata

import psutil
import pytest

from rightdoor.cli import progress
from rightdoor.cli.report_run import MAKING

COMMAND = [sys.executable, "-c", "import sys; from rightdoor.cli import main; sys.exit(main())", "report", "trainee"]
PEOPLE = 30


def terminal(columns):
    """`(near end, far end)` of a terminal with so many columns."""
    near, far = pty.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    return near, far


def heard(near, patience=0.0):
    """What there is to read now, or within so many seconds; nothing when nobody is at the other end any more."""
    try:
        return os.read(near, 1 << 16) if select.select([near], [], [], patience)[0] else b""
    except OSError as error:
        assert error.errno == errno.EIO
        return b""


def screen(written, columns):
    """The lines that a terminal shows after this was written to it, without spaces at their ends."""
    rows, row, column = [{}], 0, 0
    for letter in written:
        if letter == "\r":
            column = 0
        elif letter == "\n":
            row += 1
        else:
            assert letter.isprintable(), f"a terminal may not know {letter!r}"
            wide = 2 if unicodedata.east_asian_width(letter) in "WF" else 1
            if column + wide > columns:
                row, column = row + 1, 0
            rows += [{} for _ in range(row + 1 - len(rows))]
            rows[row].update({column: letter} | ({column + 1: ""} if wide == 2 else {}))
            column += wide
        rows += [{} for _ in range(row + 1 - len(rows))]
    return ["".join(line.get(x, " ") for x in range(columns)).rstrip() for line in rows]


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("columns", [80, 40, 20, 8])
def test_the_bar_stays_in_its_line_and_leaves_nothing(columns, lang):
    near, far = terminal(columns)
    with os.fdopen(far, "w", encoding="utf-8") as out, progress.Progress(MAKING, lang, out) as told:
        for done in (1, 15, 30):
            told.began = told.last = time.monotonic() - 3
            told(done, 30)
            (line,) = screen(os.read(near, 1 << 16).decode(), columns)
            assert ("[" in line) == (columns >= 40) and line.endswith(f"{done}/30")
        out.write("^C")
        told.__exit__()
        assert screen(os.read(near, 1 << 16).decode(), columns) == [""]
    os.close(near)


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "class.csv"
    rows = [
        f"maple-{n:02},{name},{lang}"
        for n in range(PEOPLE)
        for name, lang in [(("林", "zh-Hans"), ("Ann", "en"))[n % 2]]
    ]
    path.write_text("\n".join(["code,name,lang", *rows]) + "\n", "utf-8")
    return path


def at_a_terminal(arguments, columns, store, stop=lambda: False):
    """`(exit code, what was written, seconds that it took to stop)`; Ctrl-C is typed as soon as `stop()`."""
    near, far = terminal(columns)
    environment = {**os.environ, "RIGHTDOOR_STORE": str(store)}

    def begin():
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever started us may have it ignored

    running = subprocess.Popen([*COMMAND, *map(str, arguments)], stdin=far, stdout=far, stderr=far, env=environment,
                               start_new_session=True, preexec_fn=begin)  # fmt: skip
    os.close(far)
    written, typed, family = b"", None, []
    while running.poll() is None:
        if typed is None and stop():
            family = psutil.Process(running.pid).children(recursive=True)
            os.write(near, b"\x03\x03")  # impatient people press it twice
            typed = time.monotonic()
        written += heard(near, 0.02)
    seconds = typed and time.monotonic() - typed
    while more := heard(near, 0.1):
        written += more
    os.close(near)
    assert not psutil.wait_procs(family, timeout=10)[1]
    return running.returncode, written.decode(), seconds


@pytest.mark.parametrize(("lang", "columns", "words"), [("zh-Hans", 40, "已停止"), ("en", 80, "Stopped")])
def test_ctrl_c_stops_at_once_says_how_to_go_on_and_that_works(roster, tmp_path, lang, columns, words):
    out, store = tmp_path / "out", tmp_path / "events.sqlite"
    call = ["--roster", roster, "--out", out, "--lang", lang, "--no-pdf"]
    some = lambda: out.exists() and sum(path.suffix == ".html" for path in out.iterdir()) >= 3  # noqa: E731
    code, written, seconds = at_a_terminal(call, columns, store, stop=some)
    lines = screen(written, columns)
    assert code == 1 and seconds < 5 and "Traceback" not in written, (code, seconds, written)
    assert words in "".join(lines) and "--resume" in "".join(lines) and "#" not in "".join(lines)
    made = {path.name: path.stat().st_mtime_ns for path in out.iterdir() if path.suffix == ".html"}
    assert 3 <= len(made) < PEOPLE and not [path for path in out.iterdir() if path.suffix == ".part"]
    code, written, _ = at_a_terminal([*call, "--resume"], columns, store)
    told = "".join(screen(written, columns))
    assert code == 0 and len([path for path in out.iterdir() if path.suffix == ".html"]) == PEOPLE and "#" not in told
    kept = [name for name, at in made.items() if (out / name).stat().st_mtime_ns == at]
    assert len(kept) >= len(made) - 2  # one for each process that had written the page and not yet told of it


def nightly(*arguments, **environment):
    """The command as cron runs it: hardly any environment, no terminal anywhere."""
    few = {"PATH": "/usr/bin:/bin", "HOME": environment["RIGHTDOOR_STORE"].rpartition("/")[0], "SHELL": "/bin/sh"}
    return subprocess.run([*COMMAND, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding="utf-8", timeout=120, env={**few, **environment}, start_new_session=True)  # fmt: skip


def test_a_nightly_run_is_silent_when_all_is_well_and_names_what_is_not(tmp_path):
    roster, store = tmp_path / "class.csv", {"RIGHTDOOR_STORE": str(tmp_path / "events.sqlite")}
    roster.write_text("code,name,lang\nmaple-1,林一,zh-Hans\nmaple-2,Ann,en\n", "utf-8")
    call = ["--roster", roster, "--out", tmp_path / "out", "--no-pdf", "--json"]
    done = nightly(*call, **store)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)
    assert json.loads(done.stdout)["empty"] == ["maple-1", "maple-2"]
    late = nightly(*call, "--limit", "0.01", **store)
    names = ["trainee-maple-1-zh-Hans", "trainee-maple-2-en"]
    assert late.returncode == 1 and [f["cause"] for f in json.loads(late.stdout)["failed"]] == ["time", "time"]
    assert [line.split()[0] for line in late.stderr.splitlines()[:2]] == names and "--failed-only" in late.stderr
    wrong = nightly("--roster", tmp_path / "none.csv", "--json", **store)
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)
