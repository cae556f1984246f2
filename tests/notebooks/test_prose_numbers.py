"""What a lesson says in prose of days, years and times is what the table says in force: a change of law leaves no lesson stale.

A paragraph of a notebook is plain text and cannot ask the table, so it is compared with it. Every number of days,
months, years or times in the Chinese prose has to stand in SAID, which names where it comes from.
"""

import re
from datetime import date

import pytest

from rightdoor.text import notebooks_folder

SOURCES = notebooks_folder() / "src"
ZH = dict(
    zip((2, 3, 5, 6, 7, 10, 15, 20, 30, 60, 90), "两 三 五 六 七 十 十五 二十 三十 六十 九十".split(), strict=True)
)
EN = dict(zip(ZH, "two three five six seven ten fifteen twenty thirty sixty ninety".split(), strict=True))
HAN = "[二两三四五六七八九十百]+"
NUMBER = re.compile(rf"(?<![第百零]){HAN}(?:个月|个工作日|日|年|倍)(?![期报])")
POLICE, PROCURATORATE, GOVERNMENT = (
    "police-reconsideration/apply",
    "procuratorate/reconsideration-apply",
    "reconsideration/apply",
)
TIMES = "pi-crime/especially-serious-times"
# lesson, the words in each language, and the numbers of the table that belong in their gaps
SAID = [
    ("when-the-door-is-shut", "在{}日、{}日、{}日当中", "in {}, {} or {} days", POLICE, PROCURATORATE, GOVERNMENT),
    ("when-the-door-is-shut", "{}日内向原公安机关复议", "by the same police organ within {} days", POLICE),
    (
        "when-the-door-is-shut",
        "{}日、{}日、{}日各管各的事",
        "{}, {} and {} days belong",
        POLICE,
        PROCURATORATE,
        GOVERNMENT,
    ),
    ("when-the-door-is-shut", "圈出{}日的最后一天", "the last of the {} days", POLICE),
    ("money-and-deletion", "财产损害；{}年", "body or property; {} years", "state-compensation/claim"),
    ("money-and-deletion", "赔偿一般{}年", "as a rule {} years from", "civil/limitation"),
    ("how-serious", "到没到{}倍", "**{} times or not.**", TIMES),
    ("how-serious", "到了标准的{}倍", "{} times the standard is", TIMES),
    ("how-serious", "{}倍也从减半后", "it is {} times the half", TIMES),
]
# Numbers that are in no table, with the article whose text in force has them
IN_THE_TEXT = [("how-serious", "两年内受过行政处罚", "within two years", "interp-2017-10/5", "二年内")]


def prose(lesson, lang):
    """The paragraphs of a lesson in one language."""
    cells = (SOURCES / f"{lesson}.py").read_text("utf-8").split("# %%")
    return "\n".join(cell for cell in cells if cell.lstrip().startswith("[markdown]") and f'lang="{lang}"' in cell)


@pytest.mark.parametrize("row", SAID, ids=lambda row: f"{row[0]}: {row[2]}")
def test_the_prose_says_the_number_in_force(book, row):
    lesson, zh, en, *numbers = row
    values = [book.number(number, date.today()) for number in numbers]
    assert zh.format(*map(ZH.get, values)) in prose(lesson, "zh")
    assert en.format(*map(EN.get, values)).lower() in prose(lesson, "en").lower()


@pytest.mark.parametrize(("lesson", "zh", "en", "article", "words"), IN_THE_TEXT)
def test_a_number_of_an_article_stands_in_the_text_in_force(book, lesson, zh, en, article, words):
    assert zh in prose(lesson, "zh") and en in prose(lesson, "en")
    assert words in book.article(article, date.today()).text_zh


def test_no_lesson_says_a_number_that_is_held_against_nothing():
    known = [(lesson, zh) for lesson, zh, *_ in SAID] + [(lesson, zh) for lesson, zh, *_ in IN_THE_TEXT]
    for path in sorted(SOURCES.glob("*.py")):
        text = prose(path.stem, "zh")
        for lesson, words in known:
            if lesson == path.stem:
                text = re.sub(re.escape(words).replace(r"\{\}", HAN), "", text)
        assert not NUMBER.findall(text), f"{path.name}: name in SAID where these come from"
