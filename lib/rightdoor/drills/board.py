"""The board: who is where, what is going wrong, who is stuck and who is silent. A pure function of the record."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from statistics import median

from rightdoor import cases
from rightdoor.cases import Option
from rightdoor.drills.state import CLOSED, OVER, PAUSED, WAITING, moment
from rightdoor.text import Pair

STUCK_SECONDS = 150  # on the clock without a sign of life, at least so long, and
STUCK_TIMES = 2.5  # so many times as long as the others took at the step
STUCK_TRIES = 3  # or so many answers to one step that did not lead on
SILENT_SECONDS = 120  # so much longer still

ABSENT, WORKING, STUCK, SILENT, FINISHED, REVOKED = "absent", "working", "stuck", "silent", "finished", "revoked"
STATES = (STUCK, SILENT, WORKING, FINISHED, ABSENT, REVOKED)


@dataclass(frozen=True, slots=True)
class Row:
    """One trainee: `state` of STATES, the case and step where she stands (empty: at none), how many judged steps she
    has answered and how many of these rightly at once, since when she is there (seconds on the clock), and her last
    sign of life."""

    code: str
    state: str
    case: str
    step: str
    answered: int
    right: int
    seconds: float
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Share:
    """How many chose an option first: its words, its id, whether a fully right answer held it."""

    id: str
    says: Pair
    n: int
    right: bool


@dataclass(frozen=True, slots=True)
class StepCount:
    """One judged step: how many answered it, how many rightly at once, what they chose, how many stand there now."""

    case: str
    step: str
    ask: Pair
    answered: int
    right: int
    here: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole class: Rows in the order of STATES and codes, StepCounts in the order of the plan, and who has heard
    which inject (`{inject id: number of trainees}`): whom its facts have reached, or who has seen its words."""

    rows: tuple[Row, ...]
    steps: tuple[StepCount, ...]
    heard: dict[str, int]

    def count(self, *states):
        """How many are in one of these states."""
        return sum(row.state in states for row in self.rows)


def board(plan, drill, events, book):
    """The Board of a Drill from the Events of its trainees."""
    mine = {code: [] for code in drill.seats}
    for event in sorted(events, key=lambda e: (e.at, e.id)):
        if event.learner in mine:
            mine[event.learner].append(event)
    walks = {code: _walks(plan, tuple(own), book) for code, own in mine.items()}
    usual = _usual(events)
    rows = [_row(plan, drill, seat, mine[code], walks[code], usual) for code, seat in drill.seats.items()]
    rows.sort(key=lambda row: (STATES.index(row.state), row.code))
    first = first_answers(events)
    steps = [_step(book, id, step, first, rows) for id in plan.cases for step in cases.load(id, book).steps.values()]
    heard = Counter((e.case, e.response) for own in mine.values() for e in _once(own))
    told = {i.id: heard[i.case, i.news] if i.news else len(drill.seen.get(i.id, ())) for i in plan.injects}
    return Board(tuple(rows), tuple(s for s in steps if s.answered or s.here), told)


def due(plan, drill, events):
    """The ids of the injects whose trigger the class has fulfilled and that have not become known yet.

    The share is of those who have joined.
    """
    known, joined = (
        {id for id, _ in drill.injected},
        [s.code for s in drill.seats.values() if s.joined and not s.revoked],
    )
    answered = {(event.learner, f"{event.case}/{event.step}") for event in events if event.kind == "answered"}
    return tuple(
        inject.id
        for inject in plan.injects
        if inject.step
        and inject.id not in known
        and joined
        and sum((code, inject.step) in answered for code in joined) * 100 >= inject.share * len(joined)
    )


def first_answers(events):
    """`{(learner, case, step): Event}`: the first judged answer of each learner to each step."""
    found = {}
    for event in sorted(events, key=lambda e: (e.at, e.id)):
        if event.kind == "answered" and event.score is not None:
            found.setdefault((event.learner, event.case, event.step), event)
    return found


def _once(own):
    return {(e.case, e.response): e for e in own if e.kind == "news"}.values()


# ---- one trainee -------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _stand(case, seed, events):
    """The Walk that these events lead to; kept, because most trainees did nothing since the board was last drawn."""
    return cases.replay(case, seed, events)


def _walks(plan, own, book):
    """`{case id: Walk}` of the latest walk of a trainee through each case of the plan."""
    found = {}
    for id in plan.cases:
        here = [event for event in own if event.case == id]
        begun = next((e for e in reversed(here) if e.kind in ("started", "restarted")), None)
        if begun:
            found[id] = _stand(cases.load(id, book), begun.seed, _Events(e for e in here if e.walk == begun.walk))
    return found


class _Events(tuple):
    """Events that are known by their ids, which is quick to compare."""

    __slots__ = ()

    def __hash__(self):
        return hash(tuple(event.id for event in self))

    def __eq__(self, other):
        return [event.id for event in self] == [event.id for event in other]


def _row(plan, drill, seat, own, walks, usual):
    at = next(((id, walk) for id, walk in walks.items() if not walk.done), None)
    first = first_answers(own).values()
    last = moment(own[-1]) if own else None
    signs = [sign for sign in (last, seat.joined) if sign]
    shown = seat.clock.read(max(signs)) if signs else 0.0
    seconds = seat.clock.elapsed - shown
    step = at[1].step.id if at else ""
    state = _state(plan, seat, own, walks, at, seconds, usual)
    right = sum(event.score >= 1 for event in first)
    return Row(seat.code, state, at[0] if at else "", step, len(first), right, seconds, max(signs, default=None))


def _state(plan, seat, own, walks, at, seconds, usual):
    if seat.revoked:
        return REVOKED
    if seat.joined is None and not own:
        return ABSENT
    if len(walks) == len(plan.cases) and at is None:
        return FINISHED
    if seat.clock.phase in (WAITING, PAUSED, OVER, CLOSED):
        return WORKING
    if at and _tries(own, at[0], at[1].step.id) >= STUCK_TRIES:
        return STUCK
    limit = max(STUCK_SECONDS, STUCK_TIMES * usual.get((at[0], at[1].step.id), 0)) if at else STUCK_SECONDS
    if seconds > limit + SILENT_SECONDS:
        return SILENT
    return STUCK if seconds > limit else WORKING


def _tries(own, case, step):
    """How many answers to the step in this walk did not lead on."""
    return sum(e.kind == "answered" and (e.case, e.step) == (case, step) for e in own)


def _usual(events):
    """The seconds that the middle one of the class took at each step."""
    times = {}
    for event in events:
        if event.kind == "answered" and event.seconds is not None:
            times.setdefault((event.case, event.step), []).append(event.seconds)
    return {key: median(seconds) for key, seconds in times.items()}


# ---- one step ----------------------------------------------------------------------------------------------------


def _step(book, id, step, first, rows):
    case = cases.load(id, book)
    answers = [event for (_, c, s), event in first.items() if (c, s) == (id, step.id)]
    chosen = Counter(part for event in answers for part in parts(event.response))
    right = {part for event in answers if event.score >= 1 for part in parts(event.response)}
    shares = [Share(part, part_words(case, step, part), n, part in right) for part, n in chosen.items()]
    return StepCount(
        id,
        step.id,
        cases.fill(step.ask, case, cases.variants(case)[0]),
        len(answers),
        sum(event.score >= 1 for event in answers),
        sum((row.case, row.step) == (id, step.id) for row in rows),
        tuple(sorted(shares, key=lambda share: (-share.n, share.id))),
    )


def parts(response):
    """What a response is made of: option ids, `item=place` of a match, a number or day as text."""
    if isinstance(response, dict):
        return [f"{item}={place}" for item, place in response.items()]
    return [str(one) for one in response] if isinstance(response, list | tuple) else [str(response)]


def part_words(case, step, part):
    """The words of a part of a response: a label, an item and its place, a number as it is."""
    item, _, place = part.partition("=")
    label = _label(case, step.options, item)
    return Pair.join([label, _label(case, step.places, place)], " → ", " → ") if place else label


def _label(case, options, id):
    found = next((option for option in options if option.id == id), Option(id, Pair(id, id)))
    return cases.fill(found.label, case, cases.variants(case)[0])
