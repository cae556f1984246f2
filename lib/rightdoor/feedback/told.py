"""What a trainee is told: the values, the words that open an answer, and the articles quoted with it."""

from dataclasses import dataclass
from datetime import timedelta

from rightdoor.cases import day_of
from rightdoor.law.case import Case
from rightdoor.law.rule import BOOK_OF_RULES, MEASURE, REPORT
from rightdoor.tables import NotInForce, Provision
from rightdoor.text import Pair

MOST_QUOTES = 4

RIGHT = Pair("对。", "Right.")
NOT_QUITE = Pair("不完全对。", "Not quite.")
WRONG = Pair("不对。", "Not right.")
OPENING = {"right": RIGHT, "partly": NOT_QUITE, "wrong": WRONG}


@dataclass(frozen=True, slots=True)
class Judged:
    """One option after the answer. `mark`: right (chosen, rightly), wrong (chosen, wrongly), missing (should have been
    chosen), also (could have been chosen too), left (rightly left), noted (an interview question). `why` may be None.

    In a match `label` names the item and `place` where it belongs (None elsewhere); its mark is right or wrong.
    """

    id: str
    label: Pair
    chosen: bool
    mark: str
    why: Pair | None = None
    place: Pair | None = None

    @property
    def right(self):
        """True, False, or None where it does not count."""
        return {"right": True, "wrong": False, "missing": False}.get(self.mark)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a trainee is told. `verdict`: right, partly, wrong or noted; `score` 0 to 1, None where nothing is judged.

    `says` are paragraphs, the most helpful first; `quotes` are Provisions in force on the day; `key` is what the law
    answers, in the form of a response.
    """

    verdict: str
    score: float | None
    says: tuple[Pair, ...]
    options: tuple[Judged, ...] = ()
    quotes: tuple[Provision, ...] = ()
    key: object = None


def verdict_of(score):
    """The verdict that goes with a score."""
    return "right" if score == 1 else "partly" if score else "wrong"


def each_once(pairs):
    """The Pairs without None and doubles."""
    return tuple(dict.fromkeys(p for p in pairs if p))


# ---- findings ------------------------------------------------------------------------------------------------


def findings(walk, *chapters):
    """Findings of the decision by rule id: of these chapters, or of the crime, every liability and what is open."""
    decision = walk.decision
    found = {"crime": decision.crime.findings, **decision.liability, "unsettled": decision.unsettled}
    return {finding.id: finding for name in chapters or found for finding in found[name]}


def spoken_on(walk, rule_id):
    """The day whose law a finding speaks of: that of the conduct, of what measures it, or of the visit."""
    case = Case(walk.facts, walk.case.book, walk.case.today)
    rule = next((rule for rules in BOOK_OF_RULES.values() for rule in rules if rule.id == rule_id), None)
    law = {REPORT: case.now, MEASURE: case.measure}.get(rule.day, case.then) if rule else case.now
    return (law or case.then).on


# ---- quotations ----------------------------------------------------------------------------------------------


def quotes(walk, first, last=()):
    """Provisions in force on the day that governs the step: what was spoken of first, what the step cites last.

    A provision that has ended by then is quoted in its last text, with the day on which it ended.

    An id in `first` may be `(id, day)`.
    """
    last = list(dict.fromkeys(last))[:MOST_QUOTES]
    ids = [id for id in dict.fromkeys(first) if _base(id) not in last][: MOST_QUOTES - len(last)] + last
    found = [_quote(walk, id) for id in ids]
    return tuple({quote.id: quote for quote in found}.values())


def _base(id):
    return id[0] if isinstance(id, tuple) else id


def _quote(walk, id):
    book = walk.case.book
    if isinstance(id, tuple):
        return book.article(*id)
    try:
        return on_the_day(walk, book.article, id)
    except NotInForce:  # a row that speaks of a text which has ended: the last one there was
        ends = [v.until for v in book.versions(id.partition(":")[0]) if v.until and v.until <= walk.case.today]
        if not ends:
            raise
        return book.article(id, max(ends) - timedelta(days=1))


def on_the_day(walk, ask, id):
    """`ask(id, day)` on the day of the step.

    An interpretation made after the conduct measures it all the same: then the later day answers.
    """
    try:
        return ask(id, day_of(walk.step, walk.case))
    except NotInForce:
        return ask(id, walk.case.today)
