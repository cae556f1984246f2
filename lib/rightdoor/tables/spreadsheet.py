"""What a spreadsheet does to a CSV when it saves it, and how to undo it.

Only harm with one possible repair is undone: encoding, line ends, the separator, empty rows and columns, columns out
of order, dates such as 2026/1/1, spaces at the ends of a cell, `；` for `;`, Open for open, 12389.0 for 12389.
`check` reports each harm and reads on as if it were repaired; `check --fix` writes the repair.
"""

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date

from rightdoor.text import Pair

SLASHED = re.compile(r"(\d{4})(?:[/.-]|年)(\d{1,2})(?:[/.-]|月)(\d{1,2})日?(?: 0?0:00(?::00)?)?\Z", re.ASCII)
WHOLE_DECIMAL = re.compile(r"([0-9]{3,11})\.0+\Z")
SEPARATORS = {";": Pair("分号", "semicolons"), "\t": Pair("制表符", "tabs")}
COMMONPLACE = 0.9  # the least share of characters seen elsewhere in the tables for a decoding to be certain


@dataclass(frozen=True, slots=True)
class Harm:
    """One harm: the row (from 1) and column it is in, what is seen, and what undoing it does."""

    row: int
    column: str
    says: Pair
    undone: Pair


@dataclass(slots=True)
class Sheet:
    """A table as it was before the harm: `header`, and `rows` of `(row number, cells)`.

    `fault` says why nothing can be read, with its row; then there are no rows.
    """

    header: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    harms: list = field(default_factory=list)
    fault: tuple | None = None


def decode(raw, familiar):
    """`(text or None, harms)`. `familiar()` gives the characters that a right decoding consists of."""
    try:
        text, harms = raw.decode("utf-8"), []
    except UnicodeDecodeError:
        text, harms = _from_other_encoding(raw, familiar)
        if text is None:
            return None, []
    if text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")
        harms.append(
            Harm(
                1,
                "",
                Pair("带有字节顺序标记（BOM）。", "has a byte-order mark."),
                Pair("去掉字节顺序标记", "byte-order mark removed"),
            )
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        harms.append(
            Harm(
                1,
                "",
                Pair("换行不是 LF（CRLF 或 CR）。", "has line ends other than LF (CRLF or CR)."),
                Pair("换行改为 LF", "line ends turned into LF"),
            )
        )
    return text, harms


def _from_other_encoding(raw, familiar):
    names = ["utf-16"] if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ["gb18030"]
    for name in names:
        try:
            text = raw.decode(name)
        except UnicodeDecodeError:
            continue
        foreign = [c for c in text if ord(c) > 127]
        known = familiar()
        if sum(c in known for c in foreign) >= COMMONPLACE * len(foreign):
            shown = "GBK" if name == "gb18030" else "UTF-16"
            return text, [
                Harm(
                    1,
                    "",
                    Pair(f"不是 UTF-8 编码，而是 {shown}。", f"is not UTF-8 but {shown}."),
                    Pair(f"由 {shown} 转为 UTF-8", f"turned from {shown} into UTF-8"),
                )
            ]
    return None, []


def undo(raw, columns, familiar):
    """The Sheet that `raw` bytes were. `columns`: {name: kind}, kind "date", "list", "number" or "" (text)."""
    sheet = Sheet()
    text, sheet.harms = decode(raw, familiar)
    if text is None:
        sheet.fault = (
            1,
            Pair("不是 UTF-8 编码，也无法确定是哪种编码。", "is not UTF-8, and its encoding is not certain."),
        )
        return sheet
    try:
        lines = _separated(text, columns, sheet.harms)
    except csv.Error:
        sheet.fault = (
            1,
            Pair(
                "引号不成对，或有过长的单元格，无法分列。",
                "a quotation mark lacks its partner or a cell is too long; it cannot be split.",
            ),
        )
        return sheet
    sheet.header, body = _without_empty(lines, sheet.harms)
    sheet.rows = [(number, _undone(number, sheet.header, cells, columns, sheet.harms)) for number, cells in body]
    _reorder(sheet, list(columns))
    return sheet


def _separated(text, columns, harms):
    rows = _split(text, ",")
    for mark, name in SEPARATORS.items():
        if rows and len(rows[0]) < len(columns) and mark in text.partition("\n")[0]:
            other = _split(text, mark)
            if set(columns) <= set(other[0]):
                harms.append(
                    Harm(
                        1,
                        "",
                        Pair(
                            f"各列用{name.zh}分隔，应为逗号。", f"its columns are separated by {name.en}, not commas."
                        ),
                        Pair("分隔符改为逗号", "separator turned into the comma"),
                    )
                )
                return other
    return rows


def _split(text, mark):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))


def _without_empty(lines, harms):
    """Header and numbered rows without the empty columns at the right and the empty rows."""
    if not lines:
        return [], []
    width = len(lines[0])
    while (
        width and not lines[0][width - 1].strip() and not any(len(r) >= width and r[width - 1].strip() for r in lines)
    ):
        width -= 1
    removed = Pair("删去右边的空列", "empty columns at the right removed")
    if width < len(lines[0]):
        harms.append(Harm(1, "", Pair("右边有空列。", "has empty columns at the right."), removed))
    body = []
    for number, cells in enumerate(lines[1:], 2):
        if not any(cell.strip() for cell in cells):
            harms.append(Harm(number, "", Pair("是空行。", "is an empty row."), Pair("删去空行", "empty rows removed")))
            continue
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            if len(lines[0]) == width:
                harms.append(
                    Harm(number, "", Pair("右边有多余的空单元格。", "has empty cells too many at the right."), removed)
                )
            cells = cells[:width]
        body.append((number, cells))
    return lines[0][:width], body


def _undone(number, header, cells, columns, harms):
    """The cells of one row with what is certain undone."""
    if len(cells) != len(header):
        return cells
    mended = []
    for column, cell in zip(header, cells, strict=True):
        better = _cell(cell, columns.get(column, ""))
        if better != cell:
            harms.append(
                Harm(
                    number,
                    column,
                    Pair(f"“{cell[:40]}”应写作“{better[:40]}”。", f"'{cell[:40]}' should read '{better[:40]}'."),
                    Pair(
                        "改正日期、空格、分号、号码的写法",
                        "dates, spaces, semicolons and numbers written as they should be",
                    ),
                )
            )
        mended.append(better)
    return mended


def _cell(cell, kind):
    better = cell.strip(" \t\u00a0\u3000")
    if kind == "date":
        if match := SLASHED.match(better):
            year, month, day = (int(part) for part in match.groups())
            try:
                better = date(year, month, day).isoformat()
            except ValueError:
                return better  # 2026/2/30: nobody knows which day was meant
        elif better.lower() == "open":
            better = "open"
    elif kind == "list":
        better = ";".join(part.strip() for part in better.replace("；", ";").split(";"))
    elif kind == "number" and (match := WHOLE_DECIMAL.match(better)):
        better = match[1]
    return better


def _reorder(sheet, columns):
    if sheet.header == columns or sorted(sheet.header) != sorted(columns):
        return
    places = [sheet.header.index(column) for column in columns]
    sheet.harms.append(
        Harm(
            1,
            "",
            Pair("各列次序不对。", "its columns are out of order."),
            Pair("各列恢复原来的次序", "columns put back in order"),
        )
    )
    sheet.rows = [(n, [cells[p] for p in places] if len(cells) == len(columns) else cells) for n, cells in sheet.rows]
    sheet.header = columns


def written(sheet):
    """The sheet in its one canonical form: commas, LF, quotation marks only where needed."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([sheet.header, *(cells for _, cells in sheet.rows)])
    return out.getvalue()
