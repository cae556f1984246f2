"""Events: one thing that a learner did, in ids and numbers only."""

import re
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime

from rightdoor.records.basis import digest

KINDS = ("started", "restarted", "answered", "hint", "back", "finished", "news")
CODE = re.compile(r"[a-z0-9][a-z0-9-]{1,39}\Z")
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}\Z")
BASIS = re.compile(r"[0-9a-f]{0,400}")
FIRST_YEAR, LAST_YEAR = 2000, 2199
CERTAINTY = ("sure", "think-so", "guess")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing a learner did. Strings are ids; there is no place for a name or a sentence (ValueError).

    `walk` ties the events of one walk together; `version` is the case file's, `snapshot` the law's; `response` an id, a
    list of ids, a whole number, or for `started` the variant; `offered` the options in the order shown; `score` 0 to 1;
    `seconds` since the step was shown; `at` is UTC, ISO 8601 with milliseconds; `basis` is what the step leaned on,
    in short (see basis.digest); `drill` the run of a class that it belongs to, if any. `news` is what reached her in a
    drill, its id being the response.
    """

    kind: str
    learner: str
    case: str
    walk: str
    version: str = ""
    seed: str = ""
    snapshot: str = ""
    lang: str = ""
    step: str = ""
    attempt: int = 0
    response: object = None
    offered: tuple[str, ...] = ()
    score: float | None = None
    certainty: str | None = None
    seconds: float | None = None
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="milliseconds"))
    basis: str = ""
    drill: str = ""

    def __post_init__(self):
        object.__setattr__(self, "offered", tuple(self.offered))
        object.__setattr__(self, "response", _plain(self.response))
        for wrong in _faults(self):
            raise ValueError(f"event: {wrong}")

    @property
    def row(self):
        """The event as JSON values."""
        return {name: getattr(self, name) for name in self.__slots__} | {"offered": list(self.offered)}


def _plain(response):
    if isinstance(response, dict):
        return {key: _plain(value) for key, value in response.items()}
    return list(response) if isinstance(response, list | tuple) else response


def _faults(event):
    if event.kind not in KINDS:
        yield f"unknown kind {str(event.kind)[:40]!r}"
    if not (isinstance(event.learner, str) and CODE.match(event.learner)):
        yield "the learner is not a code (lower-case letters, digits, hyphens)"
    for name in ("case", "walk", "id"):
        if not (isinstance(getattr(event, name), str) and WORD.match(getattr(event, name))):
            yield f"{name} is not an id"
    for name in ("version", "seed", "snapshot", "lang", "step", "drill"):
        value = getattr(event, name)
        if not isinstance(value, str) or (value and not WORD.match(value)):
            yield f"{name} is not an id"
    if not (isinstance(event.basis, str) and BASIS.fullmatch(event.basis)):
        yield "the basis is not of hex digits"
    if not all(isinstance(id, str) and WORD.match(id) for id in event.offered):
        yield "offered holds something that is not an id"
    if not ids_and_numbers(event.response):
        yield "the response holds something that is neither an id nor a whole number"
    if isinstance(event.attempt, bool) or not isinstance(event.attempt, int) or event.attempt < 0:
        yield "the attempt is not a whole number"
    for name in ("score", "seconds"):
        value = getattr(event, name)
        if value is not None and (
            isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e9
        ):
            yield f"the {name} is not a number from 0"
    if event.score is not None and event.score > 1:
        yield "the score is greater than 1"
    if event.certainty not in (None, *CERTAINTY):
        yield "the certainty is not one of " + ", ".join(CERTAINTY)
    yield from time_faults(event.at)


def time_faults(at):
    """What is wrong with the time of an event; far years are refused, because sums of days with them have no end."""
    try:
        moment = datetime.fromisoformat(at)
    except (TypeError, ValueError):
        yield "the time is not ISO 8601"
    else:
        if moment.utcoffset() is None:
            yield "the time has no zone"
        elif not FIRST_YEAR <= moment.year <= LAST_YEAR:
            yield f"the time is not between {FIRST_YEAR} and {LAST_YEAR}"


def ids_and_numbers(value):
    """Whether a value holds only ids and whole numbers, in lists and mappings or alone."""
    if value is None or (isinstance(value, int) and abs(value) < 10**12):
        return True
    if isinstance(value, str):
        return bool(WORD.match(value))
    if isinstance(value, list):
        return all(ids_and_numbers(v) for v in value)
    return isinstance(value, dict) and all(
        isinstance(k, str) and WORD.match(k) and ids_and_numbers(v) for k, v in value.items()
    )


# ---- events of a walk --------------------------------------------------------------------------------------


def started(walk, learner, lang, kind="started", drill=""):
    """The Event that begins a walk (`restarted` for a new try at the same case); its id names the walk from then on."""
    id = str(uuid.uuid4())
    return Event(
        kind,
        learner,
        walk.case.id,
        id,
        walk.case.version,
        walk.seed,
        walk.case.book.snapshot,
        lang,
        response=walk.variant,
        id=id,
        drill=drill,
    )


def answered(walk, response, learner, lang, run, feedback=None, certainty=None, seconds=None, drill=""):
    """The Event of answering the present step of `walk`; `run` is the walk id that `started` gave."""
    prompt = walk.prompt()
    return Event(
        "answered",
        learner,
        walk.case.id,
        run,
        walk.case.version,
        walk.seed,
        walk.case.book.snapshot,
        lang,
        prompt.step,
        prompt.attempt,
        walk.accept(response),
        tuple(o.id for o in prompt.options),
        feedback.score if feedback else None,
        certainty,
        seconds,
        basis=digest(walk, feedback),
        drill=drill,
    )


def marked(kind, walk, learner, lang, run, seconds=None, drill="", response=None):
    """The Event of `hint`, `back`, `news` or `finished` at the present step of `walk`."""
    step = walk.step.id if walk.step else ""
    return Event(
        kind,
        learner,
        walk.case.id,
        run,
        walk.case.version,
        walk.seed,
        walk.case.book.snapshot,
        lang,
        step,
        walk.attempt,
        response,
        seconds=seconds,
        drill=drill,
    )
