"""What a worker process does: it takes tasks from a pipe, one at a time, and tells what became of each."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from rightdoor.reports import causes, make
from rightdoor.text import Pair

_printer = None  # one browser for a worker, from its first page on


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a task. `cause` is empty when it was done; `says` is a Pair then None; `files` are paths."""

    name: str
    cause: str = ""
    says: Pair | None = None
    files: tuple[str, ...] = ()
    seconds: float = 0.0
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Make:
    """To make a report in the folder `out`."""

    job: make.Job
    out: str
    engine: str | None
    limits: make.Limits

    @property
    def name(self):
        """The name of its files."""
        return self.job.name

    @property
    def seconds(self):
        """How long it may take."""
        return self.limits.seconds

    @property
    def rehearsal(self):
        """What a warm process should have tried before: `(template, lang)`; None if it has no sample of its own."""
        return ("trainee", self.job.parameters["lang"]) if self.job.template == "trainee" else None

    def do(self):
        """Make it."""
        made = make.make(self.job, self.out, self.engine, self.limits)
        return (str(made.html), str(made.notebook))


@dataclass(frozen=True, slots=True)
class Print:
    """To print a page."""

    html: str
    pdf: str

    seconds = 120
    rehearsal = None

    @property
    def name(self):
        """The name of the page."""
        return Path(self.html).name

    def do(self):
        """Print it."""
        global _printer
        from rightdoor.reports.pdf import Printer

        if _printer is None:
            printer = Printer()
            try:
                printer.__enter__()  # it lives as long as this process
            except Exception as error:
                error.cause = "missing"
                raise
            _printer = printer
        _printer.write(self.html, self.pdf)
        return (self.pdf,)


def main(connection):
    """Serve the pool at the other end of `connection` until it closes."""
    connection.send(os.getpid())
    while True:
        try:
            task = connection.recv()
        except EOFError:
            os._exit(0)
        connection.send(done(task))


def done(task):
    """Do a task; returns its Result, whatever happens."""
    from rightdoor.reports.parameters import ParameterError

    begun = time.monotonic()
    try:
        files, cause, says = task.do(), "", None
    except ParameterError as error:
        files, cause, says = (), "parameter", error.says
    except make.NotWritten as error:
        files, cause, says = (), "disk", error.says
    except make.ReportFailed as error:
        files, cause, says = (str(error.notebook),) if error.notebook else (), error.cause, error.says
    except Exception as error:
        other = causes.cause(error, getattr(task, "limits", None))
        files, cause, says = (), getattr(error, "cause", other.id), getattr(error, "says", other.says)
    return Result(task.name, cause, says, files, round(time.monotonic() - begun, 3))
