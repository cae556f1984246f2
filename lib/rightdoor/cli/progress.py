"""A line that says how far a long command has come, on a terminal only, and only once it has taken two seconds."""

import os
import sys
import time
import unicodedata

from rightdoor.text import Pair, say

PATIENCE, EVERY = 2.0, 0.5
BAR, SHORTEST = 20, 4  # characters of a bar at most, and the fewest that are worth drawing
WIDE = "WFA"  # two columns: for certain, or in a terminal set up for Chinese


class Progress:
    """`with Progress(words, lang) as told: told(n)`: shows `words` (a Pair with {n}) on standard error; then clears it.

    `told(n, of)` draws a bar in place of the number. The line is never longer than the terminal is wide. `out` is the
    stream to write to; nothing is written if it is no terminal.
    """

    def __init__(self, words, lang, out=None):
        self.words, self.lang, self.out = words, lang, out or sys.stderr
        self.began = self.last = time.monotonic()

    def __enter__(self):
        return self

    def __call__(self, n, of=None):
        now = time.monotonic()
        if self.out.isatty() and now - self.began >= PATIENCE and now - self.last >= EVERY:
            self._show(self._line(n, of, self._room()))
            self.last = now

    def __exit__(self, *_):
        if self.out.isatty():  # also the ^C that a terminal writes where it is
            self._show("")

    def _line(self, n, of, room):
        """The words with the number or the bar; where there is no room for that, the number alone."""
        words = lambda n: say(self.words.format(n=n), self.lang)  # noqa: E731
        line = words(n if of is None else _bar(n, of, room - _wide(words(""))))
        for shorter in (str(n) if of is None else f"{n}/{of}", ""):
            if _wide(line) > room:
                line = shorter
        return line

    def _show(self, line):
        """Put `line` in the place of what stands there; the cursor goes back, so that a ^C stays within the line."""
        self.out.write("\r" + line + " " * (self._room() - _wide(line)) + "\r")
        self.out.flush()

    def _room(self):
        """Columns of the terminal but the last, where some would begin a new line."""
        try:
            columns = os.get_terminal_size(self.out.fileno()).columns
        except (AttributeError, OSError, ValueError):
            columns = 0
        return (columns or 80) - 1


def _bar(done, total, room):
    """`[####    ] 2/4` in so many columns at most; without the bar where that is too narrow."""
    count = f"{done}/{total}"
    size = min(BAR, room - len(count) - len("[] "))
    if size < SHORTEST:
        return count
    return f"[{'#' * (size * done // max(total, 1)):<{size}}] {count}"


def _wide(text):
    """The columns that a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in WIDE else 1 for letter in text)


READ = Pair("已读 {n} 条……", "{n} read …")
WRITTEN = Pair("已写 {n} 条……", "{n} written …")
