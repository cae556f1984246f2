"""How long the whole Book takes to load and validate, against `import pandas` in the same run.

    python benchmarks/book.py [runs]

Each figure is the median of fresh interpreters (seven unless told otherwise), taken in turn so that a busy machine
slows both alike; an interpreter's own start is taken off both. Exit code 1 when the Book is slower than the import.
"""

import statistics
import subprocess
import sys
import time

from table import Row, at_most, show

BOOK = "from rightdoor import tables; tables.load()"
CHECKED = "from rightdoor import tables; from rightdoor.text import data_folder; tables.read_all(data_folder())"
BASELINE = "import pandas"
NOTHING = "pass"


def seconds(script):
    """How long a fresh interpreter takes for the script, in seconds."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", script], check=True)
    return time.perf_counter() - start


def medians(scripts, runs):
    """`{script: median seconds}`, the scripts taking turns; one round before counting fills the file cache."""
    taken = {script: [] for script in scripts}
    for turn in range(runs + 1):
        for script in scripts:
            spent = seconds(script)
            if turn:
                taken[script].append(spent)
    return {script: statistics.median(spent) for script, spent in taken.items()}


def main():
    """Print the three figures and the ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    found = medians([NOTHING, BASELINE, BOOK, CHECKED], runs)
    start = found[NOTHING]
    names = (("import pandas", BASELINE), ("load the Book", BOOK), ("load the Book and check everything", CHECKED))
    rows = [Row(name, found[script] - start, "s") for name, script in names]
    return show([*rows, at_most("load the Book / import pandas", rows[1].value / rows[0].value, 1)])


if __name__ == "__main__":
    sys.exit(main())
