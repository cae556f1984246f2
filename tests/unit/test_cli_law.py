"""rightdoor law show | search | diff: three languages, JSON for programs, exit codes 0, 1, 2, never a traceback."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from rightdoor.cli import main
from rightdoor.cli.compare import side_by_side
from rightdoor.text import LANGS


@pytest.fixture
def law(capsys):
    """Run `rightdoor law …`; returns (exit code, output, errors)."""

    def run(*arguments, lang="en"):
        try:
            code = main(["law", *arguments, "--lang", lang])
        except SystemExit as stop:
            code = stop.code
        return code, *capsys.readouterr()

    return run


@pytest.mark.parametrize(("lang", "word"), [("zh-Hans", "从重处罚"), ("zh-Hant", "從重處罰"), ("en", "Unofficial")])
def test_show(law, lang, word):
    code, out, _ = law("show", "criminal-law/253-1", "--on", "2026-03-10", lang=lang)
    assert code == 0 and word in out and "2015-11-01" in out


def test_show_json(law):
    code, out, _ = law("show", "criminal-law/253-1:2", "--on", "2014-05-01", "--json")
    row = json.loads(out)
    assert code == 0 and row["from"] == "2009-02-28" and row["until"] == "2015-11-01" and row["source"]["status"]
    assert row["text"]["zh"].startswith("窃取") and set(row["cite"]) == {"zh", "en"}


@pytest.mark.parametrize("lang", LANGS)
def test_a_day_outside_all_versions_names_those_there_are(law, lang):
    code, out, err = law("show", "criminal-law/253-1", "--on", "2009-02-27", lang=lang)
    assert (code, out) == (1, "") and "2009-02-28" in err and "2015-11-01" in err


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", ["show", "diff", "impact"])
def test_an_unknown_id_is_bad_input(law, command, lang):
    code, out, err = law(command, "criminal-law/2531", lang=lang)
    assert (code, out) == (2, "") and "criminal-law/2531" in err
    if command == "show":
        assert "criminal-law/253-1" in err


@pytest.mark.parametrize(
    "on", ["2026-02-30", "2026/1/1", "20260101", "yesterday", "", "0001-01-01", "\x1b[31m", "2026-W01-1"]
)
def test_an_impossible_date_is_bad_input(law, on):
    for lang, word in (("zh-Hans", "不是真实的日期"), ("zh-Hant", "不是真實的日期"), ("en", "not a real date")):
        code, out, err = law("show", "pipl/47", "--on", on, lang=lang)
        assert (code, out) == (2, "") and word in err and "\x1b" not in err


def test_search_in_three_scripts(law):
    for words, lang in (("住宿", "zh-Hans"), ("個人信息", "zh-Hant"), ("whereabouts", "en")):
        code, out, _ = law("search", words, lang=lang)
        assert code == 0 and "interp-2017-10/5" in out
    code, out, _ = law("search", "第二百五十三條之一", "--json")
    assert code == 0 and json.loads(out)[0]["id"] == "criminal-law/253-1"


def test_search_without_a_hit(law):
    code, out, err = law("search", "没有这样的词", lang="zh-Hant")
    assert (code, out) == (1, "") and "沒有條文" in err
    assert law("search", "没有这样的词", "--json")[:2] == (1, "[]\n")


def test_search_tells_of_articles_not_in_force_that_day(law):
    code, _, err = law("search", "第四十七条 个人信息保护法", "--on", "2020-01-01", lang="zh-Hans")
    assert code == 1 and "pipl/47" in err and "2020-01-01" in err


@pytest.mark.parametrize("query", ["(.*", "\x1b[2J", "\udcff", "%s", "{x}", "\u202e", "-"], ids=repr)
def test_hostile_queries_are_harmless(law, query):
    for lang in LANGS:
        code, out, err = law("search", query, lang=lang)
        assert code in (0, 1) and "\x1b" not in out + err and "\u202e" not in err


def test_a_megabyte_of_query_is_refused(law):
    code, out, err = law("search", "字" * 1_000_000)
    assert (code, out) == (2, "") and len(err) < 500


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh-Hans", ["[-非法-]", "{+的，", "│"]),
        ("zh-Hant", ["從重處罰", "│"]),
        ("en", ["Unofficial", "[-非法-]", "│"]),
    ],
)
def test_diff_side_by_side(law, lang, words, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    code, out, _ = law("diff", "criminal-law/253-1", lang=lang)
    assert code == 0 and all(word in out for word in words)
    assert "2009-02-28" in out and "2015-11-01" in out


def test_diff_follows_renumbering_both_ways(law):
    ways = [json.loads(law("diff", id, "--json")[1]) for id in ("cybersecurity-law/71", "cybersecurity-law/64")]
    assert (ways[0]["old"]["id"], ways[0]["new"]["id"]) == ("cybersecurity-law/64", "cybersecurity-law/71")
    text = "".join(piece["text"] for piece in ways[0]["pieces"] if piece["kind"] != "gone")
    assert text == ways[0]["new"]["text"]["zh"]
    assert ways[1]["old"]["from"] == "2017-06-01"


def test_diff_by_days(law):
    code, out, _ = law("diff", "criminal-law/253-1", "--from", "2010-01-01", "--to", "2020-01-01", "--json")
    assert code == 0 and json.loads(out)["old"]["from"] == "2009-02-28"
    assert law("diff", "criminal-law/253-1", "--from", "2000-01-01")[0] == 1
    assert law("diff", "criminal-law/253-1", "--from", "2016-01-01")[0] == 1
    code, _, err = law("diff", "pipl/47", lang="zh-Hans")
    assert code == 1 and "没有可比的" in err


@pytest.mark.parametrize("lang", LANGS)
def test_help_in_three_languages(law, lang):
    for arguments in ([], ["show"], ["search"], ["diff"]):
        code, out, _ = law(*arguments, "--help", lang=lang)
        assert code == 0 and ("usage" in out) == (lang == "en")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such"],
        ["show"],
        ["show", "pipl/47", "--no-such"],
        ["currency", "--older", "-1"],
        ["currency", "--older", "many"],
        ["show", "\x1b[31mred"],
    ],
    ids=repr,
)
def test_wrong_arguments_are_bad_input(law, arguments):
    for lang in LANGS:
        code, out, err = law(*arguments, lang=lang)
        assert (code, out) == (2, "") and err and "\x1b" not in err


def test_a_version_of_tomorrow_is_not_called_in_force(book):
    _, version = next((id, v) for id in book.articles for v in book.versions(id) if v.until is None)
    tomorrow = date.today() + timedelta(days=1)
    coming = replace(version, since=tomorrow)
    told = side_by_side(book, [("pipl/4", replace(version, until=tomorrow)), ("pipl/4", coming)], "en", 120)
    assert "not yet in force" in told and "in force" not in told.replace("not yet in force", "")
