"""What the law, or the Book, answers at a step: computed from the facts learned so far, written nowhere."""

from functools import lru_cache

from rightdoor.cases import fill_facts
from rightdoor.feedback.told import findings, on_the_day
from rightdoor.law import terms
from rightdoor.law.case import Case
from rightdoor.law.decide import decide
from rightdoor.law.facts import FactsError, parse
from rightdoor.law.letter import elements

STAGES = ("now", "primary", "parallel", "escalation")
CLASSES = (("class-a", terms.CLASS_A), ("class-b", terms.CLASS_B), ("class-c", terms.CLASS_C))
TIERS = ("none", "serious", "especially_serious")
MOST_RECORDS = 1 << 24


def key(walk):
    """What the law answers at the present step, in the form of a response; None for an interview step."""
    step = walk.step
    if not step or not step.judged:
        return None
    if step.kind.id == "match":
        return {item.id: (fits(walk, item) or ("",))[0] for item in step.options}
    return KEYS[step.decide](walk)


# ---- choose one ----------------------------------------------------------------------------------------------


def _actor(walk):
    return walk.facts.leaker.actor or "unknown"


def _data_class(walk):
    kinds = {datum.kind for datum in walk.facts.data or () if datum.kind}
    return next((id for id, members in CLASSES if kinds & set(members)), "unknown")


def _tier(walk):
    return walk.decision.crime.tier


def _halved(walk):
    return {True: "yes", False: "no", None: "unknown"}[walk.decision.crime.halved]


def _verdict(walk):
    return hearsay(walk, walk.step.claim).verdict


def _next_question(walk):
    """The best question on offer where one is asked for; every question that matters where several are."""
    order = [question.path for question in walk.decision.ask_next]
    useful = sorted((o for o in walk.step.options if o.of in order), key=lambda o: order.index(o.of))
    if walk.step.kind.id == "choose-one":
        return useful[0].id if useful else ""
    return tuple(o.id for o in walk.step.options if o in useful)


def hearsay(walk, id):
    """The row of hearsay.yaml."""
    return next(row for row in walk.case.book.hearsay if row.id == id)


# ---- choose several ------------------------------------------------------------------------------------------


def _allowed(walk):
    crossed = {line.id for line in walk.decision.red_lines}
    return tuple(o.id for o in walk.step.options if o.red_line not in crossed)


def _shut(walk):
    shut = {door.id for door in walk.decision.not_doors}
    return tuple(o.id for o in walk.step.options if o.of in shut)


def _running(walk):
    return tuple(o.id for o in walk.step.options if limit(walk, o.of))


def _liability(walk):
    found = {name for name, rows in walk.decision.liability.items() if rows}
    if walk.decision.crime.tier in TIERS[1:]:
        found.add("crime")
    return tuple(o.id for o in walk.step.options if o.id in found)


def _findings(walk):
    found = findings(walk)
    return tuple(o.id for o in walk.step.options if o.of in found)[: walk.step.most]


def _letter(walk):
    required = {finding.id for finding in letter(walk)}
    return tuple(o.id for o in walk.step.options if o.id in required)


def letter(walk):
    """What must stand in the letter of this step, as Findings."""
    return elements(walk.facts, walk.case.book, walk.case.today, walk.step.to)


# ---- doors ---------------------------------------------------------------------------------------------------


def needed(walk):
    """The doors of the decision that are on offer and must be chosen, in their order."""
    offered = {o.id for o in walk.step.options}
    doors = [d for d in walk.decision.doors if d.id in offered and d.stage in walk.step.stages]
    return sorted(doors, key=lambda d: (STAGES.index(d.stage), d.rank))


def _doors(walk):
    return tuple(door.id for door in needed(walk))


# ---- match: the places that fit an item, the best first --------------------------------------------------------


def fits(walk, item):
    """The ids of the places of a match that the law accepts for an item, the best first; may be empty."""
    places = [place.id for place in walk.step.places]
    return tuple(id for id in FITS[walk.step.decide](walk, item) if id in places)


def _class_of(walk, item):
    return [id for id, members in CLASSES if item.of in members]


def _crossed(walk, item):
    crossed = {line.id for line in walk.decision.red_lines}
    return [item.red_line, "crosses"] if item.red_line in crossed else ["allowed"]


def _stage_of(walk, item):
    return [door.stage for door in walk.decision.doors if door.id == item.of] or ["not-a-door"]


def _open_to(walk, item):
    found = own_decision(walk, item).doors
    return [d.id for stage in STAGES for d in found if d.stage == stage and stage in walk.step.stages]


def _takes(walk, item):
    return [id for id, door in walk.case.book.doors(walk.case.today).items() if item.of in door.accepts]


def _proved(walk, item):
    return [id for id, finding in findings(walk).items() if item.of in finding.because] or ["nothing"]


def _own_tier(walk, item):
    return [own_decision(walk, item).crime.tier]


def _verdict_of(walk, item):
    return [hearsay(walk, item.of).verdict]


def own_decision(walk, item):
    """The decision on the item's own facts, on the days of the case."""
    facts = fill_facts(item.facts, walk.variant)
    return _decided(walk.case, walk.case.book, tuple((path, _frozen(value)) for path, value in facts.items()))


@lru_cache(maxsize=512)
def _decided(case, book, learned):
    facts = parse({"on": case.on.isoformat()}).learn({path: _thawed(value) for path, value in learned})
    return decide(facts, book, today=case.today)


def _frozen(value):
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _thawed(value):
    return list(map(_thawed, value)) if isinstance(value, tuple) else value


FITS = {
    "data.class": _class_of,
    "red_lines": _crossed,
    "stage": _stage_of,
    "doors": _open_to,
    "matter": _takes,
    "proves": _proved,
    "crime.tier": _own_tier,
    "verdict": _verdict_of,
}


# ---- numbers and dates ---------------------------------------------------------------------------------------


def _parameter(walk):
    return parameter(walk).value


def parameter(walk):
    """The Parameter that a number step asks for, on the day of the step."""
    return on_the_day(walk, walk.case.book.parameter, walk.step.parameter)


def _score(walk):
    score = walk.decision.crime.score
    return None if score is None else round(100 * score)


def _records(walk):
    return least_count(walk, walk.step.needed, walk.step.tier)


def least_count(walk, path, tier):
    """The least number of records at `path` that makes the crime of this tier; None if no number does."""
    wanted, low, high = TIERS.index(tier), 0, MOST_RECORDS
    if not _reaches(walk, path, high, wanted):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _reaches(walk, path, middle, wanted) else (middle + 1, high)
    return low


def _reaches(walk, path, count, wanted):
    try:
        facts = walk.facts.learn({path: count})
    except FactsError:
        return False
    tier = Case(facts, walk.case.book, walk.case.today).tier
    return tier in TIERS and TIERS.index(tier) >= wanted


def _limit(walk):
    clock = limit(walk, walk.step.limit)
    return clock.until.isoformat() if clock else None


def limit(walk, article):
    """The earliest limit of the decision that rests on the article or a paragraph of it, or None."""
    part = (article + ":", article + "(")
    return next((c for c in walk.decision.limits if c.basis == article or c.basis.startswith(part)), None)


KEYS = {
    "leaker.actor": _actor,
    "data.class": _data_class,
    "crime.tier": _tier,
    "crime.halved": _halved,
    "verdict": _verdict,
    "ask_next": _next_question,
    "liability": _liability,
    "findings": _findings,
    "red_lines": _allowed,
    "not_doors": _shut,
    "limits": _running,
    "doors": _doors,
    "letter": _letter,
    "parameter": _parameter,
    "needed": _records,
    "score": _score,
    "limit": _limit,
}
