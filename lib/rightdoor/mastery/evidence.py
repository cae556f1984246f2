"""The tries in a learner's events, and what has changed in the law since each of them."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime

from rightdoor import cases
from rightdoor.records.basis import corrected, leans, version_on


@dataclass(frozen=True, slots=True)
class Try:
    """The first answer to a judged step in one walk. `score` 0 to 1, `certainty` as in the event or None; `at` is UTC."""

    skill: str
    case: str
    step: str
    score: float
    at: datetime
    certainty: str | None = None
    hinted: bool = False


def tries(events, book):
    """The Tries in the Events of one learner, oldest first; cases and steps that are gone are passed over."""
    found = [_try(event, case, hinted) for event, case, hinted in _judged(events, book)]
    return sorted(found, key=lambda one: one.at)


def _judged(events, book):
    """`(event, Case, whether a hint was asked for)` of every first answer to a judged step in its walk."""
    library, hints = set(cases.library(book.root)), set()
    for event in events:
        place = (event.walk, event.step)
        if event.kind == "hint":
            hints.add(place)
        if event.kind != "answered" or event.attempt != 1 or event.score is None or event.case not in library:
            continue
        case = cases.load(event.case, book)
        if event.step in case.steps and case.steps[event.step].judged:
            yield event, case, place in hints


def _try(event, case, hinted):
    at = datetime.fromisoformat(event.at).astimezone(UTC)
    return Try(case.steps[event.step].skill, event.case, event.step, event.score, at, event.certainty, hinted)


def changes(events, book, today=None):
    """`{(case, step): ids}` of what a learner learned and has changed since, to this day (default: today).

    The ids are the articles, doors and numbers that the step leans on of which another version is in force now than on
    the day of the last try, or which have been corrected since.
    """
    today = today or datetime.now(UTC).date()
    last = {(event.case, event.step): event for event, _, _ in _judged(events, book)}
    walks, boundaries = {}, _boundaries(book)
    for event in events:
        walks.setdefault(event.walk, []).append(event)
    found = {}
    for place, event in last.items():
        learned = datetime.fromisoformat(event.at).date()
        moved = bisect_right(boundaries, learned) != bisect_right(boundaries, today)
        if (moved or event.snapshot != book.snapshot) and (ids := _changed(event, walks, book, learned, today)):
            found[place] = ids
    return found


def _boundaries(book):
    """The days on which a version of anything in the Book begins or ends, sorted."""
    rows = [v for article in book.articles.values() for v in article.versions]
    rows += [row for table in (book.channels, book.parameters) for versions in table.values() for row in versions]
    return sorted({day for row in rows for day in (row.since, row.until) if day})


def _changed(event, walks, book, learned, today):
    case, events = cases.load(event.case, book), walks[event.walk]
    walk = cases.replay(case, event.seed, events[: events.index(event)])
    if walk.lost or walk.step is None or walk.step.id != event.step:
        return tuple(case.steps[event.step].cite) or (event.case,)  # edited so that the way there is another
    moved = tuple(id for id in leans(walk) if version_on(book, id, learned) != version_on(book, id, today))
    return moved or (corrected(walk, event.basis) if event.basis and event.snapshot != book.snapshot else ())
