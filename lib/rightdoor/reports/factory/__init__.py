"""The factory: many reports at once, each with a limit, a second try where that may help, and a manifest.

`run` makes the Jobs it is given and comes back with a Summary, whatever happens to one of them. `pool` keeps the worker
processes, `worker` is what they do, `manifest` remembers what was made of what, `cluster` does the same work on other
machines. A run that was stopped, by Ctrl-C or by a power cut, goes on where it was with `resume`.
"""

import re
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from rightdoor.reports import make, warm
from rightdoor.reports.factory import pool
from rightdoor.reports.factory.manifest import Manifest, Row
from rightdoor.reports.factory.worker import Make, Print

TRIES = 2  # for a cause that may pass
DRAFT = re.compile(r"\.(?P<name>[^.]+)\.(html|ipynb|failed\.ipynb|pdf)\.\d+\.part")  # as `make` and `pdf` name them
LIMITS = make.Limits(seconds=120, memory_mb=1024)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run is to go. `resume`: leave alone what is there and still true; `failed_only`: make only what failed
    last time. `scheduler`: address of a Dask scheduler, for the work to be done by its workers."""

    workers: int = 1
    engine: str | None = warm.NAME if warm.AVAILABLE else None
    limits: make.Limits = LIMITS
    pdf: bool = False
    resume: bool = False
    failed_only: bool = False
    scheduler: str = ""


def with_engine(plan, name):
    """The Plan with an engine by its public name."""
    return replace(plan, engine=None if name == "nbclient" else name)


@dataclass(slots=True)
class Summary:
    """What became of a run: Rows of the manifest that are new, names that were left as they are, names that wait."""

    rows: list[Row] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    stopped: bool = False
    seconds: float = 0.0

    @property
    def made(self):
        """The Rows of what was made."""
        return [row for row in self.rows if not row.cause]

    @property
    def failed(self):
        """The Rows of what was not."""
        return [row for row in self.rows if row.cause]


def run(jobs, out, plan=Plan(), told=lambda summary: None):
    """Make the Jobs in the folder `out`; returns the Summary, also after Ctrl-C (`stopped`).

    `told(summary)` is called after each report. A full disk ends the run: what has not begun waits. Raises NotWritten
    when the folder cannot be written at all.
    """
    out, begun = Path(out).absolute(), time.monotonic()  # a worker is in a folder of its own
    make.ready(out)
    book = Manifest(out)
    wanted, kept = book.wanted(jobs, plan)
    summary = Summary(kept=kept, waiting=[job.name for job in wanted])
    try:
        for result in _results(wanted, out, plan):
            row = book.keep(result)
            summary.waiting.remove(row.name)
            summary.rows.append(row)
            summary.seconds = time.monotonic() - begun
            told(summary)
            if row.cause == "disk":
                break
    except KeyboardInterrupt:
        summary.stopped = True
    finally:
        book.close()
        _sweep(out, {job.name for job in wanted})
    summary.seconds = time.monotonic() - begun
    return summary


def _sweep(out, names):
    """Remove the drafts that workers of this run, or of one that was killed, have left half written."""
    for path in out.glob(".*.part"):
        if DRAFT.fullmatch(path.name) and DRAFT.fullmatch(path.name)["name"] in names:
            path.unlink(missing_ok=True)


def _results(jobs, out, plan):
    """The Result of each Job, as they come."""
    tasks = [Make(job, str(out), plan.engine, plan.limits) for job in jobs]
    if plan.scheduler:
        from rightdoor.reports.factory import cluster

        yield from cluster.results(tasks, plan.scheduler)
    else:
        yield from pool.results(tasks, plan.workers, TRIES)


def print_all(summary, out, workers, told=lambda count, of: None):
    """Print the pages of what was made or kept and has no PDF of its own age; returns `(count, [Result that failed])`.

    Ctrl-C ends it; `--resume` prints the rest.
    """
    names = [row.name for row in summary.made] + summary.kept
    pages = [Path(out).absolute() / f"{name}.html" for name in names]
    tasks = [Print(str(page), str(page.with_suffix(".pdf"))) for page in pages if _stale(page)]
    count, failed = 0, []
    try:
        for result in pool.results(tasks, min(workers, len(tasks)), 1):
            count += 1
            if result.cause:
                failed.append(result)
                if result.cause == "missing":
                    break
            told(count, len(tasks))
    finally:
        _sweep(Path(out).absolute(), set(names))
    return count - len(failed), failed


def _stale(page):
    pdf = page.with_suffix(".pdf")
    return page.exists() and not (pdf.exists() and pdf.stat().st_mtime_ns >= page.stat().st_mtime_ns)
