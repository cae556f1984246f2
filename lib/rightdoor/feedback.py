"""Feedback on one answer: a ladder of small checks, the first helpful sentence, then each option with its reason.

The key is what the law decides on the facts learned so far; it is written nowhere. The reasons are the decision's own
findings, with the case author's words about each option where there are any. Every judged answer ends with an article,
quoted as it stood on the day that governs it.
"""

from dataclasses import dataclass

from rightdoor.cases import day_of
from rightdoor.law import terms
from rightdoor.tables import NotInForce, Provision
from rightdoor.text import Pair

MOST_QUOTES = 4
ORDER_COSTS = 0.25
STAGES = ("now", "primary", "parallel", "escalation")

RIGHT = Pair("对。", "Right.")
NOT_QUITE = Pair("不完全对。", "Not quite.")
WRONG = Pair("不对。", "Not right.")
NOT_ASKED = Pair("这一点还没有问到，先不要下结论。", "This has not been asked yet, so do not settle it.")


@dataclass(frozen=True, slots=True)
class Judged:
    """One option after the answer. `mark`: right (chosen, rightly), wrong (chosen, wrongly), missing (should have been
    chosen), also (could have been chosen too), left (rightly left), noted (an interview question). `why` may be None.
    """

    id: str
    label: Pair
    chosen: bool
    mark: str
    why: Pair | None = None

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


def judge(walk, response, book=None):
    """The Feedback on answering the present step of `walk`. AnswerError if the response is no answer to it."""
    response = walk.accept(response)
    book = book or walk.case.book
    if not walk.step.judged:
        return _interview(walk, response, book)
    return JUDGES[walk.step.decide](walk, response, book)


def key(walk):
    """What the law answers at the present step, in the form of a response; None for an interview step."""
    step = walk.step
    return KEYS[step.decide](walk) if step and step.judged else None


# ---- what the law answers ----------------------------------------------------------------------------------


def _actor(walk):
    return walk.facts.leaker.actor or "unknown"


def _data_class(walk):
    kinds = {datum.kind for datum in walk.facts.data or () if datum.kind}
    for id, members in (("class-a", terms.CLASS_A), ("class-b", terms.CLASS_B), ("class-c", terms.CLASS_C)):
        if kinds & set(members):
            return id
    return "unknown"


def _tier(walk):
    return walk.decision.crime.tier


def _doors(walk):
    return tuple(door.id for door in _needed(walk))


def _allowed(walk):
    crossed = {line.id for line in walk.decision.red_lines}
    return tuple(o.id for o in walk.step.options if o.red_line not in crossed)


def _parameter(walk):
    return walk.case.book.number(walk.step.parameter, walk.case.today)


KEYS = {
    "leaker.actor": _actor,
    "data.class": _data_class,
    "crime.tier": _tier,
    "doors": _doors,
    "red_lines": _allowed,
    "parameter": _parameter,
}


# ---- interview ---------------------------------------------------------------------------------------------


def _interview(walk, response, book):
    chosen = [o for o in walk.step.options if o.id in ((response,) if isinstance(response, str) else response)]
    says = [walk.fill(pair) for o in chosen for pair in (o.hint or o.tell, o.why) if pair]
    options = tuple(
        Judged(o.id, walk.fill(o.label), True, "wrong" if o.hint else "noted", walk.fill(o.hint or o.why))
        for o in chosen
    )
    back = any(o.hint for o in chosen)
    quotes = _quotes(book, walk, [id for o in chosen for id in o.cite], walk.step.cite)
    return Feedback("wrong" if back else "noted", None, tuple(says), options, quotes)


# ---- choose one --------------------------------------------------------------------------------------------


def _choice(walk, response, book):
    right = KEYS[walk.step.decide](walk)
    findings = _tier_findings(walk) if walk.step.decide == "crime.tier" else []
    options = tuple(_judged_choice(walk, o, response, right) for o in walk.step.options)
    own = {o.id: walk.fill(o.why) for o in walk.step.options}
    if response == right:
        verdict, says = "right", [RIGHT, own[response]]
    else:
        label = next((o.label for o in options if o.id == right), Pair(right, right))
        answer = Pair("应选：{x}。", "The answer is: {x}.").format(x=label)
        verdict, says = "wrong", [NOT_ASKED if right == "unknown" else WRONG, own[response], answer, own.get(right)]
    if findings:
        says += [f.says for f in findings] + _measured(walk)
    if right == "unknown":
        says += _missing_facts(walk)
    quotes = _quotes(book, walk, [id for f in findings for id in f.basis[:1]], walk.step.cite)
    return Feedback(verdict, float(response == right), _each_once(says), options, quotes, right)


def _judged_choice(walk, option, response, right):
    chosen = option.id == response
    mark = ("right" if option.id == right else "wrong") if chosen else ("missing" if option.id == right else "left")
    return Judged(option.id, walk.fill(option.label), chosen, mark, walk.fill(option.why))


def _tier_findings(walk):
    """The findings that speak of the data, of an article that the step cites, or of what is still open."""
    return [f for f in walk.decision.crime.findings
            if f.id == "open-facts-decide-the-tier" or f.basis[0] in walk.step.cite
            or any(path.startswith("data[") for path in f.because)]


def _measured(walk):
    """How the number stands to the standard, where it is known and the law of the day has both tiers."""
    crime, number = walk.decision.crime, walk.case.book.number
    if crime.score is None or crime.halved is None or walk.facts.purpose == "lawful_business":
        return []
    try:
        number("pi-crime/especially-serious-max-years", walk.case.on)
        times = _on_the_day(walk, number, "pi-crime/especially-serious-times")
    except NotInForce:
        return []
    says = Pair("数量折算下来是标准的 {x} 倍：到 1 倍是情节严重，到 {t} 倍是情节特别严重。",
                "The number comes to {x} times the standard: 1 makes it serious, {t} especially serious.")
    return [says.format(x=f"{crime.score:.4g}", t=times)]


def _missing_facts(walk):
    """What the law would have to be told, where the present step asked it."""
    if walk.step.decide != "crime.tier":
        return []
    return [ask.says for ask in walk.decision.ask_next if "crime.tier" in ask.would_change][:2]


# ---- doors -------------------------------------------------------------------------------------------------


def _needed(walk):
    """The doors of the decision that are on offer and must be chosen, in their order."""
    offered = {o.id for o in walk.step.options}
    doors = [d for d in walk.decision.doors if d.id in offered and d.stage in ("now", "primary")]
    return sorted(doors, key=lambda d: (STAGES.index(d.stage), d.rank))


def _order_doors(walk, response, book):
    open_doors = {d.id: d for d in walk.decision.doors}
    shut = {d.id: d for d in walk.decision.not_doors}
    needed = _needed(walk)
    options = tuple(_judged_door(walk, o, response, open_doors, shut, needed, book) for o in walk.step.options)
    hits = sum(d.id in response for d in needed)
    faults = sum(o.mark in ("wrong", "missing") for o in options)
    late = _first_out_of_order([open_doors[id] for id in response if id in open_doors])
    share = hits / (hits + faults) if hits else (1.0 if not needed and not faults else 0.0)
    score = round(share * (1 - ORDER_COSTS if late else 1), 3)
    verdict = "right" if score == 1 else "wrong" if not share else "partly"
    opening = {"right": RIGHT, "partly": NOT_QUITE, "wrong": WRONG}[verdict]
    says = [opening, *_door_ladder(options, shut, open_doors, late)]
    faulty = [o.id for mark in ("wrong", "missing") for o in options if o.mark == mark]
    spoken = [shut.get(id) or open_doors[id].fixed for id in faulty[:1] if id in shut or id in open_doors]
    spoken += [d.fixed for d in needed]
    quotes = _quotes(book, walk, spoken[0].basis[:1] if spoken else (), walk.step.cite)
    return Feedback(verdict, score, _each_once(says), options, quotes, tuple(d.id for d in needed))


def _judged_door(walk, option, response, open_doors, shut, needed, book):
    chosen, door = option.id in response, open_doors.get(option.id)
    if door:
        wanted = any(d.id == option.id for d in needed)
        mark = "right" if chosen else "missing" if wanted else "also"
        why = door.fixed.says
    else:
        mark = "wrong" if chosen else "left"
        refusal = shut[option.id].says if option.id in shut else None
        why = refusal or walk.fill(option.why) or _takes(book, option.id, walk.case.today)
    return Judged(option.id, walk.fill(option.label), chosen, mark, why)


def _takes(book, id, on):
    door = book.door(id, on)
    matters = Pair.join((book.label("matter", m) for m in door.accepts), zh="、", en="; ")
    says = Pair("这个门收的是：{x}。这件事不在其中。", "This door takes: {x}. This matter is not among them.")
    return says.format(x=matters)


def _door_ladder(options, shut, open_doors, late):
    """The first fault, in one sentence with its reason; then, if the set is right, the order."""
    refused = [o for o in options if o.mark == "wrong" and o.id in shut]
    needless = [o for o in options if o.mark == "wrong" and o.id not in shut]
    missing = [o for o in options if o.mark == "missing"]
    urgent = [o for o in missing if open_doors[o.id].stage == "now"]
    for found, says in (
        (urgent, Pair("先保安全：漏了“{x}”。", "Safety first: '{x}' is missing.")),
        (refused, Pair("“{x}”不收这件事。", "'{x}' does not take this matter.")),
        (missing, Pair("漏了“{x}”。", "'{x}' is missing.")),
        (needless, Pair("“{x}”用不着。", "'{x}' is not needed.")),
    ):
        if found:
            return [says.format(x=found[0].label), found[0].why]
    if late:
        before, after = ({o.id: o for o in options}[d.id] for d in late)
        says = Pair("门都选对了，先后要调：“{y}”应排在“{x}”前面。",
                    "The doors are right, the order is not: '{y}' comes before '{x}'.")
        return [says.format(x=before.label, y=after.label), after.why]
    return [o.why for o in options if o.mark == "right"]


def _first_out_of_order(doors):
    """The first pair (stands earlier, belongs earlier) that is the wrong way round, or None. Judged leniently.

    What must be done now comes first and escalation last; primary doors keep their rank; a parallel door may stand
    anywhere but before the first primary one.
    """
    best = min((d.rank for d in doors if d.stage == "primary"), default=None)
    for position, before in enumerate(doors):
        for after in doors[position + 1 :]:
            wrong = (
                after.stage == "now" != before.stage
                or before.stage == "escalation" != after.stage
                or (before.stage == after.stage == "primary" and before.rank > after.rank)
                or (before.stage == "parallel" and after.stage == "primary" and after.rank == best)
            )
            if wrong:
                return before, after
    return None


# ---- choose several: what may be done, and what crosses a red line -----------------------------------------


def _red_lines(walk, response, book):
    lines = {line.id: line for line in walk.decision.red_lines}
    allowed = set(_allowed(walk))
    options = tuple(_judged_act(walk, o, response, allowed, lines) for o in walk.step.options)
    wrong, missing = ([o for o in options if o.mark == mark] for mark in ("wrong", "missing"))
    score = round(1 - (len(wrong) + len(missing)) / len(options), 3)
    verdict = "right" if score == 1 else "wrong" if wrong and len(wrong) >= len(response) else "partly"
    if wrong:
        no = Pair("“{x}”不可以。", "'{x}': no.").format(x=wrong[0].label)
        first = [NOT_QUITE if verdict == "partly" else WRONG, no, wrong[0].why]
    elif missing:
        too = Pair("这一项也可以：“{x}”。", "This too is allowed: '{x}'.").format(x=missing[0].label)
        first = [NOT_QUITE, too, missing[0].why]
    else:
        named = {o.red_line for o in walk.step.options}
        first = [RIGHT, *(line.says for id, line in lines.items() if id in named)]
    spoken = [walk.step.option(o.id) for o in [*wrong, *missing]]
    basis = [id for o in spoken for id in (o.cite or lines[o.red_line].basis)[:1]]
    quotes = _quotes(book, walk, basis, walk.step.cite)
    return Feedback(verdict, score, _each_once(first), options, quotes, _allowed(walk))


def _judged_act(walk, option, response, allowed, lines):
    chosen, may = option.id in response, option.id in allowed
    mark = ("right" if may else "wrong") if chosen else ("missing" if may else "left")
    why = walk.fill(option.why) or lines[option.red_line].says
    return Judged(option.id, walk.fill(option.label), chosen, mark, why)


# ---- number ------------------------------------------------------------------------------------------------


def _number(walk, response, book):
    step, day = walk.step, walk.case.today
    parameter = book.parameter(step.parameter, day)
    right = response == parameter.value
    unit = book.label("unit", parameter.unit)
    full = Pair("法律规定：{label}，{n} {unit}（{cite}）。", "The law says: {label}, {n} {unit} ({cite}).").format(
        label=parameter.label, n=parameter.value, unit=unit, cite=book.cite(parameter.basis)
    )
    says = [RIGHT if right else WRONG, None if right else walk.fill(step.mistakes.get(response)), full]
    quotes = _quotes(book, walk, [parameter.basis], step.cite)
    return Feedback("right" if right else "wrong", float(right), _each_once(says), (), quotes, parameter.value)


# ---- quotations --------------------------------------------------------------------------------------------


def _quotes(book, walk, first, last):
    """Provisions in force on the day that governs the step: what was spoken of first, what the step cites last."""
    last = list(dict.fromkeys(last))[:MOST_QUOTES]
    ids = [id for id in dict.fromkeys(first) if id not in last][: MOST_QUOTES - len(last)] + last
    return tuple(_quote(book, id, walk) for id in ids)


def _quote(book, id, walk):
    """The text of the day of the conduct for what it was, of the day of the visit for what to do now.

    An interpretation made after the conduct measures it all the same: then the later day's text is quoted.
    """
    return _on_the_day(walk, book.article, id)


def _on_the_day(walk, ask, id):
    try:
        return ask(id, day_of(walk.step, walk.case))
    except NotInForce:
        return ask(id, walk.case.today)


def _each_once(pairs):
    return tuple(dict.fromkeys(p for p in pairs if p))


JUDGES = {
    "leaker.actor": _choice,
    "data.class": _choice,
    "crime.tier": _choice,
    "doors": _order_doors,
    "red_lines": _red_lines,
    "parameter": _number,
}
