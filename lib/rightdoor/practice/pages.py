"""The quiet sheets of a lesson: its first line, tables of doors, the articles used, the start page, and failures."""

from rightdoor.cases.check import day_of
from rightdoor.practice.markup import capital, join, tag
from rightdoor.practice.quote import cites, mark, quotation
from rightdoor.practice.sheet import Sheet
from rightdoor.tables import NotInForce
from rightdoor.text import say, ui

MOST_CITED = 4
LIBRARY = "cases.ipynb"


def first_line(lesson, half_done, steps, lang):
    """How long the lesson takes, and the way to its practice; where `steps` were answered before, to what is `half_done`
    ("practice" or "check", else "")."""
    look = "rd-button rs-primary" if half_done else None
    words = ui("to-the-case-again" if half_done else "to-the-case", lang)
    go = tag("a", words, href=f"#{half_done or 'practice'}", class_=look)
    resumed = tag("p", ui("lesson-resumed", lang, n=steps)) if half_done else None
    return one_sheet(
        lang, say(lesson.title, lang), tag("p", ui("lesson-length", lang, n=lesson.minutes)), resumed, tag("p", go)
    )


def anchor(case):
    """Where on the page a case is played."""
    return f"case-{case}"


def door_table(book, ids, on, lang):
    """What each door takes and does not take on the day `on`, with its telephone and articles."""
    cards = [_door(book, book.door(id, on), on, lang) for id in ids]
    return one_sheet(
        lang,
        ui("doors-on", lang, day=on.isoformat()),
        tag("p", ui("doors-on", lang, day=on.isoformat()), class_="rs-small"),
        cards,
    )


def _door(book, door, on, lang):
    """One door, folded: its name as the handle, which says the telephone number where there is one."""
    takes = [say(book.label("matter", m), lang) for m in door.accepts]
    refuses = [_refusal(book, matter, to, on, lang) for matter, to in door.refuses]
    rows = [
        (ui("phone", lang), door.phone),
        (ui("takes", lang), _items(takes)),
        (ui("takes-not", lang), _items(refuses)),
        (ui("level", lang), say(book.label("level_rule", door.level_rule), lang)),
    ]
    basis = cites(book, door.basis[:MOST_CITED], lang)
    return tag(
        "details",
        tag("summary", tag("b", capital(say(door.name, lang))), mark(door.status, lang)),
        tag("dl", [join(tag("dt", name), tag("dd", value)) for name, value in rows if value]),
        tag("p", ui("basis", lang), basis, class_="rs-small") if basis else None,
        class_="rs-article rs-door",
    )


def _refusal(book, matter, to, on, lang):
    """A matter that a door refuses and, where that door exists on the day, where it goes instead."""
    words, door = say(book.label("matter", matter), lang), book.doors(on).get(to)
    return ui("goes-to", lang, matter=words, door=say(door.name, lang)) if door else words


def _items(texts):
    return tag("ul", [tag("li", capital(text)) for text in texts]) if texts else None


def article_list(case, ids, lang):
    """These articles and every one that the case cites, each folded away, as they stood on the day that governs them."""
    found = {id: _that_day(case, id) for id in ids}
    for step in case.steps.values():
        for id in (*step.cite, *(id for option in step.options for id in option.cite)):
            found.setdefault(id, _on_the_day(case, step, id))
    return one_sheet(lang, ui("articles-quoted", lang), [quotation(p, lang) for p in found.values()])


def _on_the_day(case, step, id):
    try:
        return case.book.article(id, day_of(step, case))
    except NotInForce:
        return _that_day(case, id)


def _that_day(case, id):
    return case.book.article(id, case.today)


def quoted(book, ids, on, lang):
    """These articles as they stood on the day `on`, open."""
    shown = [quotation(book.article(id, on), lang, opened=True) for id in ids]
    return one_sheet(lang, cites(book, ids, lang), shown)


def trouble_note(trouble, lang):
    """What is wrong with the store, that one can go on, and what to do about it. None without trouble."""
    if trouble is None:
        return None
    words = (say(trouble.says, lang), ui("go-on-in-memory", lang), say(trouble.cure, lang))
    return tag("p", " ".join(words) if lang == "en" else "".join(words), class_="rd-note")


def only_in_class(lang):
    """What a page of a drill says to somebody who opens it outside a class."""
    return one_sheet(lang, ui("only-in-class", lang), tag("p", ui("only-in-class", lang)))


def failure(problems, lang):
    """Why a part cannot be opened: each Problem with its place, reason and cure."""
    rows = [tag("li", tag("b", p.place), " ", say(p.says, lang), " ", say(p.cure, lang)) for p in problems]
    return one_sheet(lang, ui("cannot-open", lang), tag("p", ui("cannot-open", lang)), tag("ul", rows))


def more_cases(lang):
    """The way from a lesson's case to all the others."""
    return tag("a", ui("all-cases", lang), href=LIBRARY, class_="rd-button")


def one_sheet(lang, label, *content):
    """A Sheet that stays as it is."""
    sheet = Sheet(lang, label)
    sheet.show([("content", join(*content))])
    return sheet
