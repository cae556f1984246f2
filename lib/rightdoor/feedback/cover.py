"""What a library of cases covers: each word of the facts, section, kind of step, question, route and turn, and its cases.

Nothing is declared in a case file: every case is walked, and what is learned, asked and opened on the way is counted.
"""

from rightdoor.cases import DECIDES, KINDS
from rightdoor.cases.case import fill_facts
from rightdoor.feedback.walker import chosen_variants, every_state
from rightdoor.law.case import Case
from rightdoor.law.decide import decide  # noqa: F401  (enters every rule in the book)
from rightdoor.law.facts import parse
from rightdoor.law.rule import BOOK_OF_RULES
from rightdoor.text import Pair

NEW_YEAR, NINTH_AMENDMENT = "2026-01-01", "2015-11-01"
# Turns of a story that no single word of the facts tells: each with what makes it up.
TURNS = {
    "only-looked": (
        Pair("民警只查没有外传", "an officer only looked"),
        lambda case: case.actor == "police_officer" and case.conduct == {"looked_up"},
    ),
    "minor": (Pair("受害人未成年", "the victim is a minor"), lambda case: bool(case.facts.victim_minor)),
    "under-14": (Pair("受害人不满十四周岁", "the victim is under 14"), lambda case: bool(case.facts.victim_under_14)),
    "many": (Pair("受害人很多", "many victims"), lambda case: (case.facts.victims or 0) >= 100),
    "unnamed": (Pair("不愿留名", "the reporter gives no name"), lambda case: bool(case.facts.anonymous)),
    "over-2026": (
        Pair("跨过 2026 年 1 月 1 日", "straddles 1 January 2026"),
        lambda case: case.on.isoformat() < NEW_YEAR <= case.decided.isoformat(),
    ),
    "over-2015": (
        Pair("跨过 2015 年 11 月 1 日", "straddles 1 November 2015"),
        lambda case: case.on.isoformat() < NINTH_AMENDMENT <= case.decided.isoformat(),
    ),
}
GROUPS = {
    "actor": Pair("泄露者身份", "leaker"),
    "route": Pair("走哪条路（规则）", "route by leaker and way (rules)"),
    "shut": Pair("门关了怎么办（规则）", "way on after a shut door (rules)"),
    "conduct": Pair("行为", "conduct"),
    "data_kind": Pair("信息种类", "kind of data"),
    "harm": Pair("后果", "harm"),
    "report_result": Pair("先前举报的结果", "result of an earlier report"),
    "turn": Pair("情形", "turn of the story"),
    "hearsay_section": Pair("网页的各节", "section of the source page"),
    "skill": Pair("技能", "skill"),
    "kind": Pair("步骤种类", "kind of step"),
    "decide": Pair("问法律的问题", "question to the law"),
}


def cover(cases, book):
    """`{group: {id: (case ids)}}` in the order of GROUPS; every id that there is stands in it, also without a case."""
    wanted = {name: list(book.terms(name)) for name in GROUPS if name in book.vocabulary}
    wanted |= {"route": _rules("routes"), "shut": _rules("shut"), "turn": list(TURNS)}
    wanted |= {"kind": list(KINDS), "decide": list(DECIDES)}
    found = {name: {id: [] for id in wanted[name]} for name in GROUPS}
    for case in cases:
        for group, id in set(_met(case)):
            if id in found[group]:
                found[group][id].append(case.id)
    return {name: {id: tuple(where) for id, where in ids.items()} for name, ids in found.items()}


def missing(covered):
    """`(group, id)` of what no case covers."""
    return [(group, id) for group, ids in covered.items() for id, where in ids.items() if not where]


def label(group, id, book):
    """What to call an id of a group."""
    if group in book.vocabulary:
        return book.label(group, id)
    return TURNS[id][0] if group == "turn" else Pair(id, id)


def _rules(module):
    return [rule.id for rule in BOOK_OF_RULES["doors"] if rule.find.__module__.endswith(f".{module}")]


def _met(case):
    """Every `(group, id)` that a case meets on some path of some variant."""
    yield from (("hearsay_section", id) for id in case.sections)
    for step in case.steps.values():
        yield from (("skill", step.skill), ("kind", step.kind.key), ("decide", step.decide))
        if step.decide == "data.class":
            yield from (("data_kind", item.of) for item in step.options)
    seen = set()
    for variant in chosen_variants(case):
        for walk in every_state(case, variant):
            for facts in (walk.facts, *_of_items(walk)):
                if repr(facts) not in seen:
                    seen.add(repr(facts))
                    yield from _of_facts(facts, case)


def _of_items(walk):
    """The Facts of the little cases inside a match."""
    items = walk.step.options if walk.step else ()
    bare = parse({"on": walk.case.on.isoformat()})
    return [bare.learn(fill_facts(item.facts, walk.variant)) for item in items if item.facts]


def _of_facts(facts, case):
    yield "actor", facts.leaker.actor
    yield from (("conduct", id) for id in facts.conduct or ())
    yield from (("harm", id) for id in facts.harm or ())
    yield from (("data_kind", datum.kind) for datum in facts.data or ())
    yield from (("report_result", report.result) for report in facts.prior_report or ())
    read = Case(facts, case.book, case.today)
    yield from (("turn", id) for id, (_, holds) in TURNS.items() if holds(read))
    for rule in BOOK_OF_RULES["doors"]:
        if rule.find(read):
            yield rule.find.__module__.rpartition(".")[2].replace("routes", "route"), rule.id
