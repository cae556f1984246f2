"""The same work on other machines: tasks go to a Dask scheduler, finished files come back. dask.distributed lives here.

A worker of the cluster needs this package and nothing else; it keeps one warm process of its own. When a worker dies,
the scheduler gives its tasks to another.
"""

import os
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

from rightdoor.reports import make
from rightdoor.reports.factory import pool, worker
from rightdoor.text import Pair

CONNECT = 10  # seconds

NO_DISTRIBUTED = Pair(
    "这里没有安装 dask.distributed：运行 pip install distributed。",
    "dask.distributed is not installed here: run pip install distributed.",
)
NOBODY_THERE = Pair("{address} 没有调度器回应。", "No scheduler answers at {address}.")
DIED = Pair("处理它的几个工作进程都意外结束了。", "The workers that were at it died one after another.")

_busy = threading.Lock()


class ClusterError(RuntimeError):
    """The cluster cannot be used; `says` is one sentence."""

    def __init__(self, says):
        super().__init__(says.en)
        self.says = says


def results(tasks, address):
    """Yield the Result of each Make as the cluster brings it, its files written here. Raises ClusterError."""
    try:
        from distributed import Client, as_completed
    except ImportError:
        raise ClusterError(NO_DISTRIBUTED) from None
    try:
        client = Client(address, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError, TimeoutError):
        raise ClusterError(NOBODY_THERE.format(address=address)) from None
    with client:
        sent = {client.submit(perform, task, pure=False): task for task in tasks}
        try:
            for future in as_completed(sent, loop=client.loop):
                task = sent[future]
                if future.status == "finished":
                    yield _written(*future.result(), Path(task.out))
                else:  # KilledWorker, after the scheduler has tried as often as it is set to
                    yield worker.Result(task.name, "kernel", DIED)
                future.release()
        finally:
            client.cancel(list(sent))


def perform(task):
    """Do a Make here, on a worker of the cluster; returns its Result and `{name: bytes}` of its files."""
    with _busy, tempfile.TemporaryDirectory(prefix="rightdoor-cluster-") as folder:
        (result,) = pool.results([replace(task, out=folder)], 1, 1, rehearse=True)
        files = {name: (Path(folder) / name).read_bytes() for name in os.listdir(folder)}
    return result, files


def _written(result, files, out):
    """The Result with its files where they belong."""
    try:
        make.keep({out / name: data.decode("utf-8") for name, data in files.items()})
    except make.NotWritten as error:
        return worker.Result(result.name, "disk", error.says)
    if not result.cause:
        (out / f"{result.name}.failed.ipynb").unlink(missing_ok=True)
    return replace(result, files=tuple(str(out / Path(name).name) for name in result.files))
