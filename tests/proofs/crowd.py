"""A class of simulated trainees: they think, answer, drop off, come back, and keep a list of what was acknowledged."""

import asyncio
import contextlib
import json
import random
import re
import time

import psutil
from tornado.httpclient import HTTPClientError
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError
from visitor import Visitor

from rightdoor import cases, feedback
from rightdoor.practice.rehearsal import as_form

LOST = (
    ConnectionError,
    StreamClosedError,
    WebSocketClosedError,
    HTTPClientError,
    OSError,
    AssertionError,
    KeyError,
    AttributeError,
)
COMES_BACK_WITHIN = 120  # seconds
SUBMITS = 'data-do="answer"'


class Person(Visitor):
    """One trainee of a Schoolroom. `acked` are the answers whose feedback she saw; `waits` the seconds they took.

    `listens` are words that she waits for; `heard_at` is when they reached her page, `back_at` when she was last on the line.
    """

    def __init__(self, room, code, pick):
        super().__init__(room.url)
        self.room, self.code, self.pick = room, code, pick
        self.acked, self.waits, self.lost = [], [], 0
        self.listens, self.heard_at, self.back_at = (), None, None

    async def join(self):
        """Come in by one's link and wait for the page."""
        await self.enter(self.room.link(self.code))
        await self.arrive()

    async def arrive(self):
        await super().arrive()
        self.back_at = time.monotonic()
        self._hear(self.text(self.sheets[0]))

    def _take(self, kind, parent, content):
        super()._take(kind, parent, content)
        if self.listens and self.heard_at is None and kind == "comm_msg":
            self._hear(json.dumps(content, ensure_ascii=False))

    def _hear(self, text):
        if self.heard_at is None and any(words in text for words in self.listens):
            self.heard_at = time.monotonic()

    def walk(self):
        """Where the record has her: the Walk of the case under way, or None."""
        for id in self.room.plan.cases:
            events = self.room.record.last_walk(self.code, id, self.room.drill)
            if events:
                walk = cases.replay(cases.load(id, self.room.book), events[0].seed, events)
                if not walk.done:
                    return walk
        return None

    async def live(self, until, think):
        """Answer step after step until `until()`; `think` are the least and most seconds before an answer."""
        while not until():
            try:
                await self.on_the_line(self.pick.uniform(*think))
                if not await self.step():
                    await asyncio.sleep(0.5)
            except LOST:
                self.lost += 1
                await self.come_back()

    async def on_the_line(self, seconds):
        """Think for so long. ConnectionError as soon as the line is lost, which a browser notices at once too."""
        done, _ = await asyncio.wait([self.reader], timeout=seconds)
        if done:
            raise ConnectionError("the line was lost")

    async def step(self):
        """Answer the step that she is at. False when there is nothing to answer just now."""
        text = self.text()
        if 'data-do="next"' in text:
            await self.act("next")
        walk = self.walk()
        if walk is None:
            if found := re.search(r'data-do="case" data-of="([a-z0-9-]+)"', self.text()):
                await self.act("case", found[1])
            return False
        response = self.choose(walk)
        if walk.step.kind.id == "order-doors":
            for id in response:
                if f'data-do="add" data-of="{id}"' in self.text():
                    await self.act("add", id)
        of, values = as_form(walk, response)
        took = await self.act("answer", of, values)
        if 'data-do="next"' in self.text():
            self.acked.append((walk.case.id, walk.step.id, walk.attempt))
            self.waits.append(took)
            return True
        return False

    def choose(self, walk):
        """As the law answers, three times out of four; else something that is there."""
        options = [o.id for o in walk.prompt().options]
        kind = walk.step.kind.id
        if (
            walk.step.judged
            and self.pick.random() < 0.25
            and kind in ("choose-one", "choose-several", "finding", "letter")
        ):
            one = self.pick.choice(options)
            return one if kind == "choose-one" else (one,)
        key = feedback.key(walk)
        if key is not None:
            return key
        helpful = [id for id in options if not walk.step.option(id).hint]
        return helpful[0] if kind == "choose-one" else tuple(helpful[: walk.prompt().most])

    async def come_back(self):
        """As class.js does: ask until the server answers, then load the page again."""
        deadline = time.monotonic() + COMES_BACK_WITHIN
        while True:
            try:
                await self.leave()
                await self.pulse()
                await self.arrive()
                return
            except LOST:
                assert time.monotonic() < deadline, f"{self.code} did not come back"
                await asyncio.sleep(self.pick.uniform(0.5, 1.5))


def people(room, seed=7):
    """A Person for each code of the room, each with dice of her own."""
    return [Person(room, code, random.Random(f"{seed} {code}")) for code in room.codes]


def missing(room, crowd):
    """Acknowledged answers that the record does not have: `(code, case, step, attempt)`."""
    kept = {(e.learner, e.case, e.step, e.attempt) for e in room.events() if e.kind == "answered"}
    return [(p.code, *one) for p in crowd for one in p.acked if (p.code, *one) not in kept]


def memory(room):
    """MiB: (the server and the process that is copied, a seat on average, how many seats), shared memory counted once."""
    server = psutil.Process(room.process.pid)
    nursery = [p for p in server.children() if "rightdoor.server.nursery" in words(p)]
    whole, seats = sum(pss(p.pid) for p in (server, *nursery)), []
    for seat in [seat for process in nursery for seat in process.children()] or server.children():
        with contextlib.suppress(ProcessLookupError, FileNotFoundError):  # a seat may end while they are counted
            seats.append(pss(seat.pid))
    return whole, sum(seats) / max(1, len(seats)), len(seats)


def words(process):
    """The command of a process; nothing when it has ended."""
    with contextlib.suppress(psutil.Error):
        return " ".join(process.cmdline())
    return ""


def pss(pid):
    """The memory of a process in MiB, with what it shares divided among those that share it."""
    with open(f"/proc/{pid}/smaps_rollup") as rollup:
        return int(re.search(r"^Pss:\s+(\d+)", rollup.read(), re.M)[1]) / 1024


def share(values, part):
    """The value below which `part` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
