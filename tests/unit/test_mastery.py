"""Mastery: evidence and its limits, spaced review, what the law has changed, and which case comes next."""

import shutil
from datetime import UTC, date, datetime, timedelta

import pytest

from rightdoor import cases, feedback, mastery, records, tables
from rightdoor.mastery import Offer, Try, advise, skill, standing, tries, wilson
from rightdoor.records import Event

DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def tried(*scores, id="s", case="c", every=1, **changes):
    return [
        Try(id, case, f"step-{n}", score, DAY + timedelta(days=n * every), **changes) for n, score in enumerate(scores)
    ]


# ---- skills --------------------------------------------------------------------------------------------------


def test_a_skill_never_tried_is_unknown_and_says_so():
    one = skill("s", ())
    assert (one.tries, one.mean, one.low, one.high, one.state) == (0, None, 0, 1, "untried")


def test_evidence_by_hand():
    """Right, right, wrong: weights .81, .9, 1, so that the mean is 1.71 / 2.71."""
    one = skill("s", tried(1, 1, 0))
    assert one.mean == pytest.approx(1.71 / 2.71)
    assert (one.low, one.high) == wilson(1.71 / 2.71, 2.71, 1.6449)


def test_more_evidence_narrows_the_interval_and_five_in_a_row_are_firm():
    widths = [skill("s", tried(*[1] * n)).high - skill("s", tried(*[1] * n)).low for n in (1, 3, 6)]
    assert widths == sorted(widths, reverse=True)
    assert [skill("s", tried(*[1] * n)).state for n in (1, 2, 3, 5)] == ["unsure", "unsure", "growing", "firm"]


def test_what_is_recent_counts_more():
    assert skill("s", tried(0, 0, 0, 1, 1, 1)).mean > 0.5 > skill("s", tried(1, 1, 1, 0, 0, 0)).mean


def test_guesses_and_hints_prove_half():
    sure, guess, hint = (skill("s", tried(1, 1, **c)).mean for c in ({}, {"certainty": "guess"}, {"hinted": True}))
    assert (sure, guess, hint) == (1, 0.5, 0.5)
    assert skill("s", tried(*[0] * 6)).state == "weak"


# ---- review --------------------------------------------------------------------------------------------------


def item(*scores, at=DAY, now=DAY, **changes):
    made = [Try("s", "c", "step", x, at + timedelta(days=3 * n), **changes) for n, x in enumerate(scores)]
    return standing(made, now=now).items["c", "step"]


def test_a_step_comes_back_later_the_better_it_went():
    wrong, guess, right, sure = item(0), item(1, certainty="guess"), item(1), item(1, certainty="sure")
    assert wrong.due <= guess.due < right.due < sure.due
    assert item(1, 1, 1).due - item(1, 1).due > timedelta(days=3)
    assert DAY < wrong.due <= DAY + timedelta(days=1)


def test_nothing_is_left_alone_for_more_than_half_a_year():
    assert item(*[1] * 12, certainty="sure").due <= DAY + timedelta(days=33 + 180)


def test_what_is_due_is_listed_the_least_known_first():
    made = [Try("s", "c", step, score, DAY) for step, score in (("good", 1), ("bad", 0))]
    assert standing(made, now=DAY).due == ()
    assert [i.step for i in standing(made, now=DAY + timedelta(days=60)).due] == ["bad", "good"]
    marked = standing(made, {("c", "good"): ("law/1",)}, DAY)
    assert [(i.step, i.changed) for i in marked.due] == [("good", ("law/1",))]


# ---- the next case -------------------------------------------------------------------------------------------

OFFERS = (
    Offer("one", 10, (("a", "doors"), ("b", "doors"))),
    Offer("two", 10, (("a", "clocks"), ("b", "clocks"))),
    Offer("long", 60, (("a", "clocks"), ("b", "clocks"))),
)


def test_a_beginner_begins_with_the_easiest_and_of_those_with_the_shortest():
    hard, long, easy = (
        Offer(id, minutes, (("a", "doors"),), n) for id, minutes, n in (("h", 5, 4), ("l", 30, 1), ("e", 8, 1))
    )
    assert advise(standing([], now=DAY), (hard, long, easy)).case == "e"


def test_a_newcomer_is_offered_an_easy_case_of_the_library(book):
    first = cases.load(advise(standing([], now=DAY), mastery.offers(book), book).case, book)
    assert cases.demands(first) == 0 and first.minutes <= 10 and len(first.steps) >= 6


def test_of_equals_a_beginner_begins_with_the_first():
    advice = advise(standing([], now=DAY), OFFERS)
    assert advice.case == "one" and advice.why[0].en == "This is where to begin."
    assert advise(standing([], now=DAY), ()) is None


def test_the_untried_comes_before_the_practised_and_the_short_before_the_long():
    done = [Try("doors", "one", step, 1, DAY) for step in "ab"]
    advice = advise(standing(done, now=DAY), OFFERS)
    assert advice.case == "two" and "clocks" in advice.why[0].en and "还没练过" in advice.why[0].zh


def test_of_many_skills_three_are_named(book):
    ids = list(book.vocabulary["skill"])[:4]
    many = Offer("many", 5, tuple((f"step-{id}", id) for id in ids))
    why = advise(standing(tried(1), now=DAY), [many], book).why[-1]
    assert "、".join(book.label("skill", id).zh for id in ids[:3]) + "等。" in why.zh
    assert ", ".join(book.label("skill", id).en for id in ids[:3]) + ", and others." in why.en


def test_what_is_due_comes_back_and_the_reason_is_told():
    done = [Try("doors", "one", step, 0, DAY) for step in "ab"]
    done += [Try("clocks", "two", step, 1, DAY, "sure") for step in "ab" for _ in range(3)]
    advice = advise(standing(done, now=DAY + timedelta(days=4)), OFFERS[:2])
    assert advice.case == "one" and "Steps due for review: 2." in [pair.en for pair in advice.why]


def test_a_change_of_the_law_outweighs_a_firm_skill(book):
    done = [Try("know-clocks", "two", f"{n}", 1, DAY, "sure") for n in range(8)]
    offers = (
        Offer("one", 10, (("a", "know-clocks"),)),
        Offer("two", 10, tuple((f"{n}", "know-clocks") for n in range(8))),
    )
    before = advise(standing(done, now=DAY), offers, book)
    after = advise(standing(done, {("two", "0"): ("criminal-law/253-1",)}, DAY), offers, book)
    assert (before.case, after.case) == ("one", "two")
    assert "第二百五十三条之一" in after.why[0].zh and "Changed since you learned it" in after.why[0].en


def test_every_case_of_the_library_is_on_offer(book):
    found = mastery.offers(book)
    assert [offer.case for offer in found] == list(cases.practice(book.root))
    assert all(offer.minutes and offer.steps for offer in found)
    assert {id for offer in found for _, id in offer.steps} <= set(book.terms("skill"))


# ---- from the log, and what has changed since ----------------------------------------------------------------


def played(book, day="2026-11-24", learner="local-abc234"):
    """The events of a whole walk through a case by the engine's own key, recorded on a day."""
    case = cases.load("police-lookup", book)
    walk = cases.begin(case, "0", {"kind": "lodging", "count": 250})
    first = records.started(walk, learner, "en")
    events = [first]
    while walk.step:
        response = {"call": "danger", "questions": ["who", "what", "count"]}.get(walk.step.id) or feedback.key(walk)
        events.append(records.answered(walk, response, learner, "en", first.walk, feedback.judge(walk, response)))
        walk = walk.take(response)
    return [Event(**{**event.row, "at": f"{day}T08:00:{n:02}.000+00:00"}) for n, event in enumerate(events)]


def test_tries_are_the_first_answers_to_judged_steps(book):
    events = played(book)
    found = tries(events, book)
    judged = [step for step in cases.load("police-lookup", book).steps.values() if step.judged]
    assert {one.step for one in found} <= {step.id for step in judged} and len(found) >= 5
    assert all(one.score == 1 and one.skill in book.terms("skill") for one in found)
    again = [Event(**{**e.row, "attempt": 2, "score": 0.0, "id": e.id + "-2"}) for e in events if e.kind == "answered"]
    assert len(tries(events + again, book)) == len(found)
    hint = Event("hint", events[0].learner, "police-lookup", events[0].walk, step=found[0].step, at=events[0].at)
    assert tries([events[0], hint, *events[1:]], book)[0].hinted
    gone = [Event(**{**e.row, "case": "no-longer-there"}) for e in events]
    assert tries(gone, book) == []


def edited(book, tmp_path, file, old, new):
    """The Book of a copy of the data with one edit."""
    root = tmp_path / "data"
    shutil.copytree(book.root, root)
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return tables.load(root)


def police_lookup(book):
    return tuple(offer for offer in mastery.offers(book) if offer.case == "police-lookup")


def test_nothing_has_changed_while_the_law_stands(book):
    events = played(book)
    assert mastery.changes(events, book, date(2026, 11, 24)) == {}


def test_a_correction_of_an_article_marks_the_steps_that_lean_on_it(book, tmp_path):
    events = played(book)
    new = edited(book, tmp_path, "statutes/interp-2017-10.yaml", "非法获取、出售或者提供", "非法出售或者提供")
    found = mastery.changes(events, new, date(2026, 11, 24))
    assert "tier" in {step for _, step in found}
    assert all(id.startswith("interp-2017-10/") for ids in found.values() for id in ids)
    assert ("police-lookup", "clock") not in found
    now = standing(tries(events, new), found, datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert now.due[0].changed
    assert mastery.changes(events + played(new, learner="local-abc234"), new, date(2026, 11, 24)) == {}


def test_a_fresh_check_of_a_source_changes_nothing(book, tmp_path):
    new = edited(book, tmp_path, "statutes/interp-2017-10.yaml", "checked: 2026-", "checked: 2027-")
    assert new.snapshot != book.snapshot
    assert mastery.changes(played(book), new, date(2026, 11, 24)) == {}


def test_a_new_version_marks_its_steps_from_the_day_it_is_in_force(book, tmp_path):
    """The number of days that the clock step asks for, and nothing else, is another from May 2027 on."""
    old = """  basis: supervision-regulations/209:2
  versions:
  - from: 2025-06-01
    until: open
    value: 15
"""
    source = "    source: {title: 另一版本, checked: 2027-05-01, status: verified}\n"
    new = old.replace("open", "2027-05-01") + source + "  - from: 2027-05-01\n    until: open\n    value: 20\n"
    later = edited(book, tmp_path, "parameters/clocks.yaml", old, new)
    events = played(book, "2026-11-24")
    assert mastery.changes(events, later, date(2027, 4, 30)) == {}
    found = mastery.changes(events, later, date(2027, 5, 1))
    assert found == {("police-lookup", "clock"): ("supervision/acceptance-notice",)}
    advice = advise(
        standing(tries(events, later), found, datetime(2027, 5, 1, tzinfo=UTC)), police_lookup(later), later
    )
    assert "告知受理情况" in advice.why[0].zh
    assert mastery.changes(events + played(later, "2027-05-02"), later, date(2027, 6, 1)) == {}
