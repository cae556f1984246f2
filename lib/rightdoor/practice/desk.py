"""The case desk: plain questions, then a plan, then papers to take along.

Nothing entered here reaches the learning record or a file. It lives in this object and ends with the page; what is to be
kept is downloaded. Typed text passes the privacy linter before it goes into any paper.
"""

from datetime import date, timedelta

from rightdoor import plan, privacy
from rightdoor.law.decide import decide
from rightdoor.law.facts import FactsError, parse
from rightdoor.practice import desk_file, desk_letter, desk_plan, intake
from rightdoor.practice.desk_file import FileFault
from rightdoor.practice.desk_words import word
from rightdoor.practice.intake import Unfit
from rightdoor.practice.markup import button, capital, join, tag
from rightdoor.practice.sheet import HERE, Sheet
from rightdoor.text import say

QUESTION, CLEAR, PLAN, LETTER, PRIVACY, READY = "question", "clear", "plan", "letter", "privacy", "ready"
ANCHOR = "desk"
FORM_FIELDS = ("choice", "number", "day", "door")
A_YEAR = timedelta(days=366)


class DeskSheet(Sheet):
    """The sheet of the lessons, with the fields of a form."""

    _css = "\n".join((HERE / name).read_text("utf-8") for name in ("sheet.css", "desk.css"))


class Desk:
    """One conversation with a client. `papers` makes the files (rightdoor.drafts); `today` is the day at the desk."""

    def __init__(self, book, lang, papers, today=None):
        self.book, self.lang, self.papers, self.today = book, lang, papers, today or date.today()
        self._clear()
        self.sheet = DeskSheet(lang, word("title", lang), self.act, ANCHOR)
        self._show()

    def _clear(self):
        self.screen, self.answers, self.asking = QUESTION, {}, None
        self.words, self.door, self.masked = plan.Words(), None, False
        self.reported, self.files, self.file_fault = self.today, (), None
        self._fresh()
        self._decide()

    def _fresh(self):
        self.draft, self.fault, self.reports = {}, None, []

    # ---- what is known ---------------------------------------------------------------------------------------------

    def _decide(self):
        """Take the facts from the answers and the decision from the facts. FactsError if they do not fit."""
        found = {path: value for answer in self.answers.values() for path, value in answer.items()}
        facts = parse({"on": found.pop("on", self.today.isoformat())}).learn(found)
        self.facts, self.decision, self.made = facts, decide(facts, self.book, self.today), None
        self.open = intake.open_paths(self.answers, facts, self.decision)

    @property
    def day_assumed(self):
        """Whether the day of the conduct is not known, so that today's law stands in."""
        return not self.answers.get("on")

    @property
    def path(self):
        """The path that is asked now, or None when all has been asked."""
        return self.asking or (self.open[0] if self.open else None)

    @property
    def plan(self):
        """The Plan as far as the facts are known."""
        if self.made is None or self.made.reported != self.reported:
            self.made = plan.make(self.facts, self.book, self.today, self.reported, self.day_assumed)
        return self.made

    # ---- what is done ----------------------------------------------------------------------------------------------

    def act(self, do, of, values):
        """One message of the sheet. What does not fit the present screen is passed over."""
        if self.screen in ACTS.get(do, ((),))[0]:
            ACTS[do][1](self, of, values)

    def _answer(self, of, values):
        if self.path == "prior_report":
            return self._report(values, more=of == "more")
        self.draft = {key: values[key] for key in FORM_FIELDS if key in values}
        try:
            found = intake.answer(self.path, of, values, self.today)
        except Unfit as unfit:
            return self._refuse(unfit.key)
        return self._take(found)

    def _more(self, of, values):
        if self.path == "prior_report":
            self._report(values, more=True)

    def _report(self, values, more):
        self.draft = {key: values[key] for key in FORM_FIELDS if key in values}
        try:
            self.reports = [*self.reports, intake.report(values, self.today)]
        except Unfit as unfit:
            return self._refuse(unfit.key)
        if not more:
            return self._take({"prior_report": self.reports})
        self.draft, self.fault = {}, None
        return self._show("", "ask")

    def _none(self, of, values):
        ask = intake.ask_of(self.path)
        if ask.none or ask.kind == "report":
            self._take({self.path: []})

    def _unknown(self, of, values):
        self._take({})

    def _take(self, found):
        """Enter an answer and go on; an answer that does not fit the others is not entered."""
        before, path = dict(self.answers), self.path
        if path == "data" and self.answers.get("data") != found:
            self.answers = {p: a for p, a in self.answers.items() if not p.startswith("data[")}
        self.answers[path] = found
        try:
            self._decide()
        except FactsError:
            self.answers = before
            self._decide()
            return self._refuse("no-fit")
        returning, self.asking = self.asking is not None, None
        self._fresh()
        if returning or not self.path:
            return self._to_plan()
        return self._show("", "ask")

    def _refuse(self, key):
        self.fault = key
        self._show(word(key, self.lang), "ask")

    def _back(self, of, values):
        if self.asking:
            self.asking = None
            self._fresh()
            return self._to_plan()
        if self.answers:
            self.answers.popitem()
            self._decide()
            self._fresh()
            self._show(word("went-back", self.lang), "ask")
        return None

    def _change(self, of, values):
        if of in self.answers:
            self.screen, self.asking = QUESTION, of
            self._fresh()
            self._show("", "ask")

    def _open(self, of, values):
        """Go on from a file that was kept earlier; one that cannot be used changes nothing."""
        try:
            self.answers, self.file_fault = desk_file.read(str(values.get("text", "")), self.today), None
        except FileFault as fault:
            self.file_fault = fault
            return self._show(word(fault.key, self.lang, **fault.values), "file")
        self._decide()
        told = word("file-opened", self.lang, n=len(self.answers))
        if self.path:
            return self._show(told, "ask")
        self.screen = PLAN
        return self._show(told, "plan")

    def _to_plan(self, of="", values=None):
        self.screen = PLAN
        self._show("", "plan")

    def _to_questions(self, of, values):
        if self.path:
            self.screen = QUESTION
            self._show("", "ask")

    def _ask_clear(self, of, values):
        self.before, self.screen = self.screen, CLEAR
        self._show("", "clear")

    def _keep(self, of, values):
        self.screen = self.before
        self._show("", "ask" if self.screen == QUESTION else "plan")

    def _restart(self, of, values):
        self._clear()
        self._show(word("cleared", self.lang), "ask")

    def _recount(self, of, values):
        try:
            self.reported = intake.day_of(values.get("day"), self.today, self.today + A_YEAR)
        except Unfit:
            self.reported = self.today
        self._show(word("recounted", self.lang, day=self.reported.isoformat()), "reported")

    # ---- papers ----------------------------------------------------------------------------------------------------

    def _write(self, of, values):
        doors = plan.letter_doors(self.plan)
        if doors:
            self.door = of if of in doors else self.door if self.door in doors else doors[0]
            self.screen = LETTER
            self._show("", "letter")

    def _letter(self, of, values):
        self.words, door = desk_letter.words_of(values), values.get("door")
        self.door = door if door in plan.letter_doors(self.plan) else self.door
        if privacy_rows(self.words):
            self.screen = PRIVACY
            return self._show(word("privacy", self.lang), "privacy")
        return self._make_letter(self.words)

    def _use_masked(self, of, values):
        self._make_letter(desk_letter.masked(self.words), masked=True)

    def _use_typed(self, of, values):
        self._make_letter(self.words)

    def _make_letter(self, words, masked=False):
        made, lang = self.plan, self.lang
        self.files = (
            *self.papers.letter(made, self.door, words, lang),
            self.papers.evidence_list(made, words, lang),
            self.papers.calendar(made, lang),
            self._own_answers(),
        )
        self._ready(masked)

    def _take_papers(self, of, values):
        self.files = (
            self.papers.evidence_list(self.plan, plan.Words(), self.lang),
            self.papers.calendar(self.plan, self.lang),
            self._own_answers(),
        )
        self._ready()

    def _own_answers(self):
        return self.papers.Paper(desk_file.LABEL, desk_file.NAME, desk_file.TYPE, desk_file.write(self.answers))

    def _ready(self, masked=False):
        self.screen, self.masked = READY, masked
        self._show(word("ready", self.lang), "ready")

    # ---- what is on the screen -------------------------------------------------------------------------------------

    def _show(self, said="", focus=""):
        parts = {
            QUESTION: self._question,
            CLEAR: self._confirm,
            PLAN: lambda: desk_plan.parts(self),
            LETTER: lambda: desk_letter.form(self),
            PRIVACY: lambda: desk_letter.warning(self, privacy_rows(self.words)),
            READY: lambda: desk_letter.ready(self),
        }[self.screen]()
        self.sheet.show([("head", self._head()), *parts], said, focus)

    def _head(self):
        if self.screen != QUESTION:
            return join()
        n, m = len(self.answers), len(self.open)
        words = word("progress", self.lang, n=n, m=m) if m else word("progress-last", self.lang, n=n)
        width = round(100 * n / (n + m)) if n + m else 0
        track = tag("div", tag("div", style=f"width:{width}%"), class_="rs-track", aria_hidden="true")
        return join(tag("p", tag("span", words), class_="rs-progress"), track)

    def _question(self):
        lang = self.lang
        see = button(word("see-plan", lang), "to-plan") if self.answers else None
        return [
            ("safety", self._safety()),
            ("question", intake.controls(self, self.path)),
            ("see", tag("p", see, class_="rs-see") if see else join()),
            ("answers", answers(self) if self.answers else desk_file.opener(self)),
            ("foot", self.foot()),
            ("kept", tag("p", word("kept-nowhere", lang), class_="rs-small")),
        ]

    def _safety(self):
        """What cannot wait for the plan: the doors that the law puts before all others."""
        urgent = self.facts.urgency and [door for door in self.decision.doors if door.stage == "now"]
        if not urgent:
            return join()
        rows = [tag("li", self._urgent(door)) for door in urgent]
        return tag("div", tag("p", tag("b", word("safety", self.lang))), tag("ul", rows), class_="rd-note")

    def _urgent(self, door):
        row, lang = self.book.doors(self.today)[door.id], self.lang
        phone = tag("b", word("call", lang, phone=row.phone)) if row.phone else None
        return join(tag("b", capital(say(row.name, lang))), " ", phone, " ", say(door.fixed.says, lang))

    def foot(self):
        """Back and restart."""
        back = (
            button(word("back", self.lang), "back", look="rs-plain")
            if self.answers and self.screen == QUESTION
            else None
        )
        clear = button(word("restart", self.lang), "ask-clear", look="rs-plain") if self.answers else None
        return tag("div", back, clear, class_="rs-foot")

    def _confirm(self):
        return [(
            "confirm",
            tag(
                "div",
                tag("p", word("restart-sure", self.lang), tabindex="-1", data_focus="clear"),
                button(word("restart-no", self.lang), "keep", look="rs-primary"),
                " ",
                button(word("restart-yes", self.lang), "restart"),
            ),
        )]  # fmt: skip


def answers(desk):
    """What was answered so far, each with a button to change it."""
    lang, rows = desk.lang, []
    for path, found in desk.answers.items():
        question = say(intake.words_of(path, desk.facts, desk.book), lang)
        told = intake.said(path, found, desk.book)
        change = button(
            word("change", lang),
            "change",
            path,
            "rs-small-button",
            aria_label=word("change-name", lang, question=question),
        )
        rows.append(
            join(
                tag("dt", question), tag("dd", capital(say(told, lang)) if told else word("unknown", lang), " ", change)
            )
        )
    return tag("details", tag("summary", word("answers", lang)), tag("dl", rows), class_="rs-fold")


def privacy_rows(words):
    """`(field, line, Found)` of every number in typed text that points to a person."""
    return [
        (field, text.count("\n", 0, found.start) + 1, found)
        for field, text in words.texts.items()
        for found in privacy.look(text)
    ]


ACTS = {
    "answer": ((QUESTION,), Desk._answer),
    "more": ((QUESTION,), Desk._more),
    "none": ((QUESTION,), Desk._none),
    "unknown": ((QUESTION,), Desk._unknown),
    "open": ((QUESTION,), Desk._open),
    "back": ((QUESTION,), Desk._back),
    "change": ((QUESTION, PLAN), Desk._change),
    "to-plan": ((QUESTION, LETTER, PRIVACY, READY), Desk._to_plan),
    "to-questions": ((PLAN,), Desk._to_questions),
    "ask-clear": ((QUESTION, PLAN), Desk._ask_clear),
    "keep": ((CLEAR,), Desk._keep),
    "restart": ((CLEAR,), Desk._restart),
    "recount": ((PLAN,), Desk._recount),
    "write": ((PLAN, PRIVACY), Desk._write),
    "letter": ((LETTER,), Desk._letter),
    "use-masked": ((PRIVACY,), Desk._use_masked),
    "use-typed": ((PRIVACY,), Desk._use_typed),
    "papers": ((PLAN,), Desk._take_papers),
}
