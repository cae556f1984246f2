"""The kernels of a class: Jupyter's kernel manager, with copies of the nursery in place of new processes."""

import asyncio
import itertools
import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from jupyter_client.provisioning import LocalProvisioner
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from traitlets import Any

CAN_COPY = sys.platform == "linux"
NO_HISTORY = "--HistoryManager.enabled=False"  # nothing that a kernel ran is kept in a file


class Nursery:
    """The process that is copied. `await bear(...)` gives a Forked; `close()` ends it and every kernel."""

    def __init__(self, warm_up):
        self.warm_up, self.process, self.starting = warm_up, None, None
        self.numbers, self.awaited, self.children, self.closed = itertools.count(1), {}, {}, False

    async def bear(self, argv, env, cwd):
        """A new kernel process, as a Forked. Raises OSError if the nursery has ended."""
        await self._started()
        number, answer = next(self.numbers), asyncio.get_running_loop().create_future()
        self.awaited[number] = answer
        line = json.dumps({"number": number, "argv": argv, "env": env, "cwd": cwd}) + "\n"
        self.process.stdin.write(line.encode())
        await self.process.stdin.drain()
        return await answer

    async def close(self):
        """End the nursery and its kernels, also while it is only starting. It bears no more afterwards."""
        self.closed = True
        if self.starting is not None:
            await asyncio.wait([self.starting])
        if self.process is not None:
            with suppress(OSError):
                self.process.stdin.close()
            try:
                await asyncio.wait_for(self.process.wait(), 5)
            except TimeoutError:
                self.process.kill()
            self.process = self.starting = None

    async def _started(self):
        if self.closed:
            raise OSError("the process from which kernels are copied has ended")
        if self.starting is None or (self.process is not None and self.process.returncode is not None):
            self.starting = asyncio.ensure_future(self._start())  # also again, should it ever have been killed
        await self.starting

    async def _start(self):
        command = [sys.executable, "-P", "-m", "rightdoor.server.nursery", self.warm_up]
        self.process = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        if not await self.process.stdout.readline():
            raise OSError("the process from which kernels are copied did not start")
        self.reading = asyncio.ensure_future(self._read(self.process.stdout))

    async def _read(self, lines):
        while line := await lines.readline():
            said = json.loads(line)
            if "pid" in said:
                child = self.children[said["pid"]] = Forked(said["pid"])
                self.awaited.pop(said["number"]).set_result(child)
            elif child := self.children.pop(said.get("ended"), None):
                child.code = said["code"]
        for child in self.children.values():
            child.code = child.code if child.code is not None else -signal.SIGKILL
        self.children.clear()
        for answer in self.awaited.values():
            answer.set_exception(OSError("the process from which kernels are copied has ended"))
        self.awaited.clear()


def end_children():
    """Kill what this process has started, when no event loop runs any more to do it in order.

    A nursery that was only just begun may be known to nobody else; its kernels notice within a second that it is gone.
    """
    for task in Path("/proc/self/task").glob("*/children"):
        for pid in task.read_text().split():
            with suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)


class Forked:
    """A kernel process as jupyter_client wants it: like subprocess.Popen. `code` is its exit code, once it has ended."""

    stdin = stdout = stderr = None

    def __init__(self, pid):
        self.pid, self.code = pid, None

    def poll(self):
        return self.code

    def wait(self):
        return self.code

    def send_signal(self, number):
        if self.code is None:
            os.kill(self.pid, number)

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)


class ForkProvisioner(LocalProvisioner):
    """Takes the kernel from the nursery; everything else is as for a process of our own."""

    nursery = Any()

    async def launch_kernel(self, cmd, **kwargs):
        argv = [*cmd[cmd.index("ipykernel_launcher") + 1 :], NO_HISTORY]
        env = {key: str(value) for key, value in (kwargs.get("env") or os.environ).items()}
        self.process = await self.nursery.bear(argv, env, kwargs.get("cwd") or os.getcwd())
        self.pid = self.pgid = self.process.pid
        return self.connection_info


class SeatKernelManager(ServerKernelManager):
    """One kernel of a class. Its parent, the MultiKernelManager, holds the nursery, or None where there is none."""

    async def _async_pre_start_kernel(self, **kwargs):
        nursery = getattr(self.parent, "nursery", None)
        if self.provisioner is None and nursery is not None:
            self.provisioner = ForkProvisioner(
                kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self, nursery=nursery
            )
        return await super()._async_pre_start_kernel(**kwargs)
