"""A case: the facts, read against the law of two days, with the few questions that many rules ask of it.

`then` is the law of the day of the conduct (substance); `now` that of the day on which one reports or the matter is
decided (procedure, doors). Questions about open facts answer True, False or None.
"""

from datetime import date
from functools import cached_property

from rightdoor.law import terms, tier
from rightdoor.law.rule import law_of

SECTOR_DOORS = {
    "finance": "financial-regulator",
    "telecom": "telecom-authority",
    "transport": "transport-authority",
    "courier": "postal-authority",
    "education": "education-authority",
    "medical": "health-authority",
}


class Case:
    """Facts and Book together. Read-only for rules."""

    def __init__(self, facts, book, today=None):
        self.facts, self.book = facts, book
        self.on = facts.on
        self.decided = facts.decided_on or max(today or date.today(), facts.on)
        self.then, self.now = law_of(book, facts.on), law_of(book, self.decided)
        actor = facts.leaker.actor
        self.actor = None if actor == "unknown" else actor
        self.sector = facts.leaker.sector
        self.duty = facts.leaker.through_duty
        self.conduct = frozenset(facts.conduct or ())
        self.kinds = frozenset(datum.kind for datum in facts.data or () if datum.kind)
        self.harm = frozenset(facts.harm or ())
        self.urgency = frozenset(facts.urgency or ())
        self.reports = facts.prior_report or ()

    # ---- what was done ----

    @property
    def conduct_known(self):
        """Whether anything is known of what was done."""
        return bool(self.conduct)

    @cached_property
    def gave(self):
        """Sold, passed on, published or exchanged: True, False, or None while the conduct is unknown."""
        return not terms.GIVING.isdisjoint(self.conduct) if self.conduct else None

    @cached_property
    def took(self):
        """Looked up, bought or otherwise obtained: True, False or None."""
        return not terms.TAKING.isdisjoint(self.conduct) if self.conduct else None

    @cached_property
    def offends(self):
        """An act that criminal-law/253-1 knows (giving or taking): True, False or None."""
        return self.gave or self.took if self.conduct else None

    @cached_property
    def only_looked(self):
        """Looked up and nothing passed on, as far as known."""
        return "looked_up" in self.conduct and not self.gave

    @cached_property
    def careless(self):
        """Negligent publication or failure to protect."""
        return not terms.CARELESS.isdisjoint(self.conduct)

    @cached_property
    def online(self):
        """The data is or was online."""
        return "published_online" in self.conduct or "data_online" in self.urgency

    @cached_property
    def id_card(self):
        """Whether data recorded on an identity card is concerned: True, False or None."""
        data = self.facts.data
        if not data:
            return None
        if any(d.from_id_card or (d.kind == "id_card_set" and d.from_id_card is None) for d in data):
            return True
        return None if any(d.from_id_card is None for d in data) else False

    # ---- who ----

    @property
    def police(self):
        """A police officer."""
        return self.actor == "police_officer"

    @property
    def official(self):
        """A person who exercises public power (supervision-law/15)."""
        return self.actor in terms.SUPERVISED

    @property
    def business(self):
        """A company or platform, or one of their staff."""
        return self.actor in terms.BUSINESSES or self.actor in terms.BUSINESS_STAFF

    @cached_property
    def sector_door(self):
        """The regulator of the sector, or None."""
        return SECTOR_DOORS.get(self.sector)

    @cached_property
    def many(self):
        """Whether several people are known to be affected: True, False or None while nobody has counted them."""
        return None if self.facts.victims is None else self.facts.victims > 1

    @cached_property
    def perhaps_many(self):
        """Whether several people are, or may well be affected: several items may still be those of one person."""
        return self.many or (self.many is None and any((datum.count or 0) > 1 for datum in self.facts.data or ()))

    # ---- how serious ----

    @cached_property
    def era(self):
        """Before the crime existed, under its first text with one tier, or under the text with two."""
        if self.then.number("pi-crime/serious-max-years") is None:
            return tier.NOT_YET
        return tier.ONE_TIER if self.then.number("pi-crime/especially-serious-max-years") is None else tier.TWO_TIERS

    @cached_property
    def measure(self):
        """The LawOfDay whose interpretation measures the act: its own day, else the day of decision, else None."""
        return next((law for law in (self.then, self.now) if tier.scale_of(law)), None)

    @cached_property
    def scale(self):
        """The Scale of that day, or None."""
        return tier.scale_of(self.measure) if self.measure else None

    @cached_property
    def state(self):
        """The case as the tier sees it."""
        return tier.state_of(self.facts, self.era, self.scale)

    @cached_property
    def bounds(self):
        """Lowest and highest tier that the open facts leave possible."""
        return tier.bounds(self.state)

    @cached_property
    def tier(self):
        """The tier's id; `unknown` where the open facts, or the law itself, do not settle it."""
        low, high = self.bounds
        return tier.NAMES[low] if low == high else "unknown"

    @cached_property
    def halved(self):
        """Whether the half standards apply (interp-2017-10/5:1(8)): True, False or None."""
        if self.scale is None or self.era == tier.NOT_YET or self.gave is False or self.duty is False:
            return False
        if self.era == tier.ONE_TIER and self.state.listed != (True,):
            return None if True in self.state.listed else False
        return True if self.gave and self.duty else None

    @cached_property
    def score(self):
        """Weighted number of items over the standard, on the scale that applies; None while counts are open."""
        if self.scale is None:
            return None
        low, high = self.scale.weigh(self.facts.data)
        if low != high:
            return None
        return low * (self.scale.divisor if self.halved else 1) / self.scale.unit

    @cached_property
    def lawful_purchase(self):
        """Article 6: class C bought for lawful business and not passed on. True, False or None."""
        state = self.state
        fits = [
            act.only_bought and lawful and only_c
            for act in state.acts
            for lawful in state.lawful
            for only_c in state.only_c
        ]
        return all(fits) or (None if any(fits) else False)

    def number(self, id):
        """A number of the day of the conduct, or of the day of decision where there was none."""
        value = self.then.number(id)
        return self.now.number(id) if value is None else value

    def because(self, paths):
        """The facts at these paths, as they were given; a tuple of paths is flattened."""
        return {path: value for path in paths for value in [self.facts.get(path)] if value is not None}

    def data_paths(self, kinds=None, field="count"):
        """The paths of all data, or of these kinds."""
        return [f"data[{i}].{field}" for i, d in enumerate(self.facts.data or ()) if kinds is None or d.kind in kinds]
