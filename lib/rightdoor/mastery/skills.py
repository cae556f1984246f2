"""How firmly a skill is held: the recent first tries, and how little or much they prove."""

from dataclasses import dataclass
from math import sqrt

from rightdoor.text import Pair

FADE = (
    0.9  # each later try lowers the weight of an earlier one: people learn, and what they once did is not what they do
)
NINETY_PERCENT = 1.6449
GUESSED = 0.5  # a right answer that was a guess proves half as much
FIRM_MEAN, FIRM_LOW, WEAK_HIGH = 0.8, 0.6, 0.6
STATES = {
    "untried": Pair("还没练过", "not tried yet"),
    "unsure": Pair("练得还少，看不准", "too little practice to tell"),
    "weak": Pair("要多练", "needs practice"),
    "growing": Pair("在进步", "getting there"),
    "firm": Pair("稳了", "firm"),
}
ENOUGH = 3  # tries before anything but "too little to tell" is said


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill by its evidence: the number of first tries, their faded mean (0 to 1) and its 90 % interval."""

    id: str
    tries: int
    mean: float | None
    low: float
    high: float

    @property
    def state(self):
        """One of STATES."""
        if not self.tries:
            return "untried"
        if self.mean >= FIRM_MEAN and self.low >= FIRM_LOW:
            return "firm"
        if self.tries < ENOUGH:
            return "unsure"
        return "weak" if self.high < WEAK_HIGH else "growing"


def skill(id, tries):
    """The Skill that these Tries show, oldest first."""
    weight = total = 0.0
    for one in tries:
        weight, total = weight * FADE + 1, total * FADE + credit(one)
    if not weight:
        return Skill(id, 0, None, 0.0, 1.0)
    return Skill(id, len(tries), total / weight, *wilson(total / weight, weight, NINETY_PERCENT))


def credit(one):
    """What a Try proves, 0 to 1: its score; half of it if it was a guess or came after a hint."""
    return one.score * (GUESSED if one.certainty == "guess" or one.hinted else 1)


def wilson(share, n, z=1.96):
    """The Wilson score interval `(low, high)` of a share (0 to 1) seen in `n` cases; z 1.96 for 95 %.

    It keeps within 0 and 1 and says something sensible of small groups. For a mean of scores between 0 and 1 it is
    on the cautious side: no such scores vary more than right and wrong do. `(0, 1)` for n = 0. (Wilson 1927)
    """
    if n <= 0:
        return 0.0, 1.0
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)
