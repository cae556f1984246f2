"""The house has one staircase: a room imports only rooms to its left, and each outside library has one room."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "lib" / "rightdoor"
STAIRS = (
    "lean",
    "yamlfile",
    "text",
    "course",
    "tables",
    "law",
    "cases",
    "feedback",
    "privacy",
    "records",
    "roster",
    "exchange",
    "mastery",
    "analysis",
    "drills",
    "upkeep",
    "pictures",
    "classroom",
    "plan",
    "practice",
    "reports",
    "drafts",
    "lesson",
    "build",
    "cli",
)
SIDE_BY_SIDE = {"practice", "reports", "drafts"}  # none of them knows another
APART = {"server"}  # serves files; knows the words, not the law
SERVER_MAY = {"lean", "text", "classroom", "records"}  # who may come in, and what is on record of it
HOMES = {
    "opencc": {"text"},
    "yaml": {"yamlfile"},
    "jsonschema_rs": {"tables", "cases"},
    "sqlalchemy": {"records"},
    "fsrs": {"mastery"},
    "pandas": {"analysis", "tables"},
    "numpy": {"analysis"},
    "ipywidgets": {"practice"},
    "anywidget": {"practice"},
    "papermill": {"reports"},
    "nbconvert": {"reports"},
    "playwright": {"reports"},
    "distributed": {"reports"},
    "docx": {"drafts"},
    "icalendar": {"drafts"},
    "itsdangerous": {"classroom"},
    "segno": {"classroom"},
    "jupytext": {"build"},
    "jupyter_client": {"reports", "server"},
    "jupyter_server": {"server"},
    "jupyterhub": {"server"},
    "voila": {"server"},
    "tornado": {"server"},
}


def modules():
    return sorted(LIBRARY.rglob("*.py"))


def room(path):
    return path.relative_to(LIBRARY).parts[0].removesuffix(".py")


def imported(path):
    """`(module, line)` of every import in the file, wherever it stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            if node.module == "rightdoor":
                yield from ((f"rightdoor.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield node.module, node.lineno


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(LIBRARY).as_posix())
def test_imports_run_one_way(path):
    here = room(path)
    if here == "__init__":
        return
    assert here in STAIRS or here in APART, f"a new room, {here}: give it a step on the staircase"
    for module, line in imported(path):
        top, _, rest = module.partition(".")
        if top == "rightdoor" and rest:
            there = rest.split(".")[0]
            if there == here or there == "__version__":
                continue
            if here in APART:
                assert there in SERVER_MAY, f"{path.name}:{line}: {here} stands apart and may not know {there}"
            else:
                assert there in STAIRS and STAIRS.index(there) < STAIRS.index(here), (
                    f"{path.name}:{line}: {here} imports {there}"
                )
                assert not {here, there} <= SIDE_BY_SIDE, f"{path.name}:{line}: {here} imports {there}"
        elif top in HOMES:
            assert here in HOMES[top], f"{path.name}:{line}: {top} belongs to {', '.join(HOMES[top])}"


def test_law_reads_no_file():
    for path in (LIBRARY / "law").rglob("*.py"):
        names = {n.id for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Name)}
        assert not names & {"open", "Path"}, f"{path.name} reads files; it is handed the Book"


LAZY = "pandas matplotlib nbconvert papermill IPython.display jupyterlab voila numpy".split()


@pytest.mark.parametrize(
    ("statement", "banned"),
    [
        ("from rightdoor import lesson", [*LAZY[:4], "numpy", "jupyterlab", "voila", "jupytext"]),
        (
            "from rightdoor.law import decide",
            ["pandas", "matplotlib", "nbconvert", "ipywidgets", "IPython", "sqlalchemy", "opencc"],
        ),
    ],
)
def test_what_a_start_does_not_import(statement, banned, run_python):
    loaded = run_python(f"{statement}\nimport sys\nprint(*sorted(sys.modules))").split()
    assert not {m for m in banned if m in loaded}


def test_every_room_is_on_the_staircase():
    there = {room(p) for p in modules()} - {"__init__"}
    assert there <= set(STAIRS) | APART
    assert sys.version_info >= (3, 11)
