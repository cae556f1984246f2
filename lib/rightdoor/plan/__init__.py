"""What a client takes home: doors in order with dates, what to do if one is shut, evidence, red lines. Pure values.

`practice` shows a Plan and `drafts` writes it to files; neither decides anything.
"""

from rightdoor.plan.evidence import Item, evidence
from rightdoor.plan.letters import LETTER_DOORS, PARTS, Words, letter_doors
from rightdoor.plan.make import Due, Place, Plan, make

__all__ = ["LETTER_DOORS", "PARTS", "Due", "Item", "Place", "Plan", "Words", "evidence", "letter_doors", "make"]
