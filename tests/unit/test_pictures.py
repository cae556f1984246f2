# Over 400 lines: each picture is held to the same few demands, one after another.
"""Pictures say what the tables and the law say, on every day and in every script, to eyes and to a screen reader."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from rightdoor import pictures, yamlfile
from rightdoor.law import terms, tier
from rightdoor.law.case import Case
from rightdoor.law.decide import decide
from rightdoor.law.facts import parse
from rightdoor.pictures import clocks, crib_sheet, route, rungs, versions, words
from rightdoor.pictures.clocks import CLIENTS, ENDS, HOMES, NOT_CLOCKS, terms_of
from rightdoor.pictures.markup import join, tag
from rightdoor.text import LANGS, Pair, convert, data_folder, say

TODAY = date(2026, 11, 24)
DAYS = [
    date(2008, 1, 1),
    date(2012, 6, 1),
    date(2016, 1, 1),
    date(2019, 1, 1),
    date(2025, 12, 31),
    date(2026, 1, 1),
    TODAY,
]
OFFICER = {
    "on": "2026-03-10",
    "leaker": {"actor": "police_officer", "through_duty": True, "sector": "police"},
    "conduct": ["provided"],
    "data": [{"kind": "location_track", "count": 30}],
    "gains_yuan": 3000,
    "known_on": "2026-03-10",
    "prior_report": [{"door": "police", "result": "not_filed", "on": "2026-03-18"}],
}
VOID = {"br", "line", "rect", "circle", "path", "input"}


class Reader(HTMLParser):
    """Checks that every element is closed, and keeps elements and text."""

    def __init__(self, html):
        super().__init__()
        self.open, self.elements, self.text = [], [], ""
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, name, attributes):
        self.elements.append((name, dict(attributes)))
        if name not in VOID:
            self.open.append(name)

    def handle_startendtag(self, name, attributes):
        self.elements.append((name, dict(attributes)))

    def handle_endtag(self, name):
        assert self.open.pop() == name

    def handle_data(self, data):
        self.text += data

    def named(self, name):
        return [attributes for element, attributes in self.elements if element == name]


def plain(html):
    return re.sub(r"\s+", " ", Reader(html).text)


def seen(html):
    """The part of a picture that is drawn."""
    return html.partition('<details class="rp-words">')[0]


def text_of(fragment):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", fragment))


def all_pictures(book, lang, today=date(2026, 3, 20)):
    facts = parse(OFFICER)
    return {
        "ladder": pictures.ladder(book, lang, TODAY),
        "ladder of a case": pictures.ladder(book, lang, facts=facts, today=today),
        "map": pictures.door_map(book, lang, facts, today, ("market-regulator", "supervision-commission")),
        "timeline": pictures.case_timeline(book, lang, facts, today),
        "clocks": pictures.clock_card(book, lang, TODAY, facts=facts, today=today),
    }


# ---- every picture --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_has_a_language_a_name_and_the_same_content_as_a_list(book, lang):
    for name, picture in all_pictures(book, lang).items():
        read = Reader(picture)
        (figure,) = read.named("figure")
        assert figure["lang"] == lang, name
        (image,) = [a for _, a in read.elements if a.get("role") == "img"]
        assert len(image["aria-label"]) > 20, name
        drawing, _, told = picture.partition('<details class="rp-words">')
        assert told.count("<li>") >= 5, name
        numbers = set(re.findall(r"\d{4}-\d\d-\d\d", drawing.partition("</figcaption>")[2]))
        assert numbers <= set(re.findall(r"\d{4}-\d\d-\d\d", image["aria-label"] + told)), (
            f"{name}: a date only to be seen"
        )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_day_can_be_drawn(book, lang, day):
    for picture in (
        pictures.ladder(book, lang, day),
        pictures.clock_card(book, lang, day),
        pictures.crib(book, lang, day),
    ):
        assert Reader(picture).text
    facts = parse({"on": day.isoformat(), "leaker": {"actor": "unknown"}})
    assert Reader(pictures.door_map(book, lang, facts, day)).text
    assert Reader(pictures.ladder(book, lang, facts=facts, today=day)).text
    assert Reader(pictures.case_timeline(book, lang, facts, day)).text


def test_traditional_is_the_converted_simplified_and_english_has_no_chinese_prose(book):
    simple, traditional, english = (all_pictures(book, lang) for lang in LANGS)
    for name in simple:
        assert convert(plain(simple[name])) == plain(traditional[name]), name
        han = re.findall(r"[\u4e00-\u9fff]+", plain(english[name]))
        assert not han, (name, han[:3])


def test_what_is_not_text_of_ours_is_escaped():
    hostile = "<script>alert(1)</script> \"q\" 'a' & <b>"
    made = tag("p", hostile, title=hostile)
    assert "<script" not in made and "<b>" not in made and made.count("&lt;script&gt;") == 2
    assert join([hostile], None, tag("br")) == join(hostile) + "<br/>"


def test_no_number_and_no_date_is_typed_in_the_words():
    texts = [t for pair in words.WORDS.values() for t in (pair.zh, pair.en)]
    texts += [t for line in (*words.BELOW_CRIME, *words.DISCIPLINE, *words.CIVIL) for t in (line.says.zh, line.says.en)]
    for text in texts:
        assert not re.search(r"\d", re.sub(r"^\d\. ", "", text)), text  # the crib numbers its parts in English


def test_every_word_is_used():
    source = "".join(p.read_text("utf-8") for p in Path(pictures.__file__).parent.glob("*.py") if p.name != "words.py")
    patterns = [
        re.sub(r"\\\{[^}]*\\\}", ".+", re.escape(key)) for key in re.findall(r"""word\(\s*f?["']([^"']+)["']""", source)
    ]
    patterns += [re.escape(key) for key in re.findall(r'"([a-z][a-z-]+)"', source)]
    for key in words.WORDS:
        assert any(re.fullmatch(pattern, key) for pattern in patterns), key


def test_no_text_is_small_and_paper_needs_no_colour():
    css = pictures.style()
    for size, unit in re.findall(r"font-size: ([.\d]+)(rem|px|pt)", css):
        assert float(size) * {"rem": 16, "px": 1, "pt": 96 / 72}[unit] >= 12, (size, unit)
    assert "url(" not in css and "@import" not in css and "@media print" in css


def test_pictures_are_cheap_to_import(run_python):
    loaded = run_python("from rightdoor import pictures\nimport sys\nprint(*sorted(sys.modules))").split()
    assert not {"pandas", "matplotlib", "numpy", "ipywidgets", "anywidget", "IPython", "opencc"} & set(loaded)


# ---- the numbers are those of the tables ------------------------------------------------------------------------------


def with_number(book, id, value):
    """The Book with another number in the table."""
    rows = tuple(replace(row, value=value) for row in book.parameters[id])
    return replace(book, parameters={**book.parameters, id: rows})


@pytest.mark.parametrize(
    ("id", "draw"),
    [
        ("pi-crime/class-a-items", pictures.ladder),
        ("pi-crime/gains-yuan", pictures.crib),
        ("pi-crime/especially-serious-max-years", pictures.ladder),
        ("sanction/sale-detention-max-days", pictures.ladder),
        ("police-reconsideration/apply", pictures.clock_card),
        ("police-reconsideration/apply", pictures.crib),
    ],
)
def test_a_changed_number_is_drawn(book, id, draw):
    drawn = re.compile("7,?654")
    assert not drawn.search(draw(book, "en", TODAY))
    assert drawn.search(draw(with_number(book, id, 7654), "en", TODAY))


def test_both_scales_and_the_multiple_follow_the_parameters(book):
    on, number = TODAY, book.number
    for what, cells in rungs.thresholds(book, on, "en"):
        full, half = ({t: pair[i] for t, pair in cells.items()} for i in (0, 1))
        value = lambda text: int(re.sub(r"\D", "", text))  # noqa: E731
        assert value(full["serious"]) == value(half["serious"]) * number("pi-crime/duty-divisor", on), what
        assert value(full["especially_serious"]) == value(full["serious"]) * number(
            "pi-crime/especially-serious-times", on
        )
    assert [value(cells["serious"][0]) for _, cells in rungs.thresholds(book, on, "en")] == [
        number(f"pi-crime/{id}", on) for id in ("class-a-items", "class-b-items", "class-c-items", "gains-yuan")
    ]
    assert rungs.thresholds(book, date(2016, 1, 1), "en") == []


# ---- the ladder -----------------------------------------------------------------------------------------------------


def places(book, facts, today=None):
    html = pictures.ladder(book, "en", facts=parse(facts), today=today)
    return dict(re.findall(r'class="rp-rung rp-rung-([a-z_]+) rp-([a-z-]+)"', html))


@pytest.mark.parametrize("count", [1, 24, 25, 49, 50, 249, 250, 499, 500, None])
@pytest.mark.parametrize("duty", [True, False, None])
def test_the_case_stands_where_the_law_puts_it(book, count, duty):
    facts = {
        "on": "2026-03-10",
        "leaker": {"actor": "police_officer", "through_duty": duty},
        "conduct": ["provided"],
        "data": [{"kind": "location_track", **({"count": count} if count else {})}],
        "gains_yuan": 0,
        "used_in_crime": "no",
        "prior": "none",
        "harm": ["none"],
        "purpose": "favour",
    }
    facts["leaker"] = {k: v for k, v in facts["leaker"].items() if v is not None}
    low, high = Case(parse(facts), book).bounds
    found = places(book, facts)
    for level in (tier.SERIOUS, tier.ESPECIALLY):
        expected = "not-here"
        if low <= level <= high:
            expected = "here" if low == high else "at-least" if level == low else "possible"
        assert found[tier.NAMES[level]] == expected
    assert found["administrative"] == found["discipline"] == "also"


def test_before_the_crime_there_is_no_rung_of_crime(book):
    assert plain(pictures.ladder(book, "en", date(2008, 1, 1))).count(words.WORDS["not-yet-law"].en) >= 2
    heavier, lighter = seen(pictures.ladder(book, "en", date(2012, 6, 1))).split("<li")[1:3]
    assert words.WORDS["not-yet-law"].en in heavier and words.WORDS["not-yet-law"].en not in lighter
    assert words.BELOW_CRIME[0].says.en[:40] not in plain(pictures.ladder(book, "en", date(2025, 12, 31)))
    assert words.BELOW_CRIME[0].says.en[:40] in plain(pictures.ladder(book, "en", date(2026, 1, 1)))


def test_the_gauge_shows_the_multiple_that_the_law_computes(book):
    facts = parse(OFFICER)
    score = Case(facts, book).score
    assert f"is {score:g} times" in plain(pictures.ladder(book, "en", facts=facts))
    assert "rp-gauge" not in pictures.ladder(
        book, "en", facts=parse({**OFFICER, "on": "2008-01-01", "prior_report": []})
    )


def test_lines_below_the_crime_rest_on_articles_and_numbers_that_exist(book):
    for line in (*words.BELOW_CRIME, *words.DISCIPLINE, *words.CIVIL):
        assert book.versions(line.basis) and all(id in book.parameters for id in line.numbers.values())
        assert (
            set(re.findall(r"\{(\w+)\}", line.says.zh))
            == set(line.numbers)
            == set(re.findall(r"\{(\w+)\}", line.says.en))
        )


# ---- the map --------------------------------------------------------------------------------------------------------


def test_the_map_is_the_route_of_the_law_in_its_order(book):
    facts, today = parse(OFFICER), date(2026, 3, 20)
    decision = decide(facts, book, today)
    html = pictures.door_map(book, "en", facts, today)
    drawing = seen(html)
    names = [route.capital(say(book.door(way.id, today).name, "en")) for way in decision.doors]
    at = [drawing.index(f">{tag('b', name)}") for name in names]
    assert at == sorted(at)
    assert re.findall(r'text-anchor="middle">(\d+)<', drawing) == [str(way.rank) for way in decision.doors]
    for finding in decision.not_doors:
        assert f"<s>{tag('s', route.capital(say(book.door(finding.id, today).name, 'en')))[3:-4]}</s>" in drawing
    assert drawing.count("rp-cross") == 2 * len(decision.not_doors), "a sign, and not colour alone"


def test_the_way_that_was_taken_is_marked(book):
    facts, today = parse(OFFICER), date(2026, 3, 20)
    text = text_of(seen(pictures.door_map(book, "en", facts, today, ("market-regulator", "supervision-commission"))))
    assert "✓ your step 2" in text and "✗ you went here" in text and "○ you left this out" in text
    assert "your step" not in plain(pictures.door_map(book, "en", facts, today))


# ---- the timeline ---------------------------------------------------------------------------------------------------


def test_a_renumbered_article_is_followed_both_ways(book):
    old, new = "cybersecurity-law/64", "cybersecurity-law/71"
    for id in (old, new):
        assert [article for article, _ in versions.lineage(book, id, date(2025, 6, 1) if id == old else TODAY)] == [
            old,
            new,
        ]
    both = versions.lineage(book, "criminal-law/253-1", TODAY)
    assert [v.since for _, v in both] == [v.since for v in book.versions("criminal-law/253-1")]


def test_a_lineage_has_no_gap_and_no_overlap(book):
    for id in book.articles:
        chain = versions.lineage(book, id, TODAY)
        for (_, before), (_, after) in pairwise(chain):
            assert before.until == after.since, id


@pytest.mark.parametrize("day", [date(2015, 10, 31), date(2015, 11, 1), date(2025, 12, 31), date(2026, 1, 1)], ids=str)
def test_one_version_governs_the_day(book, day):
    html = pictures.timeline(
        book, "en", day, ["criminal-law/253-1", "cybersecurity-law/64:2"], ["supervision-commission"]
    )
    drawing = seen(html)
    governed = 2 if day < date(2017, 6, 1) else 3  # the third row begins with the Cybersecurity Law
    assert drawing.count("rp-now") == drawing.count(words.WORDS["on-the-day"].en) == governed
    now = [item for item in re.findall(r"<li>(.*?)</li>", drawing) if "art. 253-1" in item and "◆" in item]
    assert len(now) == 1 and book.article("criminal-law/253-1", day).since.isoformat() in now[0]
    assert "administrative supervision organ" in text_of(drawing).lower()


def test_the_timeline_of_a_case_begins_with_its_crime_and_fits_a_glance(book):
    html = pictures.case_timeline(book, "en", parse(OFFICER), date(2026, 3, 20))
    rows = re.findall(r'class="rp-time-row"><p><b>([^<]+)', html)
    assert rows[0].startswith(book.cite("criminal-law/253-1").en) and 3 <= len(rows) <= versions.ROWS
    assert "2026-03-10" in html


# ---- the clock card -------------------------------------------------------------------------------------------------


def test_every_term_of_the_file_of_clocks_is_told_or_set_aside_by_name(book):
    ids = [row["id"] for row in yamlfile.read(data_folder() / "parameters" / "clocks.yaml")]
    timed = [id for id in ids if book.parameters[id][-1].unit != "people"]
    for id in timed:
        told = any(id in {p.id for p in terms_of(book, row.since)} for row in book.parameters[id])
        assert told != (id in NOT_CLOCKS), id
    assert not (CLIENTS | ENDS | NOT_CLOCKS) - book.parameters.keys()
    assert set(HOMES.values()) <= book.channels.keys()
    assert not CLIENTS & ENDS and not (CLIENTS | ENDS) & NOT_CLOCKS


def test_the_clocks_of_shut_doors_are_the_clients(book):
    from rightdoor.law.doors.clocks import CLOCKS

    assert {parameter for _, _, parameter, _ in CLOCKS} <= CLIENTS


@pytest.mark.parametrize("day", DAYS[2:], ids=str)
def test_the_card_holds_the_terms_of_that_day_and_marks_the_unverified(book, day):
    found = list(terms_of(book, day))
    html = seen(pictures.clock_card(book, "en", day))
    assert html.count('class="rp-term"') == len(found)
    assert html.count("rp-unsure") == sum(p.status != "verified" for p in found)
    for p in found:
        assert p.since <= day and (p.until is None or day < p.until)
        assert say(book.cite(p.basis), "en") in html


def test_a_card_for_one_door_and_the_dates_of_a_case(book):
    facts, today = parse(OFFICER), date(2026, 4, 20)
    html = pictures.clock_card(book, "en", TODAY, doors=("police",), facts=facts, today=today)
    assert "supervision commission" not in plain(html).lower().partition("what they must do")[2]
    limits = decide(facts, book, today).limits
    drawing = seen(html)
    assert all(clock.until.isoformat() in drawing for clock in limits)
    assert drawing.count("✗ passed") == sum(clock.until < TODAY for clock in limits) > 0


# ---- the crib sheet -------------------------------------------------------------------------------------------------


def test_the_crib_sends_every_leaker_where_the_law_does(book):
    text = plain(pictures.crib(book, "en", TODAY))
    for actor in terms.ACTOR:
        assert route.capital(book.label("actor", actor).en) in text
        facts = parse({"on": TODAY.isoformat(), "leaker": {"actor": actor}, "conduct": ["provided"]})
        first = tuple(w.id for w in decide(facts, book, TODAY).doors if w.stage in ("now", "primary"))
        assert crib_sheet.first_doors(book, actor, TODAY) == first and first


@pytest.mark.parametrize("lang", LANGS)
def test_the_crib_has_every_telephone_and_explains_its_mark(book, lang):
    html = pictures.crib(book, lang, TODAY)
    for row in book.doors(TODAY).values():
        for number in filter(None, row.phone.split(";")):
            assert f"<dt>{number}</dt>" in html, row.id
    assert html.count("<section") == 2
    heads = re.findall(r"<header>.*?</header>", html)
    assert len(heads) == 2 and all(
        crib_sheet.MARK in h and say(words.WORDS["confirm-locally"], lang) in h for h in heads
    )


def test_the_crib_names_only_terms_that_exist(book):
    for side, ids in crib_sheet.CLOCKS.items():
        for id in ids:
            assert id in book.parameters and clocks.side_of(id) == side


def test_brackets_are_left_off_names_once():
    assert crib_sheet.short("人民检察院（12309检察服务中心）") == "人民检察院"
    assert crib_sheet.short("legal aid (12348)") == "legal aid"
    assert crib_sheet.short("another or the superior police organ") == "another or the superior police organ"


def test_the_timeline_reaches_to_the_far_day(book):
    day = TODAY + timedelta(days=400)
    assert Pair(day.isoformat(), "").zh in pictures.timeline(book, "en", day, ["criminal-law/253-1"])
