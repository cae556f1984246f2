"""The near end of a forked kernel: starts it, asks it, hears what it says, ends it."""

import contextlib
import json
import os
import select
import signal
import uuid
from datetime import UTC, datetime

from nbclient.exceptions import DeadKernelError

from rightdoor.reports.warm import process


class Child:
    """A context with one kernel, forked on entry into the present folder and environment, killed on exit.

    `memory_mb` bounds what it may take beyond the warm process; None: no bound. It is what nbclient calls a kernel
    client, as far as the widgets of a notebook speak to one.
    """

    def __init__(self, memory_mb=None):
        self.memory_mb = memory_mb
        self.session = self.shell_channel = self

    def __enter__(self):
        try:
            self.pipe = process.forked("kernel")
            self.pipe.send({"cwd": os.getcwd(), "environment": dict(os.environ), "memory_mb": self.memory_mb})
            self.pid, self.language_info = self.pipe.recv()
            self.ready = select.poll()
            self.ready.register(self.pipe, select.POLLIN)
        except (EOFError, OSError) as error:
            raise DeadKernelError("The warm process could not fork a kernel.") from error
        return self

    def __exit__(self, *_):
        """End it and all it started, at once: it has nothing to keep."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self.pipe.close()

    def ask(self, kind, content):
        """Send a request; returns its id."""
        message = self.msg(kind, content)
        self.send(message)
        return message["header"]["msg_id"]

    def msg(self, kind, content, **parts):
        """A message."""
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind}
        return {"header": header, "metadata": {}, "content": content, "buffers": [], **parts}

    def send(self, message):
        """Send a message; a child that is dead is found out by hearing."""
        with contextlib.suppress(OSError):
            self.pipe.send(message)

    def has_answer(self, seconds):
        """Whether something can be heard, within so many seconds; None: wait for it."""
        return bool(self.ready.poll(seconds and seconds * 1000))

    def heard(self):
        """The next message, as nbclient wants it. EOFError when the child is no more."""
        about, content, *buffers = self.pipe.recv()
        kind, asked, metadata = json.loads(about)
        header = {"msg_type": kind, "date": datetime.now(UTC)}
        return {"header": header, "msg_type": kind, "parent_header": {"msg_id": asked}, "metadata": metadata,
                "content": json.loads(content), "buffers": buffers}  # fmt: skip
