"""A trainee at a browser: what the browser tests and the screenshots share.

She answers as the law answers. Her key comes from the library, on the walk that the log holds; none is written here.
"""

import os
import re
import urllib.error
import urllib.request
from contextlib import ExitStack, contextmanager, suppress

import psutil

from rightdoor import cases, feedback, records, tables
from rightdoor.reports import pdf
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
LIBRARY = "cases.ipynb"
PATIENCE = 90_000  # milliseconds


@contextmanager
def served(store, lang="zh-Hans", **environ):
    """The real server on the real notebooks, with its own record."""
    env = {**os.environ, "RIGHTDOOR_STORE": str(store), **environ}
    with start_server(notebooks_folder(), lang=lang, env=env) as server:
        yield server


class House(ExitStack):
    """A server for one record after another, as `keeping` says.

    Its kernels find the record by a link: each page has a kernel of its own, which follows the link when it begins.
    """

    def __init__(self, folder):
        super().__init__()
        self.link = folder / "record"
        self.server = self.enter_context(served(self.link / "events.sqlite"))

    @contextmanager
    def keeping(self, store):
        """The server, with its record in this file; afterwards the kernels of the pages that were opened are ended."""
        store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.link.unlink(missing_ok=True)
        self.link.symlink_to(store.parent, target_is_directory=True)
        try:
            yield self.server
        finally:
            for id in self._taken():
                self._end(id)

    def _taken(self):
        """Ids of the kernels, but for the two youngest: those wait for the next page."""
        found = []
        for process in psutil.Process(self.server.process.pid).children():
            with suppress(psutil.NoSuchProcess):  # ended by its page meanwhile
                if name := re.search(r"kernel-([\w-]+)\.json", " ".join(process.cmdline())):
                    found.append((process.create_time(), name[1]))
        return [id for _, id in sorted(found)[:-2]]

    def _end(self, id):
        call = urllib.request.Request(self.server.address(f"api/kernels/{id}"), method="DELETE")
        with suppress(urllib.error.HTTPError):  # its page ended it
            urllib.request.urlopen(call, timeout=PATIENCE / 1000).close()


def launch(playwright, *flags):
    """The Chromium of RIGHTDOOR_CHROMIUM or of the path, headless; `flags` besides FLAGS."""
    path = pdf.browser()
    assert path, "install Chromium (Debian: apt-get install chromium) or set RIGHTDOOR_CHROMIUM"
    return playwright.chromium.launch(executable_path=path, headless=True, args=[*FLAGS, *flags])


def right(walk):
    """What the law answers at the present step, in the form of a response; in an interview, what does not send back."""
    key = feedback.key(walk)
    if key is not None:
        return key
    shown = [o.id for o in walk.prompt().options if not walk.step.option(o.id).hint]
    return shown[0] if walk.step.kind.id == "choose-one" else tuple(shown[: walk.prompt().most])


def left_at(store, case, until, lang="zh-Hans"):
    """Record a walk of the local learner through a Case, answered as the law answers, up to the first `until(walk)`.

    Returns the Walk.
    """
    log, code = records.Log(str(store)), records.local_code(str(store))
    walk = cases.begin(case, "1")
    first = records.started(walk, code, lang)
    log.append(first)
    while not walk.done and not until(walk):
        response = right(walk)
        log.append(records.answered(walk, response, code, lang, first.walk, feedback.judge(walk, response)))
        walk = walk.take(response)
    if walk.done:
        log.append(records.marked("finished", walk, code, lang, first.walk))
    log.close()
    return walk


class Trainee:
    """One browser page on a case. `store` is where the server records her answers."""

    def __init__(self, page, server, store, lang="zh-Hans", case=CASE):
        self.page, self.server, self.store, self.lang, self.case = page, server, store, lang, case
        page.set_default_timeout(PATIENCE)

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

    def choose(self, case):
        """In the library, open the case of this id."""
        self.case = case
        self.in_library("play", case).click()
        self.player.wait_for(timeout=PATIENCE)
        return self

    def in_library(self, do, case):
        """The button of a case in the list, with its group unfolded."""
        button = self.page.locator(f'.rs-cases button[data-do="{do}"][data-of="{case}"]')
        if not button.is_visible():
            self.page.locator("details.rs-group", has=button).locator("summary").click()
        return button

    def leave(self):
        """Back to the library."""
        self.page.locator('button[data-do="library"]').click()
        self.page.wait_for_selector(".rs-cases", timeout=PATIENCE)

    @property
    def player(self):
        """The sheet that plays the case."""
        return self.page.locator(".rd-sheet", has=self.page.locator(f'.rs-title[data-case="{self.case}"]'))

    @property
    def step(self):
        """The words "step n of m"."""
        return self.player.locator(".rs-progress span").first.text_content()

    @property
    def walk(self):
        """The walk as the log has it."""
        log = records.Log(str(self.store))
        events = log.last_walk(records.local_code(str(self.store)), self.case)
        log.close()
        return cases.replay(cases.load(self.case, tables.load()), events[0].seed, events)

    def settle(self, act):
        """Do something and wait until the kernel has answered it."""
        sheet = self.player.element_handle()
        before = sheet.get_attribute("data-ready")
        act()
        self.page.wait_for_function("([e, b]) => e.dataset.ready !== b", arg=[sheet, before], timeout=PATIENCE)

    def right(self):
        """What the law answers at the present step, as a list of option ids, or a list of one number."""
        key = right(self.walk)
        return list(key) if isinstance(key, list | tuple) else [key]

    # ---- by mouse --------------------------------------------------------------------------------------------------

    def answer(self, chosen=None):
        """Answer the present step, rightly unless `chosen` says otherwise; the feedback is then on the screen."""
        walk = self.walk
        if walk.step.kind.id == "choose-one" and not walk.step.judged:
            of = (self.right() if chosen is None else chosen)[0]
            self.settle(self.player.locator(f'button[data-do="answer"][data-of="{of}"]').click)
            return
        self.fill(right(walk) if chosen is None else chosen)
        self.settle(self.player.locator("button[type=submit]").first.click)

    def fill(self, chosen):
        """Put an answer into the controls, unsent: ids, one number or date, or `{item: place}`."""
        kind, player = self.walk.step.kind.id, self.player
        chosen = [chosen] if isinstance(chosen, str | int) else chosen
        if kind == "order-doors":
            for id in chosen:
                self.settle(player.locator(f'button[data-do="add"][data-of="{id}"]').click)
        elif kind == "match":
            for item, place in chosen.items():
                player.locator(f'select[name="place:{item}"]').select_option(place)
        elif kind in ("number", "date"):
            player.locator(f"input[name={kind}]").fill(str(chosen[0]))
        else:
            for id in chosen:
                player.locator(f'input[name=choice][value="{id}"]').check()

    def next(self):
        """From the feedback to the next step."""
        self.settle(self.player.locator('button[data-do="next"]').click)

    def finish(self):
        """Answer everything that is left."""
        while not self.walk.done:
            self.answer()
            self.next()
