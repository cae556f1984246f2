"""A drill with a whole class in the real protocol: joins, drops, news, and a server that is killed in the middle.

Forty trainees at full size, three of them in Chromium and one of these by keyboard; reduced: six, one in Chromium.
"""

import asyncio
import os
import random
import sys
import threading
import time
from pathlib import Path

from crowd import LOST, memory, missing, people, share
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright
from schoolroom import schoolroom
from sizes import full, report
from visitor import Visitor

from rightdoor import cases, drills
from rightdoor.classroom import INSTRUCTOR
from rightdoor.records import Log
from rightdoor.text import say

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from keyboard import Keyboard
from trainee import Trainee, launch

SIZE, BROWSERS = (40, 3) if full() else (6, 1)
THINK = (3.0, 7.0) if full() else (0.3, 0.9)
BEFORE, AFTER = (40, 70) if full() else (5, 8)  # seconds before and after the server is killed
LONGEST = 120  # seconds more, on a machine that does much else
SOON = 2.0  # seconds until news is on every page; measured 0.5, and 1.1 on a machine that had eight times as much to do
LEAST = 2  # answers from each browser
CALL = "call-from-station"


def test_a_class_works_through_a_drill(tmp_path):
    codes = [f"class-{n:03}abc" for n in range(SIZE)]
    with schoolroom(tmp_path, "police-lookup", codes) as room:
        done = asyncio.run(drill(room))
        check_the_record(room, done, tmp_path)


async def drill(room):
    """The whole drill; returns what was measured."""
    crowd, over = people(room), threading.Event()
    simulated, seen = crowd[BROWSERS:], crowd[:BROWSERS]
    joined = await joins(simulated)
    console = await instructor(room)
    await console.act("start")
    windows = [
        asyncio.create_task(asyncio.to_thread(in_chromium, room, p.code, over, n == 0)) for n, p in enumerate(seen)
    ]
    lives = [asyncio.create_task(p.live(over.is_set, THINK)) for p in simulated]
    dropping = asyncio.create_task(drop(simulated, over))
    await work(simulated, BEFORE)
    heard = await inject(room, console, simulated)
    waits, used = [w for p in simulated for w in p.waits], memory(room)
    await asyncio.to_thread(room.kill)
    began = time.monotonic()
    await asyncio.to_thread(room.start)
    await console.leave()
    await back(console)
    returned = time.monotonic() - began
    await work(simulated, AFTER)
    over.set()
    dropping.cancel()
    await asyncio.gather(*lives)
    browsed = await asyncio.gather(*windows)
    await console.act("close", "all")
    text = console.text(console.sheets[0])
    for person in crowd:
        await person.leave()
    await console.leave()
    return {"crowd": simulated, "browsed": browsed, "joined": joined, "heard": heard, "waits": waits, "used": used,
            "returned": returned, "console": text}  # fmt: skip


async def work(crowd, seconds):
    """Let the class work for so long, and until everybody has given an answer in this time."""
    began, before = time.monotonic(), {p.code: len(p.acked) for p in crowd}
    while time.monotonic() - began < seconds or any(len(p.acked) <= before[p.code] for p in crowd if p.walk()):
        assert time.monotonic() - began < seconds + LONGEST, "somebody got nowhere"
        await asyncio.sleep(0.5)


async def joins(crowd):
    """All come in at once: the seconds until the last of them sees her page."""
    began = time.monotonic()
    await asyncio.gather(*(person.join() for person in crowd))
    return time.monotonic() - began


async def instructor(room):
    console = Visitor(room.url)
    await console.enter(room.link(INSTRUCTOR))
    await console.arrive()
    return console


async def back(console):
    """The console loads again, as its page does by itself."""
    for _ in range(60):
        try:
            await console.arrive()
            return
        except LOST:
            await asyncio.sleep(0.5)
    raise AssertionError("the console did not come back")


async def drop(crowd, over):
    """Somebody drops off the network now and then."""
    pick = random.Random(3)
    while not over.is_set():
        await asyncio.sleep(pick.uniform(0.5, 2.0))
        person = pick.choice(crowd)
        if person.socket is not None:
            person.socket.close()


async def inject(room, console, crowd):
    """The instructor sends news. The seconds until it was on the page of each trainee: `(of those who were on the line
    all the time, of those who lost it meanwhile, from when their page was there again)`."""
    words = {say(room.plan.inject(CALL).say, lang)[:12] for lang in ("zh-Hans", "zh-Hant", "en")}
    began = time.monotonic()
    for person in crowd:
        person.listens = words
    there = {person: person.back_at for person in crowd if person.socket is not None and not person.reader.done()}
    await console.act("inject", CALL)
    while any(person.heard_at is None for person in crowd):
        assert time.monotonic() - began < LONGEST, "the news reached everybody"
        await asyncio.sleep(0.05)
    on, off = [], []
    for person in crowd:
        stayed = there.get(person) == person.back_at
        (on if stayed else off).append(max(0.0, person.heard_at - (began if stayed else max(began, person.back_at))))
    return on, off


class InClass(Trainee):
    """A trainee in Chromium whose walk stands in the record of the class."""

    def __init__(self, page, room, code, log):
        super().__init__(page, None, room.store, case=room.plan.cases[0])
        self.room, self.code, self.log = room, code, log
        page.set_default_timeout(8_000)

    def settle(self, act):
        """Do something and wait until the sheet has changed; a page that was loaded anew meanwhile is given up soon."""
        sheet = self.player.element_handle()
        before = sheet.get_attribute("data-ready")
        act()
        self.page.wait_for_function("([e, b]) => e.dataset.ready !== b", arg=[sheet, before], timeout=8_000)

    @property
    def walk(self):
        events = self.log.last_walk(self.code, self.case, self.room.drill)
        return cases.replay(cases.load(self.case, self.room.book), events[0].seed, events)


def in_chromium(room, code, over, by_keyboard):
    """One trainee in a real browser until the drill is over; how many answers she gave. Her page heals itself."""
    log, given, faults, end = Log(room.store), 0, [], None
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 390, "height": 800})
        arrive(page, f"{room.url}in/{room.link(code)}")
        somebody = InClass(page, room, code, log)
        keys = Keyboard(somebody)
        if by_keyboard:
            keys.tab_to("button[type=submit]")
            page.keyboard.press("Enter")
        else:
            page.locator("button[type=submit]").first.click()
        while not over.is_set() or (given < LEAST and time.monotonic() < (end := end or time.monotonic() + 90)):
            try:
                somebody.player.wait_for()
                if page.locator('button[data-do="next"]').count():
                    press_next(somebody, keys if by_keyboard else None)
                if somebody.walk.done:
                    break
                keys.answer() if by_keyboard else somebody.answer()
                page.locator('button[data-do="next"]').wait_for()
                given += 1
            except (BrowserError, AssertionError, IndexError) as fault:
                faults.append(str(fault)[:200])
                over.wait(1)  # the line was lost, or the page is loading again by itself
        browser.close()
    log.close()
    return given, faults


def arrive(page, address):
    """Open the personal link; a machine that does much else may come to it only when the server is just being killed."""
    for _ in range(90):
        try:
            page.goto(address, timeout=90_000)
            return
        except BrowserError:
            time.sleep(1)
    raise AssertionError("the link led nowhere")


def press_next(somebody, keys):
    if keys:
        keys.tab_to('button[data-do="next"]')
        keys.press()
    else:
        somebody.next()


def check_the_record(room, done, tmp_path):
    """Nothing acknowledged is lost; the board and the report are what the record says, however it is read."""
    events, controls = room.events(), room.record.controls(room.drill)
    acked = sum(len(p.acked) for p in done["crowd"])
    assert missing(room, done["crowd"]) == []
    assert acked > SIZE and all(p.acked for p in done["crowd"]), "everybody answered"
    assert all(given >= LEAST for given, _ in done["browsed"]), done["browsed"]
    ids = [e.id for e in events]
    assert len(ids) == len(set(ids))
    state = drills.fold(room.plan, controls)
    board = drills.board(room.plan, state, events, room.book)
    first = {}
    for event in events:
        if event.kind == "answered" and event.score is not None:
            first.setdefault((event.learner, event.case, event.step), event.score)
    for row in board.rows:
        mine = [score for (code, _, _), score in first.items() if code == row.code]
        assert (row.answered, row.right) == (len(mine), sum(score >= 1 for score in mine)), row.code
    assert {row.code for row in board.rows} == set(room.codes)
    assert state.phase == drills.CLOSED
    told = drills.debrief(room.plan, controls, events, room.book).row
    pick = random.Random(1)
    assert (
        drills.debrief(room.plan, pick.sample(controls, len(controls)), pick.sample(events, len(events)), room.book).row
        == told
    )
    assert elsewhere(room, tmp_path) == told, "the same report from a copy of the record"
    whole, seat, seats = done["used"]
    (heard, late), waits = done["heard"], done["waits"]
    if full():
        assert max(heard) <= SOON, "news is on every page that is on the line"
    report(f"{SIZE} trainees, {BROWSERS} in Chromium; {acked} answers acknowledged, none lost; {len(events)} events")
    report(f"{len(done['crowd'])} joins at once: the last page stood after {done['joined']:.1f} s")
    report(
        f"click to feedback: median {1000 * share(waits, 0.5):.0f} ms, 95 % within {1000 * share(waits, 0.95):.0f} ms (n = {len(waits)})"
    )
    report(
        f"news on every page that was on the line within {max(heard):.2f} s (n = {len(heard)}, median {share(heard, 0.5):.2f} s); "
        f"on {len(late)} that had lost it, {max(late, default=0):.2f} s after they were back"
    )
    report(
        f"served again {done['returned']:.1f} s after the kill; load of the machine {os.getloadavg()[1]:.1f} in five minutes"
    )
    report(
        f"memory: {seat:.1f} MiB a seat (n = {seats}), {whole:.0f} MiB for the server and what the seats are copied from"
    )


def elsewhere(room, tmp_path):
    """The debrief from the record as exported and merged into another store."""
    out, other = tmp_path / "all.jsonl", Log(tmp_path / "other" / "events.sqlite")
    room.record.export(out)
    other.merge(out, drills=True)
    events, controls = other.events(drill=room.drill), other.controls(room.drill)
    other.close()
    return drills.debrief(room.plan, controls, events, room.book).row
