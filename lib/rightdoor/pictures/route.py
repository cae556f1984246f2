"""The map of doors: the route of a case stage by stage, and beside it the doors that do not take the matter."""

from rightdoor.law.decide import decide
from rightdoor.law.doors.way import STAGES
from rightdoor.pictures.figure import capital, figure, svg, unsure, unsure_words, word
from rightdoor.pictures.markup import join, tag
from rightdoor.tables import NotInForce
from rightdoor.text import say

STAGE_SIGNS = {"now": "!", "primary": "→", "parallel": "∥", "escalation": "↗"}


def door_map(book, lang, facts, today=None, taken=None):
    """The route that the law gives for `facts` (law.facts.Facts), by stage, with ranks and refused doors crossed out.

    `taken` are the ids of the doors somebody chose, in her order: each is marked on the map. None says nothing of it.
    """
    decision = decide(facts, book, today)
    day = max(today or facts.decided_on or facts.on, facts.on)
    stages = [(stage, [d for d in decision.doors if d.stage == stage]) for stage in STAGES]
    route = [_stage(book, stage, ways, day, taken, lang) for stage, ways in stages if ways]
    shut = [_refused(book, f, day, taken, lang) for f in decision.not_doors]
    drawing = join(
        tag("p", _start(), " ", word("map-start", lang), class_="rp-start"),
        route or tag("p", word("no-doors", lang)),
        tag(
            "div", tag("p", tag("b", word("map-shut", lang)), class_="rp-stage-name"), tag("ul", shut), class_="rp-shut"
        )
        if shut
        else None,
    )
    about = word("map-about", lang, n=len(decision.doors), shut=len(decision.not_doors))
    return figure("map", lang, word("map", lang), about, drawing, list(_words(book, decision, day, taken, lang)))


def row_of(book, id, day):
    """The row of a door on the day, or its latest where it was not in force then."""
    try:
        return book.door(id, day)
    except NotInForce:
        return book.channels[id][-1]


def _start():
    return tag(
        "svg",
        tag("circle", cx="9", cy="5", r="4", class_="rp-ink"),
        tag("path", d="M1 20c0-12 16-12 16 0z", class_="rp-ink"),
        width="18",
        height="20",
        aria_hidden="true",
        focusable="false",
    )


def _stage(book, stage, ways, day, taken, lang):
    name = capital(say(book.label("stage", stage), lang))
    head = tag("p", tag("span", STAGE_SIGNS[stage], class_="rp-sign"), " ", tag("b", name), class_="rp-stage-name")
    return tag(
        "div",
        head,
        tag("ol", [_station(book, way, day, taken, lang) for way in ways]),
        class_=f"rp-stage rp-stage-{stage}",
    )


def _station(book, way, day, taken, lang):
    row = row_of(book, way.id, day)
    phone = word("phone", lang, phone=row.phone.replace(";", " / ")) if row.phone else None
    return tag(
        "li",
        _rank(way.rank),
        tag(
            "div",
            tag("b", capital(say(row.name, lang))),
            unsure(row.status, lang),
            tag("p", phone) if phone else None,
            tag("p", capital(say(way.fixed.level, lang)), class_="rp-quiet"),
            _taken(way, taken, lang),
        ),
        class_="rp-station",
    )


def _rank(rank):
    """The number in a circle: a shape that a printer without colour keeps."""
    return tag(
        "svg",
        tag("circle", cx="14", cy="14", r="13", class_="rp-stop"),
        tag("text", str(rank), x="14", y="19", text_anchor="middle"),
        width="28",
        height="28",
        aria_hidden="true",
        focusable="false",
    )


def _taken(way, taken, lang):
    if taken is None:
        return None
    if way.id in taken:
        return tag("p", "✓ ", word("you-took", lang, n=list(taken).index(way.id) + 1), class_="rp-taken")
    return tag("p", "○ ", word("you-missed", lang), class_="rp-missed") if way.stage in ("now", "primary") else None


def _refused(book, finding, day, taken, lang):
    row = row_of(book, finding.id, day)
    went = tag("p", "✗ ", word("you-took-shut", lang), class_="rp-missed") if taken and finding.id in taken else None
    cross = svg(
        tag("line", x1="3", y1="3", x2="15", y2="15", class_="rp-cross"),
        tag("line", x1="15", y1="3", x2="3", y2="15", class_="rp-cross"),
        height=18,
        style="width:18px",
    )
    return tag(
        "li",
        cross,
        tag(
            "div",
            tag("s", capital(say(row.name, lang))),
            " ",
            tag("span", word("not-this-door", lang), class_="rp-no"),
            tag("p", say(finding.says, lang)),
            went,
        ),
    )


def _words(book, decision, day, taken, lang):
    for way in decision.doors:
        row = row_of(book, way.id, day)
        stage = say(book.label("stage", way.stage), lang)
        phone = f"{word('stop', lang)}{capital(word('phone', lang, phone=row.phone))}" if row.phone else ""
        mine = ""
        if taken is not None and way.id in taken:
            mine = f"{word('stop', lang)}{capital(word('you-took', lang, n=list(taken).index(way.id) + 1))}"
        name = capital(say(row.name, lang)) + unsure_words(row.status, lang)
        yield (
            f"{way.rank}. {name} ({stage}){phone}{mine}"
            if lang == "en"
            else f"{way.rank}. {name}（{stage}）{phone}{mine}"
        )
    for finding in decision.not_doors:
        name = capital(say(row_of(book, finding.id, day).name, lang))
        yield f"✗ {name}{word('colon', lang)}{say(finding.says, lang)}"
