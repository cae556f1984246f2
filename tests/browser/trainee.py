"""A trainee at a browser: what the browser tests and the screenshots share.

She answers as the law answers. Her key comes from the library, on the walk that the log holds; none is written here.
"""

import os
import shutil
from contextlib import contextmanager

from rightdoor import cases, feedback, records, tables
from rightdoor.server import start_server
from rightdoor.text import notebooks_folder

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CASE = "police-lookup"
LESSON = "which-door.ipynb"
PATIENCE = 60_000  # milliseconds


@contextmanager
def served(store, lang="zh-Hans", **environ):
    """The real server on the real notebooks, with its own record."""
    env = {**os.environ, "RIGHTDOOR_STORE": str(store), **environ}
    with start_server(notebooks_folder(), lang=lang, env=env) as server:
        yield server


def launch(playwright):
    """The Chromium of RIGHTDOOR_CHROMIUM or of the path, headless."""
    path = os.environ.get("RIGHTDOOR_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "install Chromium (Debian: apt-get install chromium) or set RIGHTDOOR_CHROMIUM"
    return playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)


class Trainee:
    """One browser page on the lesson. `store` is where the server records her answers."""

    def __init__(self, page, server, store, lang="zh-Hans"):
        self.page, self.server, self.store, self.lang = page, server, store, lang

    def open(self, name=LESSON, lang=None):
        """Open a page of the course and wait until its sheets are there."""
        self.lang = lang or self.lang
        self.page.goto(self.server.page(f"{self.lang}/{name}"))
        self.ready()
        return self

    def ready(self):
        """Wait until the last sheet of the page is drawn."""
        self.page.wait_for_selector(".rd-sheet[data-ready]", timeout=PATIENCE)
        if LESSON in self.page.url:
            self.player.wait_for(timeout=PATIENCE)

    @property
    def player(self):
        """The sheet that plays the case."""
        return self.page.locator(".rd-sheet", has=self.page.locator(".rs-title"))

    @property
    def step(self):
        """The words "step n of m"."""
        return self.player.locator(".rs-progress span").first.text_content()

    @property
    def walk(self):
        """The walk as the log has it."""
        log = records.Log(str(self.store))
        events = log.last_walk(records.local_code(str(self.store)), CASE)
        log.close()
        return cases.replay(cases.load(CASE, tables.load()), events[0].seed, events)

    def settle(self, act):
        """Do something and wait until the kernel has answered it."""
        before = self.player.get_attribute("data-ready")
        act()
        self.page.wait_for_function(
            "([e, b]) => e.dataset.ready !== b", arg=[self.player.element_handle(), before], timeout=PATIENCE
        )

    def right(self):
        """What the law answers at the present step, as a list of option ids, or a list of one number."""
        walk = self.walk
        key = feedback.key(walk)
        if key is None:
            shown = [o.id for o in walk.prompt().options if not walk.step.option(o.id).hint]
            key = shown[:1] if walk.step.kind.id == "choose-one" else shown[: walk.prompt().most]
        return list(key) if isinstance(key, list | tuple) else [key]

    # ---- by mouse --------------------------------------------------------------------------------------------------

    def answer(self, chosen=None):
        """Answer the present step, rightly unless `chosen` says otherwise; the feedback is then on the screen."""
        kind, chosen = self.walk.step.kind.id, self.right() if chosen is None else chosen
        if kind == "choose-one" and not self.walk.step.judged:
            self.settle(self.player.locator(f'button[data-of="{chosen[0]}"]').click)
            return
        if kind == "order-doors":
            for id in chosen:
                self.settle(self.player.locator(f'button[data-do="add"][data-of="{id}"]').click)
        elif kind == "number":
            self.player.locator("input[name=number]").fill(str(chosen[0]))
        else:
            for id in chosen:
                self.player.locator(f'input[name=choice][value="{id}"]').check()
        self.settle(self.player.locator("button[type=submit]").click)

    def next(self):
        """From the feedback to the next step."""
        self.settle(self.player.locator('button[data-do="next"]').click)

    def finish(self):
        """Answer everything that is left."""
        while not self.walk.done:
            self.answer()
            self.next()
