"""Every benchmark, one after another, as one table: `python3 start.py bench [NAME ...]`.

    python benchmarks/all.py [NAME ...]     names of files in benchmarks/, without .py; none: all of them

Prints what each prints, then writes `benchmarks/RESULTS.md`: the date, the machine, and each Row. A benchmark that is
not run keeps its rows of last time, with their date; the machine is that of the last run. Exit code 1 when a row misses its bar or a benchmark fails.
"""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
NAMES = ("book", "decide", "player", "lesson_page", "records", "analysis", "drill", "reports")
HEAD = """# Benchmarks

Written by `python3 start.py bench`. Ratios are against a named baseline in the same run (x: times); single seconds are of
the machine named here, and of what else it did at the time.
"""
TABLE = ("| benchmark | what | value | bar | | date |", "| --- | --- | ---: | --- | --- | --- |")


def machine():
    """Processor, cores, memory, system and Python, in one line, with how busy it is."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    words = [processor(), f"{cores} cores", memory(), f"{platform.system()} {platform.release()}"]
    words += [f"Python {platform.python_version()}"]
    if hasattr(os, "getloadavg"):
        words.append(f"load before it {os.getloadavg()[0]:.1f}")
    return ", ".join(word for word in words if word)


def processor():
    try:
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()


def memory():
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    except (AttributeError, ValueError, OSError):  # Windows
        return ""


def run(name):
    """`(rows, whether it ended well)` of a benchmark; what it prints is shown."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "rows.json"
        print(f"\n{name}", flush=True)
        done = subprocess.run(
            [sys.executable, str(HERE / f"{name}.py")], env={**os.environ, "RIGHTDOOR_ROWS": str(place)}
        )
        return (json.loads(place.read_text("utf-8")) if place.exists() else []), done.returncode == 0


def lines_of(name, rows):
    """The lines of the table that a benchmark fills."""
    verdict = {None: "", True: "reached", False: "**missed**"}
    today = date.today().isoformat()
    return [
        f"| {name} | {row['what']} | {row['value']:.3g} {row['unit']} | {row['bar']} | {verdict[row['fine']]} | {today} |"
        for row in rows
    ]


def kept():
    """`{name: lines}` of last time."""
    found = {}
    for line in RESULTS.read_text("utf-8").splitlines() if RESULTS.exists() else ():
        name = line.removeprefix("| ").split(" |")[0]
        if name in NAMES:
            found.setdefault(name, []).append(line)
    return found


def main():
    """Run what is named, write the table."""
    wanted = sys.argv[1:] or NAMES
    if unknown := [name for name in wanted if name not in NAMES]:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    table, well, where = kept(), True, machine()
    for name in wanted:
        rows, fine = run(name)
        well &= fine
        if rows:
            table[name] = lines_of(name, rows)
            body = [line for one in NAMES for line in table.get(one, ())]
            RESULTS.write_text("\n".join([HEAD, where, "", *TABLE, *body, ""]), "utf-8")
    print(f"\n{RESULTS}")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
