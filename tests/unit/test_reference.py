"""The reference pages without a browser: what they show for what was chosen, and that nothing foreign becomes a tag."""

import re
from datetime import date
from pathlib import Path

import pytest

from rightdoor import lesson
from rightdoor.law.decide import decide
from rightdoor.law.facts import parse
from rightdoor.pictures.door_table import ANY_WISH, WISH_MATTERS, find, levels
from rightdoor.practice import reference, statutes
from rightdoor.practice.reference import DoorFinder
from rightdoor.practice.statutes import MOST_HITS, StatuteBrowser
from rightdoor.tables.search import search
from rightdoor.text import LANGS, convert

TODAY = date(2026, 11, 24)
HOSTILE = "<img src=x onerror=alert(1)> \"q\" 'a' {0} {x}"


def html(page):
    return "".join(part for _, part in page.sheet.view["parts"])


def words(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).strip()


def act(page, do, of="", **values):
    page.sheet._received(page.sheet, {"do": do, "of": of, "values": values}, None)


# ---- the table of doors ---------------------------------------------------------------------------------------------


@pytest.fixture
def finder(book):
    return DoorFinder(book, "en", TODAY)


def names(page):
    return re.findall(r"<summary><b>([^<]+)</b>", html(page))


def chosen(page, **values):
    act(page, "find", **{"leaker": "", "conduct": "", "wish": "", "level": "", "day": TODAY.isoformat(), **values})


def test_without_a_choice_every_door_of_the_day_is_there(book, finder):
    assert len(names(finder)) == len(book.doors(TODAY))
    assert "Telephone" not in words(html(finder)) and "12388" in words(html(finder))


def test_a_leaker_brings_the_route_of_the_law_first_and_the_shut_doors_last(book, finder):
    chosen(finder, leaker="police_officer", conduct="provided")
    facts = parse({"on": TODAY.isoformat(), "leaker": {"actor": "police_officer"}, "conduct": ["provided"]})
    decision = decide(facts, book, TODAY)
    route = [book.door(way.id, TODAY).name.en for way in decision.doors]
    assert [name.lower().replace("&#x27;", "'") for name in names(finder)][: len(route)] == [
        name.lower() for name in route
    ]
    shut = html(finder).partition("<h3>")[2]
    assert {book.door(f.id, TODAY).name.en.lower() for f in decision.not_doors} == {
        name.lower() for name in re.findall(r"<s>([^<]+)</s>", shut)
    }
    assert not {book.door(f.id, TODAY).name.en.lower() for f in decision.not_doors} & {n.lower() for n in names(finder)}


@pytest.mark.parametrize("wish", WISH_MATTERS)
def test_a_wish_leaves_the_doors_that_take_a_matter_of_it(book, wish):
    found, refused = find(book, TODAY, wish=wish)
    assert found and not refused
    for entry in found:
        assert (WISH_MATTERS[wish] | ANY_WISH) & set(entry.door.accepts)
    assert len(found) < len(book.doors(TODAY))


def test_the_wishes_and_their_matters_are_words_of_the_vocabulary(book):
    assert set(WISH_MATTERS) == set(book.terms("wish"))
    for matters in (*WISH_MATTERS.values(), ANY_WISH):
        assert matters <= set(book.terms("matter"))


def test_levels_offered_are_levels_of_some_door(book):
    for level in levels(book, TODAY):
        found, _ = find(book, TODAY, level=level)
        assert found and {entry.door.level_rule for entry in found} == {level}


@pytest.mark.parametrize("leaker", ["police_officer", "company", "individual", "unknown", "state_organ"])
@pytest.mark.parametrize("wish", [None, "criminal", "compensation"])
def test_every_door_that_is_left_fits_the_leaker(book, leaker, wish):
    found, _ = find(book, TODAY, leaker, wish=wish)
    for entry in found:
        assert entry.way or leaker in entry.door.against or "anyone" in entry.door.against


def test_an_earlier_day_has_its_own_doors(finder):
    chosen(finder, day="2016-05-01")
    assert any("dministrative supervision organ" in name for name in names(finder))
    assert "2016-05-01" in finder.sheet.view["said"]
    chosen(finder, day="1990-01-01")
    assert names(finder) == [] and "No door fits" in words(html(finder))


@pytest.mark.parametrize("day", ["", "yesterday", "9999-12-31", "2026-02-30", HOSTILE])
def test_a_day_that_is_none_is_told(finder, day):
    chosen(finder, day=day)
    assert "That day cannot be looked up" in words(html(finder)) and names(finder) == []
    assert "<img" not in html(finder)
    act(finder, "clear")
    assert len(names(finder)) > 10


def test_what_is_no_choice_is_passed_over(book, finder):
    chosen(finder, leaker=HOSTILE, wish="money", level="99", conduct="?")
    assert len(names(finder)) == len(book.doors(TODAY)) and "<img" not in html(finder)
    before = finder.sheet.view["parts"]
    act(finder, "explode")
    assert finder.sheet.view["parts"] == before


@pytest.mark.parametrize("lang", LANGS)
def test_the_doors_mark_what_is_not_verified_and_name_every_control(book, lang):
    page = DoorFinder(book, lang, TODAY)
    doubtful = [row for row in book.doors(TODAY).values() if row.status != "verified"]
    assert html(page).count("</b> · ") >= 10
    for row in doubtful:
        name = (
            reference.capital(row.name.en)
            if lang == "en"
            else row.name.zh
            if lang == "zh-Hans"
            else convert(row.name.zh)
        )
        after = html(page).partition(f"<b>{name.replace(chr(39), '&#x27;')}</b>")[2]
        assert "rs-confirm" in after.partition("</summary>")[0], row.id
    for field in re.findall(r"<(?:select|input)[^>]*>", html(page)):
        assert 'name="' in field
    assert html(page).count("<label>") == len(re.findall(r"<(?:select|input)", html(page)))


# ---- the statute browser --------------------------------------------------------------------------------------------


@pytest.fixture
def browser(book):
    return StatuteBrowser(book, "en", on=TODAY)


def test_a_search_finds_what_the_law_command_finds(book, browser):
    for query in ("253-1", "第二百五十三条之一", "行踪轨迹", "privacy"):
        act(browser, "search", query=query)
        ids = re.findall(r'data-do="article" data-of="([^"]+)"', html(browser))
        assert ids == search(book, query)[:MOST_HITS] and ids, query


@pytest.mark.parametrize("query", ["zzzz", HOSTILE, "字" * 3000, "\x00\u202e", "{n}"])
def test_a_strange_query_is_answered(browser, query):
    act(browser, "search", query=query)
    assert "<img" not in html(browser) and 'data-do="article"' not in html(browser)
    assert words(html(browser)) and browser.sheet.view["said"]


def test_an_empty_query_shows_the_instrument(browser):
    act(browser, "search", query="  ")
    assert "articles held" in browser.sheet.view["said"]


def test_an_instrument_lists_its_articles(book, browser):
    act(browser, "law", law="pipl")
    ids = re.findall(r'data-do="article" data-of="([^"]+)"', html(browser))
    assert ids == [id for id in book.articles if id.startswith("pipl/")]
    act(browser, "article", "pipl/69")
    assert "Personal Information Protection Law art. 69" in words(html(browser))
    before = browser.sheet.view["parts"]
    for do, of in (("article", "pipl/6900"), ("version", "7"), ("version", "x"), ("law", "")):
        act(browser, do, of, law="no-such-law")
    assert browser.sheet.view["parts"] == before


def text_without(part, name):
    """The text of a difference as it was (`ins` left out) or is now (`del` left out)."""
    part = re.sub(rf"<{name}>.*?</{name}>", "", part, flags=re.S)
    part = re.sub(r'<span class="rd-hidden">.*?</span>|<b aria-hidden="true">.</b>', "", part)
    return (
        re.sub(r"<[^>]+>", "", part.replace("<br>", "\n"))
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
        .replace("&quot;", '"')
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "id", ["criminal-law/253-1", "cybersecurity-law/71", "public-security-penalties/50", "supervision-law/18"]
)
def test_a_difference_holds_both_texts_whole(book, lang, id):
    page = StatuteBrowser(book, lang, id, TODAY)
    (_, old), (_, new) = page.versions[-2:]
    quotes = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", html(page), re.S)
    turned = convert if lang == "zh-Hant" else str
    assert text_without(quotes[-1], "del") == turned(new.zh)
    assert text_without(quotes[-1], "ins") == turned(old.zh)
    assert "<del>" in quotes[-1] or "<ins>" in quotes[-1]
    if lang == "en":
        assert text_without(quotes[0], "del") == new.en and html(page).index("unofficial") < html(page).index(
            "Official Chinese"
        )
    else:
        assert len(quotes) == 1
    assert html(page).count('aria-pressed="true"') == 1


def test_versions_are_reached_by_button_and_the_first_has_nothing_before_it(browser):
    act(browser, "version", "0")
    text = words(html(browser))
    assert "earliest version held" in text and "2009-02-28" in text and "<del>" not in html(browser)
    assert 'data-of="0" class="rd-button" aria-pressed="true"' in html(browser)
    assert browser.sheet.view["focus"] == "article"


@pytest.mark.parametrize("lang", LANGS)
def test_every_article_opens(book, lang):
    page = StatuteBrowser(book, lang, on=TODAY)
    for id in book.articles:
        act(page, "article", id)
        assert page.versions[page.at][1] in book.versions(page.versions[page.at][0])
        assert words(html(page))


def test_unverified_texts_and_dates_say_so(book):
    for id, article in book.articles.items():
        source = article.versions[-1].source
        if source["status"] != "verified":
            assert "rs-confirm" in html(StatuteBrowser(book, "zh-Hans", id, TODAY)), id
        if source.get("date_status", "verified") != "verified":
            assert "施行日期没有核实" in html(StatuteBrowser(book, "zh-Hans", id, TODAY)), id


# ---- what a notebook calls ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("call", ["door_finder", "statute_browser", "clock_card", "crib"])
def test_a_reference_page_is_one_call_in_its_language(call, lang):
    sheet = getattr(lesson, call)(lang)
    assert sheet.view["lang"] == lang and sheet.view["label"]
    assert "http" not in "".join(part for _, part in sheet.view["parts"])


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError):
        lesson.crib("fr")


def test_the_pictures_of_a_case_are_one_sheet(book):
    facts = parse({"on": "2026-03-10", "leaker": {"actor": "company_staff"}, "conduct": ["sold"]})
    sheet = reference.case_pictures(book, "en", facts, TODAY, taken=("police",))
    (part,) = (part for _, part in sheet.view["parts"])
    assert part.count("<figure") == 3 and "your step 1" in part


def test_every_word_is_used():
    for module in (reference, statutes):
        source = Path(module.__file__).read_text("utf-8")
        for key in module.WORDS.keys() - {"new", "gone"}:  # those are the kinds of a change
            assert source.count(f'"{key}"') > 1, (module.__name__, key)
