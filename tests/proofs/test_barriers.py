"""No page and no report stands in anybody's way: axe, names, double text, less motion, paper. docs/access.md is the table.

Reduced: the start page, a lesson and a report, each in one script, at the width of a telephone.
"""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from sizes import full, report

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))

from access import LANGS, WIDTHS, look, pages, read, reports, row, visit
from trainee import launch, served

REDUCED = (("start", "en"), ("how-serious", "zh-Hant"))
EVERYTHING = [(name, lang) for name in pages() for lang in LANGS]


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with served(tmp_path_factory.mktemp("access") / "events.sqlite") as server:
        yield server


@pytest.mark.parametrize(("name", "lang"), EVERYTHING if full() else REDUCED)
def test_nothing_on_a_page_stands_in_anybodys_way(browser, server, name, lang):
    for width, found in visit(browser, server, name, lang, WIDTHS if full() else WIDTHS[1:]):
        report(row(name, lang, width, found))
        assert found.fine and found.controls, found


def test_nothing_in_a_report_does(browser, tmp_path):
    for template, lang, path in reports(tmp_path):
        for width, found in read(browser, path, WIDTHS if full() else WIDTHS[1:]):
            report(row(f"report: {template}", lang, width, found))
            assert found.fine, (template, lang, found)
        if not full():
            break


def test_what_stands_in_the_way_is_found(browser):
    """A page with every fault, so that a check that sees nothing would be noticed."""
    page = browser.new_page(viewport={"width": 390, "height": 860})
    page.set_content(
        "<html lang=en><title>x</title><main><h1>x</h1><button></button><p style='width:900px'>wide</p>"
        "<p style='width:20rem'>grows</p><p style='transition: color 1s'>moves</p><img src=x></main>"
    )
    found = look(page)
    page.close()
    assert {"button-name", "image-alt"} <= set(found.grave)
    assert found.unnamed and found.beyond and found.beyond_large and found.moving and found.buttons and not found.fine
