"""What the unit tests share: a record of one's own, and a drill in it."""

from dataclasses import dataclass

import pytest

from rightdoor import drills, records


@dataclass
class Person:
    code: str
    lang: str = "zh-Hans"


@pytest.fixture
def log(tmp_path):
    """An empty record."""
    log = records.Log(str(tmp_path / "events.sqlite"))
    yield log
    log.close()


@pytest.fixture(scope="session")
def people():
    """Four who take part in a drill."""
    return [Person(f"trainee-{n}") for n in range(1, 5)]


@pytest.fixture
def opened(book, log, people):
    """Open a drill with a plan; returns its id."""
    return lambda plan="police-lookup": drills.open_drill(log, drills.load(plan, book), people, book)
