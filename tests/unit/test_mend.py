"""What a spreadsheet did is undone to the byte; what needs a judgement is left alone."""

import csv
import io
import shutil

import pytest

from rightdoor.tables.channels import DOOR_COLUMNS
from rightdoor.tables.mend import mend
from rightdoor.text import data_folder


@pytest.fixture
def root(tmp_path):
    for name in ("channels.csv", "vocabulary.yaml", "hearsay.yaml"):
        shutil.copyfile(data_folder() / name, tmp_path / name)
    shutil.copytree(data_folder() / "statutes", tmp_path / "statutes")
    return tmp_path


def table(root, change, **form):
    """channels.csv rewritten with `change(rows)`; `form` goes to csv.writer."""
    rows = list(csv.reader(io.StringIO((root / "channels.csv").read_text(encoding="utf-8"), newline="")))
    out = io.StringIO()
    csv.writer(out, **{"lineterminator": "\n", **form}).writerows(change(rows) or rows)
    return out.getvalue()


def slashed(rows):
    for row in rows[1:]:
        for column in ("from", "until", "checked"):
            place = DOOR_COLUMNS.index(column)
            if row[place] != "open":
                y, m, d = row[place].split("-")
                row[place] = f"{y}/{int(m)}/{int(d)}"
            else:
                row[place] = "Open"


def shuffled(rows):
    return [row[::-1] for row in rows]


def padded(rows):
    return [*([*row, "", ""] for row in rows), *[[""] * (len(rows[0]) + 2)] * 3]


DAMAGES = {
    "byte-order mark": lambda root: b"\xef\xbb\xbf" + (root / "channels.csv").read_bytes(),
    "CRLF": lambda root: (root / "channels.csv").read_bytes().replace(b"\n", b"\r\n"),
    "GBK": lambda root: table(root, list, lineterminator="\r\n").encode("gb18030"),
    "UTF-16": lambda root: table(root, list, delimiter="\t", lineterminator="\r\n").encode("utf-16"),
    "semicolons": lambda root: table(root, list, delimiter=";").encode(),
    "dates": lambda root: table(root, slashed).encode(),
    "order": lambda root: table(root, shuffled).encode(),
    "empty columns and rows": lambda root: table(root, padded).encode(),
    "all quoted": lambda root: (
        b"\xef\xbb\xbf" + table(root, slashed, quoting=csv.QUOTE_ALL, lineterminator="\r\n").encode()
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_spreadsheets_harm_is_undone_to_the_byte(root, damage):
    before = (root / "channels.csv").read_bytes()
    damaged = DAMAGES[damage](root)
    (root / "channels.csv").write_bytes(damaged)
    [(name, done, kept)] = mend(root)
    assert (name, kept) == ("channels.csv", "channels.csv.before-fix") and done.zh and done.en
    assert (root / "channels.csv").read_bytes() == before
    assert (root / kept).read_bytes() == damaged
    assert list(mend(root)) == [], "a second run has nothing to do"


def test_an_earlier_original_is_never_overwritten(root):
    for expected in ("channels.csv.before-fix", "channels.csv.before-fix-2", "channels.csv.before-fix-3"):
        (root / "channels.csv").write_bytes(DAMAGES["byte-order mark"](root))
        assert [kept for _, _, kept in mend(root)] == [expected]


def test_yaml_in_gbk_is_turned_back(root):
    before = (root / "hearsay.yaml").read_bytes()
    (root / "hearsay.yaml").write_bytes(before.decode().replace("\n", "\r\n").encode("gb18030"))
    assert [name for name, _, _ in mend(root)] == ["hearsay.yaml"]
    assert (root / "hearsay.yaml").read_bytes() == before


def lost_number(rows):
    rows[1][DOOR_COLUMNS.index("phone")] = "1.2E+04"


def american_date(rows):
    rows[1][DOOR_COLUMNS.index("from")] = "1/2/2026"


def no_such_day(rows):
    rows[1][DOOR_COLUMNS.index("from")] = "2026/2/30"


@pytest.mark.parametrize("change", [lost_number, american_date, no_such_day])
def test_what_needs_a_judgement_is_left(root, change):
    raw = table(root, change).encode()
    (root / "channels.csv").write_bytes(raw)
    assert list(mend(root)) == [] and (root / "channels.csv").read_bytes() == raw


@pytest.mark.parametrize(
    "raw",
    [
        "name\n中文繁體的檔案內容\n".encode("big5"),
        "naïve café, Zürich\n".encode("latin-1"),
        b"\xff\xfe\x00",
        b"\x80\x81\xff",
        b'a,"b\n',
        b"",
        b"\x00" * 50,
    ],
    ids=repr,
)
def test_what_is_not_certainly_ours_is_left(root, raw):
    (root / "channels.csv").write_bytes(raw)
    assert list(mend(root)) == [] and (root / "channels.csv").read_bytes() == raw
