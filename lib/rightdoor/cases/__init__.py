"""Scenarios: read a case file, check it, and walk through it as a frozen state that can be rebuilt from events."""

from rightdoor.cases.case import Case, Option, Step, day_of, fill, fill_facts, variants
from rightdoor.cases.demands import LEVELS, demands, level
from rightdoor.cases.kinds import DECIDES, KINDS, NOT_KNOWN, AnswerError
from rightdoor.cases.read import CaseError, check, is_check, library, load, practice
from rightdoor.cases.review import NOT_REVIEWED, status
from rightdoor.cases.walk import Move, Prompt, Walk, begin, replay, trial

__all__ = [
    "DECIDES",
    "KINDS",
    "LEVELS",
    "NOT_KNOWN",
    "NOT_REVIEWED",
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
    "demands",
    "fill",
    "fill_facts",
    "is_check",
    "level",
    "library",
    "load",
    "practice",
    "replay",
    "status",
    "trial",
    "variants",
]
