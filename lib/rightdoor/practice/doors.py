"""The doors of a decision, each folded: who, telephone, level, what to bring, and when it must answer."""

from rightdoor import feedback, plan
from rightdoor.practice.markup import capital, fold, join, tag
from rightdoor.practice.quote import mark
from rightdoor.text import Pair, say, ui

FIRST_STAGES = ("now", "primary")
STAGES = ("now", "primary", "parallel", "escalation")
TERMS_AT_A_GLANCE = 4


def door_cards(walk, decision, lang):
    """The doors of a decision (a dict of the contract) stage by stage; the first stands open."""
    blocks, chosen = [], _chosen(walk)
    due = {place.way.id: place.due for place in plan.make(walk.facts, walk.case.book, walk.case.today).places}
    for stage in STAGES:
        doors = [d for d in decision["doors"] if d["stage"] == stage]
        if doors:
            cards = [door_card(walk, d, lang, chosen, due.get(d["id"], ()), d is decision["doors"][0]) for d in doors]
            blocks.append(_stage(walk, stage, doors, cards, lang))
    return join(tag("h4", ui("law-doors", lang)), blocks) if blocks else None


def _stage(walk, stage, doors, cards, lang):
    """The doors of one stage; what is not among the first steps is folded away under their names."""
    name = capital(say(walk.case.book.label("stage", stage), lang))
    if stage in FIRST_STAGES:
        return join(tag("h5", name), cards)
    names = (walk.case.book.door(d["id"], walk.case.today).name for d in doors)
    return fold(join(tag("b", name), ui("colon", lang), say(Pair.join(names, "、", "; "), lang)), cards)


def _chosen(walk):
    """`{door id: "door-you-chose" or "mark-missing"}` from every order of doors that she gave, as the law saw it then."""
    found = {}
    for position, move in enumerate(walk.moves):
        if move.kind == "answered" and walk.case.steps[move.step].kind.id == "order-doors":
            found |= {id: "mark-missing" for id in feedback.key(walk.before(position)) if id not in found}
            found |= dict.fromkeys(move.response, "door-you-chose")
    return found


def door_card(walk, door, lang, chosen, due, opened=False):
    """One door, folded; `chosen` says of each door id whether she chose or missed it, `due` are its terms (plan.Due)."""
    book, row = walk.case.book, walk.case.book.door(door["id"], walk.case.today)
    facts = [
        (ui("level", lang), capital(door["level"]) if door.get("level") else None),
        (ui("bring", lang), _several(door.get("bring"))),
        (ui("expect", lang), _terms(walk, due, lang)),
    ]
    handle = join(
        tag("b", capital(say(row.name, lang))),
        tag("span", row.phone, class_="rs-phone") if row.phone else None,
        mark(row.status, lang),
        _mark(chosen.get(door["id"]), lang),
    )
    return fold(
        handle,
        tag("p", door["says"]),
        tag("dl", [join(tag("dt", name), tag("dd", value)) for name, value in facts if value]),
        tag("p", ui("basis", lang), cited(book, door["basis"], lang), class_="rs-small"),
        opened=opened,
        look="rs-door",
    )


def _mark(key, lang):
    if key is None:
        return None
    sign = "✓" if key == "door-you-chose" else "＋"
    return tag("span", tag("span", sign, aria_hidden="true"), " ", ui(key, lang), class_="rs-mark-words")


def _several(items):
    return tag("ul", [tag("li", capital(item)) for item in items]) if items else None


def _terms(walk, due, lang):
    """First the terms that run from the day on which the paper is handed in, with their dates; the others folded away."""
    dated = [term for term in due if term.until]
    few = dated[:TERMS_AT_A_GLANCE]
    rest = [term for term in due if term not in few]
    if not due:
        return None
    lead = tag("p", ui("if-handed-in", lang, day=walk.case.today.isoformat()), class_="rs-small") if few else None
    words = [[_term(walk.case.book, term, lang) for term in terms] for terms in (few, rest)]
    return join(
        lead, _several(words[0]), fold(ui("more-terms", lang, n=len(rest)), _several(words[1])) if rest else None
    )


def _term(book, term, lang):
    """What, how long, until when if that is known, and the article."""
    unit, basis = say(book.label("unit", term.unit), lang), cited(book, [term.basis], lang)
    what = capital(say(term.what, lang))
    if term.until is None:
        return ui("clock", lang, what=what, days=term.count, unit=unit, basis=basis)
    until = term.until.isoformat()
    return ui("clock-until", lang, what=what, days=term.count, unit=unit, basis=basis, until=until)


def cited(book, ids, lang):
    """Names of articles in a row."""
    return (", " if lang == "en" else "、").join(say(book.cite(id), lang) for id in ids)


def shut_doors(walk, decision, lang):
    """The doors that do not take this, with the reason, folded away."""
    book = walk.case.book
    rows = [
        tag(
            "li",
            tag("b", capital(say(book.door(d["id"], walk.case.today).name, lang))),
            tag("span", d["says"], class_="rs-why"),
        )
        for d in decision["not_doors"]
    ]
    return fold(ui("not-doors", lang, n=len(rows)), tag("ul", rows)) if rows else None
