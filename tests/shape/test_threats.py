"""Each line of the threat model is held by tests that exist, and both languages name the same."""

import ast
import re
from functools import cache

from rightdoor.text import data_folder

ROOT = data_folder().parent
ZH, _, EN = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8").partition("\n---\n\n")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
WHO = (
    "Trainee against trainee",
    "hostile case file",
    "hostile roster",
    "stranger on the class network",
    "curious instructor",
    "lost laptop",
)


def lines(page):
    """The rows of the table."""
    return [row for row in page.splitlines() if row.startswith("| **")]


@cache
def _tests(path):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_line_names_tests_that_exist():
    for row in lines(EN):
        found = TEST.findall(row)
        assert found, row
        missing = [f"{path}::{name}" for path, name in found if not (ROOT / path).is_file() or name not in _tests(path)]
        assert not missing, missing


def test_both_languages_say_the_same_lines():
    assert [TEST.findall(row) for row in lines(ZH)] == [TEST.findall(row) for row in lines(EN)]
    assert all(any(who in row for row in lines(EN)) for who in WHO)


def test_every_security_test_file_is_named_somewhere():
    there = {f"tests/security/{path.name}" for path in (ROOT / "tests" / "security").glob("test_*.py")}
    assert there <= {path for path, _ in TEST.findall(EN)}
