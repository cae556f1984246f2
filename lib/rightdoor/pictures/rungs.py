"""The ladder of liability: five rungs with what each costs and where it begins, and where a case stands on it."""

from dataclasses import dataclass
from datetime import date
from math import log

from rightdoor.law import decide, terms
from rightdoor.law.case import Case
from rightdoor.law.liability.measure import TERMS
from rightdoor.law.rule import law_of
from rightdoor.law.tier import ESPECIALLY, NAMES, NONE, SERIOUS, scale_of
from rightdoor.pictures.figure import amount, capital, cites, figure, known, percent, stands, svg, unsure, word
from rightdoor.pictures.markup import join, tag
from rightdoor.pictures.words import BELOW_CRIME, CIVIL, DISCIPLINE
from rightdoor.text import say

CRIME = "criminal-law/253-1"
HERE, AT_LEAST, POSSIBLE, ALSO, NOT_HERE, UNKNOWN = "here", "at-least", "possible", "also", "not-here", "unknown"
SIGNS = {HERE: "◆", AT_LEAST: "◆", POSSIBLE: "?", ALSO: "＋", NOT_HERE: "−", UNKNOWN: ""}


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: its id, its name, what it brings (sentence, articles, status) and how the case stands to it."""

    id: str
    name: str
    brings: tuple
    where: str = UNKNOWN
    basis: str = CRIME


def ladder(book, lang, on=None, facts=None, today=None):
    """The ladder in force on the day `on`; with `facts` (law.facts.Facts) that of their day, and the case on it."""
    on = facts.on if facts else on or date.today()
    case = Case(facts, book, today) if facts else None
    decision = decide.decide(facts, book, today) if facts else None
    rungs = [*_crime(book, on, case, lang), *_below(book, on, decision, lang)]
    rows, free = thresholds(book, on, lang), without_numbers(book, on, lang)
    title = word("ladder-of-case" if facts else "ladder", lang, day=on.isoformat())
    gauge = _gauge(case, lang) if case else None
    drawing = join(
        tag("ol", [_rung(book, rung, rows, free.get(rung.id), lang) for rung in rungs], class_="rp-rungs"),
        tag("p", word("half-means", lang), class_="rp-note") if rows else None,
        tag("p", word("ladder-side-by-side", lang), class_="rp-note"),
        gauge,
    )
    return figure("ladder", lang, title, word("ladder-about", lang), drawing, _words(rungs, rows, free, case, lang))


# ---- crime ----------------------------------------------------------------------------------------------------------


def _crime(book, on, case, lang):
    """The two rungs of the crime, the heavier first; one that the law of the day does not know says so."""
    law = law_of(book, on)
    numbers = {
        "most": law.number("pi-crime/serious-max-years"),
        "least": law.number("pi-crime/especially-serious-min-years"),
        "top": law.number("pi-crime/especially-serious-max-years"),
    }
    there = {ESPECIALLY: numbers["top"] is not None, SERIOUS: numbers["most"] is not None}
    for level in (ESPECIALLY, SERIOUS):
        name = word("rung-crime", lang, tier=book.label("tier", NAMES[level]))
        if there[level]:
            sentence = say(TERMS[NAMES[level]].format(**numbers), lang)
            yield Rung(NAMES[level], name, ((sentence, (CRIME,), "verified"),), _where(case, level))
        else:
            yield Rung(
                NAMES[level], name, ((word("not-yet-law", lang), (), "verified"),), NOT_HERE if case else UNKNOWN
            )


def _where(case, level):
    if case is None:
        return UNKNOWN
    low, high = case.bounds
    if low == level:
        return HERE if low == high else AT_LEAST
    return POSSIBLE if low <= level <= high and high != NONE else NOT_HERE


def thresholds(book, on, lang):
    """`(what, [(tier id, ordinary, halved)])` for each number that makes the crime on that day; empty without any."""
    scale = scale_of(law_of(book, on))
    if scale is None:
        return []
    ids = ("class-a-items", "class-b-items", "class-c-items", "gains-yuan")
    names = [book.label("data_class", f"class-{letter}") for letter in "abc"] + [book.label("unit", "yuan")]
    rows = []
    for id, name in zip(ids, names, strict=True):
        parameter = book.parameter(f"pi-crime/{id}", on)
        full = {SERIOUS: parameter.value, ESPECIALLY: parameter.value * scale.times}
        what = word("gains", lang) if id == "gains-yuan" else capital(say(name, lang))
        cells = {
            NAMES[level]: tuple(
                amount(_whole(n), parameter.unit, book, lang) for n in (full[level], full[level] / scale.divisor)
            )
            for level in full
        }
        rows.append((what, cells))
    return rows


def _whole(number):
    return int(number) if number == int(number) else number


def without_numbers(book, on, lang):
    """`{tier id: sentence}` of the grounds that need no number on that day; empty where none are set."""
    if not stands(book, "interp-2017-10/5", on):
        return {}
    harms = [say(book.label("harm", h), lang) for h in terms.HARM if h in terms.GRAVE_HARM | terms.WIDE_HARM]
    serious = {
        "track": book.label("data_kind", "location_track"),
        "used": book.label("used_in_crime", "yes"),
        "known": book.label("used_in_crime", "known_to_leaker"),
        "criminal": book.label("prior", "criminal"),
        "penalised": book.label("prior", "administrative_within_two_years"),
    }
    return {
        NAMES[SERIOUS]: capital(word("no-number-serious", lang, **serious)),
        NAMES[ESPECIALLY]: word("no-number-especially", lang, harms=(", " if lang == "en" else "、").join(harms)),
    }


# ---- below the crime ------------------------------------------------------------------------------------------------


def _below(book, on, decision, lang):
    groups = (
        ("administrative", "rung-public-security", BELOW_CRIME),
        ("discipline", "rung-discipline", DISCIPLINE),
        ("civil", "rung-civil", CIVIL),
    )
    for id, name, lines in groups:
        found = decision.liability[id] if decision else None
        where = UNKNOWN if found is None else ALSO if found else NOT_HERE
        brings = tuple(_brings(book, on, lines, lang))
        if found:
            brings = tuple((say(f.says, lang), f.basis, "verified") for f in found[:MOST_FINDINGS])
        yield Rung(id, word(name, lang), brings or ((word("not-yet-law", lang), (), "verified"),), where)


def below_crime(book, on, lang):
    """`(sentence, articles, status)` of each penalty below the crime in force that day."""
    return list(_brings(book, on, BELOW_CRIME, lang))


MOST_FINDINGS = 3  # of one rung: the picture shows the heads, the decision has them all


def _brings(book, on, lines, lang):
    """The sentences of a rung whose article and numbers are in force that day, with their articles and status."""
    for line in lines:
        numbers = {name: known(book, id, on) for name, id in line.numbers.items()}
        if stands(book, line.basis, on) and all(numbers.values()):
            doubts = [p.status for p in numbers.values() if p.status != "verified"]
            doubts += [s for s in [book.article(line.basis, on).source["status"]] if s != "verified"]
            values = {name: f"{p.value:,}" for name, p in numbers.items()}
            yield say(line.says.format(**values), lang), (line.basis,), doubts[0] if doubts else "verified"


# ---- drawing --------------------------------------------------------------------------------------------------------


def _rung(book, rung, rows, free, lang):
    sign = tag("span", SIGNS[rung.where], class_="rp-sign") if SIGNS[rung.where] else None
    where = tag("p", sign, " ", word(f"case-{rung.where}", lang), class_="rp-where") if sign else None
    brings = [
        tag("p", says, unsure(status, lang), " ", tag("span", cites(book, basis[:2], lang), class_="rp-cite"))
        for says, basis, status in rung.brings
    ]
    table = _table(rung.id, rows, lang) if rung.id in NAMES else None
    free = tag("p", word("no-number", lang), free, class_="rp-free") if free and table else None
    return tag(
        "li",
        tag("div", tag("b", rung.name), where, class_="rp-rung-head"),
        tag("div", brings, table, free, class_="rp-rung-body"),
        class_=f"rp-rung rp-rung-{rung.id} rp-{rung.where}",
    )


def _table(tier, rows, lang):
    """The numbers at which a tier begins, on both scales."""
    if not rows:
        return None
    head = tag("tr", [tag("th", word(key, lang)) for key in ("begins-at", "scale-full", "scale-half-short")])
    body = [tag("tr", tag("td", what), [tag("td", cell) for cell in cells[tier]]) for what, cells in rows]
    return tag("table", tag("thead", head), tag("tbody", body))


def _gauge(case, lang):
    """Known quantities as multiples of the standard that applies, on a scale of multiplication. None without any."""
    scale = case.scale
    found = _measured(case, lang)
    if not found:
        return None
    width = log(scale.times) * 3  # from a tenth below the standard to a tenth above its multiple, so to say
    place = lambda times: (log(times) + log(scale.times)) / width if times > 0 else 0  # noqa: E731
    rows = [_gauge_row(what, times, place, scale, lang) for what, times in found]
    key = "scale-half-short" if case.halved else "scale-full" if case.halved is False else "scale-open"
    return tag(
        "div",
        tag("p", tag("b", word("gauge", lang)), " ", word("gauge-scale", lang, scale=word(key, lang))),
        rows,
        class_="rp-gauge",
    )


def _measured(case, lang):
    """`(what, multiple of the standard)` of what is known to count on the scale of the day."""
    if case.scale is None or case.bounds[1] == NONE:
        return []
    found = []
    if case.score:
        found.append((word("items-weighed", lang), case.score))
    if case.facts.gains_yuan and case.facts.gains_yuan > 0:
        half = case.scale.divisor if case.halved else 1
        found.append((word("gains", lang), case.facts.gains_yuan * half / case.scale.gains))
    return found


def _gauge_row(what, times, place, scale, lang):
    marks = ((1, "gauge-serious"), (scale.times, "gauge-especially"))
    shapes = [
        tag("rect", x="0", y="26", width="100%", height="14", class_="rp-track"),
        tag("rect", x="0", y="26", width=percent(place(times)), height="14", class_="rp-fill"),
    ]
    for multiple, key in marks:
        x = percent(place(multiple))
        shapes += [
            tag("line", x1=x, x2=x, y1="20", y2="46", class_="rp-mark"),
            tag("text", word(key, lang, times=multiple), x=x, y="14", text_anchor="middle"),
        ]
    x = percent(min(0.98, max(0.02, place(times))))
    shapes.append(tag("text", "◆", x=x, y="39", text_anchor="middle", class_="rp-diamond"))
    return tag("div", svg(shapes, height=48), tag("p", _gauge_words(what, times, lang)), class_="rp-gauge-row")


def _gauge_words(what, times, lang):
    return word("gauge-times", lang, what=what, times=f"{times:,.2f}".rstrip("0").rstrip("."))


def _words(rungs, rows, free, case, lang):
    for rung in rungs:
        parts = [says for says, _, _ in rung.brings]
        if rung.id in NAMES:
            parts += [
                word("threshold-words", lang, what=what, full=cells[rung.id][0], half=cells[rung.id][1])
                for what, cells in rows
            ]
            parts += [word("no-number", lang) + free[rung.id]] if rung.id in free and rows else []
        where = word(f"case-{rung.where}", lang) if SIGNS[rung.where] else None
        yield join(
            tag("b", rung.name),
            f"{word('colon', lang)}{where}{word('stop', lang)}" if where else word("colon", lang),
            " ".join(parts),
        )
    for what, times in _measured(case, lang) if case else ():
        yield _gauge_words(what, times, lang)
