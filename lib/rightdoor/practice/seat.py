"""A trainee's seat in a drill: the clock, what becomes known, the cases in order, and at the end her own debrief.

The state is read off the record twice a second, so that a page that is left, reloaded or opened elsewhere goes on where
she was. What comes from outside changes its own part of the sheet; what she has half entered stays.
"""

import uuid
from contextlib import suppress

from rightdoor import cases, drills
from rightdoor.practice import polling
from rightdoor.practice.debrief import answers_beside, debrief
from rightdoor.practice.drill_words import clock
from rightdoor.practice.markup import button, fold, join, tag
from rightdoor.practice.player import DEBRIEF
from rightdoor.practice.seat_player import SeatPlayer
from rightdoor.practice.sheet import QUIET, Sheet
from rightdoor.records import Control, StoreError
from rightdoor.text import say, ui

ANCHOR = "drill"
LATE = (300, 60)  # seconds left at which she is told
EVERY = 0.5  # seconds between two looks at the record, each a third of a millisecond: what is sent is there within one
RESET_EVERY = 10  # seconds; the page's clock is set anew so often


class Seat:
    """The seat of a Learner in the drill of that id, shown on `sheet`.

    Raises drills.NoDrill without such a drill or seat, StoreError without the record.
    """

    def __init__(self, learner, drill):
        if learner.log is None:
            raise StoreError(learner.trouble)
        self.learner, self.lang, self.book, self.id = learner, learner.lang, learner.book, drill
        self.device, self.seen, self.controls = uuid.uuid4().hex[:12], -1, []
        self.player, self.case, self.body, self.keep, self.told = None, "", [], None, set()
        self.set_at, self.due, self.asked = 0, set(), False
        self._read()
        self.plan = drills.plan_of(self.controls, self.book)
        self.state = self._fold()
        if learner.code not in self.state.seats:
            raise drills.NoDrill(f"no seat for {learner.code} in {drill}")
        self.title = say(self.plan.title, self.lang)
        self.sheet = Sheet(self.lang, self.title, self.act, ANCHOR, live=True)
        self._join()
        self.show()
        polling.again_and_again(self.tick, EVERY)

    # ---- the record ------------------------------------------------------------------------------------------------

    def _read(self):
        """Read the control events that concern her, if there are new ones. Raises StoreError."""
        seen = self.learner.log.controls_seen(self.id, self.learner.code)
        if seen != self.seen:
            self.controls, self.seen = self.learner.log.controls(self.id, self.learner.code), seen

    def _fold(self):
        """The state as far as it concerns her."""
        return drills.fold(drills.plan_of(self.controls, self.book), self.controls)

    def _join(self):
        self.learner.log.direct(Control("joined", self.id, self.learner.code, {"device": self.device}))
        self._read()
        self.state = self._fold()

    @property
    def seat(self):
        """Her Seat as it is now."""
        return self.state.seats[self.learner.code]

    @property
    def phase(self):
        """What is on the screen: "revoked", "elsewhere" or the phase of her clock."""
        if self.seat.revoked:
            return "revoked"
        return "elsewhere" if self.seat.device != self.device else self.seat.clock.phase

    # ---- again and again -------------------------------------------------------------------------------------------

    def tick(self):
        """Look for what has changed, and show it without disturbing an answer under way."""
        try:
            self._read()
        except StoreError:
            return  # the record is out of reach for the moment; the next second tries again
        before, injected = self.phase, self.state.injected
        self.state = self._fold()
        if self.due:
            self._trigger()
        said = self._late()
        if self.phase != before:
            self.show(ui(f"phase-{self.phase}", self.lang))
            self._hear()
        elif self._hear() or self.state.injected != injected:
            if self.player and self.player.screen == DEBRIEF:
                self.player.show()  # another case may go on because of it
            self.refresh(ui("news-came", self.lang))
        elif said or self.set_at - self.seat.clock.left >= RESET_EVERY or self.seat.clock.left > self.set_at:
            self.refresh(said)

    def _hear(self):
        """Let news of the case under way reach her. True if any did."""
        if self.player is None or self.phase not in (drills.RUNNING, drills.OVER):
            return False
        heard = [self.player.session.hear(one.news) for one in self._injected() if one.news and one.case == self.case]
        if any(heard) and self.player.screen == DEBRIEF:
            self.player.act("next", "", {})  # the case goes on
        return any(heard)

    def _injected(self):
        return [self.plan.inject(id) for id, _ in self.state.injected]

    def _trigger(self):
        """Her answer may have been the one that lets something become known; most are not, and cost nothing."""
        known = dict(self.state.injected)
        answered, self.due = self.due, set()
        if not any(inject.step in answered and inject.id not in known for inject in self.plan.injects):
            return
        try:
            whole = drills.fold(self.plan, self.learner.log.controls(self.id))
            for id in drills.due(self.plan, whole, self.learner.log.events(drill=self.id)):
                self.learner.log.direct(Control("injected", self.id, data={"inject": id}))
        except StoreError:
            self.due = answered

    def _late(self):
        """What to say when little time is left, once."""
        left = self.seat.clock.left
        self.told = {limit for limit in self.told if left <= limit}
        for limit in LATE:
            if self.seat.clock.phase == drills.RUNNING and left <= limit and limit not in self.told:
                self.told |= {one for one in LATE if one >= limit}
                return ui("minutes-left", self.lang, n=limit // 60) if left > limit - 10 else ""
        return ""

    # ---- what she does ---------------------------------------------------------------------------------------------

    def act(self, do, of, values):
        """One message of the sheet."""
        self.asked = do not in QUIET
        try:
            with suppress(StoreError):  # out of reach: what was known holds, and the player tells of it
                self._read()
            self.state = self._fold()
            self._act(do, of, values)
        finally:
            self.asked = False

    def _act(self, do, of, values):
        if do == "hello":
            self.refresh()
        elif do == "seen":
            self._saw(of)
        elif do == "draft":
            if self.player is not None and self.phase in (drills.RUNNING, *BANNERS):
                self.player.act(do, of, values)
        elif do == "here" and self.phase == "elsewhere":
            self._join()
            self.player = None
            self.show("", "title")
        elif self.phase != drills.RUNNING or self.player is None:
            self.show(ui(f"phase-{self.phase}", self.lang))
        elif do == "case" and of in self._left():
            self._open(of)
            self.show("", "title")
        else:
            step = self.player.session.walk.step
            self.player.act(do, of, values)
            if do == "answer" and step:
                self.due.add(f"{self.case}/{step.id}")

    def _saw(self, id):
        """News of words only stands on her page: on record, once, so that a debrief can say who had it when."""
        if id in dict(self.state.injected) and self.learner.code not in self.state.seen.get(id, ()):
            with suppress(StoreError):
                self.learner.log.direct(Control("seen", self.id, self.learner.code, {"inject": id}))
                self._read()

    # ---- what is on the screen -------------------------------------------------------------------------------------

    def show(self, said="", focus=""):
        """Put up what belongs to the phase."""
        if self.phase in (drills.RUNNING, drills.PAUSED, drills.OVER):
            if self.player is None:
                self._open((self._left() or self.plan.cases[-1:])[0])
                self._hear()
            self.refresh(said, focus)
            return
        self.player = None
        content = {drills.WAITING: self._waiting, drills.CLOSED: self._debrief}.get(self.phase, self._away)()
        self.body, self.keep = [("body", content)], None
        self.refresh(said, focus)

    def refresh(self, said="", focus=""):
        """The same screen with the clock and the news of now."""
        self.put(self.body, said, focus, self.keep)

    def put(self, parts, said="", focus="", keep=None):
        """Show the parts of the present screen below the clock and the news; `keep` as in Sheet.show."""
        self.body, self.keep, self.set_at = parts, keep, self.seat.clock.left
        banner = tag("p", ui(f"told-{self.phase}", self.lang), class_="rd-note") if self.phase in BANNERS else join()
        top = [("clock", self._head()), ("phase", banner), ("injects", self._news())]
        still = () if self.phase in OPEN else tuple(name for name, _ in parts)
        self.sheet.show([*top, *parts], said, focus, not self.asked, still, keep=keep)

    def _head(self):
        return join(tag("h2", self.title, class_="rs-drill"), clock(self.seat.clock, self.lang))

    def _news(self):
        """What has become known so far, the newest first; of a case only what fits where she stands."""
        if self.phase not in (drills.RUNNING, drills.PAUSED, drills.OVER):
            return join()
        came = [self.plan.inject(id) for id, _ in reversed(self.state.injected)]
        found = [(self._told(one), None if one.news else one.id) for one in came]
        found = [tag("p", words, data_seen=id) for words, id in found if words]
        if not found:
            return join()
        latest = tag("div", tag("b", ui("news", self.lang)), found[0], class_="rs-news")
        older = fold(ui("news-before", self.lang, n=len(found) - 1), found[1:], data_key="news")
        return join(latest, older if len(found) > 1 else None)

    def _told(self, inject):
        if not inject.news:
            return say(inject.say, self.lang)
        if inject.case != self.case or self.player is None:
            return None
        walk = self.player.session.walk
        return say(walk.fill(inject.say), self.lang) if any(n.id == inject.news for n in walk.reached) else None

    def _waiting(self):
        lang, plan = self.lang, self.plan
        return join(
            tag("h3", self.title, tabindex="-1", data_focus="title"),
            tag("p", say(plan.about, lang)),
            tag("p", tag("b", ui("objectives", lang))),
            tag("ul", [tag("li", say(one, lang)) for one in plan.objectives]),
            tag("p", ui("drill-rules", lang, n=plan.minutes)),
            tag("p", ui(f"feedback-{plan.feedback}", lang)),
            tag("p", ui("your-code", lang), tag("b", self.learner.code), class_="rs-small"),
        )

    def _away(self):
        lang = self.lang
        words = tag("p", ui(f"told-{self.phase}", lang), tabindex="-1", data_focus="title")
        return join(
            words, button(ui("continue-here", lang), "here", look="rs-primary") if self.phase == "elsewhere" else None
        )

    # ---- the cases -------------------------------------------------------------------------------------------------

    def _walk(self, id):
        """Her Walk through a case of the drill as the record has it; None if she has not begun it."""
        events = self.learner.log.last_walk(self.learner.code, id, self.id)
        return cases.replay(cases.load(id, self.book), events[0].seed, events) if events else None

    def _left(self):
        """The cases that are not done, or go on because something became known."""
        found = []
        for id in self.plan.cases:
            walk = self._walk(id)
            heard = {news.id for news in walk.heard} if walk else ()
            if walk is None or not walk.done or {i.news for i in self._injected() if i.case == id} - set(heard):
                found.append(id)
        return found

    def _open(self, id):
        self.case = id
        self.player = SeatPlayer(self, self.learner.session(id, drills.seed_of(self.id, self.learner.code), self.id))

    def after_case(self):
        """The way on from a case that is done."""
        left = [id for id in self._left() if id != self.case]
        if left:
            return button(ui("next-of-drill", self.lang), "case", left[0], "rs-primary")
        return tag("p", ui("all-done", self.lang), class_="rs-quiet")

    def _debrief(self):
        """Her own debrief: her answers beside the law's, where the plan lets trainees see them."""
        lang = self.lang
        log = self.learner.log
        events = log.events(learner=self.learner.code, drill=self.id)
        told = drills.own_debrief(self.plan, self.controls, events, self.learner.code, self.book)
        heading = tag("h3", ui("own-debrief", lang), tabindex="-1", data_focus="title")
        count = tag("p", ui("own-answered", lang, n=told.answered))
        if self.plan.feedback == drills.NEVER:
            return join(heading, count, tag("p", ui("told-never", lang)))
        again = [tag("li", tag("b", say(one.ask, lang)), " ", say(one.why, lang)) for one in told.again]
        weak = join(tag("h4", ui("own-again", lang)), tag("ol", again)) if again else None
        return join(heading, count, weak, [self._case_debrief(id) for id in self.plan.cases])

    def _case_debrief(self, id):
        walk, case = self._walk(id), cases.load(id, self.book)
        title = say(cases.fill(case.title, case, walk.variant if walk else cases.variants(case)[0]), self.lang)
        if walk is None or not walk.answers:
            return tag("p", title, " ", ui("case-not-begun", self.lang), class_="rs-quiet")
        content = (debrief if walk.done else answers_beside)(walk, self.lang) or tag(
            "p", ui("nothing-judged", self.lang)
        )
        return fold(tag("b", title), content, data_key=id, opened=len(self.plan.cases) == 1)


OPEN = (drills.RUNNING, drills.WAITING, drills.CLOSED, "elsewhere", "revoked")  # phases whose parts can be used
BANNERS = (drills.PAUSED, drills.OVER)
