"""The clock card: what must be done by when, by whom, under which article; and the dates of a case."""

from datetime import date
from math import inf, log

from rightdoor.law.decide import decide
from rightdoor.pictures.figure import amount, capital, cites, figure, percent, svg, unsure, unsure_words, word
from rightdoor.pictures.markup import join, tag
from rightdoor.pictures.route import row_of
from rightdoor.text import say

THEIRS, YOURS, BARS = "theirs", "yours", "bars"
SIDES = (THEIRS, YOURS, BARS)
# What the client must do in time, and what ends pursuit; every other term binds the body of its group.
CLIENTS = frozenset(
    """police-reconsideration/apply police-review/apply procuratorate/reconsideration-apply non-prosecution/complain
    reconsideration/apply reconsideration/apply-untold reconsideration/longest
    litigation/after-reconsideration litigation/direct litigation/longest
    state-compensation/claim state-compensation/sue administrative-compensation/claim civil/limitation
    civil/limitation-longest market/complaint-limit petition/review-apply petition/recheck-apply""".split()
)
ENDS = frozenset(
    """public-security/discovery-limit prosecution-limit/short-years prosecution-limit/long-years regulator/penalty-limit
    regulator/penalty-limit-safety""".split()
)
# Not by when something is done: how long a measure lasts, when a limit pauses, which penalty a limit is chosen by.
NOT_CLOCKS = frozenset(
    """inspection/suspension-shortest inspection/suspension-longest inspection/confinement-shortest
    inspection/confinement-longest prosecution-limit/short-below-years state-compensation/pause
    legal-aid/urgent""".split()
)
# The door that each group of terms is told under.
HOMES = {
    "police-report": "police",
    "police-reconsideration": "police",
    "public-security": "police",
    "police-review": "police-other-organ",
    "supervision": "supervision-commission",
    "procuratorate": "procuratorate",
    "filing-supervision": "procuratorate",
    "non-prosecution": "procuratorate",
    "prosecution": "procuratorate",
    "private-prosecution": "private-prosecution",
    "reconsideration": "administrative-reconsideration",
    "litigation": "administrative-litigation",
    "state-compensation": "state-compensation",
    "administrative-compensation": "state-compensation",
    "civil": "civil-court",
    "consumer": "market-regulator",
    "market": "market-regulator",
    "credit": "central-bank",
    "incident": "incident-report",
    "petition": "letters-and-visits",
    "legal-aid": "legal-aid",
}
ROUNDS = "rounds"  # how often a term may be extended: told with the terms, but no length of time
HOURS = {"hours": 1, "days": 24, "working-days": 24, "months": 24 * 30, "years": 24 * 365}  # only to draw and to sort


def side_of(id):
    """Whose term it is: THEIRS, YOURS or BARS."""
    return YOURS if id in CLIENTS else BARS if id in ENDS else THEIRS


def terms_of(book, on):
    """The Parameters in force that day that say by when something is done."""
    for id, rows in book.parameters.items():
        group = id.partition("/")[0]
        if id in NOT_CLOCKS or not (group in HOMES or id in ENDS):
            continue
        yield from (
            row
            for row in rows
            if row.unit in (*HOURS, ROUNDS) and row.since <= on and (row.until is None or on < row.until)
        )


def length(parameter):
    """Roughly how many hours a term has: to sort and to draw it. What is no time comes after all that is."""
    return inf if parameter.unit == ROUNDS else parameter.value * HOURS[parameter.unit]


def clock_card(book, lang, on=None, doors=None, facts=None, today=None):
    """All terms in force on the day `on`, or those of the groups told under `doors` (ids).

    With `facts` the dates of that case come first.
    """
    on = on or today or date.today()
    found = [p for p in terms_of(book, on) if doors is None or home(p.id) in doors]
    dates = decide(facts, book, today).limits if facts else ()
    sections = [_dates(book, dates, on, lang)] if dates else []
    sections += [_side(book, side, [p for p in found if side_of(p.id) == side], on, lang) for side in SIDES]
    drawing = join(tag("p", word("clock-note", lang), class_="rp-note"), sections)
    items = [_date_words(book, clock, lang) for clock in dates] + [_words(book, p, lang) for p in found]
    about = word("clock-about", lang, n=len(found))
    return figure("clocks", lang, word("clock-card", lang, day=on.isoformat()), about, drawing, items)


def home(id):
    """The door under which a term is told; None for what ends pursuit."""
    return HOMES.get(id.partition("/")[0]) if id not in ENDS else None


def _side(book, side, found, on, lang):
    if not found:
        return None
    groups = {}
    for parameter in found:
        groups.setdefault(home(parameter.id), []).append(parameter)
    blocks = [_group(book, door, rows, on, lang) for door, rows in groups.items()]
    return tag(
        "section",
        tag("p", tag("b", word(f"clock-{side}", lang)), class_="rp-side"),
        tag("div", blocks, class_="rp-groups"),
    )


def _group(book, door, rows, on, lang):
    name = tag("p", capital(say(row_of(book, door, on).name, lang)), class_="rp-group-name") if door else None
    return tag("div", name, tag("ul", [_clock(book, p, lang) for p in sorted(rows, key=length)]), class_="rp-group")


def _clock(book, parameter, lang):
    return tag(
        "li",
        tag("span", tag("b", amount(parameter.value, parameter.unit, book, lang)), _bar(parameter), class_="rp-term"),
        tag(
            "span",
            capital(say(parameter.label, lang)),
            unsure(parameter.status, lang),
            " ",
            tag("span", cites(book, [parameter.basis], lang), class_="rp-cite"),
        ),
    )


LONGEST = 20 * HOURS["years"]


def _bar(parameter):
    """A bar that grows with the order of magnitude of the term."""
    if parameter.unit == ROUNDS:
        return None
    share = max(0.04, min(1, log(length(parameter)) / log(LONGEST)))
    return svg(
        tag("rect", x="0", y="1", width="100%", height="5", class_="rp-track"),
        tag("rect", x="0", y="1", width=percent(share), height="5", class_="rp-fill"),
        height=7,
    )


def _dates(book, clocks, on, lang):
    rows = [
        tag(
            "li",
            tag(
                "span",
                tag("b", clock.until.isoformat()),
                tag("span", " ✗ ", word("clock-passed", lang)) if clock.until < on else None,
                class_="rp-term",
            ),
            tag(
                "span",
                capital(say(clock.what, lang)),
                " ",
                tag("span", cites(book, [clock.basis], lang), class_="rp-cite"),
            ),
        )
        for clock in clocks
    ]
    return tag(
        "section", tag("p", tag("b", word("clock-dates", lang)), class_="rp-side"), tag("ul", rows, class_="rp-dates")
    )


def _date_words(book, clock, lang):
    return f"{capital(say(clock.what, lang))}{word('colon', lang)}{word('clock-until', lang, until=clock.until.isoformat())}"


def _words(book, parameter, lang):
    term = amount(parameter.value, parameter.unit, book, lang)
    what = capital(say(parameter.label, lang)) + unsure_words(parameter.status, lang)
    basis = cites(book, [parameter.basis], lang)
    side = word(f"clock-{side_of(parameter.id)}", lang)
    return (
        f"{what}{word('colon', lang)}{term} ({basis}; {side})" if lang == "en" else f"{what}：{term}（{basis}；{side}）"
    )
