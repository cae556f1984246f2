"""One learner's way through one case, tied to the event log: what is shown as recorded is on disk.

Without a log (the store cannot be opened) the same session goes on in memory and `trouble` says so.
"""

import secrets
import time
from contextlib import contextmanager

from rightdoor import cases, feedback, records
from rightdoor.records import StoreError
from rightdoor.records.event import CERTAINTY

OTHER_VARIANT_TRIES = 60


class Session:
    """Opens the latest walk of `learner` through `case`, or begins one. `seed` fixes the variant of a new walk.

    `drill` is the run of a class that it belongs to; walks outside it are left alone.

    `walk` is the frozen state; `last` is None or the (walk before, response, Feedback, certainty) of the last answer;
    `trouble` is None or the Problem of a store that cannot be used now.
    """

    def __init__(self, case, learner, lang, log=None, trouble=None, seed=None, drill=""):
        self.case, self.learner, self.lang, self.log, self.trouble = case, learner, lang, log, trouble
        self.walk, self.last, self.run, self.known, self.drill = None, None, None, set(), drill
        with self._store():
            self._resume()
        if self.walk is None:
            self._begin("started", cases.begin(case, seed or _seed()))
        self.resumed = len(self.known) > 1
        self.shown_at = time.monotonic()

    # ---- what the trainee does -------------------------------------------------------------------------------------

    def answer(self, response, certainty=None):
        """Judge, record and take an answer; returns its Feedback. AnswerError if it is none."""
        before, certainty = self.walk, certainty if certainty in CERTAINTY else None
        judged = feedback.judge(before, response)
        after = before.take(response, certainty)
        self._append(
            records.answered(
                before, response, self.learner, self.lang, self.run, judged, certainty, self._seconds(), self.drill
            )
        )
        self.walk, self.last = after, (before, before.accept(response), judged, certainty)
        if after.done:
            self._mark("finished", after)
        return judged

    def back(self):
        """Take the last answer back. ValueError at the start."""
        after = self.walk.back()
        self._mark("back", self.walk, self._seconds())
        self.walk, self.last = after, None

    def hint(self):
        """Record that the hint of this step was asked for."""
        self._mark("hint", self.walk, self._seconds())
        self.walk = self.walk.hint()

    def hear(self, id):
        """Record that news of the case has reached her, once. True if it was new to her."""
        if any(news.id == id for news in self.walk.heard):
            return False
        after = self.walk.hear(id)
        self._mark("news", self.walk, response=id)
        self.walk = after
        return True

    def restart(self, another=False):
        """Begin anew, with the same variant or, if the case has one, with `another`."""
        self._begin(
            "restarted", self._other_walk() if another else cases.begin(self.case, self.walk.seed, self.walk.variant)
        )

    def catch_up(self):
        """Read on if another window has gone further. True if it has."""
        with self._store():
            events = self.log.last_walk(self.learner, self.case.id, self.drill) if self.log else ()
            if any(event.id not in self.known for event in events):
                self._replay(events)
                return True
        return False

    def step_shown(self):
        """Start the clock of the step that is on the screen from now on."""
        self.shown_at = time.monotonic()

    @property
    def hinted(self):
        """Whether the hint of the present step was asked for."""
        return self.walk.step is not None and self.walk.step.id in self.walk.hints

    @property
    def recorded(self):
        """Whether everything so far is on disk."""
        return self.log is not None and self.trouble is None

    @property
    def report(self):
        """What the log has to say of itself (a damaged file was set aside), as a Pair, or None."""
        return self.log.report if self.log else None

    # ---- the log ---------------------------------------------------------------------------------------------------

    def _resume(self):
        events = self.log.last_walk(self.learner, self.case.id, self.drill) if self.log else []
        if events:
            self._replay(events)

    def _replay(self, events):
        self.run, self.known = events[0].walk, {event.id for event in events}
        self.walk = cases.replay(self.case, events[0].seed, _once(events))
        self.last = self._last_answer()

    def _last_answer(self):
        """What the last answer was told, judged anew; None if it was taken back or nothing was answered."""
        moves = [(position, move) for position, move in enumerate(self.walk.moves) if move.kind != "news"]
        if not moves or moves[-1][1].kind != "answered":
            return None
        position, move = moves[-1]
        before = self.walk.before(position)
        return before, move.response, feedback.judge(before, move.response), move.certainty

    def _begin(self, kind, walk):
        event = records.started(walk, self.learner, self.lang, kind, self.drill)
        self.walk, self.last, self.run, self.known = walk, None, event.walk, set()
        self._append(event)

    def _mark(self, kind, walk, seconds=None, response=None):
        self._append(records.marked(kind, walk, self.learner, self.lang, self.run, seconds, self.drill, response))

    def _append(self, event):
        with self._store():
            if self.log:
                self.known.add(event.id)
                self.trouble = self.log.keep(event)  # what cannot be written now is held and tried again

    @contextmanager
    def _store(self):
        """A store that fails is told of; the lesson goes on, and the next answer tries the store again."""
        try:
            yield
        except StoreError as error:
            self.trouble = error.problem

    def _other_walk(self):
        for _ in range(OTHER_VARIANT_TRIES):
            walk = cases.begin(self.case, _seed())
            if walk.variant != self.walk.variant:
                break
        return walk

    def _seconds(self):
        return round(time.monotonic() - self.shown_at, 1)


def _once(events):
    """The events without a second answer to the same try at a step: two windows sent it at the same moment."""
    seen = set()
    for event in events:
        mark = (event.step, event.attempt) if event.kind == "answered" else event.id
        if mark not in seen:
            seen.add(mark)
            yield event


def _seed():
    return secrets.token_hex(4)
