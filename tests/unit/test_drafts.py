"""The papers of the desk, written and read back: letter, list of evidence, calendar."""

import io
import re
from datetime import date

import docx
import icalendar
import pytest
from docx.enum.text import WD_COLOR_INDEX

from rightdoor import drafts, plan
from rightdoor.drafts import compose, word
from rightdoor.drafts.dates import events
from rightdoor.drafts.doors import FORMS
from rightdoor.drafts.story import ACTS
from rightdoor.law import terms
from rightdoor.law.decide import decide
from rightdoor.law.facts import parse
from rightdoor.text import LANGS, Pair, convert

TODAY = date(2026, 11, 24)
FACTS = {
    "on": "2026-11-10",
    "known_on": "2026-11-20",
    "leaker": {"actor": "police_officer"},
    "conduct": ["provided", "looked_up"],
    "data": [{"kind": "lodging", "count": 25}, {"kind": "household"}],
    "harm": ["harassment"],
    "prior_report": [{"door": "police", "result": "refused", "on": "2026-11-18"}],
}
WORDS = plan.Words(
    unit="某派出所民警，姓名不详",
    story="11月10日，有人把我的入住时间说了出来。\n11月12日，我接到两个陌生来电。",
    evidence="短信截图两张\n酒店发票",
    known=("when", "what"),
)
ACCUSING = ("犯罪嫌疑人", "罪犯", "犯罪分子", "违法分子", "构成犯罪", "贪污", "涉嫌犯罪", "严惩")


def make(book, today=TODAY, assumed=False, **changes):
    return plan.make(parse(FACTS | changes), book, today, day_assumed=assumed)


@pytest.fixture
def made(book):
    return make(book)


def opened(paper):
    return docx.Document(io.BytesIO(paper.content))


def text(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def runs(document):
    paragraphs = [
        *document.paragraphs,
        *(p for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs),
    ]
    return [run for p in paragraphs for run in p.runs]


def section(document, heading):
    """The paragraphs under a heading."""
    found, inside = [], False
    for p in document.paragraphs:
        if p.style.name == "Heading 1":
            inside = heading in p.text
        elif inside:
            found.append(p.text)
    return "\n".join(found)


def letter(made, door="supervision-commission", words=WORDS, lang="zh-Hans"):
    return [opened(paper) for paper in drafts.letter(made, door, words, lang)]


# ---- the letter ------------------------------------------------------------------------------------------------------


def test_gaps_are_visible_and_nothing_else_is_highlighted(made):
    (document,) = letter(made)
    for run in runs(document):
        gap = bool(re.fullmatch("【[^】]*】", run.text))
        assert (run.font.highlight_color == WD_COLOR_INDEX.YELLOW) is gap, run.text
        assert gap or not set("【】") & set(run.text), run.text
    assert "姓名：【真实姓名】" in text(document) and "联系电话：【" in text(document), (
        "name and contact are left to be filled in"
    )


def test_facts_stand_apart_from_conjecture(made):
    (document,) = letter(made)
    known, guessed = section(document, "我知道的事实"), section(document, "我的推测")
    assert "2026年11月10日" in known and "查询、提供给他人" in known and "两个陌生来电" in known
    assert "人民警察" not in known and "住宿信息" not in known
    assert "人民警察（民警）" in guessed and "住宿信息25条；户籍信息【多少条" in guessed and "被骚扰" in guessed
    assert "身份（推测，没有证实）：人民警察（民警）" in section(document, "被反映的人")


def test_what_she_knows_is_told_as_known(made):
    sure = plan.Words(known=tuple(plan.PARTS))
    (document,) = letter(made, words=sure)
    assert "人民警察" in section(document, "我知道的事实") and "人民警察" not in section(document, "我的推测")
    assert "经过：【" in section(document, "我知道的事实"), "an account that was not written stays a gap"


@pytest.mark.parametrize("door", sorted(FORMS))
def test_no_letter_accuses_or_promises(book, door):
    blocks = compose.letter(_with_door(book, door), door, plan.Words())
    said = "".join(b.text.zh for b in blocks)
    assert not [w for w in ACCUSING if w in said], said
    assert "回执" in said or "收件" in said, "every letter asks for a receipt"
    assert all(
        pair.zh and pair.en for b in blocks for pair in (b.text, b.note) if b.kind not in ("break", "table") and pair
    )


def _with_door(book, door):
    """A plan in which this door stands: by the route for some leaker, else as the door to which a report was passed on."""
    for changes in ROUTES:
        if any(way.id == door for way in decide(parse(FACTS | changes), book, TODAY).doors):
            return make(book, **changes)
    return make(book, prior_report=[{"door": door, "result": "transferred"}])


SECTORS = (None, "telecom", "finance", "transport", "courier", "education", "medical")
ROUTES = [
    {"leaker": {"actor": actor, "sector": sector}, **more}
    for actor in terms.ACTOR
    for sector in SECTORS
    for more in ({}, {"conduct": ["negligent_publication"]}, {"victims": 900}, {"conduct": ["published_online"]},
                 {"data": [{"kind": "credit", "count": 3}]})
]  # fmt: skip


def test_every_letter_goes_to_its_door_at_the_right_level(made, book):
    for door in plan.letter_doors(made):
        (document,) = letter(made, door)
        addressee = document.paragraphs[1].text
        assert addressee.endswith("：") and "【" in addressee
        level = made.place(door).way.fixed.level.zh
        assert any(level in comment.text for comment in document.comments), (
            f"{door}: the level is told beside the addressee"
        )
    assert "所在机关以外" in letter(_with_door(book, "police-other-organ"), "police-other-organ")[0].paragraphs[1].text


def test_articles_are_those_of_the_day_with_their_version(book):
    new = section(letter(make(book), "police-other-organ")[0], "可能适用的规定")
    assert "《治安管理处罚法》第五十六条第一款（2026年1月1日起施行的文本）" in new
    assert "《刑法》第二百五十三条之一（2015年11月1日起施行的文本）" in new
    before = make(book, on="2014-05-01", known_on="2014-06-01")
    old = section(letter(before, "police-other-organ")[0], "可能适用的规定")
    assert "《刑法》第二百五十三条之一（2009年2月28日起施行、2015年11月1日前有效的文本）" in old
    assert "2026年" not in old


def test_an_unknown_day_is_said(book):
    made = make(book, today=TODAY, assumed=True)
    (document,) = letter(made)
    assert "时间：【哪天" in section(document, "我知道的事实")
    assert any("行为日期还不知道" in c.text for c in document.comments)


def test_the_law_stands_beside_the_text_as_a_remark(made):
    (document,) = letter(made)
    remarks = " ".join(c.text for c in document.comments)
    assert "《监察法实施条例》第二百零九条第一款" in remarks and "这是草稿" in remarks
    assert "实名检举控告" not in text(document)


def test_a_letter_without_a_name_says_what_that_costs(book):
    (document,) = letter(make(book, anonymous=True))
    assert "我不写明姓名" in text(document) and "电话：" not in text(document)
    assert any("可能没有答复" in c.text for c in document.comments)
    (document,) = letter(_with_door(book, "platform-notice"), "platform-notice", plan.Words())
    assert "姓名：【真实姓名】" in text(document)


def test_earlier_reports_are_told_and_enclosed(made):
    (document,) = letter(made)
    assert "2026年11月18日：公安机关" in section(document, "以前向哪里反映过")
    (table,) = document.tables
    items = [row.cells[1].text for row in table.rows]
    assert items[1:3] == ["短信截图两张", "酒店发票"] and any("回执" in i for i in items)
    assert not any("日志" in i or "你" in i for i in items), (
        "a log is asked for, not enclosed; an enclosure talks to nobody"
    )


# ---- three scripts ---------------------------------------------------------------------------------------------------


def test_a_traditional_reader_gets_both_and_is_told(made):
    traditional, simplified = letter(made, lang="zh-Hant")
    assert "內地機關通用簡體字" in traditional.paragraphs[0].text and convert("检举控告信") in text(traditional)
    assert "检举控告信" in text(simplified) and "提示" not in simplified.paragraphs[0].text
    assert any("這是草稿" in c.text for c in simplified.comments), "remarks are for the reader"


def test_an_english_reader_gets_a_chinese_letter_and_a_reading_copy(made):
    chinese, reading = letter(made, lang="en")
    assert chinese.paragraphs[0].text == "检举控告信"
    assert reading.paragraphs[0].text.startswith("English reading copy")
    ours = text(reading).replace(WORDS.story, "").replace(WORDS.unit, "")
    for typed in (*WORDS.story.split("\n"), *WORDS.evidence.split("\n")):
        ours = ours.replace(typed, "")
    assert not re.search(r"[\u4e00-\u9fff]", ours), "only what was typed is Chinese in the reading copy"


@pytest.mark.parametrize("lang", LANGS)
def test_no_paper_carries_a_name_or_the_machine(made, lang):
    for paper in (*drafts.letter(made, "police-other-organ", WORDS, lang), drafts.evidence_list(made, WORDS, lang)):
        properties = opened(paper).core_properties
        assert properties.author == "" and properties.last_modified_by == "" and properties.comments == ""
        assert properties.title and re.fullmatch(r"[a-z-]+\.docx", paper.name)


def test_a_door_that_takes_no_letter_is_refused(made):
    with pytest.raises(LookupError):
        drafts.letter(made, "civil-court", WORDS, "zh-Hans")
    with pytest.raises(LookupError):
        drafts.letter(made, "health-authority", WORDS, "zh-Hans")


def test_typed_text_is_text(made):
    nasty = "<b>粗</b> {to} 【我的】 %s\u200b"
    (document,) = letter(made, words=plan.Words(story=nasty, unit="{unit}"))
    assert nasty in text(document) and "{unit}" in text(document)


def test_the_list_of_evidence_has_the_red_lines(made):
    document = opened(drafts.evidence_list(made, WORDS, "zh-Hans"))
    assert "查询日志" in text(document) and "红线" in text(document) and "不捏造" in text(document)
    assert "短信截图两张" in text(document)


def test_every_conduct_has_words_and_every_letter_door_a_form():
    assert set(ACTS) == set(terms.CONDUCT)
    assert set(FORMS) == plan.LETTER_DOORS
    assert all(isinstance(pair, Pair) and pair.zh and pair.en for pair in ACTS.values())
    assert set(word.FONTS) == set(word.TAGS) == set(LANGS) == set(drafts.LETTERS)


# ---- the calendar ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_the_calendar_holds_every_date_and_no_fact(made, lang):
    found = icalendar.Calendar.from_ical(drafts.calendar(made, lang).content)
    entries = found.walk("VEVENT")
    assert sorted(e.decoded("dtstart") for e in entries) == [day for day, *_ in events(made)]
    assert len({str(e["uid"]) for e in entries}) == len(entries)
    assert {c.until for c in made.dates} <= {e.decoded("dtstart") for e in entries}
    assert all(e.walk("VALARM") and e["description"] for e in entries)
    said = " ".join(f"{e['summary']} {e['description']}" for e in entries)
    assert not any(word in said for word in (WORDS.unit, "住宿", "lodging"))


def test_a_working_day_term_becomes_a_date(made):
    due = next(d for d in made.place("supervision-commission").due if d.until)
    assert (due.count, due.unit, due.until) == (15, "working-days", date(2026, 12, 15))


def test_limits_from_an_unknown_day_are_not_reckoned(book):
    assert not [c for c in make(book, assumed=True).dates if "on" in c.because]
    assert [c for c in make(book).dates if "on" in c.because]


# ---- the plan --------------------------------------------------------------------------------------------------------


def test_a_shut_door_leads_on(made):
    shut = {results: [w.id for w in ways] for results, ways in made.place("supervision-commission").shut}
    assert ("refused", "no_answer") in shut
    police = {
        r
        for results, _ in make(made.book, prior_report=[], urgency=["ongoing_threat"]).place("police").shut
        for r in results
    }
    assert {"refused", "no_answer", "not_filed", "reconsideration_upheld"} <= police
    assert "not_prosecuted" not in police


def test_evidence_follows_the_facts(book):
    def ids(**changes):
        return {item.id for item in make(book, **changes).evidence}

    assert "query-log" in ids() and "own-access" not in ids()
    assert "online" in ids(conduct=["published_online"]) and "online" not in ids()
    assert "fraud" in ids(harm=["fraud_loss"]) and "guardian" in ids(victim_minor=True)
