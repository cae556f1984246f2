"""What a learner can do, skill by skill, what is due again, and which case is worth the next quarter of an hour."""

from rightdoor.mastery.advice import Advice, Offer, advise, offer, offers
from rightdoor.mastery.evidence import Try, changes, tries
from rightdoor.mastery.learner import Standing, standing
from rightdoor.mastery.schedule import Item, review
from rightdoor.mastery.skills import STATES, Skill, skill, wilson

__all__ = [
    "STATES",
    "Advice",
    "Item",
    "Offer",
    "Skill",
    "Standing",
    "Try",
    "advise",
    "changes",
    "offer",
    "offers",
    "review",
    "skill",
    "standing",
    "tries",
    "wilson",
]
