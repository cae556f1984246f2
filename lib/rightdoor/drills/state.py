"""The state of a drill: a frozen value, folded from the plan, the control events and the time.

Nothing else keeps it. The same events give the same state, in whatever order they were merged; the clock is the time of
the events, pauses left out, so that it survives the end of any process.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

WAITING, RUNNING, PAUSED, OVER, CLOSED = "waiting", "running", "paused", "over", "closed"
STARTS = {("started", WAITING), ("resumed", PAUSED), ("reopened", CLOSED)}


class NoDrill(LookupError):
    """There is no such drill, or no such seat in it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """`phase` (WAITING, RUNNING, PAUSED, OVER: time is up, or CLOSED), `elapsed` and `left` in seconds.

    `spans` are the stretches in which it ran, as `(from, until)`; the last one ends now.
    """

    phase: str
    elapsed: float
    left: float
    spans: tuple[tuple[datetime, datetime], ...] = ()

    def moment(self, elapsed):
        """When the clock showed so many seconds; None if it has not yet."""
        for begin, end in self.spans:
            length = (end - begin).total_seconds()
            if elapsed <= length:
                return begin + timedelta(seconds=elapsed)
            elapsed -= length
        return None

    def read(self, at):
        """What the clock showed at a moment, in seconds."""
        return sum(max(0.0, (min(end, at) - begin).total_seconds()) for begin, end in self.spans)


@dataclass(frozen=True, slots=True)
class Seat:
    """One trainee's place: her `clock`, her language, whether it is `revoked`, when she first joined, and `device`, the
    page that she opened last."""

    code: str
    lang: str
    clock: Clock
    revoked: bool
    joined: datetime | None
    device: str


@dataclass(frozen=True, slots=True)
class Drill:
    """A drill at the moment `now`. `injected` are `(inject id, when)` of what has become known, in order; `seen` is
    `{inject id: {code: when it first stood on her page}}`."""

    id: str
    plan: str
    version: str
    snapshot: str
    opened: datetime
    now: datetime
    clock: Clock
    seats: dict[str, Seat]
    injected: tuple[tuple[str, datetime], ...]
    seen: dict[str, dict[str, datetime]]

    @property
    def phase(self):
        """The phase of the class's clock."""
        return self.clock.phase


def fold(plan, controls, now=None):
    """The Drill that these Controls (of one drill, in any order) lead to. NoDrill if it was never opened.

    At `now`, a moment gone by, what came later is left out; without it all count, also those that another machine,
    whose clock is ahead, has written.
    """
    told = sorted({control.id: control for control in controls}.values(), key=lambda c: (c.at, c.id))
    opened = next((control for control in told if control.kind == "opened"), None)
    if opened is None:
        raise NoDrill("the drill was never opened")
    now = now or max(datetime.now(UTC), moment(told[-1]))
    told = [(moment(control), control) for control in told if moment(control) <= now]
    everybody = [pair for pair in told if not pair[1].learner]
    clock = _clock(plan, everybody, now)
    seats = {}
    for _, control in told:
        if control.kind == "seated" and control.learner not in seats:
            mine = [pair for pair in told if pair[1].learner in ("", control.learner)]
            seats[control.learner] = _seat(plan, control, mine, clock, now, len(mine) == len(everybody))
    return Drill(
        opened.drill,
        opened.data["plan"],
        opened.data.get("version", ""),
        opened.data.get("snapshot", ""),
        moment(opened),
        now,
        clock,
        seats,
        _injected(plan, clock, everybody),
        _seen(told),
    )


def moment(event):
    """When an event happened, as a datetime."""
    return datetime.fromisoformat(event.at)


def _seat(plan, seated, mine, clock, now, same):
    joined = [(at, control) for at, control in mine if control.kind == "joined"]
    own = any(control.learner and control.kind in ("extended", "closed", "reopened") for _, control in mine)
    return Seat(
        seated.learner,
        seated.data.get("lang", ""),
        _clock(plan, mine, now) if own else clock,
        next((c.kind == "revoked" for _, c in reversed(mine) if c.kind in ("revoked", "readmitted")), False),
        joined[0][0] if joined else None,
        joined[-1][1].data.get("device", "") if joined else "",
    )


def _clock(plan, told, now):
    """The Clock of these `(moment, Control)`, in order. Time that ran on past the end counts for nothing."""
    limit, spans, since, phase, ran = plan.minutes * 60, [], None, WAITING, 0.0

    def stop(at):
        nonlocal ran, since
        if since is not None:
            end = min(at, since + timedelta(seconds=max(0.0, limit - ran)))
            spans.append((since, end))
            ran += (end - since).total_seconds()
            since = None

    for at, control in told:
        if control.kind == "extended":
            running = since is not None
            stop(at)
            limit += 60 * control.data.get("minutes", 0)
            since = at if running else None
        elif control.kind == "closed" or (control.kind, phase) == ("paused", RUNNING):
            stop(at)
            phase = CLOSED if control.kind == "closed" else PAUSED
        elif (control.kind, phase) in STARTS:
            # one that was closed before it began is open again, and has still to begin
            since, phase = (None, WAITING) if control.kind == "reopened" and not spans else (at, RUNNING)
    if phase == RUNNING:
        stop(now)
        phase = RUNNING if ran < limit else OVER
    return Clock(phase, ran, max(0.0, limit - ran), tuple(spans))


def _injected(plan, clock, told):
    """What has become known: by hand or by its trigger, or because the clock has come to it, whichever was first."""
    found = {}
    for at, control in told:
        if control.kind == "injected" and plan.inject(control.data.get("inject")):
            found.setdefault(control.data["inject"], at)
    for inject in plan.injects:
        due = clock.moment(inject.at * 60) if inject.at is not None else None
        if due and (inject.id not in found or due < found[inject.id]):
            found[inject.id] = due
    return tuple(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))


def _seen(told):
    found = {}
    for at, control in told:
        if control.kind == "seen":
            found.setdefault(control.data["inject"], {}).setdefault(control.learner, at)
    return found
