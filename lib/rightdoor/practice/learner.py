"""What the record knows of one learner: where each case was left, how far she is, and what is worth taking next."""

from dataclasses import dataclass, field

from rightdoor import cases, mastery
from rightdoor.practice.session import Session
from rightdoor.records import StoreError

PAPER_SEED = "paper"  # of a case that is read before it is played


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a learner is with a case: `steps` answered in a walk under way, and whether a walk was `finished`.

    `score` is the mean of the first answers of the walk finished last, 0 to 1, or None; `at` is when she was last there.
    """

    steps: int = 0
    finished: bool = False
    score: float | None = field(default=None, compare=False)
    at: str = field(default="", compare=False)

    @classmethod
    def of(cls, events):
        """From the Events of one learner in one case, oldest first."""
        begun = [e.walk for e in events if e.kind in ("started", "restarted")]
        finished = [e.walk for e in events if e.kind == "finished"]
        under_way = begun and begun[-1] not in finished
        steps = {e.step for e in events if e.kind == "answered" and e.walk == begun[-1]} if under_way else ()
        score = _score(events, finished[-1]) if finished else None
        return cls(len(steps), bool(finished), score, events[-1].at if events else "")


def _score(events, walk):
    first = {e.step: e.score for e in events if e.walk == walk and e.kind == "answered" and e.attempt == 1}
    scores = [score for score in first.values() if score is not None]
    return sum(scores) / len(scores) if scores else None


class Learner:
    """One learner (`code`) with her Log, or without one (`trouble` says why), reading in one language.

    `book` are the tables. Where the record cannot be read, everything is as for somebody new.
    """

    def __init__(self, log, code, trouble, lang, book):
        self.log, self.code, self.lang, self.book = log, code, lang, book
        self._trouble = trouble

    @property
    def trouble(self):
        """The Problem of a store that cannot be used now, or None."""
        return self._trouble or (self.log.trouble if self.log else None)

    def session(self, id, seed=None, drill=""):
        """The Session of a case, where it was left. CaseError if the case cannot be used."""
        return Session(cases.load(id, self.book), self.code, self.lang, self.log, self._trouble, seed, drill)

    def walk(self, id):
        """The Walk of a case as it was left, or one to read; nothing is recorded."""
        case, events = cases.load(id, self.book), self._read(lambda log: log.last_walk(self.code, id))
        return cases.replay(case, events[0].seed, events) if events else cases.begin(case, PAPER_SEED)

    def progress(self):
        """`{case id: Progress}` of every case that was begun."""
        found = {}
        for event in self._read(lambda log: log.events(learner=self.code)):
            found.setdefault(event.case, []).append(event)
        return {id: Progress.of(events) for id, events in found.items()}

    def skills(self):
        """`{skill id: mastery.Skill}` of every skill that was tried."""
        found = {}
        for one in mastery.tries(self._read(lambda log: log.events(learner=self.code)), self.book):
            found.setdefault(one.skill, []).append(one)
        return {id: mastery.skill(id, tries) for id, tries in found.items()}

    def advice(self, offered):
        """What to take next of these Cases: `(id, reasons as Pairs)`, or None without any."""
        advice = mastery.advise(self._standing(offered), [mastery.offer(case) for case in offered], self.book)
        return (advice.case, advice.why) if advice else None

    def _standing(self, offered):
        """The mastery.Standing that her answers in these Cases show."""
        events = self._read(lambda log: log.events(learner=self.code))
        known = [event for event in events if event.case in {case.id for case in offered}]
        return mastery.standing(mastery.tries(known, self.book), mastery.changes(known, self.book))

    def worth_most(self, offered, most):
        """Of these Cases the `most` that are worth most now, the first of them first, and the reasons for it as Pairs."""
        left, chosen, reasons = {case.id: case for case in offered}, [], ()
        offers, stands = {id: mastery.offer(case) for id, case in left.items()}, self._standing(offered)
        while left and len(chosen) < most:
            advice = mastery.advise(stands, [offers[id] for id in left], self.book)
            chosen.append(left.pop(advice.case))
            reasons = reasons or advice.why
        return chosen, reasons

    def _read(self, ask):
        try:
            return ask(self.log) if self.log else []
        except StoreError:
            return []  # the player tells of it where it matters
