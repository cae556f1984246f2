"""The end of a case: the trainee's doors beside the law's, what each takes, and the score by skill."""

from rightdoor import feedback
from rightdoor.cases import Walk
from rightdoor.practice.markup import capital, join, tag
from rightdoor.practice.quote import mark
from rightdoor.text import say, ui

FIRST_STEPS = ("now", "primary")
STAGES = (*FIRST_STEPS, "parallel", "escalation")
UNITS = {"working": "working-days"}  # the contract's word for the vocabulary's


def debrief(walk, lang):
    """Everything to look back on, for a walk that is done."""
    decision = walk.decision.as_json(lang)
    return join(
        tag("h3", ui("debrief", lang), tabindex="-1", data_focus="debrief"),
        tag("p", ui("debrief-lead", lang)),
        _scores(walk, lang),
        _side_by_side(walk, decision, lang),
        _shut(walk, decision, lang),
        _liability(walk, decision, lang),
    )


# ---- scores ---------------------------------------------------------------------------------------------------------


def scores(walk):
    """`{skill: [score, …]}` of the first answer to each judged step, in the order in which they were answered."""
    found, seen = {}, set()
    for i, move in enumerate(walk.moves):
        step = walk.case.steps[move.step]
        if move.kind == "answered" and step.judged and step.id not in seen:
            seen.add(step.id)
            before = Walk(walk.case, walk.seed, walk.variant, walk.moves[:i])
            found.setdefault(step.skill, []).append(feedback.judge(before, move.response).score)
    return found


def _scores(walk, lang):
    found = scores(walk)
    if not found:
        return None
    rows = []
    for skill, values in found.items():
        share = sum(values) / len(values)
        words = ui("score-full" if share == 1 else "score-part" if share >= 0.5 else "score-low", lang)
        rows.append(
            tag(
                "tr",
                tag("th", capital(say(walk.case.book.label("skill", skill), lang)), scope="row"),
                tag("td", f"{round(100 * share)}%"),
                tag("td", words),
            )
        )
    head = tag("tr", [tag("th", ui(key, lang), scope="col") for key in ("skill", "score", "score-words")])
    return join(
        tag("h4", ui("by-skill", lang)),
        tag("p", ui("first-answers-count", lang), class_="rs-quiet"),
        tag("table", tag("thead", head), tag("tbody", rows), class_="rs-table"),
    )


# ---- doors ----------------------------------------------------------------------------------------------------------


def _mine(walk):
    """The doors the trainee put in order, as (id, label), or None when the case asked for none."""
    for move in reversed(walk.answers):
        if walk.case.steps[move.step].kind.id == "order-doors":
            step = walk.case.steps[move.step]
            return [(id, walk.fill(step.option(id).label)) for id in move.response]
    return None


def _side_by_side(walk, decision, lang):
    mine, open_doors = _mine(walk), {d["id"] for d in decision["doors"]}
    left = None
    if mine is not None:
        rows = [tag("li", capital(say(label, lang)), _verdict(id in open_doors, lang)) for id, label in mine]
        left = tag("div", tag("h4", ui("my-doors", lang)), tag("ol", rows))
    stages = [(stage, [d for d in decision["doors"] if d["stage"] == stage]) for stage in STAGES]
    chosen = None if mine is None else {id for id, _ in mine}
    blocks = [_stage(walk, stage, doors, lang, chosen) for stage, doors in stages if doors]
    return tag("div", left, tag("div", tag("h4", ui("law-doors", lang)), blocks), class_="rs-beside")


def _verdict(takes, lang):
    sign, key = ("✓", "door-takes") if takes else ("✗", "door-takes-not")
    mark = tag("b", sign, aria_hidden="true", class_=f"rs-mark-{'right' if takes else 'wrong'}")
    return tag("span", mark, " ", ui(key, lang), class_="rs-mark-words")


def _stage(walk, stage, doors, lang, chosen):
    """The doors of one stage; what is not among the first steps is folded away."""
    name, cards = (
        capital(say(walk.case.book.label("stage", stage), lang)),
        [door_card(walk, d, lang, chosen if stage in FIRST_STEPS else None) for d in doors],
    )
    if stage in FIRST_STEPS:
        return join(tag("h5", name), cards)
    names = ("、" if lang != "en" else "; ").join(
        say(walk.case.book.door(d["id"], walk.case.today).name, lang) for d in doors
    )
    return tag("details", tag("summary", tag("b", name), ui("colon", lang), names), cards, class_="rs-fold")


def door_card(walk, door, lang, chosen=None):
    """One door of a decision (a dict of the contract): who, phone, level, what to bring, when it must answer.

    `chosen` are the ids that the trainee chose; None says nothing of it.
    """
    book, row = walk.case.book, walk.case.book.door(door["id"], walk.case.today)
    facts = [
        (ui("phone", lang), row.phone),
        (ui("level", lang), door.get("level")),
        (ui("bring", lang), door.get("bring")),
        (ui("expect", lang), [_clock(book, clock, lang) for clock in door.get("expect") or ()]),
    ]
    rows = [join(tag("dt", name), tag("dd", _several(value))) for name, value in facts if value]
    return tag(
        "section",
        tag("h6", capital(say(row.name, lang)), " ", mark(row.status, lang), _chosen(door["id"], chosen, lang)),
        tag("p", door["says"]),
        tag("dl", rows),
        tag("p", ui("basis", lang), _cited(book, door["basis"], lang), class_="rs-small"),
        class_="rs-door",
    )


def _chosen(id, chosen, lang):
    if chosen is None:
        return None
    sign, key = ("✓", "door-you-chose") if id in chosen else ("＋", "mark-missing")
    return tag("span", tag("span", sign, aria_hidden="true"), " ", ui(key, lang), class_="rs-mark-words")


def _several(value):
    return tag("ul", [tag("li", capital(item)) for item in value]) if isinstance(value, list) else value


def _clock(book, clock, lang):
    basis = _cited(book, [clock["basis"]], lang) if clock.get("basis") else ""
    unit = say(book.label("unit", UNITS.get(clock["unit"], clock["unit"])), lang)
    return ui("clock", lang, what=capital(clock["what"]), days=clock["days"], unit=unit, basis=basis)


def _cited(book, ids, lang):
    separator = ", " if lang == "en" else "、"
    return separator.join(say(book.cite(id), lang) for id in ids)


def _shut(walk, decision, lang):
    book = walk.case.book
    rows = [
        tag(
            "li",
            tag("b", capital(say(book.door(d["id"], walk.case.today).name, lang))),
            tag("span", d["says"], class_="rs-why"),
        )
        for d in decision["not_doors"]
    ]
    return join(tag("h4", ui("not-doors", lang)), tag("ul", rows)) if rows else None


def _liability(walk, decision, lang):
    found = [("crime", decision["crime"]["findings"])]
    found += [
        (kind, decision[kind])
        for kind in ("administrative", "discipline", "civil", "state_liability", "public_interest")
    ]
    blocks = [
        join(
            tag("h5", capital(say(walk.case.book.label("liability_kind", kind), lang))),
            tag(
                "ul",
                [
                    tag("li", f["says"], " ", tag("span", _cited(walk.case.book, f["basis"], lang), class_="rs-small"))
                    for f in findings
                ],
            ),
        )
        for kind, findings in found
        if findings
    ]
    return tag("details", tag("summary", ui("law-on-this", lang)), blocks, class_="rs-fold") if blocks else None
