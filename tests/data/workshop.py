"""A copy of the data folder that a test may damage, and the Problems that follow."""

import csv
import io
import json
import shutil
from dataclasses import replace

from hypothesis import HealthCheck

from rightdoor import yamlfile
from rightdoor.tables import read, read_all
from rightdoor.tables.channels import DOOR_COLUMNS, doors
from rightdoor.tables.check import cross_check
from rightdoor.tables.read import Reading
from rightdoor.text import data_folder

ALWAYS_THE_SAME = {
    "derandomize": True,
    "deadline": None,
    "database": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
}


class Workshop:
    """Tables as plain values; `problems` puts one damaged file among the sound rest and reads only what it must."""

    def __init__(self, folder):
        self.root, self.alone = folder / "data", folder / "alone"
        shutil.copytree(
            data_folder(), self.root, ignore=shutil.ignore_patterns("cases", "drills", "schemas", "*.before-fix*")
        )
        self.book, self.faults = read_all(self.root)
        names = [p.relative_to(self.root).as_posix() for p in sorted(self.root.rglob("*.yaml"))]
        self.contents = {name: yamlfile.read(self.root / name) for name in names}
        with (self.root / "channels.csv").open(encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))

    def path(self, name):
        return self.root / name

    def problems(self, name, raw):
        """All Problems of the tables when the file `name` holds the bytes `raw`; the file stays so until `mend`."""
        self.path(name).write_bytes(raw)
        shutil.rmtree(self.alone, ignore_errors=True)
        (self.alone / name).parent.mkdir(parents=True)
        (self.alone / name).write_bytes(raw)
        reading = Reading(self.alone)
        fresh = {"root": self.root, **self._read(name, reading)}
        book = replace(self.book, **fresh, lost=frozenset(reading.lost))
        return reading.problems + list(cross_check(book))

    def mend(self, name):
        shutil.copyfile(data_folder() / name, self.path(name))

    def _read(self, name, reading):
        table = name.partition("/")[0].removesuffix(".yaml").removesuffix(".csv")
        if table == "statutes":
            law = name.removeprefix("statutes/").removesuffix(".yaml")
            kept = {id: a for id, a in self.book.articles.items() if a.instrument.id != law}
            return {"articles": kept | read.statutes(reading)}
        if table == "parameters":
            ids = {entry["id"] for entry in self.contents[name]}
            kept = {id: rows for id, rows in self.book.parameters.items() if id not in ids}
            return {"parameters": kept | read.parameters(reading)}
        if table == "vocabulary":
            words = read.vocabulary(reading)
            shutil.copyfile(self.path("channels.csv"), self.alone / "channels.csv")
            return {"vocabulary": words, "channels": doors(self.alone, words, reading.problems, reading.lost)}
        if table == "channels":
            return {"channels": doors(self.alone, self.book.vocabulary, reading.problems, reading.lost)}
        if table == "text":
            (self.alone / "text" / "zh_hant.yaml").touch() if name.endswith("ui.yaml") else None
            read.interface(reading)
            return {}
        return {table: {"hearsay": read.hearsay, "watch": read.watch}[table](reading)}


def as_yaml(content):
    """Content as YAML with one key a line, so that every place has a line of its own."""
    return (json.dumps(content, ensure_ascii=False, indent=0) + "\n").encode()


def as_csv(rows, header=None):
    """Rows (dicts, or lists of cells) as canonical CSV bytes."""
    out = io.StringIO()
    lines = [list(row.values()) if isinstance(row, dict) else row for row in rows]
    csv.writer(out, lineterminator="\n").writerows([header or DOOR_COLUMNS, *lines])
    return out.getvalue().encode()
