"""Why a report was not made, in closed classes: what a person should do differs, and whether to try again."""

from dataclasses import dataclass

from rightdoor.text import Pair

CAUSES = {
    "parameter": Pair("参数不对", "wrong parameter"),
    "data": Pair("数据读不了", "unreadable data"),
    "cell": Pair("单元格出错", "a cell failed"),
    "time": Pair("超时", "out of time"),
    "memory": Pair("内存超限", "out of memory"),
    "kernel": Pair("进程意外结束", "the process died"),
    "disk": Pair("写不进去", "cannot be written"),
    "program": Pair("程序错误", "a fault in the program"),
}
PASSING = {"time", "kernel"}  # may go otherwise on a second try
LONG = 300  # characters of a cause that are told


@dataclass(frozen=True, slots=True)
class Cause:
    """`id` is of CAUSES, `says` the sentence."""

    id: str
    says: Pair


def cause(error, limits):
    """The Cause of an error that ended the run of a notebook."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    if isinstance(error, DeadKernelError):
        return Cause("kernel", Pair("运行报告的进程意外结束。", "the process that ran it ended unexpectedly."))
    if isinstance(error, CellTimeoutError):
        n = f"{limits.seconds:g}"
        return Cause("time", Pair(f"{n} 秒之内没有做完。", f"it did not end within {n} seconds."))
    name, text = getattr(error, "ename", type(error).__name__), getattr(error, "evalue", str(error))
    if name == "MemoryError":
        n = limits.memory_mb
        bound = Pair(f"（限 {n} MB）", f" (the limit is {n} MB)") if n else Pair("", "")
        return Cause("memory", Pair(f"内存不够用{bound.zh}。", f"it ran out of memory{bound.en}."))
    if name == "PageError":
        return Cause("data", _short(text))
    return Cause("cell" if hasattr(error, "ename") else "program", _short(f"{name}: {text}"))


def _short(text):
    told = " ".join(text.split())[:LONG]
    return Pair(told, told)
