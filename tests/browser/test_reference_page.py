"""The reference pages in real Chromium: by keyboard, by finger, on a telephone, on paper, and without a word outside."""

import io
import re
import unicodedata
from urllib.parse import urlsplit

import pytest
from barriers import WIDTHS, check
from pypdf import PdfReader
from trainee import PATIENCE, Trainee

from rightdoor.law import terms
from rightdoor.pictures import words
from rightdoor.pictures.crib_sheet import MARK
from rightdoor.text import LANGS, convert, say

PAGES = ("doors", "statutes", "clocks", "crib")
A4 = (595, 842)  # points
SMALL = """() => [...document.querySelectorAll('.rd-sheet *')].filter(e => parseFloat(getComputedStyle(e).fontSize) < 12 &&
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => e.outerHTML.slice(0, 90))"""


def open_page(page, server, lang, name):
    page.set_default_timeout(PATIENCE)
    page.goto(server.page(f"{lang}/{name}.ipynb"))
    page.wait_for_selector(".rd-sheet[data-ready]", timeout=PATIENCE)
    return page


def answered(page, act):
    """Do something and wait until the kernel has answered it."""
    sheet = page.locator(".rd-sheet")
    before = sheet.get_attribute("data-ready")
    act()
    page.wait_for_function("([e, b]) => e.dataset.ready !== b", arg=[sheet.element_handle(), before], timeout=PATIENCE)


def tab_to(page, selector):
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with the Tab key")


def squeezed(text):
    """Text as two extractions compare: ligatures and look-alike characters undone, no white space, lower case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def holds(extracted, text):
    """Whether text taken from a PDF holds `text`; Chromium writes some characters as the radical of the same shape."""
    return re.search("".join(f"[{re.escape(c)}\u2e80-\u2fdf]" for c in squeezed(text)), extracted)


# ---- every page, in every script, at both widths ----------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_fits_and_can_be_used_by_everybody(chromium, server, lang):
    page = chromium.new_page()
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url)))
    for name in PAGES:
        open_page(page, server, lang, name)
        assert page.locator(".rd-sheet").get_attribute("lang") == lang == page.evaluate("document.documentElement.lang")
        for width in WIDTHS:
            check(page, name, [width])
            assert page.evaluate(SMALL) == [], (name, width)
    assert {url.hostname for url in asked if url.scheme not in ("data", "blob")} == {"127.0.0.1"}
    page.close()


# ---- the table of doors ---------------------------------------------------------------------------------------------


def test_the_doors_are_narrowed_by_keyboard_alone(page, server):
    open_page(page, server, "en", "doors")
    all_doors, address = page.locator(".rs-door").count(), page.url
    tab_to(page, "select[name=leaker]")
    page.keyboard.type("Police officer")
    tab_to(page, "select[name=conduct]")
    page.keyboard.type("passed on")
    tab_to(page, "button[type=submit]")
    answered(page, lambda: page.keyboard.press("Enter"))
    assert page.evaluate("document.activeElement.dataset.focus") == "found", "the focus goes to what was found"
    assert "doors" in page.locator("[role=status]").inner_text(), "and the number is read aloud"
    assert page.locator(".rs-door").count() < all_doors
    assert "superior police organ" in page.locator(".rs-door summary").first.inner_text()
    assert page.input_value("select[name=leaker]") == "police_officer", "the choice stays to be seen"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".rs-door[open] dl").first.is_visible()
    page.locator("button[data-do=clear]").focus()
    answered(page, lambda: page.keyboard.press("Enter"))
    assert page.locator(".rs-door").count() == all_doors
    assert page.url == address, "no choice is written into the address"


def test_the_doors_are_narrowed_by_finger(chromium, server):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = open_page(context.new_page(), server, "zh-Hant", "doors")
    page.select_option("select[name=wish]", "deletion")
    answered(page, lambda: page.tap("button[type=submit]"))
    found = page.locator(".rs-door summary").all_inner_texts()
    assert found and any(convert("平台通知删除") in text for text in found)
    page.tap(".rs-door summary >> nth=0")
    assert page.locator(".rs-door[open]").count() == 1
    for box in [b.bounding_box() for b in page.locator(".rd-sheet :is(select, input, button, summary)").all()]:
        assert box["height"] >= 43, "large enough for a finger"
    context.close()


# ---- the statutes ---------------------------------------------------------------------------------------------------


def test_an_article_is_searched_and_compared_by_keyboard(page, server):
    open_page(page, server, "en", "statutes")
    tab_to(page, "input[name=query]")
    page.keyboard.type("網絡安全法 71")
    answered(page, lambda: page.keyboard.press("Enter"))
    assert page.evaluate("document.activeElement.dataset.focus") == "list"
    tab_to(page, "button[data-of='cybersecurity-law/71']")
    answered(page, lambda: page.keyboard.press("Enter"))
    assert page.evaluate("document.activeElement.dataset.focus") == "article"
    sheet = page.locator(".rd-sheet")
    assert sheet.locator("ins").count() and sheet.locator("del").count()
    assert "−" in sheet.locator("del").first.inner_text() and "＋" in sheet.locator("ins").first.inner_text()
    gloss, official = sheet.locator("blockquote").all()
    assert gloss.bounding_box()["y"] < official.bounding_box()["y"] and official.get_attribute("lang") == "zh-Hans"
    tab_to(page, "button[data-do=version][data-of='0']")
    answered(page, lambda: page.keyboard.press("Enter"))
    assert page.locator("button[data-do=version][aria-pressed=true]").inner_text().startswith("Version 1")
    assert sheet.locator("ins").count() == 0


# ---- paper ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_the_crib_sheet_is_two_pages_of_a4_with_its_words(chromium, server, book, lang):
    page = open_page(chromium.new_page(), server, lang, "crib")
    for options in ({"prefer_css_page_size": True}, {"format": "A4"}):
        read = PdfReader(io.BytesIO(page.pdf(**options)))
        assert len(read.pages) == 2, (lang, options)
        for paper in read.pages:
            size = (float(paper.mediabox.width), float(paper.mediabox.height))
            assert all(abs(a - b) < 2 for a, b in zip(size, A4, strict=True)), size
    first, second = (squeezed(paper.extract_text()) for paper in read.pages)
    for actor in terms.ACTOR:
        assert holds(first, say(book.label("actor", actor), lang)), actor
    for key in ("crib-ask", "crib-red", "crib-letter"):
        assert holds(first, say(words.WORDS[key], lang)), key
    for key in ("crib-ladder", "crib-clocks", "crib-phones"):
        assert holds(second, say(words.WORDS[key], lang)), key
    assert all(number in second for number in ("12388", "12389", "12309", "110")) and MARK in first and MARK in second
    page.close()


@pytest.mark.parametrize("name", ["doors", "statutes", "clocks"])
def test_the_other_pages_print_from_the_first_sheet_on(chromium, server, name):
    page = open_page(chromium.new_page(), server, "zh-Hans", name)
    read = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert 1 <= len(read.pages) <= 4
    assert all(len("".join(paper.extract_text().split())) > 100 for paper in read.pages), (
        "no sheet is left nearly empty"
    )
    page.close()


def test_a_lesson_still_finds_its_way_to_the_reference(page, server, store):
    trainee = Trainee(page, server, store).open("clocks.ipynb")
    page.click('header a[hreflang="en"]')
    page.wait_for_url("**/en/clocks.ipynb*")
    trainee.ready()
    assert "Clock card" in page.locator("figcaption").inner_text()
