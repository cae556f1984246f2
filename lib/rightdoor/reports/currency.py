"""The report on the law data: what is due for re-checking, what changed since a day, and what leans on it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from rightdoor import cases, upkeep
from rightdoor.reports import draw
from rightdoor.reports.page import Page, in_words
from rightdoor.text import Pair

CONTENTS = ("due", "changed", "law", "notice")
MONTHS = 12  # of the picture
STALE_DAYS = 180  # as `rightdoor law currency`
NAMED = 6  # things named for each kind that a change touches


@dataclass(frozen=True, slots=True)
class Change:
    """What began, was amended or ended on a day: articles of one law together, or one door or number.

    `name` is what they are called, `touches` {kind: (number, names of the first few)} of what leans on them.
    """

    on: date
    name: Pair
    what: str
    touches: dict


@dataclass(frozen=True, slots=True)
class Due:
    """Rows to look at again for the same reason: `why`, their number, and what they are called."""

    why: Pair
    kind: str
    count: int
    names: tuple[Pair, ...]


class Currency(Page):
    """The report of the law data as of `made_on`. `since` is an ISO date. Raises PageError when the law cannot be read."""

    template = "currency"

    def __init__(self, lang, made_on, since, book=None):
        super().__init__(lang, made_on, book)
        self.since = date.fromisoformat(since)
        with in_words(lang):
            self.rows = upkeep.currency(self.book, self.made_on, STALE_DAYS)
            self._citations = list(upkeep.case_citations(self.book))
            self.changes = self._changes()

    def head(self):
        """Title, the two days and the figures that matter."""
        past = sum(change.on <= self.made_on for change in self.changes)
        facts = [
            ("made", self.made_on),
            ("changes-from", self.since),
            ("due-rows", len(self.rows)),
            ("changes-past", past),
            ("changes-ahead", len(self.changes) - past),
        ]
        return self.section("head", self.title, facts=facts, contents=CONTENTS)

    def due(self):
        """What to look at again, by reason; and in which month the checks of the rest grow old."""
        return self.section("due", "due", groups=self._due(), picture=self._months(), days=STALE_DAYS)

    def changed(self):
        """What began, was amended or ended since the day, what is ahead, and what leans on it."""
        return self.section("changed", "changed", kinds={**upkeep.KINDS, "cases": self.pair("cases-touched")})

    def data_notice(self):
        """That no person's data is in it."""
        return self.section("notice_currency", "notice")

    def _due(self):
        """The Dues, the largest first; the open questions come last, each by itself."""
        groups = {}
        for row in self.rows:
            groups.setdefault((row["kind"], *row["why"].values()), []).append(row["id"])
        found = [Due(Pair(*why), kind, len(ids), self._names(kind, ids)) for (kind, *why), ids in groups.items()]
        return sorted(found, key=lambda due: (due.kind == "watch", -due.count))

    def _months(self):
        """A Picture of how many standing rows pass the age of a check in each of the next months."""
        ages = Counter()
        for checked in self._checked():
            ages[f"{max(checked + timedelta(days=STALE_DAYS + 1), self.made_on):%Y-%m}"] += 1
        months, day = [], self.made_on.replace(day=1)
        for _ in range(MONTHS):
            months.append((f"{day:%y-%m}", ages[f"{day:%Y-%m}"]))
            day = (day + timedelta(days=31)).replace(day=1)
        spoken = "; ".join(f"20{month} {n}" for month, n in months if n)
        alt = self.word("months-alt", months=spoken, days=STALE_DAYS)
        return draw.columns(self.word("months-title"), months, alt, self.lang)

    def _checked(self):
        """The days on which the rows in force were last checked."""
        for article in self.book.articles.values():
            yield from (_day(v.source["checked"]) for v in self._standing(article.versions))
        for rows in self.book.channels.values():
            yield from (_day(row.checked) for row in self._standing(rows))
        for rows in self.book.parameters.values():
            yield from (_day(row.source["checked"]) for row in self._standing(rows))

    def _standing(self, rows):
        return [row for row in rows if row.since <= self.made_on and (row.until is None or self.made_on < row.until)]

    def _changes(self):
        """The Changes after the day `since`, in order of time, those ahead of the report's day included."""
        tables = {
            "articles": {id: article.versions for id, article in self.book.articles.items()},
            "doors": self.book.channels,
            "parameters": self.book.parameters,
        }
        turned = {}
        for kind, table in tables.items():
            for id, versions in table.items():
                for day, what in _turns(versions):
                    if day > self.since:
                        together = id.partition("/")[0] if kind == "articles" else id
                        turned.setdefault((day, kind, together, what), []).append(id)
        return [
            Change(day, name, what, self._touches(kind, ids))
            for (day, kind, _, what), ids in sorted(turned.items())
            for name in self._names(kind, ids)
        ]

    def _touches(self, kind, ids):
        """`{kind: (number, names)}` of what leans on any of these."""
        found = {}
        for id in ids if kind == "articles" else ():
            for there, places in upkeep.impact(self.book, id, self._citations).items():
                found.setdefault(there, []).extend(places)
        if kind != "articles":
            found["cases"] = [place for cited, place in self._citations if cited in ids]
        unique = {there: list(dict.fromkeys(places)) for there, places in found.items() if places}
        unique |= {"cases": list(dict.fromkeys(place.partition(":")[0] for place in unique.get("cases", ())))}
        return {there: (len(ids), self._called(there, ids[:NAMED])) for there, ids in unique.items() if ids}

    def _called(self, kind, ids):
        """What the things that lean on a change are called."""
        return [cases.load(id, self.book).title for id in ids] if kind == "cases" else self._names(kind, ids)

    def _names(self, kind, ids):
        """What rows of one kind are called; articles of one law share a name."""
        if kind == "articles":
            laws = {}
            for id in ids:
                laws.setdefault(id.partition("/")[0], []).append(id)
            return tuple(self._law_name(list_) for list_ in laws.values())
        if kind == "doors":
            return tuple(self.book.channels[id][-1].name for id in ids)
        if kind == "parameters":
            return tuple(self.book.parameters[id][-1].label for id in ids)
        return tuple(Pair(id, id) for id in ids)

    def _law_name(self, ids):
        """《消费者权益保护法》第14、29条: the law and the numbers of these articles of it."""
        if len(ids) == 1 or self.book.articles[ids[0]].instrument.numbering != "article":
            return Pair.join([self.book.cite(id) for id in ids])
        name = self.book.articles[ids[0]].instrument.short
        numbers = [id.partition("/")[2] for id in ids]
        zh = "、".join(number.replace("-", "之") for number in numbers)
        return Pair(f"《{name.zh}》第{zh}条", f"{name.en} arts. {', '.join(numbers)}")


def _turns(versions):
    """`(day, what)` of every turn in the dated versions of one thing: began, amended, ended."""
    for before, row in zip((None, *versions), versions, strict=False):
        yield row.since, "amended" if before and before.until == row.since else "began"
    if versions[-1].until:
        yield versions[-1].until, "ended"


def _day(value):
    return date.fromisoformat(value) if isinstance(value, str) else value
