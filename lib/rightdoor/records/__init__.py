"""The event log: what each learner did, kept whatever happens. Append, query, export, merge, forget.

One code path through SQLAlchemy Core: SQLite in the user's data folder, or PostgreSQL by URL. SQLAlchemy itself is
imported when a log is opened, not when a page is. Nothing here can hold a name or a sentence: only ids and numbers.
"""

from rightdoor.records.control import CONTROLS, Control
from rightdoor.records.event import KINDS, Event, answered, marked, started
from rightdoor.records.log import Forgotten, Log, Merged
from rightdoor.records.place import StoreError, default_store, local_code

__all__ = [
    "CONTROLS",
    "KINDS",
    "Control",
    "Event",
    "Forgotten",
    "Log",
    "Merged",
    "StoreError",
    "answered",
    "default_store",
    "local_code",
    "marked",
    "started",
]
