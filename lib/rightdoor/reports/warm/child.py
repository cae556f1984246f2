"""The near end of a forked kernel: starts it, asks it, hears what it says, ends it."""

import contextlib
import json
import os
import select
import signal
import time
import uuid
from datetime import UTC, datetime

from nbclient.exceptions import DeadKernelError

from rightdoor.reports.warm import process

LOOK = 0.2  # seconds after which what was said is heard, though the bell has not rung


class Child:
    """A context with one kernel, forked on entry into the present folder and environment, killed on exit.

    `memory_mb` bounds what it may take beyond the warm process; None: no bound. It is what nbclient calls a kernel
    client, as far as the widgets of a notebook speak to one.

    The kernel rings a bell when it has done what it was asked: to wake up for everything it says costs more than to
    hear it.
    """

    def __init__(self, memory_mb=None):
        self.memory_mb = memory_mb
        self.session = self.shell_channel = self

    def __enter__(self):
        self.bell = os.eventfd(0)
        try:
            self.pipe = process.forked("kernel", self.bell)
            self.pipe.send({"cwd": os.getcwd(), "environment": dict(os.environ), "memory_mb": self.memory_mb})
            self.pid, self.language_info = self.pipe.recv()
        except (EOFError, OSError) as error:
            os.close(self.bell)
            raise DeadKernelError("The warm process could not fork a kernel.") from error
        self.said, self.rung = select.poll(), select.poll()
        self.said.register(self.pipe, select.POLLIN)
        self.rung.register(self.bell, select.POLLIN)
        self.rung.register(self.pipe, select.POLLRDHUP)
        return self

    def __exit__(self, *_):
        """End it and all it started, at once: it has nothing to keep."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self.pipe.close()
        os.close(self.bell)

    def ask(self, kind, *contents):
        """Send requests, to be answered one after another; returns their ids."""
        messages = [self.msg(kind, content) for content in contents]
        self.send(*messages)
        return [message["header"]["msg_id"] for message in messages]

    def msg(self, kind, content, **parts):
        """A message."""
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind}
        return {"header": header, "metadata": {}, "content": content, "buffers": [], **parts}

    def send(self, *messages):
        """Send messages; a child that is dead is found out by hearing."""
        with contextlib.suppress(OSError):
            self.pipe.send(messages)

    def has_answer(self, seconds):
        """Whether something can be heard, within so many seconds; None: wait for it."""
        end = time.monotonic() + (float("inf") if seconds is None else seconds)
        while not self.said.poll(0):
            left = end - time.monotonic()
            if left <= 0:
                return False
            if any(file == self.bell for file, _ in self.rung.poll(1000 * min(LOOK, left))):
                os.eventfd_read(self.bell)
        return True

    def heard(self):
        """The next message, as nbclient wants it. EOFError when the child is no more."""
        text, *buffers = self.pipe.recv()
        kind, asked, metadata, content = json.loads(text)
        header = {"msg_type": kind, "date": datetime.now(UTC)}
        return {"header": header, "msg_type": kind, "parent_header": {"msg_id": asked}, "metadata": metadata,
                "content": content, "buffers": buffers}  # fmt: skip
