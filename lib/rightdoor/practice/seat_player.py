"""The player on a seat: below the clock, in her own variant, without feedback where the plan holds it back."""

from rightdoor import drills
from rightdoor.practice import question
from rightdoor.practice.debrief import debrief
from rightdoor.practice.markup import button, join, tag
from rightdoor.practice.player import DEBRIEF, QUESTION, Player
from rightdoor.text import say, ui


class SeatPlayer(Player):
    """The Player of a Session on a Seat."""

    def __init__(self, seat, session):
        self.held = seat.plan.feedback != drills.EACH
        super().__init__(session, Below(seat, self), after=seat.after_case)

    @property
    def keep(self):
        """Under which name the browser keeps what is half entered, with what of it stands in no field; None: nothing."""
        session = self.session
        if self.screen != QUESTION or not session.recorded:
            return None
        prompt = session.walk.prompt()
        order = self.draft.get("order")
        return {"as": f"{session.run}/{prompt.step}/{prompt.attempt}", "more": {"order": order} if order else None}

    def act(self, do, of, values):
        """One message of the sheet. A case of a drill is done once; what is held back cannot be had by going back."""
        if do == "draft":
            self._put_back(values)
        elif do not in ("restart", "ask-restart", "fact", "explore", *(("back",) if self.held else ())):
            super().act(do, of, values)

    def _put_back(self, values):
        """What she had half entered before the page was loaded again."""
        if self.screen != QUESTION:
            return
        order, shown = values.get("order"), [option.id for option in self.session.walk.prompt().options]
        self.draft |= question.fields(values)
        if isinstance(order, list):
            self.draft["order"] = [id for n, id in enumerate(order) if id in shown and id not in order[:n]]
        self.show()

    def _told(self, judged):
        if not self.held:
            return super()._told(judged)
        self._next("")
        return None

    def _last(self):
        """The feedback before; where it is held back, only what the client said to the last question."""
        if not self.held:
            return super()._last()
        before, response, judged, _ = self.session.last or (None, None, None, None)
        if judged is None or judged.score is not None:
            return None
        chosen = [before.step.option(id) for id in ((response,) if isinstance(response, str) else response)]
        said = [before.fill(option.tell or option.hint) for option in chosen if option]
        return join([tag("blockquote", say(one, self.lang), class_="rs-client") for one in said if one])

    def _foot(self):
        answered = bool(self.session.walk.answers) and self.screen != DEBRIEF and not self.held
        return tag(
            "div", button(ui("back", self.lang), "back", look="rs-plain") if answered else None, class_="rs-foot"
        )

    def _debrief(self):
        """A case that is done, without the ways to do it again."""
        done = tag("p", ui("case-done", self.lang), tabindex="-1", data_focus="debrief")
        told = None if self.held else debrief(self.session.walk, self.lang)
        return [("debrief", join(done, told)), ("onward", tag("div", self.after(), class_="rs-after"))]


class Below:
    """Where a player on a seat shows its parts."""

    def __init__(self, seat, player):
        self.seat, self.player = seat, player

    def show(self, parts, said="", focus=""):
        """Put the parts below the clock and the news."""
        self.seat.put(parts, said, focus, self.player.keep)
