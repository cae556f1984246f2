"""Notebooks are built, not edited."""

import nbformat
import pytest

from rightdoor import build
from rightdoor.text import LANGS, notebooks_folder

LESSONS = sorted(p for lang in LANGS for p in (notebooks_folder() / lang).glob("*.ipynb"))


def test_nothing_drifted():
    assert build.drift() == [], "run `rightdoor build`"


def test_the_same_lessons_in_three_scripts():
    names = [sorted(p.name for p in (notebooks_folder() / lang).glob("*.ipynb")) for lang in LANGS]
    assert names[0] and names.count(names[0]) == len(LANGS)


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_built_lesson_is_clean(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.rightdoor.lang == path.parent.name
    for cell in notebook.cells:
        assert "lang" not in cell.metadata
        if cell.cell_type == "code":
            assert cell.outputs == [] and cell.execution_count is None
            assert cell.metadata.jupyter.source_hidden and "{lang}" not in cell.source


def test_drift_is_seen_and_mended(tmp_path):
    source = tmp_path / "src"
    source.mkdir()
    (source / "one.py").write_text(
        '# %% [markdown] lang="zh"\n# # 复核\n# %% [markdown] lang="en"\n# # Review\n# %%\nf("{lang}")\n', "utf-8"
    )
    assert len(build.build(tmp_path)) == len(LANGS)
    assert build.drift(tmp_path) == []
    assert "# 復核" in (tmp_path / "zh-Hant" / "one.ipynb").read_text("utf-8")
    (tmp_path / "en" / "one.ipynb").write_text("edited", "utf-8")
    (tmp_path / "en" / "stray.ipynb").write_text("{}", "utf-8")
    assert build.drift(tmp_path) == ["en/one.ipynb", "en/stray.ipynb"]
    build.build(tmp_path)
    assert build.drift(tmp_path) == [] and not (tmp_path / "en" / "stray.ipynb").exists()
