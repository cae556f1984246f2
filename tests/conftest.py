"""What every kind of test shares: the Book, and a fresh Python that sees the library."""

import subprocess
import sys

import pytest

from rightdoor import lean

lean.skip_iri_grammar()  # before a test imports nbformat


@pytest.fixture(scope="session")
def book():
    """The tables of this checkout."""
    from rightdoor import tables

    return tables.load()


@pytest.fixture
def run_python():
    """Run a script in a new interpreter and return what it prints; fails with its error output."""

    def run(script):
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", timeout=300
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
