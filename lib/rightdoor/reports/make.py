"""One report from start to end: check the parameters, run the template, keep notebook and HTML. papermill lives here.

A Job holds all that a report depends on (template, parameters, the learner's events), so that it can be run here, in
another process or on another machine, one or many, and its files be compared.
"""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from rightdoor import lean
from rightdoor.reports.words import title
from rightdoor.text import Pair, notebooks_folder, say

RECORD = "record.jsonl"
CELL_SECONDS = 120  # a cell that runs longer than this has failed
START_SECONDS = 60


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
    """A cell failed, or the kernel did. `says` is one sentence; `notebook` is kept with the cell marked, or is None."""

    def __init__(self, says, notebook=None):
        super().__init__(says.en)
        self.says, self.notebook = says, notebook


class NotWritten(OSError):
    """The files could not be written; `says` tells where and why. What was there before is still there."""

    def __init__(self, folder, error):
        reason = error.strerror or type(error).__name__
        self.says = Pair(f"报告写不进 {folder}：{reason}。", f"The report cannot be written to {folder}: {reason}.")
        super().__init__(self.says.en)


def make(job, out, engine=None):
    """Run a Job and write `out/NAME.html` and `out/NAME.ipynb`; returns Made.

    `engine` is the name of a papermill engine (None: a kernel of its own for each report). Raises ParameterError
    before anything runs, ReportFailed, NotWritten.
    """
    lean.skip_iri_grammar()
    from rightdoor.reports import export, parameters

    out = Path(out)
    template = _template(job.template)
    parameters.check(template, job.parameters)
    _ready(out)
    with tempfile.TemporaryDirectory(prefix="rightdoor-report-") as folder:
        notebook = _run(template, job, Path(folder), out, engine)
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
            draft.write_text(text, encoding="utf-8", newline="\n")
        for draft, path in drafts.items():
            os.replace(draft, path)
    except OSError as error:
        raise NotWritten(next(iter(files)).parent, error) from None
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)


def _ready(out):
    """Make the folder and see that it can be written, before the time of a run is spent."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise NotWritten(out, error) from None


def _template(name):
    import nbformat

    return nbformat.read(notebooks_folder() / "reports" / f"{name}.ipynb", as_version=4)


def _title(job):
    return say(title(job.template, job.parameters), job.parameters["lang"])


def _run(template, job, folder, out, engine):
    """The executed notebook, without a trace of this machine. Raises ReportFailed."""
    import papermill
    from papermill.exceptions import PapermillExecutionError

    from rightdoor.reports.kernel import OwnKernel

    (folder / RECORD).write_text(job.record, encoding="utf-8", newline="\n")
    draft = folder / "report.ipynb"
    try:
        notebook = papermill.execute_notebook(
            template,
            _escaped(draft),
            dict(job.parameters),
            engine_name=engine,
            progress_bar=False,
            cwd=folder,
            start_timeout=START_SECONDS,
            execution_timeout=CELL_SECONDS,
            kernel_manager_class=OwnKernel,
            extra_arguments=OwnKernel.arguments(folder),
        )
    except PapermillExecutionError as error:
        cause = error.evalue if error.ename == "PageError" else f"{error.ename}: {error.evalue}"
        raise _failed(job, draft, out, error.cell_index, Pair(cause, cause)) from None
    except Exception as error:  # a kernel that died, would not start or never ended: papermill lets it through
        raise _failed(job, draft, out, None, _cause(error)) from error
    return _clean(notebook)


def _cause(error):
    """What happened to the kernel, as a Pair."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    if isinstance(error, DeadKernelError):
        return Pair("运行报告的进程意外结束。", "the process that ran it ended unexpectedly.")
    if isinstance(error, CellTimeoutError):
        return Pair(f"有一步超过 {CELL_SECONDS} 秒没有结束。", f"one cell did not end within {CELL_SECONDS} seconds.")
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    return Pair(reason, reason)


def _failed(job, draft, out, position, cause):
    """The ReportFailed of a run, with the executed notebook kept beside where the report would be."""
    import nbformat

    cause = Pair(*(" ".join(half.split())[:300] for half in (cause.zh, cause.en)))
    says = Pair("报告没有做成：{cause}", "The report could not be made: {cause}")
    if not draft.exists():
        return ReportFailed(says.format(cause=cause))
    notebook = nbformat.read(draft, as_version=4)
    if position is None:
        _mark_unfinished(notebook)
    kept = out / f"{job.name}.failed.ipynb"
    keep({kept: _written(_clean(notebook))})
    says = Pair(
        f"{says.zh}（出错的单元格已标在 {{name}} 里）", f"{says.en} (the cell that failed is marked in {{name}})"
    )
    return ReportFailed(says.format(cause=cause, name=kept.name), kept)


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
    """The notebook without the paths that papermill writes into it, and with the files' own names only."""
    about = notebook.metadata.get("papermill", {})
    for key in ("input_path", "output_path", "environment_variables"):
        about.pop(key, None)
    return notebook


def _written(notebook):
    import nbformat

    return nbformat.writes(notebook) + "\n"


def _escaped(path):
    """The path as papermill wants it: it fills `{name}` in paths with parameters."""
    return str(path).replace("{", "{{").replace("}", "}}")
