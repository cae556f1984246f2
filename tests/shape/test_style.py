"""The code is clean: ruff finds nothing, and no line is longer than a reader's screen."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 160  # characters; ruff's own limit counts a Chinese character as two


def sources():
    return [p for folder in ("lib", "tests", "benchmarks") for p in sorted((ROOT / folder).rglob("*.py"))] + [
        ROOT / "start.py"
    ]


def test_ruff_finds_nothing():
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", str(ROOT)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_line_is_too_long():
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > LONGEST
    ]
    assert long == []
