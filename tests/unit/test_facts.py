"""Facts: reading the contract, learning by paths, naming every problem by its JSON path."""

import json

import jsonschema_rs
import pytest
from hypothesis import given, settings
from whole_fact_space import facts

from rightdoor.law import terms
from rightdoor.law.facts import Facts, FactsError, parse
from rightdoor.text import data_folder

SCHEMA = json.loads((data_folder() / "schemas" / "facts.json").read_text(encoding="utf-8"))


def places(obj):
    """The JSON paths of the problems of an object."""
    with pytest.raises(FactsError) as caught:
        parse(obj)
    return [problem.place for problem in caught.value.problems]


def test_absent_and_null_are_unknown():
    """Only the day is required; whatever else is missing is None."""
    known = parse({"on": "2026-03-10", "leaker": None, "conduct": None})
    assert known.on.isoformat() == "2026-03-10"
    assert known.leaker.actor is None and known.conduct is None and known.data is None and known.prior is None


@pytest.mark.parametrize(
    ("obj", "path"),
    [
        ([], ""),
        ({}, "on"),
        ({"on": "2026-3-10"}, "on"),
        ({"on": "2026-02-30"}, "on"),
        ({"on": 20260310}, "on"),
        ({"on": "20260310--"}, "on"),
        ({"on": "2026-W10-2"}, "on"),
        ({"on": "0001-01-01"}, "on"),
        ({"on": "9999-12-31"}, "on"),
        ({"on": "2026-03-10", "victims": 10**40}, "victims"),
        ({"on": "2026-03-10", "gains_yuan": 10**400}, "gains_yuan"),
        ({"on": "2026-03-10", "data": [{"count": 10**400}]}, "data[0].count"),
        ({"on": "2026-03-10", "conducts": ["sold"]}, "conducts"),
        ({"on": "2026-03-10", "conduct": "sold"}, "conduct"),
        ({"on": "2026-03-10", "conduct": ["sold", "lost"]}, "conduct[1]"),
        ({"on": "2026-03-10", "conduct": [["sold"]]}, "conduct[0]"),
        ({"on": "2026-03-10", "data": {"kind": "credit"}}, "data"),
        ({"on": "2026-03-10", "data": ["credit"]}, "data[0]"),
        ({"on": "2026-03-10", "data": [{"kind": "credits"}]}, "data[0].kind"),
        ({"on": "2026-03-10", "data": [{"count": -1}]}, "data[0].count"),
        ({"on": "2026-03-10", "data": [{"count": 1.5}]}, "data[0].count"),
        ({"on": "2026-03-10", "data": [{"count": True}]}, "data[0].count"),
        ({"on": "2026-03-10", "data": [{"count": "300"}]}, "data[0].count"),
        ({"on": "2026-03-10", "data": [{"number": 3}]}, "data[0].number"),
        ({"on": "2026-03-10", "leaker": "police_officer"}, "leaker"),
        ({"on": "2026-03-10", "leaker": {"actor": "policeman"}}, "leaker.actor"),
        ({"on": "2026-03-10", "leaker": {"through_duty": "yes"}}, "leaker.through_duty"),
        ({"on": "2026-03-10", "leaker": {"role": "x"}}, "leaker.role"),
        ({"on": "2026-03-10", "gains_yuan": -0.01}, "gains_yuan"),
        ({"on": "2026-03-10", "gains_yuan": float("nan")}, "gains_yuan"),
        ({"on": "2026-03-10", "gains_yuan": float("inf")}, "gains_yuan"),
        ({"on": "2026-03-10", "used_in_crime": False}, "used_in_crime"),
        ({"on": "2026-03-10", "victims": 2.0}, "victims"),
        ({"on": "2026-03-10", "anonymous": 1}, "anonymous"),
        ({"on": "2026-03-10", "prior_report": [{"door": "market", "result": "refused"}]}, "prior_report[0].door"),
        ({"on": "2026-03-10", "prior_report": [{"on": "soon"}]}, "prior_report[0].on"),
        ({"on": "2026-03-10", "decided_on": "2026-03-09"}, "decided_on"),
    ],
)
def test_problem_is_named_by_its_path(obj, path):
    """Each fault names the JSON path at which it stands."""
    assert places(obj) == [path]


def test_all_problems_come_at_once():
    """Nothing is hidden behind the first fault; each has a sentence in both languages."""
    wrong = {
        "on": "today",
        "leaker": {"actor": "cop"},
        "data": [{"kind": "x", "count": "y"}],
        "harm": ["pain"],
        "colour": 1,
    }
    assert sorted(places(wrong)) == ["colour", "data[0].count", "data[0].kind", "harm[0]", "leaker.actor", "on"]
    with pytest.raises(FactsError) as caught:
        parse(wrong)
    assert all(problem.says.zh and problem.says.en for problem in caught.value.problems)


def test_learning_adds_and_replaces():
    """Facts are built step by step; the old ones stay as they were."""
    start = parse({"on": "2026-03-10"})
    later = start.learn({"leaker.actor": "police_officer", "data[0].kind": "lodging"}).learn(
        {"data[0].count": 25, "data[1].count": 3}
    )
    assert later.leaker.actor == "police_officer" and later.data[0].count == 25 and later.data[1].count == 3
    assert start.data is None
    assert later.learn({"data[0].count": None}).data[0].count is None
    assert (
        later.get("data[0].kind") == "lodging"
        and later.get("data[7].kind") is None
        and later.get("leaker.sector") is None
    )


@pytest.mark.parametrize(
    "found",
    [
        {"data[0].size": 3},
        {"leaker.actor": "cop"},
        {"on.year": 2026},
        {"on[0]": 1},
        {"Leaker Actor": 1},
        {"data[0]": "x"},
        {"conduct[0].x": 1},
    ],
)
def test_learning_something_odd_is_a_problem_not_a_crash(found):
    """A wrong path or value raises FactsError, as reading does."""
    with pytest.raises(FactsError):
        parse({"on": "2026-03-10", "conduct": ["sold"]}).learn(found)


def test_order_and_doubles_of_words_do_not_matter():
    """A list of words is a set, kept in the order of the contract."""
    assert parse({"on": "2026-03-10", "conduct": ["provided", "sold", "provided"]}).conduct == ("sold", "provided")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(facts())
def test_facts_survive_the_way_through_json(obj):
    """What is read and written again is the same; the published schema accepts it."""
    known = parse(obj)
    assert isinstance(known, Facts) and parse(json.loads(json.dumps(known.as_obj))) == known
    jsonschema_rs.validate(SCHEMA, obj)
    jsonschema_rs.validate(SCHEMA, known.as_obj)


def test_words_are_those_of_the_vocabulary(book):
    """The closed lists of the contract are those of data/vocabulary.yaml, in its order; the doors are in the table."""
    lists = {
        "actor": terms.ACTOR,
        "sector": terms.SECTOR,
        "conduct": terms.CONDUCT,
        "data_kind": terms.DATA_KIND,
        "count_note": terms.COUNT_NOTE,
        "purpose": terms.PURPOSE,
        "used_in_crime": terms.USED_IN_CRIME,
        "prior": terms.PRIOR,
        "harm": terms.HARM,
        "mitigation": terms.MITIGATION,
        "urgency": terms.URGENCY,
        "wish": terms.WISH,
        "report_result": terms.REPORT_RESULT,
    }
    for name, words in lists.items():
        assert set(book.terms(name)) == set(words), name
    assert set(terms.DOOR) <= set(book.channels)


def test_schema_has_the_words_of_the_contract():
    """The published schema and the reader know the same words."""
    fields = SCHEMA["properties"]
    assert set(fields) == set(Facts.__dataclass_fields__)
    assert fields["leaker"]["properties"]["actor"]["enum"] == [*terms.ACTOR, None]
    assert fields["data"]["items"]["properties"]["kind"]["enum"] == [*terms.DATA_KIND, None]
    assert fields["conduct"]["items"]["enum"] == list(terms.CONDUCT)
    assert fields["prior_report"]["items"]["properties"]["door"]["enum"] == [*terms.DOOR, None]


def test_a_path_cannot_grow_a_list_without_end():
    """A position far beyond any real list is refused, not filled."""
    with pytest.raises(FactsError) as refused:
        parse({"on": "2026-03-10"}).learn({"data[99999999].count": 1})
    assert [p.place for p in refused.value.problems] == ["data[99999999]"]
