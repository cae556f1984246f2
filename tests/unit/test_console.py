"""The instructor's console without a browser: what it shows, what it does, and what the projector must not show."""

import pytest
from test_seat import act, answer, finish, html, sit, to, words

from rightdoor import drills
from rightdoor.practice.console import Console

NAMES = {"trainee-1": "王小明", "trainee-2": "李 <img src=x onerror=alert(1)>"}


def watch(log, book, drill, folder=None, lang="en"):
    console = Console(log, drill, folder, book, lang)
    console.people = dict(NAMES)
    console.show()
    return console


def kinds(log, drill):
    return [c.kind for c in log.controls(drill) if c.kind not in ("opened", "seated", "joined")]


def test_the_instructor_starts_pauses_extends_and_closes(book, log, opened):
    drill = opened()
    console = watch(log, book, drill)
    assert "not begun yet" in words(console) and "Start" in words(console, "controls")
    for do, of in (
        ("start", ""),
        ("pause", ""),
        ("resume", ""),
        ("extend", "all"),
        ("extend", "trainee-2"),
        ("ask-close", "all"),
        ("close", "all"),
    ):
        act(console, do, of)
    assert kinds(log, drill) == ["started", "paused", "resumed", "extended", "extended", "closed"]
    assert console.state.phase == drills.CLOSED and "Open again" in words(console, "controls")
    left = console.state.seats["trainee-2"].clock.left
    assert left - console.state.seats["trainee-1"].clock.left == pytest.approx(300, abs=1)
    act(console, "reopen", "all")
    assert console.state.phase == drills.RUNNING


def test_closing_asks_first(book, log, opened):
    drill = opened()
    console = watch(log, book, drill)
    act(console, "start")
    act(console, "ask-close", "all")
    assert "Nobody can answer any more" in words(console) and console.state.phase == drills.RUNNING
    act(console, "keep")
    assert "Nobody can answer any more" not in words(console)


def test_the_board_follows_the_class_and_names_are_only_the_instructors(book, log, opened, people):
    drill = opened()
    console = watch(log, book, drill)
    act(console, "start")
    seats = [sit(log, book, drill, p.code) for p in people[:3]]
    for seat in seats[:2]:
        to(seat, "leaker")
    answer(seats[0], wrong=True)
    console.tick()
    told = words(console)
    assert "王小明" in told and "0/1" in told and "<img" not in html(console) and "not here" in told
    assert "0 of 1 right at once" in words(console, "steps")
    act(console, "view", "projector")
    everything = html(console)
    for secret in ("王小明", "trainee-1", "trainee-2", "onerror", "right at once"):
        assert secret not in everything


def test_an_inject_is_sent_once_and_heard(book, log, opened):
    drill = opened()
    console, other = watch(log, book, drill), watch(log, book, drill)
    act(console, "start")
    seat = sit(log, book, drill)
    to(seat, "doors")
    act(console, "inject", "paid")
    other.tick()
    act(other, "inject", "paid")
    seat.tick()
    console.tick()
    assert kinds(log, drill).count("injected") == 1 and "heard by 1" in words(console, "injects")
    assert "6,000 yuan" in words(seat, "injects")
    # each has figures of her own: the one view that all may see says so, and only where it is so
    assert "Figures differ" in words(console, "injects") and "Figures differ" not in words(seat, "injects")
    call, paid = (console.plan.inject(id).told(book) for id in ("call-from-station", "paid"))
    assert call == console.plan.inject("call-from-station").say and "{" not in paid.zh + paid.en


def test_a_console_opened_anew_knows_everything(book, log, opened, tmp_path):
    drill = opened()
    first = watch(log, book, drill, tmp_path)
    act(first, "start")
    act(first, "note", note="讲评先讲钱\n再讲条数")
    finish(sit(log, book, drill))
    second = watch(log, book, drill, tmp_path)
    first.tick()
    assert html(second, "rows") == html(first, "rows") and "讲评先讲钱 再讲条数" in words(second, "notes")
    assert (tmp_path / "notes.txt").stat().st_mode & 0o777 == 0o600


def test_the_debrief_can_be_replayed_minute_by_minute(book, log, opened, people):
    drill = opened()
    console = watch(log, book, drill)
    act(console, "start")
    for n, person in enumerate(people):
        finish(sit(log, book, drill, person.code)) if n else to(
            sit(log, book, drill, person.code), "tier", wrong=("leaker",)
        )
    act(console, "close", "all")
    act(console, "view", "debrief")
    assert "Three things to teach again" in words(console) and "王小明" in words(console, "again")
    act(console, "replay", "", minute="0")
    assert "Minute 0" in words(console, "replay")
    act(console, "replay", "1", minute="0")
    assert "Minute 1" in words(console, "replay") and "the clock starts" in words(console, "then")


def test_a_message_that_means_nothing_changes_nothing(book, log, opened):
    drill = opened()
    console = watch(log, book, drill)
    before = kinds(log, drill)
    for do, of in (
        ("extend", "nobody"),
        ("close", "nobody"),
        ("revoke", "all"),
        ("inject", "nothing"),
        ("view", "files"),
        ("fly", ""),
    ):
        act(console, do, of)
    act(console, "replay", "", minute="999999999999")
    assert kinds(log, drill) == before and console.view == "board"
