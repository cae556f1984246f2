"""A drill in a real browser: an instructor at a console, trainees on phones, a real class server between them."""

import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from schoolroom import schoolroom

from rightdoor.classroom import INSTRUCTOR, opening

CODES = ("class-ann111", "class-bob222", "class-eve333")
PATIENCE = 60_000
SOON = 20  # seconds of patience; how quick it is stands in benchmarks/drill.py


@pytest.fixture
def room(tmp_path):
    with schoolroom(tmp_path, plan="police-lookup", codes=CODES, langs=("en",)) as room:
        yield room


class Someone:
    """A browser of somebody's own."""

    def __init__(self, chromium, room, code, width=390):
        self.context = chromium.new_context(viewport={"width": width, "height": 844})
        self.page, self.room, self.code = self.context.new_page(), room, code
        self.page.set_default_timeout(PATIENCE)

    def come(self):
        """By the personal link."""
        self.page.goto(opening.address(self.room.folder, self.room.seats, self.code))
        self.page.locator("button").first.click()
        return self.ready()

    def ready(self):
        self.page.wait_for_selector(".rd-sheet[data-ready]")
        return self

    def click(self, do, of=None):
        """Press a control and wait until the kernel has answered."""
        sheet = self.page.locator(".rd-sheet").element_handle()
        selector = f'[data-do="{do}"]' + (f'[data-of="{of}"]' if of else "")
        self.page.locator(f"button{selector}").first.click()
        self.page.wait_for_function("e => !e.hasAttribute('aria-busy')", arg=sheet)

    def sees(self, text, within=PATIENCE / 1000):
        """How long it took until the text stood on the page."""
        began = time.monotonic()
        self.page.get_by_text(text).first.wait_for(timeout=within * 1000)
        return time.monotonic() - began

    def text(self, part):
        return self.page.locator(f'[data-part="{part}"]').inner_text()


def axe(page):
    found = Axe().run(page).response["violations"]
    return [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found]


def played(page):
    """The debrief plays by keyboard and stops by itself at its end; where less motion is asked for it does not play."""
    # it may begin and end between two looks from here, so the page itself takes note
    page.evaluate(
        """() => {
          window.noted = new Set();
          const note = () => {
            const button = document.querySelector('button[data-do="play"]');
            if (button) noted.add(button.dataset.of);
            if (document.body.innerText.includes("Minute 0 of")) noted.add("first");
          };
          new MutationObserver(note).observe(document.body, {childList: true, subtree: true, attributes: true});
        }"""
    )
    page.locator('button[data-do="play"]').focus()
    page.keyboard.press("Enter")
    end = time.monotonic() + PATIENCE / 1000
    while not {"off", "first"} <= set(page.evaluate("() => [...noted]")):
        assert time.monotonic() < end, "it never played"
        page.wait_for_timeout(100)
    page.locator('button[data-do="play"][data-of="on"]').wait_for()
    assert page.evaluate("document.activeElement.dataset.focus") == "play"
    page.emulate_media(reduced_motion="reduce")
    assert not page.locator('button[data-do="play"]').is_visible()
    assert page.get_by_text("nothing plays by itself").is_visible()
    page.emulate_media(reduced_motion="no-preference")
    assert "学员" in page.locator(".rd-sheet").inner_text()
    page.locator('button[data-do="names"]').click()
    page.get_by_role("button", name="Show names").wait_for()
    shown = page.locator(".rd-sheet").inner_text()
    assert "学员" not in shown and not any(code in shown for code in CODES)


def test_a_drill_from_the_first_link_to_the_debrief(chromium, room):
    console = Someone(chromium, room, INSTRUCTOR, 1280).come()
    ann, bob = (Someone(chromium, room, code).come() for code in CODES[:2])
    assert "not begun yet" in ann.text("clock")
    console.click("start")
    ann.page.wait_for_selector(".rs-phase-running", timeout=SOON * 1000)
    first = ann.page.locator(".rs-time").inner_text()
    bob.page.wait_for_selector(".rs-phase-running")

    # by keyboard alone: the first question, answered
    bob.page.locator('button[data-do="answer"]').first.focus()
    bob.page.keyboard.press("Enter")
    bob.page.wait_for_selector('[data-focus="verdict"]')
    assert bob.page.evaluate("document.activeElement.dataset.focus") == "verdict"

    # news while she is half way through an answer
    ann.click("answer", "danger")
    ann.click("next")
    boxes = ann.page.locator("input[type=checkbox]")
    boxes.first.check()
    boxes.first.focus()
    console.click("inject", "call-from-station")
    ann.sees("It is all a misunderstanding", SOON)
    assert boxes.first.is_checked() and ann.page.evaluate("document.activeElement.type") == "checkbox"
    ann.page.wait_for_function("first => document.querySelector('.rs-time').innerText !== first", arg=first)
    console.page.get_by_text("What else do you ask?").first.wait_for(timeout=SOON * 1000)

    # pause: seen, nothing lost, the clock stands
    console.click("pause")
    ann.page.wait_for_selector(".rs-phase-paused", timeout=SOON * 1000)
    stands = ann.page.locator(".rs-time").inner_text()
    assert boxes.first.is_checked() and ann.page.locator('[data-part="question"]').evaluate("e => e.inert")
    time.sleep(1.5)
    assert ann.page.locator(".rs-time").inner_text() == stands
    console.click("resume")
    ann.page.wait_for_selector(".rs-phase-running", timeout=SOON * 1000)
    assert boxes.first.is_checked()

    # a reload, and another device: she goes on where she was
    ann.page.reload()
    ann.ready()
    assert "What else do you ask?" in ann.text("question") and "misunderstanding" in ann.text("injects")
    tablet = Someone(chromium, room, CODES[0], 800).come()
    assert "What else do you ask?" in tablet.text("question")

    # the console opened anew knows it all, and the projector shows nobody
    console.page.reload()
    console.ready()
    assert "running" in console.text("clock") and "working" in console.text("counts")
    console.click("view", "projector")
    shown = console.page.locator(".rd-sheet").inner_text()
    assert not any(code in shown for code in CODES) and "学员" not in shown
    assert axe(console.page) == []
    console.click("view", "board")
    assert axe(console.page) == [] and axe(tablet.page) == []

    # the end
    console.click("ask-close", "all")
    console.click("close", "all")
    tablet.page.wait_for_selector(".rs-phase-closed", timeout=SOON * 1000)
    assert "Your debrief" in tablet.text("body")
    console.click("view", "debrief")
    console.sees("Three things to teach again")
    assert "the clock starts" in console.page.content()
    played(console.page)
    for someone in (console, tablet):
        width = someone.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width == 0 and axe(someone.page) == []
    events = room.events()
    assert {e.learner for e in events} == set(CODES[:2]) and {e.drill for e in events} == {room.drill}
