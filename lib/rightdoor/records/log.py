"""The log itself: append, query, export, merge, forget."""

import json
from dataclasses import dataclass, fields
from pathlib import Path

from rightdoor.records.event import CODE, Event
from rightdoor.records.place import StoreError, code_file, default_store, private, unwritable
from rightdoor.tables import Problem
from rightdoor.text import Pair


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge: events added, events that were there already, lines that could not be read."""

    added: int
    already: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What came of forgetting a learner: how many events were deleted, and what could not be reached."""

    events: int
    says: Pair


class Log:
    """The append-only log at `store` (a path or a database URL; default: `default_store()`). Made on first use.

    `report` tells, as a Pair, of a damaged file that was set aside when the log was opened, or is None.
    Every method raises StoreError when the store cannot do it.
    """

    def __init__(self, store=None):
        from rightdoor.records import store as place  # SQLAlchemy comes in with it

        self._place = place
        self.store = str(store or default_store())
        self.engine, self.report = place.open_store(self.store)

    def append(self, event):
        """Write one Event. When this returns it is on disk, power cut or not; the same event twice is kept once."""
        with self._place.writing(self) as connection:
            self._place.insert(connection, [event.row])

    def events(self, learner=None, case=None, walk=None):
        """The Events of a learner, a case, a walk, in the order in which they happened."""
        with self._place.reading(self) as connection:
            rows = self._place.select(connection, learner=learner, case=case, walk=walk)
        return [Event(**row) for row in rows]

    def last_walk(self, learner, case):
        """The Events of the learner's latest walk through a case, in order; empty if there is none."""
        with self._place.reading(self) as connection:
            rows = self._place.select_last_walk(connection, learner, case)
        return [Event(**row) for row in rows]

    def export(self, path, learner=None):
        """Write JSON Lines, one event a line, for the owner only; how many. StoreError if the file is there already."""
        try:
            with open(path, "x", encoding="utf-8", newline="\n", opener=private) as out:
                events = self.events(learner=learner)
                out.writelines(json.dumps(e.row, ensure_ascii=False, sort_keys=True) + "\n" for e in events)
        except FileExistsError:
            raise StoreError(
                Problem(
                    str(path),
                    Pair("文件已经存在，没有覆盖。", "the file exists and was not overwritten."),
                    Pair("换一个文件名。", "choose another file name."),
                )
            ) from None
        except OSError as error:
            raise StoreError(unwritable(path, error)) from None
        return len(events)

    def merge(self, path):
        """Read what `export` wrote. The same event is never added twice; bad lines are reported and left out."""
        events, problems = [], []
        try:
            with open(path, encoding="utf-8", errors="replace") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        self._read_line(f"{Path(path).name}:{number}", line, events, problems)
        except OSError as error:
            raise StoreError(
                Problem(str(path), Pair(f"文件打不开：{error.strerror}。", f"cannot be opened: {error.strerror}."))
            ) from None
        added = 0
        for start in range(0, len(events), 1000):
            with self._place.writing(self) as connection:
                added += self._place.insert(connection, [e.row for e in events[start : start + 1000]])
        return Merged(added, len(events) - added, tuple(problems))

    @staticmethod
    def _read_line(place, line, events, problems):
        try:
            row = json.loads(line)
            if not isinstance(row, dict) or set(row) - {f.name for f in fields(Event)} or not {"id", "at"} <= set(row):
                raise ValueError("not an event")
            events.append(Event(**row))
        except (ValueError, TypeError, RecursionError) as error:
            reason = str(error)[:120]
            problems.append(
                Problem(
                    place,
                    Pair(f"这一行不是学习记录：{reason}", f"this line is not an event: {reason}"),
                    Pair("请重新导出，不要手工修改。", "export it again; do not edit it by hand."),
                )
            )

    def forget(self, learner):
        """Delete every event of a learner code so that no byte of it is left in the store. Returns Forgotten."""
        if not CODE.match(learner):
            raise ValueError("not a learner code")
        says, count = self._place.forget(self, learner)
        kept = code_file(self.store)
        if kept.exists() and kept.read_text(encoding="utf-8", errors="replace").strip() == learner:
            kept.unlink()
        return Forgotten(count, says)

    def close(self):
        """Let go of the store."""
        self.engine.dispose()
