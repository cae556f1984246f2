"""A seat in a real browser: the way in, a server that goes away and comes back, a second device, an instructor who revokes."""

import json

import pytest
from schoolroom import schoolroom
from trainee import PATIENCE, right

from rightdoor import drills
from rightdoor.classroom import INSTRUCTOR, lines, opening
from rightdoor.practice.learner import Learner
from rightdoor.records import Control

ANN, BOB, CAT = "class-ann111", "class-bob222", "class-cat333"
HEALTHY = (
    "() => !document.querySelector('.rd-class-bar:not([hidden])') && document.querySelector('.rd-sheet[data-ready]')"
)
DRAFT = "() => sessionStorage.getItem('rightdoor-draft')"


@pytest.fixture
def room(tmp_path):
    with schoolroom(tmp_path, "police-lookup", (ANN, BOB, CAT)) as room:
        yield room


def enter(page, room, code, name):
    page.set_default_timeout(PATIENCE)
    page.goto(f"{room.url}in/{room.link(code)}")
    page.get_by_role("button", name=name).first.click()
    page.wait_for_selector(".rd-sheet[data-ready]")
    return page


def begin(page, room):
    """Cat, who reads English, at the first question of a drill under way."""
    enter(page, room, CAT, "Enter the drill")
    room.record.direct(Control("started", room.drill))
    page.wait_for_selector("[data-case]")


def to_the_next(page, of):
    """Answer an interview question and go on; each is waited for, however slow the machine."""
    page.locator(f'button[data-do="answer"][data-of="{of}"]').click()
    page.locator('button[data-do="next"]').click()


def until(page, condition, what, seconds=PATIENCE / 1000):
    """Wait for something outside the page, letting the page live meanwhile."""
    for _ in range(int(seconds * 10)):
        if condition():
            return
        page.wait_for_timeout(100)
    raise AssertionError(what)


def test_a_seat_finds_its_way_back_by_itself(room, chromium, page):
    begin(page, room)
    assert not page.locator(".rd-class-bar").is_visible() and not page.locator(".rd-lab").count()
    page.locator('button[data-do="answer"][data-of="danger"]').click()  # it leads on; where it stands differs by drill
    page.locator('button[data-do="next"]').wait_for()
    page.evaluate("window.before = true")  # gone once the page is loaded anew
    room.kill()
    page.get_by_text("The connection is lost; reconnecting").wait_for()
    room.start()
    page.wait_for_function("() => !window.before")
    page.get_by_text("Step 2").first.wait_for()
    page.wait_for_function(HEALTHY)
    assert len([e for e in room.events() if e.kind == "answered"]) == 1
    assert all(address.startswith((room.url, "blob:", "data:")) for address in page.asked)


def test_what_is_half_entered_survives_the_server_and_nothing_is_left_of_it(room, chromium, page):
    begin(page, room)
    to_the_next(page, "danger")
    boxes = page.locator("input[type=checkbox]")
    boxes.nth(1).check()
    boxes.nth(2).check()
    ticked = [boxes.nth(n).get_attribute("value") for n in (1, 2)]
    assert json.loads(page.evaluate(DRAFT))["values"]["choice"] == ticked and page.evaluate("localStorage.length") == 0
    page.evaluate("window.before = true")
    room.kill()
    page.get_by_text("The connection is lost; reconnecting").wait_for()
    room.start()
    page.wait_for_function("() => !window.before")
    page.wait_for_function("() => document.querySelectorAll('input[type=checkbox]:checked').length === 2")
    assert [box.get_attribute("value") for box in boxes.all() if box.is_checked()] == ticked
    page.wait_for_function(HEALTHY)
    page.locator("button[type=submit]").click()
    page.locator('button[data-do="next"]').wait_for()
    assert page.evaluate(DRAFT) is None, "handed in"
    answered = [e.response for e in room.events() if e.kind == "answered"]
    assert sorted(answered[-1]) == sorted(ticked)

    # a seat that is withdrawn while the line is down: nothing stays in the tab either
    page.locator('button[data-do="next"]').click()
    page.locator("input[name=choice]").first.check()
    assert page.evaluate(DRAFT)
    opening.revoke(room.folder, room.record, CAT)
    page.wait_for_function(f"() => ({DRAFT})() === null")


def test_the_order_of_doors_comes_back_too(room, chromium, page):
    learner = Learner(room.record, CAT, None, "en", room.book)
    session = learner.session(room.plan.cases[0], drills.seed_of(room.drill, CAT), room.drill)
    while session.walk.step.id != "doors":
        session.answer(right(session.walk))
    begin(page, room)
    for door in ("supervision-commission", "police-inspectorate"):
        page.locator(f'button[data-do="add"][data-of="{door}"]').click()
        page.locator(f'button[data-do="remove"][data-of="{door}"]').wait_for()
    page.reload()
    page.locator('button[data-do="remove"]').nth(1).wait_for()
    order = page.locator('button[data-do="remove"]').evaluate_all("them => them.map(e => e.dataset.of)")
    assert order == ["supervision-commission", "police-inspectorate"]


def test_news_is_on_record_when_it_was_seen_and_a_lost_line_when_it_is_missed(room, chromium, page):
    begin(page, room)
    room.record.direct(Control("injected", room.drill, data={"inject": "call-from-station"}))
    page.get_by_text("It is all a misunderstanding").wait_for()
    seen = lambda: [c.learner for c in room.record.controls(room.drill) if c.kind == "seen"]  # noqa: E731
    until(page, lambda: seen() == [CAT], "it is on record that she saw it")
    page.reload()
    page.get_by_text("It is all a misunderstanding").wait_for()
    page.wait_for_function(HEALTHY)
    assert seen() == [CAT], "once"
    until(page, lambda: CAT not in lines.lost(room.folder.path), "she is on the line")
    page.context.set_offline(True)
    page.goto("about:blank")
    until(page, lambda: CAT in lines.lost(room.folder.path), "the server misses her")


def test_a_second_device_moves_the_seat_and_the_first_says_so(room, chromium, page):
    enter(page, room, CAT, "Enter the drill")
    phone = chromium.new_context(viewport={"width": 390, "height": 800})
    second = enter(phone.new_page(), room, CAT, "Enter the drill")
    page.get_by_text("This seat is open on another device").wait_for()
    page.locator(".rd-class-bar").get_by_role("button", name="Go on here").click()
    page.wait_for_function(HEALTHY)
    second.get_by_text("This seat is open on another device").wait_for()
    opening.revoke(room.folder, room.record, CAT)
    page.get_by_text("Your instructor has revoked this link").first.wait_for()
    phone.close()


def test_the_instructor_has_a_console_and_nothing_else(room, chromium, page):
    enter(page, room, INSTRUCTOR, "Enter the console")
    assert page.url == f"{room.url}voila/render/en/console.ipynb"
    assert page.request.get(f"{room.url}lab").status == 404
    assert page.request.get(f"{room.url}voila/render/en/seat.ipynb").status == 404
