"""The log itself: append, hold, query, export, merge, forget."""

import json
from dataclasses import dataclass, fields
from pathlib import Path

from rightdoor.records.control import Control
from rightdoor.records.event import CODE, Event
from rightdoor.records.place import StoreError, code_file, default_store, private, unwritable
from rightdoor.tables import Problem
from rightdoor.text import Pair

NAMES = frozenset(f.name for f in fields(Event))
OF_CONTROL = frozenset(f.name for f in fields(Control))


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge: events added, events that were there already, lines that could not be read.

    `directions` is the number of control events left out, `codes` those of the learners whose events are in the file.
    """

    added: int
    already: int
    problems: tuple[Problem, ...]
    directions: int = 0
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What came of forgetting a learner: how many events were deleted, and what could not be reached."""

    events: int
    says: Pair


class Log:
    """The append-only log at `store` (a path or a database URL; default: `default_store()`). Made on first use.

    `report` is a Pair to show once: a damaged file was set aside, or the retention date has come; or None.
    `held` are the Events that `keep` could not write yet. Every other method raises StoreError when the store cannot
    do it. With `hold` a store that cannot be opened for want of room is tried again later: `trouble` is its Problem.
    """

    def __init__(self, store=None, hold=False):
        from rightdoor.records import forget, trouble  # SQLAlchemy comes in with them
        from rightdoor.records import store as stores

        self._stores, self._forget, self._trouble = stores, forget, trouble
        self.store = str(store or default_store())
        self.held, self.report, self.trouble, self._open = [], None, None, None
        try:
            self._opened()
        except StoreError as error:
            if not (hold and error.kind == "full"):
                raise
            self.trouble = error.problem

    def _opened(self):
        if self._open is None:
            self._open = self._stores.Store(self.store)
            self.report = self._open.report or self._forget.expire(self._open)
        return self._open

    @property
    def engine(self):
        """The SQLAlchemy engine."""
        return self._opened().engine

    # ---- writing ---------------------------------------------------------------------------------------------------

    def append(self, event):
        """Write one Event. When this returns it is on disk, power cut or not; the same event twice is kept once."""
        rows = [event.row]  # made before it is our turn
        with self._stores.writing(self._opened(), alone=True) as connection:
            self._stores.insert(connection, rows)

    def direct(self, *controls):
        """Write Control events, all or none: what an instructor does with a drill."""
        with self._stores.writing(self._opened()) as connection:
            self._stores.insert(connection, [control.row for control in controls], self._stores.CONTROLS)

    def keep(self, event):
        """Write an Event and all that are held, or hold them in memory if that cannot be done now.

        None when everything is on disk; otherwise the Problem to show. A damaged file is set aside and begun anew.
        """
        self.held.append(event)
        try:
            self._write_held()
        except StoreError as error:
            self.trouble = self._trouble.held(error.problem, len(self.held))
            if error.kind == "damaged":
                self.close()  # the next answer opens it anew, which sets the damaged file aside
        return self.trouble

    def _write_held(self):
        if len(self.held) == 1:
            self.append(self.held[0])
        else:
            with self._stores.writing(self._opened()) as connection:
                self._stores.insert(connection, [event.row for event in self.held])
        self.held, self.trouble = [], None

    # ---- reading ---------------------------------------------------------------------------------------------------

    def events(self, learner=None, case=None, walk=None, drill=None):
        """The Events of a learner, a case, a walk, a drill, in the order in which they happened; those held come last."""
        wanted = {"learner": learner, "case": case, "walk": walk, "drill": drill}
        with self._stores.reading(self._opened()) as connection:
            rows = self._stores.select(connection, **wanted)
        waiting = [e for e in self.held if all(v is None or getattr(e, n) == v for n, v in wanted.items())]
        return [Event(**row) for row in rows] + waiting

    def controls(self, drill=None, learner=None):
        """The Control events of a drill (None: of all), in the order in which they happened.

        With `learner` only those about that one and about everybody."""
        with self._stores.reading(self._opened()) as connection:
            return [Control(**row) for row in self._stores.select_controls(connection, drill, learner)]

    def controls_seen(self, drill, learner=None):
        """How many Control events a drill has so far; a cheap way to ask whether there is anything new."""
        with self._stores.reading(self._opened()) as connection:
            return self._stores.count_controls(connection, drill, learner)

    def events_seen(self, drill):
        """How many Events a drill has so far."""
        with self._stores.reading(self._opened()) as connection:
            return self._stores.count_events(connection, drill)

    def events_since(self, drill, seq=0):
        """`(Events, mark)` of a drill written after the mark `seq` that an earlier call gave.

        Two that are written at once to a database server may pass each other by: compare with `events_seen`.
        """
        with self._stores.reading(self._opened()) as connection:
            rows, mark = self._stores.select_since(connection, drill, seq)
        return [Event(**row) for row in rows], mark

    def last_walk(self, learner, case, drill=""):
        """The Events of the learner's latest walk through a case, in order; empty if there is none.

        Only those of that drill count or, without one, those outside any."""
        mine = [e for e in self.held if (e.learner, e.case, e.drill) == (learner, case, drill)]
        begun = next((e.walk for e in reversed(mine) if e.kind in ("started", "restarted")), None)
        if begun:
            return [e for e in mine if e.walk == begun]
        if self._open is None and self.trouble:
            return mine
        with self._stores.reading(self._opened()) as connection:
            rows = self._stores.select_last_walk(connection, learner, case, drill)
        events = [Event(**row) for row in rows]
        return events + [e for e in mine if events and e.walk == events[0].walk]

    def columns(self, names, kinds):
        """Batches of columns of all events of these kinds (see store.columns): for reading a large log whole."""
        with self._stores.reading(self._opened()) as connection:
            yield from self._stores.columns(connection, names, kinds)

    # ---- handing in and merging ------------------------------------------------------------------------------------

    def export(self, path, learner=None, progress=None):
        """Write JSON Lines, one event a line, for the owner only; how many. StoreError if the file is there already.

        The control events of the drills come first; for one learner, those of her drills that name nobody else.
        """
        with self._stores.reading(self._opened()) as connection:
            head = "".join(map(self._stores.written, self._stores.select_controls(connection, learner=learner)))
        return self.write(path, self._stores.written, learner, head, progress)

    def write(self, path, line, learner=None, head="", progress=None):
        """The same with lines of one's own: `line(row)` gives the text for an event's JSON values, `head` comes first.

        `progress(n)` is called with the number of events written so far, a thousand at a time.
        """
        count = 0
        try:
            with (
                open(path, "x", encoding="utf-8", newline="", opener=private) as out,
                self._stores.reading(self._opened()) as connection,
            ):
                out.write(head)
                for count, row in enumerate(self._stores.stream(connection, learner=learner), 1):
                    out.write(line(row))
                    if progress and count % 1000 == 0:
                        progress(count)
        except FileExistsError:
            raise StoreError(_exists(path)) from None
        except OSError as error:
            raise StoreError(unwritable(path, error)) from None
        return count

    def merge(self, path, progress=None, drills=False, learner=None):
        """Read what `export` wrote. The same event is never added twice; bad lines are reported and left out.

        Answers are taken, of `learner` alone if one is named; control events only with `drills`: whoever hands a file in
        could have written them. `progress(n)` is called with the number of lines read so far, a thousand at a time.
        """
        batch, problems, directions, codes, read, added = [], [], [], set(), 0, 0
        try:
            with open(path, encoding="utf-8", errors="replace") as lines:
                for number, line in enumerate(lines, 1):
                    event = _event(f"{Path(path).name}:{number}", line, problems) if line.strip() else None
                    if isinstance(event, Control):
                        directions.append(event)
                    elif event:
                        codes.add(event.learner)
                        batch += [event] if learner in (None, event.learner) else []
                    if len(batch) == 1000:
                        added, read, batch = added + self._add(batch), read + len(batch), []
                        if progress:
                            progress(number)
        except OSError as error:
            raise StoreError(
                Problem(
                    str(path),
                    Pair(f"文件打不开：{error.strerror}。", f"cannot be opened: {error.strerror}."),
                    Pair("核对文件名和权限。", "check its name and its permissions."),
                )
            ) from None
        added, read = added + self._add(batch), read + len(batch)
        if drills:
            self.direct(*directions)
        return Merged(added, read - added, tuple(problems), 0 if drills else len(directions), tuple(sorted(codes)))

    def _add(self, events):
        with self._stores.writing(self._opened()) as connection:
            return self._stores.insert(connection, [event.row for event in events])

    def rescue(self, path):
        """Add what can still be read of a damaged SQLite file, which is only read: `(events found, events added)`."""
        from rightdoor.records import rescue

        rows, controls = rescue.read(Path(path)), rescue.read_controls(Path(path))
        with self._stores.writing(self._opened()) as connection:
            self._stores.insert(connection, controls, self._stores.CONTROLS)
            return len(rows), self._stores.insert(connection, rows)

    # ---- forgetting ------------------------------------------------------------------------------------------------

    def forget(self, learner):
        """Delete every event of a learner code so that no byte of it is left in the store. Returns Forgotten."""
        if not CODE.match(learner):
            raise ValueError("not a learner code")
        self.held = [e for e in self.held if e.learner != learner]
        says, count = self._forget.forget(self._opened(), learner)
        kept = code_file(self.store)
        if kept.exists() and kept.read_text(encoding="utf-8", errors="replace").strip() == learner:
            kept.unlink()
        return Forgotten(count, says)

    @property
    def retention(self):
        """The date from which everything recorded before it is deleted when the log is opened, or None. Settable."""
        return self._forget.retention(self._opened())

    @retention.setter
    def retention(self, until):
        self._forget.set_retention(self._opened(), until)

    def close(self):
        """Let go of the store."""
        if self._open:
            self._open.close()
            self._open = None


def _event(place, line, problems):
    """The Event or Control of a line, or None with a Problem added."""
    try:
        row = json.loads(line)
        if isinstance(row, dict) and {"id", "at", "data"} <= set(row) <= OF_CONTROL:
            return Control(**row)
        if not isinstance(row, dict) or set(row) - NAMES or not {"id", "at"} <= set(row):
            raise ValueError("not an event")
        return Event(**row)
    except (ValueError, TypeError, RecursionError) as error:
        reason = str(error)[:120]
        problems.append(
            Problem(
                place,
                Pair(f"这一行不是学习记录：{reason}", f"this line is not an event: {reason}"),
                Pair("请重新导出，不要手工修改。", "export it again; do not edit it by hand."),
            )
        )


def _exists(path):
    return Problem(
        str(path),
        Pair("文件已经存在，没有覆盖。", "the file exists and was not overwritten."),
        Pair("换一个文件名。", "choose another file name."),
    )
