"""Kernels that are warm before a page asks for one.

Voilà can preheat kernels only when it runs alone, and then it runs the whole notebook ahead of time: a trainee who
reloads would meet the state of the moment before the last answers. Here a kernel is started and the lesson library
imported ahead of time; the notebook runs when it is asked for, so that a page always shows the records as they are.
One pool serves every notebook in every language, in Voilà and in JupyterLab.
"""

import asyncio
import contextlib
import time
from collections import deque
from pathlib import Path

from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyter_server.utils import ensure_async
from traitlets import Float, Integer, List, Unicode

ANSWERS_WITHIN = 60  # seconds
LOOKS_EVERY = 0.5  # seconds after which a kernel that has not answered is looked at: it may have ended
WARMED_WITHIN = 5  # seconds that are left to a kernel being warmed when the server ends: one that died says nothing


class WarmKernels(AsyncMappingKernelManager):
    """The server's kernel manager, with a pool of kernels that have already imported the lesson library."""

    pool_size = Integer(2, config=True, help="How many kernels to keep warm; 0 keeps none.")
    pool_path = Unicode("", config=True, help="Folder, relative to the root, in which warm kernels start.")
    warm_up = Unicode("", config=True, help="Python code that a warm kernel has run, silently.")
    refill_after = Float(1.5, config=True, help="Seconds to leave to a page before the next kernel is warmed.")
    watched = List(Unicode(), config=True, help="Folders whose change makes a warm kernel stale.")

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._pool = deque()  # of (time at which warming began, task that gives the kernel id)
        self._closing = False

    def fill(self):
        """Begin to warm as many kernels as the pool lacks."""
        while not self._closing and len(self._pool) < self.pool_size:
            self._pool.append((time.time(), asyncio.ensure_future(self._warm())))

    async def _async_start_kernel(self, *, kernel_id=None, path=None, **kwargs):
        """A warm kernel if there is one for this request, else a new one. Returns its id."""
        if kernel_id is None and kwargs.get("kernel_name") in (None, "", self.default_kernel_name):
            warm = await self._take()
            asyncio.get_running_loop().call_later(self.refill_after, self.fill)
            if warm is not None:
                await self._settle(warm, path)
                return warm
        return await super()._async_start_kernel(kernel_id=kernel_id, path=path, **kwargs)

    start_kernel = _async_start_kernel

    async def cull_kernel_if_idle(self, kernel_id):
        """As the server does, but a kernel of the pool is idle by design."""
        if not any(_finished_with(task, kernel_id) for _, task in self._pool):
            await super().cull_kernel_if_idle(kernel_id)

    async def shutdown_all(self, now=False):
        """End all kernels, also those that are still being warmed."""
        self._closing = True
        tasks = [task for _, task in self._pool]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=WARMED_WITHIN)
            for task in late:
                task.cancel()
        warm = await asyncio.gather(*tasks, return_exceptions=True)
        self._pool.clear()
        for kernel_id in warm:
            if kernel_id in self:  # at once: it holds nothing, and an interrupt would make it print a traceback
                await ensure_async(self.shutdown_kernel(kernel_id, now=True))
        await ensure_async(super().shutdown_all(now=now))

    async def _warm(self):
        kernel_id = await super()._async_start_kernel(path=self.pool_path, kernel_name=self.default_kernel_name)
        if self.warm_up:
            await self._run(kernel_id, self.warm_up)
        return kernel_id

    async def _take(self):
        changed = newest_change(self.watched)
        while self._pool:
            began, task = self._pool.popleft()
            kernel_id = None
            with contextlib.suppress(Exception):  # a kernel that would not start: the page starts its own and tells
                kernel_id = await task
            if kernel_id is None or kernel_id not in self:
                continue
            if began >= changed and await ensure_async(self.get_kernel(kernel_id).is_alive()):
                return kernel_id
            await ensure_async(self.shutdown_kernel(kernel_id, now=True))
        return None

    async def _settle(self, kernel_id, path):
        self.get_kernel(kernel_id).last_activity = utcnow()  # or the culler would take it before the page connects
        if path is not None and self.cwd_for_path(path) != self.cwd_for_path(self.pool_path):
            await self._run(kernel_id, f"__import__('os').chdir({self.cwd_for_path(path)!r})")

    async def _run(self, kernel_id, code, within=ANSWERS_WITHIN):
        """Have a kernel run code. Raises TimeoutError, after so many seconds or when the kernel has ended."""
        client = self.get_kernel(kernel_id).client()
        client.start_channels(iopub=False, stdin=False, hb=False, control=False)
        asked = asyncio.ensure_future(
            client.execute(code, silent=True, store_history=False, allow_stdin=False, reply=True, timeout=within)
        )
        try:
            while not (await asyncio.wait([asked], timeout=LOOKS_EVERY))[0]:
                if kernel_id not in self or not await ensure_async(self.get_kernel(kernel_id).is_alive()):
                    raise TimeoutError("the kernel has ended")
            await asked
        finally:
            asked.cancel()
            client.stop_channels()


def newest_change(folders):
    """The latest modification time, in seconds since the epoch, of any file under the folders; 0.0 without files."""
    times = (p.stat().st_mtime for folder in folders for p in Path(folder).rglob("*") if p.suffix in WATCHED_SUFFIXES)
    return max(times, default=0.0)


WATCHED_SUFFIXES = {".py", ".yaml", ".csv", ".json"}


def _finished_with(task, kernel_id):
    return task.done() and not task.cancelled() and task.exception() is None and task.result() == kernel_id
