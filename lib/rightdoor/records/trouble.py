"""What is said when the log cannot be used: where, why, and what to do about it."""

import re
import sqlite3

from rightdoor.records.place import StoreError, unwritable
from rightdoor.tables import Problem
from rightdoor.text import Pair

DAMAGED = ("malformed", "not a database", "file is encrypted", "disk image")
FULL = ("is full", "no space left", "disk full", "could not extend file", "file too large", "quota")


def without_password(url):
    """The database URL as it may be shown."""
    return re.sub(r"//[^/@]*@", "//", str(url))


def failure(place, error):
    """The StoreError for what SQLAlchemy or the driver raised; `.kind` is "full", "damaged" or empty."""
    reason = str(getattr(error, "orig", None) or error).splitlines()[0][:160]
    place = without_password(place)
    if any(word in reason.lower() for word in FULL):
        return StoreError(_full(place), "full")
    if any(word in reason for word in DAMAGED):
        return StoreError(_damaged(place), "damaged")
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


def is_damage(error):
    """Whether SQLite says that the file itself is damaged."""
    return isinstance(error, sqlite3.DatabaseError) and any(word in str(error) for word in DAMAGED)


def _full(place):
    return Problem(
        place,
        Pair("磁盘满了，这个回答没有写进去。", "the disk is full and this answer was not written."),
        Pair("请腾出空间。", "free some space."),
    )


def _damaged(place):
    return Problem(
        place,
        Pair("学习记录文件损坏了。", "the record file is damaged."),
        Pair(
            "请重新打开这一课：坏文件会改名保留，能读的记录会找回。",
            "open the lesson again: the damaged file is kept under another name, and what can be read is recovered.",
        ),
    )


def held(problem, count):
    """The Problem of answers that wait in memory, made from what keeps them from being written."""
    return Problem(
        problem.place,
        Pair(
            "{says}有 {count} 条还没存下来，暂时记在内存里；这一页开着的时候，每作一个回答都会再试一次。",
            "{says} Not saved yet and held in memory: {count}. While this page is open, every answer tries again.",
        ).format(says=_sentence(problem.says), count=count),
        problem.cure,
    )


def _sentence(pair):
    return Pair(pair.zh, pair.en[:1].upper() + pair.en[1:])


def network_drive(path, kind):
    """The Problem of a SQLite file on a network drive."""
    return Problem(
        str(path),
        Pair(
            f"这个位置在网络盘上（{kind}）。网络盘不保证文件锁，几个人同时作答会丢失或损坏记录，所以不在这里存。",
            f"this place is on a network drive ({kind}). File locks are not reliable there: with several people "
            "answering at once, records would be lost or damaged, so nothing is kept here.",
        ),
        Pair(
            "请把 RIGHTDOOR_STORE 设为本机磁盘上的文件；全班共用时，设为 PostgreSQL 数据库的地址。",
            "set RIGHTDOOR_STORE to a file on a disk of this computer or, for a class, to the URL of a PostgreSQL "
            "database.",
        ),
    )


def newer(place):
    """The Problem of a store that a newer program has written."""
    return Problem(
        without_password(place),
        Pair("学习记录是由更新版本的程序写的。", "the record was written by a newer version of the program."),
        Pair("请更新程序。", "update the program."),
    )


def wrong_url(place):
    """The Problem of a database URL that leads nowhere."""
    return Problem(
        without_password(place),
        Pair("数据库地址不对。", "the database URL is not right."),
        Pair("应写成 postgresql://用户@主机/库名。", "write it as postgresql://user@host/database."),
    )
