"""What a notebook calls: each call gives one sheet, in the language that `begin` named, and fails in plain words."""

import re

import pytest

from rightdoor import cases, lesson, records, tables
from rightdoor.practice.sheet import Sheet
from rightdoor.tables import BookError, Problem
from rightdoor.text import LANGS, Pair, say

LESSON = lesson.COURSE[0]


@pytest.fixture(autouse=True)
def own_record(tmp_path, monkeypatch):
    """A record of its own for each test, as each kernel has."""
    monkeypatch.setenv("RIGHTDOOR_STORE", str(tmp_path / "events.sqlite"))
    lesson._record.cache_clear()
    yield
    log = lesson._record()[0]
    if log:
        log.close()
    lesson._record.cache_clear()


def words(sheet):
    assert isinstance(sheet, Sheet)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", "".join(html for _, html in sheet.view["parts"])))


def play_on(steps):
    """Open the case as a new kernel would, and answer some interview questions with the first thing offered."""
    sheet = lesson.play(LESSON.case)
    player = sheet.on_act.__self__
    for _ in range(steps):
        walk = player.session.walk
        sheet._received(sheet, {"do": "answer", "of": "", "values": {}}, None)
        option = next(o.id for o in walk.prompt().options if not walk.step.option(o.id).hint)
        of, chosen = (option, None) if walk.step.kind.id == "choose-one" else ("", [option])
        sheet._received(sheet, {"do": "answer", "of": of, "values": {"choice": chosen}}, None)
        sheet._received(sheet, {"do": "next", "of": "", "values": {}}, None)
    return sheet


@pytest.mark.parametrize("lang", LANGS)
def test_every_sheet_of_the_lesson_speaks_its_language(lang):
    assert say(LESSON.title, lang) in words(lesson.course(lang=lang))
    lesson.begin(LESSON.id, lang=lang)
    for sheet in (
        lesson.doors("market-regulator", "supervision-commission"),
        lesson.articles(),
        lesson.play(LESSON.case),
    ):
        assert sheet.view["lang"] == lang
        assert words(sheet).strip()


def test_the_start_page_knows_where_she_was():
    assert "开始第一课" in words(lesson.course(lang="zh-Hans"))
    lesson.begin(LESSON.id, lang="zh-Hans")
    play_on(2)
    page = words(lesson.course(lang="zh-Hans"))
    assert f"接着做：{LESSON.title.zh}" in page and "做了 2 步" in page
    assert "上次你在案例里做了 2 步" in words(lesson.begin(LESSON.id, lang="zh-Hans"))


def test_a_case_once_finished_stays_done_until_another_round_is_under_way(book):
    lesson.begin(LESSON.id, lang="zh-Hans")
    log, code, _ = lesson._record()
    walk = cases.begin(cases.load(LESSON.case, book), "1")
    first = records.started(walk, code, "zh-Hans")
    log.append(first)
    log.append(records.marked("finished", walk, code, "zh-Hans", first.walk))
    assert "✓ 做完了" in words(lesson.course(lang="zh-Hans"))
    log.append(records.started(walk, code, "zh-Hans", "restarted"))
    page = words(lesson.course(lang="zh-Hans"))
    assert "✓ 做完了" in page and "再练一次" in page
    play_on(1)
    assert "做了 1 步" in words(lesson.course(lang="zh-Hans"))


def test_the_start_page_shows_the_code_and_where_the_record_is(tmp_path):
    page = words(lesson.course(lang="en"))
    assert re.search(r"local-[a-z0-9]{6}", page) and str(tmp_path / "events.sqlite") in page


def test_the_doors_say_what_they_refuse():
    lesson.begin(LESSON.id, lang="zh-Hans")
    said = words(lesson.doors("market-regulator"))
    assert "12315" in said and "不收什么" in said and "民警违纪违法" in said


def test_the_articles_are_those_of_the_case_on_its_day(book):
    lesson.begin(LESSON.id, lang="zh-Hans")
    said = words(lesson.articles())
    case = cases.load(LESSON.case, book)
    for id in {id for step in case.steps.values() for id in step.cite}:
        assert book.cite(id).zh in said


def test_an_unknown_lesson_or_language_is_named():
    with pytest.raises(LookupError, match="which-door"):
        lesson.begin("no-such-lesson", lang="en")
    with pytest.raises(ValueError, match="zh-Hant"):
        lesson.course(lang="fr")


def test_tables_that_cannot_be_used_are_told_of_in_her_language(monkeypatch):
    lesson.begin(LESSON.id, lang="zh-Hant")
    problem = Problem(
        "channels.csv:police:phone", Pair("电话写错了。", "The phone is wrong."), Pair("请改正。", "Mend it.")
    )

    def broken():
        raise BookError([problem])

    monkeypatch.setattr(tables, "load", broken)
    said = words(lesson.play(LESSON.case))
    assert "channels.csv:police:phone" in said and "電話寫錯了" in said


def test_a_record_that_cannot_be_kept_is_told_of_and_the_lesson_opens(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("RIGHTDOOR_STORE", str(tmp_path / "file" / "events.sqlite"))
    lesson._record.cache_clear()
    assert "可以照常做下去" in words(lesson.course(lang="zh-Hans"))
    lesson.begin(LESSON.id, lang="zh-Hans")
    assert "可以照常做下去" in words(play_on(1))


def test_a_start_imports_neither_pandas_nor_matplotlib(run_python):
    loaded = run_python(
        "from rightdoor import lesson\n"
        "lesson.begin('which-door', lang='zh-Hans')\n"
        "lesson.play('police-lookup')\n"
        "import sys\n"
        "print(*sys.modules)"
    ).split()
    assert not {"pandas", "matplotlib", "numpy", "nbconvert", "nbformat", "papermill"} & set(loaded)
