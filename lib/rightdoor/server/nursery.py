"""Kernels as copies of one process that has already read everything: what makes the seat of a class cheap.

`python -m rightdoor.server.nursery WARM_UP` imports what a kernel needs, runs the code WARM_UP once, and then makes a
copy of itself for every line of standard input: `{"number": 1, "argv": [...], "env": {...}, "cwd": "..."}`. It answers
`{"ready": true}` first, `{"number": 1, "pid": 4711}` for each, and `{"ended": 4711, "code": 0}` when a kernel is gone.
The memory that a copy does not write to is shared. When standard input closes, every kernel is ended, and this process
after them. Only where a process can be copied (Linux); elsewhere kernels are started in the ordinary way.
"""

import gc
import importlib
import json
import os
import select
import signal
import sys
import threading
from contextlib import suppress

KERNEL_NEEDS = (
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "IPython.core.interactiveshell",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.extensions.storemagic",
    "tornado.platform.asyncio",
    "tornado.queues",
    "psutil",
    "xmlrpc.server",
)


def main():
    """Serve until standard input closes."""
    _read_everything(sys.argv[1])
    if threading.active_count() > 1:
        raise RuntimeError("a process with threads cannot be copied safely")
    heard, told = os.pipe()
    os.set_blocking(heard, False)
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then closes our input
    living, rest = set(), b""
    _say(ready=True)
    while True:
        readable, _, _ = select.select([0, heard], [], [])
        if heard in readable:
            os.read(heard, 4096)
            _bury(living)
        if 0 in readable:
            read = os.read(0, 65536)
            if not read:
                break
            *lines, rest = (rest + read).split(b"\n")
            for line in lines:
                _bear(json.loads(line), living, (heard, told))
    for pid in living:
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)


def _read_everything(warm_up):
    from rightdoor import lean

    lean.skip_iri_grammar()
    sys.modules["debugpy"] = None  # a seat needs no debugger: 25 MiB less, and one door less
    for name in KERNEL_NEEDS:
        importlib.import_module(name)
    exec(warm_up, {})
    gc.collect()
    gc.freeze()  # the collector leaves what is shared alone, and so it stays shared


def _bear(wanted, living, pipes):
    pid = os.fork()
    if pid:
        living.add(pid)
        _say(number=wanted["number"], pid=pid)
        return
    code = 1
    try:
        os.setsid()
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        for end in (*pipes, nothing):
            os.close(end)
        os.environ.clear()
        os.environ.update(wanted["env"])
        os.chdir(wanted["cwd"])
        code = _live(wanted["argv"])
    finally:
        os._exit(code)


def _live(argv):
    from ipykernel.kernelapp import IPKernelApp

    sys.argv = ["ipykernel_launcher", *argv]
    argv = [*argv, f"--IPKernelApp.parent_handle={os.getppid()}"]  # it ends by itself if this process is killed
    try:
        app = IPKernelApp.instance()
        app.initialize(argv)
        if widgets := sys.modules.get("ipywidgets"):
            widgets.register_comm_target(app.kernel)  # it was imported before there was a kernel to tell
        app.start()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


def _bury(living):
    for pid in list(living):
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            living.discard(pid)
            _say(ended=pid, code=os.waitstatus_to_exitcode(status))


def _say(**what):
    os.write(1, json.dumps(what).encode() + b"\n")


if __name__ == "__main__":
    main()
