"""The player of a case: the client's words first, one question at a time, and the law's answer after each."""

from rightdoor.cases import AnswerError, is_check, variants
from rightdoor.feedback.marks import HINT_COSTS
from rightdoor.practice import answer, question
from rightdoor.practice.debrief import Explorer, debrief, short_debrief
from rightdoor.practice.markup import button, fold, join, tag
from rightdoor.practice.pages import anchor, trouble_note
from rightdoor.practice.sheet import Sheet
from rightdoor.text import say, ui

QUESTION, FEEDBACK, ASK_RESTART, DEBRIEF = "question", "feedback", "ask-restart", "debrief"
ORDERING = ("add", "up", "down", "remove")


class Player:
    """Shows a Session on a Sheet (`sheet`) and does what its controls ask for.

    `sheet` is one to show it on (default: its own); `foot` and `after` are called for Markup to put at the foot of
    every screen and at the end of the debrief.
    """

    def __init__(self, session, sheet=None, foot=lambda: None, after=lambda: None):
        self.session, self.lang, self.foot, self.after = session, session.lang, foot, after
        self.draft, self.fault, self.explorer, self.shown = {}, None, None, 0
        self.screen = DEBRIEF if session.walk.done else QUESTION
        title = say(session.walk.fill(session.case.title), self.lang)
        self.sheet = sheet or Sheet(self.lang, title, self.act, anchor(session.case.id))
        self.show(focus="title")

    # ---- what the trainee does -------------------------------------------------------------------------------------

    def act(self, do, of, values):
        """One message of the sheet. What does not fit the present screen is passed over."""
        if self.session.catch_up():
            self._move(DEBRIEF if self.session.walk.done else QUESTION)
            self.show(ui("moved-on-elsewhere", self.lang), "debrief" if self.session.walk.done else "ask")
            return
        if self.screen == DEBRIEF and do in ("fact", "explore"):
            self._explore(do, values)
            return
        self.draft |= question.fields(values)
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
            self.show(say(error.says, self.lang), "ask")
            return
        self._told(judged)

    def _told(self, judged):
        """What follows upon an answer that was taken."""
        self._move(FEEDBACK)
        self.show(answer.verdict_words(judged, self.lang), "verdict")

    def _next(self, of):
        self._move(DEBRIEF if self.session.walk.done else QUESTION)
        self.show("", "debrief" if self.session.walk.done else "ask")

    def _back(self, of):
        if self.session.walk.answers:
            self.session.back()
            self._move(QUESTION)
            self.show(ui("went-back", self.lang), "ask")

    def _hint(self, of):
        if self.screen == QUESTION and not self.session.hinted:
            self.session.hint()
            self.show("", "hint")

    def _ask_restart(self, of):
        self.screen = ASK_RESTART
        self.show("", "ask-restart")

    def _keep(self, of):
        self._next(of)

    def _restart(self, of):
        self.session.restart(another=of == "another")
        self._move(QUESTION)
        self.show(ui("started-anew", self.lang), "ask")

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
        self.show(said, f"remove:{id}" if do == "add" else f"add:{id}" if do == "remove" else f"{do}:{id}")

    def _explore(self, do, values):
        self.explorer.turn(values)
        said = self.explorer.said(self.lang)
        self.show(said, "explored" if do == "explore" and said else "fact")

    def _move(self, screen):
        self.screen, self.draft, self.fault, self.explorer = screen, {}, None, None
        self.session.step_shown()

    # ---- what is on the screen -------------------------------------------------------------------------------------

    def show(self, said="", focus=""):
        """Put the present screen up."""
        parts = [("notice", self._notices()), ("head", self._head())]
        parts += {
            QUESTION: self._question,
            FEEDBACK: self._feedback,
            ASK_RESTART: self._confirm,
            DEBRIEF: self._debrief,
        }[self.screen]()
        parts.append(("foot", self._foot()))
        self.shown += 1
        self.sheet.show(parts, said, focus)

    def _notices(self):
        notes = [self.session.report, *self.session.walk.lost]
        told = [tag("p", say(note, self.lang), class_="rd-note") for note in notes if note]
        return join(told, trouble_note(self.session.trouble, self.lang))

    def _head(self):
        walk = self.session.walk
        title = tag(
            "h3",
            say(walk.fill(self.session.case.title), self.lang),
            class_="rs-title",
            tabindex="-1",
            data_focus="title",
            data_case=self.session.case.id,
        )
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
        return [
            ("before", join(self._last(), known_so_far(walk, lang))),
            ("told", told or join()),
            ("question", question.question(walk, lang, self.draft, self.fault)),
            ("hint", self._hint_part(prompt)),
        ]

    def _hint_part(self, prompt):
        """The button that gives the hint, saying what that costs; once asked for, the hint."""
        if not prompt.hint:
            return join()
        if not self.session.hinted:
            costs = self.session.walk.step.judged and prompt.attempt == 1
            words = ui("give-hint-cost" if costs else "give-hint", self.lang, n=round(100 * HINT_COSTS))
            return button(words, "hint", look="rs-plain")
        return tag(
            "p",
            tag("b", ui("hint", self.lang)),
            say(prompt.hint, self.lang),
            tabindex="-1",
            data_focus="hint",
            class_="rs-hint",
        )

    def _feedback(self):
        before = self.session.last[0]
        asked = tag("p", say(before.prompt().ask, self.lang), class_="rs-ask")
        same = not self.session.walk.done and self.session.walk.step.id == before.step.id
        key = "see-debrief" if self.session.walk.done else "ask-again" if same else "next-step"
        onward = button(ui(key, self.lang), "next", look="rs-primary")
        return [("asked", asked), ("answer", answer.answer(self.session.last, self.lang)), ("onward", onward)]

    def _last(self):
        """The feedback before, folded; open when the trainee has just come back to the case."""
        if not self.session.last:
            return None
        before, _, judged, _ = self.session.last
        words = f"{ui('last-answer', self.lang)}{answer.verdict_words(judged, self.lang)}"
        asked = tag("p", say(before.prompt().ask, self.lang), class_="rs-ask")
        told = answer.answer(self.session.last, self.lang, "h4")
        return fold(words, asked, told, opened=self.session.resumed and self.shown == 0 and not self.session.walk.done)

    def _foot(self):
        answered = bool(self.session.walk.answers) and self.screen not in (ASK_RESTART, DEBRIEF)
        back = button(ui("back", self.lang), "back", look="rs-plain") if answered else None
        anew = button(ui("restart", self.lang), "ask-restart", look="rs-plain") if answered else None
        return tag("div", back, anew, self.foot(), class_="rs-foot")

    def _confirm(self):
        lang = self.lang
        content = tag(
            "div",
            tag("p", ui("restart-sure", lang), tabindex="-1", data_focus="ask-restart"),
            button(ui("restart-no", lang), "keep", look="rs-primary"),
            " ",
            button(ui("restart-yes", lang), "restart"),
            class_="rs-confirm-box",
        )
        return [("confirm", content)]

    def _debrief(self):
        walk = self.session.walk
        if is_check(walk.case.id):  # five little situations: there is no one matter to look back on
            return [
                ("debrief", short_debrief(walk, self.lang)),
                ("last", self._last() or join()),
                ("onward", self._after()),
            ]
        self.explorer = self.explorer or Explorer(walk)
        return [
            ("debrief", debrief(walk, self.lang)),
            ("last", self._last() or join()),
            ("explore", self.explorer.show(self.lang)),
            ("onward", self._after()),
        ]

    def _after(self):
        """Practise again, another case, or back over the last answer."""
        lang, several = self.lang, len(variants(self.session.case)) > 1
        another = button(ui("practise-another", lang), "restart", "another", look="rs-primary") if several else None
        same = button(ui("practise-same", lang), "restart", look="" if several else "rs-primary")
        return tag(
            "div", another, same, button(ui("back", lang), "back", look="rs-plain"), self.after(), class_="rs-after"
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


def known_so_far(walk, lang, opened=False):
    """What is known before the present step, folded: the client's story and the answers to what was asked. Or None."""
    story = [walk.fill(walk.case.steps[id].say) for id in walk.path if id != walk.step.id]
    story += [walk.fill(news.say) for news in walk.reached]
    told = [tag("p", say(s, lang)) for s in story if s]
    asked = [join(tag("dt", say(q, lang)), tag("dd", say(a, lang))) for q, a in walk.notes]
    if not told and not asked:
        return None
    return fold(ui("what-is-known", lang), told, tag("dl", asked) if asked else None, opened=opened)


def position(walk, answered=False):
    """`(n, total)`: which step this is, counted along the way taken, and how many there will be.

    Where the way branches, the longest is counted. `answered`: the screen still shows the step before.
    """
    done = [id for id in walk.path if walk.step is None or id != walk.step.id]
    ahead = 0 if walk.step is None else _longest(walk.case, walk.step.id, frozenset(done))
    ahead += _longest(walk.case, walk.resume, frozenset(done))
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
