"""Nothing leaves this machine while the product is at work, and nothing is missing where there is no network."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ISLAND = Path(__file__).with_name("island.py")


def test_without_any_route_everything_works_and_nobody_looks_for_one(tmp_path):
    unshare = shutil.which("unshare")
    assert unshare, "this test needs Linux with `unshare` (package util-linux)"
    root = [] if os.geteuid() == 0 else ["--map-root-user"]
    command = [unshare, "--net", "--mount", *root, sys.executable, ISLAND, tmp_path / "record" / "events.sqlite"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["counted"], "the kernel does not count what finds no route: nothing would be proved"
    assert told["done"] == [
        "a seat in a class", "decide", "check", "records next", "records export", "law search", "report trainee",
        "a step of a lesson", "police-letter.docx",
    ]  # fmt: skip
    assert told["without browser"] == [0, 0]
    assert told["all"][0] == 0  # by IPv6 a browser looks whether there is a way out, and sends nothing
