"""The Plan: the Decision of the law, with the terms of each door as dates and the way on if it is shut."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from rightdoor.law import terms
from rightdoor.law.dates import later, working_days_after
from rightdoor.law.decide import Decision, decide
from rightdoor.law.doors.clocks import Clock
from rightdoor.law.doors.way import ANSWERS_TO_A_NAME, NOT_A_TERM, Way, in_force
from rightdoor.law.facts import Facts
from rightdoor.law.rule import law_of
from rightdoor.plan.evidence import Item, evidence
from rightdoor.tables import Book, NotInForce
from rightdoor.tables.rows import Door
from rightdoor.text import Pair

# Terms that run from the day on which the paper is handed in. Others run from acceptance, filing, a decision or the
# closing of the matter, of which nobody knows the day yet.
FROM_RECEIPT = frozenset(
    {
        "police-report/screening-ordinary",
        "police-report/screening-verify",
        "police-report/screening-major",
        "supervision/acceptance-notice",
        "procuratorate/triage",
        "procuratorate/letter-reply",
        "procuratorate/letter-result",
        "consumer/complaint-answer",
        "petition/pass-on",
        "petition/tell",
        "reconsideration/accept",
        "state-compensation/decide",
        "administrative-compensation/decide",
        "private-prosecution/examine",
        "legal-aid/decide",
    }
)
# What the client, not the door, must do in time; told where a door is shut or among the dates.
OF_THE_CLIENT = frozenset(
    {
        "procuratorate/reconsideration-apply",
        "non-prosecution/complain",
        "petition/review-apply",
        "petition/recheck-apply",
        "reconsideration/apply",
        "litigation/after-reconsideration",
        "litigation/direct",
        "litigation/longest",
        "state-compensation/claim",
        "state-compensation/sue",
        "administrative-compensation/claim",
        "civil/limitation",
        "civil/limitation-longest",
    }
)
# Duties of others towards the authorities: nothing that a client could wait for.
OF_OTHERS = frozenset(
    {
        "incident/operator-report",
        "incident/central-organ-report",
        "incident/critical-infrastructure-report",
        "reconsideration/silence",
    }
)


@dataclass(frozen=True, slots=True)
class Due:
    """A term that binds a door: what, how many of which unit (vocabulary id), by which article.

    `until` is its last day if the paper is handed in on the plan's day, or None where the term does not run from then;
    `official` is False where that year's public holidays were not out and only weekends were left out.
    """

    what: Pair
    count: int
    unit: str
    basis: str
    until: date | None
    official: bool
    status: str


@dataclass(frozen=True, slots=True)
class Place:
    """A door of the plan: the Way that the law gives, the row of the table, its terms, and what if it is shut.

    `shut` holds pairs of report_result ids that open the same ways, and these Ways.
    """

    way: Way
    row: Door
    due: tuple[Due, ...]
    shut: tuple[tuple[tuple[str, ...], tuple[Way, ...]], ...]


@dataclass(frozen=True)
class Plan:
    """`facts` under the law, to be carried out from the day `reported` on.

    `day_assumed`: the day of the conduct is not known and the law of `today` was taken.
    """

    facts: Facts
    book: Book = field(repr=False)
    today: date
    reported: date
    day_assumed: bool
    decision: Decision
    places: tuple[Place, ...]
    dates: tuple[Clock, ...]
    evidence: tuple[Item, ...]

    def place(self, id):
        """The Place of a door; LookupError if the plan has no such door."""
        for place in self.places:
            if place.way.id == id:
                return place
        raise LookupError(f"no door {id!r} in this plan")


def make(facts, book, today, reported=None, day_assumed=False):
    """The Plan for Facts, on the day `today`, for papers that are handed in on `reported` (default: today)."""
    reported = max(reported or today, today)
    decision = decide(facts, book, today)
    day = facts.decided_on or max(today, facts.on)
    places = tuple(_place(way, facts, book, day, reported) for way in decision.doors)
    dates = tuple(c for c in decision.limits if c.until >= today and not (day_assumed and "on" in c.because))
    return Plan(facts, book, today, reported, day_assumed, decision, places, dates, evidence(facts, book, today))


def _place(way, facts, book, day, reported):
    row = in_force(law_of(book, day), way.id)
    due = tuple(_dues(row, book, day, reported, bool(facts.anonymous)))
    shut = () if way.stage == "escalation" else _shut(row, facts, book, day)
    return Place(way, row, due, shut)


# ---- terms ----------------------------------------------------------------------------------------------------------


def _dues(row, book, day, reported, anonymous):
    for id in row.deadline:
        if id in OF_THE_CLIENT | OF_OTHERS or (anonymous and id in ANSWERS_TO_A_NAME):
            continue
        try:
            term = book.parameter(id, day)
        except NotInForce:
            continue
        if term.unit not in NOT_A_TERM:
            until, official = last_day(reported, term.value, term.unit) if id in FROM_RECEIPT else (None, True)
            yield Due(term.label, term.value, term.unit, term.basis, until, official, term.status)


def last_day(day, count, unit):
    """`(date, official)`: the last day of a term of `count` units (vocabulary ids) after `day`; None for its date
    where the unit is smaller than a day. `official` as in rightdoor.law.dates."""
    if unit == "working-days":
        return working_days_after(day, count)
    return (later(day, count, unit), True) if unit in ("days", "months", "years") else (None, True)


# ---- a shut door ----------------------------------------------------------------------------------------------------


NO_RECIPIENT = frozenset({"remedy", "court", "support"})  # kinds of door that pass nothing on
PROSECUTORS = frozenset({"procuratorate", "procuratorate-public-interest"})


def _shut(row, facts, book, day):
    """What each result that a report at this door may have would open; results of one effect stand together."""
    opened = {}
    for result in terms.REPORT_RESULT:
        if (result == "transferred" and row.kind in NO_RECIPIENT) or (
            result == "not_prosecuted" and row.id not in PROSECUTORS
        ):
            continue
        report = {"door": row.id, "result": result, "on": day.isoformat()}
        # once danger has passed: a door that is to be called at once would hide its own way on
        doors = decide(facts.learn({"prior_report": [report], "urgency": []}), book, day).doors
        ways = tuple(way for way in doors if way.stage == "escalation")
        if ways:
            results, _ = opened.setdefault(tuple((w.id, w.fixed.says) for w in ways), ([], ways))
            results.append(result)
    return tuple((tuple(results), ways) for results, ways in opened.values())


def reminder(until, today):
    """The day on which to be reminded of a limit: a week ahead, or at once if it is nearer."""
    return max(today, until - timedelta(days=7))
