"""Notebooks are built, not edited: notebooks/src/*.py (percent scripts) become one .ipynb for each script.

A lesson's markdown cells carry lang="zh" or lang="en"; Traditional Chinese is derived from zh. In code cells
`{lang}` stands for the notebook's language. Report templates (src/reports/*.py) are built once, as they read their
language from a parameter. Output has no outputs, no execution counts and stable ids, so that it can be compared.
"""

import hashlib

from rightdoor.text import LANGS, convert, notebooks_folder

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def built(root=None):
    """`{relative path: text}` of every notebook that the sources make."""
    root = root or notebooks_folder()
    files = {}
    for source in sorted((root / "src").glob("*.py")):
        for lang in LANGS:
            files[f"{lang}/{source.stem}.ipynb"] = _notebook(source, lang)
    for source in sorted((root / "src" / "reports").glob("*.py")):
        files[f"reports/{source.stem}.ipynb"] = _notebook(source, None)
    return files


def drift(root=None):
    """Relative paths of notebooks that are missing, differ from what the sources make, or have no source."""
    root = root or notebooks_folder()
    files = built(root)
    lagging = [
        name for name, text in files.items() if not (root / name).exists() or (root / name).read_text("utf-8") != text
    ]
    there = {p.relative_to(root).as_posix() for folder in (*LANGS, "reports") for p in (root / folder).glob("*.ipynb")}
    return sorted(lagging + list(there - files.keys()))


def build(root=None):
    """Write what drifted and remove what has no source; returns the relative paths that changed."""
    root = root or notebooks_folder()
    files, changed = built(root), drift(root)
    for name in changed:
        path = root / name
        if name in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[name], encoding="utf-8", newline="\n")
        else:
            path.unlink(missing_ok=True)
    return changed


def _notebook(source, lang):
    """The text of one .ipynb; `lang` None keeps every cell."""
    import jupytext  # needed to build, never to read a lesson
    import nbformat

    script = jupytext.read(source, fmt="py:percent")
    cells = [
        _cell(cell, lang, f"{source.stem}/{i}")
        for i, cell in enumerate(script.cells)
        if lang is None or cell.metadata.get("lang") in (None, lang[:2])
    ]
    title = next((c.source.lstrip("# ").split("\n")[0] for c in cells if c.cell_type == "markdown"), source.stem)
    notebook = nbformat.v4.new_notebook(
        cells=cells,
        metadata={
            "kernelspec": KERNEL,
            "language_info": {"name": "python"},
            "title": title,
            **({"rightdoor": {"lang": lang}} if lang else {}),
        },
    )
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"


def _cell(cell, lang, place):
    import nbformat

    id = hashlib.sha256(place.encode()).hexdigest()[:8]
    metadata = {key: value for key, value in cell.metadata.items() if key != "lang"}
    if cell.cell_type == "markdown":
        text = convert(cell.source) if lang == "zh-Hant" else cell.source
        return nbformat.v4.new_markdown_cell(text, id=id, metadata=metadata)
    # code stays out of the trainee's sight in JupyterLab; the lesson page shows none at all
    metadata = {
        **metadata,
        "jupyter": {"source_hidden": True},
        "tags": sorted({*metadata.get("tags", []), "hide-input"}),
    }
    return nbformat.v4.new_code_cell(cell.source.replace("{lang}", lang or "{lang}"), id=id, metadata=metadata)
