"""What a drill costs each second: a seat that looks for news, and a console that draws the board of forty.

    python benchmarks/drill.py [trainees]

The baselines, in turns in the same run: a bare `SELECT count(*)` of the same table, and reading the rows of the same
answers with sqlite3 and json. Exit code 1 when a look costs more than 40 bare ones (a seat then needs more than a few
thousandths of a core), or drawing the board more than 12 times reading its rows.
"""

import json
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from table import Row, at_most, show

from rightdoor import cases, drills, feedback, records, tables
from rightdoor.practice.console import Console
from rightdoor.practice.learner import Learner
from rightdoor.practice.seat import Seat
from rightdoor.records import Control

ROUNDS = 40


@dataclass
class Person:
    """One of the class."""

    code: str
    lang: str = "zh-Hans"


def work(plan, book, drill, code, began):
    """The Events of one trainee who answers every question of the first case as the law does."""
    walk = cases.begin(cases.load(plan.cases[0], book), drills.seed_of(drill, code))
    first = replace(records.started(walk, code, "en", drill=drill), at=began.isoformat())
    yield first
    while not walk.done:
        shown = [o.id for o in walk.prompt().options if not walk.step.option(o.id).hint]
        asked = shown[0] if walk.step.kind.id == "choose-one" else shown[: walk.prompt().most]
        response = feedback.key(walk) if walk.step.judged else asked
        began += timedelta(seconds=5)
        judged = feedback.judge(walk, response)
        event = records.answered(walk, response, code, "en", first.walk, judged, None, 5.0, drill)
        yield replace(event, at=began.isoformat())
        walk = walk.take(response)


def seconds(work):
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main():
    """Print what each look and each drawing costs, and the ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    book = tables.load()
    plan = drills.load("police-lookup", book)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.sqlite"
        log, people = records.Log(path), [Person(f"class-{n:02d}") for n in range(count)]
        drill = drills.open_drill(log, plan, people, book)
        log.direct(Control("started", drill), *(Control("joined", drill, p.code, {"device": "d"}) for p in people))
        for person in people[1:]:
            for event in work(plan, book, drill, person.code, datetime.now(UTC)):
                log.append(event)
        seat = Seat(Learner(log, people[0].code, None, "zh-Hans", book), drill)
        console, raw = Console(log, drill, None, book, "zh-Hans"), sqlite3.connect(path)

        def rows():
            found = raw.execute("SELECT response, offered, * FROM events WHERE drill = ?", (drill,)).fetchall()
            return [(row, json.loads(str(row[0] or "null")), json.loads(row[1])) for row in found]

        ways = {
            "bare count": lambda: raw.execute("SELECT count(*) FROM controls WHERE drill = ?", (drill,)).fetchone(),
            "a seat's look": seat.tick,
            "bare rows": rows,
            "the board drawn": console.show,
        }
        times = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, call in ways.items():
                times[name].append(seconds(call))
        log.close()
    at = {name: median(spent) for name, spent in times.items()}
    found = [Row(f"{name}, {count} trainees", 1000 * value, "ms") for name, value in at.items()]
    found += [at_most("a seat's look / bare count", at["a seat's look"] / at["bare count"], 40)]
    found += [at_most("the board drawn / bare rows", at["the board drawn"] / at["bare rows"], 12)]
    return show(found)


if __name__ == "__main__":
    sys.exit(main())
