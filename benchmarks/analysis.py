"""Analysis of a large log, against reading the same table with pandas, in the same run.

    python benchmarks/analysis.py [events]

A million events unless told otherwise: read, statistics of every step, certainty, and what to look at first. Each side
runs in a process of its own; memory is what the work adds to the imports, time that of the processor. Exit code 1 over
ten seconds a million.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "proofs"))

from table import Row, at_most, show
from test_million import ANALYSIS, PANDAS, fill, measure

SECONDS_A_MILLION = 10


def main():
    """Print seconds and megabytes of both, and the ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.sqlite"
        fill(path, count)
        size = path.stat().st_size / 1_048_576
        ours, plain = measure(ANALYSIS, path), measure(PANDAS, path)
    print(f"{ours[2]} events, {size:.0f} MB on disk")
    allowed = SECONDS_A_MILLION * max(count / 1_000_000, 0.1)
    return show([
        at_most("analysis of the log, processor", ours[3], allowed, "s"),
        Row("pandas.read_sql_query of the same table, processor", plain[3], "s"),
        Row("analysis / pandas, processor", ours[3] / plain[3], "x"),
        Row("analysis / pandas, memory", ours[1] / plain[1], "x"),
    ])  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
