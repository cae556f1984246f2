"""Control events: what was done with a drill (opened, started, paused …), in ids and numbers only.

They are append-only like everything in the log. The state of a drill, and its clock, are read off them.
"""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime

from rightdoor.records.event import CODE, WORD, ids_and_numbers, time_faults

CONTROLS = (
    "opened",
    "seated",
    "joined",
    "started",
    "injected",
    "paused",
    "resumed",
    "extended",
    "closed",
    "reopened",
    "revoked",
    "readmitted",
    "seen",
)
# What the data of a kind must hold, and of what type; what else they hold is nobody's concern
NEEDED = {"opened": {"plan": str}, "seated": {"lang": str}, "seen": {"inject": str}}
TYPED = {"plan": str, "version": str, "snapshot": str, "lang": str, "inject": str, "device": str, "minutes": int}
MOST_MINUTES = 24 * 60  # by which a drill is made longer or shorter at once


@dataclass(frozen=True, slots=True)
class Control:
    """One thing done with the drill of that id. `learner` is the code of the one seat it is about, or empty: all.

    `data` holds ids and whole numbers: of `opened` plan, version, snapshot; of `injected` inject; of `extended` minutes;
    of `joined` device, an id of the open page; of `seen`, when news stood on a trainee's page, inject. Whatever is no id or number raises ValueError.
    """

    kind: str
    drill: str
    learner: str = ""
    data: dict = field(default_factory=dict)
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="milliseconds"))

    def __post_init__(self):
        for wrong in _faults(self):
            raise ValueError(f"control event: {wrong}")

    @property
    def row(self):
        """The event as JSON values."""
        return {name: getattr(self, name) for name in self.__slots__}


def _faults(control):
    if control.kind not in CONTROLS:
        yield f"unknown kind {str(control.kind)[:40]!r}"
    for name in ("drill", "id"):
        if not (isinstance(getattr(control, name), str) and WORD.match(getattr(control, name))):
            yield f"{name} is not an id"
    if not isinstance(control.learner, str) or (control.learner and not CODE.match(control.learner)):
        yield "the learner is not a code (lower-case letters, digits, hyphens)"
    if not (isinstance(control.data, dict) and ids_and_numbers(control.data)):
        yield "the data hold something that is neither an id nor a whole number"
    else:
        yield from _faults_of_data(control)
    yield from time_faults(control.at)


def _faults_of_data(control):
    needed = NEEDED.get(control.kind, {})
    for name, kind in TYPED.items():
        value = control.data.get(name)
        if (name in control.data and type(value) is not kind) or (name in needed and not value):
            yield f"the data need {name} as {'an id' if kind is str else 'a whole number'}"
        elif kind is int and abs(value or 0) > MOST_MINUTES:
            yield f"{name} is more than a day"
    if control.kind in ("seated", "seen") and not control.learner:
        yield f"what is {control.kind} needs a learner"
