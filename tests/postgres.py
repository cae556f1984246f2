"""A real PostgreSQL server for a test: made in a folder of its own, reached by a Unix socket only, gone afterwards.

Import the fixture `postgres`: it is the URL of an empty database, fresh for every test.
"""

import glob
import os
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path

import pytest

MISSING = (
    "these tests need a real PostgreSQL server and found none. On Debian or Ubuntu: "
    "`sudo apt-get install postgresql` (`python3 start.py test` does so as root). Elsewhere: install PostgreSQL so "
    "that `initdb` and `pg_ctl` are on the PATH."
)


def programs():
    """The folder that holds initdb and pg_ctl; the test fails, saying what to install, where there is none."""
    places = sorted(glob.glob("/usr/lib/postgresql/*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    places += [str(Path(on_path).resolve().parent)] if on_path else []
    found = next((p for p in places if all(os.access(f"{p}/{name}", os.X_OK) for name in ("initdb", "pg_ctl"))), None)
    if not found or os.name == "nt":
        pytest.fail(MISSING, pytrace=False)
    return Path(found)


class Server:
    """A running server; `url(database)` is how to reach it, `folder` where its files are."""

    def __init__(self):
        self.bin = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="rightdoor-pg-", dir="/tmp"))  # a socket's path must be short
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")  # the server refuses to run as root
        self._run("initdb", "-D", self.folder / "data", "-U", "rightdoor", "-A", "trust", "-E", "UTF8", "--no-locale")
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c max_connections=100"
        self._run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-o", options, "-w", "start")

    def _run(self, program, *arguments):
        command = [str(self.bin / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=self.folder)
        assert done.returncode == 0, done.stdout

    def url(self, database):
        """The URL of a database."""
        return f"postgresql://rightdoor@/{database}?host={self.folder}"

    def database(self):
        """The URL of a new, empty database."""
        name = "t" + uuid.uuid4().hex[:12]
        self.sql(f"CREATE DATABASE {name}")
        return self.url(name)

    def sql(self, statement):
        """Run a statement as the owner of the server."""
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def files_with(self, text):
        """The table files that hold these bytes after a checkpoint; the server's own write-ahead log is left out."""
        self.sql("CHECKPOINT")
        found = [path for path in (self.folder / "data" / "base").rglob("*") if path.is_file()]
        return [path.name for path in found if text.encode() in path.read_bytes()]

    def stop(self):
        """End it and remove its folder."""
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder)


@pytest.fixture(scope="session")
def server():
    """The Server of this test run."""
    running = Server()
    yield running
    running.stop()


@pytest.fixture
def postgres(server):
    """The URL of a new, empty database."""
    return server.database()
