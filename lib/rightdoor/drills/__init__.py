"""Drills: a class works the same cases against a clock. Plans, the state folded from events, the board, the debrief."""

from rightdoor.drills.board import SILENT, STATES, STUCK, WORKING, Board, Row, Share, StepCount, board, due
from rightdoor.drills.card import ANY, draw
from rightdoor.drills.debrief import Again, Debrief, Heard, Moment, Own, Ticked, debrief, expected, own_debrief
from rightdoor.drills.opening import load, open_drill, plan_of, seed_of
from rightdoor.drills.plan import CLOSE, EACH, NEVER, Expected, Inject, Plan, PlanError, check, library
from rightdoor.drills.state import CLOSED, OVER, PAUSED, RUNNING, WAITING, Clock, Drill, NoDrill, Seat, fold

__all__ = [
    "ANY",
    "CLOSE",
    "CLOSED",
    "EACH",
    "NEVER",
    "OVER",
    "PAUSED",
    "RUNNING",
    "SILENT",
    "STATES",
    "STUCK",
    "WAITING",
    "WORKING",
    "Again",
    "Board",
    "Clock",
    "Debrief",
    "Drill",
    "Expected",
    "Heard",
    "Inject",
    "Moment",
    "NoDrill",
    "Own",
    "Plan",
    "PlanError",
    "Row",
    "Seat",
    "Share",
    "StepCount",
    "Ticked",
    "board",
    "check",
    "debrief",
    "draw",
    "due",
    "expected",
    "fold",
    "library",
    "load",
    "open_drill",
    "own_debrief",
    "plan_of",
    "seed_of",
]
