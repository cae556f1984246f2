"""When a step is due again: spaced review by FSRS, brought forward when the law behind it has changed."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from rightdoor.mastery.skills import credit

RETENTION = 0.9  # a step is due when the chance of still knowing it has fallen to this
LONGEST_DAYS = 180  # a community desk changes hands and the law changes: nothing is left alone for longer


@dataclass(frozen=True, slots=True)
class Item:
    """A step of a case as something to remember. `due` is UTC; `known` is the chance of still knowing it now, 0 to 1;
    `changed` are ids of what has changed since it was learned."""

    case: str
    step: str
    skill: str
    tries: int
    due: datetime
    known: float
    changed: tuple[str, ...] = ()

    def is_due(self, now):
        """Whether to practise it again: its time has come, or the law behind it has changed."""
        return bool(self.changed) or self.due <= now


@cache
def _scheduler():
    from fsrs import Scheduler

    # no steps of minutes: a case is worked once in a sitting, and its next turn comes after a night at the earliest
    return Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )


def review(tries, now, changed=()):
    """The Item that the Tries at one step make (oldest first, at least one), as it stands at `now` (UTC)."""
    from fsrs import Card

    scheduler, card = _scheduler(), Card(card_id=0)
    for one in tries:
        card, _ = scheduler.review_card(card, _rating(one), one.at)
    known = scheduler.get_card_retrievability(card, now)
    first = tries[0]
    return Item(first.case, first.step, first.skill, len(tries), card.due, known, tuple(changed))


def _rating(one):
    """How well it went: wrong is again, partly or by guess or hint is hard, right is good, right and sure is easy."""
    from fsrs import Rating

    if one.score < 0.5:
        return Rating.Again
    if credit(one) < 1:
        return Rating.Hard
    return Rating.Easy if one.certainty == "sure" else Rating.Good
