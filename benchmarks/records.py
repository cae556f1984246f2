"""What one durable event costs, against a bare insert that is as durable, in the same run.

    python benchmarks/records.py [events]

One writer takes turns between the log and a bare insert into a file of its own (write-ahead log, synced at every
commit), two thousand times each unless told otherwise, so that a busy machine slows both alike. Forty writers at once
are `python3 start.py proof writers`. Exit code 1 when the log takes more than four times as long at the median.
"""

import sqlite3
import sys
import tempfile
import time
import uuid
from pathlib import Path

from table import Row, at_most, show

from rightdoor.records import Event, Log

MOST = 4.0


def bare(path):
    """A function that makes one bare durable insert of about the size of an event."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE bare (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, row TEXT)")
    return lambda: raw.execute("INSERT INTO bare (id, row) VALUES (?, ?)", (str(uuid.uuid4()), "x" * 300))


def ours(path):
    """A function that appends one event to a log."""
    log = Log(path)
    same = {"learner": "code-1", "case": "police-lookup", "walk": "w-1", "step": "tier", "attempt": 1, "score": 1.0,
            "response": "serious", "offered": ("none", "serious", "unknown"), "snapshot": "0123456789ab"}  # fmt: skip
    return lambda: log.append(Event("answered", **same))


def seconds(work):
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main():
    """Print median and 95th percentile of both in milliseconds, and the ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as folder:
        ways = {"bare insert": bare(Path(folder) / "bare.sqlite"), "one event": ours(Path(folder) / "log.sqlite")}
        times = {name: [] for name in ways}
        for _ in range(count):
            for name, work in ways.items():
                times[name].append(seconds(work))
    at = {name: [sorted(spent)[int(share * count)] for share in (0.5, 0.95)] for name, spent in times.items()}
    rows = [
        Row(f"{name}, {which}", 1000 * value, "ms")
        for name, values in at.items()
        for which, value in zip(("median", "95th percentile"), values, strict=True)
    ]
    middle, high = (at["one event"][n] / at["bare insert"][n] for n in (0, 1))
    rows += [at_most("one event / bare insert, median", middle, MOST)]
    return show([*rows, Row("one event / bare insert, 95th percentile", high, "x")])


if __name__ == "__main__":
    sys.exit(main())
