"""What the class got wrong: statistics of each step, and what to look at first, in words.

pandas lives here. Every number is about those who reached the step; first tries only, unless all are asked for; groups
of fewer than five learners are not shown.
"""

from rightdoor.analysis.certainty import certainty
from rightdoor.analysis.items import SMALLEST_GROUP, items
from rightdoor.analysis.look import Look, look_first
from rightdoor.analysis.read import events, from_events

__all__ = ["SMALLEST_GROUP", "Look", "certainty", "events", "from_events", "items", "look_first"]
