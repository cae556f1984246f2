"""Something done again and again in the kernel, beside what the page asks for."""

import asyncio
import logging

running = set()  # a task that nobody holds may vanish


def again_and_again(do, seconds):
    """Call `do` so often for as long as this kernel lives; without an event loop (a test, a script) never."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return
    task = loop.create_task(_keep(do, seconds))
    running.add(task)
    task.add_done_callback(running.discard)


async def _keep(do, seconds):
    while True:
        await asyncio.sleep(seconds)
        try:
            do()
        except Exception:  # the page goes on; the cause goes to the kernel's log
            logging.getLogger(__name__).exception("again and again")
