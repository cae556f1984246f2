"""The player of a case: the client's words first, one question at a time, and the law's answer after each."""

from rightdoor.cases import AnswerError
from rightdoor.practice import answer, question
from rightdoor.practice.debrief import debrief
from rightdoor.practice.markup import button, join, tag
from rightdoor.practice.pages import anchor
from rightdoor.practice.sheet import Sheet
from rightdoor.text import Pair, say, ui, ui_pair

QUESTION, FEEDBACK, ASK_RESTART, DEBRIEF = "question", "feedback", "ask-restart", "debrief"
ORDERING = ("add", "up", "down", "remove")


class Player:
    """Shows a Session on a Sheet (`sheet`) and does what its controls ask for."""

    def __init__(self, session, notice=None):
        """`notice` is a Pair to show above the case, such as that the record was mended, or None."""
        self.session, self.lang, self.notice = session, session.lang, notice
        self.draft, self.fault, self.hinted = {}, None, False
        self.screen = DEBRIEF if session.walk.done else QUESTION
        self.sheet = Sheet(
            self.lang, say(session.walk.fill(session.case.title), self.lang), self.act, anchor(session.case.id)
        )
        self._show()

    # ---- what the trainee does -------------------------------------------------------------------------------------

    def act(self, do, of, values):
        """One message of the sheet. What does not fit the present screen is passed over."""
        if self.session.catch_up():
            self._move(DEBRIEF if self.session.walk.done else QUESTION)
            self._show(ui("moved-on-elsewhere", self.lang), "ask")
            return
        self.draft |= {key: values[key] for key in ("choice", "certainty", "number") if key in values}
        if do in ORDERING and self.screen == QUESTION:
            self._order(do, of)
        elif do in ACTS:
            ACTS[do](self, of)

    def _answer(self, of):
        if self.screen != QUESTION:
            return
        response = question.response(self.session.walk.step.kind.id, self.draft, of)
        try:
            judged = self.session.answer(response, self.draft.get("certainty"))
        except AnswerError as error:
            self.fault = error.says
            self._show(say(error.says, self.lang), "ask")
            return
        self._move(FEEDBACK)
        self._show(answer.verdict_words(judged, self.lang), "verdict")

    def _next(self, of):
        self._move(DEBRIEF if self.session.walk.done else QUESTION)
        self._show("", "debrief" if self.session.walk.done else "ask")

    def _back(self, of):
        if self.session.walk.answers:
            self.session.back()
            self._move(QUESTION)
            self._show(ui("went-back", self.lang), "ask")

    def _hint(self, of):
        if self.screen == QUESTION and not self.hinted:
            self.session.hint()
            self.hinted = True
            self._show("", "hint")

    def _ask_restart(self, of):
        self.screen = ASK_RESTART
        self._show("", "ask-restart")

    def _keep(self, of):
        self._next(of)

    def _restart(self, of):
        self.session.restart(another=of == "another")
        self._move(QUESTION)
        self._show(ui("started-anew", self.lang), "ask")

    def _order(self, do, id):
        before = list(self.draft.get("order", ()))
        shown = [o.id for o in self.session.walk.prompt().options]
        if id not in shown:
            return
        order = self.draft["order"] = question.moved(before, do, id)
        label = say(next(o.label for o in self.session.walk.prompt().options if o.id == id), self.lang)
        said = (
            ui("door-left", self.lang, door=label)
            if id not in order
            else ui("door-stands", self.lang, door=label, n=order.index(id) + 1, of=len(order))
        )
        self._show(said, f"remove:{id}" if do == "add" else f"add:{id}" if do == "remove" else f"{do}:{id}")

    def _move(self, screen):
        self.screen, self.draft, self.fault, self.hinted = screen, {}, None, False
        self.session.step_shown()

    # ---- what is on the screen -------------------------------------------------------------------------------------

    def _show(self, said="", focus=""):
        parts = [("notice", self._notices()), ("head", self._head())]
        parts += {
            QUESTION: self._question,
            FEEDBACK: self._feedback,
            ASK_RESTART: self._confirm,
            DEBRIEF: self._debrief,
        }[self.screen]()
        self.sheet.show(parts, said, focus)

    def _notices(self):
        session, trouble = self.session, self.session.trouble
        notes = [self.notice, *session.walk.lost]
        if trouble:
            notes += [
                Pair("{says}{still}{cure}", "{says} {still} {cure}").format(
                    says=trouble.says, still=ui_pair("go-on-in-memory"), cure=trouble.cure
                )
            ]
        return join([tag("p", say(note, self.lang), class_="rd-note") for note in notes if note])

    def _head(self):
        walk = self.session.walk
        title = tag("h3", say(walk.fill(self.session.case.title), self.lang), class_="rs-title")
        if walk.done and self.screen == DEBRIEF:
            return title
        at, total = position(walk, self.screen == FEEDBACK)
        words = tag("span", ui("step-of", self.lang, n=at, total=total))
        kept = (
            tag("span", "✓ " + ui("recorded", self.lang), class_="rs-quiet")
            if self.session.recorded and walk.moves
            else None
        )
        track = tag("div", tag("div", style=f"width:{round(100 * at / total)}%"), class_="rs-track", aria_hidden="true")
        return join(title, tag("p", words, kept, class_="rs-progress"), track)

    def _question(self):
        walk, lang = self.session.walk, self.lang
        prompt = walk.prompt()
        told = tag("blockquote", say(prompt.say, lang), class_="rs-client") if prompt.say else None
        hint = self._hint_part(prompt)
        return [
            ("before", join(self._last(), self._dossier())),
            ("told", told or join()),
            ("question", question.question(walk, lang, self.draft, self.fault)),
            ("hint", hint),
            ("foot", self._foot()),
        ]

    def _hint_part(self, prompt):
        if not prompt.hint:
            return join()
        if not self.hinted:
            return button(ui("give-hint", self.lang), "hint", look="rs-plain")
        return tag(
            "p",
            tag("b", ui("hint", self.lang)),
            say(prompt.hint, self.lang),
            tabindex="-1",
            data_focus="hint",
            class_="rs-hint",
        )

    def _feedback(self):
        before, _, judged, _ = self.session.last
        asked = tag("p", say(before.prompt().ask, self.lang), class_="rs-ask")
        same = not self.session.walk.done and self.session.walk.step.id == before.step.id
        key = "see-debrief" if self.session.walk.done else "ask-again" if same else "next-step"
        onward = button(ui(key, self.lang), "next", look="rs-primary")
        return [
            ("asked", asked),
            ("answer", answer.answer(before, judged, self.lang)),
            ("onward", onward),
            ("foot", self._foot()),
        ]

    def _last(self):
        """The feedback before, folded; open when the trainee has just come back to the case."""
        if not self.session.last:
            return None
        before, _, judged, _ = self.session.last
        words = f"{ui('last-answer', self.lang)}{answer.verdict_words(judged, self.lang)}"
        return tag(
            "details",
            tag("summary", words),
            tag("p", say(before.prompt().ask, self.lang), class_="rs-ask"),
            answer.answer(before, judged, self.lang, "h4"),
            class_="rs-fold",
            open=self._just_resumed(),
        )

    def _just_resumed(self):
        return self.session.resumed and self.sheet.serial == 0

    def _dossier(self):
        """What is known so far: the client's story and the answers to what was asked."""
        walk, lang = self.session.walk, self.lang
        story = [walk.fill(self.session.case.steps[id].say) for id in walk.path if id != walk.step.id]
        told = [tag("p", say(s, lang)) for s in story if s]
        asked = [join(tag("dt", say(q, lang)), tag("dd", say(a, lang))) for q, a in walk.notes]
        if not told and not asked:
            return None
        return tag(
            "details",
            tag("summary", ui("what-is-known", lang)),
            told,
            tag("dl", asked) if asked else None,
            class_="rs-fold",
        )

    def _foot(self):
        back = button(ui("back", self.lang), "back", look="rs-plain")
        anew = button(ui("restart", self.lang), "ask-restart", look="rs-plain")
        answered = bool(self.session.walk.answers)
        return tag("div", back if answered else None, anew if answered else None, class_="rs-foot")

    def _confirm(self):
        lang = self.lang
        return [
            (
                "confirm",
                tag(
                    "div",
                    tag("p", ui("restart-sure", lang), tabindex="-1", data_focus="ask-restart"),
                    button(ui("restart-no", lang), "keep", look="rs-primary"),
                    " ",
                    button(ui("restart-yes", lang), "restart"),
                    class_="rs-confirm-box",
                ),
            )
        ]

    def _debrief(self):
        last = self._last() if self.session.last else None
        return [("debrief", debrief(self.session.walk, self.lang)), ("last", last or join()), ("onward", self._after())]

    def _after(self):
        lang = self.lang
        return tag(
            "div",
            button(ui("practise-another", lang), "restart", "another", look="rs-primary"),
            " ",
            button(ui("practise-same", lang), "restart"),
            " ",
            button(ui("back", lang), "back", look="rs-plain"),
            class_="rs-after",
        )


ACTS = {
    "answer": Player._answer,
    "next": Player._next,
    "back": Player._back,
    "hint": Player._hint,
    "keep": Player._keep,
    "ask-restart": Player._ask_restart,
    "restart": Player._restart,
}


def position(walk, answered=False):
    """`(n, total)`: which step this is, counted along the way taken, and how many there will be.

    Where the way branches, the longest is counted. `answered`: the screen still shows the step before.
    """
    done = [id for id in walk.path if walk.step is None or id != walk.step.id]
    ahead = 0 if walk.step is None else _longest(walk.case, walk.step.id, frozenset(done))
    total = len(done) + ahead
    at = len(done) + (
        0 if answered and not (walk.step and walk.answers and walk.answers[-1].step == walk.step.id) else 1
    )
    return max(1, min(at, total)), total


def _longest(case, id, seen):
    if id not in case.steps or id in seen:
        return 0
    step = case.steps[id]
    ways = {step.next, *(o.next for o in step.options if o.next)}
    return 1 + max((_longest(case, way, seen | {id}) for way in ways), default=0)
