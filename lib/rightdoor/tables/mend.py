"""Repair what a spreadsheet or editor certainly did to a file; whatever needs a judgement is left to `check`."""

import csv
import io
import os
import re

from rightdoor.tables.read import DOOR_COLUMNS
from rightdoor.text import Pair

DATE_COLUMNS = ("from", "until", "checked")
SLASHED = re.compile(r"(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?$")


def mend(root):
    """Repair data files in place; yields `(file name, what was done)`. The file as it was is kept as NAME.before-fix."""
    for path in sorted([*root.glob("**/*.yaml"), root / "channels.csv"]):
        if not path.exists():
            continue
        raw = path.read_bytes()
        text, done = _decode(raw)
        if text is not None and path.suffix == ".csv":
            text, more = _table(text)
            done += more
        if done and text is not None:
            path.with_name(path.name + ".before-fix").write_bytes(raw)
            fresh = path.with_name(path.name + ".new")
            fresh.write_text(text, encoding="utf-8", newline="")
            os.replace(fresh, path)
            yield path.relative_to(root).as_posix(), Pair.join(done, "；", "; ")


def _decode(raw):
    done = []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = raw.decode("gb18030")
        except UnicodeDecodeError:
            return None, []
        done.append(Pair("由 GBK 转为 UTF-8", "turned from GBK into UTF-8"))
    if text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")
        done.append(Pair("去掉字节顺序标记", "byte-order mark removed"))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        done.append(Pair("换行改为 LF", "line ends turned into LF"))
    return text, done


def _table(text):
    """channels.csv with its columns in order, dates in ISO form and no empty rows."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return text, []
    if not rows or sorted(filter(None, rows[0])) != sorted(DOOR_COLUMNS):
        return text, []
    done, header = [], rows[0]
    if header != DOOR_COLUMNS:
        done.append(Pair("各列恢复原来的次序", "columns put back in order"))
    body = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    if len(body) < len(rows) - 1:
        done.append(Pair("删去空行", "empty rows removed"))
    if any(len(row) != len(header) for row in body):
        return text, []
    dates = 0
    mended = []
    for row in body:
        cells = dict(zip(header, row, strict=True))
        for column in DATE_COLUMNS:
            if match := SLASHED.match(cells[column].strip()):
                iso = "{}-{:0>2}-{:0>2}".format(*match.groups())
                dates += iso != cells[column]
                cells[column] = iso
        mended.append([cells[column] for column in DOOR_COLUMNS])
    if dates:
        done.append(Pair(f"{dates} 个日期改为 2026-01-31 的写法", f"{dates} dates rewritten as 2026-01-31"))
    if not done:
        return text, []
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([DOOR_COLUMNS, *mended])
    return out.getvalue(), done
