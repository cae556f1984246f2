"""Any minute of a drill played again, for the debrief: by slider, step by step, or by itself until somebody says stop."""

from datetime import datetime

from rightdoor import drills
from rightdoor.practice import console_after, console_board
from rightdoor.practice.markup import button, choose, join, tag
from rightdoor.text import ui

PACES = (1, 2, 5)  # minutes of the drill in a second


class Replay:
    """Which minute is shown: `minute`, None for the last. While it `plays`, `pace` minutes go by in a second."""

    def __init__(self):
        self.minute, self.plays, self.pace = None, False, PACES[0]

    def act(self, do, of, values, last):
        """One thing that the instructor did; the name of the control to go to."""
        if do == "pace":
            self.pace = _whole(values.get("pace")) if _whole(values.get("pace")) in PACES else self.pace
            return "pace"
        if do == "play":
            self.plays = of == "on"
            if self.plays and self.at(last) >= last:
                self.minute = 0
            return "play"
        self.minute, self.plays = _whole(values.get("minute"), of), False
        return "minute"

    def advance(self, last):
        """A second has gone by. True if another minute is shown because of it."""
        if not self.plays:
            return False
        self.minute = min(last, self.at(last) + self.pace)
        self.plays = self.minute < last
        return True

    def at(self, last):
        """The minute that is shown, where the drill has come to the minute `last`."""
        return last if self.minute is None else max(0, min(self.minute, last))

    def form(self, last, lang):
        """The slider and the buttons. Where less motion is asked for nothing plays by itself; the steps are there."""
        at = self.at(last)
        slider = tag("input", type="range", name="minute", min="0", max=str(last), value=str(at), data_do="replay", data_focus="minute",
                     aria_label=ui("replay-minute", lang, n=at, of=last))  # fmt: skip
        back = button(ui("minute-back", lang), "replay", str(at - 1), "rs-small-button", data_focus="minute-back")
        on = button(ui("minute-on", lang), "replay", str(at + 1), "rs-small-button", data_focus="minute-on")
        play = button(
            ui("replay-stop" if self.plays else "replay-play", lang),
            "play",
            "off" if self.plays else "on",
            "rs-small-button",
            data_focus="play",
        )
        paces = [(str(pace), ui("replay-pace", lang, n=pace)) for pace in PACES]
        pace = choose(
            "pace", paces, str(self.pace), data_do="pace", data_focus="pace", aria_label=ui("replay-speed", lang)
        )
        return tag(
            "form",
            tag("p", ui("replay-minute", lang, n=at, of=last)),
            slider,
            tag("div", tag("span", play, pace, class_="rs-plays"), back, on, class_="rs-moves"),
            tag("p", ui("replay-still", lang), class_="rs-quiet rs-still"),
            class_="rs-replay",
        )


def then(plan, controls, events, book, state, told, at, name, lang):
    """The board as it stood when the clock showed `at` minutes, and what happened in the minute before."""
    when = state.clock.moment(at * 60) or datetime.fromisoformat(told.timeline[-1].at) if told.timeline else None
    if when is None:
        return join()
    state = drills.fold(plan, controls, when)
    board = drills.board(plan, state, [e for e in events if datetime.fromisoformat(e.at) <= when], book)
    return join(
        console_board.counts(board, lang),
        console_after.timeline([m for m in told.timeline if at * 60 - 60 <= m.clock < at * 60], name, lang),
    )


def _whole(*texts):
    """The last of these texts that is a whole number; None if none is."""
    return next(
        (int(t) for t in reversed(texts) if isinstance(t, str) and t.isascii() and t.isdigit() and len(t) < 6), None
    )
