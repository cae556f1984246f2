"""A notebook cell is one sentence: one call, no logic, no import but the library."""

import ast

import jupytext
import pytest

from rightdoor import lesson
from rightdoor.text import LANGS, notebooks_folder

SOURCES = sorted((notebooks_folder() / "src").glob("*.py"))


def cells(path, kind):
    return [cell for cell in jupytext.read(path, fmt="py:percent").cells if cell.cell_type == kind]


def tree(cell):
    return ast.parse(cell.source.replace("{lang}", LANGS[0]))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_a_cell_is_one_import_or_one_call(path):
    for cell in cells(path, "code"):
        (statement,) = tree(cell).body
        if isinstance(statement, ast.ImportFrom):
            assert statement.module == "rightdoor" and [a.name for a in statement.names] == ["lesson"], cell.source
        else:
            assert isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call), cell.source
            calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call)]
            assert len(calls) == 1, cell.source
            assert ast.unparse(calls[0].func).startswith("lesson."), cell.source


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_prose_is_in_both_languages(path):
    langs = [cell.metadata.get("lang") for cell in cells(path, "markdown")]
    assert langs and langs == ["zh", "en"] * (len(langs) // 2), langs


@pytest.mark.parametrize("entry", lesson.COURSE, ids=lambda entry: entry.id)
def test_a_lesson_says_its_title_and_ends_with_what_one_can_do_now(entry):
    prose = cells(notebooks_folder() / "src" / f"{entry.id}.py", "markdown")
    assert prose[0].source.splitlines()[0] == f"# {entry.title.zh}"
    assert prose[1].source.splitlines()[0] == f"# {entry.title.en}"
    assert prose[-2].source.startswith("## 现在你能够") and prose[-1].source.startswith("## You can now")


def test_every_source_is_the_start_page_a_lesson_or_a_reference_page():
    assert {p.stem for p in SOURCES} == {
        "start",
        "cases",
        "desk",
        "seat",
        "console",
        *lesson.REFERENCE,
        *(entry.id for entry in lesson.COURSE),
    }
