"""The kernels of a class: one for each seat, told by the server whose it is, and ended when the seat is taken anew."""

import asyncio
import json
from collections import defaultdict
from contextlib import suppress

from jupyter_server.utils import ensure_async
from traitlets import Any, Unicode

from rightdoor.server.forked import CAN_COPY, Nursery
from rightdoor.server.kernels import ANSWERS_WITHIN, WarmKernels

SOON = 15  # seconds in which a kernel answers even while forty are started


class SeatKernels(WarmKernels):
    """Warm kernels, each of which belongs to one owner from the moment that a page asks for it.

    An owner is a text: "trainee/CODE" or "instructor/DEVICE". What a seat's kernel has to know (the store, the code,
    the drill) is set in its environment by this server; nothing of it comes from a browser.
    """

    nursery = Any(None, allow_none=True)
    rehearsal = Unicode("", config=True, help="Python code that the process which is copied has run once, for all.")

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        if CAN_COPY:
            self.nursery, self.warm_up = Nursery(self.warm_up + self.rehearsal), ""
        self._of = defaultdict(list)  # owner: ids of her kernels, oldest first
        self._turns = defaultdict(asyncio.Lock)
        self._ending = set()

    async def seat(self, owner, environ, path, most=1):
        """A kernel for this owner in the folder `path`, with `environ` set; returns its id.

        Raises TimeoutError where neither of two kernels answers.
        """
        async with self._turns[owner]:
            try:
                kernel_id = await self._told(environ, path, SOON)
            except TimeoutError:  # one that died, or hangs: the trainee need not know
                kernel_id = await self._told(environ, path, ANSWERS_WITHIN)
            mine = self._of[owner] = [k for k in self._of[owner] if k in self] + [kernel_id]
            for earlier in mine[:-most]:
                mine.remove(earlier)
                self.end_soon(earlier)
        return kernel_id

    async def _told(self, environ, path, within):
        kernel_id = await self.start_kernel()
        known, where = json.dumps(environ), self.cwd_for_path(path)
        try:
            await self._run(kernel_id, f"import os; os.environ.update({known}); os.chdir({where!r}); del os", within)
        except TimeoutError:
            self.end_soon(kernel_id)
            raise
        return kernel_id

    def owns(self, owner, kernel_id):
        """Whether this kernel belongs to the owner, dead or alive."""
        return kernel_id in self and kernel_id in self._of.get(owner, ())

    async def lives(self, kernel_id):
        """Whether the process of this kernel is there; what is left of one that died is cleared away."""
        if kernel_id not in self:
            return False
        if await ensure_async(self.get_kernel(kernel_id).is_alive()):
            return True
        await self.end(kernel_id)
        return False

    def has_seat(self, owner):
        """Whether the owner has any kernel."""
        return any(kernel_id in self for kernel_id in self._of.get(owner, ()))

    async def end_all_of(self, owner):
        """End the kernels of an owner whose seat was revoked."""
        for kernel_id in self._of.pop(owner, []):
            await self.end(kernel_id)

    async def shutdown_kernel(self, kernel_id, now=False, restart=False):
        """End a kernel at once: what it was told is on disk before it answers.

        The culler would ask it first, and the server would wait for ever for one that is dead.
        """
        await ensure_async(super().shutdown_kernel(kernel_id, now=True, restart=restart))

    async def shutdown_all(self, now=False):
        try:
            await super().shutdown_all(now=True)  # what a kernel was told is on disk before it answers
        finally:  # one that was only being started may be in the way of the others; the nursery ends them all
            if self.nursery is not None:
                await self.nursery.close()

    def end_soon(self, kernel_id):
        """End a kernel without waiting for it."""
        task = asyncio.ensure_future(self.end(kernel_id))
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def end(self, kernel_id):
        """End a kernel, which may be ending already."""
        with suppress(Exception):
            await self.shutdown_kernel(kernel_id)
