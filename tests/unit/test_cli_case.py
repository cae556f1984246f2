"""rightdoor case new | check | play | map | sheet: three languages, exit codes 0, 1, 2, never a traceback."""

import io
import re
from html.parser import HTMLParser

import pytest

from rightdoor import cases
from rightdoor.cases.read import read
from rightdoor.cli import main
from rightdoor.cli.case_map import drawn, edges
from rightdoor.cli.case_new import NewCaseError, file_of
from rightdoor.cli.case_sheet import sheet
from rightdoor.feedback.walker import play
from rightdoor.text import LANGS


@pytest.fixture
def case(capsys, monkeypatch):
    """Run `rightdoor case …` with these lines typed; returns (exit code, output, errors)."""

    def run(*arguments, lang="en", typed=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            code = main(["case", *arguments, "--lang", lang])
        except SystemExit as stop:
            code = stop.code
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def lookup(book):
    return cases.load("police-lookup", book)


@pytest.mark.parametrize(("lang", "word"), [("zh-Hans", "审阅单"), ("zh-Hant", "審閱單"), ("en", "review sheet")])
@pytest.mark.parametrize("command", [(), ("new",), ("check",), ("play",), ("map",), ("sheet",)])
def test_help(case, lang, word, command):
    code, out, _ = case(*command, "--help", lang=lang)
    assert code == 0 and (word in out or command)


@pytest.mark.parametrize("command", ["check", "play", "map", "sheet"])
@pytest.mark.parametrize("lang", LANGS)
def test_an_unknown_case_is_told_with_those_there_are(case, command, lang):
    code, _, err = case(command, "no-such\u202ecase", lang=lang)
    assert code == 2 and "police-lookup" in err and "\u202e" not in err


# ---- sheet -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_a_sheet_says_that_nobody_has_reviewed_it(case, lang):
    code, out, _ = case("sheet", "police-lookup", lang=lang)
    words = {"zh-Hans": "尚未经律师审阅", "zh-Hant": "尚未經律師審閱", "en": "Not yet reviewed by a lawyer"}
    assert code == 0 and words[lang] in out


def test_a_sheet_holds_the_text_the_key_the_articles_and_a_place_to_sign(lookup):
    text = sheet(lookup, "en").replace("\\", "")
    for step in lookup.steps.values():
        assert step.ask.en in text
        assert all(o.why.en in text for o in step.options if o.why)
    for key in ("not this crime", "serious circumstances", "especially serious", "15 working days"):
        assert key in text
    assert "受理检举、控告的机关应当及时查处，并将查处结果告知检举人、控告人。" in text
    assert "from 2015-11-01" in text and "Open doubts" in text and "draft revision of the Police Law" in text
    assert text.index("Sign-off") > text.index("Articles quoted") and lookup.version in text


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.open, self.used = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.used.add(tag)
        if tag != "meta":
            self.open.append(tag)
        assert not [value for name, value in attributes if name in ("src", "href") or name.startswith("on")]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", LANGS)
def test_a_sheet_is_a_page_without_outside_references(lookup, lang):
    page = sheet(lookup, lang, "html")
    found = Tags(page)
    assert not found.open and "script" not in found.used and f'lang="{lang}"' in page


HOSTILE = '<script>alert(1)</script> [x](javascript:alert) ![i](http://x) "q" | `c`'


@pytest.fixture
def hostile(tmp_path, book):
    """A case whose every text holds markup."""
    import json

    from rightdoor import yamlfile
    from rightdoor.text import data_folder

    def spoilt(value):
        if isinstance(value, dict):
            if set(value) == {"zh", "en"}:
                return {half: HOSTILE + text for half, text in value.items()}
            return {key: spoilt(inner) for key, inner in value.items()}
        return [spoilt(inner) for inner in value] if isinstance(value, list) else value

    content = spoilt(yamlfile.read(data_folder() / "cases" / "police-lookup.yaml"))
    path = tmp_path / "police-lookup.yaml"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    found, problems = read(path, book)
    assert problems == []
    return found


def test_hostile_text_is_shown_as_text(hostile):
    page = sheet(hostile, "en", "html")
    assert "<script" not in page and "&lt;script&gt;" in page and not Tags(page).open
    bare = re.sub(r"\\.", "", sheet(hostile, "en"))  # without what is escaped
    assert "<" not in bare and "](" not in bare and "`" not in bare
    assert "<script" not in drawn(hostile, "mermaid", "en") and '"q"' not in drawn(hostile, "mermaid", "en")
    assert '\\"q\\"' in drawn(hostile, "dot", "en")
    assert not play(hostile).faults


def test_a_sheet_is_written_to_a_file(case, tmp_path):
    code, _, err = case("sheet", "police-lookup", "--format", "html", "--out", str(tmp_path / "s.html"))
    assert code == 0 and "Written" in err and (tmp_path / "s.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    code, _, err = case("sheet", "police-lookup", "--out", str(tmp_path / "none" / "s.md"))
    assert code == 2 and "cannot be written" in err


# ---- map and check -------------------------------------------------------------------------------------------------


def test_the_map_names_every_step_and_way(case, lookup):
    code, out, _ = case("map", "police-lookup")
    assert code == 0 and "→ 1. call  (ask again)" in out and out.rstrip().endswith("→ end")
    mermaid, dot = drawn(lookup, "mermaid", "zh-Hans"), drawn(lookup, "dot", "en")
    assert (
        mermaid.startswith("flowchart TD") and mermaid.count("-->") == dot.count("->") == len(list(edges(lookup))) > 12
    )
    assert all(f'"{id}"' in dot for id in lookup.steps)
    assert all(f'-> "{news.go}" [label="in a drill' in dot for news in lookup.news.values())


def test_check_plays_and_counts(case, lookup):
    code, out, err = case("check", "police-lookup")
    assert code == 0 and f"{len(lookup.steps)} steps, 8 variants" in out and "with faults: 0" in out and not err


# ---- play ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_playing_stops_where_the_input_ends(case, lang):
    code, out, _ = case("play", "police-lookup", lang=lang, typed="1\n")
    assert code == 0 and out


def answers(lookup, seed="0", certainty=False):
    """The lines that a player would type who answers as the law does."""
    from rightdoor import feedback
    from rightdoor.feedback.debrief import first_helpful

    walk, lines = cases.begin(lookup, seed), []
    while not walk.done:
        given = feedback.key(walk) if walk.step.judged else first_helpful(walk)
        shown = [o.id for o in walk.prompt().options]
        ids = (given,) if isinstance(given, str) else given
        lines.append(str(given) if isinstance(given, int) else " ".join(str(shown.index(id) + 1) for id in ids))
        lines += ["1"] if certainty and walk.step.judged else []
        walk = walk.take(given)
    return "\n".join(lines) + "\n"


def test_a_whole_case_can_be_played(case, lookup):
    code, out, _ = case("play", "police-lookup", "--certainty", typed=answers(lookup, certainty=True))
    assert code == 0 and "Done." in out and "order the doors: 100%, 3 points" in out


def test_hint_back_and_nonsense(case):
    typed = "b\nh\n99\n<script>\n-1\n1 2 3 4\n\n" + "\u202e\n" + "q\n"
    code, out, _ = case("play", "police-lookup", typed=typed)
    assert code == 0 and "This is the beginning" in out and "Think of the person first" in out
    assert out.count("Choose one.") == 6 and "Nothing was recorded" in out


def test_every_kind_can_be_typed(case, tmp_path, book, capsys, monkeypatch):
    from pathlib import Path

    from rightdoor.cli.case_play import Game

    found, problems = read(Path(__file__).with_name("kinds.yaml"), book)
    assert not problems
    monkeypatch.setattr("sys.stdin", io.StringIO("b b b\na\nx y z\na b\n"))
    assert Game(found, "0", "en").run() == 0
    out = capsys.readouterr().out
    assert "a) class A" in out and "Not placed yet: 1" in out and "not there" in out


# ---- new -----------------------------------------------------------------------------------------------------------

NAMED = 'Bad Id\npolice-lookup\nshop-list\n小店\nA "list" <b>\n'
TYPED = NAMED + "2026-02-30\n2026-02-20\n2026-01-01\n2026-03-01\n99\n8\n11\n1\n6\n"


@pytest.mark.parametrize("lang", LANGS)
def test_a_new_case_is_valid_and_says_what_is_to_be_written(case, tmp_path, book, lang):
    code, out, err = case("new", "--into", str(tmp_path), lang=lang, typed=TYPED)
    assert code == 0 and not err and "shop-list.yaml\n" in out
    assert out.rstrip(".。\n").endswith("rightdoor case check shop-list")
    found, problems = read(tmp_path / "shop-list.yaml", book)
    assert problems == [] and found.title.en == 'A "list" <b>' and found.sections == ("VI",)
    left = [p.says.en for p in play(found).faults.values()]
    assert left and all("unfinished text" in s for s in left)
    code, _, err = case("new", "--into", str(tmp_path), lang=lang, typed=TYPED)
    assert code == 2 and "shop-list.yaml" in err  # what is there is not written over


def test_questions_that_are_not_answered_write_nothing(case, tmp_path):
    code, _, err = case("new", "--into", str(tmp_path), typed="shop-list\n")
    assert code == 2 and "nothing was written" in err and not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("on", "today"), [("2026-03-10", "2026-03-20"), ("2015-10-31", "2016-01-05"), ("2010-05-01", "2010-06-01")]
)
def test_a_new_case_is_valid_for_every_leaker(tmp_path, book, on, today):
    for actor in book.terms("actor"):
        told = {
            "id": "x",
            "zh": "题",
            "en": "t",
            "on": on,
            "today": today,
            "actor": actor,
            "sector": "other",
            "conduct": "provided",
            "section": "VI",
        }
        (tmp_path / "x.yaml").write_text(file_of(book, told), encoding="utf-8")
        found, problems = read(tmp_path / "x.yaml", book)
        assert [p.says.en for p in problems] == []
        assert all("unfinished" in p.says.en for p in play(found).faults.values()), actor


def test_a_day_without_any_law_is_refused(book):
    told = {
        "id": "x",
        "zh": "题",
        "en": "t",
        "on": "1970-01-01",
        "today": "1970-02-01",
        "actor": "company",
        "sector": "other",
        "conduct": "sold",
        "section": "VI",
    }
    with pytest.raises(NewCaseError, match="No article"):
        file_of(book, told)


def test_a_sheet_names_every_kind_and_question_in_words():
    from rightdoor.cases import kinds
    from rightdoor.cli.case_sheet import ASKED
    from rightdoor.cli.case_sheet import KINDS as NAMES

    assert set(NAMES) == {kind.id for kind in kinds.KINDS.values()} and set(ASKED) == set(kinds.DECIDES)


@pytest.mark.parametrize("lang", LANGS)
def test_a_sheet_can_be_made_of_every_kind_of_step(book, lang):
    from pathlib import Path

    found, _ = read(Path(__file__).with_name("kinds.yaml"), book)
    page = sheet(found, lang, "html")
    assert not Tags(page).open and "2026-03-25" in page
