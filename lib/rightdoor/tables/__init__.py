"""The law as dated data: statutes, doors, numbers, hearsay. Readers get the Book; faults come all at once."""

from rightdoor.tables.book import Book, BookError, load, read_all
from rightdoor.tables.rows import (
    Article,
    Door,
    Hearsay,
    Instrument,
    NotInForce,
    Parameter,
    Problem,
    Provision,
    UnknownId,
    Version,
    Watch,
    in_force,
)

__all__ = [
    "Article",
    "Book",
    "BookError",
    "Door",
    "Hearsay",
    "Instrument",
    "NotInForce",
    "Parameter",
    "Problem",
    "Provision",
    "UnknownId",
    "Version",
    "Watch",
    "in_force",
    "load",
    "read_all",
]
