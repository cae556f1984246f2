"""The Book: all tables of the law in one frozen value. A rule is handed it and asks it by id and day."""

import hashlib
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path

from rightdoor.tables import read
from rightdoor.tables.check import cross_check
from rightdoor.tables.read import Reading
from rightdoor.tables.rows import ADDRESS, Provision, UnknownId, cite, in_force, part
from rightdoor.text import Pair, data_folder


class BookError(ValueError):
    """The tables cannot be used; `problems` lists everything wrong in them at once."""

    def __init__(self, problems):
        super().__init__("\n".join(f"{p.place}: {p.says.en} {p.cure.en}".rstrip() for p in problems))
        self.problems = tuple(problems)


def load(root=None):
    """The Book of the folder `root` (default: this checkout's data/), read once in a process.

    Raises BookError with every problem found in any file.
    """
    return _load(Path(root) if root else data_folder())


@cache
def _load(root):
    reading = Reading(root)
    book = _book(reading)
    if reading.problems:
        raise BookError(reading.problems)
    return book


def read_all(root):
    """`(Book, problems)`: what could be read, and everything that is wrong, the words of the interface included."""
    reading = Reading(root)
    book = _book(reading)
    read.interface(reading)
    return book, reading.problems


def _book(reading):
    words = read.vocabulary(reading)
    book = Book(
        reading.root,
        words,
        read.statutes(reading),
        read.parameters(reading),
        read.doors(reading.root, words, reading.problems, reading.lost),
        read.hearsay(reading),
        read.watch(reading),
        frozenset(reading.lost),
    )
    reading.problems += cross_check(book)
    return book


@dataclass(frozen=True, eq=False)
class Book:
    """Vocabulary, statutes, numbers, doors, hearsay and open questions. Ids and days in, dated rows out."""

    root: Path
    vocabulary: dict
    articles: dict
    parameters: dict
    channels: dict
    hearsay: tuple
    watch: tuple
    lost: frozenset = frozenset()  # ids and files that are there but could not be read

    def __post_init__(self):
        # one lookup for each id and day in a process: a batch of decisions asks the same few again and again
        for name in ("article", "door", "doors", "parameter", "cite"):
            object.__setattr__(self, name, cache(getattr(self, name)))

    def article(self, id, on):
        """The provision `LAW/N[-M][:P[(i)]]` as it stood on the date `on`. Raises UnknownId, NotInForce."""
        address = _address(id)
        base = id.partition(":")[0]
        article = self._known(self.articles, base)
        version = in_force(article.versions, on, base)
        text = version.zh
        if address["para"]:
            text = part(text, int(address["para"]), int(address["item"] or 0))
            if text is None:
                where = cite(article.instrument, _address(base))
                raise UnknownId(
                    id,
                    Pair(
                        f"{where.zh}（{on} 的文本）没有“{id}”所说的款或项。",
                        f"{where.en}, as it stood on {on}, has no paragraph or item '{id}'.",
                    ),
                )
        return Provision(
            id,
            base,
            article.instrument,
            article.heading,
            cite(article.instrument, address),
            text,
            version.en,
            version.since,
            version.until,
            version.adopted,
            version.source,
            self.doubts(base),
        )

    def doubts(self, id):
        """The open questions of watch.yaml that touch an article, door or number, as Pairs; () for none."""
        return self._doubts.get(id, ())

    @cached_property
    def _doubts(self):
        found = {}
        for row in self.watch:
            for id in dict.fromkeys(touched.partition(":")[0] for touched in row.touches):
                found[id] = (*found.get(id, ()), row.question)
        return found

    def cite(self, id):
        """How a provision is named in a sentence, whatever the day. Raises UnknownId."""
        return cite(self._known(self.articles, id.partition(":")[0]).instrument, _address(id))

    def versions(self, id):
        """All versions of an article, oldest first. Raises UnknownId."""
        return self._known(self.articles, id.partition(":")[0]).versions

    def door(self, id, on):
        """The row of channels.csv in force on the day `on`. Raises UnknownId, NotInForce."""
        return in_force(self._known(self.channels, id), on, id)

    def doors(self, on):
        """All doors in force on that day, by id."""
        return {
            id: row
            for id, rows in self.channels.items()
            for row in rows
            if row.since <= on and (row.until is None or on < row.until)
        }

    def parameter(self, id, on):
        """The Parameter in force on the day `on`. Raises UnknownId, NotInForce."""
        return in_force(self._known(self.parameters, id), on, id)

    def number(self, id, on):
        """Its value, a whole number in the parameter's unit. Raises UnknownId, NotInForce."""
        return self.parameter(id, on).value

    def label(self, list_name, id):
        """The words for a vocabulary id, as a Pair. Raises UnknownId."""
        return self._known(self._known(self.vocabulary, list_name), id)

    def terms(self, list_name):
        """The ids of a vocabulary list, in its order. Raises UnknownId."""
        return tuple(self._known(self.vocabulary, list_name))

    def frame(self, table):
        """A table as a pandas DataFrame, one row for each dated version.

        `table`: "doors" (columns of channels.csv, `from` as `since`), "articles" (id, law, since, until, adopted,
        zh, en, status, succeeded_by), "parameters", "hearsay", "watch", "vocabulary" (list, id, zh, en).
        """
        import pandas  # on first use: a trainee's page opens without it

        return pandas.DataFrame(list(self._rows(table)))

    def _rows(self, table):
        if table == "vocabulary":
            for name, terms in self.vocabulary.items():
                yield from ({"list": name, "id": id, "zh": p.zh, "en": p.en} for id, p in terms.items())
        elif table == "articles":
            for a in self.articles.values():
                for v in a.versions:
                    yield {
                        "id": a.id,
                        "law": a.instrument.short.zh,
                        "since": v.since,
                        "until": v.until,
                        "adopted": v.adopted,
                        "zh": v.zh,
                        "en": v.en,
                        "status": v.source["status"],
                        "succeeded_by": v.succeeded_by,
                    }
        else:
            tables = {
                "doors": [r for rows in self.channels.values() for r in rows],
                "hearsay": self.hearsay,
                "watch": self.watch,
                "parameters": [r for rows in self.parameters.values() for r in rows],
            }
            for row in self._known(tables, table):
                yield {f.name: getattr(row, f.name) for f in fields(row)}

    @cached_property
    def snapshot(self):
        """Twelve hex digits that change when any table does; recorded with each attempt."""
        digest = hashlib.sha256()
        for path in sorted(
            [
                *self.root.glob("*.yaml"),
                *self.root.glob("*.csv"),
                *self.root.glob("statutes/*"),
                *self.root.glob("parameters/*"),
            ]
        ):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()[:12]

    @staticmethod
    def _known(table, id):
        try:
            return table[id]
        except KeyError:
            raise UnknownId(id) from None


def _address(id):
    match = ADDRESS.match(id)
    if not match:
        raise UnknownId(id)
    return match
