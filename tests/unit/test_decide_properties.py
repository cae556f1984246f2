"""What holds for every set of facts, over the whole fact space."""

import json

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from whole_fact_space import COUNTS, FIELDS, HUGE, TODAY, completions, facts, random_completion

from rightdoor.law import terms
from rightdoor.law.case import Case
from rightdoor.law.decide import LIABILITIES, decide
from rightdoor.law.facts import parse
from rightdoor.tables import load
from rightdoor.text import LANGS, data_folder

DECISION = jsonschema_rs.validator_for(
    json.loads((data_folder() / "schemas" / "decision.json").read_text(encoding="utf-8"))
)
BOOK = load()  # not a fixture: a failing example would print it whole
many = settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
fewer = settings(many, max_examples=120)
STAGES = ["now", "primary", "parallel", "escalation"]


def answer(obj):
    """The decision for a JSON object."""
    return decide(parse(obj), BOOK, TODAY)


def tier_of(obj):
    """The tier alone."""
    return Case(parse(obj), BOOK, TODAY).tier


def open_law(obj):
    """Whether the law itself, and not a fact, leaves the tier open."""
    case = Case(parse(obj), BOOK, TODAY)
    return case.era and (
        case.scale is None or (case.state.era == 1 and len(case.state.listed) == 2 and case.actor and case.sector)
    )


@many
@given(facts())
def test_every_set_of_facts_is_answered_in_every_language(obj):
    """No crash; the answer is JSON of the contract's shape."""
    decision = answer(obj)
    for lang in LANGS:
        DECISION.validate(json.loads(json.dumps(decision.as_json(lang), ensure_ascii=False, allow_nan=False)))
    assert decision.as_text("en", BOOK)


@many
@given(facts())
def test_doors_are_in_force_once_each_and_in_order(obj):
    """No door out of force; ranks count up; stages follow one another; no door is both opened and refused."""
    decision = answer(obj)
    case = Case(parse(obj), BOOK, TODAY)
    ids = [door.id for door in decision.doors]
    assert set(ids) <= set(BOOK.doors(case.decided))
    assert len(ids) == len(set(ids))
    assert [door.rank for door in decision.doors] == list(range(1, len(ids) + 1))
    assert [STAGES.index(d.stage) for d in decision.doors] == sorted(STAGES.index(d.stage) for d in decision.doors)
    assert not {f.id for f in decision.not_doors} & set(ids)


@many
@given(facts())
def test_every_finding_cites_articles_in_force(obj):
    """Substance by the day of the conduct, procedure by that of the decision: each basis covers one of them."""
    decision, case = answer(obj), Case(parse(obj), BOOK, TODAY)
    found = [
        *decision.crime.findings,
        *(f for name in LIABILITIES for f in decision.liability[name]),
        *decision.not_doors,
        *decision.red_lines,
    ]
    cited = (
        [f.basis for f in found]
        + [door.fixed.basis for door in decision.doors]
        + [(clock.basis,) for clock in decision.limits]
    )
    for basis in cited:
        assert basis
        for id in basis:
            assert any(in_force(id, day) for day in (case.on, case.decided)), id


def in_force(id, day):
    """Whether a version of the article covers the day."""
    return any(v.since <= day and (v.until is None or day < v.until) for v in BOOK.versions(id.partition(":")[0]))


@many
@given(facts())
def test_because_repeats_the_facts(obj):
    """What triggered a finding is in the facts that were given, with its value."""
    decision, given_facts = answer(obj), parse(obj)
    for finding in (
        *decision.crime.findings,
        *decision.doors,
        *(f for name in LIABILITIES for f in decision.liability[name]),
    ):
        for path, value in finding.because.items():
            assert given_facts.get(path) == value


@many
@given(facts(), st.data())
def test_more_items_gains_or_harm_never_lower_the_tier(obj, data):
    """Monotone: the lowest and the highest possible tier can only rise."""
    worse = json.loads(json.dumps(obj))
    what = data.draw(st.sampled_from(["count", "item", "gains_yuan", "profit_yuan", "harm"]))
    if what == "count":
        rows = [row for row in worse.get("data", []) if "count" in row]
        assume(rows)
        row = data.draw(st.sampled_from(rows))
        row["count"] += data.draw(st.integers(1, 100_000))
    elif what == "item":
        assume(worse.get("data"))
        worse["data"].append({"kind": data.draw(st.sampled_from(terms.DATA_KIND)), "count": data.draw(COUNTS)})
    elif what == "harm":
        assume(worse.get("harm"))
        worse["harm"] = sorted({*worse["harm"], data.draw(st.sampled_from(terms.HARM))})
    else:
        assume(what in worse)
        worse[what] += data.draw(st.integers(1, 100_000))
    before, after = (Case(parse(o), BOOK, TODAY).bounds for o in (obj, worse))
    assert after[0] >= before[0] and after[1] >= before[1]


@many
@given(facts(), st.data())
def test_settled_tier_survives_every_completion(obj, data):
    """If the tier is settled while facts are open, each completion of them gives that tier."""
    tier = tier_of(obj)
    assume(tier != "unknown")
    for done in (*completions(obj), random_completion(obj, data.draw), random_completion(obj, data.draw)):
        assert tier_of(done) == tier


@many
@given(facts())
def test_open_tier_has_two_completions_that_differ(obj):
    """If it is unknown for lack of facts, at least two completions of the facts differ."""
    assume(tier_of(obj) == "unknown" and not open_law(obj))
    tiers = {tier_of(done) for done in completions(obj)}
    assert len(tiers) >= 2


@fewer
@given(facts())
def test_unknown_tier_says_what_is_missing(obj):
    """An open tier comes with a question that settles it, or with the open question of law."""
    decision = answer(obj)
    if decision.crime.tier == "unknown":
        asked = any("crime.tier" in q.would_change for q in decision.ask_next)
        assert asked or open_law(obj)
    else:
        assert not any("crime.tier" in q.would_change for q in decision.ask_next)


ANSWERS = {
    "conduct": [["negligent_publication"], ["bought"], ["obtained_illegally"], ["sold"], ["looked_up", "sold"]],
    "leaker.actor": ["police_officer", "individual", "company"],
    "leaker.sector": ["finance", "medical", "telecom", "police"],
    "leaker.through_duty": [True, False],
    "purpose": list(terms.PURPOSE),
    "used_in_crime": list(terms.USED_IN_CRIME),
    "prior": list(terms.PRIOR),
    "harm": [["none"], ["death"]],
    "urgency": [["ongoing_threat"], ["ongoing_fraud"], []],
    "gains_yuan": [0, 2500, 5000, 25000, HUGE],
    "profit_yuan": [0, HUGE],
    "victims": [1, 1000],
    "victim_minor": [True],
    "victim_poor": [True],
    "known_on": [str(TODAY)],
    "wishes": [["apology", "compensation"]],
    "anonymous": [True],
    "mitigation": [list(terms.MITIGATION)],
    "prior_report": [[{"door": d, "result": "no_answer", "on": str(TODAY)}] for d in ("procuratorate", "police")],
    "kind": ["location_track", "property", "lodging", "contact"],
    "from_id_card": [True],
    "count": [0, 25, 50, 250, 500, 2500, 5000, 25000, 50000, HUGE],
    "data": [
        [{"kind": k, "count": n}]
        for k in ("credit", "lodging", "contact")
        for n in (0, 25, 50, 250, 500, 2500, 5000, 25000, 50000, HUGE)
    ],
}


def part(decision, name):
    """The part of a decision that a question names, without the echo of the facts."""
    if name == "crime.tier":
        return decision.crime.tier
    if name == "crime.findings":
        return [f.id for f in decision.crime.findings]
    if name == "doors":
        return [(d.id, d.stage, d.fixed) for d in decision.doors]
    if name == "limits":
        return [(c.what, c.until) for c in decision.limits]
    return [f.id for f in decision.liability[name]]


@fewer
@given(facts())
def test_what_is_asked_really_changes_what_it_names(obj):
    """For each question and each part it names, some answer changes that part."""
    known = parse(obj)
    decision = decide(known, BOOK, TODAY)
    for question in decision.ask_next:
        answers = ANSWERS[question.path.rpartition("].")[2]]
        if question.path.endswith(".count"):
            kind = known.get(question.path.removesuffix("count") + "kind")
            answers = answers + ([HUGE] if kind else [])
        changed = [decide(known.learn({question.path: value}), BOOK, TODAY) for value in answers]
        for name in question.would_change:
            assert any(part(new, name) != part(decision, name) for new in changed), (question.path, name)


@many
@given(facts(), st.randoms())
def test_order_of_lists_changes_nothing(obj, random):
    """Shuffled lists give the same decision; data and earlier reports keep their own places in paths."""
    shuffled = json.loads(json.dumps(obj))
    for name in ("conduct", "harm", "mitigation", "urgency", "wishes"):
        random.shuffle(shuffled.get(name, []))
    assert answer(shuffled).as_json("en") == answer(obj).as_json("en")
    random.shuffle(shuffled.get("data", []))
    one, two = answer(obj), answer(shuffled)
    assert (one.crime.tier, one.crime.score, one.crime.halved) == (two.crime.tier, two.crime.score, two.crime.halved)
    assert [f.id for f in one.crime.findings] == [f.id for f in two.crime.findings]
    assert [(d.id, d.stage) for d in one.doors] == [(d.id, d.stage) for d in two.doors]
    assert {q.path.rpartition("].")[2] for q in one.ask_next} == {q.path.rpartition("].")[2] for q in two.ask_next}


@fewer
@given(facts(), st.sampled_from(sorted(FIELDS)))
def test_absent_and_null_are_the_same(obj, name):
    """Unknown may be written as null."""
    without = {k: v for k, v in obj.items() if k != name}
    assert answer({**without, name: None}).as_json("en") == answer(without).as_json("en")


QUARTERS = [f"{year}-{month:02}-01" for year in range(2009, 2027) for month in (1, 4, 7, 10)]


@pytest.mark.parametrize("day", QUARTERS[1:])
def test_every_quarter_has_an_answer(day):
    """Temporal cover: a sale by each kind of leaker has findings on its own day; nothing is said of the result.

    The first quarter of 2009 is left out: the crime did not exist yet, and no article of that day says so.
    """
    for actor in terms.ACTOR:
        assert answer({"on": day, "decided_on": day, "leaker": {"actor": actor}, "conduct": ["sold"]}).crime.findings
