"""Feedback on doors put in order: the first fault with its reason; then, if the set is right, the order."""

from rightdoor.feedback.keys import STAGES, needed
from rightdoor.feedback.told import NOT_QUITE, RIGHT, WRONG, Feedback, Judged, each_once, quotes
from rightdoor.text import Pair

ORDER_COSTS = 0.25


def judge(walk, response):
    """The Feedback on an order of doors."""
    open_doors = {d.id: d for d in walk.decision.doors}
    shut = {d.id: d for d in walk.decision.not_doors}
    wanted = needed(walk)
    options = tuple(_judged(walk, o, response, open_doors, shut, wanted) for o in walk.step.options)
    hits = sum(d.id in response for d in wanted)
    faults = sum(o.mark in ("wrong", "missing") for o in options)
    late = _first_out_of_order([open_doors[id] for id in response if id in open_doors], walk.step.stages)
    share = hits / (hits + faults) if hits else (1.0 if not wanted and not faults else 0.0)
    score = round(share * (1 - ORDER_COSTS if late else 1), 3)
    verdict = "right" if score == 1 else "wrong" if not share else "partly"
    opening = {"right": RIGHT, "partly": NOT_QUITE, "wrong": WRONG}[verdict]
    says = [opening, *_ladder(options, shut, open_doors, late)]
    faulty = [o.id for mark in ("wrong", "missing") for o in options if o.mark == mark]
    spoken = [shut.get(id) or open_doors[id].fixed for id in faulty[:1] if id in shut or id in open_doors]
    spoken += [d.fixed for d in wanted]
    found = quotes(walk, spoken[0].basis[:1] if spoken else (), walk.step.cite)
    return Feedback(verdict, score, each_once(says), options, found, tuple(d.id for d in wanted))


def _judged(walk, option, response, open_doors, shut, wanted):
    chosen, door = option.id in response, open_doors.get(option.id)
    if door:
        asked = any(d.id == option.id for d in wanted)
        mark = ("right" if asked or walk.step.stages == FIRST else "also") if chosen else "missing" if asked else "also"
        why = door.fixed.says
    else:
        mark = "wrong" if chosen else "left"
        refusal = shut[option.id].says if option.id in shut else None
        why = refusal or walk.fill(option.why) or takes(walk, option.id)
    return Judged(option.id, walk.fill(option.label), chosen, mark, why)


FIRST = ("now", "primary")


def takes(walk, id):
    """What a door takes on the day of the visit, and that this matter is not among it."""
    book = walk.case.book
    matters = Pair.join((book.label("matter", m) for m in book.door(id, walk.case.today).accepts), zh="、", en="; ")
    says = Pair("这个门收的是：{x}。这件事不在其中。", "This door takes: {x}. This matter is not among them.")
    return says.format(x=matters)


def _ladder(options, shut, open_doors, late):
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
        says = Pair(
            "门都选对了，先后要调：“{y}”应排在“{x}”前面。",
            "The doors are right, the order is not: '{y}' comes before '{x}'.",
        )
        return [says.format(x=before.label, y=after.label), after.why]
    return [o.why for o in options if o.mark == "right"]


def _first_out_of_order(doors, stages):
    """The first pair (stands earlier, belongs earlier) that is the wrong way round, or None. Judged leniently.

    What must be done now comes first and escalation last; primary doors keep their rank; a parallel door may stand
    anywhere but before the first primary one. Where the step asks for other stages, those doors keep their order and
    what else was chosen may stand anywhere behind what must be done now.
    """
    if stages != FIRST:
        asked = [d for d in doors if d.stage in stages or d.stage == "now"]
        pairs = [(a, b) for i, a in enumerate(asked) for b in asked[i + 1 :]]
        return next((pair for pair in pairs if _place(pair[0]) > _place(pair[1])), None)
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


def _place(door):
    """Doors of one stage other than primary run side by side and have no order among themselves."""
    return STAGES.index(door.stage), door.rank if door.stage == "primary" else 0
