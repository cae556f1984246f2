"""Scenarios: read a case file, check it, and walk through it as a frozen state that can be rebuilt from events."""

from rightdoor.cases.case import Case, Option, Step, fill, variants
from rightdoor.cases.check import day_of
from rightdoor.cases.kinds import DECIDES, KINDS, NOT_KNOWN, AnswerError
from rightdoor.cases.read import CaseError, check, library, load
from rightdoor.cases.walk import Move, Prompt, Walk, begin, replay

__all__ = [
    "DECIDES",
    "KINDS",
    "NOT_KNOWN",
    "AnswerError",
    "Case",
    "CaseError",
    "Move",
    "Option",
    "Prompt",
    "Step",
    "Walk",
    "begin",
    "check",
    "day_of",
    "fill",
    "library",
    "load",
    "replay",
    "variants",
]
