"""The crib sheet: two A4 pages with what a worker asks, where she sends a client, and by when, all from the tables."""

import re
from datetime import date

from rightdoor.law import terms
from rightdoor.law.decide import decide
from rightdoor.law.doors.words import BRING
from rightdoor.law.facts import parse
from rightdoor.law.tier import ESPECIALLY, NAMES, SERIOUS
from rightdoor.pictures.clocks import THEIRS, YOURS, home, length, side_of, terms_of
from rightdoor.pictures.figure import amount, capital, listed, word
from rightdoor.pictures.markup import join, tag
from rightdoor.pictures.route import row_of
from rightdoor.pictures.rungs import below_crime, thresholds, without_numbers
from rightdoor.text import say

MARK = "※"
FIRST = ("now", "primary")
# Terms that a first conversation needs; the clock card has them all.
CLOCKS = {
    THEIRS: """police-report/screening-ordinary police-report/screening-major police-report/non-filing-notice
        public-security/case-term supervision/acceptance-notice supervision/result-feedback procuratorate/triage
        procuratorate/letter-result filing-supervision/police-explain consumer/complaint-answer credit/objection-answer
        reconsideration/decide petition/decide""".split(),
    YOURS: """police-reconsideration/apply police-review/apply procuratorate/reconsideration-apply
        non-prosecution/complain reconsideration/apply litigation/after-reconsideration litigation/direct
        petition/review-apply state-compensation/claim civil/limitation""".split(),
}
BRACKETS = re.compile(r"\s*[（(][^（）()]*[）)]$")


def short(name):
    """The name of a door without what stands in brackets behind it: the number has a place of its own here."""
    return BRACKETS.sub("", name)


def crib(book, lang, on=None):
    """Both pages under the law of the day `on` (default: today)."""
    on = on or date.today()
    nobody = decide(parse({"on": on.isoformat()}), book, on)
    about = word("crib-about", lang, day=on.isoformat(), mark=MARK)
    pages = (
        (_ask(nobody, lang), _leakers(book, on, lang), _red_lines(book, on, lang), _bring(lang)),
        (_how_serious(book, on, lang), _clocks(book, on, lang), _phones(book, on, lang)),
    )
    sheets = [
        tag("section", _head(i, about, lang), tag("div", blocks, class_="rp-columns"), _foot(lang), class_="rp-page")
        for i, blocks in enumerate(pages)
    ]
    return tag("div", sheets, class_="rp rp-crib", lang=lang)


def _head(i, about, lang):
    return tag("header", tag("h2", f"{word('crib', lang)} ({i + 1}/2)"), tag("p", about))


def _foot(lang):
    return tag("footer", tag("p", word("crib-foot", lang)))


def _unsure(status, lang):
    """The sign that the head of each page explains: a row that is not verified."""
    return None if status == "verified" else tag("span", MARK, role="img", aria_label=word("confirm-locally", lang))


def _block(key, lang, *content, kind=""):
    return tag("div", tag("h3", word(key, lang)), *content, class_=f"rp-block {kind}".rstrip())


# ---- first page -----------------------------------------------------------------------------------------------------


def _ask(nobody, lang):
    """What is not known when nothing is known: the questions of the law, the best first."""
    return _block("crib-ask", lang, tag("ol", [tag("li", say(q.says, lang)) for q in nobody.ask_next]))


def _leakers(book, on, lang):
    """One row for all leakers with the same first doors."""
    groups = {}
    for actor in terms.ACTOR:
        groups.setdefault(first_doors(book, actor, on), []).append(capital(say(book.label("actor", actor), lang)))
    rows = [
        tag(
            "tr",
            tag("th", listed(names, lang), scope="row"),
            tag("td", tag("ol", list(_in_order(book, doors, on, lang)))),
        )
        for doors, names in groups.items()
    ]
    head = tag("tr", [tag("th", word(key, lang), scope="col") for key in ("leaker", "first-doors")])
    return _block(
        "crib-doors",
        lang,
        tag("p", word("crib-doors-note", lang, phone=row_of(book, "police", on).phone)),
        tag("table", tag("thead", head), tag("tbody", rows)),
    )


def _in_order(book, doors, on, lang):
    for i, id in enumerate(doors):
        row = row_of(book, id, on)
        phone = tag("b", " ", row.phone) if row.phone else None
        yield tag("li", f"{i + 1}.\u00a0{capital(short(say(row.name, lang)))}", phone, _unsure(row.status, lang), " ")


def first_doors(book, actor, on):
    """Ids of the first doors, in order, where this leaker passed data on, on that day."""
    facts = parse({"on": on.isoformat(), "leaker": {"actor": actor}, "conduct": ["provided"]})
    return tuple(way.id for way in decide(facts, book, on).doors if way.stage in FIRST)


def _red_lines(book, on, lang):
    facts = parse({"on": on.isoformat(), "leaker": {"actor": "police_officer"}})
    lines = decide(facts, book, on).red_lines
    return _block("crib-red", lang, tag("ul", [tag("li", "✗ ", say(f.says, lang)) for f in lines]), kind="rp-red")


# ---- second page ----------------------------------------------------------------------------------------------------


def _how_serious(book, on, lang):
    rows, free = thresholds(book, on, lang), without_numbers(book, on, lang)
    tiers = (NAMES[SERIOUS], NAMES[ESPECIALLY])
    scales = f"{word('scale-full', lang)} / {word('scale-half-short', lang)}"
    head = tag("tr", tag("th", scales), [tag("th", word(f"column-{t}", lang), scope="col") for t in tiers])
    body = [
        tag("tr", tag("th", what, scope="row"), [tag("td", " / ".join(cells[tier])) for tier in tiers])
        for what, cells in rows
    ]
    others = [
        tag(
            "li",
            tag("b", capital(say(book.label("tier", tier), lang))),
            word("colon", lang),
            word("no-number", lang),
            free[tier],
        )
        for tier in tiers
        if tier in free
    ]
    below = [tag("li", says, _unsure(status, lang)) for says, _, status in below_crime(book, on, lang)]
    table = tag("table", tag("thead", head), tag("tbody", body), class_="rp-numbers") if rows else None
    return _block(
        "crib-ladder", lang, table, tag("p", word("half-means", lang)), tag("ul", others, below), kind="rp-wide"
    )


def _clocks(book, on, lang):
    there = {p.id: p for p in terms_of(book, on)}
    parts = []
    for side, ids in CLOCKS.items():
        groups = {}
        for parameter in (there[id] for id in ids if id in there and side_of(id) == side):
            groups.setdefault(home(parameter.id), []).append(parameter)
        rows = [_terms(book, door, found, on, lang) for door, found in groups.items()]
        parts.append(join(tag("h4", word(f"clock-{side}", lang)), tag("dl", rows)))
    return _block("crib-clocks", lang, parts, tag("p", word("clock-note", lang)), kind="rp-terms")


def _terms(book, door, found, on, lang):
    """One body with its terms, the shortest first."""
    items = [
        tag(
            "li",
            tag("b", amount(p.value, p.unit, book, lang)),
            word("colon", lang),
            capital(say(p.label, lang)),
            _unsure(p.status, lang),
        )
        for p in sorted(found, key=length)
    ]
    return tag("div", tag("dt", capital(short(say(row_of(book, door, on).name, lang)))), tag("dd", tag("ul", items)))


def _phones(book, on, lang):
    """Every door with a telephone, by number."""
    found = {}
    for row in book.doors(on).values():
        for number in filter(None, row.phone.split(";")):
            found.setdefault(number, []).append(row)
    items = [
        tag("div", tag("dt", number), tag("dd", _named(rows, lang)))
        for number, rows in sorted(found.items(), key=lambda entry: (len(entry[0]), entry[0]))
    ]
    return _block("crib-phones", lang, tag("dl", items), kind="rp-phones")


def _named(rows, lang):
    separator = "; " if lang == "en" else "；"
    parts = []
    for i, row in enumerate(rows):
        parts += [separator if i else None, capital(short(say(row.name, lang))), _unsure(row.status, lang)]
    return parts


def _bring(lang):
    return _block("crib-letter", lang, tag("ul", [tag("li", "☐ ", capital(say(BRING[key], lang))) for key in TO_BRING]))


TO_BRING = ("identity", "account", "evidence", "receipts")
