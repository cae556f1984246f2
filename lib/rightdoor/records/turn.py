"""Writers of one SQLite file take turns.

SQLite lets waiting writers sleep and try again, so that under load a few get in at once and others wait for seconds,
at worst until they are refused. A lock of the operating system lets the next one in the moment the file is free. It
vanishes with its process. Where there is none, as on Windows, SQLite's own waiting has to do.
"""

import os
import threading
from contextlib import contextmanager

from rightdoor.records.place import private

try:
    import fcntl
except ImportError:
    fcntl = None


class Turn:
    """The queue for the file at `path`, kept in a file beside it. `with turn:` waits until it is ours."""

    def __init__(self, path):
        self.path, self.file, self.threads = f"{path}-turn", None, threading.RLock()
        self.depth = 0

    def __enter__(self):
        self.threads.acquire()
        self.depth += 1
        if fcntl and self.depth == 1:
            try:
                if self.file is None:
                    self.file = private(self.path, os.O_CREAT | os.O_RDWR)
                fcntl.flock(self.file, fcntl.LOCK_EX)
            except OSError:
                self._let_go()  # no room for even an empty file: SQLite's own lock is still there
        return self

    def __exit__(self, *_):
        self.depth -= 1
        if self.file is not None and self.depth == 0:
            fcntl.flock(self.file, fcntl.LOCK_UN)
        self.threads.release()

    def _let_go(self):
        if self.file is not None:
            os.close(self.file)
            self.file = None

    def close(self):
        """Close the lock file."""
        with self.threads:
            self._let_go()


@contextmanager
def no_turn():
    """For a database server, which keeps its own queue."""
    yield
