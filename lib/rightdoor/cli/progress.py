"""A line that says how far a long command has come, on a terminal only, and only once it has taken two seconds."""

import sys
import time

from rightdoor.text import Pair, say

PATIENCE, EVERY = 2.0, 0.5


class Progress:
    """`with Progress(words, lang) as told: told(n)`: shows `words` (a Pair with {n}) on standard error; then clears it.

    `out` is the stream to write to; nothing is written if it is no terminal.
    """

    def __init__(self, words, lang, out=None):
        self.words, self.lang, self.out = words, lang, out or sys.stderr
        self.began = self.last = time.monotonic()
        self.shown = 0

    def __enter__(self):
        return self

    def __call__(self, n):
        now = time.monotonic()
        if self.out.isatty() and now - self.began >= PATIENCE and now - self.last >= EVERY:
            line = say(self.words.format(n=n), self.lang)
            self.out.write("\r" + line)
            self.out.flush()
            self.last, self.shown = now, max(self.shown, 2 * len(line))  # a Chinese character is two columns wide

    def __exit__(self, *_):
        if self.shown:
            self.out.write("\r" + " " * self.shown + "\r")
            self.out.flush()


READ = Pair("已读 {n} 条……", "{n} read …")
WRITTEN = Pair("已写 {n} 条……", "{n} written …")
