"""rightdoor check: all problems at once, each with file, row or line, column and cure, in the reader's language."""

import re
import shutil
from argparse import Namespace

import pytest

from rightdoor.cli import check, main
from rightdoor.text import LANGS, data_folder


@pytest.fixture
def root(tmp_path):
    shutil.copytree(data_folder(), tmp_path / "data", ignore=shutil.ignore_patterns("cases", "drills"))
    return tmp_path / "data"


@pytest.fixture
def checked(root, capsys):
    """Run check on a copy of the data; returns (exit code, output, errors)."""

    def run(lang="en", fix=False, all=False):
        code = check.run(Namespace(lang=lang, fix=fix, all=all), root)
        return code, *capsys.readouterr()

    return run


def spoil(path, *pairs):
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8", newline="")


SPOILT = {
    "statutes/pipl.yaml": [
        ("  - from: 2021-11-01", "  - from: 2021-11-31"),
        ("heading: {zh: ", "heading: {en: only, zhh: "),
    ],
    "parameters/crime.yaml": [
        ("unit: items", "unit: pieces"),
        ("basis: interp-2017-10/5:1(4)", "basis: interp-2017-10/5:9"),
    ],
    "hearsay.yaml": [("verdict: incomplete", "verdict: doubtful")],
    "watch.yaml": [("state: ", "state: perhaps-")],
    "vocabulary.yaml": [("  sold: {zh: 卖给别人, en: sold}", "  sold: {zh: 卖给别人}")],
    "channels.csv": [("police,2009-02-28,2012-01-01", "police,2009/2/28,2012-01-01"), (",verified,", ",sure,")],
}


@pytest.mark.parametrize("lang", LANGS)
def test_everything_wrong_is_told_at_once(root, checked, lang):
    for name, pairs in SPOILT.items():
        spoil(root / name, *pairs)
    code, _, err = checked(lang)
    assert code == 1
    for name in SPOILT:
        assert name in err
    lines = err.splitlines()
    assert all(re.match(r"[\w/.-]+(:\d+)?(:[\w?-]+:\w+)?: \S", line) for line in lines[:-2]), lines
    assert "channels.csv:2:police:from: " in err and "channels.csv:2:police:status: " in err
    if lang != "en":
        told = [line.partition(": ")[2] for line in lines[:-1]]
        assert all(re.search("[\u4e00-\u9fff]{2}", line) for line in told), told
        assert not re.search(r"required property|is not (one|valid|a )|Additional|expected", err)


def test_the_sound_data_is_sound(capsys):
    for lang, word in (("zh-Hans", "没有问题"), ("zh-Hant", "沒有問題"), ("en", "All is well")):
        assert main(["check", "--lang", lang]) == 0
        assert word in capsys.readouterr().out


def test_a_spreadsheets_save_is_repaired_and_the_original_kept(root, checked):
    before = (root / "channels.csv").read_bytes()
    (root / "channels.csv").write_bytes(
        b"\xef\xbb\xbf" + before.replace(b"\n", b"\r\n").replace(b",2009-02-28,", b",2009/2/28,")
    )
    code, _, err = checked()
    assert code == 1 and "byte-order mark" in err and "line ends" in err and "2009/2/28" in err and "--fix" in err
    code, out, _ = checked(fix=True)
    assert "channels.csv.before-fix" in out and (root / "channels.csv").read_bytes() == before
    assert (root / "channels.csv.before-fix").exists()


def test_a_fault_of_the_spreadsheet_in_every_row_is_told_a_few_times_and_counted(root, checked):
    before = (root / "channels.csv").read_text("utf-8")
    spoilt = re.sub(r",(20\d\d)-(\d\d)-(\d\d)(?=,)", r",\1/\2/\3", before)
    (root / "channels.csv").write_text(spoilt, "utf-8", newline="")
    code, _, err = checked()
    assert code == 1 and "more of the kind that can be repaired. run rightdoor check --fix" in err
    assert len(err.splitlines()) < 12 and int(err.rpartition("Problems: ")[2].rstrip(".\n")) > 100
    checked(fix=True)
    assert (root / "channels.csv").read_text("utf-8") == before


def test_a_phone_number_that_lost_its_digits_is_named_and_left(root, checked):
    spoil(root / "channels.csv", (",110,", ",1.2E+04,"))
    code, _, err = checked("zh-Hans", fix=True)
    assert code == 1 and "channels.csv:2:police:phone: “1.2E+04”不是电话号码" in err
    assert "1.2E+04" in (root / "channels.csv").read_text(encoding="utf-8")


def test_missing_and_renamed_columns_are_told_with_the_rest(root, checked):
    spoil(root / "channels.csv", ("phone,url", "telephone,url"), (",verified,", ",sure,"))
    _, _, err = checked()
    assert "channels.csv:1:phone: the column 'phone' is missing. rename the column 'telephone' to 'phone'." in err
    assert "channels.csv:2:police:status" in err
    assert "there is no door" not in err, "a table that cannot be read is one fault"


def test_a_case_that_is_not_written_to_its_end_is_named(root, checked, book):
    from rightdoor.cli.case_new import file_of

    told = {"id": "shop-list", "zh": "题", "en": "t", "on": "2026-03-10", "today": "2026-03-20", "actor": "individual",
            "sector": "other", "conduct": "provided", "section": "VI"}  # fmt: skip
    shutil.copytree(data_folder() / "cases", root / "cases")
    (root / "cases" / "shop-list.yaml").write_text(file_of(book, told), "utf-8")
    code, _, err = checked()
    assert code == 1 and re.search(r"cases/shop-list.yaml:\d+: \d+ lines are still to be written", err)
    assert len(err.splitlines()) == 2


def test_articles_that_nothing_cites_are_listed_on_request_only(capsys):
    """They are no fault: the tables keep the neighbours of an article, so that a reader finds the whole rule."""
    assert main(["check", "--lang", "en"]) == 0
    quiet = capsys.readouterr().out
    assert main(["check", "--all", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "nothing cites" in told and "nothing cites" not in quiet
    assert "criminal-law/253-1 " not in told


def test_originals_stay_out_of_the_repository():
    assert "*.before-fix*" in (data_folder().parent / ".gitignore").read_text(encoding="utf-8").split()
