"""Where a learner stands now: every skill with its evidence, every step practised with its next turn."""

from dataclasses import dataclass
from datetime import UTC, datetime

from rightdoor.mastery.schedule import review
from rightdoor.mastery.skills import skill


@dataclass(frozen=True, slots=True)
class Standing:
    """`skills` maps a skill id to its Skill, `items` a `(case, step)` to its Item; `now` is when this was true (UTC)."""

    skills: dict
    items: dict
    now: datetime

    def skill(self, id):
        """The Skill of that id, with no evidence if it was never tried."""
        return self.skills.get(id) or skill(id, ())

    @property
    def due(self):
        """The Items to practise again, those that the law has changed first, then the least known."""
        waiting = [item for item in self.items.values() if item.is_due(self.now)]
        return tuple(sorted(waiting, key=lambda item: (not item.changed, item.known, item.due, item.case, item.step)))


def standing(tries, changed=None, now=None):
    """The Standing that Tries (oldest first) show. `changed` is what `changes` found; `now` is UTC (default: the
    present moment)."""
    now, changed = now or datetime.now(UTC), changed or {}
    by_skill, by_step = {}, {}
    for one in tries:
        by_skill.setdefault(one.skill, []).append(one)
        by_step.setdefault((one.case, one.step), []).append(one)
    return Standing(
        {id: skill(id, mine) for id, mine in by_skill.items()},
        {place: review(mine, now, changed.get(place, ())) for place, mine in by_step.items()},
        now,
    )
