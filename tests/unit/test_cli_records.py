"""The command `rightdoor records`: every verb, in three languages, with its exit codes."""

import json
import re

import pytest

from rightdoor import cases, feedback, records
from rightdoor.cli import main
from rightdoor.cli.progress import READ, Progress
from rightdoor.records import Control, Event, Log

CODE = "local-abc234"


@pytest.fixture
def store(tmp_path, monkeypatch):
    path = tmp_path / "kept" / "events.sqlite"
    monkeypatch.setenv("RIGHTDOOR_STORE", str(path))
    return path


def put(store, *learners, **changes):
    log = Log(store)
    for n, learner in enumerate(learners):
        log.append(Event(**{"kind": "answered", "learner": learner, "case": "police-lookup", "walk": f"w-{n}",
                            "step": "tier", "attempt": 1, "response": "none", "score": 0.0, **changes}))  # fmt: skip
    log.close()


def rd(capsys, *arguments):
    """`(exit code, standard output, standard error)`."""
    try:
        code = main(["--lang", "en", "records", *map(str, arguments)])
    except SystemExit as exit:
        code = exit.code
    out = capsys.readouterr()
    return code, out.out, out.err


def test_what_is_exported_is_imported_once(store, tmp_path, capsys):
    put(store, CODE, "other-1")
    code, out, _ = rd(capsys, "export", "--out", tmp_path / "a.jsonl", "--learner", CODE)
    assert code == 0 and "1 events" in out
    into = ("import", "--store", tmp_path / "class.sqlite", tmp_path / "a.jsonl")
    assert "1 added, 0 there already, 0 lines left out" in rd(capsys, *into)[1]
    code, out, _ = rd(capsys, *into, "--json")
    assert code == 0
    assert json.loads(out) == [{"file": str(tmp_path / "a.jsonl"), "added": 0, "already": 1, "codes": [CODE],
                                "drill_events_left_out": 0, "left_out": []}]  # fmt: skip


def test_who_hands_in_answers_gives_the_drill_no_directions(store, tmp_path, capsys):
    put(store, CODE, drill="drill-1")
    with open(tmp_path / "mine.jsonl", "w", encoding="utf-8") as planted:
        Log(store).export(tmp_path / "true.jsonl")
        rows = [json.loads((tmp_path / "true.jsonl").read_text("utf-8")), Control("closed", "drill-1").row]
        planted.writelines(json.dumps(row) + "\n" for row in rows)
    into = ("import", tmp_path / "mine.jsonl", "--store", tmp_path / "class.sqlite")
    code, out, err = rd(capsys, *into)
    assert code == 0 and not err and "1 added" in out and "1 events of running a drill" in out and "--drills" in out
    assert not Log(tmp_path / "class.sqlite").controls()
    code, out, _ = rd(capsys, *into, "--drills")
    assert code == 0 and "running a drill" not in out
    assert [c.kind for c in Log(tmp_path / "class.sqlite").controls()] == ["closed"]


def test_a_hand_in_with_the_codes_of_others_is_told_and_can_be_held_to_one(store, tmp_path, capsys):
    put(store, CODE, "other-1")
    rd(capsys, "export", "--out", tmp_path / "mine.jsonl")
    into = ("import", tmp_path / "mine.jsonl", "--store", tmp_path / "class.sqlite")
    code, out, _ = rd(capsys, *into, "--learner", CODE)
    assert code == 0 and "1 added" in out and "learner codes" not in out
    assert {event.learner for event in Log(tmp_path / "class.sqlite").events()} == {CODE}
    code, out, _ = rd(capsys, *into)
    assert code == 0 and "events of 2 learner codes" in out and "--learner" in out


def test_a_line_that_cannot_be_read_is_named_and_the_exit_code_tells(store, tmp_path, capsys):
    (tmp_path / "bad.jsonl").write_text("{broken\n", encoding="utf-8")
    code, out, err = rd(capsys, "import", tmp_path / "bad.jsonl")
    assert code == 1 and "bad.jsonl:1" in err and "1 lines left out" in out


def test_bad_input_is_said_in_one_line(store, tmp_path, capsys):
    put(store, CODE)
    (tmp_path / "there.csv").write_text("mine")
    for arguments, said in [
        (("export", "--out", tmp_path / "there.csv"), "was not overwritten"),
        (("import", tmp_path / "nowhere.jsonl"), "cannot be opened"),
        (("rescue", tmp_path / "nowhere.sqlite"), "there is no such file"),
        (("forget", "Lin Xiao", "--yes"), "is not a learner code"),
        (("forget", CODE), "--yes"),
        (("retention", "tomorrow"), "is no date"),
        (("questions", "no-such-case", "--out", tmp_path / "q.xml"), "there is no such case"),
        (("questions", "police-lookup", "--step", "call", "--out", tmp_path / "q.xml"), "no step with an answer"),
        (("export", "--out", tmp_path / "x", "--store", "postgresql://u:secret@127.0.0.1:1/x"), "cannot be read or"),
    ]:
        code, _, err = rd(capsys, *arguments)
        assert code == 2 and said in err and "Traceback" not in err and "secret" not in err, arguments
    assert (tmp_path / "there.csv").read_text() == "mine"


@pytest.mark.parametrize("form", ["csv", "xapi"])
def test_other_forms(store, tmp_path, capsys, form):
    put(store, CODE, CODE)
    assert rd(capsys, "export", "--as", form, "--out", tmp_path / "out", "--home", "https://class.example")[0] == 0
    text = (tmp_path / "out").read_text(encoding="utf-8-sig")
    assert text.count(CODE) == 2 and ("https://class.example" in text) == (form == "xapi")


def test_forgetting_tells_what_it_did_and_could_not_do(store, capsys):
    put(store, CODE, "other-1")
    code, out, _ = rd(capsys, "forget", CODE, "--yes", "--json")
    told = json.loads(out)
    assert code == 0 and told["events"] == 1 and "Backups" in told["says"]
    assert [e.learner for e in Log(store).events()] == ["other-1"]


@pytest.mark.parametrize(("answer", "left"), [("n", 1), ("", 1), ("y", 0), ("是", 0)])
def test_on_a_terminal_it_asks_first(store, capsys, monkeypatch, answer, left):
    put(store, CODE)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda asked: answer)
    assert rd(capsys, "forget", CODE)[0] == left
    assert len(Log(store).events()) == left


def test_a_damaged_file_is_rescued_and_left_as_it_is(store, tmp_path, capsys):
    put(tmp_path / "old.sqlite", *[CODE] * 200)
    whole = bytearray((tmp_path / "old.sqlite").read_bytes())
    middle = len(whole) // 2 // 4096 * 4096
    whole[middle : middle + 4096] = b"\xff" * 4096
    (tmp_path / "torn.sqlite").write_bytes(whole)
    code, out, _ = rd(capsys, "rescue", tmp_path / "torn.sqlite", "--json")
    (told,) = json.loads(out)
    assert code == 0 and 50 < told["found"] == told["added"] == len(Log(store).events())
    assert (tmp_path / "torn.sqlite").read_bytes() == whole
    (tmp_path / "none.sqlite").write_bytes(b"not a database at all" * 100)
    assert rd(capsys, "rescue", tmp_path / "none.sqlite")[0] == 1


def test_the_retention_date_is_set_seen_and_taken_back(store, capsys):
    assert "No retention date" in rd(capsys, "retention")[1]
    assert "2099-06-30" in rd(capsys, "retention", "2099-06-30")[1]
    assert json.loads(rd(capsys, "retention", "--json")[1]) == {"until": "2099-06-30"}
    assert "No retention date" in rd(capsys, "retention", "none")[1]


def test_a_file_that_was_set_aside_is_told_on_standard_error(store, capsys):
    store.parent.mkdir()
    store.write_bytes(b"no database" * 1000)
    code, out, err = rd(capsys, "retention", "--json")
    assert code == 0 and json.loads(out) and "was not deleted but renamed" in err


@pytest.mark.parametrize("form", ["moodle", "qti"])
def test_questions_with_the_key_of_the_law(store, tmp_path, capsys, form):
    code, out, _ = rd(capsys, "questions", "police-lookup", "--as", form, "--out", tmp_path / "q", "--json")
    told = json.loads(out)
    assert code == 0 and "police-lookup-tier" in told["questions"]
    assert len(told["files"]) == (1 if form == "moodle" else len(told["questions"]))
    one = rd(capsys, "questions", "police-lookup", "--step", "tier", "--as", form, "--out", tmp_path / "one", "--json")
    assert json.loads(one[1])["questions"] == ["police-lookup-tier"]


def test_what_to_practise_next(store, book, capsys):
    case = cases.load("police-lookup", book)
    walk, log = cases.begin(case, "0", {"kind": "lodging", "count": 250}), Log(store)
    learner = records.local_code(store)
    begun = records.started(walk, learner, "en")
    log.append(begun)
    for response in ("danger", ["who", "what", "count"], "individual"):
        log.append(records.answered(walk, response, learner, "en", begun.walk, feedback.judge(walk, response)))
        walk = walk.take(response)
    log.close()
    code, out, _ = rd(capsys, "next", "--json")
    told = json.loads(out)
    assert code == 0 and told["case"] in cases.library(book.root) and told["why"]
    tried = {skill["id"]: skill for skill in told["skills"]}["classify-leaker"]
    assert (tried["tries"], tried["mean"], tried["state"]) == (1, 0, "unsure")
    plain = rd(capsys, "next")[1]
    assert plain.startswith("Next: ") and "too little practice to tell (1 tries, about 0%" in plain
    assert rd(capsys, "next", "--learner", "nobody-1")[1].count("not tried yet") == len(book.terms("skill"))


def test_what_the_class_got_wrong(store, capsys):
    put(store, *(f"learner-{n}" for n in range(12)))
    put(store, "learner-1", "learner-2", step="clock")
    code, out, _ = rd(capsys, "class")
    assert code == 0 and "police-lookup:tier" in out and "Teach this again" in out
    assert "1 steps answered by fewer than 5 learners are not shown" in out
    told = json.loads(rd(capsys, "class", "--json")[1])
    assert {row["step"]: row["n"] for row in told["items"]} == {"tier": 12, "clock": 2}
    assert [row["facility"] for row in told["items"] if row["step"] == "clock"] == [None]
    assert {look["kind"] for look in told["look_first"]} >= {"teach-again", "drawn"}


def test_an_empty_record_is_no_error(store, capsys):
    code, out, _ = rd(capsys, "class")
    assert code == 0 and "Nothing stands out." in out
    assert rd(capsys, "next")[0] == 0


@pytest.mark.parametrize(("lang", "word"), [("zh-Hans", "数据说明"), ("zh-Hant", "數據說明"), ("en", "Data notice")])
def test_the_notice_and_the_help_in_three_languages(store, capsys, lang, word):
    assert main(["--lang", lang, "records", "notice"]) == 0
    notice = capsys.readouterr().out
    assert notice.startswith(f"# {word}") and "forget" in notice
    with pytest.raises(SystemExit) as exit:
        main(["--lang", lang, "records", "export", "--help"])
    assert exit.value.code == 0
    help = capsys.readouterr().out
    assert bool(re.search("[一-鿿]", help)) == (lang != "en")


class Terminal:
    def __init__(self, tty):
        self.tty, self.text = tty, ""

    def isatty(self):
        return self.tty

    def write(self, text):
        self.text += text

    def flush(self):
        pass


@pytest.mark.parametrize(("tty", "late", "shows"), [(True, True, True), (True, False, False), (False, True, False)])
def test_progress_is_shown_on_a_terminal_after_two_seconds(tty, late, shows):
    out = Terminal(tty)
    with Progress(READ, "en", out) as told:
        told.began = told.last = told.began - (3 if late else 0)
        told(1000)
        told(2000)
    assert (out.text.count("read …") == 1) == shows and (not shows or out.text.endswith("\r"))
