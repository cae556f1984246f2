"""Full size under `python3 start.py proof NAME`, reduced under `python3 start.py test`."""

import os


def full():
    """Whether the proofs run at full size (RIGHTDOOR_PROOF=full)."""
    return os.environ.get("RIGHTDOOR_PROOF") == "full"


def report(line):
    """Print a result; `-s` lets it through."""
    print(f"\n  {line}", flush=True)
