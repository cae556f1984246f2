"""The roster: which learner code stands for whom. Names live in this file and nowhere else.

A CSV file `code,name,lang` of the instructor's, in no folder of ours. Only a report and the printed sheet of links
read it; the record holds codes alone.
"""

import csv
import io
import os
import re
import secrets
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rightdoor.records.event import CODE
from rightdoor.records.place import LETTERS, private
from rightdoor.tables import Problem
from rightdoor.tables.spreadsheet import undo
from rightdoor.text import LANGS, Pair

COLUMNS = ("code", "name", "lang")
MARK = "\ufeff"  # without it a spreadsheet takes UTF-8 for something else
LARGEST = 1_000_000  # bytes; a class is some kilobytes
MOST = 2_000  # people
LONGEST = 60  # characters of a name
MARKS_IN_NAMES = frozenset(" ·•・.’'-()（）、,")
NOTHING = Pair("", "")


@dataclass(frozen=True, slots=True)
class Person:
    """One learner: the code of the record, the name as it is to be shown (text, never markup), one of LANGS."""

    code: str
    name: str
    lang: str


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a class in the order of the file."""

    people: tuple[Person, ...]

    def person(self, code):
        """Who has this code; None if it is in no row."""
        return next((person for person in self.people if person.code == code), None)


class RosterError(Exception):
    """The roster cannot be used. `problems` are all that is wrong with it, each with file, row and cure."""

    def __init__(self, problems):
        super().__init__("; ".join(f"{p.place}: {p.says.en} {p.cure.en}".rstrip() for p in problems))
        self.problems = tuple(problems)


# ---- reading -----------------------------------------------------------------------------------------------


def read(path):
    """The Roster of a CSV file: UTF-8 with or without a mark, GBK or UTF-16, as spreadsheets save it.

    Empty rows and columns, spaces at the ends, tabs or semicolons for commas are passed over. RosterError names
    everything else at once.
    """
    place = Path(path).name
    sheet = undo(_text(path).encode(), dict.fromkeys(COLUMNS, ""), frozenset)
    if sheet.fault:
        raise RosterError([Problem(f"{place}:{sheet.fault[0]}", sheet.fault[1], _save_again())])
    if sheet.header != list(COLUMNS):
        raise RosterError([_wrong_columns(place, sheet.header)])
    problems, people, lines = [], [], {}
    for line, cells in sheet.rows:
        person = _person(f"{place}:{line}", cells, problems)
        if person and person.code in lines:
            problems.append(_twice(f"{place}:{line}:code", person.code, lines[person.code]))
        elif person:
            lines[person.code] = line
            people.append(person)
    if not sheet.rows:
        problems.append(_empty(place))
    if len(sheet.rows) > MOST:
        problems.append(_too_many(place))
    if problems:
        raise RosterError(problems)
    return Roster(tuple(people))


def names(path):
    """The names in a plain text file, one on a line, in order. RosterError names every line that holds none."""
    place, found, problems = Path(path).name, [], []
    for number, line in enumerate(_text(path).removeprefix(MARK).splitlines(), 1):
        if name := _tidy(line):
            found.append(name)
            problems += [Problem(f"{place}:{number}", wrong, _name_cure()) for wrong in _name_faults(name)]
    if not found:
        problems.append(_empty(place))
    if len(found) > MOST:
        problems.append(_too_many(place))
    if problems:
        raise RosterError(problems)
    return found


def _text(path):
    """What the file says; line ends and a mark are left to the reader of the rows."""
    place = Path(path).name
    try:
        with open(path, "rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or "error"
        raise RosterError([Problem(str(path), Pair(f"名册打不开（{reason}）。", f"the roster cannot be opened ({reason})."),
                                   Pair("核对文件名和权限。", "check its name and its permissions."))]) from None  # fmt: skip
    if len(raw) > LARGEST:
        raise RosterError([Problem(place, Pair("文件太大，不像一份名册。", "is too large for a roster."),
                                   Pair("名册每人一行：代码、姓名、语言。", "a roster has one row a person: code, name, language."))])  # fmt: skip
    for encoding in ("utf-8", "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "gb18030" or _is_chinese(text):
            return text
    raise RosterError([Problem(f"{place}:1", Pair("看不出文件是哪种编码。", "is in an encoding that cannot be told."), _save_again())])  # fmt: skip


def _is_chinese(text):
    """Whether at least half of what is not ASCII are everyday characters: other encodings, read as GBK, give few."""
    foreign = [c for c in text if ord(c) > 127]
    return 2 * sum(_is_everyday(c) for c in foreign) >= len(foreign)


def _is_everyday(character):
    try:
        return character.encode("gb2312")[0] >= 0xB0  # where its Chinese characters begin
    except UnicodeEncodeError:
        return False


def _person(place, cells, problems):
    """The Person of a row, or None with every fault of the row added to `problems`."""
    if len(cells) != len(COLUMNS):
        problems.append(Problem(place, Pair(f"有 {len(cells)} 格，应为 3 格。", f"has {len(cells)} cells and should have 3."),
                                Pair("姓名里有逗号的，把姓名放进英文双引号。", "a name with a comma in it goes between quotation marks.")))  # fmt: skip
        return None
    person = Person(cells[0], _tidy(cells[1]), cells[2])
    faults = list(_faults(person, place))
    problems.extend(faults)
    return None if faults else person


def _faults(person, place):
    """What is wrong with a Person whose row is at `place`."""
    if not CODE.fullmatch(person.code):
        yield Problem(
            f"{place}:code",
            Pair(f"“{_shown(person.code)}”不是学员代码。", f"'{_shown(person.code)}' is not a learner code."),
            Pair("代码由 2 至 40 个小写字母、数字和连字符组成；可用 rightdoor records roster 生成。",
                 "a code is of 2 to 40 lower-case letters, digits and hyphens; rightdoor records roster makes them."),
        )  # fmt: skip
    for wrong in _name_faults(person.name):
        yield Problem(f"{place}:name", wrong, _name_cure())
    if person.lang not in LANGS:
        yield Problem(f"{place}:lang", Pair(f"“{_shown(person.lang)}”不是语言。", f"'{_shown(person.lang)}' is not a language."),
                      Pair(f"填 {'、'.join(LANGS)} 中的一个。", f"write one of {', '.join(LANGS)}."))  # fmt: skip


def _tidy(name):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", name)).strip()


def _name_faults(name):
    """What keeps a text from being a name. What begins with a letter is no formula, and no mark of HTML gets in."""
    if not name:
        yield Pair("没有姓名。", "has no name.")
    elif len(name) > LONGEST:
        yield Pair(f"姓名超过 {LONGEST} 个字。", f"has a name of more than {LONGEST} characters.")
    elif not unicodedata.category(name[0]).startswith("L"):
        yield Pair(f"姓名“{_shown(name)}”不是以文字开头。", f"has a name that does not begin with a letter: '{_shown(name)}'.")  # fmt: skip
    elif wrong := next((c for c in name if not _in_a_name(c)), ""):
        yield Pair(f"姓名“{_shown(name)}”里有不属于姓名的字符（U+{ord(wrong):04X}）。",
                   f"has a name with a character that is in no name (U+{ord(wrong):04X}): '{_shown(name)}'.")  # fmt: skip


def _in_a_name(character):
    return character in MARKS_IN_NAMES or unicodedata.category(character)[0] in "LMN"


def _shown(text):
    """Text from outside, short and without characters that a terminal would obey."""
    text = "".join(
        c if unicodedata.category(c)[0] != "C" and c not in "\u2028\u2029" else f"\\x{ord(c):02x}" for c in text[:30]
    )
    return text + "…" * (len(text) > 30)


# ---- writing -----------------------------------------------------------------------------------------------


def make(names, lang, before=Roster(())):
    """A Roster with a new random code for each name; the people of `before` come first and keep theirs.

    A name that `before` has is not added again, unless it is in `names` more often: two people may share a name.
    """
    people, known = list(before.people), Counter(person.name for person in before.people)
    taken = {person.code for person in people}
    for name in names:
        if known[name] > 0:
            known[name] -= 1
            continue
        while (code := "class-" + "".join(secrets.choice(LETTERS) for _ in range(6))) in taken:
            pass
        taken.add(code)
        people.append(Person(code, name, lang))
    return Roster(tuple(people))


def write(path, roster):
    """Write a new CSV file for its owner only, which opens in a spreadsheet. RosterError if it is there already, or if
    a row could not be read back."""
    place = Path(path).name
    problems = [fault for row, person in enumerate(roster.people, 2) for fault in _faults(person, f"{place}:{row}")]
    if problems:
        raise RosterError(problems)
    out = io.StringIO()
    csv.writer(out).writerows([COLUMNS, *((p.code, p.name, p.lang) for p in roster.people)])
    try:
        with open(path, "x", encoding="utf-8", newline="", opener=private) as file:
            file.write(MARK + out.getvalue())
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise RosterError([Problem(str(path), Pair("文件已经存在，没有覆盖。", "the file exists and was not overwritten."),
                                   Pair("换一个文件名。", "choose another file name."))]) from None  # fmt: skip
    except OSError as error:
        reason = error.strerror or "error"
        raise RosterError([Problem(str(path), Pair(f"写不进去（{reason}）。", f"cannot be written ({reason})."),
                                   Pair("换一个位置。", "choose another place."))]) from None  # fmt: skip


# ---- what is said ------------------------------------------------------------------------------------------


def _save_again():
    return Pair("在表格软件里另存为“CSV UTF-8”。", "save it from the spreadsheet as 'CSV UTF-8'.")


def _name_cure():
    return Pair("只写姓名：文字、空格、间隔号、连字符、括号；其他内容删去。",
                "write the name alone: letters, spaces, dots, hyphens, brackets; take out the rest.")  # fmt: skip


def _wrong_columns(place, header):
    there = ",".join(_shown(cell) for cell in header[:6])
    return Problem(
        f"{place}:1",
        Pair(f"第一行应为 code,name,lang，实为“{there}”。", f"the first row should read code,name,lang and reads '{there}'."),
        Pair("改正第一行；只有姓名的，用 rightdoor records roster 生成名册。",
             "correct the first row; from names alone, rightdoor records roster makes a roster."),
    )  # fmt: skip


def _twice(place, code, line):
    return Problem(
        place,
        Pair(f"代码 {code} 在第 {line} 行已经用过。", f"the code {code} stands in row {line} already."),
        Pair("每人一个代码，改掉其中一个。", "each person has a code of their own: change one of them."),
    )


def _empty(place):
    return Problem(place, Pair("里面一个人也没有。", "has nobody in it."), Pair("每人写一行。", "write one row for each person."))  # fmt: skip


def _too_many(place):
    return Problem(place, Pair(f"超过 {MOST} 人。", f"has more than {MOST} people."), Pair("分成几个班。", "make several classes of it."))  # fmt: skip
