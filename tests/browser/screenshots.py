"""Take the screenshots of a lesson: `python tests/browser/screenshots.py FOLDER`, and docs/lesson.png with `--docs`.

FOLDER gets several steps in three scripts at 1280 and 390 pixels, for looking at.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from trainee import Trainee, launch, served

from rightdoor.text import LANGS

DOCS = Path(__file__).resolve().parents[2] / "docs" / "lesson.png"


def shots(browser, folder, lang, width):
    """One walk through the case in one language at one width."""
    store = Path(tempfile.mkdtemp()) / "events.sqlite"
    with served(store, lang) as server:
        page = browser.new_page(viewport={"width": width, "height": 844 if width < 600 else 860})

        def shot(name):
            page.screenshot(path=folder / f"{lang}-{width}-{name}.png", full_page=True)

        trainee = Trainee(page, server, store, lang).open("start.ipynb")
        shot("0-start")
        trainee.open()
        shot("1-lesson")
        trainee.answer()
        trainee.next()
        trainee.answer()
        trainee.next()
        player = trainee.player
        trainee.answer(["auxiliary_police"])
        player.screenshot(path=folder / f"{lang}-{width}-2-wrong.png")
        while trainee.walk.step.kind.id != "order-doors":
            trainee.next()
            trainee.answer()
        trainee.next() if player.locator('button[data-do="next"]').count() else None
        player.screenshot(path=folder / f"{lang}-{width}-3-doors.png")
        trainee.answer([*trainee.right()[:2], "market-regulator"])
        player.screenshot(path=folder / f"{lang}-{width}-4-partly.png")
        trainee.next()
        trainee.finish()
        player.screenshot(path=folder / f"{lang}-{width}-5-debrief.png")
        page.close()


def lesson_picture(browser):
    """The picture of the README: the question of the doors, in Simplified Chinese, as a visitor would see it."""
    store = Path(tempfile.mkdtemp()) / "events.sqlite"
    with served(store) as server:
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        trainee = Trainee(page, server, store).open()
        while trainee.walk.step.kind.id != "order-doors":
            trainee.answer()
            trainee.next()
        trainee.answer(["police-other-organ", "market-regulator"])
        trainee.player.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 64)")
        page.wait_for_timeout(600)
        page.screenshot(path=DOCS)


def main(arguments):
    """`FOLDER` and, or, `--docs`."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        if "--docs" in arguments:
            DOCS.parent.mkdir(exist_ok=True)
            lesson_picture(browser)
        for folder in (Path(a) for a in arguments if not a.startswith("--")):
            folder.mkdir(parents=True, exist_ok=True)
            for lang in LANGS:
                for width in (1280, 390):
                    shots(browser, folder, lang, width)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
