"""The calculator of seriousness: what goes into its form, and what the engine says of it."""

import re
from datetime import date

import pytest

from rightdoor.practice.calculator import Calculator
from rightdoor.text import LANGS, say

TODAY = date(2026, 6, 15)


@pytest.fixture
def calculator(book):
    return Calculator(book, "zh-Hans", TODAY)


def told(calculator, **changed):
    """The words of the result after changing fields of the form."""
    calculator.sheet._received(
        calculator.sheet, {"do": "count", "of": "", "values": {**calculator.values, **changed}}, None
    )
    result = next(html for name, html in calculator.sheet.view["parts"] if name == "result")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", result))


def test_one_item_less_is_not_the_crime(calculator):
    assert "情节严重" in told(calculator) and "标准的 100%" in told(calculator)
    below = told(calculator, count0="249")
    assert below.strip().startswith("不构成该罪") and "标准的 99%" in below and "治安管理处罚法" in below


def test_looking_alone_does_not_halve(calculator):
    assert "标准的 50%" in told(calculator, conduct="looked_up") and "普通标准" in told(calculator, conduct="looked_up")


def test_two_kinds_add_up_by_shares(calculator):
    mixed = told(calculator, count0="130", kind1="location_track", count1="12")
    assert "52%" in mixed and "48%" in mixed and "标准的 100%" in mixed and mixed.strip().startswith("情节严重")


def test_what_is_missing_is_asked_for_and_what_is_certain_is_said(calculator):
    open_ = told(calculator, harm="")
    assert "至少是情节严重" in open_ and "还要弄清的" in open_ and "后果" in open_
    assert "不足" in told(calculator, harm="none", count0="")


def test_the_law_is_that_of_the_day(calculator):
    assert "还没有这个罪名" in told(calculator, day="2008-05-01")
    assert "谁泄露的" in told(calculator, day="2014-05-01"), "the first text asks where the leaker worked"
    assert "2009-02-28" not in told(calculator, day="2014-05-01")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("count0", "x", "整数"),
        ("count0", "-3", "整数"),
        ("gains", "12.5", "整数"),
        ("count0", "9" * 40, "整数"),
        ("count1", "7", "还没选"),
        ("day", "2026-13-01", "日期"),
        ("day", "2027-01-01", "不能晚于今天"),
    ],
)
def test_a_slip_gets_one_clear_sentence_and_loses_nothing(calculator, field, value, said):
    assert said in told(calculator, **{field: value})
    form = dict(calculator.sheet.view["parts"])["form"]
    assert 'value="250"' in form or field == "count0", "what was entered is still there"
    assert dict(calculator.sheet.view["parts"])["ladder"] == "", "no picture of something else"


@pytest.mark.parametrize("lang", LANGS)
def test_it_speaks_its_language_and_shows_the_ladder(book, lang):
    parts = dict(Calculator(book, lang, TODAY).sheet.view["parts"])
    assert say(book.label("tier", "serious"), lang).casefold() in parts["result"].casefold()
    assert "<figure" in parts["ladder"] and f'lang="{lang}"' in parts["ladder"]


def test_hostile_values_are_shown_as_text_or_passed_over(calculator):
    calculator.act("count", "", {**calculator.values, "count0": "<img src=x onerror=alert(1)>", "kind0": ["a"]})
    form = dict(calculator.sheet.view["parts"])["form"]
    assert "<img" not in form and "&lt;img" in form
