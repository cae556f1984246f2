"""The pictures of the README, taken of the product itself: `python tests/browser/screenshots.py`.

Writes docs/pictures/*.png and, beside them, words.json: the headings, buttons and labels of each place. A test visits the
same places again and compares them, so that a picture cannot grow old unnoticed. With `--look FOLDER` nothing of docs is
touched: FOLDER gets the same places and the steps of a lesson in three scripts at 1280 and 390 pixels, for looking at.
"""

import json
import re
import sys
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import sync_playwright
from trainee import PATIENCE, Trainee, launch, served

from rightdoor import drills, tables
from rightdoor.records import Log
from rightdoor.reports import make, record, sample
from rightdoor.text import LANGS

DOCS = Path(__file__).resolve().parents[2] / "docs" / "pictures"
SIZE = {"width": 1280, "height": 860}
SEATS = 9
LASTING = "h1, h2, h3, h4, button, summary, th, dt, caption, [role=tab]"  # what is there on any day, in any variant


# ---- the places: each leaves its page as a visitor would see it ------------------------------------------------------


@contextmanager
def lesson(page, folder, lang):
    """The question of the doors, half answered: a wrong door and its reason."""
    store = folder / "lesson.sqlite"
    with served(store, lang) as server:
        trainee = Trainee(page, server, store, lang).open()
        while trainee.walk.step.kind.id != "order-doors":
            trainee.answer()
            trainee.next()
        trainee.answer(["police-other-organ", "market-regulator"])
        yield trainee.player


@contextmanager
def desk(page, folder, lang):
    """The plan of the case desk after a few plain answers."""
    with served(folder / "desk.sqlite", lang) as server:
        page.goto(server.page(f"{lang}/desk.ipynb"))
        sheet = page.locator(".rd-sheet#desk")
        page.wait_for_selector(".rd-sheet#desk[data-ready]", timeout=PATIENCE)
        while not sheet.locator("[data-focus=plan]").count():
            before = sheet.get_attribute("data-ready")
            _answer(sheet)
            sheet.page.wait_for_function(
                "([e, b]) => e.dataset.ready !== b", arg=[sheet.element_handle(), before], timeout=PATIENCE
            )
        yield sheet


def _answer(sheet):
    for values in (("ongoing_threat",), ("looked_up", "provided"), ("lodging", "household")):
        if sheet.locator(f'input[value="{values[0]}"]').count():
            for value in values:
                sheet.locator(f'input[value="{value}"]').check()
            return sheet.locator("button[type=submit]").first.click()
    officer = sheet.locator('button[data-of="police_officer"]')
    if officer.count():
        return officer.click()
    if sheet.locator("input[name=number]").count():
        sheet.locator("input[name=number]").fill("25")
        return sheet.locator("button[type=submit]").first.click()
    return sheet.locator('button[data-do="unknown"]').click()


@contextmanager
def board(page, folder, lang):
    """The instructor's console in the middle of a drill, before a class that a script plays."""
    book, store = tables.load(), folder / "board.sqlite"
    now = datetime.now(UTC)
    controls, events = sample.of_drill(
        book, drills.load("police-lookup", book), lang, now - timedelta(minutes=9), SEATS
    )
    log = Log(str(store))
    log.direct(*(c for c in controls if datetime.fromisoformat(c.at) <= now))
    for event in events:
        if datetime.fromisoformat(event.at) <= now:
            log.append(event)
    log.close()
    with served(store, lang, RIGHTDOOR_DRILL=controls[0].drill, RIGHTDOOR_CLASS=str(folder)) as server:
        page.goto(server.page(f"{lang}/console.ipynb"))
        page.wait_for_selector(".rd-sheet[data-ready]", timeout=PATIENCE)
        yield page.locator(".rd-sheet").first


@contextmanager
def report(page, folder, lang):
    """The skills in a report on a trainee that a script plays."""
    events = sample.of_class(tables.load(), lang, datetime(2026, 11, 3, 9, tzinfo=UTC))
    code = sample.codes()[-1]
    values = {"learner": code, "lang": lang, "made_on": "2026-11-27", "sample": True}
    text = record.written(event for event in events if event.learner == code)
    made = make.make(make.Job("trainee", values, text, f"report-{lang}"), folder)
    page.goto(made.html.as_uri())
    yield page.locator("#skills")


PLACES = {"lesson": lesson, "desk": desk, "board": board, "report": report}


# ---- taking them -----------------------------------------------------------------------------------------------------


def visit(browser, name, folder, lang="zh-Hans", size=None):
    """`(PNG, words)` of a place: the window as it is seen there, and what can be read in its sheet."""
    context = browser.new_context(viewport=size or SIZE, device_scale_factor=1)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    with PLACES[name](page, folder, lang) as sheet:
        page.wait_for_timeout(600)
        sheet.evaluate("(e) => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 48)")
        words, png = _words(page.locator("main, body").first.locator(LASTING).all_inner_texts()), page.screenshot()
    context.close()
    return png, words


def _words(texts):
    """Each text once, in order, without the numbers, which are of the day and the hour."""
    return list(dict.fromkeys(" ".join(re.sub(r"[\d:∞′%/–-]+", " ", text).split()) for text in texts))


def take(browser):
    """Write the pictures of the README and the words on them."""
    DOCS.mkdir(parents=True, exist_ok=True)
    words = {}
    for name in PLACES:
        with tempfile.TemporaryDirectory() as folder:
            png, words[name] = visit(browser, name, Path(folder))
        (DOCS / f"{name}.png").write_bytes(png)
    (DOCS / "words.json").write_text(json.dumps(words, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def look(browser, folder):
    """The same places in every script at both widths."""
    for lang in LANGS:
        for width in (1280, 390):
            for name in PLACES:
                with tempfile.TemporaryDirectory() as store:
                    png, _ = visit(browser, name, Path(store), lang, {"width": width, "height": 860})
                (folder / f"{lang}-{width}-{name}.png").write_bytes(png)


def main(arguments):
    """Nothing, or `--look FOLDER`."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        if arguments[:1] == ["--look"]:
            folder = Path(arguments[1])
            folder.mkdir(parents=True, exist_ok=True)
            look(browser, folder)
        else:
            take(browser)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
