"""Articles are found by words or number in any script and width; comparing loses no letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightdoor.tables.rows import numeral
from rightdoor.tables.search import LONGEST, changes, predecessor, search, whole


@pytest.mark.parametrize(
    "query",
    [
        "253-1",
        "253之1",
        "253之一",
        "２５３－１",
        "第二百五十三条之一",
        "第二百五十三條之一",
        "二百五十三之一",
        "第253条之一",
        "253條之1",
        "二五三之一",
        "刑法253-1",
        "刑法 第253条之1",
        "《刑法》第二百五十三条之一",
        "criminal-law/253-1",
        "criminal-law/253-1:2",
        "253-1 出售",
    ],
)
def test_every_way_to_write_253_1(book, query):
    assert search(book, query)[0] == "criminal-law/253-1"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("1034条", "civil-code/1034"),
        ("民法典1034", "civil-code/1034"),
        ("第一千零三十四條", "civil-code/1034"),
        ("一〇三四", "civil-code/1034"),
        ("住宿", "interp-2017-10/5"),
        ("五百条以上", "interp-2017-10/5"),
        ("500条 住宿", "interp-2017-10/5"),
        ("法释〔2017〕10号第五条", "interp-2017-10/5"),
        ("police-law 46", "police-law/46"),
        ("人民警察法４６", "police-law/46"),
    ],
)
def test_what_comes_first(book, query, first):
    assert search(book, query)[0] == first


def test_traditional_words_find_simplified_articles(book):
    assert search(book, "行蹤軌跡") == search(book, "行踪轨迹") != []


def test_a_number_is_not_part_of_another(book):
    assert all(id.split("/")[1] == "253" for id in search(book, "253"))
    assert search(book, "50")
    cited = [id for id in search(book, "五十条") if id.partition("/")[2] != "50"]
    for id in cited:
        assert any("五十条" in v.zh.replace("百五十条", "").replace("五十条之", "") for v in book.versions(id)), id


def test_articles_that_cite_the_number_come_after_it(book):
    found = search(book, "第二百五十三条之一")
    assert found[0] == "criminal-law/253-1" and "interp-2017-10/1" in found[1:]


@pytest.mark.parametrize(
    "query",
    [
        "(.*)",
        "[",
        "\\",
        "\\d+",
        "*",
        "",
        "   ",
        "\x00\x1b[31m",
        "\udcff\ud800",
        "。，",
        "之",
        "9" * 5000,
        "x" * 1_000_000,
        "第" * LONGEST,
        "一" * LONGEST,
        "' OR 1=1 --",
        "\u202e\u200b",
        "%s{0}",
    ],
    ids=lambda q: repr(q)[:16],
)
def test_hostile_queries_are_only_queries(book, query):
    assert len(search(book, query)) < len(book.articles)


@settings(derandomize=True, deadline=None, database=None, max_examples=150)
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("第条之一二三十百千零〇0123456789-/:()[]*.?+^$\\{}|")),
        max_size=40,
    )
)
def test_any_text_may_be_asked(book, query):
    assert set(search(book, query)) <= set(book.articles)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("二百五十三", 253),
        ("二五三", 253),
        ("253", 253),
        ("十", 10),
        ("一百零三", 103),
        ("十八", 18),
        ("一千零三十四", 1034),
        ("一〇三四", 1034),
        ("一百一十", 110),
    ],
)
def test_numerals(written, number):
    assert whole(written) == number


def test_numerals_there_and_back():
    assert all(whole(numeral(n)) == n for n in range(1, 2000))


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(st.text(alphabet="甲乙丙丁，", max_size=30), st.text(alphabet="甲乙丙丁，", max_size=30))
def test_comparing_loses_nothing(old, new):
    pieces = list(changes(old, new))
    assert "".join(text for kind, text in pieces if kind != "new") == old
    assert "".join(text for kind, text in pieces if kind != "gone") == new
    assert all(text for _, text in pieces)


def test_predecessors_follow_renumbering(book):
    newest = book.versions("cybersecurity-law/71")[-1]
    id, version = predecessor(book, "cybersecurity-law/71", newest)
    assert id == "cybersecurity-law/64" and version.until == newest.since
    old, new = book.versions("criminal-law/253-1")
    assert predecessor(book, "criminal-law/253-1", new) == ("criminal-law/253-1", old)
    assert predecessor(book, "criminal-law/253-1", old) is None
