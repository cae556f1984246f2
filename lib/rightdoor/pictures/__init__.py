"""Pictures drawn from the tables: functions from a Book, a day and facts to HTML with inline SVG.

Nothing here knows a widget, a figure library or a file of its own but the style sheet. Every picture names itself, says
in a sentence what it shows, and carries the same content as a list.
"""

from rightdoor.pictures.clocks import clock_card
from rightdoor.pictures.crib_sheet import crib
from rightdoor.pictures.figure import amount, style, styled
from rightdoor.pictures.route import door_map
from rightdoor.pictures.rungs import ladder
from rightdoor.pictures.versions import case_timeline, timeline

__all__ = ["amount", "case_timeline", "clock_card", "crib", "door_map", "ladder", "style", "styled", "timeline"]
