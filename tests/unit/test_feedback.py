"""Feedback: the first helpful sentence, each option with its reason, and an article in force on the day."""

import pytest

from rightdoor import cases, feedback
from rightdoor.cases.kinds import DECIDES

EVERYTHING = {"call": "danger", "questions": ["who", "what", "count"], "leaker": "police_officer"}


@pytest.fixture(scope="module")
def case(book):
    return cases.load("police-lookup", book)


def at(case, step, take=EVERYTHING, **variant):
    """The walk at `step`, answered as `take` says and otherwise as the law does."""
    chosen = next(v for v in cases.variants(case) if all(v[k] == x for k, x in variant.items()))
    walk = cases.begin(case, 1, chosen)
    while walk.step.id != step:
        walk = walk.take(take.get(walk.step.id, feedback.key(walk)))
    return walk


def marks(told):
    return {o.id: o.mark for o in told.options}


def test_every_question_to_the_law_has_a_key_and_a_judge():
    for name, decide in DECIDES.items():
        assert set(decide.kinds) <= set(feedback.JUDGES)
        assert ("match" in decide.kinds) == (name in feedback.FITS)
        assert (set(decide.kinds) != {"match"}) == (name in feedback.KEYS)


# ---- interview ---------------------------------------------------------------------------------------------


def test_a_question_is_answered_and_not_scored(case):
    told = feedback.judge(at(case, "call"), "who")
    assert (told.verdict, told.score) == ("noted", None)
    assert "badge number" in told.says[0].en


def test_a_question_that_does_not_help_says_why(case):
    told = feedback.judge(at(case, "call"), "blame")
    assert told.verdict == "wrong" and told.score is None and "blame" in told.says[0].en


# ---- choose one --------------------------------------------------------------------------------------------


def test_a_wrong_choice_hears_its_own_reason_then_the_answer(case):
    told = feedback.judge(at(case, "leaker"), "auxiliary_police")
    assert (told.verdict, told.score, told.key) == ("wrong", 0.0, "police_officer")
    assert told.says[0] == feedback.WRONG and "hired staff" in told.says[1].en and "police officer" in told.says[2].en
    assert marks(told)["police_officer"] == "missing" and marks(told)["auxiliary_police"] == "wrong"


def test_what_was_not_asked_is_not_settled(case):
    walk = at(case, "tier", {**EVERYTHING, "questions": ["who", "what"]}, kind="location_track", count=250)
    guessed, waited = feedback.judge(walk, "especially_serious"), feedback.judge(walk, "unknown")
    assert guessed.verdict == "wrong" and guessed.says[0] == feedback.NOT_ASKED
    assert waited.verdict == "right" and any("police count" in s.en for s in waited.says)
    assert any("How many" in s.en for s in waited.says)


@pytest.mark.parametrize(
    ("kind", "count", "tier"),
    [
        ("lodging", 249, "none"),
        ("lodging", 250, "serious"),
        ("location_track", 24, "none"),
        ("location_track", 25, "serious"),
        ("location_track", 249, "serious"),
        ("location_track", 250, "especially_serious"),
    ],
)
def test_the_tier_is_computed_for_each_variant(case, kind, count, tier):
    told = feedback.judge(at(case, "tier", kind=kind, count=count), tier)
    assert told.verdict == "right" and told.score == 1.0
    assert any("halved" in s.en for s in told.says)
    assert told.quotes[-1].id == "interp-2017-10/5:1(8)"


# ---- doors -------------------------------------------------------------------------------------------------

RIGHT_ORDER = ("police-other-organ", "supervision-commission", "procuratorate")


def doors(case, *response):
    return feedback.judge(at(case, "doors"), response)


def test_the_right_doors_in_the_right_order(case):
    told = doors(case, *RIGHT_ORDER)
    assert (told.verdict, told.score, told.key) == ("right", 1.0, RIGHT_ORDER)


def test_a_parallel_door_may_stand_anywhere_but_first(case):
    assert doors(case, *RIGHT_ORDER, "police-inspectorate").verdict == "right"
    assert doors(case, RIGHT_ORDER[0], "police-inspectorate", *RIGHT_ORDER[1:]).verdict == "right"
    assert doors(case, "police-inspectorate", *RIGHT_ORDER).verdict == "partly"


def test_a_refused_door_is_named_with_the_reason_of_the_law(case):
    told = doors(case, "market-regulator", *RIGHT_ORDER)
    assert told.verdict == "partly" and "does not take" in told.says[1].en and "no power over police" in told.says[2].en
    assert told.quotes[0].article == "consumer-law/29"


def test_a_missing_door_is_named(case):
    told = doors(case, *RIGHT_ORDER[:2])
    assert told.verdict == "partly" and "procuratorate" in told.says[1].en and marks(told)["procuratorate"] == "missing"


def test_a_needless_door_is_named_in_the_authors_words(case):
    told = doors(case, *RIGHT_ORDER, "letters-and-visits")
    assert told.verdict == "partly" and "not needed" in told.says[1].en and "quicker" in told.says[2].en


def test_the_wrong_order_costs_less_than_the_wrong_door(case):
    told = doors(case, *RIGHT_ORDER[::-1])
    assert told.verdict == "partly" and "order" in told.says[1].en
    assert doors(case, *RIGHT_ORDER[:2]).score < told.score < 1


def test_nothing_but_wrong_doors_is_wrong(case):
    told = doors(case, "market-regulator", "consumer-association")
    assert (told.verdict, told.score) == ("wrong", 0.0)


def test_danger_comes_before_every_other_door(case):
    """Going to the police now is wanted first as soon as the facts say that a threat is going on."""
    walk = at(case, "doors")
    now = walk.facts.learn({"urgency": ["ongoing_threat"]})
    assert feedback.STAGES.index("now") == 0
    from rightdoor.law.decide import decide

    assert decide(now, case.book, today=case.today).doors[0].stage == "now"


# ---- number, red lines -------------------------------------------------------------------------------------


def test_a_known_mistake_is_explained(case):
    told = feedback.judge(at(case, "clock"), "7")
    assert (
        told.verdict == "wrong" and told.key == 15 and "procuratorate" in told.says[1].en and "15" in told.says[-1].en
    )
    assert feedback.judge(at(case, "clock"), 15).verdict == "right"
    assert feedback.judge(at(case, "clock"), 16).verdict == "wrong"


def test_a_red_line_is_named_first(case):
    told = feedback.judge(at(case, "evidence"), ["keep-chat", "buy-list"])
    assert told.verdict == "partly" and "whole list" in told.says[1].en
    assert (
        marks(told)["buy-list"] == "wrong"
        and marks(told)["timeline"] == "missing"
        and marks(told)["post-online"] == "left"
    )
    assert told.quotes[0].id == "interp-2017-10/4" and told.quotes[-1].id == "criminal-law/253-1:3"


def test_no_promise_is_right(case):
    told = feedback.judge(at(case, "promise"), ["sure-conviction"])
    assert told.verdict == "wrong" and "no" in told.says[1].en
    assert feedback.judge(at(case, "promise"), list(told.key)).verdict == "right"


# ---- always ------------------------------------------------------------------------------------------------


def test_an_answer_that_is_none_is_refused(case):
    with pytest.raises(cases.AnswerError):
        feedback.judge(at(case, "tier"), "very_serious")


def test_the_same_question_has_the_same_feedback(case):
    assert feedback.judge(at(case, "doors"), RIGHT_ORDER) == feedback.judge(at(case, "doors"), RIGHT_ORDER)


def test_the_article_is_the_version_of_the_day(case):
    for step in ("leaker", "data", "tier", "doors", "clock", "evidence", "promise"):
        walk = at(case, step)
        told = feedback.judge(walk, feedback.key(walk))
        assert told.quotes
        assert all(q.since <= case.today and (q.until is None or case.on < q.until) for q in told.quotes)
