"""A class that goes on and on: trainees answer, reload and drop off, kernels are killed at random.

Full size: 40 trainees for 30 minutes; reduced: 4 for 20 seconds. Afterwards no acknowledged answer is missing, memory is
where it was after the warm-up, and no process is left.
"""

import asyncio
import os
import random
import signal
import threading
import time

import psutil
from crowd import LOST, memory, missing, people, share
from schoolroom import schoolroom
from sizes import full, report
from visitor import Visitor

from rightdoor import drills
from rightdoor.classroom import INSTRUCTOR
from rightdoor.records import Control

SIZE, SECONDS = (40, 30 * 60) if full() else (4, 20)
WARM = 300 if full() else 8  # seconds before memory is first read
THINK = (30.0, 90.0) if full() else (0.3, 1.0)
KILL_EVERY = 5.0 if full() else 4.0  # seconds, one kernel or one reload each
GROWS_BY = 0.15  # of the memory after the warm-up, at most


def test_a_class_for_half_an_hour(tmp_path):
    codes = [f"class-{n:03}abc" for n in range(SIZE)]
    with schoolroom(tmp_path, "hospital-leak", codes) as room:
        room.record.direct(Control("started", room.drill), Control("extended", room.drill, data={"minutes": 600}))
        crowd, readings, kills = asyncio.run(soak(room))
        family = [psutil.Process(room.process.pid), *psutil.Process(room.process.pid).children(recursive=True)]
        lost = missing(room, crowd)
        events = room.events()
        state = drills.fold(room.plan, room.record.controls(room.drill))
        assert {row.code for row in drills.board(room.plan, state, events, room.book).rows} == set(codes)
    _, left = psutil.wait_procs(family, 20)
    answers, waits = sum(len(p.acked) for p in crowd), [w for p in crowd for w in p.waits]
    report(f"{SIZE} trainees, {SECONDS} s, {kills} kernels killed, {sum(p.lost for p in crowd)} lines lost and found")
    report(f"{answers} answers acknowledged, {len(lost)} lost; 95 % within {1000 * share(waits, 0.95):.0f} ms")
    report(
        f"memory: {readings[0]:.0f} MiB after the warm-up, {readings[-1]:.0f} at the end, {max(readings):.0f} at most"
    )
    assert lost == [] and answers > SIZE
    assert left == [], "an orphan"
    assert kills > 0 and readings[-1] <= readings[0] * (1 + GROWS_BY) + 20


async def soak(room):
    """`(people, memory readings in MiB, kernels killed)`."""
    crowd, over = people(room, seed=11), threading.Event()
    for person in crowd:
        await person.join()
    lives = [asyncio.create_task(person.live(over.is_set, THINK)) for person in crowd]
    mischief = asyncio.create_task(trouble(room, crowd, over))
    watching = asyncio.create_task(watch_as_instructor(room, over))
    readings, began = [], time.monotonic()
    while time.monotonic() - began < SECONDS:
        await asyncio.sleep(min(30, SECONDS / 5))
        if time.monotonic() - began >= WARM:
            readings.append(whole(room))
    over.set()
    await asyncio.gather(*lives)
    await watching
    for person in crowd:
        await person.leave()
    return crowd, readings, await mischief


def whole(room):
    """Memory of the server, of what is copied, and of all seats, in MiB."""
    server, seat, seats = memory(room)
    return server + seat * seats


async def trouble(room, crowd, over):
    """Kill a kernel, reload a page or cut a line, again and again; how many kernels."""
    pick, kills = random.Random(5), 0
    while not over.is_set():
        await asyncio.sleep(KILL_EVERY)
        if pick.random() < 0.5:
            seats = [p for p in psutil.Process(room.process.pid).children(recursive=True) if not p.children()]
            with_code = [p for p in seats if p.parent().pid != room.process.pid]
            if with_code:
                os.kill(pick.choice(with_code).pid, signal.SIGKILL)
                kills += 1
        else:
            person = pick.choice(crowd)
            if person.socket is not None:
                person.socket.close()
    return kills


async def watch_as_instructor(room, over):
    """A console is open all the while."""
    console = Visitor(room.url)
    await console.enter(room.link(INSTRUCTOR))
    while not over.is_set():
        try:
            if console.socket is None or await console.pulse() != "here":
                await console.arrive()
        except LOST:
            pass  # it comes back with the next look
        await asyncio.sleep(2)
    await console.leave()
