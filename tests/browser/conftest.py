"""One Chromium for a file of tests, one server for all of them; a record and a page of its own for each test."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from trainee import PATIENCE, House, Trainee, launch

from rightdoor.reports import make, warm


@pytest.fixture(scope="module")
def chromium():
    """The browser."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def store(tmp_path):
    """Where this test's answers are kept."""
    return tmp_path / "record" / "events.sqlite"


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """The real server, for one test after another."""
    with House(tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture
def server(house, store):
    """The real server; what is answered there is kept in this test's record."""
    with house.keeping(store) as server:
        yield server


@pytest.fixture
def page(chromium):
    """A page that remembers every address it asked for, as `page.asked`."""
    context = chromium.new_context(viewport={"width": 1280, "height": 860})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    context.close()


@pytest.fixture
def trainee(page, server, store):
    """Somebody at the browser."""
    return Trainee(page, server, store)


@pytest.fixture(scope="session")
def made(book, tmp_path_factory):
    """`{(template, lang): Made}` of every report in reported.asked, run once in a session."""
    from reported import asked

    engine = warm.NAME if warm.AVAILABLE else None
    return {key: make.make(job, tmp_path_factory.mktemp("reports"), engine) for key, job in asked(book).items()}
