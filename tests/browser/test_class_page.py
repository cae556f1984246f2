"""A seat in a real browser: the way in, a server that goes away and comes back, a second device, an instructor who revokes."""

import pytest
from schoolroom import schoolroom
from trainee import PATIENCE

from rightdoor.classroom import INSTRUCTOR, opening
from rightdoor.records import Control

ANN, BOB, CAT = "class-ann111", "class-bob222", "class-cat333"


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


def test_a_seat_finds_its_way_back_by_itself(room, chromium, page):
    enter(page, room, CAT, "Enter the drill")  # reads English
    room.record.direct(Control("started", room.drill))
    page.wait_for_selector("[data-case]")
    assert not page.locator(".rd-class-bar").is_visible() and not page.locator(".rd-lab").count()
    page.locator('button[data-do="answer"]').first.click()
    page.locator('button[data-do="next"]').wait_for()
    room.kill()
    page.get_by_text("The connection is lost; reconnecting").wait_for()
    room.start()
    page.get_by_text("Step 2").first.wait_for()  # the page that was there said step 1 until it was loaded anew
    page.wait_for_function("() => !document.querySelector('.rd-class-bar:not([hidden])') && document.querySelector('[data-case]')")
    assert "Step 2" in page.content() and len([e for e in room.events() if e.kind == "answered"]) == 1
    assert all(address.startswith((room.url, "blob:", "data:")) for address in page.asked)


def test_a_second_device_moves_the_seat_and_the_first_says_so(room, chromium, page):
    enter(page, room, CAT, "Enter the drill")
    phone = chromium.new_context(viewport={"width": 390, "height": 800})
    second = enter(phone.new_page(), room, CAT, "Enter the drill")
    page.get_by_text("This seat is open on another device").wait_for()
    page.locator(".rd-class-bar").get_by_role("button", name="Go on here").click()
    page.wait_for_function("() => !document.querySelector('.rd-class-bar:not([hidden])') && document.querySelector('.rd-sheet[data-ready]')")
    second.get_by_text("This seat is open on another device").wait_for()
    opening.revoke(room.folder, room.record, CAT)
    page.get_by_text("Your instructor has revoked this link").first.wait_for()
    phone.close()


def test_the_instructor_has_a_console_and_nothing_else(room, chromium, page):
    enter(page, room, INSTRUCTOR, "Enter the console")
    assert page.url == f"{room.url}voila/render/en/console.ipynb"
    assert page.request.get(f"{room.url}lab").status == 404
    assert page.request.get(f"{room.url}voila/render/en/seat.ipynb").status == 404
