"""Statutes as dated data: no gaps or overlaps, texts that can be quoted, renumbering that leads somewhere."""

import re
from datetime import date, timedelta

import pytest

from rightdoor import tables
from rightdoor.tables import NotInForce, UnknownId, read_all
from rightdoor.tables.rows import numeral
from rightdoor.text import data_folder

TODAY = date(2026, 11, 24)
FIRST_LIGHT = [
    "criminal-law/253-1",
    "public-security-penalties/56",
    "police-law/46",
    "interp-2017-10/5",
    "constitution/41",
    "supervision-regulations/48",
    "supervision-regulations/49",
    "supervision-regulations/209",
    "civil-code/1034",
    "civil-code/1039",
]


def quarters():
    day = date(2009, 1, 1)
    while day <= TODAY:
        yield day
        day = (
            date(day.year + day.month // 12, (day.month + 3 - 1) % 12 + 1, 1)
            if day.month < 10
            else date(day.year + 1, 1, 1)
        )


def test_the_tables_have_no_problem():
    _, problems = read_all(data_folder())
    assert [f"{p.place}: {p.says.en}" for p in problems] == []


def test_every_quarter_since_2009_is_covered_once(book):
    """Looks only for gaps and overlaps inside an article's life; says nothing about whether the wording is right."""
    for article in book.articles.values():
        first, last = article.versions[0].since, article.versions[-1].until or date.max
        for day in quarters():
            if first <= day < last:
                covering = [v for v in article.versions if v.since <= day and (v.until is None or day < v.until)]
                assert len(covering) == 1, f"{article.id} on {day}: {len(covering)} versions"


@pytest.mark.parametrize("id", FIRST_LIGHT)
def test_first_light_articles_are_in_force_today(book, id):
    provision = book.article(id, TODAY)
    assert provision.until is None and provision.text_zh and provision.gloss_en


def test_criminal_law_253_1_changes_on_its_day(book):
    before = book.article("criminal-law/253-1", date(2015, 10, 31))
    after = book.article("criminal-law/253-1", date(2015, 11, 1))
    assert before.text_zh.startswith("国家机关或者金融、电信、交通、教育、医疗等单位的工作人员")
    assert after.text_zh.startswith("违反国家有关规定，向他人出售或者提供公民个人信息")
    assert before.until == after.since


def test_no_cover_no_answer(book):
    with pytest.raises(NotInForce, match="2009-02-27"):
        book.article("criminal-law/253-1", date(2009, 2, 27))
    with pytest.raises(NotInForce):
        book.article("pipl/47", date(2021, 10, 31))
    with pytest.raises(UnknownId):
        book.article("criminal-law/9999", TODAY)
    with pytest.raises(UnknownId):
        book.article("criminal-law/253-1:9", TODAY)


def test_paragraphs_and_items_are_addressed(book):
    item = book.article("interp-2017-10/5:1(8)", TODAY)
    assert item.text_zh.startswith("（八）") and item.cite.zh == "法释〔2017〕10号第五条第一款第（八）项"
    assert book.article("criminal-law/253-1:2", TODAY).text_zh.startswith("违反国家有关规定，将在履行职责")


def test_texts_are_clean(book):
    for article in book.articles.values():
        for version in article.versions:
            place = f"{article.id} from {version.since}"
            assert not re.search(r"[ \t\u3000]|^第[一二三四五六七八九十百千]+条", version.zh), place
            assert "\n\n" not in version.zh and version.zh == version.zh.strip(), place
            assert version.adopted <= version.since <= TODAY + timedelta(days=365), place


def test_renumbered_articles_lead_on(book):
    last = next(v for v in book.versions("cybersecurity-law/64") if v.succeeded_by)
    assert last.succeeded_by == "cybersecurity-law/71"
    assert book.article("cybersecurity-law/71", date(2026, 1, 1))


def test_traditional_and_english_readers_are_told(book):
    from rightdoor.cli.law import describe

    provision = book.article("criminal-law/253-1", TODAY)
    assert "由官方簡體文本轉換" in describe(provision, "zh-Hant")
    assert "Unofficial" in describe(provision, "en") and provision.text_zh in describe(provision, "en")


def test_the_tables_are_as_wide_as_they_were_promised(book):
    assert len({a.instrument.id for a in book.articles.values()}) >= 36
    assert sum(len(a.versions) for a in book.articles.values()) >= 200


def test_every_version_says_where_it_is_from(book):
    for article in book.articles.values():
        assert article.instrument.issuer.zh and article.instrument.issuer.en
        for version in article.versions:
            assert version.source["title"] and version.source["status"] in book.terms("status"), article.id
            assert date.fromisoformat(version.source["checked"]) <= TODAY, article.id
            assert version.en, f"{article.id} has no gloss"


def test_every_verified_number_stands_in_words_in_its_article(book):
    """五十 for 50: a slip of a digit in a number that claims to be read from its article does not pass."""
    missing = [
        f"{id} from {row.since}: {row.value}"
        for id, rows in book.parameters.items()
        for row in rows
        if row.status == "verified"
        and "note" not in row.source
        and not any(word in book.article(row.basis, row.since).text_zh for word in written(row.value))
    ]
    assert missing == []


def written(value):
    """The ways in which a statute may write a number."""
    words = [numeral(value) if value < 10_000 else f"{numeral(value // 10_000)}万"]
    if value < 10_000 and value % 1000 == 0 and value:
        words.append(f"{numeral(value // 1000)}千")
    if value == 2:
        words.append("半")  # a divisor of two is written as a half
    return [*words, str(value), words[0].replace("二", "两")]


def test_loading_is_cached():
    assert tables.load() is tables.load()
