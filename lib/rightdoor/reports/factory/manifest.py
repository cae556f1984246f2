"""What was made of what: one line for each report in `manifest.jsonl`, beside the reports; the last line of a name holds.

A line is added as soon as a report is there, so that a run that is killed loses nothing of what it has done. A line that
was cut in the middle is no line.
"""

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from rightdoor import __version__, tables
from rightdoor.records.place import private
from rightdoor.text import notebooks_folder

NAME = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Row:
    """A report of a run. `inputs` is the hash of all it depends on, `files` maps names to hashes, `cause` is empty when
    it was made; `says` is then None, else {zh, en}."""

    name: str
    inputs: str
    cause: str = ""
    says: dict | None = None
    files: dict = field(default_factory=dict)
    seconds: float = 0.0
    tries: int = 1
    on: str = ""  # the day that the report bears
    at: str = ""  # when it was made


class Manifest:
    """The manifest of a folder."""

    def __init__(self, out):
        self.path, self.inputs, self.days = Path(out) / NAME, {}, {}
        self.rows = {row.name: row for row in read(out)}
        self.file = None

    def wanted(self, jobs, plan):
        """`(Jobs to be made, names to be left as they are)`."""
        wanted, kept = [], []
        for job in jobs:
            self.inputs[job.name], self.days[job.name] = inputs(job), job.parameters.get("made_on", "")
            row = self.rows.get(job.name)
            if plan.failed_only and (row is None or not row.cause):
                kept += [job.name] if row else []
            elif plan.resume and row and self._true(row):
                kept.append(job.name)
            else:
                wanted.append(job)
        return wanted, kept

    def _true(self, row):
        """Whether a report is there as it was made, of what it would be made of today."""
        if row.cause or row.inputs != self.inputs[row.name]:
            return False
        return all(_hash(self.path.parent / name) == kept for name, kept in row.files.items())

    def keep(self, result):
        """Write down a Result; returns its Row. On a full disk the Row is only in memory: it will be made again."""
        files = {} if result.cause else {Path(path).name: _hash(Path(path)) for path in result.files}
        says = {"zh": result.says.zh, "en": result.says.en} if result.says else None
        on = self.days[result.name]
        row = Row(result.name, self.inputs[result.name], result.cause, says, files, result.seconds, result.tries,
                  on, datetime.now(UTC).isoformat(timespec="seconds"))  # fmt: skip
        self.rows[row.name] = row
        try:
            if self.file is None:
                self.file = self._opened()
            self.file.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
            self.file.flush()
        except OSError:
            self.close()
        return row

    def close(self):
        """Close the file; what the disk would not take is dropped."""
        if self.file is not None:
            with contextlib.suppress(OSError):
                self.file.close()
            self.file = None

    def _opened(self):
        """The file, to add lines to; one that was cut in the middle is ended."""
        file = open(self.path, "a+", encoding="utf-8", newline="\n", opener=private)  # noqa: SIM115 closed by `close`
        if file.tell() and not self.path.read_bytes().endswith(b"\n"):
            file.write("\n")
        return file


def day(out):
    """The day that the reports of the last run bear; None if there was none."""
    rows = [row for row in read(out) if row.on]
    return date.fromisoformat(rows[-1].on) if rows else None


def inputs(job):
    """The hash of all that a report depends on: the Job, its template, the law as kept now, this program's version."""
    text = (notebooks_folder() / "reports" / f"{job.template}.ipynb").read_text("utf-8")
    parts = [text, job.parameters, job.record, tables.load().snapshot, __version__]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _hash(path):
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def read(out):
    """The Rows in the manifest of a folder, in the order in which they were written."""
    try:
        lines = (Path(out) / NAME).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            yield Row(**json.loads(line))
        except (ValueError, TypeError, AttributeError):  # cut in the middle, or not ours
            continue
