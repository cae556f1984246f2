"""The calculator of seriousness: what is known of a leak goes in; the engine says the tier, and the ladder shows it."""

from datetime import date
from math import floor

from rightdoor import pictures
from rightdoor.law import terms
from rightdoor.law.case import Case
from rightdoor.law.decide import decide
from rightdoor.law.facts import FactsError, parse
from rightdoor.law.tier import NAMES, NONE
from rightdoor.practice.markup import capital, join, tag
from rightdoor.practice.quote import cites
from rightdoor.practice.reference import Page, drawn
from rightdoor.text import say, ui

ROWS = 3
CLASSES = (("class-a", terms.CLASS_A), ("class-b", terms.CLASS_B), ("class-c", terms.CLASS_C))
CONDUCT = ("provided", "sold", "obtained_illegally", "looked_up")
FIRST = {
    "kind0": "lodging", "count0": "250", "duty": "yes", "conduct": "provided", "gains": "0",
    "used": "no", "prior": "none", "harm": "none",
}  # fmt: skip
LONGEST = 9  # digits of a number: more is a slip of the key
MOST_FINDINGS = 9


class Calculator:
    """The sheet of the calculator. `book` are the tables, `today` the day on which the matter is decided."""

    def __init__(self, book, lang, today):
        self.book, self.lang, self.today = book, lang, today
        self.values = {**FIRST, "day": today.isoformat()}
        self.sheet = Page(lang, ui("calculator", lang), self.act, "calculator")
        self._show()

    def act(self, do, of, values):
        """One message of the sheet: work out what the form says. What is on no list counts as not known."""
        if do == "count":
            self.values = {key: str(value)[:40].strip() for key, value in values.items() if isinstance(value, str)}
            self._show(told=True)

    # ---- from the form to the facts -------------------------------------------------------------------------------

    def _facts(self):
        """`(Facts, "")`, or `(None, what is wrong)` in words."""
        found, wrong = self._read()
        if wrong:
            return None, wrong
        try:
            return parse(found), ""
        except FactsError as error:
            return None, say(error.problems[0].says, self.lang)

    def _read(self):
        """`(facts as JSON values, what is wrong)`; what is not known is left out."""
        data, counts = [], [(i, self._number(f"count{i}")) for i in range(ROWS)]
        gains = self._number("gains")
        if any(number is False for number in (gains, *(count for _, count in counts))):  # 0 is a number
            return None, ui("calculator-number", self.lang)
        for i, count in counts:
            if kind := self._word(f"kind{i}", self.book.terms("data_kind")):
                data.append({"kind": kind} | ({} if count is None else {"count": count}))
            elif count is not None:
                return None, ui("calculator-kind", self.lang, n=count)
        if not self._day():
            return None, ui("calculator-day", self.lang)
        conduct, harm = self._word("conduct", CONDUCT), self._word("harm", self.book.terms("harm"))
        return {
            "on": self._day().isoformat(),
            "data": data or None,
            "conduct": [conduct] if conduct else None,
            "leaker": {
                "actor": self._word("actor", self.book.terms("actor")),
                "through_duty": {"yes": True, "no": False}.get(self.values.get("duty")),
            },
            "gains_yuan": gains,
            "used_in_crime": self._word("used", self.book.terms("used_in_crime")),
            "prior": self._word("prior", self.book.terms("prior")),
            "harm": [harm] if harm else None,
        }, ""

    def _word(self, name, ids):
        return self.values.get(name) if self.values.get(name) in ids else None

    def _number(self, name):
        """A whole number, None where nothing is written, False where it is no number."""
        text = self.values.get(name, "").replace(",", "").replace("，", "")
        if not text:
            return None
        return int(text) if text.isdecimal() and len(text) <= LONGEST else False

    def _day(self):
        """The day of the conduct, or None for what is none or lies ahead."""
        try:
            day = date.fromisoformat(self.values.get("day", ""))
        except ValueError:
            return None
        return day if day <= self.today else None

    # ---- what is on the sheet -------------------------------------------------------------------------------------

    def _show(self, told=False):
        facts, wrong = self._facts()
        if wrong:
            said, result = wrong, tag("p", wrong, role="alert", class_="rs-fault", tabindex="-1", data_focus="result")
            picture = join()
        else:
            case, decision = Case(facts, self.book, self.today), decide(facts, self.book, today=self.today)
            said = self._tier(case, decision)
            result = join(self._heading(said), self._sum(case), self._findings(decision), self._open(decision))
            picture = drawn(pictures.ladder(self.book, self.lang, facts=facts, today=self.today))
        self.sheet.show(
            [("form", self._form()), ("result", result), ("ladder", picture)], said if told else "", "result"
        )

    def _heading(self, said):
        return tag("h3", said, tabindex="-1", data_focus="result")

    def _tier(self, case, decision):
        """The tier in words; where facts are open, the least that is certain."""
        low, _ = case.bounds
        if decision.crime.tier == "unknown" and low > NONE:
            return ui("calculator-at-least", self.lang, tier=say(self.book.label("tier", NAMES[low]), self.lang))
        return capital(say(self.book.label("tier", decision.crime.tier), self.lang))

    def _sum(self, case):
        """How the number came about: each kind against its standard, and the total in per cent of the standard."""
        if case.scale is None or not case.facts.data:
            return tag("p", ui("calculator-no-scale", self.lang)) if case.scale is None else None
        half = case.scale.divisor if case.halved else 1
        rows = [self._part(datum, case.scale, half) for datum in case.facts.data if datum.count is not None]
        head = [tag("th", ui(key, self.lang), scope="col") for key in SUM]
        table = tag("table", tag("thead", tag("tr", head)), tag("tbody", rows), class_="rs-table") if rows else None
        key = {True: "calculator-half", False: "calculator-full", None: "calculator-open"}[case.halved]
        score = (
            None
            if case.score is None
            else tag("p", tag("b", ui("calculator-sum", self.lang, n=floor(100 * case.score))))
        )
        return join(tag("p", ui(key, self.lang), class_="rs-quiet"), table, score)

    def _part(self, datum, scale, half):
        standard = scale.unit // scale.weights[datum.kind] // half
        return tag(
            "tr",
            tag("th", capital(say(self.book.label("data_kind", datum.kind), self.lang)), scope="row"),
            tag("td", f"{datum.count:,}"),
            tag("td", f"{standard:,}"),
            tag("td", f"{floor(100 * datum.count / standard):,}%"),
        )

    def _findings(self, decision):
        """Why: the findings on the crime, then those on the penalty below it."""
        found = [*decision.crime.findings, *decision.liability["administrative"]][:MOST_FINDINGS]
        rows = [
            tag("li", say(f.says, self.lang), " ", tag("span", cites(self.book, f.basis, self.lang), class_="rs-small"))
            for f in found
        ]
        return tag("ul", rows) if rows else None

    def _open(self, decision):
        """What would still change the tier."""
        asked = [q for q in decision.ask_next if "crime.tier" in q.would_change]
        if decision.crime.tier != "unknown" or not asked:
            return None
        rows = [tag("li", say(question.says, self.lang)) for question in asked]
        return join(tag("p", ui("calculator-ask", self.lang)), tag("ul", rows))

    # ---- the form -------------------------------------------------------------------------------------------------

    def _form(self):
        fields = [
            part for i in range(ROWS) for part in (self._kind(i), self._input(f"count{i}", "calculator-count", i + 1))
        ]
        fields += [
            self._select("conduct", "calculator-conduct", "conduct", CONDUCT),
            self._select(
                "actor", "calculator-actor", "actor", [id for id in self.book.terms("actor") if id != "unknown"]
            ),
            self._select("duty", "calculator-duty", "yes_no", ("yes", "no")),
            self._input("gains", "calculator-gains"),
            self._select("used", "calculator-used", "used_in_crime", self.book.terms("used_in_crime")),
            self._select("prior", "calculator-prior", "prior", self.book.terms("prior")),
            self._select("harm", "calculator-harm", "harm", self.book.terms("harm")),
            tag(
                "label",
                ui("calculator-on", self.lang),
                tag("input", type="date", name="day", value=self.values.get("day", "")),
            ),
        ]
        go = tag(
            "button", ui("calculator-go", self.lang), type="submit", data_do="count", class_="rd-button rs-primary"
        )
        return tag(
            "form",
            fields,
            tag("div", go, class_="rr-acts"),
            class_="rr-form",
            data_do="count",
            aria_label=ui("calculator", self.lang),
        )

    def _kind(self, i):
        """The select of a kind of data, by class."""
        name = f"kind{i}"
        groups = [
            tag(
                "optgroup",
                [self._option(id, "data_kind", self.values.get(name)) for id in members],
                label=capital(say(self.book.label("data_class", of), self.lang)),
            )
            for of, members in ((of, [id for id in self.book.terms("data_kind") if id in ids]) for of, ids in CLASSES)
        ]
        nothing = tag("option", ui("calculator-nothing", self.lang), value="")
        words = ui("calculator-what", self.lang, n=i + 1)
        return tag("label", words, tag("select", nothing, groups, name=name))

    def _input(self, name, key, n=None):
        words = ui(key, self.lang, n=n) if n else ui(key, self.lang)
        field = tag(
            "input", type="text", inputmode="numeric", name=name, value=self.values.get(name, ""), autocomplete="off"
        )
        return tag("label", words, field)

    def _select(self, name, key, list_name, ids):
        nothing = tag("option", ui("calculator-unknown", self.lang), value="")
        options = [self._option(id, list_name, self.values.get(name)) for id in ids]
        return tag("label", ui(key, self.lang), tag("select", nothing, options, name=name))

    def _option(self, id, list_name, chosen):
        words = capital(say(self.book.label(list_name, id), self.lang))
        return tag("option", words, value=id, selected=id == chosen)


SUM = ("calculator-col-kind", "calculator-col-count", "calculator-col-standard", "calculator-col-share")
