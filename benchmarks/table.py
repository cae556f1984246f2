"""The one shape of a benchmark's result: a Row is a figure with the bar it is held to, and `show` prints them."""

import json
import os
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`what` was measured, its `value` in `unit` (x: times), the `bar` as words; `fine` is None where there is no bar."""

    what: str
    value: float
    unit: str
    bar: str = ""
    fine: bool | None = None


def at_most(what, value, bar, unit="x"):
    """A Row that has to stay at or below a bar."""
    return Row(what, value, unit, f"at most {bar:g}", value <= bar)


def at_least(what, value, bar, unit="x"):
    """A Row that has to reach a bar."""
    return Row(what, value, unit, f"at least {bar:g}", value >= bar)


def show(rows):
    """Print the Rows, write them down for `benchmarks/all.py` if it asks; 0 when none misses its bar, else 1."""
    for row in rows:
        verdict = "" if row.fine is None else "  reached" if row.fine else "  MISSED"
        print(f"{row.what:64}{row.value:10.2f} {row.unit:4} {row.bar:16}{verdict}")
    if place := os.environ.get("RIGHTDOOR_ROWS"):
        with open(place, "w", encoding="utf-8") as file:
            json.dump([asdict(row) for row in rows], file)
    return 0 if all(row.fine is not False for row in rows) else 1
