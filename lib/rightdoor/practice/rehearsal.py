"""A seat played through before the first trainee comes, in the process that is copied for every seat of a class.

What Python, the database and the law do only once (imports, statements, caches) is then done for all of them, and the
memory for it is shared. The record of it is thrown away.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import ipywidgets

from rightdoor import drills, feedback, tables
from rightdoor.practice import console  # noqa: F401  (read here, so that no copy reads it again)
from rightdoor.practice.learner import Learner
from rightdoor.practice.question import PLACE
from rightdoor.practice.seat import Seat
from rightdoor.records import Control, Log

MOST = 30  # steps


@dataclass(frozen=True, slots=True)
class Nobody:
    """Who sits there."""

    lang: str
    code: str = "rehearsal"


def rehearse(plan, lang):
    """Sit in a drill of the plan of that id, answer as the law does until the first case is done, and be debriefed."""
    book, nobody = tables.load(), Nobody(lang)
    with tempfile.TemporaryDirectory() as folder:
        log = Log(str(Path(folder) / "events.sqlite"))
        try:
            drill = drills.open_drill(log, drills.load(plan, book), [nobody], book)
            log.direct(Control("started", drill))
            seat = Seat(Learner(log, nobody.code, None, lang, book), drill)
            for _ in range(MOST):
                if seat.player is None or seat.player.session.walk.done:
                    break
                _answer(seat)
                seat.tick()
            log.direct(Control("closed", drill))
            seat.tick()
        finally:
            log.close()
            ipywidgets.Widget.close_all()  # or every seat would show its page this one


def _answer(seat):
    walk = seat.player.session.walk
    response = feedback.key(walk) if walk.step.judged else None
    if response is None:
        helpful = [option.id for option in walk.prompt().options if not walk.step.option(option.id).hint]
        response = helpful[0] if walk.step.kind.id == "choose-one" else helpful[: walk.prompt().most]
    if walk.step.kind.id == "order-doors":
        for id in response:
            _press(seat, "add", id)
    _press(seat, "answer", *as_form(walk, response))
    _press(seat, "next")


def _press(seat, do, of="", values=None):
    seat.sheet.on_act(do, of, values or {})


def as_form(walk, response):
    """`(of, values)` as the controls of the present step would send this response."""
    kind = walk.step.kind.id
    if kind == "choose-one" and not walk.step.judged:
        return response, {}
    if kind == "order-doors":
        return "", {}
    if kind == "match":
        return "", {PLACE + item: place for item, place in response.items()}
    if kind in ("number", "date"):
        return "", {kind: str(response)}
    return "", {"choice": response if kind == "choose-one" else list(response)}
