"""The timeline of the law: versions of articles and doors as bars, with their predecessors, and a day marked on them."""

from dataclasses import dataclass
from datetime import date

from rightdoor.law.decide import CRIME, LIABILITIES, decide
from rightdoor.pictures.figure import capital, figure, percent, svg, unsure, unsure_words, word
from rightdoor.pictures.markup import join, tag
from rightdoor.tables.search import predecessor
from rightdoor.text import Pair, say

ROWS = 7  # of a case: more than can be taken in at a glance only hides the change that matters


@dataclass(frozen=True, slots=True)
class Piece:
    """One version in one row: what it is called, from when until when (None: open), and its status."""

    name: Pair
    since: date
    until: date | None
    status: str

    def holds(self, day):
        """Whether it is in force that day."""
        return self.since <= day and (self.until is None or day < self.until)


def lineage(book, id, on):
    """`(article id, Version)` of an article through its renumberings, oldest first, by way of its text on the day `on`.

    Where it has no text on that day, by way of its latest.
    """
    versions = book.versions(id)
    here = next((v for v in versions if v.since <= on and (v.until is None or on < v.until)), versions[-1])
    chain = [(id.partition(":")[0], here)]
    while before := predecessor(book, *chain[0]):
        chain.insert(0, before)
    while after := _heir(book, *chain[-1]):
        chain.append(after)
    return chain


def _heir(book, id, version):
    if version.until is None:
        return None
    heir = version.succeeded_by or id
    return (
        next(((heir, v) for v in book.versions(heir) if v.since == version.until), None)
        if heir in book.articles
        else None
    )


def door_lineage(book, id):
    """The rows of a door, with those of the doors that it took over from, oldest first."""
    before = [row for rows in book.channels.values() for row in rows if row.succeeded_by == id]
    return sorted([*before, *book.channels[id]], key=lambda row: row.since)


def timeline(book, lang, on, articles=(), doors=(), title=None, day_words="marked-day"):
    """Rows of bars for these articles and doors (ids), with the day `on` marked."""
    rows = [_article(book, id, on) for id in articles] + [_door(book, id) for id in doors]
    pieces = [piece for _, row in rows for piece in row]
    first = date(min([p.since for p in pieces] + [on]).year, 1, 1)
    last = date(max([p.until or p.since for p in pieces] + [on]).year + 2, 1, 1)
    place = lambda day: (day - first).days / (last - first).days  # noqa: E731
    mark = word(day_words, lang, day=on.isoformat())
    drawing = join(
        _axis(first, last, on, mark, place),
        [_row(name, row, on, place, lang) for name, row in rows],
    )
    about = word("timeline-about", lang, day=mark)
    return figure(
        "timeline", lang, title or word("timeline", lang), about, drawing, [_words(n, r, on, lang) for n, r in rows]
    )


def case_timeline(book, lang, facts, today=None):
    """The timeline of what matters to a case: its articles and first doors that changed, with the day of the act."""
    decision = decide(facts, book, today)
    cited = [id for f in decision.crime.findings for id in f.basis]
    cited += [id for name in LIABILITIES for f in decision.liability[name] for id in f.basis]
    bases = dict.fromkeys([CRIME, *(id.partition(":")[0] for id in cited)])
    changed = [id for id in bases if id == CRIME or len(lineage(book, id, facts.on)) > 1]
    newest = sorted((id for id in bases if id not in changed), key=lambda id: book.versions(id)[0].since, reverse=True)
    doors = [way.id for way in decision.doors if len({row.name for row in door_lineage(book, way.id)}) > 1][:2]
    articles = (changed + newest)[: ROWS - len(doors)]
    return timeline(book, lang, facts.on, articles, doors, word("timeline-of-case", lang), "conduct-day")


# ---- rows -----------------------------------------------------------------------------------------------------------


def _article(book, id, on):
    chain = lineage(book, id, on)
    pieces = [Piece(book.cite(article), v.since, v.until, _status(v.source)) for article, v in chain]
    cite, heading = book.cite(id), book.articles[id.partition(":")[0]].heading
    return Pair(f"{cite.zh}（{heading.zh}）", f"{cite.en} ({heading.en})"), pieces


def _status(source):
    """The status of a version: doubtful where its text or its date is."""
    found = [s for s in (source["status"], source.get("date_status", "verified")) if s != "verified"]
    return found[0] if found else "verified"


def _door(book, id):
    """Rows of one name in a row are one piece: a door is told by its name, not by each mended detail."""
    pieces = []
    for row in door_lineage(book, id):
        if pieces and pieces[-1].name == row.name and pieces[-1].until == row.since:
            before = pieces.pop()
            pieces.append(Piece(row.name, before.since, row.until, row.status))
        else:
            pieces.append(Piece(row.name, row.since, row.until, row.status))
    return book.channels[id][-1].name, pieces


# ---- drawing --------------------------------------------------------------------------------------------------------


def _axis(first, last, on, mark, place):
    """The years at both ends, ticks for each year, and the marked day above them."""
    at = place(on)
    anchor = "start" if at < 0.25 else "end" if at > 0.75 else "middle"
    ticks = [
        tag(
            "line",
            x1=percent(place(date(year, 1, 1))),
            x2=percent(place(date(year, 1, 1))),
            y1="36",
            y2="42",
            class_="rp-tick",
        )
        for year in range(first.year, last.year + 1)
    ]
    shapes = [
        *ticks,
        tag("text", str(first.year), x="0", y="33", text_anchor="start"),
        tag("text", str(last.year), x="100%", y="33", text_anchor="end"),
        tag("text", f"◆ {mark}", x=percent(at), y="13", text_anchor=anchor, class_="rp-day-words"),
        tag("line", x1=percent(at), x2=percent(at), y1="18", y2="44", class_="rp-day"),
    ]
    return svg(shapes, height=44)


def _row(name, pieces, on, place, lang):
    shapes = []
    for i, piece in enumerate(pieces):
        start, end = place(piece.since), 1 if piece.until is None else place(piece.until)
        now = piece.holds(on)
        shapes.append(
            tag(
                "rect",
                x=percent(start),
                y="4",
                width=percent(end - start),
                height="18",
                class_="rp-now" if now else "rp-then",
            )
        )
        if end - start > WIDE_ENOUGH:
            shapes.append(
                tag(
                    "text",
                    str(i + 1),
                    x=percent((start + end) / 2),
                    y="18",
                    text_anchor="middle",
                    class_="rp-on-now" if now else None,
                )
            )
    at = percent(place(on))
    shapes.append(tag("line", x1=at, x2=at, y1="0", y2="26", class_="rp-day"))
    return tag(
        "div",
        tag("p", tag("b", capital(say(name, lang)))),
        svg(shapes, height=26),
        tag("ol", [_piece(piece, on, lang) for piece in pieces]),
        class_="rp-time-row",
    )


WIDE_ENOUGH = 0.05  # share of the width that a bar must have to hold its number


def _piece(piece, on, lang):
    now = piece.holds(on)
    sign = tag("b", "◆ ", word("on-the-day", lang), class_="rp-where") if now else None
    return tag("li", capital(say(piece.name, lang)), " · ", _span(piece, lang), unsure(piece.status, lang), " ", sign)


def _span(piece, lang):
    if piece.until is None:
        return word("since", lang, since=piece.since.isoformat())
    return word("between", lang, since=piece.since.isoformat(), until=piece.until.isoformat())


def _words(name, pieces, on, lang):
    parts = []
    for i, piece in enumerate(pieces):
        now = f" ◆ {word('on-the-day', lang)}" if piece.holds(on) else ""
        said = (
            f"{say(piece.name, lang)}, {_span(piece, lang)}"
            if lang == "en"
            else f"{say(piece.name, lang)}，{_span(piece, lang)}"
        )
        parts.append(f"({i + 1}) {said}{unsure_words(piece.status, lang)}{now}")
    if not any(piece.holds(on) for piece in pieces):
        parts.append(word("none-on-the-day", lang))
    return join(tag("b", capital(say(name, lang))), word("colon", lang), ("; " if lang == "en" else "；").join(parts))
