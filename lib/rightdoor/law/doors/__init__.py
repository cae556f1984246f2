"""Which door, in which order: routes by leaker, ways on when a door was shut, and doors that are not for this case."""

from rightdoor.law.doors.way import ways

__all__ = ["ways"]
