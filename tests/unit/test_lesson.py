"""What a notebook calls: each call gives one sheet, in the language that `begin` named, and fails in plain words."""

import re

import pytest
from test_practice import right

from rightdoor import cases, feedback, lesson, records, tables
from rightdoor import course as lessons
from rightdoor.practice.sheet import Sheet
from rightdoor.tables import BookError, Problem
from rightdoor.text import LANGS, Pair, say

LESSON = lessons.lesson("which-door")
CASE = LESSON.cases[0]


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


def html(sheet):
    assert isinstance(sheet, Sheet)
    return "".join(part for _, part in sheet.view["parts"])


def words(sheet):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(sheet)))


def play_on(steps):
    """Open the case as a new kernel would, and answer some interview questions with the first thing offered."""
    sheet = lesson.play(CASE)
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
        lesson.play(CASE),
    ):
        assert sheet.view["lang"] == lang
        assert words(sheet).strip()


def test_the_start_page_knows_where_she_was():
    assert f"开始：{lesson.COURSE[0].title.zh}" in words(lesson.course(lang="zh-Hans"))
    lesson.begin(LESSON.id, lang="zh-Hans")
    play_on(2)
    page = lesson.course(lang="zh-Hans")
    assert f"接着做：{LESSON.title.zh}" in words(page) and "做了 2 步" in words(page)
    assert f'href="{LESSON.page}#practice"' in html(page), "it leads to the very place"
    assert "上次你做了 2 步" in words(lesson.begin(LESSON.id, lang="zh-Hans"))


def work_to_the_end(id, book, wrong=False):
    """Record a whole walk through a case, answered as the law answers, or with its first number or choice wrong."""
    log, code, _ = lesson._record()
    walk = cases.begin(cases.load(id, book), "1")
    first = records.started(walk, code, "zh-Hans")
    log.append(first)
    while not walk.done:
        response = right(walk)
        if wrong and walk.step.kind.id == "choose-one" and walk.step.judged:
            response = next(o.id for o in walk.prompt().options if o.id != response)
        log.append(records.answered(walk, response, code, "zh-Hans", first.walk, feedback.judge(walk, response)))
        walk = walk.take(response)
    log.append(records.marked("finished", walk, code, "zh-Hans", first.walk))
    return log, code, walk


def test_a_lesson_is_done_when_its_check_is_and_the_map_shows_how_well(book):
    lesson.begin(LESSON.id, lang="zh-Hans")
    work_to_the_end(CASE, book)
    page = words(lesson.course(lang="zh-Hans"))
    assert f"练习案例做完 1 个，共 {len(LESSON.cases)} 个" in page and "✓ 做完了" not in page
    log, code, walk = work_to_the_end(LESSON.check, book, wrong=True)
    page = words(lesson.course(lang="zh-Hans"))
    assert f"做完 1 课，共 {len(lesson.COURSE)} 课" in page and "小测 80 分" in page and "选对门：" in page
    log.append(records.started(walk, code, "zh-Hans", "restarted"))
    assert "小测 80 分" in words(lesson.course(lang="zh-Hans")), "a new round takes nothing away"


def test_the_course_is_walked_to_its_end(book):
    for one in lesson.COURSE:
        assert f"{one.title.zh}" in words(lesson.course(lang="zh-Hans")).partition("课程")[0], (
            "the next lesson is offered first"
        )
        work_to_the_end(one.check, book)
    page = words(lesson.course(lang="zh-Hans"))
    assert f"做完 {len(lesson.COURSE)} 课" in page and "再练一次" in page


def test_a_check_ends_with_its_score_and_the_way_on(book):
    lesson.begin(LESSON.id, lang="zh-Hans")
    work_to_the_end(LESSON.check, book, wrong=True)
    page = lesson.check()
    assert "五题里一次答对的：4 题（共 5 题）" in words(page) and "start.ipynb" in html(page)
    assert page.view["anchor"] == "check" and 'name="fact"' not in html(page), "no explorer: there is no one matter"


def test_practice_opens_what_is_half_done_then_what_is_new(book):
    lesson.begin(LESSON.id, lang="zh-Hans")
    assert f'data-case="{LESSON.cases[0]}"' in html(lesson.practise())
    work_to_the_end(LESSON.cases[0], book)
    assert f'data-case="{LESSON.cases[1]}"' in html(lesson.practise())
    for id in LESSON.cases[1:]:
        work_to_the_end(id, book)
    listed = html(lesson.practise())
    assert all(f'data-of="{id}"' in listed for id in LESSON.cases), "all done: the list to choose from"


def test_a_worked_example_is_what_the_law_answers(book):
    lesson.begin(LESSON.id, lang="zh-Hans")
    below, at = (words(lesson.worked(CASE, "tier", kind="lodging", count=n)) for n in (249, 250))
    assert "法律的回答 不构成该罪" in below and "法律的回答 情节严重" in at
    assert "第五条" in at and "为什么不是别的" in at
    with pytest.raises(LookupError, match="no-such-step"):
        lesson.worked(CASE, "no-such-step")
    with pytest.raises(LookupError, match="no variant"):
        lesson.worked(CASE, count=3)


def test_a_quotation_is_the_article_of_the_day(book):
    lesson.begin(LESSON.id, lang="zh-Hans")
    old = words(lesson.quote("criminal-law/253-1", on="2014-05-01"))
    assert "国家机关或者金融、电信" in old and "国家机关或者金融、电信" not in words(lesson.quote("criminal-law/253-1"))


@pytest.mark.parametrize("kind", ["doors", "ladder", "timeline"])
def test_a_picture_of_a_case_says_what_it_shows(kind):
    lesson.begin(LESSON.id, lang="en")
    assert "<figcaption" in html(lesson.picture(CASE, kind))


def test_the_start_page_shows_the_code_and_where_the_record_is(tmp_path):
    page = words(lesson.course(lang="en"))
    assert re.search(r"local-[a-z0-9]{6}", page) and str(tmp_path / "events.sqlite") in page


def test_the_doors_say_what_they_refuse():
    lesson.begin(LESSON.id, lang="zh-Hans")
    said = words(lesson.doors("market-regulator"))
    assert "12315" in said and "不收什么" in said and "民警违纪违法" in said


def test_the_articles_are_those_of_the_check_on_its_day(book):
    lesson.begin(LESSON.id, lang="zh-Hans")
    said = words(lesson.articles())
    for id in {id for step in cases.load(LESSON.check, book).steps.values() for id in step.cite}:
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
    said = words(lesson.play(CASE))
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


def test_what_is_only_read_may_wait_until_a_browser_shows_it(monkeypatch):
    lesson.begin(LESSON.id, lang="en")
    at_once = html(lesson.worked(CASE, "tier", kind="lodging", count=250))
    monkeypatch.setattr(lesson._Here, "later", False)
    lesson.when_shown()
    sheet = lesson.worked(CASE, "tier", kind="lodging", count=250)
    assert "Being worked out" in words(sheet) and sheet.view["live"]
    sheet._received(sheet, {"do": "hello", "of": "", "values": {}}, None)
    assert html(sheet) == at_once and not sheet.view["live"]
    serial = sheet.view["serial"]
    sheet._received(sheet, {"do": "hello", "of": "", "values": {}}, None)
    assert html(sheet) == at_once and sheet.view["serial"] > serial, "a second window is answered too"


def test_the_clinic_offers_what_is_worth_most_and_says_why(book):
    lesson.begin("case-clinic", lang="zh-Hans")
    first = html(lesson.practise(3))
    assert 'data-case="' in first, "the first of the three stands open"
    learner = lesson._learner()
    offered = [cases.load(id, book) for id in cases.practice()]
    chosen, reasons = learner.worth_most(offered, 3)
    assert len({case.id for case in chosen}) == 3 and reasons
    work_to_the_end(chosen[0].id, book, wrong=True)
    again, why = lesson._learner().worth_most(offered, 3)
    assert len(again) == 3 and chosen[0] not in again[:1] and why != reasons
