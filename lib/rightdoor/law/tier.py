"""How serious: the tiers of criminal-law/253-1, exactly, whatever is unknown.

What is known of a case is reduced to a State in which every open fact is a range. `bounds` gives the lowest and the
highest tier that any completion of the open facts reaches. The tier is settled if both are the same; otherwise two
completions differ. Everything in a State except the kind of act, article 6 and the class of data can only raise the
tier, so its two ends are enough; those three are tried one by one.
"""

from functools import lru_cache
from math import inf, lcm
from typing import NamedTuple

from rightdoor.law import terms

NONE, SERIOUS, ESPECIALLY = 0, 1, 2
NAMES = ("none", "serious", "especially_serious")
BOTH = (False, True)
NOT_YET, ONE_TIER, TWO_TIERS = 0, 1, 2


class Act(NamedTuple):
    """An act as criminal law sees it: giving (sale, provision, publication), taking, or a mere purchase."""

    gave: bool
    took: bool
    only_bought: bool


ACTS = (
    Act(False, False, False),
    Act(False, True, True),
    Act(False, True, False),
    Act(True, False, False),
    Act(True, True, False),
)


class State(NamedTuple):
    """A case as the tier sees it; `False, True` or `low, high` where a fact is open."""

    era: int
    measured: bool
    acts: tuple
    duty: tuple
    listed: tuple
    lawful: tuple
    only_c: tuple
    some_c: tuple
    items: tuple  # tier by number: full scale low and high, half scale low and high
    gains: tuple  # tier by illegal income, likewise
    profit: tuple
    track: tuple
    used: tuple
    prior: tuple
    grave: tuple


@lru_cache(maxsize=10_000)
def bounds(state):
    """The lowest and the highest tier that the open facts leave possible."""
    if state.era == NOT_YET:
        return NONE, NONE
    reached = [
        reach(state, act, lawful, only_c, end)
        for act in state.acts
        for lawful in state.lawful
        for only_c in state.only_c
        for end in (0, -1)
    ]
    return min(reached), max(reached)


def reach(state, act, lawful, only_c, end):
    """The tier of one act with every other open fact at its low (0) or high (-1) end."""
    duty = state.duty[end]
    gave = act.gave and (state.era == TWO_TIERS or (duty and state.listed[end]))
    highest = SERIOUS if state.era == ONE_TIER else ESPECIALLY
    if not gave and not act.took:
        return NONE
    if not state.measured:
        return NONE if end == 0 else highest
    bought_for_business = act.only_bought and lawful
    if bought_for_business and only_c:
        return SERIOUS if state.profit[end] or state.prior[end] else NONE
    tier = ordinary(state, gave, gave and duty, end)
    if bought_for_business and state.some_c[end] and state.profit[end]:
        tier = max(tier, SERIOUS)  # the class C part of a mixed purchase keeps the ground of article 6
    return min(highest, tier)


def ordinary(state, gave, halved, end):
    """The tier under interp-2017-10/5: any one ground is enough, and the heaviest ground counts."""
    if state.grave[end]:
        return ESPECIALLY
    at = (2 if halved else 0) + (0 if end == 0 else 1)
    tier = max(state.items[at], state.gains[at])
    used = state.used[end]
    if state.prior[end] or (gave and (used == 2 or (used and state.track[end]))):
        tier = max(tier, SERIOUS)
    return tier


class Scale:
    """The numbers of the interpretation that measure a case, as whole numbers on one scale."""

    def __init__(self, law):
        number = law.number
        sets = [number("pi-crime/class-a-items"), number("pi-crime/class-b-items"), number("pi-crime/class-c-items")]
        self.thresholds = sets
        self.unit = lcm(*sets)
        self.weights = {
            kind: self.unit // items
            for kinds, items in zip((terms.CLASS_A, terms.CLASS_B, terms.CLASS_C), sets, strict=True)
            for kind in kinds
        }
        self.lightest, self.heaviest = self.unit // max(sets), self.unit // min(sets)
        self.gains = number("pi-crime/gains-yuan")
        self.divisor = number("pi-crime/duty-divisor")
        self.times = number("pi-crime/especially-serious-times")
        self.profit = number("pi-crime/lawful-business-profit-yuan")

    def level(self, amount, standard):
        """0, 1 or 2: below the standard, at or above it, at or above its multiple."""
        return ESPECIALLY if amount >= standard * self.times else SERIOUS if amount >= standard else NONE

    def items_between(self, low, high):
        """Tiers of a weighted number of items between `low` and `high`, on the full and on the half scale."""
        return self._between(low, high, self.unit)

    def gains_between(self, low, high):
        """Tiers of an illegal income between `low` and `high`, on the full and on the half scale."""
        return self._between(low, high, self.gains)

    def _between(self, low, high, standard):
        twice = self.divisor
        return (
            self.level(low, standard),
            self.level(high, standard),
            self.level(low * twice, standard),
            self.level(high * twice, standard),
        )

    def weight(self, datum):
        """The least and the greatest weight one item of this datum can have."""
        if datum.kind is None:
            return self.lightest, self.heaviest
        weight = self.weights[datum.kind]
        return weight, weight

    def weigh(self, data):
        """The least and the greatest weighted number of items; data that is unknown may be anything."""
        if not data:
            return 0, inf
        low = high = 0
        for datum in data:
            light, heavy = self.weight(datum)
            low += light * (datum.count or 0)
            high += inf if datum.count is None else heavy * datum.count
        return low, high


@lru_cache(maxsize=256)
def scale_of(law):
    """The Scale of a LawOfDay, or None where no numbers are in force."""
    return Scale(law) if law.number("pi-crime/class-a-items") is not None else None


def open_flag(value):
    """The range of a yes-or-no fact."""
    return BOTH if value is None else (value,)


def open_test(value, test):
    """The range of a test on a fact that may be unknown."""
    return BOTH if value is None else (test(value),)


def acts_of(conduct):
    """The Act of a conduct list, or all acts where the conduct is unknown."""
    if not conduct:
        return ACTS
    gave = not terms.GIVING.isdisjoint(conduct)
    taking = terms.TAKING.intersection(conduct)
    return (Act(gave, bool(taking), taking == {"bought"} and not gave),)


def only_class_c(data):
    """Whether all data is class C: the range of the answer."""
    kinds = [datum.kind for datum in data or ()]
    if any(kind in terms.CLASS_A or kind in terms.CLASS_B for kind in kinds):
        return (False,)
    return BOTH if not kinds or None in kinds else (True,)


def any_class_c(data):
    """Whether any data is class C: the range of the answer."""
    kinds = [datum.kind for datum in data or ()]
    if any(kind in terms.CLASS_C for kind in kinds):
        return (True,)
    return BOTH if not kinds or None in kinds else (False,)


def any_track(data):
    """Whether a location track is among the data: the range of the answer."""
    kinds = [datum.kind for datum in data or ()]
    if "location_track" in kinds:
        return (True,)
    return BOTH if not kinds or None in kinds else (False,)


def listed(actor, sector):
    """Whether the leaker worked for an institution of the 2009 text, or was one: the range of the answer.

    State organs and finance, telecom, transport, education and medicine are named; the contract's `industry_staff` are
    taken with them. Other bodies may fall under "and the like" (等单位), which is open; a private person does not.
    """
    if actor in terms.STATE_ORGAN_STAFF or actor in ("state_organ", "industry_staff"):
        return (True,)
    if actor == "individual":
        return (False,)
    return (True,) if actor not in (None, "unknown") and sector in terms.LISTED_SECTORS else BOTH


def state_of(facts, era, scale):
    """The State of a case in its era, measured on a Scale (None: no numbers hold)."""
    harm, used = facts.harm, facts.used_in_crime
    gains, profit = facts.gains_yuan, facts.profit_yuan
    return State(
        era,
        scale is not None,
        acts_of(facts.conduct),
        open_flag(facts.leaker.through_duty),
        listed(facts.leaker.actor, facts.leaker.sector),
        open_test(facts.purpose, lambda p: p == "lawful_business"),
        only_class_c(facts.data),
        any_class_c(facts.data),
        any_items(scale, facts.data),
        scale.gains_between(gains or 0, inf if gains is None else gains) if scale else ANY_LEVEL,
        open_test(profit, lambda p: scale is not None and p >= scale.profit),
        any_track(facts.data),
        (0, 2) if used is None else (terms.USED_IN_CRIME.index(used),),
        open_test(facts.prior, lambda p: p != "none"),
        open_test(harm or None, is_grave),
    )


ANY_LEVEL = (NONE, ESPECIALLY, NONE, ESPECIALLY)


def any_items(scale, data):
    """Tiers by number of items, or all of them without a scale."""
    return scale.items_between(*scale.weigh(data)) if scale else ANY_LEVEL


def is_grave(harm):
    """Whether a harm of interp-2017-10/5:2(1) or (2) is among the consequences."""
    return not terms.GRAVE_HARM.isdisjoint(harm) or not terms.WIDE_HARM.isdisjoint(harm)
