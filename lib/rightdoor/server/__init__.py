"""The one Jupyter server of the workbook: JupyterLab, with Voilà as its extension, on this machine only.

`python -m rightdoor.server --lang zh-Hans` runs it. `start_server` runs the same thing for a test or a script and
gives back its address. Nothing else in the library knows jupyter_server or Voilà; importing this package costs only
the standard library.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from urllib.parse import quote

STARTS_WITHIN = 60  # seconds
STOPS_WITHIN = 15  # seconds
PORTS = 3  # free ports to try: somebody else may take one before the server listens on it


class ServerFailed(RuntimeError):
    """The server ended before it answered; the reason is on its standard error."""


@dataclass
class Server:
    """A running server. `url` ends with a slash; `token` lets a browser in; `process` is the server's own process."""

    url: str
    token: str
    process: subprocess.Popen

    def page(self, path, **query):
        """The address of a notebook ("zh-Hans/start.ipynb") as a lesson page, with the token."""
        return self.address("voila/render/" + path, **query)

    def lab(self, path, **query):
        """The address of the same notebook in JupyterLab, with the token."""
        return self.address("lab/tree/" + path, **query)

    def address(self, path, **query):
        """Any address of this server, with the token."""
        pairs = "&".join(f"{key}={quote(str(value))}" for key, value in {**query, "token": self.token}.items())
        return f"{self.url}{quote(path)}?{pairs}"

    def stop(self):
        """End the server and every kernel it started. Does nothing the second time."""
        process = self.process
        if process.poll() is None:
            with contextlib.suppress(OSError):
                process.stdin.close()  # the server ends when this pipe closes, also if the caller is killed
            try:
                process.wait(STOPS_WITHIN)
            except subprocess.TimeoutExpired:
                process.kill()  # kernels notice that their server is gone and end by themselves
                process.wait()
        process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def start_server(root, lang="zh-Hans", port=0, env=None):
    """Start the real server on the notebooks under `root` and wait until it answers.

    `port` 0 takes a free one, and another if that is gone by then. `env` replaces the environment of the server and of its kernels. Returns a Server,
    which is also a context manager. Raises ServerFailed if it does not answer within a minute.
    """
    command = [sys.executable, "-P", "-m", "rightdoor.server", "--root", os.fspath(root), "--lang", lang]
    command += ["--port", str(port), "--no-browser", "--announce-json", "--until-stdin-closes"]
    for _ in range(1 if port else PORTS):
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env)
        watchdog = threading.Timer(STARTS_WITHIN, process.kill)
        watchdog.start()
        try:
            line = process.stdout.readline()
        finally:
            watchdog.cancel()
        if line:
            where = json.loads(line)
            return Server(where["url"], where["token"], process)
        process.stdin.close()
        process.stdout.close()
        if (code := process.wait()) < 0:  # killed: it was too slow, which another port would not mend
            break
    raise ServerFailed(f"the server ended with code {code} before it answered")
