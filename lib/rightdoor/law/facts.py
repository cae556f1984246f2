"""The facts of a leak, as they are known so far. None means unknown, and unknown is never false.

`parse` reads the published contract (data/schemas/facts.json); `Facts.learn` adds what has been found out since. Both
use one path language: `leaker.actor`, `data[0].count`.
"""

import re
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property, lru_cache

from rightdoor.law import terms
from rightdoor.tables.rows import Problem
from rightdoor.text import Pair

DAY = re.compile(r"(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}\Z")  # no law of ours is older, no term runs beyond
LARGEST = 10**15  # more than any number of items or yuan; keeps arithmetic exact
MOST_ENTRIES = len(terms.DOOR)  # of a list learned by path: it names words of a closed list, and none is longer
STEP = re.compile(r"([a-z_0-9]+)(?:\[(\d+)\])?$")


class FactsError(ValueError):
    """The facts cannot be read; `problems` names every fault by its JSON path."""

    def __init__(self, problems):
        super().__init__("\n".join(f"{p.place}: {p.says.en}" for p in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Leaker:
    """Who leaked: actor and sector are vocabulary ids; through_duty: obtained on duty or while providing services."""

    actor: str | None = None
    sector: str | None = None
    through_duty: bool | None = None


@dataclass(frozen=True, slots=True)
class Datum:
    """One kind of data and how many items of it (at least one, where the number is unknown)."""

    kind: str | None = None
    count: int | None = None
    from_id_card: bool | None = None


@dataclass(frozen=True, slots=True)
class PriorReport:
    """An earlier report: at which door, with what result, on which day the result came."""

    door: str | None = None
    result: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class Facts:
    """Everything `decide` may know. `on` is the (last) day of the conduct; money in yuan; every field may be None."""

    on: date
    decided_on: date | None = None
    leaker: Leaker = Leaker()
    conduct: tuple[str, ...] | None = None
    data: tuple[Datum, ...] | None = None
    count_note: str | None = None
    gains_yuan: float | None = None
    profit_yuan: float | None = None
    purpose: str | None = None
    used_in_crime: str | None = None
    prior: str | None = None
    harm: tuple[str, ...] | None = None
    mitigation: tuple[str, ...] | None = None
    victims: int | None = None
    victim_minor: bool | None = None
    victim_under_14: bool | None = None
    victim_poor: bool | None = None
    urgency: tuple[str, ...] | None = None
    wishes: tuple[str, ...] | None = None
    prior_report: tuple[PriorReport, ...] | None = None
    anonymous: bool | None = None
    known_on: date | None = None

    @cached_property
    def as_obj(self):
        """The facts as a JSON object of the contract; unknown fields are left out."""
        return _plain(self)

    def get(self, path):
        """The value at a path such as `data[0].count`; None when unknown or absent."""
        value = self.as_obj
        for name, index in _steps(path):
            value = value.get(name) if isinstance(value, dict) else None
            if index is not None:
                value = value[index] if isinstance(value, list) and index < len(value) else None
        return value

    def learn(self, found):
        """New Facts that also hold `found`, a mapping of paths to values. Raises FactsError as `parse` does."""
        obj = _plain(self)
        for path, value in found.items():
            _set(obj, path, value)
        return parse(obj)


def parse(obj):
    """Facts from a JSON object of the contract. Raises FactsError with every problem, each with its JSON path."""
    reader = _Reader()
    facts = reader.facts(obj)
    if reader.problems:
        raise FactsError(reader.problems)
    return facts


class _Reader:
    def __init__(self):
        self.problems = []

    def wrong(self, path, zh, en):
        self.problems.append(Problem(path, Pair(zh, en)))

    def facts(self, obj):
        if not isinstance(obj, dict):
            self.wrong("", "事实应是一个 JSON 对象。", "the facts must be a JSON object.")
            return None
        self.known_keys(obj, FIELDS, "")
        values = {name: read(self, obj[name], name) for name, read in READERS.items() if obj.get(name) is not None}
        if obj.get("on") is None:
            self.wrong("on", "缺少行为日期。", "the date of the conduct is required.")
        if self.problems:
            return None
        facts = Facts(**values)
        if facts.decided_on and facts.decided_on < facts.on:
            self.wrong("decided_on", "早于行为日期。", "is before the date of the conduct.")
        return facts

    def known_keys(self, obj, known, path):
        if not obj.keys() <= known:
            for key in sorted(set(obj) - known, key=str):
                self.wrong(f"{path}{key}", "没有这个字段。", "there is no such field.")

    def day(self, value, path):
        try:
            if isinstance(value, str) and DAY.match(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        return self.wrong(path, "不是可用的日期，应写成 2026-01-31。", "is not a usable date; write it as 2026-01-31.")

    def flag(self, value, path):
        if value is True or value is False:
            return value
        return self.wrong(path, "应为 true 或 false。", "must be true or false.")

    def whole(self, value, path):
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST:
            return value
        return self.wrong(
            path, "应为不小于零、大小合理的整数。", "must be a whole number of a sensible size, zero or more."
        )

    def money(self, value, path):
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LARGEST:
            return value
        return self.wrong(
            path, "应为不小于零、大小合理的金额（元）。", "must be an amount in yuan of a sensible size, zero or more."
        )

    def term(self, known, value, path):
        if isinstance(value, str) and value in known:
            return value
        return self.wrong(
            path, f"“{str(value)[:40]}”不在这一项的词表中。", f"{str(value)[:40]!r} is not one of its words."
        )

    def terms(self, known, value, path):
        """A list of words, in the order of the contract and each once: the order of the input changes nothing."""
        if not isinstance(value, list):
            return self.wrong(path, "应为列表。", "must be a list.")
        for i, word in enumerate(value):
            self.term(known, word, f"{path}[{i}]")
        return tuple(word for word in known if word in value)

    def rows(self, row, value, path):
        if not isinstance(value, list):
            return self.wrong(path, "应为列表。", "must be a list.")
        return tuple(row(self, entry, f"{path}[{i}]") for i, entry in enumerate(value))

    def row(self, kind, readers, value, path):
        if not isinstance(value, dict):
            return self.wrong(path, "应为 JSON 对象。", "must be a JSON object.")
        self.known_keys(value, readers.keys(), f"{path}.")
        return kind(
            **{
                name: read(self, value[name], f"{path}.{name}")
                for name, read in readers.items()
                if value.get(name) is not None
            }
        )


def _term(known):
    return lambda reader, value, path: reader.term(known, value, path)


def _terms(known):
    return lambda reader, value, path: reader.terms(known, value, path)


def _row(kind, /, **readers):
    return lambda reader, value, path: reader.row(kind, readers, value, path)


def _rows(row):
    return lambda reader, value, path: reader.rows(row, value, path)


READERS = {
    "on": _Reader.day,
    "decided_on": _Reader.day,
    "leaker": _row(Leaker, actor=_term(terms.ACTOR), sector=_term(terms.SECTOR), through_duty=_Reader.flag),
    "conduct": _terms(terms.CONDUCT),
    "data": _rows(_row(Datum, kind=_term(terms.DATA_KIND), count=_Reader.whole, from_id_card=_Reader.flag)),
    "count_note": _term(terms.COUNT_NOTE),
    "gains_yuan": _Reader.money,
    "profit_yuan": _Reader.money,
    "purpose": _term(terms.PURPOSE),
    "used_in_crime": _term(terms.USED_IN_CRIME),
    "prior": _term(terms.PRIOR),
    "harm": _terms(terms.HARM),
    "mitigation": _terms(terms.MITIGATION),
    "victims": _Reader.whole,
    "victim_minor": _Reader.flag,
    "victim_under_14": _Reader.flag,
    "victim_poor": _Reader.flag,
    "urgency": _terms(terms.URGENCY),
    "wishes": _terms(terms.WISH),
    "prior_report": _rows(_row(PriorReport, door=_term(terms.DOOR), result=_term(terms.REPORT_RESULT), on=_Reader.day)),
    "anonymous": _Reader.flag,
    "known_on": _Reader.day,
}
FIELDS = READERS.keys()


def _plain(row):
    """A row of facts as JSON values, without the unknown ones."""
    out = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, date):
            value = value.isoformat()
        elif isinstance(value, tuple):
            value = [entry if isinstance(entry, str) else _plain(entry) for entry in value]
        elif isinstance(value, Leaker):
            value = _plain(value)
        if value is not None:
            out[field.name] = value
    return out


@lru_cache(maxsize=4096)
def _steps(path):
    """A path as pairs of a name and the place in its list, or None."""
    return tuple(
        (name, None if index is None else int(index))
        for name, index in (STEP.match(step).groups() for step in path.split("."))
    )


def _set(obj, path, value):
    """Write `value` at a path, making the objects and list entries on the way; another shape is left to `parse`."""
    *way, last = path.split(".")
    for step in way:
        obj = _enter(obj, step)
    match = STEP.match(last)
    name, index = match.groups() if match else (last, None)
    if index is None:
        obj[name] = value
    else:
        _grow(obj, name, int(index))[int(index)] = value


def _enter(obj, step):
    match = STEP.match(step)
    name, index = match.groups() if match else (step, None)
    home, place = (obj, name) if index is None else (_grow(obj, name, int(index)), int(index))
    there = obj.get(name) if index is None else home[place]
    if not isinstance(there, dict):
        there = home[place] = {}
    return there


def _grow(obj, name, index):
    entries = obj[name] = obj[name] if isinstance(obj.get(name), list) else []
    if index >= MOST_ENTRIES:
        raise FactsError(
            [Problem(f"{name}[{index}]", Pair(f"最多 {MOST_ENTRIES} 项。", f"no more than {MOST_ENTRIES} entries."))]
        )
    entries.extend({} for _ in range(len(entries), index + 1))
    return entries
