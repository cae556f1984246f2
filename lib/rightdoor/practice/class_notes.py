"""An instructor's notes on a drill: lines added to one file in the folder of the class, for its owner alone.

Two instructors may write at once; a line is added whole and none is ever changed here.
"""

from datetime import datetime
from pathlib import Path

from rightdoor.practice.markup import plain
from rightdoor.records.place import private
from rightdoor.text import ui

NAME = "notes.txt"
LONGEST = 2000  # characters of one note
MOST = 200  # notes that are shown


class Notes:
    """The notes in a folder, or none where there is no folder (`kept` says which)."""

    def __init__(self, folder):
        self.path = Path(folder) / NAME if folder else None

    @property
    def kept(self):
        """Whether there is a place for notes."""
        return self.path is not None and self.path.parent.is_dir()

    def add(self, words, lang):
        """Add one note; what to say of it."""
        words = " ".join(plain(words[:LONGEST]).split())
        if not words or not self.kept:
            return ui("note-empty", lang)
        try:
            with open(self.path, "a", encoding="utf-8", newline="\n", opener=private) as out:
                out.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M}\t{words}\n")
        except OSError:
            return ui("note-not-kept", lang)
        return ui("note-kept", lang)

    def read(self):
        """`(time, words)` of the notes, the latest first."""
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines() if self.kept else []
        except OSError:
            lines = []
        return [tuple(line.split("\t", 1)) for line in reversed(lines) if "\t" in line][:MOST]
