"""What a lost laptop would tell: nothing of what was typed at the desk, neither in the browser's folder nor in ours."""

import shutil
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from test_desk_page import Client
from trainee import FLAGS, served

from rightdoor.reports import pdf

TYPED = "Zhurong-told-her-neighbour"  # one word, so that no file can hold it in pieces
NUMBER = "13871623954"


@pytest.fixture
def disk(monkeypatch):
    """A home, a folder for temporary files and a browser profile that nobody else writes to."""
    with tempfile.TemporaryDirectory(prefix="rd-", dir="/tmp", ignore_cleanup_errors=True) as name:  # sockets: short
        folder = Path(name)
        for part in ("home", "tmp", "profile"):
            (folder / part).mkdir()
        monkeypatch.setenv("HOME", str(folder / "home"))
        monkeypatch.setenv("TMPDIR", str(folder / "tmp"))
        yield folder


def holders(folder, *words):
    """The files under a folder that hold one of the words, as UTF-8 or as UTF-16."""
    wanted = [word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    assert len(files) > 20, "the browser keeps its profile elsewhere; nothing would be proved"
    return [str(path.relative_to(folder)) for path in files if any(word in path.read_bytes() for word in wanted)]


def test_nothing_typed_at_the_desk_is_on_the_disk_afterwards(disk):
    chromium = next(filter(None, map(shutil.which, pdf.BROWSERS[1:])), None)  # the shell keeps no history
    assert chromium, "install Chromium (Debian: apt-get install chromium)"
    with sync_playwright() as playwright, served(disk / "record" / "events.sqlite", TMPDIR=str(disk / "tmp")) as server:
        browser = playwright.chromium.launch_persistent_context(
            disk / "profile", executable_path=chromium, headless=True, args=FLAGS
        )
        client = Client(browser.new_page(), server)
        client.to_the_plan()
        client.press('button[data-do="write"]')
        client.tab_to("textarea[name=story]")
        client.page.keyboard.type(f"{TYPED} {NUMBER}")
        client.press("button[type=submit]")
        assert client.has("[data-focus=privacy]")
        client.press('button[data-do="use-masked"]')
        assert client.has('a[download$="letter.docx"]')
        client.page.wait_for_timeout(1500)  # the browser writes its session now and then
        assert not holders(disk, TYPED, NUMBER)
        client.page.reload()
        client.ready()
        client.page.locator("body").click()
        browser.close()
    assert not holders(disk, TYPED, NUMBER)
    assert holders(disk, "desk.ipynb"), (
        "that the desk was open is kept: a search that finds nothing would prove nothing"
    )
