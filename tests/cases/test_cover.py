"""The library covers every leaker, route, shut door, conduct, harm, section of the source page and kind of step."""

import json

import pytest

from rightdoor import cases
from rightdoor.cli import main
from rightdoor.feedback.cover import GROUPS, TURNS, cover, missing


@pytest.fixture(scope="module")
def library(book):
    return [cases.load(id, book) for id in cases.practice(book.root)]


def test_nothing_is_missing_in_the_library(capsys):
    assert main(["case", "cover", "--json", "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["missing"] == [] and set(told["covered"]) == set(GROUPS)
    assert all(where for ids in told["covered"].values() for where in ids.values())


def test_the_library_is_large_long_and_branched(library):
    assert len(library) >= 30 and sum(len(case.steps) for case in library) / len(library) >= 6
    assert sum(any(o.next for step in case.steps.values() for o in step.options) for case in library) >= 10


def test_what_no_case_covers_is_missing(book):
    found = cover([cases.load("coach-ticket-clerk", book)], book)
    gaps = set(missing(found))
    assert found["actor"]["industry_staff"] == ("coach-ticket-clerk",)
    assert {
        ("actor", "platform"),
        ("harm", "death"),
        ("kind", "match"),
        ("shut", "transferred-report-is-followed"),
    } <= gaps
    assert {("turn", id) for id in TURNS} <= gaps


def test_little_cases_inside_a_match_count(book):
    assert cover([cases.load("doxxed-for-fun", book)], book)["harm"]["death"] == ("doxxed-for-fun",)


@pytest.mark.parametrize(("lang", "words"), [("en", "an officer only looked: 1"), ("zh-Hans", "民警只查没有外传：1")])
def test_one_case_is_told_of_by_itself(capsys, lang, words):
    assert main(["case", "cover", "officer-only-looked", "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert words in told and ": 0" not in told and "：0" not in told


def test_an_unknown_case_is_named(capsys):
    assert main(["case", "cover", "nosuch", "--lang", "en"]) == 2
    assert "no case 'nosuch'" in capsys.readouterr().err
