"""Opening a drill for a class, and finding again what was opened."""

import hashlib
import secrets
from datetime import UTC, datetime

from rightdoor.drills.card import is_card, redraw
from rightdoor.drills.plan import read_plan
from rightdoor.drills.state import NoDrill
from rightdoor.records import Control
from rightdoor.records.place import LETTERS


def load(id, book):
    """The Plan of that id: a file of data/drills, or a drawn card. Raises PlanError or LookupError."""
    return redraw(id, book) if is_card(id) else read_plan(id, book)


def open_drill(log, plan, people, book):
    """Open a drill with a Plan for these people (each with `code` and `lang`); returns its id. Raises StoreError."""
    day = datetime.now(UTC).strftime("%Y%m%d")
    id = f"{plan.id}-{day}-{''.join(secrets.choice(LETTERS) for _ in range(4))}"
    data = {"plan": plan.id, "version": plan.version, "snapshot": book.snapshot}
    seats = [Control("seated", id, person.code, {"lang": person.lang}) for person in people]
    log.direct(Control("opened", id, data=data), *seats)
    return id


def plan_of(controls, book):
    """The Plan that the drill of these Controls was opened with, as it is today. NoDrill if there is none."""
    opened = next((control for control in controls if control.kind == "opened"), None)
    if opened is None:
        raise NoDrill("the drill was never opened")
    return load(opened.data["plan"], book)


def seed_of(drill, code):
    """What fixes a trainee's variants: the same on every machine, for each trainee another."""
    return hashlib.sha256(f"{drill}\x1f{code}".encode()).hexdigest()[:8]
