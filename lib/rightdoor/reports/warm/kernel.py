"""What a forked child runs: IPython's own kernel, its output streams included, with a pipe where sockets would be.

The pipe carries what a notebook keeps: outputs, replies and the messages of widgets. That a kernel is busy, idle again or
has read its input is told by the reply, since nothing can overtake it.
"""

import asyncio
import codecs
import contextlib
import os
import select
import signal
import sys
import threading
from datetime import UTC, datetime
from inspect import isawaitable
from types import SimpleNamespace

from ipykernel.inprocess.ipkernel import InProcessKernel
from ipykernel.inprocess.socket import DummySocket
from ipykernel.iostream import IOPubThread, OutStream
from jupyter_client.session import Session
from traitlets.config import Config

from rightdoor.reports import memory

CHUNK = 65536  # bytes: read at once from a file descriptor; said before the bell rings
BESIDE = 1024  # bytes of a pipe that a message takes beside its own
BACKEND = {"MPLBACKEND": "module://matplotlib_inline.backend_inline"}  # as ipykernel sets it


class Wire(Session):
    """Sends messages over the connection of the child, from whichever thread. JSON, as any kernel's are.

    `bell` rings at the other end, `unheard` is the room in the pipe taken since; `widgets` tells whether one has said
    something.
    """

    connection, lock, bell, unheard, widgets = None, threading.Lock(), None, 0, False

    def send(self, stream, msg_or_type, content=None, parent=None, ident=None, buffers=None, metadata=None, **_):
        """Send a message and return it, as Session.send does."""
        message = msg_or_type
        if isinstance(message, str):
            message = {"msg_type": message, "content": content, "parent_header": (parent or {}).get("header", parent)}
        asked = (message["parent_header"] or {}).get("msg_id")
        text = self.pack([message["msg_type"], asked, metadata or {}, message["content"]])
        parts = [text, *map(bytes, buffers or message.get("buffers") or ())]
        Wire.widgets |= message["msg_type"].startswith("comm_")
        with self.lock:
            Wire.unheard += BESIDE + sum(map(len, parts))
            if self.unheard > CHUNK:  # more might not find room in the pipe
                self.ring()
            self.connection.send(parts)
        return message

    @classmethod
    def ring(cls):
        """Have the other end hear what was sent, and what is about to be."""
        cls.unheard = 0
        os.eventfd_write(cls.bell, 1)


class Stream(OutStream):
    """An output stream that also has, when it is flushed, all that was written to its file descriptor.

    ipykernel reads the descriptor in a thread and hopes that it was quick enough; the text of a program that a cell
    started would now and then stand under the next cell.
    """

    def __init__(self, session, thread, name):
        self.reading, self.decoder = threading.Lock(), codecs.getincrementaldecoder("utf-8")(errors="replace")
        super().__init__(session, thread, name, watchfd=False)

    def begin(self, descriptor):
        """Have what is written to this file descriptor of this process from now on."""
        self._master_pid = os.getpid()
        self._original_stdstream_copy = os.dup(descriptor)
        self.written, end = os.pipe()
        os.dup2(end, descriptor)

    def show(self):
        """Send what was printed, or written to the descriptor, since the last flush."""
        self._take()
        if self._flush_pending:
            super().flush()

    def _take(self):
        with self.reading:
            while select.select([self.written], [], [], 0)[0]:
                self.write(self.decoder.decode(os.read(self.written, CHUNK)))

    def flush(self):
        """Send what there is."""
        self._take()
        super().flush()


class Straight(IOPubThread):
    """Sends at once, from the thread that has something to say: at the other end of a pipe there is one reader."""

    def _setup_event_pipe(self):
        """No other thread, so nothing to wake it with."""


class Kernel(InProcessKernel):
    """The kernel of one notebook, made in the warm process and taken into use in a child."""

    _supports_kernel_subshells = False
    goes_on = True  # after the request just answered, with the next of its list

    @classmethod
    def made(cls, folder):
        """A kernel as ipykernel's application would set it up. It reads nothing of the user's own, and keeps its
        profile in `folder`."""
        own = Config()
        own.HistoryManager.hist_file = ":memory:"
        own.InteractiveShell.ipython_dir = folder
        session = Wire(key=b"", check_pid=False)
        kernel = cls.instance(config=own, session=session, iopub_thread=Straight(DummySocket(), session=session))
        kernel._execute_sleep = 0  # it waits for a socket's other thread, and there is none
        kernel.shell.extension_manager.load_extension("storemagic")
        kernel.shell.run_cell("None", store_history=False, silent=True)
        kernel.shell.display_formatter.format(None)
        kernel.stdout, kernel.stderr = (Stream(session, kernel.iopub_thread, name) for name in ("stdout", "stderr"))
        os.environ.update({**BACKEND, **os.environ})
        kernel.environment = dict(os.environ)  # what a child has already
        kernel.found = {}  # by the source of what is being run, what `transformed` gave
        kernel.transform, kernel.shell.transform_cell = kernel.shell.transform_cell, kernel.transformed
        return kernel

    def transformed(self, source):
        """Python of a cell with magics, found once: ipykernel asks for it, and then IPython."""
        if source not in self.found:
            self.found[source] = self.transform(source)
        return self.found[source]

    def begin(self, connection, bell):
        """Talk over `connection` from now on, with the output streams and the event loop of this process."""
        Wire.connection, Wire.bell = connection, bell
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):  # what a cell prints comes back as its output and goes nowhere else
            os.dup2(nowhere, descriptor)
        self.stdout.begin(1)
        self.stderr.begin(2)
        sys.stdout, sys.stderr = self.stdout, self.stderr
        threading.Thread(target=_watch, args=(connection.fileno(), (self.stdout, self.stderr)), daemon=True).start()
        self.shell_channel_thread = SimpleNamespace(parent_thread=threading.current_thread())
        self.io_loop = SimpleNamespace(add_callback=asyncio.get_running_loop().call_soon_threadsafe)

    async def serve(self):
        """Answer requests until the other end closes.

        They come in lists, a whole notebook's at once, so that no process waits for another between two cells. After a
        cell for which that is not the same as being asked one by one, the rest of its list is left.
        """
        connection, loop = Wire.connection, asyncio.get_running_loop()
        while True:
            there = loop.create_future()
            loop.add_reader(connection.fileno(), there.set_result, None)
            await there
            loop.remove_reader(connection.fileno())
            try:
                requests = connection.recv()
            except EOFError:
                return
            for request in requests:
                self.found = {}
                self.set_parent([], request)
                answer = self.shell_handlers[request["header"]["msg_type"]](self.shell_stream, [], request)
                if isawaitable(answer):
                    await answer
                if not self.goes_on:
                    break
            Wire.ring()

    def finish_metadata(self, parent, metadata, reply_content):
        """Tell with the reply how long the cell took and whether the next one follows at once: it does not when this
        one failed, when a widget may be told something first, or when other tasks wait for the event loop."""
        self.goes_on = reply_content["status"] == "ok" and not Wire.widgets and len(asyncio.all_tasks()) == 1
        took = (datetime.now(UTC) - metadata["started"]).total_seconds()
        about = super().finish_metadata(parent, metadata, reply_content)
        return {**about, "seconds": took, "goes_on": self.goes_on}

    def _publish_status(self, *_, **__):
        """Told by the reply."""

    _publish_execute_input = _publish_status


def _become(environment):
    """Have this environment."""
    for name in os.environ.keys() - environment.keys():
        del os.environ[name]
    os.environ.update(environment)


def _watch(pipe, streams):
    """In a thread: show what is printed before its cell has ended; end this process, whatever its cell is at, when the
    one at the other end of the pipe is no more."""
    watched = select.poll()
    watched.register(pipe, select.POLLRDHUP)
    for stream in streams:
        watched.register(stream.written, select.POLLIN)
    while not any(file == pipe for file, _ in watched.poll(1000 * OutStream.flush_interval)):
        for stream in streams:
            with contextlib.suppress(Exception):  # a cell may have closed it, or have left no memory: we stay
                stream.show()
    os.killpg(0, signal.SIGKILL)


async def main(connection, bell):
    """Serve the notebook at the other end of `connection` until it closes; `bell` is an eventfd."""
    how = connection.recv()
    os.chdir(how["cwd"])
    sys.path.insert(0, "")  # as ipykernel does: a notebook may import what lies beside it
    kernel, environment = Kernel.instance(), {**BACKEND, **how["environment"]}
    if environment != kernel.environment:
        _become(environment)
    if how["memory_mb"]:
        memory.bind(memory.present() + how["memory_mb"])
    kernel.begin(connection, bell)
    connection.send((os.getpid(), kernel.language_info))
    await kernel.serve()
