"""Rules as findings. A rule is a short function named as what it finds; its decorator names the articles it rests on.

The first article carries the finding: on a day on which it is not in force, the rule is silent. The other articles are
cited where they are in force. The registry keeps the order of the book; the rule book is printed from it.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from rightdoor.tables.rows import NotInForce, UnknownId
from rightdoor.text import Pair

CONDUCT, MEASURE, REPORT = "conduct", "measure", "report"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: its id, one sentence, the articles it rests on, and the facts that triggered it."""

    id: str
    says: Pair
    basis: tuple[str, ...]
    because: dict


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A registered rule: chapter, id (its name with hyphens), articles, the day whose law it needs, the function.

    `named` are the articles as the decorator has them, with the mark `=` of what is new under its number.
    """

    chapter: str
    id: str
    named: tuple[str, ...]
    day: str
    find: object

    @property
    def articles(self):
        """The ids of the articles, the first of which carries the finding."""
        return tuple(id.removeprefix("=") for id in self.named)

    @property
    def meaning(self):
        """The first sentence of its docstring."""
        return (self.find.__doc__ or "").strip().partition("\n")[0]


BOOK_OF_RULES: dict[str, list[Rule]] = {}


def chapter(name, day=CONDUCT):
    """A decorator factory for one chapter: `rule("law/1", …)` registers the function under it.

    `day` says whose law the articles must be: CONDUCT (substance: the day of the conduct), REPORT (procedure: the day
    on which one reports or the matter is decided) or MEASURE (the interpretation that measures the act).
    """
    rules = BOOK_OF_RULES.setdefault(name, [])

    def rule(*articles, day=day):
        def register(find):
            rules.append(Rule(name, find.__name__.replace("_", "-"), articles, day, find))
            return find

        return register

    return rule


def findings(name, case):
    """The findings of a chapter in this case, in the order of the book."""
    out = []
    for id, find, basis in in_force(name, case.then, case.now, case.measure):
        found = find(case)
        if found:
            says, *paths = found
            out.append(Finding(id, says, basis, case.because(paths)))
    return out


@lru_cache(maxsize=20_000)
def in_force(name, then, now, measure):
    """The rules of a chapter that may speak under the law of these days: their id, function and citable articles."""
    days = {CONDUCT: then, REPORT: now, MEASURE: measure}
    rules = ((rule, days[rule.day].citable(rule.named) if days[rule.day] else ()) for rule in BOOK_OF_RULES[name])
    return tuple((rule.id, rule.find, basis) for rule, basis in rules if basis)


class LawOfDay:
    """The Book on one day, with every answer kept: which articles may be cited, which numbers hold."""

    def __init__(self, book, on):
        self.book, self.on = book, on
        self._cites, self._numbers = {}, {}

    def number(self, id):
        """The number in force that day, or None where none is."""
        try:
            return self._numbers[id]
        except KeyError:
            try:
                value = self.book.number(id, self.on)
            except LookupError:
                value = None
            return self._numbers.setdefault(id, value)

    def citable(self, articles):
        """Those of `articles` that are in force that day, under the number they bore; empty without the first."""
        cited = [self.cite(id) for id in articles]
        return tuple(dict.fromkeys(id for id in cited if id)) if cited and cited[0] else ()

    def cite(self, id):
        """The id under which the provision stood that day, or None.

        Renumbered laws are followed backwards, unless the id begins with `=`: a rule that is new under its number.
        """
        if id not in self._cites:
            self._cites[id] = self._cite(id)
        return self._cites[id]

    def _cite(self, id):
        only_here = id.startswith("=")
        base, colon, part = id.removeprefix("=").partition(":")
        version = _version(self.book, base, self.on)
        if version is None or (version.succeeded_by and version is not self.book.versions(base)[-1]):
            # On that day the number was not yet given, or bore another provision, which has since moved elsewhere.
            base = None if only_here else predecessor(self.book, base, self.on)
            if base is None:
                return None
        return _with_part(self.book, base, colon + part, self.on)


def law_of(book, on):
    """The LawOfDay of a Book and a day. Days between which no table changes share one, that of their first day."""
    changes = _changes(book)
    return _law_from(book, changes[bisect_right(changes, on) - 1])


@lru_cache(maxsize=4096)
def _law_from(book, on):
    return LawOfDay(book, on)


@lru_cache(maxsize=8)
def _changes(book):
    """Every day on which a row of a table begins or ends, in order."""
    versions = (article.versions for article in book.articles.values())
    rows = chain(*versions, *book.parameters.values(), *book.channels.values())
    return sorted({date.min, *(day for row in rows for day in (row.since, row.until) if day)})


def _version(book, base, on):
    try:
        versions = book.versions(base)
    except UnknownId:
        return None
    return next((v for v in versions if v.since <= on and (v.until is None or on < v.until)), None)


def predecessor(book, id, on):
    """The article in force on `on` whose provision later went on as `id`; None if there is none."""
    for old in _moved(book).get(id, ()):
        version = _version(book, old, on)
        if version is not None and version.succeeded_by == id:
            return old
    return None


@lru_cache(maxsize=8)
def _moved(book):
    moved = {}
    for id, article in book.articles.items():
        for version in article.versions:
            if version.succeeded_by:
                moved.setdefault(version.succeeded_by, []).append(id)
    return moved


def _with_part(book, base, part, on):
    """The id with its paragraph, or without where the text of that day has no such paragraph."""
    try:
        return book.article(base + part, on).id
    except (UnknownId, NotInForce):
        return base
