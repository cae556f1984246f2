"""A stock Jupyter server beside ours, with nothing of this machine's own settings."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

STARTS_WITHIN, ENDS_WITHIN = 60, 30  # seconds


@contextmanager
def stock_server(module, folder, options, answers=""):
    """`python -m MODULE` on a free port of loopback, with its files in `folder`; its address, which ends with a slash.

    It is up when the address `answers` under it answers.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    own = {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    own["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    command = [sys.executable, "-m", module, "--no-browser", f"--port={port}", *options]
    with open(folder / f"{module}.log", "wb") as log:
        process = subprocess.Popen(command, env={**os.environ, **own}, stdout=log, stderr=log)
    try:
        _wait_for(url + answers)
        yield url
    finally:
        process.terminate()
        try:
            process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:  # its kernels end by themselves when their parent has gone
            process.kill()
            process.wait()


def _wait_for(url):
    """Wait until a server answers."""
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise SystemExit("the stock server did not answer")
