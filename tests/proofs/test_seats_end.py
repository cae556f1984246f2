"""No seat outlives its class: the server killed, what seats are copied from killed, or ended while a page is loading."""

import asyncio

import psutil
import pytest
from schoolroom import schoolroom
from visitor import Visitor

CODES = ("class-ann111", "class-bob222")


def family(room):
    server = psutil.Process(room.process.pid)
    return [server, *server.children(recursive=True)]


@pytest.mark.parametrize("way", ["server", "nursery", "stop", "stop while loading"])
def test_nobody_is_left_behind(tmp_path, way):
    async def scenario(room):
        visitor = Visitor(room.url)
        await visitor.enter(room.link(CODES[0]))
        if way == "stop while loading":
            loading = asyncio.ensure_future(visitor.load())
            await asyncio.sleep(0.3)
            loading.cancel()
            return family(room)
        await visitor.load()
        return family(room)

    with schoolroom(tmp_path, codes=CODES) as room:
        everybody = asyncio.run(scenario(room))
        if way == "server":
            room.kill()
        elif way == "nursery":
            nursery = next(p for p in everybody if "rightdoor.server.nursery" in " ".join(p.cmdline()))
            seats = nursery.children()
            nursery.kill()
            _, left = psutil.wait_procs(seats, 30)
            assert left == []
    _, left = psutil.wait_procs(everybody, 30)
    assert left == []
