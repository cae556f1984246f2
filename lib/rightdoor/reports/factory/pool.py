"""Worker processes and the work between them: nobody is waited for beyond its limit, nobody's death is the run's."""

import contextlib
import multiprocessing
import os
import signal
import time
from collections import deque
from dataclasses import dataclass, replace
from multiprocessing.connection import wait

from rightdoor.reports import causes, warm
from rightdoor.reports.factory import worker
from rightdoor.text import Pair

GRACE = 20  # seconds that a worker may take for what is not the notebook, before it is taken to hang
FEW = 2  # so many reports are made sooner than they are rehearsed
GONE = 2  # seconds that a process may take to be gone once it is killed
START = 120  # seconds for a worker to start on a busy machine
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


@dataclass(slots=True)
class Hand:
    """A worker process: its pipe, its id, and the task it is at, with the time by which it has to be done."""

    pipe: object
    pid: int
    task: object = None
    end: float = 0.0


def results(tasks, workers, tries, rehearse=False):
    """Yield the Result of each task as it comes. One whose cause may pass is tried again, after all others.

    The warm process rehearses what the tasks ask for when there are many of them, or more to come (`rehearse`).

    Every process is gone when the generator ends, however it ends.
    """
    if warm.AVAILABLE and (rehearse or len(tasks) > FEW):
        from rightdoor.reports.warm import process

        process.helper(sorted({rehearsal for task in tasks if (rehearsal := task.rehearsal)}))
    waiting, again, hands = deque((task, 1) for task in tasks), deque(), []
    try:
        _give(waiting, again, hands, workers)
        while any(hand.task for hand in hands):
            done = []
            for hand in _ready(hands):
                task, count = hand.task
                result = replace(_taken(hand, hands), tries=count)
                if result.cause in causes.PASSING and count < tries:
                    again.append((task, count + 1))
                else:
                    done.append(result)
            _give(waiting, again, hands, workers)  # so that no worker waits while these are written down
            yield from done
    finally:
        for hand in hands:
            _kill(hand)


def _give(waiting, again, hands, workers):
    """Give every free worker a task; start workers as long as there is work for them."""
    while waiting or again:
        hand = next((hand for hand in hands if not hand.task), None)
        if hand is None:
            if len(hands) >= workers:
                return
            hand = _hired(hands)
        hand.task = (waiting or again).popleft()
        hand.end = time.monotonic() + hand.task[0].seconds + GRACE
        try:
            hand.pipe.send(hand.task[0])
        except OSError:
            hand.end = 0  # it died while it was idle; found out like any other death


def _ready(hands):
    """The workers that have said something, died or taken too long."""
    busy = [hand for hand in hands if hand.task]
    said = wait([hand.pipe for hand in busy], max(0, min(hand.end for hand in busy) - time.monotonic()))
    now = time.monotonic()
    return [hand for hand in busy if hand.pipe in said or hand.end <= now]


def _taken(hand, hands):
    """The Result of a worker's task; a worker that died or hangs is no more."""
    task, hand.task = hand.task[0], None
    if hand.pipe.poll():
        try:
            return hand.pipe.recv()
        except (EOFError, OSError):
            cause, says = (
                "kernel",
                Pair("处理报告的进程意外结束。", "The process that made the report ended unexpectedly."),
            )
    else:
        says = Pair("报告超过 {n} 秒没有做完。", "The report was not made within {n} seconds.").format(
            n=f"{task.seconds:g}"
        )
        cause = "time"
    _kill(hand)
    hands.remove(hand)
    return worker.Result(task.name, cause, says)


def _hired(hands):
    """A new worker. OSError where processes cannot be started."""
    if warm.AVAILABLE:
        from rightdoor.reports.warm import process

        pipe = process.forked("worker")
    else:
        context = multiprocessing.get_context("spawn")
        pipe, end = context.Pipe()
        context.Process(target=worker.main, args=(end,), daemon=True).start()
        end.close()
    if not pipe.poll(START):
        raise OSError("a worker process did not start")
    hands.append(Hand(pipe, pipe.recv()))
    return hands[-1]


def _kill(hand):
    """End a worker and what it started, at once: its files are whole or not there, a draft may be left."""
    with contextlib.suppress(OSError, EOFError):  # it may be gone
        os.kill(hand.pid, KILL)
        while hand.pipe.poll(GONE):  # until its end is closed
            hand.pipe.recv_bytes()
    hand.pipe.close()
