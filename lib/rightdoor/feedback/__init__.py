"""Feedback on one answer: a ladder of small checks, the first helpful sentence, then each option with its reason.

The key is what the law decides on the facts learned so far; it is written nowhere. The reasons are the decision's own
findings, with the case author's words about each option where there are any. Every judged answer ends with an article,
quoted as it stood on the day that governs it.
"""

from rightdoor.feedback import choice, doors, match, number, several
from rightdoor.feedback.choice import NOT_ASKED
from rightdoor.feedback.debrief import Debrief, Line, Skill, law_path, shown
from rightdoor.feedback.debrief import debrief as _debrief
from rightdoor.feedback.explore import Change, Knob, explore, knobs
from rightdoor.feedback.keys import FITS, KEYS, STAGES, fits, key
from rightdoor.feedback.marks import after_hint, points
from rightdoor.feedback.told import NOT_QUITE, RIGHT, WRONG, Feedback, Judged, quotes

__all__ = [
    "FITS",
    "JUDGES",
    "KEYS",
    "NOT_ASKED",
    "NOT_QUITE",
    "RIGHT",
    "STAGES",
    "WRONG",
    "Change",
    "Debrief",
    "Feedback",
    "Judged",
    "Knob",
    "Line",
    "Skill",
    "after_hint",
    "debrief",
    "explore",
    "fits",
    "judge",
    "key",
    "knobs",
    "law_path",
    "points",
    "shown",
]

JUDGES = {
    "choose-one": choice.judge,
    "choose-several": several.judge,
    "order-doors": doors.judge,
    "match": match.judge,
    "finding": several.judge,
    "letter": several.judge,
    "number": number.judge,
    "date": number.judge,
}


def judge(walk, response):
    """The Feedback on answering the present step of `walk`. AnswerError if the response is no answer to it."""
    response = walk.accept(response)
    return JUDGES[walk.step.kind.id](walk, response) if walk.step.judged else _interview(walk, response)


def debrief(walk):
    """The Debrief of a walk: its path beside the law's, each judged answer, the score by skill."""
    return _debrief(walk, judge)


def _interview(walk, response):
    chosen = [o for o in walk.step.options if o.id in ((response,) if isinstance(response, str) else response)]
    says = [walk.fill(pair) for o in chosen for pair in (o.hint or o.tell, o.why) if pair]
    options = tuple(
        Judged(o.id, walk.fill(o.label), True, "wrong" if o.hint else "noted", walk.fill(o.hint or o.why))
        for o in chosen
    )
    back = any(o.hint for o in chosen)
    found = quotes(walk, [id for o in chosen for id in o.cite], walk.step.cite)
    return Feedback("wrong" if back else "noted", None, tuple(says), options, found)
