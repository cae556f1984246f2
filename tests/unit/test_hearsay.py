"""The stale lines of what people say: dated and replaced by the trainee, judged by the table, with today's doors."""

import re
from datetime import date
from html import unescape

import pytest

from rightdoor.practice.hearsay import DOOR, YEAR, Replaced, renamed, stale_lines, verdicts
from rightdoor.practice.red_lines import red_lines
from rightdoor.text import LANGS, say

ON = date(2026, 6, 11)


def html(sheet):
    return "".join(part for _, part in sheet.view["parts"])


def words(text):
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)))


def right(lines):
    """What the table says of these lines, as the form sends it."""
    years = {YEAR + row.id: str(row.since.year) for row in lines}
    return years | {DOOR + row.id: row.doors[0] for row in lines}


def test_each_line_was_right_once_and_stands_once(book):
    lines = stale_lines(book)
    assert len(lines) >= 4 and {row.verdict for row in lines} == {"stale"}
    assert len({row.since for row in lines}) > 2, "a year to choose must be a choice"
    assert all(row.since < ON and row.doors[0] in book.doors(ON) for row in lines)


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_table_says_is_all_right_and_shows_what_replaced_it(book, lang):
    one = Replaced(book, lang, ON)
    one.act("compare", "", right(one.lines))
    shown = words(html(one.sheet))
    assert one.sheet.view["focus"] == "told" and "✗" not in shown
    for row in one.lines:
        assert say(row.right, lang) in shown
    one.act("again", "", {})
    assert one.sheet.view["focus"] == "lead" and not one.chosen


def test_a_wrong_year_and_a_wrong_door_are_marked(book):
    one = Replaced(book, "zh-Hans", ON)
    row = one.lines[0]
    wrong_year = next(str(year) for year in one.years if year != row.since.year)
    wrong_door = next(id for id in one.doors if id not in row.doors)
    one.act("compare", "", right(one.lines) | {YEAR + row.id: wrong_year, DOOR + row.id: wrong_door})
    marks = re.findall("[✓✗]", html(one.sheet))
    assert marks.count("✗") == 2 and len(marks) == 2 * len(one.lines)


def test_what_is_not_chosen_is_asked_for_and_what_was_chosen_stays(book):
    one = Replaced(book, "en", ON)
    row = one.lines[0]
    one.act("compare", "", {YEAR + row.id: str(row.since.year), DOOR + row.id: "<script>", "evil": "x"})
    text = html(one.sheet)
    assert not one.judged and f'value="{row.since.year}" selected' in text and 'role="alert"' in text
    assert f"Not chosen yet: {2 * len(one.lines) - 1}." in words(text) and "<script>" not in text


def test_the_bodies_that_are_gone_are_named_with_their_heirs(book):
    found = {then.zh: (until, now) for then, until, now in renamed(book, ON)}
    until, heir = next(value for name, value in found.items() if "监察局" in name)
    assert until == date(2018, 3, 20) and heir == book.door("supervision-commission", ON).name
    for name, (until, now) in found.items():
        assert until <= ON and now and now.zh != name, "a name that stayed is no change"


@pytest.mark.parametrize("lang", LANGS)
def test_every_line_of_the_page_stands_in_the_table_of_verdicts(book, lang):
    shown = words(verdicts(book, ON, lang))
    assert [row.id for row in book.hearsay if say(row.claim, lang) not in shown] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_red_lines_are_numbered_and_each_names_its_articles(book, lang):
    sheet = red_lines(book, ON, lang)
    rows = re.findall(r"<li>(.*?)</li>", html(sheet))
    assert len(rows) == 10, "the lesson speaks of ten"
    assert all('class="rs-small"' in row for row in rows)
