"""One report from start to end: check the parameters, run the template, keep notebook and HTML. papermill lives here.

A Job holds all that a report depends on (template, parameters, the learner's events), so that it can be run here, in
another process or on another machine, one or many, and its files be compared.
"""

import contextlib
import copy
import json
import os
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rightdoor import lean
from rightdoor.records.place import private
from rightdoor.reports import warm
from rightdoor.reports.words import title
from rightdoor.text import Pair, notebooks_folder, say

RECORD = "record.jsonl"
START_SECONDS = 60
PIECES = ("start_time", "end_time", "duration", "environment_variables", "input_path", "output_path")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one report may take: seconds by the clock, and MiB of memory beyond what its libraries take (None: any)."""

    seconds: float = 120
    memory_mb: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A report to be made. `parameters` of the template, `record` the text of the events, `name` of the files."""

    template: str
    parameters: dict
    record: str
    name: str


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a report, both complete."""

    html: Path
    notebook: Path


class ReportFailed(RuntimeError):
    """A cell failed, or the kernel did. `says` is one sentence; `cause` is of causes.CAUSES; `notebook` is kept with
    the cell marked, or is None."""

    def __init__(self, says, cause, notebook=None):
        super().__init__(says.en)
        self.says, self.cause, self.notebook = says, cause, notebook


class NotWritten(OSError):
    """The files could not be written; `says` tells where and why. What was there before is still there."""

    def __init__(self, folder, error):
        reason = error.strerror or type(error).__name__
        self.says = Pair(f"报告写不进 {folder}：{reason}。", f"The report cannot be written to {folder}: {reason}.")
        super().__init__(self.says.en)


def make(job, out, engine=None, limits=Limits()):
    """Run a Job and write `out/NAME.html` and `out/NAME.ipynb`; returns Made.

    `engine` is the name of a papermill engine (None: nbclient, a kernel of its own for each report). The same Job gives
    the same bytes. Raises ParameterError before anything runs, ReportFailed, NotWritten.
    """
    lean.skip_iri_grammar()
    from rightdoor.reports import export, parameters

    out = Path(out)
    parameters.check(asked(job.template), job.parameters)
    if not out.is_dir():
        ready(out)
    with tempfile.TemporaryDirectory(prefix="rightdoor-report-") as folder:
        notebook = _run(job, Path(folder), out, engine, limits)
    lang, titled = job.parameters["lang"], _title(job)
    notebook.metadata["rightdoor"] = {"lang": lang, "title": titled}
    made = Made(out / f"{job.name}.html", out / f"{job.name}.ipynb")
    keep({made.notebook: _written(notebook), made.html: export.html(notebook, titled, lang)})
    (out / f"{job.name}.failed.ipynb").unlink(missing_ok=True)
    return made


def keep(files):
    """Write `{path: text}` so that each file is there whole or not at all. Raises NotWritten."""
    drafts = {}
    try:
        for path, text in files.items():
            draft = path.with_name(f".{path.name}.{os.getpid()}.part")
            drafts[draft] = path
            with open(draft, "w", encoding="utf-8", newline="\n", opener=private) as file:  # it may hold a name
                file.write(text)
        for draft, path in drafts.items():
            os.replace(draft, path)
    except OSError as error:
        raise NotWritten(next(iter(files)).parent, error) from None
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)


def ready(out):
    """Make the folder and see that it can be written, before the time of a run is spent."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise NotWritten(out, error) from None


@cache
def template(name):
    """The template, read once in a process; whoever runs it works on a copy."""
    from papermill.iorw import load_notebook_node

    return load_notebook_node(str(notebooks_folder() / "reports" / f"{name}.ipynb"))


@cache
def asked(name):
    """The parameters that a template declares, as papermill.inspect_notebook tells them."""
    import papermill

    return papermill.inspect_notebook(template(name))


def _title(job):
    return say(title(job.template, job.parameters), job.parameters["lang"])


def _run(job, folder, out, engine, limits):
    """The executed notebook, without a trace of this machine or hour. Raises ReportFailed."""
    from papermill.engines import papermill_engines
    from papermill.execute import prepare_notebook_metadata, raise_for_execution_errors
    from papermill.parameterize import parameterize_notebook

    from rightdoor.reports import causes
    from rightdoor.reports.kernel import OwnKernel, bounded

    (folder / RECORD).write_text(job.record, encoding="utf-8", newline="\n")
    end, most = time.monotonic() + limits.seconds, limits.memory_mb
    how = {"memory_mb": most} if engine == warm.NAME else {"kernel_manager_class": bounded(most)}
    # papermill.execute_notebook in its parts: the template is read once, no draft is written, and what was run is at
    # hand when it fails
    notebook = parameterize_notebook(copy.deepcopy(template(job.template)), dict(job.parameters), engine_name=engine)
    notebook = prepare_notebook_metadata(notebook, None, None)
    try:
        with contextlib.chdir(folder):
            papermill_engines.execute_notebook_with_engine(
                engine,
                notebook,
                kernel_name=papermill_engines.nb_kernel_name(engine, notebook),
                progress_bar=False,
                start_timeout=START_SECONDS,
                timeout_func=lambda cell: max(0.1, end - time.monotonic()),
                extra_arguments=OwnKernel.arguments(folder),
                **how,
            )
        raise_for_execution_errors(notebook, None)
    except Exception as error:  # a cell's, or the kernel died, would not start or never ended
        raise _failed(job, notebook, out, error, causes.cause(error, limits)) from None
    return _clean(notebook)


def _failed(job, notebook, out, error, cause):
    """The ReportFailed of a run, with the notebook, as far as it came, kept beside where the report would be."""
    says = Pair("报告没有做成：{cause}", "The report could not be made: {cause}").format(cause=cause.says)
    if getattr(error, "cell_index", None) is None:
        _mark_unfinished(notebook)
    kept = out / f"{job.name}.failed.ipynb"
    keep({kept: _written(_clean(notebook))})
    says = Pair(
        f"{says.zh}（出错的单元格已标在 {{name}} 里）", f"{says.en} (the cell that failed is marked in {{name}})"
    )
    return ReportFailed(says.format(name=kept.name), cause.id, kept)


def _mark_unfinished(notebook):
    """Mark the cell that was running when the kernel ended, as papermill marks one that raised."""
    import nbformat

    begun = [c for c in notebook.cells if c.metadata.get("papermill", {}).get("start_time")]
    if begun:  # papermill gives every cell the status completed in the end, but a time only to those it began
        begun[-1].metadata["papermill"].update(exception=True, status="failed")
        note = nbformat.v4.new_markdown_cell("**Execution ended in the next cell.**")
        note.metadata["tags"] = ["papermill-error-cell-tag"]
        notebook.cells.insert(notebook.cells.index(begun[-1]), note)


def _clean(notebook):
    """The notebook without paths, times and made-up ids: a report depends on its Job alone."""
    for number, part in enumerate((notebook, *notebook.cells)):
        part.metadata.pop("execution", None)
        about = part.metadata.get("papermill", {})
        for piece in PIECES:
            about.pop(piece, None)
        if number:
            part["id"] = f"cell-{number}"
    return notebook


def _written(notebook):
    """The notebook as JSON in one line: nbformat's writer copies it twice, checks once more what was checked as it came,
    and indents it in Python, which takes as long as the page does."""
    return json.dumps(notebook, ensure_ascii=False, sort_keys=True) + "\n"
