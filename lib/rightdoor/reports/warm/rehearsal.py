"""Imports all that a report needs, and goes through each template once, so that no child has to do the first time."""

import contextlib
import os
import tempfile
from pathlib import Path

from rightdoor import lean


def warm(folder, templates=()):
    """Import, make the kernel (which keeps its profile in `folder`), and rehearse each `(template, lang)`.

    The rehearsal is of the program's own sample, never of a person's record.
    """
    lean.skip_iri_grammar()
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # else the debugger complains that it may miss a breakpoint
    import papermill  # noqa: F401

    from rightdoor.reports import export, make, page  # noqa: F401
    from rightdoor.reports.warm import engine, kernel  # noqa: F401

    for template, lang in templates:
        with tempfile.TemporaryDirectory(dir=folder) as stage, contextlib.chdir(stage):
            _rehearse(template, lang, Path(stage))
    kernel.Kernel.made(folder)


def _rehearse(template, lang, folder):
    """Run the cells of a template on its sample, then write the page of an empty notebook."""
    import nbformat

    from rightdoor import tables
    from rightdoor.reports import export, make, record, sample

    text = record.written(sample.events(tables.load(), lang))
    (folder / make.RECORD).write_text(text, encoding="utf-8", newline="\n")
    names = {"learner": sample.LEARNER, "name": "", "lang": lang, "made_on": "2026-01-01", "record": make.RECORD,
             "sample": True}  # fmt: skip
    _, *cells = [c for c in make.template(template).cells if c.cell_type == "code"]
    for cell in cells:
        exec(compile(cell.source, "<rehearsal>", "exec"), names)
    export.html(nbformat.v4.new_notebook(), "", lang)
