"""The warm process: everything a report needs is imported and tried once, then it only forks.

`forked(what)` gives the pipe to a new child. Only the warm process forks, since every page of memory that a process has
shared by forking costs it a copy when it next writes there: its children ask it for another, and any other process,
which may have threads, starts one and asks that. It ends, with all its children, when the one that started it does.
"""

import asyncio
import atexit
import contextlib
import ctypes
import gc
import os
import signal
import socket
import subprocess
import sys
import tempfile
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

PR_SET_PDEATHSIG = 1
MADV_COLLAPSE, LARGE = 25, 2 << 20  # bytes
WHAT = {"kernel": b"k", "worker": b"w"}

_source = None  # in a child of a warm process: the socket on which to ask it for another
_helper = None  # (pid of the process that started it, Helper)


def forked(what, *files):
    """A Connection to a new child that runs `what`, of WHAT, with these file descriptors."""
    ours, theirs = socket.socketpair()
    with theirs:
        socket.send_fds(_source or helper().asks, [WHAT[what]], [theirs.fileno(), *files])
    return Connection(ours.detach())


def helper(rehearse=()):
    """The warm process of this one; started when first asked for."""
    global _helper
    if _helper is None or _helper[0] != os.getpid() or not _helper[1].alive():
        _helper = (os.getpid(), Helper(rehearse))
        atexit.register(_helper[1].close)
    return _helper[1]


class Helper:
    """A warm process, started; `rehearse` are `(template, lang)` to be tried before the first child is forked."""

    def __init__(self, rehearse=()):
        self.asks, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.folder = tempfile.TemporaryDirectory(prefix="rightdoor-warm-")
        words = [self.folder.name, *(f"{template}:{lang}" for template, lang in rehearse)]
        with theirs:
            # its standard input is its lifeline: only this process holds the other end
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", __spec__.name, str(theirs.fileno()), *words],
                stdin=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
                cwd=self.folder.name,  # where we are just now may soon be gone
                start_new_session=True,  # Ctrl-C is for the one who started it
            )

    def alive(self):
        """Whether it runs."""
        return self.process.poll() is None

    def close(self):
        """End it and all its children, at once."""
        self.process.stdin.close()
        self.process.kill()
        self.process.wait()
        self.asks.close()
        self.folder.cleanup()


def main(arguments):
    """Be the warm process: warm up, then fork whenever asked, until standard input ends."""
    import selectors

    from rightdoor.reports.warm import rehearsal

    rehearsal.warm(arguments[1], [word.split(":") for word in arguments[2:]])
    gc.collect()
    _c("malloc_trim")(0)  # what is not there need not be shared
    _c("prctl")  # found once, not in every child
    gc.freeze()  # a child's collector then leaves these pages alone, so they stay shared
    _in_large_pages()
    chosen = selectors.DefaultSelector()
    inner, source = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    for one in (0, inner, socket.socket(fileno=int(arguments[0]))):
        chosen.register(one, selectors.EVENT_READ)
    signal.signal(signal.SIGCHLD, _reap)
    while True:
        for key, _ in chosen.select():
            what, ends, _, _ = (b"", (), 0, None) if key.fileobj == 0 else socket.recv_fds(key.fileobj, 16, 2)
            if not what:
                os._exit(0)
            _fork({letter: name for name, letter in WHAT.items()}[what], ends, source, chosen)
            for end in ends:
                os.close(end)


@cache
def _c(name):
    """A function of the C library."""
    return getattr(ctypes.CDLL(None), name)


def _in_large_pages():
    """Have the memory that is there mapped in large pages: a fork then copies one entry for each, in place of 512.

    The system may not know how (before Linux 6.1) or may have none left; the memory then stays as it is.
    """
    advise = _c("madvise")
    advise.argtypes = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int
    for line in Path("/proc/self/maps").read_text().splitlines():
        place, rights, _, _, file, *_ = line.split()
        start, end = (int(at, 16) for at in place.split("-"))
        if rights == "rw-p" and file == "0":  # the heap
            for at in range(-(-start // LARGE) * LARGE, end - LARGE + 1, LARGE):
                advise(at, LARGE, MADV_COLLAPSE)


def _reap(*_):
    """Take note of the children that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _fork(what, ends, source, chosen):
    """Fork a child that runs `what` at its ends of what was sent to us; it ends when this process does."""
    global _source
    parent = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    if os.fork():
        return
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _c("prctl")(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)
        os.setsid()
        for key in list(chosen.get_map().values()):
            if key.fileobj != 0:
                key.fileobj.close()
        chosen.close()
        connection = Connection(ends[0])
        if what == "worker":
            from rightdoor.reports.factory import worker

            _source = source
            worker.main(connection)
        else:
            from rightdoor.reports.warm import kernel

            source.close()
            gc.freeze()  # what was there before is nothing for the collector of this process
            asyncio.new_event_loop().run_until_complete(kernel.main(connection, *ends[1:]))
            os._exit(0)
    finally:
        os._exit(1)


if __name__ == "__main__":
    # the module as others know it: a child must not find it twice
    from rightdoor.reports.warm import process

    sys.exit(process.main(sys.argv[1:]))
