"""channels.csv, the one table edited in a spreadsheet: its columns, each with its rule, and its rows as Doors."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from rightdoor.tables.rows import ADDRESS, Door, Problem, periods
from rightdoor.tables.shape import ADD, DATE, DATE_OR_OPEN, UNSEEN, shorten
from rightdoor.tables.spreadsheet import undo
from rightdoor.text import Pair

NAME = "channels.csv"
FIX = Pair(
    "运行 rightdoor check --fix，或在表格软件中另存为“CSV UTF-8（逗号分隔）”。",
    "run rightdoor check --fix, or save it as 'CSV UTF-8 (comma delimited)' in the spreadsheet.",
)
ADD_WORD = Pair(
    "改用 vocabulary.yaml 中的词，或先在那里增加。", "use a word of vocabulary.yaml, or add it there first."
)


# ---- what may stand in a cell: each rule takes the cell and the vocabulary, and yields (what is wrong, cure) ------


def _text(cell, words):
    return ()


def _form(pattern, says, cure):
    def rule(cell, words):
        if not re.fullmatch(pattern, cell):
            yield says.format(cell=shorten(cell)), cure

    return rule


def _day(may_be_open=False):
    def rule(cell, words):
        if not (may_be_open and cell == "open") and _date(cell) is None:
            yield (
                Pair(f"“{shorten(cell)}”不是真实的日期。", f"'{shorten(cell)}' is not a real date."),
                DATE_OR_OPEN if may_be_open else DATE,
            )

    return rule


def _words(list_name, one=False, also=()):
    def rule(cell, words):
        ids = cell.split(";")
        for id in ids:
            if id not in words.get(list_name, also) and id not in also:
                yield (
                    Pair(
                        f"“{shorten(id)}”不在词表 {list_name} 中。",
                        f"'{shorten(id)}' is not a word of the list {list_name}.",
                    ),
                    ADD_WORD,
                )
        if one and len(ids) > 1:
            yield Pair("只能填一个词。", "takes one word only."), Pair("留下一个。", "keep one.")
        yield from _twice(ids)

    return rule


def _refusals(cell, words):
    pairs = cell.split(";")
    for pair in pairs:
        matter, arrow, door = pair.partition(">")
        if matter not in words.get("matter", {}):
            yield (
                Pair(
                    f"“{shorten(matter)}”不在词表 matter 中。", f"'{shorten(matter)}' is not a word of the list matter."
                ),
                ADD_WORD,
            )
        if not arrow or (door and not re.fullmatch(ID, door)):
            yield (
                Pair(f"“{shorten(pair)}”的写法不对。", f"'{shorten(pair)}' is not written as required."),
                Pair("写成 事项>渠道；无处可转则写 事项>。", "write matter>door, or matter> if it goes nowhere."),
            )
    yield from _twice(pairs)


def _each(pattern, example):
    def rule(cell, words):
        entries = cell.split(";")
        for entry in entries:
            if not re.fullmatch(pattern, entry):
                yield (
                    Pair(f"“{shorten(entry)}”不是编号。", f"'{shorten(entry)}' is not an id."),
                    Pair(f"例如 {example}；几个之间用 ; 隔开。", f"for example {example}; separate several with ;."),
                )
        yield from _twice(entries)

    return rule


def _twice(entries):
    for entry in sorted({e for e in entries if entries.count(e) > 1}):
        yield (
            Pair(f"“{shorten(entry)}”写了两次。", f"'{shorten(entry)}' is written twice."),
            Pair("留下一个。", "keep one."),
        )


ID = r"[a-z][a-z0-9-]*"
LAW_ID = ADDRESS.pattern


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its rule, whether it must be filled, and what a spreadsheet takes its cells for."""

    rule: object
    needed: bool = True
    kind: str = ""


COLUMNS = {
    "id": Column(
        _form(
            ID,
            Pair("“{cell}”不能作编号。", "'{cell}' cannot be an id."),
            Pair(
                "用小写字母、数字和连字符，例如 police-inspectorate。",
                "use lower-case letters, digits and hyphens, as in police-inspectorate.",
            ),
        )
    ),
    "from": Column(_day(), kind="date"),
    "until": Column(_day(may_be_open=True), kind="date"),
    "succeeded_by": Column(
        _form(
            ID,
            Pair("“{cell}”不是渠道的编号。", "'{cell}' is not the id of a door."),
            Pair("填接替它的渠道的编号，或留空。", "enter the door that took over, or leave it empty."),
        ),
        needed=False,
    ),
    "name_zh": Column(_text),
    "name_en": Column(_text),
    "kind": Column(_words("door_kind", one=True)),
    "run_by": Column(_words("organ", one=True)),
    "accepts": Column(_words("matter"), kind="list"),
    "against": Column(_words("actor", also=("anyone",)), kind="list"),
    "level_rule": Column(_words("level_rule", one=True)),
    "modes": Column(_words("mode"), kind="list"),
    "anonymous": Column(_words("anonymity", one=True)),
    "refuses": Column(_refusals, needed=False, kind="list"),
    "phone": Column(
        _form(
            r"[0-9]{3,5}(-?[0-9]+)*(;[0-9]{3,5}(-?[0-9]+)*)*",
            Pair("“{cell}”不是电话号码。", "'{cell}' is not a phone number."),
            Pair(
                "把该列设为“文本”格式，从来源重新填写号码。",
                "format the column as text and enter the number again from its source.",
            ),
        ),
        needed=False,
        kind="number",
    ),
    "url": Column(
        _form(
            r"https?://[a-z0-9.-]+(:[0-9]+)?(/\S*)?",
            Pair("“{cell}”不是网址。", "'{cell}' is not a web address."),
            Pair("以 https:// 开头。", "begin it with https://."),
        ),
        needed=False,
    ),
    "deadline": Column(_each(r"[a-z][a-z0-9-]*/[a-z0-9-]+", "police-report/transfer"), needed=False, kind="list"),
    "basis": Column(_each(LAW_ID, "police-law/46:1"), kind="list"),
    "source": Column(_text),
    "checked": Column(_day(), kind="date"),
    "status": Column(_words("status", one=True)),
    "note_zh": Column(_text, needed=False),
    "note_en": Column(_text, needed=False),
}
DOOR_COLUMNS = list(COLUMNS)
KINDS = {name: column.kind for name, column in COLUMNS.items()}


# ---- from the file to the doors -------------------------------------------------------------------------------


def doors(root, words, problems, lost):
    """All doors by id, each a tuple of dated Doors; `words` is the vocabulary.

    Ids of rows that cannot be used go into `lost`, or "channels.csv" when no row can be.
    """
    found = defaultdict(list)
    for number, row in _rows(root, problems, lost):
        faults = list(_row_faults(row, words))
        place = f"{NAME}:{number}:{shorten(row.get('id') or '?')}"
        problems.extend(Problem(f"{place}:{column}", says, cure) for column, says, cure in faults)
        if faults or len(row) < len(COLUMNS):
            lost.add(row.get("id"))
        else:
            found[row["id"]].append((number, _door(row)))
    for id, rows in found.items():
        rows.sort(key=lambda numbered: numbered[1].since)
        problems.extend(
            periods([door for _, door in rows], id, lambda i, rows=rows, id=id: f"{NAME}:{rows[i][0]}:{id}:from")
        )
    return {id: tuple(door for _, door in rows) for id, rows in found.items()}


def channel_rows(root):
    """`(row number, {column: cell})` of every row that has its cells, whatever is wrong in them."""
    return _rows(root, [], set())


def _rows(root, problems, lost):
    path = root / NAME
    if not path.is_file():
        problems.append(Problem(NAME, Pair("文件不存在。", "does not exist."), Pair("放回原处。", "put it back.")))
        lost.add(NAME)
        return []
    sheet = undo(path.read_bytes(), KINDS, lambda: familiar(root))
    problems.extend(Problem(_at(harm, sheet), harm.says, FIX) for harm in sheet.harms)
    if sheet.fault:
        problems.append(
            Problem(
                f"{NAME}:{sheet.fault[0]}",
                sheet.fault[1],
                Pair("用表格软件另存为“CSV UTF-8”。", "save it as 'CSV UTF-8' in the spreadsheet."),
            )
        )
        lost.add(NAME)
        return []
    faults = list(_header_faults(sheet.header))
    problems.extend(faults)
    if faults:
        lost.add(NAME)
    if len(set(sheet.header)) < len(sheet.header) or "id" not in sheet.header:
        return []
    return list(_numbered(sheet, problems, lost))


def _at(harm, sheet):
    column = f":{harm.column}" if harm.column else ""
    return f"{NAME}:{harm.row}" + (f":{_id_in(sheet, harm.row)}{column}" if column else "")


def _id_in(sheet, row):
    cells = next((cells for number, cells in sheet.rows if number == row), ())
    place = sheet.header.index("id") if "id" in sheet.header else 0
    return shorten(cells[place]) if len(cells) > place else "?"


def _header_faults(header):
    strange = [name for name in dict.fromkeys(header) if name not in COLUMNS]
    for name in (n for n in COLUMNS if n not in header):
        like = get_close_matches(name, strange, 1, 0.5)
        cure = (
            Pair(f"把“{shorten(like[0])}”一列改名为“{name}”。", f"rename the column '{shorten(like[0])}' to '{name}'.")
            if like
            else Pair(f"补上“{name}”一列。", f"add the column '{name}'.")
        )
        yield Problem(f"{NAME}:1:{name}", Pair(f"缺少“{name}”一列。", f"the column '{name}' is missing."), cure)
    for name in strange:
        yield Problem(
            f"{NAME}:1:{shorten(name)}",
            Pair(f"没有“{shorten(name)}”这一列。", f"there is no column '{shorten(name)}'."),
            Pair("删去它，或改成原来的列名。", "remove it, or give it back its name."),
        )
    for name in dict.fromkeys(n for n in header if header.count(n) > 1):
        yield Problem(
            f"{NAME}:1:{shorten(name)}",
            Pair("这一列出现了两次。", "this column stands there twice."),
            Pair("留下一列。", "keep one."),
        )


def _numbered(sheet, problems, lost):
    for number, cells in sheet.rows:
        if len(cells) == len(sheet.header):
            yield number, {name: cell for name, cell in zip(sheet.header, cells, strict=True) if name in COLUMNS}
            continue
        place = sheet.header.index("id")
        lost.add(cells[place] if len(cells) > place else NAME)
        problems.append(
            Problem(
                f"{NAME}:{number}",
                Pair(
                    f"有 {len(cells)} 列，应为 {len(sheet.header)} 列。",
                    f"has {len(cells)} columns instead of {len(sheet.header)}.",
                ),
                Pair("单元格中有逗号时要加引号。", "a cell that holds a comma needs quotation marks."),
            )
        )


def _row_faults(row, words):
    """`(column, what is wrong, cure)` for each fault of one row."""
    for name, cell in row.items():
        column = COLUMNS[name]
        if not cell:
            if column.needed:
                yield name, Pair("不能为空。", "must not be empty."), ADD
            continue
        yield from ((name, says, cure) for says, cure in column.rule(cell, words))
        if "\n" in cell or "\r" in cell or UNSEEN.search(cell):
            yield (
                name,
                Pair("含有换行或看不见的字符。", "has a line break or a hidden character inside."),
                Pair("写在一行内，删去看不见的字符。", "write it on one line, without hidden characters."),
            )
        if name.endswith("_zh") and "?" in cell:
            yield (
                name,
                Pair("含有半角问号：可能是保存时丢失的汉字。", "holds a '?': perhaps a character lost in saving."),
                Pair(
                    "从来源重新录入；真是问号则用“？”。",
                    "enter it again from its source; write ？ for a question mark.",
                ),
            )
    if bool(row.get("note_zh")) != bool(row.get("note_en")) and {"note_zh", "note_en"} <= set(row):
        empty = "note_en" if row["note_zh"] else "note_zh"
        yield (
            empty,
            Pair("备注缺少这一种语言。", "the note lacks this language."),
            Pair("两种语言都写，或都不写。", "write both, or neither."),
        )
    if row.get("succeeded_by") and row.get("until") == "open":
        yield (
            "succeeded_by",
            Pair("仍有效的一行不能有接替者。", "a row still in force cannot have a successor."),
            Pair("填结束日期，或清空此格。", "fill in until, or empty this cell."),
        )


def _door(row):
    notes = Pair(row["note_zh"], row["note_en"])
    refuses = tuple(tuple(pair.partition(">")[::2]) for pair in split(row["refuses"]))
    return Door(
        row["id"],
        _date(row["from"]),
        _date(row["until"]),
        row["succeeded_by"],
        Pair(row["name_zh"], row["name_en"]),
        row["kind"],
        row["run_by"],
        split(row["accepts"]),
        split(row["against"]),
        row["level_rule"],
        split(row["modes"]),
        row["anonymous"],
        refuses,
        row["phone"],
        row["url"],
        split(row["deadline"]),
        split(row["basis"]),
        row["source"],
        _date(row["checked"]),
        row["status"],
        notes,
    )


def _date(text):
    """The day of an ISO date of the years 1900 to 2099; None for anything else, such as `open`."""
    if not re.fullmatch(r"(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def split(cell):
    """The entries of a `;` list."""
    return tuple(entry for entry in cell.split(";") if entry)


def familiar(root):
    """The characters of the tables that can be read: what a right decoding consists of."""
    found = set()
    for path in root.glob("**/*.yaml"):
        found.update(path.read_text(encoding="utf-8", errors="ignore"))
    return found
