"""How a fault of a case file is told: where it stands, what it is, and what to do."""

from rightdoor import yamlfile
from rightdoor.tables import Problem
from rightdoor.text import Pair

ADD_WORD = "改用 vocabulary.yaml 中的词，或先在那里增加。", "use a word of vocabulary.yaml, or add it there first."


def fault(place, zh, en, cure=("", "")):
    """A Problem from the two halves of its sentence and of its cure."""
    return Problem(place, Pair(zh, en), Pair(*cure))


class Places:
    """Where a thing stands in the file: `at("steps", "call")` is `cases/police-lookup.yaml:25`."""

    def __init__(self, case):
        self.path = case.path

    def __call__(self, *keys):
        return f"cases/{self.path.name}:{yamlfile.line_of(self.path, keys)}"

    def option(self, step, position, *keys):
        """The place of an option of a step, or of something in it."""
        return self("steps", step.id, step.kind.key, position, *keys)
