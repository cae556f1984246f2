"""Control events: what was done with a drill (opened, started, paused …), in ids and numbers only.

They are append-only like everything in the log. The state of a drill, and its clock, are read off them.
"""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime

from rightdoor.records.event import CODE, WORD, ids_and_numbers

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
)


@dataclass(frozen=True, slots=True)
class Control:
    """One thing done with the drill of that id. `learner` is the code of the one seat it is about, or empty: all.

    `data` holds ids and whole numbers: of `opened` plan, version, snapshot; of `injected` inject; of `extended` minutes;
    of `joined` device, an id of the open page. Whatever is no id or number raises ValueError.
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
    if control.learner and not (isinstance(control.learner, str) and CODE.match(control.learner)):
        yield "the learner is not a code (lower-case letters, digits, hyphens)"
    if not (isinstance(control.data, dict) and ids_and_numbers(control.data)):
        yield "the data hold something that is neither an id nor a whole number"
    try:
        if datetime.fromisoformat(control.at).utcoffset() is None:
            yield "the time has no zone"
    except (TypeError, ValueError):
        yield "the time is not ISO 8601"
