"""The tables of the log in SQLite or PostgreSQL, through SQLAlchemy Core. Only `Log` calls this.

SQLite runs with a write-ahead log that is synced at every commit, waits for other writers, and takes its write lock
at the beginning of a transaction (a transaction that reads first and writes later would be refused, not delayed).
"""

import re
import sqlite3
import stat
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from rightdoor.records import rescue
from rightdoor.records.place import StoreError, private_folder, unwritable
from rightdoor.tables import Problem
from rightdoor.text import Pair

WAIT_SECONDS = 30
DAMAGED = ("malformed", "not a database", "file is encrypted", "disk image")
QUICK_CHECK_BYTES = 32_000_000  # a full check of a larger file would keep the page waiting

META = sa.MetaData()
EVENTS = sa.Table(
    "events",
    META,
    sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("id", sa.String(80), nullable=False, unique=True),
    sa.Column("at", sa.String(40), nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("learner", sa.String(40), nullable=False),
    sa.Column("case", sa.String(80), nullable=False),
    sa.Column("walk", sa.String(80), nullable=False),
    sa.Column("version", sa.String(80), nullable=False),
    sa.Column("seed", sa.String(80), nullable=False),
    sa.Column("snapshot", sa.String(80), nullable=False),
    sa.Column("lang", sa.String(20), nullable=False),
    sa.Column("step", sa.String(80), nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("response", sa.JSON(none_as_null=True)),
    sa.Column("offered", sa.JSON, nullable=False),
    sa.Column("score", sa.Float),
    sa.Column("certainty", sa.String(20)),
    sa.Column("seconds", sa.Float),
    sa.Index("events_by_learner", "learner", "case", "walk"),
)
MIGRATIONS = sa.Table(
    "migrations",
    META,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("at", sa.String(40), nullable=False),
)
COLUMNS = [column for column in EVENTS.columns if column.name != "seq"]


# ---- migrations: named, in order, each applied once --------------------------------------------------------


def m001_events(connection):
    """The first shape of the log."""
    EVENTS.create(connection)


STEPS = (m001_events,)


def migrate(connection):
    """Apply what has not been applied. RuntimeError if the store was written by a newer version of the program."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(7402312)"))  # two classrooms may open it at once
    MIGRATIONS.create(connection, checkfirst=True)
    done = set(connection.scalars(sa.select(MIGRATIONS.c.name)))
    if done - {step.__name__ for step in STEPS}:
        raise RuntimeError("newer")
    for step in STEPS:
        if step.__name__ not in done:
            step(connection)
            connection.execute(
                MIGRATIONS.insert().values(name=step.__name__, at=datetime.now(UTC).isoformat(timespec="seconds"))
            )


# ---- opening -----------------------------------------------------------------------------------------------


def open_store(store):
    """`(engine, report)` for a path or URL, made and migrated. `report` is a Pair when a damaged file was set aside."""
    if "://" in store and not store.startswith("sqlite:///"):
        return _open_server(store), None
    path = Path(store.removeprefix("sqlite:///")).expanduser().absolute()
    try:
        private_folder(path.parent)
        rescued = rescue.set_aside(path) if path.exists() and is_damaged(path) else None
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(unwritable(path.parent, error)) from None
    engine = _sqlite(path)
    _prepare(engine, str(path))
    return engine, _put_back(engine, rescued) if rescued else None


def _open_server(url):
    try:
        engine = sa.create_engine(url, pool_pre_ping=True)
    except (SQLAlchemyError, ImportError) as error:
        raise StoreError(
            Problem(
                _no_password(url),
                Pair("数据库地址不对。", "the database URL is not right."),
                Pair(
                    "应写成 postgresql+psycopg://用户@主机/库名。",
                    "write it as postgresql+psycopg://user@host/database.",
                ),
            )
        ) from error
    _prepare(engine, _no_password(url))
    return engine


def _no_password(url):
    return re.sub(r"//[^/@]*@", "//", url)


def _prepare(engine, place):
    try:
        with engine.begin() as connection:
            migrate(connection)
    except RuntimeError:
        raise StoreError(
            Problem(
                place,
                Pair("学习记录是由更新版本的程序写的。", "the record was written by a newer version of the program."),
                Pair("请更新程序。", "update the program."),
            )
        ) from None
    except SQLAlchemyError as error:
        raise _failure(place, error) from None


def _sqlite(path):
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS})

    @sa.event.listens_for(engine, "connect")
    def set_up(connection, _):
        connection.isolation_level = None  # the driver must not begin transactions of its own
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection):
        reading = connection.get_execution_options().get("reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

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
    except sqlite3.DatabaseError as error:
        if any(word in str(error) for word in DAMAGED):
            return True
        raise OSError(5, str(error), str(path)) from None
    finally:
        connection.close()


def _put_back(engine, rescued):
    """Write what could be read of a damaged file into the new one; the Pair that tells of it."""
    with engine.begin() as connection:
        insert(connection, rescued.rows)
    name, count = rescued.kept.name, len(rescued.rows)
    return Pair(
        f"学习记录文件损坏了。原文件没有删除，改名为 {name}；从中找回了 {count} 条记录。",
        f"The record file was damaged. It was not deleted but renamed {name}; {count} events could be read from it "
        "and were kept.",
    )


# ---- reading and writing -----------------------------------------------------------------------------------


@contextmanager
def writing(log):
    """A connection in a transaction that is on disk when the block ends. Raises StoreError."""
    try:
        with log.engine.begin() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise _failure(log.store, error) from None


@contextmanager
def reading(log):
    """A connection that sees one moment of the log and keeps no writer waiting. Raises StoreError."""
    try:
        with log.engine.connect().execution_options(reading=True) as connection:
            yield connection
    except SQLAlchemyError as error:
        raise _failure(log.store, error) from None


def insert(connection, rows):
    """Add rows, passing over those whose id is there already; how many were added."""
    if not rows:
        return 0
    dialect = import_module(f"sqlalchemy.dialects.{connection.dialect.name}")  # the other one is not loaded
    statement = dialect.insert(EVENTS).on_conflict_do_nothing(index_elements=["id"])
    if len(rows) == 1:
        return connection.execute(statement, rows[0]).rowcount
    count = sa.select(sa.func.count()).select_from(EVENTS)
    before = connection.scalar(count)
    connection.execute(statement, rows)
    return connection.scalar(count) - before


def select(connection, **wanted):
    """Rows as dicts, oldest first, where each named column has the wanted value (None: any)."""
    query = sa.select(*COLUMNS).order_by(EVENTS.c.at, EVENTS.c.seq)
    for name, value in wanted.items():
        if value is not None:
            query = query.where(EVENTS.c[name] == value)
    return [dict(row) for row in connection.execute(query).mappings()]


def select_last_walk(connection, learner, case):
    """The rows of the walk that a learner began last in a case."""
    began = (
        sa.select(EVENTS.c.walk)
        .where(EVENTS.c.learner == learner, EVENTS.c.case == case, EVENTS.c.kind.in_(("started", "restarted")))
        .order_by(EVENTS.c.at.desc(), EVENTS.c.seq.desc())
        .limit(1)
    )
    walk = connection.scalar(began)
    return select(connection, learner=learner, case=case, walk=walk) if walk else []


# ---- forgetting --------------------------------------------------------------------------------------------


def forget(log, learner):
    """Delete a learner's rows for good: `(Pair that says what could not be reached, number of rows)`."""
    with writing(log) as connection:
        count = connection.execute(EVENTS.delete().where(EVENTS.c.learner == learner)).rowcount
    if log.engine.dialect.name == "postgresql":
        _on_its_own(log, "VACUUM FULL events")
        return Pair(
            "已从数据库中删除。程序够不到数据库的备份、归档日志和以前导出的文件，请管理员另行处理。",
            "Deleted from the database. Its backups, archived logs and earlier exports are out of reach: "
            "ask the administrator.",
        ), count
    _on_its_own(log, "VACUUM")
    busy = _on_its_own(log, "PRAGMA wal_checkpoint(TRUNCATE)")
    if busy and busy[0]:
        raise StoreError(
            Problem(
                log.store,
                Pair(
                    "已删除，但别的窗口还开着记录，旧页面暂时留在预写日志里。",
                    "deleted, but another window has the record open, so old pages are still in its write-ahead log.",
                ),
                Pair("关掉其他窗口，再删一次。", "close the other windows and forget once more."),
            )
        )
    return Pair(
        "已从这个文件中彻底删除。程序够不到您另存的备份和以前导出的文件，请自行删除。",
        "Deleted from this file for good. Backups and earlier exports are out of reach: please delete them yourself.",
    ), count


def _on_its_own(log, statement):
    """Run a statement outside any transaction; its first row, if it has one."""
    try:
        connection = log.engine.raw_connection()
        try:
            if log.engine.dialect.name == "postgresql":
                connection.rollback()
                connection.driver_connection.autocommit = True
            cursor = connection.cursor()
            cursor.execute(statement)
            return cursor.fetchone() if cursor.description else None
        finally:
            connection.invalidate()
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise _failure(log.store, error) from None


def _failure(place, error):
    """The StoreError that tells a user what happened."""
    reason = str(getattr(error, "orig", None) or error).splitlines()[0][:160]
    place = _no_password(str(place))
    if "full" in reason:
        return StoreError(
            Problem(
                place,
                Pair("磁盘满了，这个回答没有保存。", "the disk is full and this answer was not saved."),
                Pair("请腾出空间后再试。", "free some space and try again."),
            )
        )
    if isinstance(error, DatabaseError) and any(word in reason for word in DAMAGED):
        return StoreError(
            Problem(
                place,
                Pair("学习记录文件损坏了。", "the record file is damaged."),
                Pair(
                    "请重新打开这一课：坏文件会改名保留，能读的记录会找回。",
                    "open the lesson again: the damaged file is kept under another name, "
                    "and what can be read is recovered.",
                ),
            )
        )
    if "readonly" in reason or "unable to open" in reason:
        return StoreError(unwritable(place, OSError(13, reason)))
    return StoreError(
        Problem(
            place,
            Pair(f"学习记录读写失败：{reason}", f"the record cannot be read or written: {reason}"),
            Pair(
                "请稍后再试；如果还不行，请检查数据库或磁盘。",
                "try again later; if it stays so, check the database or the disk.",
            ),
        )
    )
