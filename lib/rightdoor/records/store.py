"""Opening, reading and writing the log in SQLite or PostgreSQL, through SQLAlchemy Core. Only `Log` calls this.

SQLite runs with a write-ahead log that is synced at every commit, and takes its write lock at the beginning of a
transaction (one that reads first and writes later would be refused, not delayed).
"""

import json
import sqlite3
import stat
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from rightdoor.records import network, rescue, trouble
from rightdoor.records.place import StoreError, private_folder, unwritable
from rightdoor.records.shape import COLUMNS, CONTROLS, EVENTS, NewerStore, migrate
from rightdoor.records.turn import Turn, no_turn
from rightdoor.text import Pair

WAIT_SECONDS = 60
QUICK_CHECK_BYTES = 32_000_000  # a full check of a larger file would keep the page waiting
BATCH = 10_000


class Store:
    """An open store: `engine`, `turn()` for writers, `report` (a Pair when a damaged file was set aside, or None)."""

    def __init__(self, address):
        """Open the path or URL, made and migrated. Raises StoreError."""
        self.address, self.report, self._kept = address, None, None
        if "://" in address and not address.startswith("sqlite:///"):
            self.path, self.engine, self.turn = None, _server(address), no_turn
            _prepare(self.engine, address)
        else:
            self.path = Path(address.removeprefix("sqlite:///")).expanduser().absolute()
            if kind := network.kind(self.path):
                raise StoreError(trouble.network_drive(self.path, kind))
            self._turn, self.turn = Turn(self.path), self._file_turn
            self._open_file()

    def _open_file(self):
        try:
            private_folder(self.path.parent)
            with self._turn:
                rescued = rescue.set_aside(self.path) if self.path.exists() and is_damaged(self.path) else None
                self.path.touch(mode=0o600)
                self.inode = self.path.stat().st_ino
                self.engine = _sqlite(self.path)
                _prepare(self.engine, self.path)
                self.report = _put_back(self.engine, rescued) if rescued else None
        except OSError as error:
            raise _os_failure(self.path, error) from None

    @contextmanager
    def _file_turn(self):
        """Our turn to write, in the file that has the name now: a damaged one may have been set aside meanwhile."""
        with self._turn:
            try:
                same = self.path.stat().st_ino == self.inode
            except OSError:
                same = False
            if not same:
                self.drop()
                self.engine.dispose()
                self._open_file()
            yield

    def kept(self):
        """The connection for one statement after another, in turn: to make one takes longer than most statements."""
        if self._kept is None:
            self._kept = self.engine.connect().execution_options(alone=True)
        return self._kept

    def drop(self):
        """Close that connection; the next statement gets a new one."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    @property
    def is_server(self):
        """Whether it is a database server and not a file."""
        return self.path is None

    def close(self):
        """Let go of it."""
        self.drop()
        self.engine.dispose()
        if self.path:
            self._turn.close()


def _os_failure(path, error):
    if error.errno in (28, 122):  # no space left, quota
        return trouble.failure(path, error)
    return StoreError(unwritable(path.parent, error))


def _server(url):
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            url = "postgresql+psycopg://" + url[len(short) :]
    try:
        engine = sa.create_engine(url, pool_pre_ping=True)
    except (SQLAlchemyError, ImportError, ValueError) as error:
        raise StoreError(trouble.wrong_url(url)) from error
    if engine.dialect.name != "postgresql":
        raise StoreError(trouble.wrong_url(url))

    @sa.event.listens_for(engine, "connect")
    def set_up(connection, _):
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit TO on")  # whatever the server's default, an answer is on disk
        connection.commit()

    return engine


def _prepare(engine, place):
    try:
        with engine.begin() as connection:
            migrate(connection)
    except NewerStore:
        raise StoreError(trouble.newer(place)) from None
    except SQLAlchemyError as error:
        raise trouble.failure(place, error) from None


def _sqlite(path):
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS})

    @sa.event.listens_for(engine, "connect")
    def set_up(connection, _):
        connection.isolation_level = None  # the driver must not begin transactions of its own
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection):
        options = connection.get_execution_options()
        if not options.get("alone"):  # one INSERT is a transaction by itself, and holds the lock for less time
            connection.exec_driver_sql("BEGIN" if options.get("reading") else "BEGIN IMMEDIATE")

    return engine


def is_damaged(path):
    """Whether the file is there but is no sound SQLite database. OSError if it cannot be opened for other reasons."""
    if path.stat().st_size == 0:
        return False
    if not path.stat().st_mode & stat.S_IFREG:
        raise IsADirectoryError(21, "Is a directory", str(path))
    with path.open("rb"):
        pass
    connection = sqlite3.connect(rescue.read_only(path), uri=True, timeout=WAIT_SECONDS)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        if path.stat().st_size > QUICK_CHECK_BYTES:
            return False
        return connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok"
    except UnicodeDecodeError:  # a name in the file is no text any more, not even for SQLite's own message
        return True
    except sqlite3.DatabaseError as error:
        if trouble.is_damage(error):
            return True
        raise OSError(5, str(error), str(path)) from None
    finally:
        connection.close()


def _put_back(engine, rescued):
    """Write what could be read of a damaged file into the new one; the Pair that tells of it."""
    with engine.begin() as connection:
        insert(connection, rescued.rows)
        insert(connection, rescued.controls, CONTROLS)
    name, count = rescued.kept.name, len(rescued.rows)
    return Pair(
        f"学习记录文件损坏了。原文件没有删除，改名为 {name}；从中找回了 {count} 条记录。",
        f"The record file was damaged. It was not deleted but renamed {name}; {count} events could be read from it "
        "and were kept.",
    )


# ---- reading and writing -----------------------------------------------------------------------------------


@contextmanager
def writing(store, alone=False):
    """A connection whose work is on disk when the block ends; `alone`: it is one statement. Raises StoreError."""
    try:
        with store.turn(), _connection(store, alone) as connection, connection.begin():
            yield connection
    except SQLAlchemyError as error:
        raise trouble.failure(store.address, error) from None


@contextmanager
def _connection(store, alone):
    if store.is_server or not alone:  # threads may write to a server at the same time, each by its own connection
        with store.engine.connect() as connection:
            yield connection
        return
    try:
        yield store.kept()
    except BaseException:
        store.drop()
        raise


@contextmanager
def reading(store):
    """A connection that sees one moment of the log and keeps no writer waiting. Raises StoreError."""
    try:
        with store.engine.connect().execution_options(reading=True) as connection:
            yield connection
    except SQLAlchemyError as error:
        raise trouble.failure(store.address, error) from None


@lru_cache(maxsize=4)
def _insert(dialect, table):
    """INSERT that passes over an id that is there already; only the dialect in use is loaded."""
    insert = import_module(f"sqlalchemy.dialects.{dialect}").insert
    return insert(table).on_conflict_do_nothing(index_elements=["id"]).execution_options(preserve_rowcount=True)


def insert(connection, rows, table=EVENTS):
    """Add rows, passing over those whose id is there already; how many were added."""
    if not rows:
        return 0
    statement = _insert(connection.dialect.name, table)
    if len(rows) == 1:
        return connection.execute(statement, rows[0]).rowcount
    return len(connection.execute(statement.returning(table.c.seq), rows).all())


def _query(columns, wanted):
    query = sa.select(*columns).order_by(EVENTS.c.at, EVENTS.c.seq)
    for name, value in wanted.items():
        if value is not None:
            query = query.where(EVENTS.c[name] == value)
    return query


def select(connection, **wanted):
    """Rows as dicts, oldest first, where each named column has the wanted value (None: any)."""
    return [dict(row) for row in connection.execute(_query(COLUMNS, wanted)).mappings()]


def stream(connection, **wanted):
    """The same a batch at a time, so that a log of any size fits into memory."""
    options = {"yield_per": BATCH}
    for row in connection.execute(_query(COLUMNS, wanted), execution_options=options).mappings():
        yield dict(row)


def columns(connection, names, kinds):
    """Batches of columns (lists of values, in the order of `names`) of all events of these kinds, in no set order.

    JSON comes as the text that is stored, so that equal answers can be told apart from others without being parsed.
    """
    chosen = [sa.cast(EVENTS.c[n], sa.Text).label(n) if n in ("response", "offered") else EVENTS.c[n] for n in names]
    query = sa.select(*chosen).where(EVENTS.c.kind.in_(kinds))
    for batch in connection.execute(query, execution_options={"yield_per": BATCH}).partitions():
        yield [list(column) for column in zip(*batch, strict=True)]


def select_last_walk(connection, learner, case, drill=""):
    """The rows of the walk that a learner began last in a case, in that drill or, without one, outside any."""
    began = (
        sa.select(EVENTS.c.walk)
        .where(EVENTS.c.learner == learner, EVENTS.c.case == case, EVENTS.c.kind.in_(("started", "restarted")))
        .where(EVENTS.c.drill == drill)
        .order_by(EVENTS.c.at.desc(), EVENTS.c.seq.desc())
        .limit(1)
    )
    walk = connection.scalar(began)
    return select(connection, learner=learner, case=case, walk=walk) if walk else []


def select_controls(connection, drill=None, learner=None):
    """Rows of control events as dicts, oldest first: of one drill or of all, about one learner and about everybody."""
    query = sa.select(*(c for c in CONTROLS.columns if c.name != "seq")).order_by(CONTROLS.c.at, CONTROLS.c.id)
    if drill is not None:
        query = query.where(CONTROLS.c.drill == drill)
    if learner is not None:
        hers = sa.select(CONTROLS.c.drill).where(CONTROLS.c.learner == learner)
        query = query.where(CONTROLS.c.drill.in_(hers), CONTROLS.c.learner.in_(("", learner)))
    return [dict(row) for row in connection.execute(query).mappings()]


def count_controls(connection, drill, learner=None):
    """How many control events a drill has: as nothing is ever changed, the same number means no news."""
    query = sa.select(sa.func.count()).select_from(CONTROLS).where(CONTROLS.c.drill == drill)
    return connection.scalar(query if learner is None else query.where(CONTROLS.c.learner.in_(("", learner))))


def count_events(connection, drill):
    """The same of the events of a drill."""
    return connection.scalar(
        sa.select(sa.func.count()).select_from(EVENTS).where(EVENTS.c.drill == drill, EVENTS.c.drill != "")
    )


def select_since(connection, drill, seq):
    """`(rows as dicts, the last seq)` of the events of a drill that were written after that seq."""
    query = sa.select(EVENTS.c.seq, *COLUMNS).where(EVENTS.c.drill == drill, EVENTS.c.drill != "", EVENTS.c.seq > seq)
    rows = [dict(row) for row in connection.execute(query.order_by(EVENTS.c.seq)).mappings()]
    return [{k: v for k, v in row.items() if k != "seq"} for row in rows], rows[-1]["seq"] if rows else seq


def written_json(value):
    """A response as the text that the store keeps."""
    return None if value is None else json.dumps(value)


def written(row):
    """A row as a line of JSON Lines."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n"
