"""A way through a door: its stage and rank, why, on what basis, at which level, what to bring, what to expect by when.

Routes are rules that name doors in order. This module puts what they named in one order, without doubles, and adds what
the table of doors knows on the day of reporting. A door that is not in force that day is not named.
"""

from dataclasses import dataclass
from functools import lru_cache

from rightdoor.law.doors.words import BRING, WORDS
from rightdoor.law.rule import chapter
from rightdoor.law.rule import in_force as rules_in_force
from rightdoor.text import Pair

NOW, PRIMARY, PARALLEL, ESCALATION = "now", "primary", "parallel", "escalation"
STAGES = (NOW, PRIMARY, PARALLEL, ESCALATION)
# A door that was shut is tried again by another act: that replaces its first mention. Safety comes before everything.
STRENGTH = {NOW: 0, ESCALATION: 1, PRIMARY: 2, PARALLEL: 3}
NOT_A_TERM = frozenset({"people", "rounds", "times"})

route = chapter("doors", day="report")


@dataclass(frozen=True, slots=True)
class Step:
    """What a route says: go to this door at this stage; `says` and `articles` where the usual words do not fit."""

    door: str
    stage: str
    paths: tuple[str, ...]
    says: Pair | None = None
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expect:
    """A term that binds the door: what, how many of which unit, by which article."""

    what: Pair
    days: int
    unit: str
    basis: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What the tables know of a way, the same for every case of that day."""

    says: Pair
    basis: tuple[str, ...]
    level: Pair
    bring: tuple[Pair, ...]
    expect: tuple[Expect, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A door of the decision."""

    id: str
    rank: int
    stage: str
    because: dict
    fixed: Fixed


def steps(stage, *doors, paths=("leaker.actor", "conduct")):
    """Steps to several doors in this order, each with its usual words."""
    return [Step(door, stage, paths) for door in doors if door]


def ways(case):
    """The doors of a case in order: now, primary, parallel, escalation; each door once."""
    named = {}
    for _, find, _ in rules_in_force("doors", case.then, case.now, case.measure):
        for step in find(case) or ():
            before = named.get(step.door)
            if before is None or STRENGTH[step.stage] < STRENGTH[before.stage]:
                named[step.door] = step
    order = sorted(named.values(), key=lambda step: STAGES.index(step.stage))
    return _ranked(case, order)


def _ranked(case, order):
    out = []
    for step in order:
        door = in_force(case.now, step.door)
        known = door and fixed(case.now, door.id, step.says, step.articles, bool(case.facts.anonymous))
        if known and known.basis:
            out.append(Way(door.id, len(out) + 1, step.stage, case.because(step.paths), known))
    return out


def in_force(law, id):
    """The Door on that day; before it existed, the one that it succeeded; else None."""
    doors = law.book.doors(law.on)
    return doors.get(id) or next((door for door in doors.values() if door.succeeded_by == id), None)


@lru_cache(maxsize=20_000)
def fixed(law, id, says, articles, anonymous):
    """The part of a way that depends on the tables only."""
    door = law.book.doors(law.on)[id]
    word = WORDS[id]
    basis = cited(law, articles or word.articles) or cited(law, door.basis)
    bring = tuple(BRING[key] for key in word.bring)
    return Fixed(
        says or word.says,
        basis,
        law.book.label("level_rule", door.level_rule),
        bring,
        tuple(expected(law, door, anonymous)),
    )


def cited(law, articles):
    """Those of the articles that are in force that day, each once."""
    return tuple(dict.fromkeys(id for id in map(law.cite, articles) if id))


def expected(law, door, anonymous):
    """The terms that bind a door that day; who gives no name is told nothing back by the supervision organs."""
    for id in door.deadline:
        if law.number(id) is None or (anonymous and id in ANSWERS_TO_A_NAME):
            continue
        term = law.book.parameter(id, law.on)
        if term.unit not in NOT_A_TERM:
            yield Expect(term.label, term.value, "working" if term.unit == "working-days" else term.unit, term.basis)


ANSWERS_TO_A_NAME = frozenset({"supervision/acceptance-notice", "supervision/result-feedback", "market/report-answer"})
