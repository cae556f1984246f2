"""A report in a real browser: no sideways scrolling, no request to anybody, and everything there to be read."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from rightdoor.reports import make, record, sample

WIDTHS = (1280, 390)


@pytest.fixture(scope="module")
def report(book, tmp_path_factory):
    """The sample report in each of two languages: Chinese breaks lines anywhere, English only between words."""
    out = tmp_path_factory.mktemp("report-page")
    made = {}
    for lang in ("zh-Hans", "en"):
        values = {"learner": sample.LEARNER, "lang": lang, "made_on": "2026-11-24", "sample": True}
        made[lang] = make.make(make.Job("trainee", values, record.written(sample.events(book, lang)), lang), out).html
    return made


@pytest.fixture(scope="module")
def chromium():
    path = os.environ.get("RIGHTDOOR_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "install Chromium (Debian package chromium)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
def test_a_report_fits_and_asks_nobody(report, chromium, lang, width):
    page = chromium.new_page(viewport={"width": width, "height": 844})
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(Path(report[lang]).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith("data:")] == [Path(report[lang]).as_uri()] and not said
    assert page.evaluate("document.querySelector('.picture img').naturalWidth") >= 400
    outside = """[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right >
        document.querySelector('main').getBoundingClientRect().right).map(e => e.tagName)"""
    assert page.evaluate(outside) == []
    first = page.locator("main").inner_text().strip().splitlines()[0]
    assert ("背后没有任何人" if lang == "zh-Hans" else "no person behind it") in first
    page.close()


def test_a_report_prints_on_a4(report, chromium, tmp_path):
    page = chromium.new_page()
    page.goto(Path(report["zh-Hans"]).as_uri())
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden()
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF") and 3 <= pdf.count(b"/Type /Page\n") <= 20
    page.close()
