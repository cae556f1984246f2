"""Looking back and around: certainty and hints, the debrief, the explorer, and a walker that finds what is wrong."""

from dataclasses import replace

import pytest

from rightdoor import cases, feedback
from rightdoor.feedback.walker import MOST_VARIANTS, chosen_variants, play
from rightdoor.law.facts import FactsError


@pytest.fixture(scope="module")
def case(book):
    return cases.load("police-lookup", book)


def played(case, answers=(), certainty=None, hint=None, **variant):
    chosen = next(v for v in cases.variants(case) if variant.items() <= v.items())
    answers = {"call": "danger", "questions": ["who", "what", "count"], **dict(answers)}
    walk = cases.begin(case, 1, chosen)
    while not walk.done:
        walk = walk.hint() if walk.step.id == hint else walk
        walk = walk.take(answers.get(walk.step.id, feedback.key(walk)), certainty)
    return walk


# ---- marks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("score", "certainty", "points"),
    [
        (1, "sure", 3),
        (0, "sure", -6),
        (0.5, "sure", -1.5),
        (1, "think-so", 2),
        (0, "think-so", -2),
        (1, "guess", 1),
        (0, "guess", 0),
        (1, None, None),
    ],
)
def test_certainty_weighs(score, certainty, points):
    assert feedback.points(score, certainty) == points


def test_honesty_pays():
    """Whoever is right with a chance p gains most by saying how sure she is: guess below 1/2, sure above 4/5."""

    def best(p):
        return max(
            ("guess", "think-so", "sure"), key=lambda c: p * feedback.points(1, c) + (1 - p) * feedback.points(0, c)
        )

    assert [best(p) for p in (0.3, 0.6, 0.75, 0.85, 0.99)] == ["guess", "guess", "think-so", "sure", "sure"]


def test_a_hint_costs_a_quarter():
    assert feedback.after_hint(1.0, True) == 0.75 and feedback.after_hint(1.0, False) == 1.0


# ---- debrief ---------------------------------------------------------------------------------------------------


def test_the_debrief_lays_both_ways_side_by_side(case):
    told = feedback.debrief(played(case, {"tier": "none"}, "sure", "clock", kind="lodging", count=250))
    lines = {line.step: line for line in told.lines}
    tier = lines["tier"]
    assert (tier.verdict, tier.score, tier.points) == ("wrong", 0.0, -6) and tier.mine[0].en != tier.law[0].en
    assert lines["clock"].hinted and lines["clock"].score == 0.75 and lines["clock"].mine[0].en == "15 working days"
    assert told.path == told.law_path == case.story
    skill = next(s for s in told.skills if s.id == "measure-seriousness")
    assert (skill.score, skill.points, skill.steps) == (0.0, -6, 1)
    assert any("minor" in question.en for question in told.unasked)


def test_the_first_answer_counts(case):
    walk = played(case)
    again = walk.back().take(["sure-conviction"]).back().take(feedback.key(walk.back()))
    line = feedback.debrief(again).lines[-1]
    assert line.score == 1.0 and line.tries == 3


# ---- explorer --------------------------------------------------------------------------------------------------


def changes(walk, path, value):
    return [(change.part, change.says.en) for change in feedback.explore(walk, path, value)]


def test_one_record_more_changes_the_tier(case):
    walk = played(case, kind="lodging", count=249)
    found = dict(changes(walk, "data[0].count", 250))
    assert found["crime.tier"] == "Seriousness: not this crime → serious circumstances"


def test_another_leaker_goes_through_other_doors(case):
    found = changes(played(case), "leaker.actor", "company")
    assert ("doors", "A door less: another or the superior police organ") in found
    assert any(part == "discipline" and says.startswith("No longer") for part, says in found)


def test_an_earlier_day_is_another_law(case):
    found = changes(played(case), "on", "2025-12-01")
    assert any(part == "administrative" and says.startswith("No longer") for part, says in found)
    assert changes(played(case), "on", "2099-01-01")  # a day beyond the visit is answered as well


def test_where_nothing_changes_that_is_said(case):
    walk = played(case)
    assert changes(walk, "leaker.actor", "police_officer") == [("nothing", "Nothing changes.")]


def test_what_was_known_can_be_forgotten(case):
    assert any(part == "ask_next" for part, _ in changes(played(case), "leaker.actor", None))


@pytest.mark.parametrize(
    ("path", "value"),
    [("leaker.actor", "spy"), ("leaker.rank", 1), ("data[0].count", -1), ("data[99999999].count", 1), ("<b>", 1)],
)
def test_a_value_that_does_not_fit_is_refused(case, path, value):
    with pytest.raises(FactsError):
        feedback.explore(played(case), path, value)


def test_every_knob_can_be_turned(case):
    walk = played(case, kind="lodging", count=250)
    knobs = {knob.path: knob for knob in feedback.knobs(walk)}
    assert knobs["leaker.actor"].value == "police_officer"
    assert [v for v, _ in knobs["data[0].count"].choices] == [None, 249, 250, 2499, 2500]
    for knob in knobs.values():
        for value, label in knob.choices:
            assert label.zh and feedback.explore(walk, knob.path, value)


# ---- the walker ------------------------------------------------------------------------------------------------


def broken(case, id, **changes):
    step = case.steps[id]
    return play(replace(case, steps={**case.steps, id: replace(step, **changes)}))


def says(covered):
    return [p.says.en for p in covered.faults.values()]


def test_a_door_that_the_law_asks_for_must_be_on_offer(case):
    found = broken(case, "doors", options=case.steps["doors"].options[1:])
    assert any("asks for police-other-organ, which is not on offer" in s for s in says(found))
    assert next(iter(found.faults.values())).place.startswith("cases/police-lookup.yaml:")


def test_an_answer_of_the_law_must_be_among_the_choices(case):
    options = tuple(o for o in case.steps["tier"].options if o.id != "serious")
    assert any("cannot be given: serious" in s for s in says(broken(case, "tier", options=options)))


def test_a_red_line_that_is_none_is_found(case):
    options = case.steps["promise"].options
    found = broken(case, "promise", options=(replace(options[0], red_line="do-not-copy-a-state-secrets"), *options[1:]))
    assert any("no such red line" in s for s in says(found))


def test_an_option_without_a_reason_is_found(case):
    options = case.steps["data"].options
    found = broken(case, "data", options=(replace(options[0], why=None), *options[1:]))
    assert any("'class-a' sometimes has no reason" in s for s in says(found))


def test_a_question_that_cannot_be_answered_wrongly_is_found(case):
    options = tuple(o for o in case.steps["promise"].options if not o.red_line)
    found = broken(case, "promise", options=options, least=3)
    assert any("asks nothing" in s for s in says(found))


def test_many_variants_are_bounded(case):
    wide = replace(case, vary={"kind": ["lodging", "location_track"], "count": list(range(1, 60))})
    chosen = chosen_variants(wide)
    assert len(chosen) <= MOST_VARIANTS and {v["count"] for v in chosen} >= {1, 59}
