"""The instructor's console: the class on one sheet, read off the record each second, and what she may do with it.

Two instructors may watch at once, and a console that is closed loses nothing: all it does is to add control events.
Names come from the roster of the class and are shown here alone; the projector view shows neither names nor codes.
"""

import time
from datetime import UTC, datetime
from pathlib import Path

from rightdoor import drills, roster
from rightdoor.classroom import lines
from rightdoor.practice import console_after, console_board, console_replay, polling
from rightdoor.practice.class_notes import Notes
from rightdoor.practice.console_replay import Replay
from rightdoor.practice.drill_words import clock, minutes
from rightdoor.practice.markup import button, fold, join, tag
from rightdoor.practice.sheet import Sheet
from rightdoor.records import Control, StoreError
from rightdoor.text import say, ui

ANCHOR = "console"
EXTEND = 5  # minutes
EVERY = 1  # seconds between two looks at the record
LOST_AFTER = 5  # seconds: a page that loads again is back sooner
RESET_EVERY = 10  # seconds; the page's clock is set anew so often
WHOLE_CLASS = "all"


class Console:
    """The console of the drill of that id in a Log. `folder` is that of the class (its roster and notes), or None."""

    def __init__(self, log, drill, folder, book, lang):
        self.log, self.id, self.book, self.lang = log, drill, book, lang
        self.people, self.folder, self.off = _people(folder), folder, {}
        self.notes = Notes(folder)
        self.seen, self.view, self.confirm, self.replay, self.fault = None, "board", "", Replay(), ""
        self.hidden = False  # whether the debrief leaves out the names, for a class that looks on
        self.asked, self.shown_at, self.events, self.mark, self.told = False, 0, [], 0, (None, 0.0, None)
        self._read()
        self.plan = drills.plan_of(self.controls, book)
        self.sheet = Sheet(lang, say(self.plan.title, lang), self.act, ANCHOR, live=True)
        self.show()
        polling.again_and_again(self.tick, EVERY)

    # ---- the record ------------------------------------------------------------------------------------------------

    def _read(self):
        """Read what is new. True if there is anything."""
        seen = (self.log.controls_seen(self.id), self.log.events_seen(self.id))
        if seen == self.seen:
            return False
        more, mark = self.log.events_since(self.id, self.mark)
        if len(self.events) + len(more) != seen[1]:  # some passed each other by, or were forgotten: read them all
            self.events, (more, mark) = [], self.log.events_since(self.id)
        self.controls, self.events, self.mark, self.seen = self.log.controls(self.id), [*self.events, *more], mark, seen
        return True

    def _direct(self, kind, learner="", **data):
        self.log.direct(Control(kind, self.id, learner, data))
        self._read()

    def tick(self):
        """Each second: what is new, what has become due, and who has fallen silent."""
        try:
            new = self._read()
            state = drills.fold(self.plan, self.controls)
            for id in drills.due(self.plan, state, self.events) if state.phase == drills.RUNNING else ():
                self._direct("injected", inject=id)
                new = True
        except StoreError as error:
            self.fault = say(error.problem.says, self.lang)
            self.show()
            return
        off, lost = self.off, self._lost()
        if (
            new
            or lost.keys() != off.keys()
            or (self.view == "debrief" and self.replay.advance(self._last()))
            or self.fault
            or abs(self.shown_at - state.clock.elapsed) >= RESET_EVERY
            or state.phase != self.state.phase
        ):
            self.fault = ""
            self.show()

    def _lost(self):
        """`{code: seconds}` of those whose line has been lost for some time; a page that only loads again is not among
        them."""
        now = datetime.now(UTC)
        ago = {code: (now - since).total_seconds() for code, since in lines.lost(self.folder).items()}
        return {code: seconds for code, seconds in ago.items() if seconds >= LOST_AFTER}

    # ---- what the instructor does ----------------------------------------------------------------------------------

    def act(self, do, of, values):
        """One message of the sheet."""
        self.asked = do != "hello"
        try:
            self._act(do, of, values)
        except StoreError as error:
            self.fault = f"{say(error.problem.says, self.lang)} {say(error.problem.cure, self.lang)}"
            self.show(self.fault)
        finally:
            self.asked = False

    def _act(self, do, of, values):
        said, focus = "", ""
        learner = of if of in self.state.seats else ""
        if do in ("start", "pause", "resume"):
            self._direct({"start": "started", "pause": "paused", "resume": "resumed"}[do])
            focus = "clock"
        elif do == "extend" and (learner or of == WHOLE_CLASS):
            self._direct("extended", learner, minutes=EXTEND)
            said = ui(
                "extended-said",
                self.lang,
                who=self.name(learner) if learner else ui("whole-class", self.lang),
                n=EXTEND,
            )
        elif do in ("ask-close", "keep"):
            self.confirm, focus = of if do == "ask-close" else "", "confirm"
        elif do in ("close", "reopen", "revoke") and (learner or of == WHOLE_CLASS) and (learner or do != "revoke"):
            self._direct({"close": "closed", "reopen": "reopened", "revoke": "revoked"}[do], learner)
            self.confirm = ""
        elif do == "inject" and self.plan.inject(of) and of not in dict(self.state.injected):
            self._direct("injected", inject=of)
            said = ui("inject-sent", self.lang)
        elif do == "note":
            said = self.notes.add(str(values.get("note", "")), self.lang)
        elif do == "view":
            self.view, focus = of if of in VIEWS else "board", "view"
        elif do == "names":
            self.hidden, focus = of == "off", "names"
        elif do in ("replay", "play", "pace"):
            focus = self.replay.act(do, of, values, self._last())
            focus = of if do == "replay" and of else focus
        self.show(said, focus)

    def name(self, code):
        """Who has a code, as the roster says; the code where it does not."""
        return self.people.get(code, code)

    # ---- what is on the screen -------------------------------------------------------------------------------------

    def show(self, said="", focus=""):
        """Put the console up as things stand now."""
        self.state = drills.fold(self.plan, self.controls)
        self.shown_at, self.off = self.state.clock.elapsed, self._lost()
        self.board = drills.board(self.plan, self.state, self.events, self.book)
        parts = [("clock", self._head()), ("fault", self._fault())]
        parts += [("controls", self._controls()), ("confirm", self._confirm()), *VIEWS[self.view](self)]
        self.sheet.show(parts, said, focus, not self.asked)

    def _fault(self):
        """What is wrong with the record, or that the plan was edited after the drill was opened."""
        edited = ui("plan-edited", self.lang) if self.state.version not in ("", self.plan.version) else ""
        return tag("p", self.fault or edited, class_="rd-note") if self.fault or edited else join()

    def _head(self):
        lang = self.lang
        title = tag("h2", say(self.plan.title, lang), " ", tag("span", self.id, class_="rs-quiet"), class_="rs-drill")
        return join(title, clock(self.state.clock, lang))

    def _controls(self):
        lang, phase = self.lang, self.state.phase
        if self.view == "projector":
            return button(ui("view-board", lang), "view", "board", "rs-plain", data_focus="view")
        main = {
            drills.WAITING: ("start", "drill-start"),
            drills.RUNNING: ("pause", "drill-pause"),
            drills.PAUSED: ("resume", "drill-resume"),
        }.get(phase)
        first = button(ui(main[1], lang), main[0], look="rs-primary", data_focus="clock") if main else None
        more = (
            button(ui("drill-extend", lang, n=EXTEND), "extend", WHOLE_CLASS)
            if phase not in (drills.WAITING, drills.CLOSED)
            else None
        )
        close = button(ui("drill-close", lang), "ask-close", WHOLE_CLASS) if phase != drills.CLOSED else None
        again = button(ui("drill-reopen", lang), "reopen", WHOLE_CLASS) if phase == drills.CLOSED else None
        views = [
            button(
                ui(f"view-{view}", lang),
                "view",
                view,
                "rs-plain",
                aria_pressed="true" if view == self.view else "false",
            )
            for view in VIEWS
        ]
        return join(
            tag("div", first, more, close, again, class_="rs-after"),
            tag(
                "div",
                views,
                class_="rs-views",
                role="group",
                aria_label=ui("views", lang),
                tabindex="-1",
                data_focus="view",
            ),
        )

    def _confirm(self):
        if not self.confirm or self.view == "projector":
            return join()
        lang, one = self.lang, self.confirm if self.confirm in self.state.seats else ""
        words = ui("close-one-sure", lang, who=self.name(one)) if one else ui("close-all-sure", lang)
        return tag(
            "div",
            tag("p", words, tabindex="-1", data_focus="confirm"),
            button(ui("close-no", lang), "keep", look="rs-primary"),
            " ",
            button(ui("close-yes", lang), "close", one or WHOLE_CLASS),
            class_="rs-confirm-box",
        )

    def _board(self):
        return [
            ("counts", console_board.counts(self.board, self.lang, self.off)),
            ("injects", self._injects()),
            ("rows", console_board.rows(self.board, self.state, self.plan, self.book, self.name, self.lang, self.off)),
            ("steps", console_board.steps(self.board, self.book, self.lang)),
            ("expected", self._expected()),
            ("notes", self._notes()),
        ]

    def _projector(self):
        """What the class may see: no name, no code, nothing about one of them."""
        return [
            ("counts", console_board.counts(self.board, self.lang, self.off)),
            ("steps", console_board.steps(self.board, self.book, self.lang, right=self.state.phase == drills.CLOSED)),
        ]

    def _injects(self):
        lang, sent = self.lang, dict(self.state.injected)
        rows = []
        for inject in self.plan.injects:
            words = say(inject.told(self.book), lang)
            if inject.id in sent:
                state = ui("inject-came", lang, at=minutes(self.state.clock.read(sent[inject.id])))
                heard = ui("inject-heard" if inject.news else "inject-seen", lang, n=self.board.heard[inject.id])
                right = tag("span", state, " · ", heard, class_="rs-quiet")
            else:
                now = ui("inject-now", lang)
                may = self.state.phase in (drills.RUNNING, drills.PAUSED)
                send = (
                    button(now, "inject", inject.id, "rs-small-button", aria_label=f"{now}: {words[:40]}")
                    if may
                    else None
                )
                right = join(tag("span", self._due(inject), class_="rs-quiet"), " ", send)
            rows.append(tag("li", tag("p", words), tag("p", right)))
        if not rows:
            return join()
        return fold(
            tag("b", ui("injects", lang, n=len(sent), of=len(rows))),
            tag("ul", rows, class_="rs-cases"),
            data_key="injects",
            opened=True,
        )

    def _due(self, inject):
        if inject.at is not None:
            return ui("inject-at", self.lang, n=inject.at)
        if inject.step:
            case, _, step = inject.step.partition("/")
            return ui(
                "inject-when", self.lang, n=inject.share, step=console_board.asked(self.book, case, step, self.lang)
            )
        return ui("inject-by-hand", self.lang)

    def _expected(self):
        found = drills.expected(self.plan, self.state, self.events)
        return fold(tag("b", ui("expected", self.lang)), console_after.ticks(found, self.lang), data_key="expected")

    def _notes(self):
        lang = self.lang
        own = [tag("li", tag("span", at, class_="rs-quiet"), " ", words) for at, words in self.notes.read()]
        field = tag(
            "label",
            tag("span", ui("note-add", lang)),
            tag("textarea", "", name="note", rows="2", maxlength="2000"),
            class_="rs-note-field",
        )
        form = tag(
            "form",
            field,
            tag("button", ui("note-keep", lang), type="submit", data_do="note", class_="rd-button"),
            data_do="note",
        )
        return fold(
            tag("b", ui("notes", lang)),
            tag("p", say(self.plan.notes, lang)),
            tag("ul", own) if own else None,
            form if self.notes.kept else tag("p", ui("notes-nowhere", lang), class_="rs-quiet"),
            tag("p", ui("notes-care", lang), class_="rs-small") if self.notes.kept else None,
            data_key="notes",
        )

    def _after(self):
        """The debrief as far as the drill has come, the timeline, and any minute of it played again."""
        lang = self.lang
        told = self._debriefed()
        last = self._last()
        at = self.replay.at(last)
        name = None if self.hidden else self.name
        then = console_replay.then(self.plan, self.controls, self.events, self.book, self.state, told, at, name, lang)
        words = ui("names-show" if self.hidden else "names-hide", lang)
        names = button(words, "names", "on" if self.hidden else "off", "rs-small-button", data_focus="names")
        return [
            ("told", join(names, console_after.told(told, lang))),
            ("news", console_after.news(told, name, lang)),
            ("replay", join(tag("h3", ui("replay", lang)), self.replay.form(last, lang))),
            ("then", then),
            ("again", join() if self.hidden else console_after.own(told, self.name, lang)),
        ]

    def _last(self):
        """The minute to which the drill has come."""
        return int(self.state.clock.elapsed // 60) + 1

    def _debriefed(self):
        """The Debrief so far. While the class works it is made anew now and then only: it costs most of a second."""
        seen, made_at, told = self.told
        stale = time.monotonic() - made_at > RESET_EVERY or self.state.phase == drills.CLOSED
        if told is None or (seen != self.seen and stale):
            told = drills.debrief(self.plan, self.controls, self.events, self.book)
            self.told = (self.seen, time.monotonic(), told)
        return told


VIEWS = {"board": Console._board, "projector": Console._projector, "debrief": Console._after}


def _people(folder):
    """`{code: name}` from the roster of the class; empty where there is none to read."""
    path = Path(folder) / "roster.csv" if folder else None
    if path is None or not path.exists():
        return {}
    try:
        return {person.code: person.name for person in roster.read(path).people}
    except roster.RosterError:
        return {}  # codes are shown; rightdoor class open has told what is wrong
