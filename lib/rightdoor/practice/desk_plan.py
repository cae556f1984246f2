"""The plan on the screen: safety, doors in order with what binds them, dates, evidence, red lines, open questions."""

from datetime import timedelta

from rightdoor import plan
from rightdoor.practice import intake
from rightdoor.practice.desk_words import word
from rightdoor.practice.markup import button, capital, join, tag
from rightdoor.practice.quote import mark, reservation
from rightdoor.text import Pair, say, ui

STAGES = ("now", "primary", "parallel", "escalation")
MOST_CITED = 4


def parts(desk):
    """The parts of the plan's screen."""
    made, lang = desk.plan, desk.lang
    return [
        ("lead", _lead(desk, made, lang)),
        ("onward-1", _onward(desk, made, lang)),
        ("reported", _reported(made, lang)),
        ("doors", join([_stage(made, stage, lang) for stage in STAGES])),
        ("not-doors", _not_doors(made, lang) or join()),
        ("dates", _dates(made, lang)),
        ("evidence", _evidence(made, lang)),
        ("red-lines", _list("red-lines", [_with_basis(made, f, lang) for f in made.decision.red_lines], lang)),
        ("liability", _liability(made, lang)),
        ("unsettled", _list("unsettled", [say(f.says, lang) for f in made.decision.unsettled], lang) or join()),
        ("answers", desk_answers(desk)),
        ("foot", desk.foot()),
        ("kept", tag("p", word("kept-nowhere", lang), class_="rs-small")),
    ]


def desk_answers(desk):
    """The answers so far, each with a button to change it."""
    from rightdoor.practice.desk import answers

    return answers(desk)


def _lead(desk, made, lang):
    day = (made.facts.decided_on or made.today).isoformat()
    on = word("unknown", lang) if made.day_assumed else made.facts.on.isoformat()
    open_questions = [
        tag("li", capital(say(intake.words_of(p, desk.facts, desk.book), lang))) for p in _unsettling(desk)
    ]
    return join(
        tag("h2", word("plan", lang), tabindex="-1", data_focus="plan"),
        tag("p", word("day-assumed", lang), class_="rd-note") if made.day_assumed else None,
        None if made.day_assumed else tag("p", word("plan-lead", lang, on=on, day=day)),
        tag("details", tag("summary", word("still-open", lang)), tag("ul", open_questions), class_="rs-fold")
        if open_questions
        else None,
    )


def _unsettling(desk):
    """Open facts that the law still asks for, answered with "I don't know" or not yet asked."""
    return [q.path for q in desk.decision.ask_next]


def _onward(desk, made, lang):
    can_write = plan.letter_doors(made)
    more = len(desk.open)
    return join(
        tag(
            "div",
            button(word("to-questions", lang, m=more), "to-questions") if more else None,
            button(word("write-letter", lang), "write", look="rs-primary") if can_write else None,
            button(word("take-papers", lang), "papers"),
            class_="rs-after",
        ),
        None if can_write else tag("p", word("no-letter", lang)),
    )


def _reported(made, lang):
    last = made.today + timedelta(days=366)
    field = intake.day_field("day", made.reported.isoformat(), made.today, last, data_focus="reported")
    return tag(
        "form",
        tag("label", tag("span", word("reported-on", lang)), field, class_="rs-field"),
        tag("button", word("recount", lang), type="submit", data_do="recount", class_="rd-button"),
        data_do="recount",
        class_="rs-form rs-recount",
    )


# ---- doors ----------------------------------------------------------------------------------------------------------


def _stage(made, stage, lang):
    """The doors of one stage, folded, with their telephones in sight; those to go to next stand open."""
    places = [p for p in made.places if p.way.stage == stage]
    if not places:
        return None
    shut = any(p.way.stage == "escalation" for p in made.places)
    opened = stage in ("now", "escalation" if shut else "primary")
    name = capital(say(made.book.label("stage", stage), lang))
    return join(tag("h3", name, class_="rs-part"), [_card(made, place, lang, opened) for place in places])


def _card(made, place, lang, opened):
    way, row = place.way, place.row
    title = tag(
        "summary",
        tag("h4", f"{way.rank}. ", capital(say(row.name, lang))),
        " ",
        mark(row.status, lang),
    )
    note = say(row.note, lang)
    return tag(
        "details",
        title,
        tag("p", say(way.fixed.says, lang)),
        tag("dl", _facts(made, place, lang)),
        tag("p", note, class_="rs-small") if note else None,
        _fold("due-later", [_due(made, due, lang) for due in place.due if not _soon(due)], lang),
        _shut(made, place, lang),
        tag("p", ui("basis", lang), _cites(made, way.fixed.basis, lang), class_="rs-small"),
        class_="rs-article rs-door",
        open=opened,
    )


def _facts(made, place, lang):
    """Telephone, level, what to bring, when they must answer, how to get there."""
    way, row, book = place.way, place.row, made.book
    rows = [
        (ui("phone", lang), _phone(row)),
        (ui("level", lang), say(way.fixed.level, lang)),
        (ui("bring", lang), _items([say(b, lang) for b in way.fixed.bring])),
        (ui("expect", lang), _items([_due(made, due, lang) for due in place.due if _soon(due)])),
        (word("modes", lang), say(Pair.join(book.label("mode", m) for m in row.modes), lang)),
        (word("anonymous", lang), say(book.label("anonymity", row.anonymous), lang)),
    ]
    return [join(tag("dt", name), tag("dd", value)) for name, value in rows if value]


def _soon(due):
    """Whether a term can be reckoned from the day on which the papers are handed in."""
    return bool(due.until) or due.unit in SMALL


SMALL = frozenset({"hours", "minutes"})


def _phone(row):
    """The number as a link that a telephone dials."""
    return tag("a", row.phone, href=f"tel:{row.phone}") if row.phone else None


def _items(texts):
    return tag("ul", [tag("li", text) for text in texts]) if texts else None


def _due(made, due, lang):
    values = {
        "what": Pair(due.what.zh, capital(due.what.en)),
        "n": due.count,
        "unit": made.book.label("unit", due.unit),
    }
    words = word("due-until", lang, day=due.until.isoformat(), **values) if due.until else word("due", lang, **values)
    return join(
        words,
        " ",
        tag("span", _cites(made, [due.basis], lang), class_="rs-small"),
        None if due.official else tag("span", word("assumed-holidays", lang), class_="rs-confirm"),
        reservation(due.status, lang),
    )


def _fold(key, rows, lang):
    return (
        tag("details", tag("summary", word(key, lang)), tag("ul", [tag("li", r) for r in rows]), class_="rs-fold")
        if rows
        else None
    )


def _shut(made, place, lang):
    """What each result opens, in words."""
    if not place.shut:
        return None
    rows = []
    for results, ways in place.shut:
        name = say(Pair.join((made.book.label("report_result", r) for r in results), zh="、", en=" / "), lang)
        steps = [
            tag("li", tag("b", capital(say(made.book.doors(made.today)[w.id].name, lang))), ui("colon", lang), say(w.fixed.says, lang),
                " ", tag("span", _cites(made, w.fixed.basis, lang), class_="rs-small"))
            for w in ways
        ]  # fmt: skip
        rows.append(join(tag("dt", capital(name)), tag("dd", tag("ul", steps))))
    return tag("details", tag("summary", word("if-shut", lang)), tag("dl", rows, class_="rs-shut"), class_="rs-fold")


def _not_doors(made, lang):
    rows = [
        join(tag("b", capital(say(made.book.doors(made.today)[f.id].name, lang))), ui("colon", lang), say(f.says, lang))
        for f in made.decision.not_doors
        if f.id in made.book.doors(made.today)
    ]
    if not rows:
        return None
    return join(tag("h3", word("not-doors", lang), class_="rs-part"), tag("ul", [tag("li", r) for r in rows]))


# ---- the rest -------------------------------------------------------------------------------------------------------


def _dates(made, lang):
    rows = [
        tag("tr", tag("th", c.until.isoformat(), scope="row"), tag("td", capital(say(c.what, lang)), " ",
            tag("span", _cites(made, [c.basis], lang), class_="rs-small")))
        for c in made.dates
    ]  # fmt: skip
    if not rows:
        return join(tag("h3", word("dates", lang), class_="rs-part"), tag("p", word("dates-none", lang)))
    return join(tag("h3", word("dates", lang), class_="rs-part"), tag("table", tag("tbody", rows), class_="rs-table"))


def _evidence(made, lang):
    rows = []
    for item in made.evidence:
        basis = tag("span", " ", _cites(made, item.basis, lang), class_="rs-small") if item.basis else None
        rows.append(
            join(
                capital(say(item.what, lang)),
                basis,
                tag("span", capital(say(item.shows, lang)), class_="rs-why rs-quiet"),
            )
        )
    return _list("evidence", rows, lang)


def _list(key, rows, lang):
    return join(tag("h3", word(key, lang), class_="rs-part"), tag("ul", [tag("li", r) for r in rows])) if rows else None


def _with_basis(made, finding, lang):
    return join(
        say(finding.says, lang), " ", tag("span", _cites(made, finding.basis[:MOST_CITED], lang), class_="rs-small")
    )


def _liability(made, lang):
    crime, book = made.decision.crime, made.book
    blocks = [tag("p", tag("b", word("tier", lang)), say(book.label("tier", crime.tier), lang))]
    found = [("crime", crime.findings), *made.decision.liability.items()]
    for kind, findings in found:
        if findings:
            rows = [tag("li", _with_basis(made, f, lang)) for f in findings]
            blocks.append(
                join(
                    tag("h3", capital(say(book.label("liability_kind", kind), lang)), class_="rs-part"), tag("ul", rows)
                )
            )
    return tag("details", tag("summary", word("liability", lang)), blocks, class_="rs-fold")


def _cites(made, ids, lang):
    return say(Pair.join(made.book.cite(id) for id in ids), lang)
