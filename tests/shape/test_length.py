"""A file that is too long to hold in the head says in its first lines why it is one file."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST = 400
FOLDERS = ("lib", "tests", "benchmarks", "deploy", "notebooks/src")
WRITTEN_BY_HAND = {".py", ".js", ".css", ".html", ".j2", ".sh", ".toml", ".yaml"}
REASON = re.compile(r"Over 400 lines: \w+ [\w ,.'-]{15,}")


def by_hand():
    """The files that people write. The tables of data/ are not among them: a law or a case is one file, however long."""
    yield from (path for path in ROOT.iterdir() if path.suffix in WRITTEN_BY_HAND)
    for folder in FOLDERS:
        yield from (path for path in (ROOT / folder).rglob("*") if path.suffix in WRITTEN_BY_HAND)


def test_a_long_file_says_why():
    lines = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8").splitlines() for path in by_hand()}
    assert len(lines) > 300
    said = {path: bool(REASON.search("\n".join(text[:3]))) for path, text in lines.items()}
    silent = [f"{path}: {len(text)}" for path, text in lines.items() if len(text) > MOST and not said[path]]
    needless = [path for path, text in lines.items() if len(text) <= MOST and said[path]]
    assert silent == [], "split it, or write in the first line: Over 400 lines: and why"
    assert needless == [], "it is short again: take the reason out"
