"""Forgetting: one learner on request, everybody's old events when the retention date has come."""

from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from rightdoor.records import store as stores
from rightdoor.records import trouble
from rightdoor.records.place import StoreError
from rightdoor.records.shape import CONTROLS, EVENTS, SETTINGS
from rightdoor.tables import Problem
from rightdoor.text import Pair

RETENTION = "retention"
LARGEST_SEARCHED = 2_000_000_000  # bytes of a file beside the store that are searched for a forgotten code


def forget(store, learner):
    """Delete a learner's rows for good: `(Pair on what could not be reached, number of rows)`. Raises StoreError."""
    with stores.writing(store) as connection:
        count = connection.execute(EVENTS.delete().where(EVENTS.c.learner == learner)).rowcount
        connection.execute(CONTROLS.delete().where(CONTROLS.c.learner == learner))
    if store.is_server:
        _scrub_server(store)
        return Pair(
            "已从数据库的表中彻底删除。程序够不到：数据库的备份、副本和预写日志（服务器用新内容覆盖之前还在）、以前导出的文件。请管理员处理。",
            "Deleted from the tables of the database for good. Out of reach: its backups, replicas and write-ahead log "
            "(until the server overwrites it) and earlier exports. Ask the administrator.",
        ), count
    if not _scrub_file(store):
        raise StoreError(_still_open(store.address))
    return _beside(store.path, learner), count


def _scrub_server(store):
    on_its_own(store, "VACUUM FULL events")
    on_its_own(store, "VACUUM FULL controls")


def _scrub_file(store):
    """Rewrite the file without what was deleted and empty its write-ahead log; whether nobody was in the way."""
    with store.turn():
        on_its_own(store, "VACUUM")
        busy = on_its_own(store, "PRAGMA wal_checkpoint(TRUNCATE)")
    return not (busy and busy[0])


def _beside(path, learner):
    """What to say of files in the same folder that still hold the code, such as copies and damaged files set aside."""
    kept = [other.name for other in sorted(path.parent.iterdir()) if _holds(other, path, learner.encode())]
    told = Pair(
        "已从这个文件中彻底删除。程序够不到您另存的备份和以前导出的文件，请自行删除。",
        "Deleted from this file for good. Backups and earlier exports are out of reach: please delete them yourself.",
    )
    if not kept:
        return told
    names = ", ".join(kept)
    return Pair(
        "{told}同一文件夹里这些文件还含有这个代码：{names}。",
        "{told} In the same folder, these files still hold the code: {names}.",
    ).format(told=told, names=names)


def _holds(other, store, code):
    own = {store.name, *(f"{store.name}-{end}" for end in ("wal", "shm", "turn")), "learner-code.txt"}
    try:
        if other.name in own or not other.is_file() or other.stat().st_size > LARGEST_SEARCHED:
            return False
        return _contains(other, code)
    except OSError:
        return False


def _contains(path, code):
    tail = b""
    with Path(path).open("rb") as file:
        while block := file.read(1 << 20):
            if code in tail + block:
                return True
            tail = block[-len(code) :]
    return False


def _still_open(place):
    return Problem(
        str(place),
        Pair(
            "已删除，但别的窗口还开着记录，旧页面暂时留在预写日志里。",
            "deleted, but another window has the record open, so old pages are still in its write-ahead log.",
        ),
        Pair("关掉其他窗口，再删一次。", "close the other windows and forget once more."),
    )


# ---- the retention date --------------------------------------------------------------------------------------


def retention(store):
    """The date from which everything recorded before it is deleted, or None."""
    with stores.reading(store) as connection:
        value = connection.scalar(sa.select(SETTINGS.c.value).where(SETTINGS.c.name == RETENTION))
    return date.fromisoformat(value) if value else None


def set_retention(store, until):
    """Keep records until this date (None: until somebody deletes them)."""
    with stores.writing(store) as connection:
        connection.execute(SETTINGS.delete().where(SETTINGS.c.name == RETENTION))
        if until:
            connection.execute(SETTINGS.insert().values(name=RETENTION, value=until.isoformat()))


def expire(store, today=None):
    """If the retention date has come, delete what was recorded before it; the Pair that tells of it, or None."""
    until = retention(store)
    if until is None or (today or datetime.now(UTC).date()) < until:
        return None
    old = {table: table.c.at < until.isoformat() for table in (EVENTS, CONTROLS)}
    with stores.reading(store) as connection:
        if not any(connection.scalar(sa.select(table.c.at).where(earlier).limit(1)) for table, earlier in old.items()):
            return None
    with stores.writing(store) as connection:
        count, _ = (connection.execute(table.delete().where(earlier)).rowcount for table, earlier in old.items())
    if store.is_server:
        _scrub_server(store)
    else:
        _scrub_file(store)  # if another window is in the way, its last close empties the write-ahead log
    return Pair(
        f"保存期限（{until}）已到，此前的 {count} 条学习记录已经删除。",
        f"The retention date ({until}) has come: {count} earlier events were deleted.",
    )


def on_its_own(store, statement):
    """Run a statement outside any transaction; its first row, if it has one."""
    try:
        connection = store.engine.raw_connection()
        try:
            if store.is_server:
                connection.rollback()
                connection.driver_connection.autocommit = True
            cursor = connection.cursor()
            cursor.execute(statement)
            return cursor.fetchone() if cursor.description else None
        finally:
            connection.invalidate()
    except (SQLAlchemyError, store.engine.dialect.dbapi.Error) as error:
        raise trouble.failure(store.address, error) from None
