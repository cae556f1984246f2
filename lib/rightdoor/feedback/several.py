"""Feedback on choosing several: acts, findings, kinds of liability, shut doors, limits, questions, letters.

Every option is in one of three states under the law of the day: it must be chosen, it must not, or it may (`also`).
"""

from dataclasses import replace

from rightdoor.feedback.doors import takes
from rightdoor.feedback.keys import key, letter, limit
from rightdoor.feedback.told import (
    OPENING,
    RIGHT,
    Feedback,
    Judged,
    each_once,
    findings,
    quotes,
    spoken_on,
    verdict_of,
)
from rightdoor.text import Pair

MUST, MAY, NOT = "must", "may", "not"
NOT_HERE = Pair("“{x}”这里不成立。", "'{x}' does not apply here.")
APPLIES = Pair("漏了：“{x}”。", "Missing: '{x}'.")
# What is said of an option wrongly chosen, and of one that is missing
WORDS = {
    "red_lines": (Pair("“{x}”不可以。", "'{x}': no."), Pair("这一项也可以：“{x}”。", "This too is allowed: '{x}'.")),
    "letter": (
        Pair("“{x}”不能写进去。", "'{x}' must not stand in it."),
        Pair("必须写上：“{x}”。", "This must stand in it: '{x}'."),
    ),
    "ask_next": (
        Pair("“{x}”现在不用问。", "'{x}' need not be asked now."),
        Pair("还该问：“{x}”。", "This should be asked too: '{x}'."),
    ),
    "limits": (Pair("“{x}”没有起算。", "'{x}' does not run."), Pair("“{x}”也在走。", "'{x}' runs as well.")),
    "not_doors": (
        Pair("“{x}”是收这件事的。", "'{x}' does take this matter."),
        Pair("“{x}”也不收这件事。", "'{x}' does not take this matter either."),
    ),
}


def judge(walk, response):
    """The Feedback on a choice of several, where the law knows which."""
    reasons = REASONS[walk.step.decide](walk)
    answer = key(walk)
    options = tuple(_judged(walk, o, response, reasons) for o in walk.step.options)
    wrong, missing = ([o for o in options if o.mark == mark] for mark in ("wrong", "missing"))
    if sum(o.mark == "right" for o in options) >= len(answer):  # as many as may be chosen: the others hold as well
        options, missing = tuple(replace(o, mark="also") if o.mark == "missing" else o for o in options), []
    score = max(round(1 - (len(wrong) + len(missing)) / len(options), 3), 0.0)
    verdict = "wrong" if wrong and len(wrong) >= len(response) else verdict_of(score)
    if not any(o.mark in ("right", "also") for o in options if o.chosen) and missing:
        verdict = "wrong"
    no, too = WORDS.get(walk.step.decide, (NOT_HERE, APPLIES))
    faulty = [*wrong[:1], *([] if wrong else missing[:1])]
    says = [OPENING[verdict], *((no if o.mark == "wrong" else too).format(x=o.label) for o in faulty)]
    says += [o.why for o in faulty] or [o.why for o in options if o.mark == "right"]
    if verdict == "right" and walk.step.decide == "red_lines":
        named = {o.red_line for o in walk.step.options}
        says = [RIGHT, *(line.says for line in walk.decision.red_lines if line.id in named)]
    spoken = [*wrong, *missing] or [o for o in options if o.mark == "right"]
    basis = [id for o in spoken for id in reasons[o.id][2][:1]]
    return Feedback(verdict, score, each_once(says), options, quotes(walk, basis, walk.step.cite), answer)


def _judged(walk, option, response, reasons):
    chosen, (state, why, _) = option.id in response, reasons[option.id]
    mark = {MUST: ("right", "missing"), MAY: ("also", "also"), NOT: ("wrong", "left")}[state][not chosen]
    return Judged(option.id, walk.fill(option.label), chosen, mark, why)


# ---- for each question: option id to (state, why, articles) ----------------------------------------------------


def _acts(walk):
    lines = {line.id: line for line in walk.decision.red_lines}
    return {
        o.id: (NOT, walk.fill(o.why) or lines[o.red_line].says, o.cite or lines[o.red_line].basis)
        if o.red_line in lines
        else (MUST, walk.fill(o.why), o.cite)
        for o in walk.step.options
    }


def _rules(walk):
    found = findings(walk)
    return {
        o.id: (MUST, found[o.of].says, _dated(walk, found[o.of])) if o.of in found else (NOT, walk.fill(o.why), o.cite)
        for o in walk.step.options
    }


def _dated(walk, finding):
    return [(id, spoken_on(walk, finding.id)) for id in finding.basis]


def _kinds(walk):
    """Kinds of liability; the crime may be named while its tier is open."""
    return {o.id: _kind(walk, o, findings(walk, o.id).values()) for o in walk.step.options}


def _kind(walk, option, found):
    first = next(iter(found), None)
    state = MUST if option.id in key(walk) else NOT
    if option.id == "crime" and walk.decision.crime.tier == "unknown":
        state = MAY
    reason = first and Pair.join((f.says for f in list(found)[:2]), "", " ")
    return state, walk.fill(option.why) or reason, _dated(walk, first) if first else option.cite


def _shut_doors(walk):
    shut = {door.id: door for door in walk.decision.not_doors}
    opened = {door.id: door for door in walk.decision.doors}
    out = {}
    for o in walk.step.options:
        if o.of in shut:
            out[o.id] = MUST, shut[o.of].says, shut[o.of].basis
        elif o.of in opened:
            out[o.id] = NOT, opened[o.of].fixed.says, opened[o.of].fixed.basis
        else:
            out[o.id] = MAY, walk.fill(o.why) or takes(walk, o.of), o.cite
    return out


def _limits(walk):
    return {o.id: _limit(walk, o, limit(walk, o.of)) for o in walk.step.options}


def _limit(walk, option, clock):
    if not clock:
        return NOT, walk.fill(option.why) or NO_LIMIT, option.cite
    return MUST, UNTIL.format(what=clock.what, day=clock.until), (clock.basis,)


UNTIL = Pair("{what}：{day} 为止。", "{what}: until {day}.")
NO_LIMIT = Pair("就现在知道的事实，这个期限没有起算。", "On the facts known so far this time does not run.")


def _questions(walk):
    useful = {question.path for question in walk.decision.ask_next}
    return {o.id: (MUST if o.of in useful else NOT, walk.fill(o.why), o.cite) for o in walk.step.options}


def _elements(walk):
    """What must, may and must not stand in a letter."""
    required = {finding.id: finding for finding in letter(walk)}
    lines = {line.id: line for line in walk.decision.red_lines}
    out = {}
    for o in walk.step.options:
        if o.id in required:
            out[o.id] = MUST, required[o.id].says, required[o.id].basis
        elif o.red_line in lines:
            line = lines[o.red_line]
            out[o.id] = NOT, walk.fill(o.why) or line.says, o.cite or line.basis
        else:
            out[o.id] = MAY, walk.fill(o.why) or NOT_REQUIRED, o.cite
    return out


NOT_REQUIRED = Pair("可以写，法律没有要求。", "It may stand in it; the law does not ask for it.")

REASONS = {
    "red_lines": _acts,
    "findings": _rules,
    "liability": _kinds,
    "not_doors": _shut_doors,
    "limits": _limits,
    "ask_next": _questions,
    "letter": _elements,
}
