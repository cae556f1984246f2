"""The seat of a drill without a browser: what arrives, what is kept, what is held back, and at the end her debrief."""

import re

import pytest

from rightdoor import drills, feedback
from rightdoor.practice import question
from rightdoor.practice.learner import Learner
from rightdoor.practice.seat import Seat
from rightdoor.records import Control


def sit(log, book, drill, code="trainee-1", lang="en"):
    return Seat(Learner(log, code, None, lang, book), drill)


def control(log, drill, kind, learner="", **data):
    log.direct(Control(kind, drill, learner, data))


def act(seat, do, of="", **values):
    seat.sheet._received(seat.sheet, {"do": do, "of": of, "values": values}, None)


def html(seat, part=None):
    return "".join(text for name, text in seat.sheet.view["parts"] if part in (None, name))


def words(seat, part=None):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(seat, part)))


def answer(seat, wrong=False):
    """Answer the present step as the law does, or as badly as the step allows, and go on."""
    walk = seat.player.session.walk
    kind = walk.step.kind.id
    key = feedback.key(walk) if walk.step.judged else None
    shown = [o.id for o in walk.prompt().options]
    helpful = [id for id in shown if not walk.step.option(id).hint]
    several = walk.prompt().most
    chosen = key if key is not None else helpful[0] if kind == "choose-one" else helpful[:several]
    if kind == "choose-one" and wrong and walk.step.judged:
        chosen = next(id for id in shown if id != key)
    if kind == "order-doors":
        for id in shown[-1:] if wrong else key:
            act(seat, "add", id)
        act(seat, "answer")
    elif kind == "match":
        act(seat, "answer", **{question.PLACE + item: place for item, place in key.items()})
    elif kind in ("number", "date"):
        act(seat, "answer", **{kind: str(key)})
    elif kind == "choose-one" and not walk.step.judged:
        act(seat, "answer", chosen)
    else:
        act(seat, "answer", choice=chosen if kind == "choose-one" else shown[:1] if wrong else list(chosen))
    if seat.player and seat.player.screen == "feedback":
        act(seat, "next")


def to(seat, step, wrong=()):
    """Answer until the step (None: the end) has come."""
    for _ in range(40):
        at = seat.player.session.walk.step
        if (at.id if at else None) == step:
            return
        answer(seat, at.id in wrong)
    raise AssertionError(f"never came to {step}")


def finish(seat):
    to(seat, None)
    if seat.player.screen == "feedback":
        act(seat, "next")


def test_a_seat_waits_for_the_instructor_and_then_shows_the_case(book, log, opened):
    drill = opened()
    seat = sit(log, book, drill)
    assert "not begun yet" in words(seat) and seat.player is None and "trainee-1" in words(seat)
    act(seat, "answer", "danger", choice="danger")
    assert not log.events(drill=drill), "nothing is answered before the start"
    control(log, drill, "started")
    seat.tick()
    assert "running" in words(seat) and "data-runs" in html(seat, "clock") and seat.sheet.view["unasked"]
    answer(seat)
    assert {e.drill for e in log.events(learner="trainee-1")} == {drill}


def test_news_arrives_while_she_is_half_way_and_nothing_she_entered_is_touched(book, log, opened):
    drill = opened()
    control(log, drill, "started")
    seat = sit(log, book, drill)
    to(seat, "doors")
    act(seat, "add", "police-inspectorate")
    before = [part for part in seat.sheet.view["parts"] if part[0] == "question"]
    control(log, drill, "injected", inject="paid")
    seat.tick()
    assert "6,000 yuan" in words(seat, "injects") and seat.sheet.view["unasked"]
    assert [part for part in seat.sheet.view["parts"] if part[0] == "question"] == before
    assert [e.response for e in log.events(drill=drill) if e.kind == "news"] == ["paid"]
    for id in ("police-other-organ", "supervision-commission"):
        act(seat, "add", id)
    act(seat, "answer")
    act(seat, "next")
    assert seat.player.session.walk.step.id == "paid-tier", "the questions of the news come once the step is answered"
    assert feedback.key(seat.player.session.walk) in ("serious", "especially_serious")
    finish(seat)
    assert seat.player.session.walk.done and "paid-keep" in seat.player.session.walk.path


def test_news_of_a_case_that_is_done_opens_it_again(book, log, opened):
    drill = opened()
    control(log, drill, "started")
    seat = sit(log, book, drill)
    finish(seat)
    assert "All cases are done" in words(seat)
    control(log, drill, "injected", inject="not-filed")
    seat.tick()
    assert seat.player.session.walk.step.id == "not-filed-doors" and "no case is opened" in words(seat)


def test_the_class_lets_it_become_known(book, log, opened):
    drill = opened()
    control(log, drill, "started")
    seats = [sit(log, book, drill, f"trainee-{n}") for n in (1, 2)]
    for seat in seats:
        to(seat, "doors")
        seat.tick()
    injected = [c.data["inject"] for c in log.controls(drill) if c.kind == "injected"]
    assert injected == ["paid"], "as soon as half of those present have answered, and once"
    seats[0].tick()
    assert "6,000 yuan" in words(seats[0], "injects")


@pytest.mark.parametrize(
    ("kind", "told"),
    [("paused", "has paused the drill"), ("closed", "Your debrief"), ("revoked", "has withdrawn this seat")],
)
def test_what_the_instructor_does_is_shown_and_stops_answers(book, log, opened, kind, told):
    drill = opened()
    control(log, drill, "started")
    seat = sit(log, book, drill)
    answer(seat)
    control(log, drill, kind, "trainee-1" if kind == "revoked" else "")
    count = len(log.events(drill=drill))
    act(seat, "answer", "danger", choice="danger")
    assert told in words(seat) and len(log.events(drill=drill)) == count
    assert not seat.sheet.view["unasked"], "her message was answered"


def test_a_pause_keeps_the_question_but_makes_it_inert(book, log, opened):
    drill = opened()
    control(log, drill, "started")
    seat = sit(log, book, drill)
    question = html(seat, "question")
    control(log, drill, "paused")
    seat.tick()
    assert (
        html(seat, "question") == question
        and "question" in seat.sheet.view["inert"]
        and "data-runs" not in html(seat, "clock")
    )
    control(log, drill, "resumed")
    seat.tick()
    assert html(seat, "question") == question and not seat.sheet.view["inert"]


def test_she_goes_on_elsewhere_and_the_first_page_says_so(book, log, opened):
    drill = opened()
    control(log, drill, "started")
    first = sit(log, book, drill)
    answer(first)
    second = sit(log, book, drill, lang="zh-Hant")
    assert (
        second.player.session.walk.moves == first.player.session.walk.moves
        and second.player.session.walk.variant == first.player.session.walk.variant
    )
    first.tick()
    assert "goes on there" in words(first) and "Continue here" in words(first)
    answer(second)
    act(first, "here")
    assert len(first.player.session.walk.moves) == 2
    second.tick()
    assert "這裡繼續" in words(second)


def test_each_has_her_own_variant_and_it_is_the_same_on_every_machine(book, log, opened, people):
    drill = opened()
    control(log, drill, "started")
    variants = {str(sit(log, book, drill, p.code).player.session.walk.variant) for p in people}
    assert len(variants) > 1
    assert drills.seed_of("warm-up-20261127-abcd", "trainee-1") == "041c62b6"


@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
def test_an_examination_tells_nothing_right_or_wrong(book, log, opened, lang):
    drill = opened("mixed-examination")
    control(log, drill, "started")
    seat, shown = sit(log, book, drill, lang=lang), ""
    for _ in range(12):
        if seat.player.session.walk.done:
            break
        answer(seat, wrong=True)
        shown += html(seat)
        assert seat.player.screen != "feedback"
    for sign in ("rs-verdict", "rs-each", "rs-mark-right", "rs-mark-wrong", "rs-article"):
        assert sign not in shown
    assert any(e.score == 0 for e in log.events(drill=drill))
    act(seat, "back")
    act(seat, "ask-restart")
    assert not [e for e in log.events(drill=drill) if e.kind in ("back", "restarted")]
    control(log, drill, "closed")
    seat.tick()
    assert "rs-mark" not in html(seat) and ("nobody is told" in words(seat) or "不公布" in words(seat))


def test_her_debrief_lays_her_answers_beside_the_laws(book, log, opened):
    drill = opened("warm-up")
    control(log, drill, "started")
    seat = sit(log, book, drill)
    to(seat, "doors", wrong=("leaker",))
    control(log, drill, "closed")
    seat.tick()
    assert "Most worth another look" in words(seat) and "First try: 0%" in words(seat) and "rs-line" in html(seat)


def test_nothing_is_lost_or_begun_by_looking(book, log, opened):
    drill = opened("hospital-leak")
    control(log, drill, "started")
    seat = sit(log, book, drill)
    finish(seat)
    assert [e.case for e in log.events(drill=drill) if e.kind == "started"] == ["nurse-sold-records"]
    act(seat, "case", "hospital-manager")
    assert seat.case == "hospital-manager" and not seat.player.session.walk.done


def test_a_page_outside_a_class_says_so_and_breaks_nothing(tmp_path, run_python):
    script = """
import os, re
os.environ["RIGHTDOOR_STORE"] = {store!r}
{more}
from rightdoor import lesson
for show in (lesson.seat, lesson.console):
    print(re.sub("<[^>]+>", " ", "".join(html for _, html in show("en").view["parts"])))
"""
    for more in (
        "",
        "os.environ['RIGHTDOOR_DRILL'] = 'warm-up-20261127-none'; os.environ['RIGHTDOOR_LEARNER'] = 'class-1'",
    ):
        out = run_python(script.format(store=str(tmp_path / "a.sqlite"), more=more))
        assert out.count("Open it by the link that the instructor gave you") == 2
