"""Every built notebook runs from a fresh kernel: by nbval (lax) and by papermill; one plain table is compared."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from rightdoor.reports import warm
from rightdoor.text import LANGS, notebooks_folder

HERE = Path(__file__).parent
ROOT = Path(__file__).resolve().parents[2]
# nbval reads notebooks with nbformat, whose import takes seconds without this
PYTEST = "from rightdoor import lean; lean.skip_iri_grammar(); import sys, pytest; sys.exit(pytest.main(sys.argv[1:]))"
LESSONS = sorted(p for lang in LANGS for p in (notebooks_folder() / lang).glob("*.ipynb"))


@pytest.fixture
def environ(tmp_path):
    """A record of its own, so that no test meets another's answers."""
    return {**os.environ, "RIGHTDOOR_STORE": str(tmp_path / "events.sqlite")}


def nbval(paths, environ):
    """Run pytest with nbval on notebooks, in a process of its own: its plugin and ours do not meet."""
    command = [sys.executable, "-c", PYTEST, "--nbval-lax", "--nbval-current-env", "-q"]
    command += ["-p", "no:cacheprovider", "-p", "no:hypothesispytest", "--rootdir", str(ROOT)]
    done = subprocess.run(
        [*command, *map(str, paths)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environ,
        cwd=ROOT,
        timeout=300,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("lang", LANGS)
def test_nbval_finds_every_lesson_sound(lang, environ):
    notebooks = [p for p in LESSONS if p.parent.name == lang]
    code, said = nbval(notebooks, environ)
    cells = sum(c.cell_type == "code" for p in notebooks for c in nbformat.read(p, as_version=4).cells)
    assert code == 0, said
    assert f"{cells} passed" in said, said


def test_nbval_compares_the_table_of_doors(environ):
    code, said = nbval([HERE / "doors.ipynb"], environ)
    assert code == 0, said


def test_nbval_would_notice_a_changed_table(environ, tmp_path):
    notebook = nbformat.read(HERE / "doors.ipynb", as_version=4)
    compared = next(c for c in notebook.cells if "NBVAL_CHECK_OUTPUT" in c.source)
    compared.outputs[0].text = compared.outputs[0].text.replace("12388", "12389")
    nbformat.write(notebook, tmp_path / "doors.ipynb")
    code, said = nbval([tmp_path / "doors.ipynb"], environ)
    assert code == 1 and "12389" in said


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_papermill_runs_it(path, environ, tmp_path, monkeypatch):
    import papermill

    monkeypatch.setenv("RIGHTDOOR_STORE", environ["RIGHTDOOR_STORE"])
    engine = warm.NAME if warm.AVAILABLE else None  # a fork of a warm kernel: a fresh one for each notebook, at once
    done = papermill.execute_notebook(
        str(path), str(tmp_path / path.name), engine_name=engine, progress_bar=False, cwd=str(path.parent)
    )
    outputs = [output for cell in done.cells if cell.cell_type == "code" for output in cell.outputs]
    assert outputs and all(output.output_type in ("display_data", "execute_result") for output in outputs), outputs
    assert all("application/vnd.jupyter.widget-view+json" in output.data for output in outputs)
