"""The explorer: change one fact and see what changes in the decision."""

import re
from dataclasses import dataclass

from rightdoor.feedback.keys import TIERS, least_count
from rightdoor.law import terms
from rightdoor.law.ask import QUESTIONS, name_of
from rightdoor.law.decide import decide
from rightdoor.law.facts import FactsError
from rightdoor.tables import Problem
from rightdoor.text import Pair

PATH = re.compile(r"[a-z][a-z_0-9]*(\[[0-9]\])?(\.[a-z_]+)?\Z")
TIER = Pair("情节：{a} → {b}", "Seriousness: {a} → {b}")
HALVED = {
    True: Pair("标准减半", "The standard is halved"),
    False: Pair("标准不减半", "The standard is not halved"),
    None: Pair("标准减不减半还不能确定", "Whether the standard is halved is open"),
}
SCORE = Pair("数量折算：标准的 {a} 倍 → {b} 倍", "The number: {a} → {b} times the standard")
NEW, GONE = Pair("增加：{x}", "New: {x}"), Pair("不再有：{x}", "No longer: {x}")
NEW_DOOR, GONE_DOOR = (
    Pair("多了一个门：{x}（{stage}）", "A door more: {x} ({stage})"),
    Pair("少了一个门：{x}", "A door less: {x}"),
)
MOVED = Pair("{x}：{a} → {b}", "{x}: {a} → {b}")
ORDER = Pair("主要的门的先后变为：{x}", "The primary doors now stand in this order: {x}")
SHUT, OPEN = Pair("不收这件事：{x}", "Does not take it: {x}"), Pair("不再拒收：{x}", "No longer refuses it: {x}")
DAY = Pair("{what}：{day} 为止", "{what}: until {day}")
NOTHING = Pair("什么都没有变。", "Nothing changes.")
UNKNOWN = Pair("不知道", "not known")
NONE = Pair("无", "none")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changes: the part of the decision (as in the contract) and a sentence."""

    part: str
    says: Pair


@dataclass(frozen=True, slots=True)
class Knob:
    """A fact that can be turned: its path, the question, its present value, and `(value, label)` choices."""

    path: str
    says: Pair
    value: object
    choices: tuple


def explore(walk, path, value):
    """What changes in the decision of this walk when the fact at `path` is `value` (None: unknown).

    Returns Changes, one of part "nothing" where nothing changes. FactsError if the value does not fit the path.
    """
    book = walk.case.book
    if not PATH.match(path):
        raise FactsError(
            [
                Problem(
                    path,
                    Pair("没有这个字段。", "there is no such field."),
                    Pair("写一个事实的路径，如 data[0].count。", "write the path of a fact, such as data[0].count."),
                )
            ]
        )
    before, after = walk.decision, decide(walk.facts.learn({path: value}), book, today=walk.case.today)
    changes = [change for part in PARTS for change in part(before, after, walk)]
    return tuple(changes) or (Change("nothing", NOTHING),)


def knobs(walk):
    """The facts of this walk that can be turned, the best known first, with values worth trying."""
    facts, label = walk.facts, walk.case.book.label
    paths = {"leaker.actor": ("actor", terms.ACTOR), "leaker.sector": ("sector", terms.SECTOR)}
    for i, _ in enumerate(facts.data or ()):
        paths[f"data[{i}].kind"] = ("data_kind", terms.DATA_KIND)
    paths |= {
        "purpose": ("purpose", terms.PURPOSE),
        "used_in_crime": ("used_in_crime", terms.USED_IN_CRIME),
        "prior": ("prior", terms.PRIOR),
    }
    lists = {"conduct": ("conduct", terms.CONDUCT), "harm": ("harm", terms.HARM), "urgency": ("urgency", terms.URGENCY)}
    found = [_knob(walk, path, [(id, label(name, id)) for id in ids]) for path, (name, ids) in paths.items()]
    found += [_knob(walk, path, [([id], label(name, id)) for id in ids]) for path, (name, ids) in lists.items()]
    yes_no = [(True, label("yes_no", "yes")), (False, label("yes_no", "no"))]
    found += [_knob(walk, path, yes_no) for path in ("leaker.through_duty", "victim_minor", "victim_poor", "anonymous")]
    found += [_knob(walk, f"data[{i}].count", _edges(walk, i)) for i, _ in enumerate(facts.data or ())]
    return tuple(sorted(found, key=lambda knob: knob.value is None))


def _knob(walk, path, choices):
    return Knob(path, QUESTIONS[name_of(path)], walk.facts.get(path), ((None, UNKNOWN), *choices))


def _edges(walk, i):
    """Numbers of records just below and at each tier."""
    least = [least_count(walk, f"data[{i}].count", tier) for tier in TIERS[1:]]
    found = sorted({n for number in least if number for n in (number - 1, number)})
    return [(n, Pair(f"{n} 条", f"{n} records")) for n in found]


# ---- what changes, part by part --------------------------------------------------------------------------------


def _crime(before, after, walk):
    a, b, label = before.crime, after.crime, walk.case.book.label
    if a.tier != b.tier:
        yield Change("crime.tier", TIER.format(a=label("tier", a.tier), b=label("tier", b.tier)))
    if a.halved != b.halved:
        yield Change("crime.halved", HALVED[b.halved])
    if a.score != b.score:
        words = [Pair(f"{n:.4g}", f"{n:.4g}") if n is not None else UNKNOWN for n in (a.score, b.score)]
        yield Change("crime.score", SCORE.format(a=words[0], b=words[1]))
    if a.sentence != b.sentence:
        yield Change("crime.sentence", b.sentence)
    yield from _rows("crime.findings", a.findings, b.findings)


def _rows(part, before, after):
    """Findings that are new or gone, by id."""
    old, new = {f.id: f for f in before}, {f.id: f for f in after}
    yield from (Change(part, NEW.format(x=new[id].says)) for id in new if id not in old)
    yield from (Change(part, GONE.format(x=old[id].says)) for id in old if id not in new)


def _liability(before, after, walk):
    for name in before.liability:
        yield from _rows(name, before.liability[name], after.liability[name])
    yield from _rows("red_lines", before.red_lines, after.red_lines)
    yield from _rows("unsettled", before.unsettled, after.unsettled)


def _doors(before, after, walk):
    book, today = walk.case.book, walk.case.today
    old, new = {d.id: d for d in before.doors}, {d.id: d for d in after.doors}
    for id, door in new.items():
        name, stage = _name(book, id, today), book.label("stage", door.stage)
        if id not in old:
            yield Change("doors", NEW_DOOR.format(x=name, stage=stage))
        elif old[id].stage != door.stage:
            yield Change("doors", MOVED.format(x=name, a=book.label("stage", old[id].stage), b=stage))
    yield from (Change("doors", GONE_DOOR.format(x=_name(book, id, today))) for id in old if id not in new)
    first = [[d.id for d in doors if d.stage == "primary"] for doors in (before.doors, after.doors)]
    if first[0] != first[1] and set(first[0]) == set(first[1]):
        yield Change("doors", ORDER.format(x=Pair.join((_name(book, id, today) for id in first[1]), "、", "; ")))


def _name(book, id, today):
    """A door's name on the day of the visit, or its latest where the day was moved beyond it."""
    return book.doors(today).get(id, book.channels[id][-1]).name


def _refused(before, after, walk):
    book, today = walk.case.book, walk.case.today
    old, new = ({f.id for f in decision.not_doors} for decision in (before, after))
    yield from (Change("not_doors", SHUT.format(x=_name(book, id, today))) for id in sorted(new - old))
    yield from (Change("not_doors", OPEN.format(x=_name(book, id, today))) for id in sorted(old - new))


def _limits(before, after, walk):
    old, new = ([(c.what, c.until) for c in decision.limits] for decision in (before, after))
    for clocks, other, words in ((new, old, NEW), (old, new, GONE)):
        for what, until in clocks:
            if (what, until) not in other:
                yield Change("limits", words.format(x=DAY.format(what=what, day=until)))


def _questions(before, after, walk):
    old, new = ({q.path: q.says for q in decision.ask_next} for decision in (before, after))
    yield from (Change("ask_next", NEW.format(x=new[path])) for path in new if path not in old)


PARTS = (_crime, _doors, _refused, _liability, _limits, _questions)
