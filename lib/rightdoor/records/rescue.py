"""A damaged SQLite file: set it aside under another name, never overwrite it, and read what can still be read."""

import json
import os
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rightdoor.records.control import Control
from rightdoor.records.event import Event

SIDE_FILES = ("", "-wal", "-shm")
LONGEST_GAP = 100_000  # rows in a row that cannot be read before the search ends


@dataclass(frozen=True, slots=True)
class Rescued:
    """The damaged file under its new name, and the rows read from it: of events and of control events."""

    kept: Path
    rows: list
    controls: list = field(default_factory=list)


def set_aside(path):
    """Rename a damaged database with its side files and read its events. OSError if it cannot be renamed."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    kept = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.stem}.damaged-{stamp}-{number}{path.suffix}")
    for side in SIDE_FILES:
        if os.path.exists(f"{path}{side}"):
            os.rename(f"{path}{side}", f"{kept}{side}")
    return Rescued(kept, read(kept), read_controls(kept))


def read_only(path):
    """The address by which SQLite opens a file without changing a byte of it."""
    return f"{path.absolute().as_uri()}?mode=ro"


def read(path, table="events", whole=None):
    """The rows that can still be read from a table of a database file; those that are not `whole` are left out."""
    whole = whole or _event
    try:
        connection = sqlite3.connect(read_only(path), uri=True)
        try:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            found = _rows(connection, columns, table) if "seq" in columns else []
            return [row for row in map(whole, found) if row]
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError):
        return []


def read_controls(path):
    """The same of the control events."""
    return read(path, "controls", _control)


def _rows(connection, columns, table):
    """Rows from both ends up to the damage, then one by one across it."""
    found = {}
    low = _sweep(connection, columns, found, table, "ASC")
    if low is not None:
        high = _sweep(connection, columns, found, table, "DESC")
        high = low + LONGEST_GAP if high is None else high
        for seq in range(low, min(high, low + LONGEST_GAP)):
            try:
                for row in connection.execute(f"SELECT * FROM {table} NOT INDEXED WHERE seq = ?", (seq,)):
                    found[seq] = dict(zip(columns, row, strict=True))
            except (sqlite3.DatabaseError, UnicodeDecodeError):
                continue
    return [found[seq] for seq in sorted(found)]


def _sweep(connection, columns, found, table, direction):
    """Read in one direction until the end (None) or the damage (the seq after, or before, the last good row)."""
    last = None
    try:
        for row in connection.execute(f"SELECT * FROM {table} NOT INDEXED ORDER BY seq {direction}"):
            record = dict(zip(columns, row, strict=True))
            last = record["seq"]
            found[last] = record
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        if direction == "ASC":
            return 1 if last is None else last + 1
        return None if last is None else last
    return None


def _event(record):
    """The row as Event would write it, or None if it is not whole."""
    try:
        record = {key: value for key, value in record.items() if key != "seq"}
        record["offered"] = json.loads(record["offered"])
        record["response"] = None if record["response"] is None else json.loads(record["response"])
        return Event(**record).row
    except (ValueError, TypeError, KeyError):
        return None


def _control(record):
    """The same for a control event."""
    try:
        record = {key: value for key, value in record.items() if key != "seq"}
        return Control(**record | {"data": json.loads(record["data"])}).row
    except (ValueError, TypeError, KeyError):
        return None
