# Over 400 lines: every door of the program has its own malformed input, and all share one harness.
"""Malformed input at every door of the program: no traceback, nothing saved is lost, every message says where and what.

Ten thousand and more under `python3 start.py proof hostile_input`, some hundreds in the normal run. The inputs are the
same each time.
"""

import io
import json
import shutil
import sys
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from mischief import PIECES, VALUES, WORDS, as_json, damaged_bytes, damaged_tree, deep
from sizes import full, report

from rightdoor import cases, drills, feedback, records, roster, tables, yamlfile
from rightdoor.cases.read import read as read_case
from rightdoor.classroom import INSTRUCTOR, TRAINEE, Holder, Links, Refused
from rightdoor.cli import main
from rightdoor.drills.plan import read as read_plan
from rightdoor.feedback.debrief import first_helpful
from rightdoor.practice import library as practice_library
from rightdoor.practice.learner import Learner
from rightdoor.records import Event
from rightdoor.text import LANGS, data_folder

DONE = Counter()
LEARNER = "class-abcdef"
FACTS = {
    "on": "2026-03-10", "decided_on": "2026-03-20", "leaker": {"actor": "police_officer", "sector": "police", "through_duty": True},
    "conduct": ["sold", "looked_up"], "data": [{"kind": "lodging", "count": 25, "from_id_card": False}, {"kind": "contact", "count": None}],
    "count_note": "estimated", "gains_yuan": 12.5, "profit_yuan": 0, "purpose": "favour", "used_in_crime": "no", "prior": "none",
    "harm": ["harassment"], "mitigation": ["repentance"], "victims": 3, "victim_minor": True, "victim_under_14": False, "victim_poor": True,
    "urgency": ["data_online"], "wishes": ["apology"], "prior_report": [{"door": "police", "result": "refused", "on": "2026-03-15"}],
    "anonymous": False, "known_on": "2026-03-11",
}  # fmt: skip
INNARDS = ("Traceback", "NoneType", "object at 0x", "Error(", "rightdoor.", "<class", "KeyError", "Errno")


def trying(name, most, few):
    """Settings for one door: `most` examples at full size, `few` in the normal run, the same ones each time."""
    return settings(
        max_examples=most if full() else few, derandomize=True, deadline=None, database=None,
        suppress_health_check=list(HealthCheck), phases=[Phase.generate],
    )  # fmt: skip


@pytest.fixture(scope="module")
def book():
    return tables.load()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("hostile")


def plain(text):
    """A text for a reader: whole, in words, without innards of the program and without characters that a terminal obeys."""
    assert text.strip() and not any(word in text for word in INNARDS), text
    assert not any(c in text for c in "\x00\x1b\u202e\u2028"), text


def told(problems, label):
    """Each Problem says where it is in the file, what is wrong and what to do, in both languages."""
    for problem in problems:
        assert problem.place.startswith(label), problem
        for half in ("zh", "en"):
            says, cure = getattr(problem.says, half), getattr(problem.cure, half)
            plain(says)
            assert cure.strip() or ("：" if half == "zh" else ":") in says, problem


def command(capsys, *argv, stdin=b""):
    """Run a command in this process; `(exit code, standard output, standard error)`. Only SystemExit may come out of it."""
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    try:
        code = main([str(word) for word in argv])
    except SystemExit as ended:
        code = ended.code
    finally:
        sys.stdin = before
    out, err = capsys.readouterr()
    assert code in (0, 1, 2), argv
    if code == 2:
        plain(err)
    return code, out, err


# ---- facts -----------------------------------------------------------------------------------------------------------


def facts_inputs():
    return damaged_tree([FACTS]).map(as_json) | damaged_bytes([as_json(FACTS), as_json(FACTS, 1)]) | VALUES.map(as_json)


@trying("facts", 3000, 60)
@given(data=st.data())
def test_facts(data, capsys, folder):
    path, lang = folder / "facts.json", data.draw(st.sampled_from(LANGS))
    raw = data.draw(facts_inputs())
    path.write_bytes(raw)
    form = data.draw(st.sampled_from(["json", "text"]))
    code, out, _ = command(capsys, "decide", path, "--format", form, "--lang", lang)
    DONE["facts"] += 1
    assert code in (0, 2) and bool(out) == (code == 0)
    assert path.read_bytes() == raw
    if code == 0 and form == "json":
        assert json.loads(out)["law_on"]


@trying("lines of facts", 40, 4)
@given(lines=st.lists(facts_inputs(), min_size=40, max_size=60))
def test_lines_of_facts_are_answered_one_by_one(lines, capsys, folder):
    lines = [line.replace(b"\n", b" ").replace(b"\r", b" ") for line in lines]
    lines = [line for line in lines if line.decode("utf-8-sig", "replace").strip()] + [json.dumps(FACTS).encode()]
    code, out, _ = command(capsys, "decide", "--batch", "-", "--lang", "en", stdin=b"\n".join(lines))
    DONE["lines of facts"] += len(lines)
    answers = [json.loads(line) for line in out.split("\n") if line]
    assert len(answers) == len(lines) and answers[-1]["law_on"] == FACTS["on"]
    for number, answer in enumerate(answers, 1):
        if "problems" in answer:
            assert code == 1 and answer["line"] == number and answer["problems"]
            for problem in answer["problems"]:
                plain(problem["says"])


@pytest.mark.parametrize("raw", [deep(100_000), b"", b"\xff" * 5000, b'{"on": ' + b"1" * 5000 + b"}", b"[" * 500_000,
                                 as_json({**FACTS, "purpose": "x" * 1_000_001})])  # fmt: skip
def test_facts_that_are_too_deep_or_too_long(raw, capsys, folder):
    path = folder / "facts.json"
    path.write_bytes(raw)
    assert command(capsys, "decide", path, "--lang", "en")[0] == 2
    DONE["facts"] += 1


# ---- cases, tables, plans --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def some_cases():
    names = ("coach-ticket-clerk", "police-lookup", "mixed-bag", "fraud-after-leak")
    paths = [data_folder() / "cases" / f"{name}.yaml" for name in names]
    return [path.read_bytes() for path in paths], [yamlfile.read(path) for path in paths]


@trying("cases", 1200, 30)
@given(data=st.data())
def test_cases(data, some_cases, book, folder):
    texts, trees = some_cases
    raw = data.draw(damaged_bytes(texts) | damaged_tree(trees).map(lambda tree: as_json(tree, 0)))
    path = folder / "police-lookup.yaml"
    path.write_bytes(raw)
    case, problems = read_case(path, book)
    DONE["cases"] += 1
    assert path.read_bytes() == raw
    told(problems, "cases/police-lookup.yaml")
    if case and not problems:
        walk = cases.begin(case, 1)
        for _ in range(40):
            if not walk.done:
                key = feedback.key(walk)
                walk = walk.take(key if walk.step.judged else first_helpful(walk))


@trying("plans", 700, 16)
@given(data=st.data())
def test_plans(data, book, folder):
    paths = sorted((data_folder() / "drills").glob("*.yaml"))
    trees = st.sampled_from(paths).flatmap(lambda path: damaged_tree([yamlfile.read(path)]))
    raw = data.draw(damaged_bytes([path.read_bytes() for path in paths]) | trees.map(lambda tree: as_json(tree, 0)))
    path = folder / "warm-up.yaml"
    path.write_bytes(raw)
    plan, problems = read_plan(path, book)
    DONE["plans"] += 1
    assert (plan is None) == bool(problems) and path.read_bytes() == raw
    told(problems, "drills/warm-up.yaml")


@trying("tables", 1000, 16)
@given(data=st.data())
def test_tables(data, workshop, table_texts):
    names, texts = table_texts
    name = data.draw(st.sampled_from(names))
    tree = workshop.contents.get(name)
    ways = damaged_bytes([texts[name]])
    raw = data.draw(ways | damaged_tree([tree]).map(lambda tree: as_json(tree, 0)) if tree else ways)
    problems = workshop.problems(name, raw)
    DONE["tables"] += 1
    assert workshop.path(name).read_bytes() == raw
    workshop.mend(name)
    told([p for p in problems if p.place.startswith(name)], name)
    told([p for p in problems if not p.place.startswith(name)], "")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    sys.path.insert(0, str(data_folder().parent / "tests" / "data"))
    from workshop import Workshop

    return Workshop(tmp_path_factory.mktemp("tables"))


@pytest.fixture(scope="module")
def table_texts(workshop):
    names = [
        p.relative_to(workshop.root).as_posix()
        for p in sorted(workshop.root.rglob("*"))
        if p.suffix in (".yaml", ".csv")
    ]
    names = [name for name in names if (workshop.root / name).stat().st_size < 120_000 and name != "reviews.csv"]
    return names, {name: (workshop.root / name).read_bytes() for name in names}


@trying("mending", 60, 3)
@given(raw=st.data())
def test_mending_keeps_the_file_as_it_was(raw, capsys, folder, monkeypatch):
    shutil.rmtree(folder / "mended", ignore_errors=True)
    shutil.copytree(data_folder(), folder / "mended")
    from rightdoor.tables.mend import mend

    path = folder / "mended" / "channels.csv"
    damaged = raw.draw(damaged_bytes([path.read_bytes()]))
    path.write_bytes(damaged)
    mend(folder / "mended")
    DONE["mending"] += 1
    kept = [p.read_bytes() for p in path.parent.glob("channels.csv*")]
    assert damaged in kept


# ---- rosters ---------------------------------------------------------------------------------------------------------

ROSTER = "code,name,lang\nclass-one,林小青,zh-Hans\nclass-two,Chen Yi,en\nclass-three,郭·阿里,zh-Hant\n".encode()


@trying("rosters", 1200, 40)
@given(
    raw=damaged_bytes([ROSTER, ROSTER.replace(b"\n", b"\r\n"), ROSTER.replace(b",", b";")])
    | st.lists(st.lists(WORDS, max_size=4), max_size=5).map(
        lambda rows: "\n".join(",".join(row) for row in rows).encode("utf-8", "surrogatepass")
    )
)
def test_rosters(raw, folder):
    path = folder / "class.csv"
    path.write_bytes(raw)
    DONE["rosters"] += 1
    try:
        found = roster.read(path)
        assert found.people and all(person.lang in LANGS and person.name.strip() for person in found.people)
    except roster.RosterError as error:
        told(error.problems, "class.csv")
    assert path.read_bytes() == raw


# ---- records ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def handed_in(book, folder):
    """The lines that a real walk leaves when it is handed in."""
    log = records.Log(str(folder / "source.sqlite"))
    walk = cases.begin(cases.load("police-lookup", book), 1)
    begun = records.started(walk, LEARNER, "en")
    log.append(begun)
    for _ in range(4):
        response = feedback.key(walk) if walk.step.judged else first_helpful(walk)
        log.append(records.answered(walk, response, LEARNER, "en", begun.walk))
        walk = walk.take(response)
    log.direct(
        records.Control("opened", "drill-1", data={"plan": "warm-up", "version": "v", "snapshot": "s"}),
        records.Control("seated", "drill-1", LEARNER, {"lang": "en"}),
        records.Control("joined", "drill-1", LEARNER, {"device": "d1"}),
        records.Control("started", "drill-1"),
        records.Control("extended", "drill-1", data={"minutes": 5}),
        records.Control("injected", "drill-1", data={"inject": "x"}),
        records.Control("closed", "drill-1", LEARNER),
    )
    log.export(folder / "handed-in.jsonl")
    log.close()
    return (folder / "handed-in.jsonl").read_bytes()


@trying("records", 500, 20)
@given(data=st.data())
def test_records_handed_in(data, handed_in, book, folder, capsys):
    trees = [json.loads(line) for line in handed_in.splitlines()]
    raw = data.draw(
        damaged_bytes([handed_in])
        | st.lists(damaged_tree(trees), min_size=1, max_size=4).map(lambda rows: b"".join(map(as_json, rows)))
    )
    path, store = folder / "from-home.jsonl", folder / "class.sqlite"
    path.write_bytes(raw)
    log = records.Log(str(store))
    mine = Event("hint", "class-mine", "police-lookup", "walk-1")
    log.append(mine)
    before = {event.id: event for event in log.events()}
    merged = log.merge(path, drills=True)
    DONE["records"] += 1
    told(merged.problems, "from-home.jsonl:")
    after = {event.id: event for event in log.events()}
    _every_drill_is_read(log, book)
    log.close()
    assert before.items() <= after.items() and len(after) == len(before) + merged.added
    if DONE["records"] % 10 == 0:
        code, _, err = command(capsys, "records", "import", path, "--store", store, "--lang", "zh-Hans")
        assert code == (1 if merged.problems else 0) and bool(err) == bool(merged.problems)
        for line in (["class"], ["next", "--learner", LEARNER], ["next", "--learner", "class-mine"]):
            assert command(capsys, "records", *line, "--store", store, "--lang", "en")[0] == 0


def _every_drill_is_read(log, book):
    """The clock and the board of every drill that the events tell of, whoever wrote them."""
    for id in {control.drill for control in log.controls()}:
        controls, plan = log.controls(id), drills.load("warm-up", book)
        try:
            drill = drills.fold(plan, controls)
        except LookupError:
            continue  # never opened
        assert drill.clock.left >= 0
        drills.board(plan, drill, log.events(drill=id), book)


@trying("damaged records", 250, 6)
@given(data=st.data())
def test_a_damaged_record_is_set_aside_and_never_overwritten(data, handed_in, folder, capsys):
    sound = (folder / "source.sqlite").read_bytes()
    at, junk = data.draw(st.integers(0, len(sound) - 1)), data.draw(st.binary(min_size=1, max_size=400))
    raw = data.draw(st.sampled_from([sound[:at], sound[:at] + junk + sound[at + len(junk) :], junk, ROSTER]))
    home = folder / "damaged"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    store = home / "events.sqlite"
    store.write_bytes(raw)
    DONE["damaged records"] += 1
    for line in (["class"], ["next", "--learner", LEARNER], ["retention"]):
        assert command(capsys, "records", *line, "--store", store, "--lang", "en")[0] in (0, 2)
    kept = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert raw in kept or _still_reads(store)


def _still_reads(store):
    log = records.Log(str(store))
    found = log.events()
    log.close()
    return log.report is None and isinstance(found, list)


# ---- personal links --------------------------------------------------------------------------------------------------


@trying("links", 1200, 60)
@given(data=st.data())
def test_links(data):
    links, others = Links(b"k" * 32, "drill-1", 8), Links(b"K" * 32, "drill-1", 8)
    whose = Holder(data.draw(st.sampled_from([TRAINEE, INSTRUCTOR])), LEARNER, data.draw(st.integers(0, 3)), "device")
    sound = [links.link(whose), links.ticket(whose)]
    forged = [others.link(whose), others.ticket(whose), Links(b"k" * 32, "drill-2", 8).link(whose)]
    damaged = damaged_bytes([text.encode() for text in sound]).map(lambda raw: raw.decode("utf-8", "surrogateescape"))
    text = data.draw(st.sampled_from(forged) | damaged | WORDS | st.text(max_size=40))
    DONE["links"] += 1
    for read in (links.admit, links.holder):
        try:
            found = read(text)
        except Refused as error:
            assert error.why == "forged"
        else:
            assert (found.role, found.code, found.turn) == (whose.role, whose.code, whose.turn)


# ---- what a page sends -----------------------------------------------------------------------------------------------

DO = ("answer", "next", "back", "hint", "restart", "review", "library", "play", "read", "skill", "explore", "fact", "add", "remove",
      "up", "down", "certainty", "stop", "lang", "done")  # fmt: skip
FIELDS = ("choice", "number", "date", "certainty", "skill", "fact", "value", "place:danger", "order", "q")


@trying("messages of a page", 900, 60)
@given(data=st.data())
def test_messages_of_a_page(data, seat):
    sheet, log = seat
    messages = st.tuples(
        st.sampled_from(DO) | WORDS,
        st.sampled_from(["police-lookup", "coach-ticket-clerk", "danger", "0"]) | WORDS,
        st.dictionaries(st.sampled_from(FIELDS) | WORDS, VALUES, max_size=3),
    )
    for do, of, values in data.draw(st.lists(messages, min_size=1, max_size=6)):
        before = log.events(LEARNER)
        sheet.sheet._received(None, {"do": do, "of": of, "values": values}, [])
        DONE["messages of a page"] += 1
        assert log.events(LEARNER)[: len(before)] == before
        assert sheet.sheet.view["failed"] == ""
    sheet.sheet._received(None, data.draw(VALUES), [])


@pytest.fixture(scope="module")
def seat(book, folder):
    log = records.Log(str(folder / "seat.sqlite"))
    offered = [cases.load(id, book) for id in ("coach-ticket-clerk", "police-lookup", "mixed-bag")]
    yield practice_library.Library(Learner(log, LEARNER, None, "zh-Hans", book), offered), log
    log.close()


# ---- the command line ------------------------------------------------------------------------------------------------

ARGUMENTS = WORDS.filter(lambda w: "\x00" not in w) | st.sampled_from(
    [
        "\udcff\udcfe",
        "criminal-law/253-1",
        "pipl/47:1",
        "police-lookup",
        "2026-01-01",
        "--json",
        "--on",
        "--lang",
        "--help",
        "-",
        "--",
        "x" * 300,
    ]
)
LINES = [
    ["law", "show", 1], ["law", "show", "criminal-law/253-1", "--on", 1], ["law", "search", 1, 1], ["law", "diff", 1],
    ["law", "diff", "criminal-law/253-1", "--from", 1],
    ["law", "impact", 1], ["law", "currency", "--on", 1], ["law", "currency", "--older", 1], ["case", "map", 1], ["case", "sheet", 1], ["case", "play", 1],
    ["case", "play", "coach-ticket-clerk", "--seed", 1], ["case", "check", 1], ["case", "cover", 1], ["decide", 1], ["decide", "--batch", 1],
    ["decide", "-", "--today", 1], ["records", "import", 1], ["records", "next", "--learner", 1], ["records", "forget", 1, "--yes"], ["records", "rescue", 1],
    ["records", "retention", 1], ["records", "questions", 1, "--out", "questions.xml"], ["records", "roster", 1, "--out", "new.csv"], ["records", "class", 1],
    ["report", "trainee", "--learner", 1, 1], ["report", 1], ["build", 1, 1], ["check", 1, 1], [1, 1, 1],
]  # fmt: skip


@trying("command lines", 900, 40)
@given(data=st.data())
def test_command_lines(data, capsys, folder, monkeypatch):
    (folder / "here").mkdir(exist_ok=True)
    monkeypatch.chdir(folder / "here")
    monkeypatch.setenv("RIGHTDOOR_STORE", str(folder / "own.sqlite"))
    line = [data.draw(ARGUMENTS) if word == 1 else word for word in data.draw(st.sampled_from(LINES))]
    if line[:1] in (["build"], ["check"], ["report"]) and not any(
        w.startswith("-") and w not in ("-", "--", "--json", "--lang") for w in line[1:]
    ):
        line.append("--no-such-option")  # these may work on the whole checkout: only their refusals are tried here
    answers = "\n".join(data.draw(st.lists(WORDS, max_size=8))).encode("utf-8", "surrogatepass")
    command(capsys, *line, "--lang", data.draw(st.sampled_from(LANGS)), stdin=answers)
    DONE["command lines"] += 1


@trying("questions of a terminal", 150, 5)
@given(answers=st.lists(WORDS, max_size=30))
def test_a_case_played_or_begun_in_a_terminal(answers, capsys, folder):
    typed = "\n".join(answers).encode("utf-8", "surrogatepass")
    command(capsys, "case", "play", "police-lookup", "--certainty", "--lang", "zh-Hant", stdin=typed)
    command(capsys, "case", "new", "--into", folder, "--lang", "en", stdin=typed)
    DONE["questions of a terminal"] += 2


def test_every_piece_is_tried_by_name(capsys):
    for piece in PIECES:
        if "\x00" not in piece:
            code, _, _ = command(capsys, "law", "search", piece, "--lang", "en")
            DONE["command lines"] += 1
            assert code in (0, 1, 2)


def test_there_were_enough_of_them():
    report(f"malformed inputs: {sum(DONE.values())} ({', '.join(f'{n} {name}' for name, n in DONE.items())})")
    assert sum(DONE.values()) >= (10_000 if full() else 500)
