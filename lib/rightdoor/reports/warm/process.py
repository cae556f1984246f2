"""The warm process: everything a report needs is imported and tried once, then it only forks.

`forked(what)` gives the pipe to a new child. In a warm process the child is its own; any other process, which may have
threads, starts one warm process and asks it. That one ends, with all its children, when the one that started it does.
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
from multiprocessing.connection import Connection

PR_SET_PDEATHSIG = 1
WHAT = {"kernel": b"k", "worker": b"w"}

_warm = False  # whether this process is itself warm, has one thread and may fork
_helper = None  # (pid of the process that started it, Helper)


def forked(what):
    """A Connection to a new child that runs `what`, of WHAT."""
    ours, theirs = socket.socketpair()
    with theirs:
        if _warm:
            _fork(what, theirs)
        else:
            helper().ask(what, theirs)
    return Connection(ours.detach())


def reap(pid):
    """Take note of a child's end, if it was ours."""
    if _warm and pid is not None:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, 0)


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

    def ask(self, what, end):
        """Let it fork a child that runs `what` and talks to the socket `end`."""
        socket.send_fds(self.asks, [WHAT[what]], [end.fileno()])

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

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # children need no waiting for
    asks = socket.socket(fileno=int(arguments[0]))
    from rightdoor.reports.warm import rehearsal

    rehearsal.warm(arguments[1], [word.split(":") for word in arguments[2:]])
    gc.collect()
    gc.freeze()  # a child's collector then leaves these pages alone, so they stay shared
    chosen = selectors.DefaultSelector()
    chosen.register(asks, selectors.EVENT_READ)
    chosen.register(0, selectors.EVENT_READ)
    while True:
        if any(key.fileobj == 0 for key, _ in chosen.select()):
            os._exit(0)
        what, ends, _, _ = socket.recv_fds(asks, 16, 1)
        if not what:
            os._exit(0)
        with socket.socket(fileno=ends[0]) as end:
            _fork({letter: name for name, letter in WHAT.items()}[what], end, asks, chosen)


def _fork(what, end, *mine):
    """Fork a child that runs `what`; `mine` is closed in it. It ends when this process does."""
    parent = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)
        os.setsid()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for one in mine:
            one.close()
        _run(what, Connection(end.detach()))
    finally:
        os._exit(1)


def _run(what, connection):
    global _warm
    if what == "worker":
        from rightdoor.reports.factory import worker

        _warm = True
        worker.main(connection)
    else:
        from rightdoor.reports.warm import kernel

        _warm = False
        gc.freeze()  # what was there before is nothing for the collector of this process
        asyncio.run(kernel.main(connection))
        os._exit(0)


if __name__ == "__main__":
    # the module as others know it: a child must not find it twice
    from rightdoor.reports.warm import process

    sys.exit(process.main(sys.argv[1:]))
