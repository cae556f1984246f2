"""News in a drill: on record when it stood on whose page; and what is half entered, kept until its step has gone by."""

import pytest
from test_seat import act, answer, control, html, sit, to, words

from rightdoor import drills
from rightdoor.practice.console import Console
from rightdoor.records import Control

CALL = "call-from-station"


@pytest.fixture
def drill(log, opened):
    """A drill that is under way."""
    drill = opened()
    control(log, drill, "started")
    return drill


def seen(log, drill):
    return [(c.learner, c.data["inject"]) for c in log.controls(drill) if c.kind == "seen"]


def test_words_alone_are_on_record_once_they_stand_on_a_page(book, log, drill):
    seat = sit(log, book, drill)
    act(seat, "seen", CALL)
    control(log, drill, "injected", inject=CALL)
    seat.tick()
    assert f'data-seen="{CALL}"' in html(seat, "injects") and seen(log, drill) == [], (
        "only the page knows that it is read"
    )
    before = seat.sheet.view["parts"]
    for id in (CALL, CALL, "paid", "nothing"):
        act(seat, "seen", id)
    assert seen(log, drill) == [("trainee-1", CALL)]
    assert seat.sheet.view["parts"] == before and seat.sheet.view["unasked"], "and nothing on the page moves"
    again = sit(log, book, drill)
    act(again, "seen", CALL)
    assert len(seen(log, drill)) == 1, "not a second time from another page"


def test_the_debrief_says_who_had_which_news_when(book, log, drill):
    seats = [sit(log, book, drill, f"trainee-{n}") for n in (1, 2, 3)]
    to(seats[0], "doors")
    for id in (CALL, "paid"):
        control(log, drill, "injected", inject=id)
    for seat in seats:
        seat.tick()
    act(seats[1], "seen", CALL)
    told = drills.debrief(drills.load("police-lookup", book), log.controls(drill), log.events(drill=drill), book)
    news = {one.id: one for one in told.news}
    assert [code for code, _ in news[CALL].by] == ["trainee-2"] and news[CALL].missed == ("trainee-1", "trainee-3")
    assert {code for code, _ in news["paid"].by} == {"trainee-1", "trainee-2", "trainee-3"} and not news["paid"].missed
    line = next(m for m in told.timeline if m.kind == "seen")
    assert (
        line.code == "trainee-2" and "派出所有人打电话" in line.says.zh and "Somebody from the station" in line.says.en
    )
    assert any(m.kind == "news" and m.says.en.startswith("the facts changed: ") for m in told.timeline)
    console = Console(log, drill, None, book, "en")
    assert "on the page of 1" in words(console, "injects")
    act(console, "view", "debrief")
    assert "trainee-2" in words(console, "news") and "Not seen by: trainee-1, trainee-3" in words(console, "news")


@pytest.mark.parametrize("data", [{}, {"inject": 7}])
def test_what_was_seen_needs_an_inject_and_a_learner(data):
    with pytest.raises(ValueError, match="inject"):
        Control("seen", "drill-1", "trainee-1", data)
    with pytest.raises(ValueError, match="learner"):
        Control("seen", "drill-1", "", {"inject": CALL})


def test_a_seat_looks_only_for_what_concerns_her(book, log, drill):
    seat = sit(log, book, drill)
    other = sit(log, book, drill, "trainee-2")
    assert {c.learner for c in seat.controls} == {"", "trainee-1"}
    seen_before = seat.seen
    control(log, drill, "injected", inject=CALL)
    other.tick()
    act(other, "seen", CALL)
    seat.tick()
    assert seat.seen == seen_before + 1, "the news, but not who else has it"


def test_what_is_half_entered_is_named_after_its_step_and_comes_back(book, log, drill):
    seat = sit(log, book, drill)
    first = seat.sheet.view["keep"]["as"]
    answer(seat)
    assert seat.sheet.view["keep"]["as"] != first
    to(seat, "doors")
    act(seat, "add", "supervision-commission")
    act(seat, "add", "police-inspectorate")
    kept = seat.sheet.view["keep"]
    assert kept["more"] == {"order": ["supervision-commission", "police-inspectorate"]}
    anew = sit(log, book, drill)
    assert anew.sheet.view["keep"] == {"as": kept["as"], "more": None}
    act(anew, "draft", "", order=[*kept["more"]["order"], "police-inspectorate", "nowhere", 7], certainty="sure")
    assert anew.player.draft["order"] == kept["more"]["order"] and 'value="sure" checked' in html(anew, "question")
    assert anew.sheet.view["unasked"], "nothing else on the page moves"
    act(anew, "answer")
    assert anew.sheet.view["keep"] is None, "nothing is kept once it is handed in"


@pytest.mark.parametrize("kind", ["revoked", "closed"])
def test_nothing_is_kept_for_a_seat_that_is_over(book, log, drill, kind):
    seat = sit(log, book, drill)
    assert seat.sheet.view["keep"]
    control(log, drill, kind, "trainee-1" if kind == "revoked" else "")
    seat.tick()
    assert seat.sheet.view["keep"] is None
    act(seat, "draft", "", order=["police-inspectorate"])
    assert seat.sheet.view["keep"] is None


def test_a_pause_keeps_it(book, log, drill):
    seat = sit(log, book, drill)
    name = seat.sheet.view["keep"]["as"]
    control(log, drill, "paused")
    seat.tick()
    assert seat.sheet.view["keep"]["as"] == name
