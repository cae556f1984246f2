"""The log as one table: ids become small integers while it is read, so that a million events stay small."""

from datetime import UTC, datetime

import numpy as np
import pandas as pd

from rightdoor.records.event import KINDS
from rightdoor.records.store import written_json

IDS = ("kind", "learner", "case", "step", "walk", "response", "certainty")
NAMES = (*IDS, "attempt", "score", "seconds", "at")
UTC_END = "+00:00"


def events(log, progress=None):
    """All events of a Log as a DataFrame with the columns NAMES, oldest first.

    Ids are categories, `response` the JSON text of the answer, `at` UTC; `progress(n)` is called with the number of
    events read so far. Raises StoreError.
    """
    return _table(log.columns(NAMES, KINDS), progress)


def from_events(events):
    """The same table from Events."""
    rows = [event.row for event in events]
    texts = [{**row, "response": written_json(row["response"])} for row in rows]
    return _table([[[row[name] for row in texts] for name in NAMES]] if rows else [])


def _table(batches, progress=None):
    codes, parts, count = {name: {} for name in IDS}, {name: [] for name in NAMES}, 0
    for batch in batches:
        for name, values in zip(NAMES, batch, strict=True):
            parts[name].append(_packed(name, values, codes))
        count += len(batch[0])
        if progress:
            progress(count)
    table = pd.DataFrame({name: _column(name, parts.pop(name), codes) for name in NAMES})
    return table.sort_values("at", kind="stable", ignore_index=True)


def _packed(name, values, codes):
    """A column of a batch as an array of small numbers."""
    if name in IDS:
        known = codes[name]
        return np.fromiter((known.setdefault(v, len(known)) for v in values), np.int32, len(values))
    if name == "at":
        return np.array([_moment(v) for v in values], "datetime64[ms]")
    return np.array(values, np.int16 if name == "attempt" else np.float32)


def _moment(text):
    if text.endswith(UTC_END):
        return text[: -len(UTC_END)]
    return datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None).isoformat()


def _column(name, arrays, codes):
    if name not in IDS:
        return np.concatenate(arrays) if arrays else np.array([], "datetime64[ms]" if name == "at" else float)
    column, known = np.concatenate(arrays) if arrays else np.array([], np.int32), codes[name]
    if None in known:  # nothing said is a missing value and no category
        column = np.where(column == known[None], -1, np.where(column > known[None], column - 1, column))
    return pd.Categorical.from_codes(column, [id for id in known if id is not None])
