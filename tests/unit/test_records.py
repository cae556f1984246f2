# Over 400 lines: the same fixtures try the log on SQLite and on PostgreSQL.
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
from postgres import postgres, server  # noqa: F401

from rightdoor import records
from rightdoor.records import Control, Event, Log, StoreError

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
        timeout=240,
        **options,
    )


@pytest.fixture
def store(tmp_path):
    return tmp_path / "kept" / "events.sqlite"


@pytest.fixture(params=["sqlite", "postgres"])
def either(request, tmp_path):
    """A store of each kind: what holds for one holds for the other."""
    return tmp_path / "events.sqlite" if request.param == "sqlite" else request.getfixturevalue("postgres")


# ---- what goes in comes out --------------------------------------------------------------------------------


def test_an_event_comes_back_as_it_went_in(either):
    whole = event(
        response=["a", "b"], certainty="guess", seconds=2.5, version="0f", seed="7", snapshot="ab", lang="zh-Hans"
    )
    Log(either).append(whole)
    assert Log(either).events() == [whole]


def test_the_same_event_is_kept_once(either):
    log, once = Log(either), event()
    log.append(once)
    log.append(once)
    assert log.events() == [once]


def test_events_are_found_by_learner_case_and_walk(either):
    log = Log(either)
    for learner, case, walk in (("a-1", "x", "w1"), ("a-1", "y", "w2"), ("b-2", "x", "w3")):
        log.append(event(learner=learner, case=case, walk=walk))
    assert [e.walk for e in log.events(learner="a-1")] == ["w1", "w2"]
    assert [e.walk for e in log.events(case="x")] == ["w1", "w3"]
    assert [e.walk for e in log.events(walk="w2")] == ["w2"]


def test_the_last_walk_is_the_one_begun_last(either):
    log = Log(either)
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
        assert [row[0] for row in raw.execute("SELECT name FROM migrations")] == [
            "m001_events",
            "m002_basis",
            "m003_settings",
            "m004_no_statistics_of_codes",
            "m005_drills",
        ]
        raw.execute("INSERT INTO migrations VALUES ('m999_later', '2030-01-01')")
    raw.close()
    with pytest.raises(StoreError) as caught:
        Log(store)
    assert "newer version" in caught.value.problem.says.en


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_store_of_the_first_shape_is_brought_up_to_date(kind, tmp_path, request, monkeypatch):
    from rightdoor.records import shape

    place = tmp_path / "old.sqlite" if kind == "sqlite" else request.getfixturevalue("postgres")
    with monkeypatch.context() as old:
        old.setattr(shape, "STEPS", shape.STEPS[:1])
        with pytest.raises(StoreError):  # made, and then found to lack what the present program needs
            Log(place)
    log = Log(place)
    log.append(event(basis="0123456789ab"))
    assert log.events()[0].basis == "0123456789ab" and log.retention is None


@pytest.mark.parametrize(
    ("table", "path", "kind"),
    [
        ("36 1 0:5 / / rw - ext4 /dev/sda rw\n40 36 0:9 / /home rw - nfs4 srv:/home rw", "/home/a/b.sqlite", "nfs4"),
        ("36 1 0:5 / / rw - nfs srv:/root rw\n40 36 0:9 / /home rw - ext4 /dev/sdb rw", "/home/a/b.sqlite", ""),
        (
            "36 1 0:5 / / rw - ext4 /dev/sda rw\n40 36 0:9 / /mnt/our\\040class rw - cifs //s/c rw",
            "/mnt/our class/x",
            "cifs",
        ),
        ("36 1 0:5 / / rw - ext4 /dev/sda rw\n40 36 0:9 / /home rw - nfs4 srv:/home rw", "/homes/b.sqlite", ""),
        ("/dev/disk1 on / (apfs, local)\n//t@srv/class on /mnt/class (smbfs, nodev)", "/mnt/class/e.sqlite", "smbfs"),
        ("", "/home/e.sqlite", ""),
    ],
)
def test_a_network_drive_is_recognized(table, path, kind):
    from rightdoor.records import network

    assert network.kind(path, table) == kind


def test_a_network_drive_is_refused_with_reason_and_cure(store, monkeypatch):
    from rightdoor.records import network

    monkeypatch.setattr(network, "_table", lambda: "36 1 0:5 / / rw - nfs4 srv:/all rw")
    with pytest.raises(StoreError) as caught:
        Log(store)
    problem = caught.value.problem
    assert "nfs4" in problem.says.zh and "network drive" in problem.says.en
    assert "RIGHTDOOR_STORE" in problem.cure.en and "PostgreSQL" in problem.cure.zh
    assert not store.exists()


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
    acknowledged = [line for writer in writers for line in writer.communicate(timeout=240)[0].split()]
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


def test_a_writer_follows_when_the_damaged_file_is_set_aside_under_it(store):
    first = Log(store)
    first.append(event(walk="w-1"))
    (store.parent / "events.sqlite-wal").unlink()
    store.write_bytes(b"torn" * 5000)
    second = Log(store)
    assert second.report
    first.append(event(walk="w-2"))
    second.append(event(walk="w-3"))
    assert [e.walk for e in second.events()] == ["w-2", "w-3"] == [e.walk for e in first.events()]


FULL_DISK = """
import os, sys
from rightdoor.records import Event, Log
log = Log(sys.argv[1], hold=True)
filler = open(os.path.join(os.path.dirname(sys.argv[1]), "filler"), "wb")
def fill():
    try:
        while True:
            filler.write(b"x" * 4096)
            filler.flush()
    except OSError:
        pass
def keep(walk):
    return log.keep(Event("answered", "local-abc234", "police-lookup", walk, response=1, offered=("x" * 60,) * 40))
assert keep("w-0") is None
fill()
told = [keep(f"w-{n}") for n in range(1, 41)]
waiting = len(log.held)
assert waiting and told[-1].says.en.count(str(waiting)), told[-1]
assert "disk is full" in told[-1].says.en and "free some space" in told[-1].cure.en, told[-1]
assert len(log.events()) == 41
again = Log(sys.argv[1], hold=True)  # another lesson opened while the disk is full
os.truncate(filler.fileno(), 0)
assert keep("w-41") is None and log.held == [] and log.trouble is None
assert again.keep(Event("hint", "local-abc234", "police-lookup", "w-9")) is None
print(len(Log(sys.argv[1]).events()), waiting)
"""


def test_on_a_full_disk_answers_are_held_and_written_when_there_is_room(tmp_path):
    """A disk of one megabyte of our own; without the right to mount one, in a name space where we have it."""
    disk, script = tmp_path / "disk", tmp_path / "full.py"
    disk.mkdir()
    script.write_text(FULL_DISK)
    within = f'mount -t tmpfs -o size=1m tmpfs "{disk}" && "{sys.executable}" "{script}" "{disk}/events.sqlite"'
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    done = subprocess.run(
        [*alone, "sh", "-c", within], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": LIB}, timeout=240
    )
    assert done.returncode == 0, done.stderr
    kept, waiting = map(int, done.stdout.split())
    assert kept == 43 and waiting > 0


def test_answers_are_held_while_the_database_is_away_and_written_when_it_is_back(server):  # noqa: F811
    log = Log(server.database())
    assert log.keep(event(walk="w-1")) is None
    name = log.engine.url.database
    log.engine.dispose()
    server.sql(f"ALTER DATABASE {name} RENAME TO away")
    problem = log.keep(event(walk="w-2"))
    assert len(log.held) == 1 and "Not saved yet" in problem.says.en and "还没存下来" in problem.says.zh
    server.sql(f"ALTER DATABASE away RENAME TO {name}")
    assert log.keep(event(walk="w-3")) is None
    assert [e.walk for e in log.events()] == ["w-1", "w-2", "w-3"]


# ---- handing in, merging, forgetting -----------------------------------------------------------------------


def test_the_same_file_merged_twice_adds_nothing(either, store, tmp_path):
    ours, out = Log(store), tmp_path / "hand-in.jsonl"
    for n in range(5):
        ours.append(event(walk=f"w-{n}"))
    assert ours.export(out) == 5
    theirs = Log(either)
    hers = ("local-abc234",)
    assert (theirs.merge(out).added, theirs.merge(out)) == (5, records.Merged(0, 5, (), 0, hers))
    assert theirs.events() == ours.events()
    ours.append(event(walk="w-6"))
    assert ours.export(tmp_path / "later.jsonl") == 6
    assert theirs.merge(tmp_path / "later.jsonl") == records.Merged(1, 5, (), 0, hers)
    with pytest.raises(StoreError):
        ours.export(out)


def test_what_was_done_with_a_drill_is_taken_only_when_asked_for(either, store, tmp_path):
    ours, theirs, out = Log(store), Log(either), tmp_path / "hand-in.jsonl"
    ours.append(event(drill="drill-1"))
    ours.direct(*(Control(kind, "drill-1") for kind in ("started", "closed")))
    ours.export(out)
    merged = theirs.merge(out)
    assert (merged.added, merged.directions) == (1, 2) and not theirs.controls()
    assert theirs.merge(out, drills=True).directions == 0
    assert theirs.controls() == ours.controls()


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
    log.direct(*(Control("revoked", "drill-1", code) for code in ("local-zzz999", "other-1", "other-2")))
    files = lambda: b"".join(p.read_bytes() for p in store.parent.glob("events.sqlite*"))  # noqa: E731
    assert b"local-zzz999" in files()
    done = log.forget("local-zzz999")
    assert done.events == 50 and "Backups" in done.says.en
    assert b"local-zzz999" not in files()
    assert len(log.events()) == 50 and len(log.controls()) == 2
    log.append(event())


def test_forgetting_leaves_no_byte_of_the_code_in_the_database(server):  # noqa: F811
    log = Log(server.database())
    for n in range(50):
        log.append(event(learner="local-zzz999", walk=f"w-{n}"))
        log.append(event(learner="other-1", walk=f"v-{n}"))
    log.direct(*(Control("revoked", "drill-1", code) for code in ("local-zzz999", "other-1", "other-2")))
    from rightdoor.records.forget import on_its_own

    on_its_own(log._opened(), "ANALYZE")
    assert server.files_with("local-zzz999")
    done = log.forget("local-zzz999")
    assert done.events == 50 and "backups, replicas" in done.says.en and "管理员" in done.says.zh
    assert server.files_with("local-zzz999") == []
    assert len(log.events()) == 50 and len(log.controls()) == 2


def test_forgetting_names_the_files_beside_the_store_that_still_hold_the_code(store):
    log = Log(store)
    log.append(event(learner="local-zzz999"))
    log.export(store.parent / "handed-in.jsonl")
    log.export(store.parent / "of-another.jsonl", learner="other-1")
    says = log.forget("local-zzz999").says
    assert "handed-in.jsonl" in says.en and "handed-in.jsonl" in says.zh and "of-another" not in says.en


def test_when_the_retention_date_has_come_older_events_are_deleted_and_it_is_said(either):
    from datetime import date, timedelta

    log = Log(either)
    for day in ("2026-01-31", "2026-02-01"):
        log.append(event(at=f"{day}T08:00:00.000+00:00", walk=day))
    log.direct(
        *(
            Control("revoked", "drill-1", "code-1", at=f"{day}T08:00:00.000+00:00")
            for day in ("2026-01-15", "2026-02-15")
        )
    )
    log.retention = date.today() + timedelta(days=1)
    log.close()
    again = Log(either)
    assert again.report is None and len(again.events()) == 2
    again.retention = date(2026, 2, 1)
    again.close()
    last = Log(either)
    assert [e.walk for e in last.events()] == ["2026-02-01"] and "1 earlier events" in last.report.en
    assert [one.at[:10] for one in last.controls()] == ["2026-02-15"]
    last.close()
    assert Log(either).report is None
    last.retention = None
    assert last.retention is None


def test_forgetting_the_local_code_makes_a_new_one(store):
    code, log = records.local_code(store), Log(store)
    log.append(event(learner=code))
    log.forget(code)
    assert records.local_code(store) != code


# ---- in a lesson ---


def test_a_session_goes_on_over_a_store_in_trouble_and_catches_up(server, book):  # noqa: F811
    from rightdoor import cases
    from rightdoor.practice.session import Session

    log = Log(server.database())
    session = Session(cases.load("police-lookup", book), "local-abc234", "en", log, seed="3")
    name = log.engine.url.database
    log.engine.dispose()
    server.sql(f"ALTER DATABASE {name} RENAME TO gone")
    session.answer("danger")
    assert not session.recorded and "Not saved yet" in session.trouble.says.en
    server.sql(f"ALTER DATABASE gone RENAME TO {name}")
    session.answer(["who", "what", "count"])
    assert session.recorded and session.trouble is None
    assert [e.kind for e in Log(log.store).events()] == ["started", "answered", "answered"]


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
    assert first.version == walk.case.version and first.snapshot == book.snapshot and first.basis == ""


def test_an_answer_records_what_it_leaned_on(book):
    from rightdoor import cases
    from rightdoor.records.basis import leans

    case = cases.load("police-lookup", book)
    walk = cases.begin(case, "0", {"kind": "lodging", "count": 250})
    for response in ("danger", ["who", "what", "count"], "police_officer", "class-b"):
        walk = walk.take(response)
    assert walk.step.id == "tier" and "interp-2017-10/5:1(8)" in leans(walk)
    same = records.answered(walk, "serious", "local-abc234", "en", "w-1")
    other = records.answered(walk, "none", "local-xyz234", "zh-Hans", "w-2")
    assert same.basis == other.basis and len(same.basis) > 12 and len(same.basis) % 8 == 4


def test_the_basis_is_the_same_whether_or_not_the_feedback_is_at_hand(book):
    from rightdoor import cases, feedback
    from rightdoor.feedback.debrief import first_helpful
    from rightdoor.records.basis import corrected, digest

    walk = cases.begin(cases.load("police-lookup", book), "0")
    while walk.step:
        response = feedback.key(walk) if walk.step.judged else first_helpful(walk)
        assert digest(walk, feedback.judge(walk, response)) == digest(walk)
        assert not digest(walk) or corrected(walk, digest(walk)) == ()
        assert not digest(walk) or corrected(walk, "0000" + digest(walk)[4:])  # another answer is right now
        walk = walk.take(response)


def test_the_basis_changes_with_the_words_of_the_article_and_not_with_a_fresh_check(book, tmp_path):
    import shutil

    from rightdoor import cases, tables
    from rightdoor.records.basis import digest

    def basis(edit):
        root = tmp_path / f"data-{len(list(tmp_path.iterdir()))}"
        shutil.copytree(book.root, root)
        path = root / "statutes" / "interp-2017-10.yaml"
        path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
        walk = cases.begin(cases.load("police-lookup", tables.load(root)), "0", {"kind": "lodging", "count": 250})
        for response in ("danger", ["who", "what", "count"], "police_officer", "class-b"):
            walk = walk.take(response)
        return digest(walk)

    now = basis(lambda text: text)
    assert basis(lambda text: text.replace("checked: 2026-", "checked: 2027-")) == now
    assert basis(lambda text: text.replace("非法获取、出售或者提供", "非法出售或者提供")) != now


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
