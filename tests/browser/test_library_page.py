"""The library of cases in real Chromium: choose, play by keyboard, explore, read on paper, and come back."""

import pytest
from keyboard import Keyboard
from trainee import LIBRARY, Trainee, left_at

from rightdoor import cases, tables

KINDS = ("match", "finding", "letter", "number", "date")


def first_case_with(book, fits):
    """The first case of the library in which some step `fits`."""
    found = (cases.load(id, book) for id in cases.practice())
    return next(case for case in found if any(fits(step) for step in case.steps.values()))


def test_a_case_is_found_by_skill_and_played_where_it_stands(trainee):
    trainee.open("start.ipynb")
    trainee.page.click(f'a[href="{LIBRARY}"]')
    trainee.page.wait_for_url(f"**/{LIBRARY}*")
    trainee.ready()
    page, address = trainee.page, trainee.page.url
    everything = page.locator(".rs-cases > li").count()
    assert everything == len(cases.practice())
    assert "尚未经律师审阅" in page.locator(".rs-cases > li").first.inner_text()
    page.locator("select[name=skill]").select_option("write-report")
    page.wait_for_function("n => document.querySelectorAll('.rs-cases > li').length < n", arg=everything)
    assert page.evaluate("document.activeElement.name") == "skill", "the focus stays on the filter"
    trainee.choose(page.locator('.rs-cases button[data-do="play"]').first.get_attribute("data-of"))
    assert page.evaluate("document.activeElement.className") == "rs-title"
    trainee.answer()
    trainee.next()
    trainee.leave()
    assert "做了 1 步" in page.locator(".rs-cases").first.inner_text() and page.url == address


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_step_is_answered_by_keyboard_alone(trainee, book, kind):
    case = first_case_with(book, lambda step: step.kind.id == kind)
    left_at(trainee.store, case, lambda walk: walk.step.kind.id == kind)
    trainee.open(LIBRARY)
    trainee.choose(case.id)
    assert trainee.walk.step.kind.id == kind
    keys = Keyboard(trainee)
    keys.answer()
    assert keys.on("[data-focus=verdict]") and trainee.player.locator(".rs-answer.rs-right").is_visible()


def test_a_door_that_is_shut_leads_on(trainee, book):
    case = first_case_with(book, lambda step: "escalation" in step.stages)
    left_at(trainee.store, case, lambda walk: "escalation" in walk.step.stages)
    trainee.open(LIBRARY)
    trainee.choose(case.id)
    trainee.answer()
    assert trainee.player.locator(".rs-answer.rs-right").is_visible()


def test_the_debrief_the_explorer_and_the_next_case(trainee, book):
    case = cases.load("police-lookup", book)
    done = left_at(trainee.store, case, lambda walk: False)
    trainee.open(LIBRARY)
    trainee.choose(case.id)
    page, player = trainee.page, trainee.player
    assert player.locator("details.rs-door[open]").count() == 1, "the first door stands open, the others are folded"
    judged = sum(case.steps[id].judged for id in done.path)
    assert player.locator("details.rs-line").count() == judged
    actor = next(
        o.get_attribute("value")
        for o in player.locator("select[name=fact] option").all()
        if o.inner_text().startswith("是谁泄露")
    )
    trainee.settle(lambda: player.locator("select[name=fact]").select_option(actor))
    player.locator("select[name=value]").select_option(label=book.label("actor", "company").zh)
    trainee.settle(player.locator('button[data-do="explore"]').click)
    assert "少了一个门" in player.locator(".rs-changes").inner_text()
    assert page.evaluate("document.activeElement.dataset.focus") == "explored"
    following = player.locator('.rs-next button[data-do="play"]')
    offered = following.get_attribute("data-of")
    trainee.settle(following.click)
    trainee.case = offered
    assert trainee.case != case.id and not trainee.walk.moves and trainee.player.locator("legend").count()


def test_the_debrief_is_short_on_a_phone(chromium, server, store, book):
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    for id in ("police-lookup", "hospital-manager"):
        left_at(store, cases.load(id, book), lambda walk: False)
    trainee = Trainee(page, server, store).open(LIBRARY)
    for id in ("police-lookup", "hospital-manager"):
        trainee.choose(id)
        assert trainee.player.bounding_box()["height"] < 4000
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        trainee.leave()
    page.close()


def test_a_case_is_read_and_printed(trainee, book):
    trainee.open(LIBRARY)
    page = trainee.page
    trainee.in_library("read", "police-lookup").click()
    page.wait_for_selector(".rs-paper")
    told = page.locator(".rs-paper").inner_text()
    case = cases.load("police-lookup", book)
    assert tables.load() is book and case.steps["call"].ask.zh in told and "尚未经律师审阅" in told
    assert not page.locator(".rs-key section").first.is_visible(), "the answers are folded"
    page.locator(".rs-key > summary").click()
    assert "条" in page.locator(".rs-key .rs-cite").first.inner_text()
    page.emulate_media(media="print")
    assert page.locator(".rs-paper").is_visible() and page.locator('button[data-do="library"]').is_hidden()
    assert page.pdf().startswith(b"%PDF")
