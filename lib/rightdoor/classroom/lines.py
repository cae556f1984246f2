"""Whose line is lost, and since when: what the server of a class sees, for the console of its instructor.

It is of this moment only and stands in a file in the folder of the class; nothing of it is recorded.
"""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from rightdoor.classroom.folder import ClassError

NAME = "lines.json"


class Lines:
    """The lines of the class in a ClassFolder. `known` are the codes of those who have been in before."""

    def __init__(self, folder, known=()):
        self.folder, self.known, self.lost = folder, set(known), {}

    def look(self, there, now=None):
        """`there` are the codes that are on the line now; of all others who have been, it is lost."""
        now = now or datetime.now(UTC)
        self.known |= there
        lost = {code: self.lost.get(code, now) for code in self.known - there}
        if lost != self.lost:
            self.lost = lost
            with suppress(ClassError):  # for want of room: the class goes on
                self.folder.write(NAME, json.dumps({code: at.isoformat() for code, at in lost.items()}))


def lost(folder):
    """`{code: since when}` as the server last wrote it; empty where there is no folder, or nothing to be read."""
    try:
        found = json.loads((Path(folder) / NAME).read_text("utf-8")) if folder else {}
        return {str(code): datetime.fromisoformat(at) for code, at in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
