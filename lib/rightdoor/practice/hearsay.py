"""What people say, on trial: the lines that went stale to date and to replace, and the whole page with its verdicts."""

from datetime import date

from rightdoor.practice.markup import capital, choose, fold, join, tag
from rightdoor.practice.quote import cites, mark, quotation
from rightdoor.practice.reference import Page
from rightdoor.tables import NotInForce
from rightdoor.text import Pair, say, ui

STALE, WHOLE_PAGE = "stale", "whole-page"
YEAR, DOOR = "year:", "door:"  # what the two fields of a line are called, before its id
WORDS = {
    "label": Pair("哪天过时的，换成了什么", "When it went stale, and what replaced it"),
    "lead": Pair(
        "这 {n} 句从前都对过。每一句，选它从哪一年起不能再用、今天先找哪扇门，再按“核对”。这里不记分。",
        "Each of these {n} lines was right once. Choose for each since which year it can no longer be used and which "
        "door it is today, then press “Compare”. Nothing is scored here.",
    ),
    "year": Pair("从哪一年起过时", "Stale since"),
    "year-n": Pair("{year} 年", "{year}"),
    "door": Pair("今天先找哪扇门", "Which door today"),
    "choose": Pair("请选", "choose"),
    "compare": Pair("核对", "Compare"),
    "again": Pair("重来一遍", "Start again"),
    "told": Pair("{right} 项对了，共 {of} 项。", "{right} right of {of}."),
    "left": Pair("还有 {n} 项没有选：先选完再核对。", "Not chosen yet: {n}. Choose them all, then compare."),
    "since": Pair("{day} 起", "since {day}"),
    "right": Pair("对", "right"),
    "not-right": Pair("不对", "not right"),
    "also": Pair("还有", "as well as"),
    "was": Pair("从前", "Then"),
    "changed": Pair("{day} 起改了", "changed on {day}"),
    "now": Pair("今天", "Today"),
    "names": Pair("换了名字、换了机关的门", "Doors that changed their name or their body"),
    "gone": Pair("没有了", "none"),
    "verdicts": Pair("整张网页，一句一句的判词", "The whole page, line by line, with its verdicts"),
    "verdicts-lead": Pair(
        "审完再看。以后来访人拿着这张网页来，也可以在这里查。",
        "For afterwards; and for the day on which a client brings the page along.",
    ),
}


def word(key, lang, **values):
    """The words of this sheet in one language."""
    return say(WORDS[key].format(**values) if values else WORDS[key], lang)


class Replaced:
    """The stale lines of the hearsay table, to be dated and replaced. `sheet` shows it; nothing is recorded.

    `on` is the day whose doors and articles are shown.
    """

    def __init__(self, book, lang, on):
        self.book, self.lang, self.on = book, lang, on
        self.lines = stale_lines(book)
        self.years = sorted({row.since.year for row in self.lines})
        self.doors = [id for id in book.doors(on) if any(id in row.doors for row in self.lines)]
        self.chosen, self.fault, self.judged = {}, None, False
        self.sheet = Page(lang, word("label", lang), self.act, "replaced")
        self._show()

    def act(self, do, of, values):
        """One message of the sheet: compare what was chosen, or start again."""
        if do == "again":
            self.chosen, self.fault, self.judged = {}, None, False
            self._show(focus="lead")
        elif do == "compare":
            self.chosen = {name: values[name] for name in self._fields() if values.get(name) in self._offered(name)}
            left = len(self._fields()) - len(self.chosen)
            self.fault = word("left", self.lang, n=left) if left else None
            self.judged = not left
            self._show(self.fault or self._told(), "told")

    def _fields(self):
        return [kind + row.id for row in self.lines for kind in (YEAR, DOOR)]

    def _offered(self, name):
        return self.doors if name.startswith(DOOR) else [str(year) for year in self.years]

    def _holds(self, row, kind):
        value = self.chosen.get(kind + row.id)
        return value in row.doors if kind == DOOR else value == str(row.since.year)

    def _told(self):
        held = [self._holds(row, kind) for row in self.lines for kind in (YEAR, DOOR)]
        return word("told", self.lang, right=sum(held), of=len(held))

    # ---- what is on the sheet --------------------------------------------------------------------------------------

    def _show(self, said="", focus=""):
        lead = tag("p", word("lead", self.lang, n=len(self.lines)), tabindex="-1", data_focus="lead")
        told = self.fault or (self._told() if self.judged else None)
        told = told and tag(
            "p", told, tabindex="-1", data_focus="told", class_="rd-note", role="alert" if self.fault else None
        )
        lines = [self._line(row) for row in self.lines]
        key = "again" if self.judged else "compare"
        act = tag("button", word(key, self.lang), type="submit", data_do=key, class_="rd-button rs-primary")
        shown = (told, lines) if self.judged else (lines, told)  # what was found comes first, what is missing last
        form = tag("form", shown, tag("p", act), data_do=key)
        parts = [("lead", lead), ("lines", form)]
        if self.judged:
            parts.append(("names", names(self.book, self.on, self.lang)))
        self.sheet.show([*parts, ("verdicts", verdicts(self.book, self.on, self.lang))], said, focus)

    def _line(self, row):
        claim = tag("legend", tag("blockquote", say(row.claim, self.lang), class_="rs-client"))
        return tag("fieldset", claim, self._answered(row) if self.judged else self._asked(row))

    def _asked(self, row):
        years = [("", word("choose", self.lang)), *((str(y), word("year-n", self.lang, year=y)) for y in self.years)]
        doors = [("", word("choose", self.lang)), *((id, self._door(id)) for id in self.doors)]
        fields = self._field("year", YEAR + row.id, years), self._field("door", DOOR + row.id, doors)
        return tag("div", fields, class_="rs-items")

    def _field(self, key, name, options):
        return tag(
            "label",
            tag("span", word(key, self.lang)),
            choose(name, options, self.chosen.get(name, "")),
            class_="rs-item",
        )

    def _answered(self, row):
        """What was chosen, whether it holds, what replaces the line, and the articles."""
        chosen = [
            (YEAR, word("year-n", self.lang, year=self.chosen[YEAR + row.id])),
            (DOOR, self._door(self.chosen[DOOR + row.id])),
        ]
        marks = [tag("li", self._mark(self._holds(row, kind)), " ", words) for kind, words in chosen]
        return join(tag("ul", marks, class_="rs-marks"), replacement(self.book, row, self.on, self.lang))

    def _mark(self, holds):
        sign, key, look = ("✓", "right", "rs-mark-right") if holds else ("✗", "not-right", "rs-mark-wrong")
        hidden = tag("span", word(key, self.lang), class_="rd-hidden")
        return join(tag("span", sign, aria_hidden="true", class_=look), hidden)

    def _door(self, id):
        return capital(say(self.book.door(id, self.on).name, self.lang))


def stale_lines(book):
    """The hearsay rows that were right once, without what the page leaves out and without a line that repeats another."""
    told = {}
    for row in book.hearsay:
        if row.verdict == STALE and row.section != WHOLE_PAGE:
            told.setdefault((row.since, row.doors[0]), row)
    return list(told.values())


def replacement(book, row, on, lang, quoted=True):
    """What holds instead of a claim: the verdict with its day, the right words, the doors of the day, the articles.

    The articles are `quoted`, or only named.
    """
    named = tag("p", ui("basis", lang), cites(book, row.basis, lang), class_="rs-small")
    texts = [quotation(provision, lang) for provision in _standing(book, row.basis, on)] if quoted else None
    verdict = tag("b", capital(say(book.label("verdict", row.verdict), lang)))
    since = f" · {word('since', lang, day=row.since.isoformat())}" if row.since else None
    standing = book.doors(on)
    doors = [
        tag("li", capital(say(standing[id].name, lang)), mark(standing[id].status, lang))
        for id in row.doors
        if id in standing
    ]
    return join(
        tag("p", verdict, since),
        tag("p", say(row.right, lang)),
        tag("ul", doors) if doors else None,
        fold(ui("articles-quoted", lang), texts) if texts else named,
    )


def _standing(book, ids, on):
    """The Provisions among these that are in force on the day; a line about what ended may rest on an ended article."""
    for id in ids:
        try:
            yield book.article(id, on)
        except NotInForce:
            continue


def verdicts(book, on, lang):
    """The page, section by section, folded: every line with its verdict and what holds instead."""
    sections = dict.fromkeys(row.section for row in book.hearsay)
    return fold(
        word("verdicts", lang),
        tag("p", word("verdicts-lead", lang), class_="rs-quiet"),
        [_section(book, id, on, lang) for id in sections],
    )


def _section(book, section, on, lang):
    rows = [row for row in book.hearsay if row.section == section]
    lines = [
        tag(
            "li",
            tag("blockquote", say(row.claim, lang), class_="rs-client"),
            replacement(book, row, on, lang, quoted=False),
        )
        for row in rows
    ]
    return fold(capital(say(book.label("hearsay_section", section), lang)), tag("ul", lines, class_="rs-cases"))


def names(book, on, lang):
    """Every door that bore another name, or was another body, before the day: then, until, today."""
    found = sorted(renamed(book, on), key=lambda row: row[1])
    rows = [
        tag(
            "tr",
            tag(
                "td",
                capital(say(then, lang)),
                tag("br"),
                tag("span", word("changed", lang, day=until), class_="rs-quiet"),
            ),
            tag("td", capital(say(now, lang)) if now else word("gone", lang)),
        )
        for then, until, now in found
    ]
    head = tag("tr", [tag("th", word(key, lang), scope="col") for key in ("was", "now")])
    return fold(
        word("names", lang), tag("table", tag("thead", head), tag("tbody", rows), class_="rs-table"), opened=True
    )


def renamed(book, on: date):
    """`(old name, day from which it is gone, name today or None)` of every door whose name has ended by the day `on`."""
    standing = book.doors(on)
    for id, rows in book.channels.items():
        for row, after in zip(rows, [*rows[1:], None], strict=True):
            if row.until is None or row.until > on or (after and after.name == row.name):
                continue
            heir = standing.get(row.succeeded_by or id)
            yield row.name, row.until, heir.name if heir else None
