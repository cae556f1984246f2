"""The roster: read as spreadsheets save it, every fault named at once, written for its owner only."""

import json
import stat

import pytest

from rightdoor import roster
from rightdoor.cli import main
from rightdoor.records.event import CODE
from rightdoor.roster import Person, Roster, RosterError

CLASS = (
    Person("class-abc234", "王丽", "zh-Hans"),
    Person("class-bcd345", "欧阳玥", "zh-Hant"),
    Person("class-cde456", "Anne-Marie O’Neil (Sr.)", "en"),
    Person("class-def567", "阿依古丽·买买提", "zh-Hans"),
)
TEXT = "code,name,lang\n" + "".join(f"{p.code},{p.name},{p.lang}\n" for p in CLASS)


def saved(folder, content):
    path = folder / "class.csv"
    path.write_bytes(content)
    return path


def faults(path, lang="en"):
    with pytest.raises(RosterError) as error:
        roster.read(path)
    assert all(p.cure.zh and p.cure.en for p in error.value.problems)
    return [f"{p.place}: {p.says.en}" for p in error.value.problems]


@pytest.mark.parametrize("content", [
    TEXT.encode(),
    TEXT.encode("utf-8-sig").replace(b"\n", b"\r\n"),
    TEXT.encode("gbk"),
    TEXT.encode("utf-16"),
    TEXT.replace(",", "\t").encode("gbk"),
    TEXT.replace(",", ";").encode(),
    TEXT.replace("\n", ",,\n").replace("王丽", " 王丽　").encode() + b",,,,\n\n",
], ids=["utf-8", "mark", "gbk", "utf-16", "tabs in gbk", "semicolons", "empty cells"])  # fmt: skip
def test_whatever_a_spreadsheet_saves_is_read(tmp_path, content):
    assert roster.read(saved(tmp_path, content)).people == CLASS


def test_columns_out_of_order_are_read_by_their_names(tmp_path):
    text = "lang,name,code\nen,王丽,ab-1\n"
    assert roster.read(saved(tmp_path, text.encode())).person("ab-1") == Person("ab-1", "王丽", "en")


def test_every_fault_is_named_at_once_with_its_row(tmp_path):
    text = (
        "code,name,lang\n"
        "Class A,王丽,zh-Hans\n"
        "ab-1,,zh-Hans\n"
        "ab-2,=HYPERLINK(1),en\n"
        "\n"
        "ab-3,<script>x,de\n"
        "ab-4,李明,en\n"
        "ab-4,李雷,en\n"
        "ab-5,13800138000,en\n"
        "ab-6,赵\u202e明,en\n"
        "ab-7,Smith,John,en\n"
        f"ab-8,{'王' * 61},en\n"
    )
    assert [line.partition(": ")[0] for line in faults(saved(tmp_path, text.encode()))] == [
        "class.csv:2:code", "class.csv:3:name", "class.csv:4:name", "class.csv:6:name", "class.csv:6:lang",
        "class.csv:8:code", "class.csv:9:name", "class.csv:10:name", "class.csv:11", "class.csv:12:name",
    ]  # fmt: skip


@pytest.mark.parametrize(("content", "said"), [
    (b"", "reads ''"),
    (b"code,name,lang\n", "has nobody in it"),
    (b"name,phone\nA,1\n", "reads 'name,phone'"),
    (b"\xef\xbb\xbf", "reads ''"),
    ("code,name,lang\nab-1,José,en\n".encode("latin-1"), "in an encoding that cannot be told"),
    ("code,name,lang\nab-1,陳怡君,zh-Hant\nab-2,林志明,zh-Hant\n".encode("big5"), "in an encoding that cannot be told"),
    (bytes(range(255, -1, -1)) * 8, "class.csv:1"),
    (b'code,name,lang\n"ab-1,A,en\n', "lacks its partner"),
    (b"code,name,lang\n" + b"ab-1,A,en\n" * 200_000, "too large"),
    (("code,name,lang\n" + "".join(f"c-{n},A,en\n" for n in range(2001))).encode(), "more than 2000"),
])  # fmt: skip
def test_what_is_no_roster_is_told_in_a_sentence(tmp_path, content, said):
    assert any(said in line for line in faults(saved(tmp_path, content)))


def test_a_file_that_is_not_there_or_a_folder(tmp_path):
    for path in (tmp_path / "nowhere.csv", tmp_path):
        with pytest.raises(RosterError, match="cannot be opened"):
            roster.read(path)


def test_no_name_can_be_a_formula_or_a_mark(tmp_path):
    for name in ("=1+1", "+1", "-1", "@x", "\t=1", "'=1", "|x", "a<b", 'a"b', "a=b", "a\x00b", "a;b", "{x}", "a\\b"):
        with pytest.raises(RosterError):
            roster.write(tmp_path / "out.csv", Roster((Person("ab-1", name, "en"),)))
        assert not (tmp_path / "out.csv").exists()


def test_what_is_written_is_read_back_and_is_the_owners_alone(tmp_path):
    path = tmp_path / "class.csv"
    roster.write(path, Roster(CLASS))
    assert roster.read(path).people == CLASS
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    with pytest.raises(RosterError, match="not overwritten"):
        roster.write(path, Roster(CLASS[:1]))
    assert path.read_bytes() == before
    with pytest.raises(RosterError, match="cannot be written"):
        roster.write(tmp_path / "no" / "folder.csv", Roster(CLASS))


def test_codes_are_random_unlike_the_names_and_kept_for_those_who_have_one():
    first = roster.make(["王丽", "王丽", "Li Lei"], "zh-Hans")
    codes = [p.code for p in first.people]
    assert len(set(codes)) == 3 and all(CODE.fullmatch(code) for code in codes)
    assert not set(codes) & {p.code for p in roster.make(["王丽", "王丽", "Li Lei"], "zh-Hans").people}
    second = roster.make(["Li Lei", "王丽", "王丽", "王丽", "赵敏"], "en", before=first)
    assert second.people[:3] == first.people
    assert [(p.name, p.lang) for p in second.people[3:]] == [("王丽", "en"), ("赵敏", "en")]


# ---- the command ---------------------------------------------------------------------------------------------


def run(capsys, *arguments):
    code = main(["--lang", "en", "records", "roster", *map(str, arguments)])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_a_list_of_names_becomes_a_roster_and_newcomers_are_added(tmp_path, capsys):
    (tmp_path / "names.txt").write_bytes("王丽\r\n\r\n  李 明 \r\n".encode("gbk"))
    code, out, _ = run(capsys, tmp_path / "names.txt", "--out", tmp_path / "a.csv")
    assert code == 0 and "2 people, 2 of them new" in out and "only you can read it" in out
    (tmp_path / "names.txt").write_text("王丽\n李 明\nJo\n", encoding="utf-8")
    code, out, _ = run(capsys, tmp_path / "names.txt", "--out", tmp_path / "b.csv", "--keep", tmp_path / "a.csv",
                       "--speaks", "en", "--json")  # fmt: skip
    assert code == 0 and json.loads(out) == {"file": str(tmp_path / "b.csv"), "people": 3, "new": 1}
    a, b = roster.read(tmp_path / "a.csv").people, roster.read(tmp_path / "b.csv").people
    assert b[:2] == a and (b[2].name, b[2].lang) == ("Jo", "en")


@pytest.mark.parametrize(("content", "places"), [
    ("王丽\n=1\nx@y.cn\n", ["names.txt:2", "names.txt:3"]),
    ("\n \n", ["names.txt"]),
])  # fmt: skip
def test_names_that_cannot_be_used_are_named_and_nothing_is_written(tmp_path, capsys, content, places):
    (tmp_path / "names.txt").write_text(content, encoding="utf-8")
    code, out, err = run(capsys, tmp_path / "names.txt", "--out", tmp_path / "a.csv")
    assert code == 2 and not out and [line.partition(": ")[0] for line in err.splitlines()] == places
    assert not (tmp_path / "a.csv").exists()
