"""How many sets of facts a second `rightdoor decide --batch` answers, as a ratio to parsing the same JSON lines.

    python benchmarks/decide.py [LINES]        default 20,000, all different, mixed in actor, data, dates and gaps

Prints decisions a second on one core, the ratio, the peak memory at LINES and at ten times fewer (flat if equal), and
what a single `rightdoor decide` costs beside an empty Python.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from table import Row, show

ACTORS = [
    "police_officer",
    "auxiliary_police",
    "civil_servant",
    "industry_staff",
    "company_staff",
    "individual",
    "state_organ",
    None,
]
KINDS = ["location_track", "credit", "lodging", "health", "id_card_set", "contact", "vehicle"]
CONDUCT = [
    ["sold"],
    ["provided", "looked_up"],
    ["bought", "sold"],
    ["obtained_illegally"],
    ["negligent_publication"],
    None,
]


def facts(seed):
    """One set of facts as a mapping; the same seed gives the same facts."""
    draw = random.Random(seed)
    data = [
        {"kind": draw.choice(KINDS), "count": draw.choice([None, draw.randrange(60_000)])}
        for _ in range(draw.randint(0, 3))
    ]
    return {
        "on": f"{draw.randint(2010, 2026)}-0{draw.randint(1, 9)}-1{draw.randint(0, 9)}",
        "leaker": {"actor": draw.choice(ACTORS), "through_duty": draw.choice([True, False, None])},
        "conduct": draw.choice(CONDUCT),
        "data": data or None,
        "gains_yuan": draw.choice([None, draw.randrange(80_000)]),
        "harm": draw.choice([None, ["none"], ["fraud_loss"]]),
        "wishes": ["criminal", "deletion"],
    }


def write(path, lines):
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(facts(seed)) + "\n" for seed in range(lines))


def batch(path):
    """`(seconds, peak MiB)` of answering the file in a process of its own."""
    script = (
        "import resource, sys, time, os\nfrom rightdoor.cli import main\nbegun = time.perf_counter()\n"
        f"sys.stdout = open(os.devnull, 'w')\nmain(['decide', '--batch', {str(path)!r}, '--lang', 'zh-Hans'])\n"
        "print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, file=sys.stderr)"
    )
    seconds, peak = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stderr.split()[-2:]
    return float(seconds), float(peak)


def parsing(path):
    """Seconds to parse the same lines and write them out again, nothing else."""
    begun = time.perf_counter()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            json.dumps(json.loads(line))
    return time.perf_counter() - begun


def start(*argv, stdin=b""):
    """Median seconds of a whole process over seven runs."""
    times = []
    for _ in range(7):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *argv], input=stdin, capture_output=True, check=True)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def main():
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        many, few = Path(folder) / "many.jsonl", Path(folder) / "few.jsonl"
        write(many, lines)
        write(few, lines // 10)
        seconds, peak = batch(many)
        _, peak_few = batch(few)
        parsed = parsing(many)
    one, empty = (
        start("-m", "rightdoor.cli", "decide", "-", "--lang", "en", stdin=json.dumps(facts(1)).encode()),
        start("-c", "pass"),
    )
    return show([
        Row("decide --batch, decisions a second", lines / seconds, ""),
        Row("decide --batch / parsing and writing the same lines", seconds / parsed, "x"),
        Row(f"decide --batch, memory at {lines:,} / at {lines // 10:,} lines", peak / peak_few, "x"),
        Row("one rightdoor decide / an empty Python", one / empty, "x"),
    ])  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
