"""What a report tells, how it is drawn, and what it refuses; without a kernel."""

import base64
import os
import re
import resource
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from rightdoor import cases, feedback
from rightdoor.records import Event, Log, answered, marked, started
from rightdoor.reports import draw, jobs, make, page, parameters, record, sample, trainee, words
from rightdoor.roster import Person, Roster
from rightdoor.text import LANGS, Pair, say

BEGUN = datetime(2026, 11, 24, 9, tzinfo=UTC)
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">&{{7*7}}'


@pytest.fixture(scope="module")
def events(book):
    return sample.events(book, "zh-Hans", BEGUN)


@pytest.fixture
def open_page(book, tmp_path):
    """`open_page(events, learner, lang)`: a Trainee page over those events."""

    def open_(events, learner=sample.LEARNER, lang="zh-Hans", is_sample=False, name=""):
        path = tmp_path / "record.jsonl"
        path.write_text(record.written(events), encoding="utf-8")
        return trainee.Trainee(learner, lang, "2026-11-24", path, is_sample, name, book)

    return open_


class Tags(HTMLParser):
    """The names of all elements, the names of all attributes, and the text."""

    def __init__(self, html):
        super().__init__()
        self.names, self.attributes, self.text, self.sources = set(), set(), "", []
        self.feed(html)

    def handle_starttag(self, name, attributes):
        self.names.add(name)
        self.attributes |= {key for key, _ in attributes}
        self.sources += [value for key, value in attributes if key == "src"]

    def handle_data(self, text):
        self.text += text


def all_sections(report):
    names = "head cases course skills practise_next steps articles law data_notice".split()
    return "".join(getattr(report, name)()._repr_html_() for name in names)


# ---- the record -----------------------------------------------------------------------------------------------------


def test_the_record_is_the_walk(book, events):
    work = record.told(sample.LEARNER, events, book).works[0]
    assert work.done and work.case.id == sample.CASE and work.began == BEGUN.date()
    assert [a.step.id for a in work.answers] == [e.step for e in events if e.kind == "answered"]
    assert [a.feedback.score for a in work.answers] == [e.score for e in events if e.kind == "answered"]
    assert not any(a.corrected for a in work.answers)


def test_a_file_of_events_is_read_back(events, tmp_path):
    path = tmp_path / "record.jsonl"
    path.write_text(record.written(events), encoding="utf-8")
    assert record.read(path) == events


def test_every_bad_line_is_named(events, tmp_path):
    path = tmp_path / "record.jsonl"
    lines = record.written(events).splitlines()
    path.write_text("\n".join([lines[0], "{", '{"kind": "answered"}', "[1]", '{"name": "Lin"}']), encoding="utf-8")
    with pytest.raises(record.RecordError) as caught:
        record.read(path)
    assert [p.place for p in caught.value.problems] == [f"record.jsonl:{n}" for n in (2, 3, 4, 5)]


def test_other_learners_are_passed_over(book, events):
    others = [replace(e, learner="someone-else", id=f"x-{i}") for i, e in enumerate(events)]
    assert len(record.told(sample.LEARNER, [*events, *others], book).works) == 1


def test_skills_stand_as_mastery_says_least_held_first(book, events, open_page):
    report = open_page(events)
    rows = report.skill_rows
    assert {r.id for r in rows} == set(cases.load(sample.CASE, book).skills)
    assert [r.standing.mean for r in rows] == sorted(r.standing.mean for r in rows)
    assert all(r.standing == report.standing.skill(r.id) and bool(r.missed) == (r.standing.mean < 1) for r in rows)


def test_an_answer_taken_back_stays_and_the_second_try_does_not_count(book):
    case = cases.load(sample.CASE, book)
    walk = cases.begin(case, "s", sample.VARIANT)
    first = started(walk, "learner-a", "en")
    events = [first]

    def answer(walk, response):
        events.append(answered(walk, response, "learner-a", "en", first.walk, feedback.judge(walk, response)))
        return walk.take(response)

    walk = answer(walk, "danger")
    walk = answer(walk, ("who", "what", "count"))
    walk = answer(walk, "individual")
    events.append(marked("back", walk, "learner-a", "en", first.walk))
    answer(walk.back(), "police_officer")
    work = record.told("learner-a", events, book).works[0]
    assert [(a.prompt.attempt, a.taken_back) for a in work.answers] == [(1, False), (1, False), (1, True), (2, False)]
    assert work.score == 0 and not work.done and work.stopped_at.step == "data"


def test_a_score_that_the_law_no_longer_gives_is_told(book, events):
    changed = [replace(e, score=1.0, snapshot="0" * 12) if e.step == "tier" else e for e in events]
    work = record.told(sample.LEARNER, changed, book).works[0]
    assert [a.step.id for a in work.answers if a.corrected] == ["tier"]


def test_a_case_that_is_gone_is_named(book):
    gone = Event("started", "learner-a", "old-case", "w-1", seed="s")
    told = record.told("learner-a", [gone], book)
    assert (told.works, told.gone) == ((), ("old-case",))


# ---- the sample -----------------------------------------------------------------------------------------------------


def test_the_sample_makes_its_mistakes_and_no_others(book, events):
    work = record.told(sample.LEARNER, events, book).works[0]
    wrong = {a.step.id for a in work.answers if a.feedback.verdict in ("wrong", "partly")}
    assert wrong == {"call", "tier", "doors", "evidence"}
    assert {step for step, _ in sample.ANSWERS} <= set(work.case.steps)


# ---- the sections ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_articles_are_quoted_verbatim_as_of_the_day(book, events, open_page, lang):
    report = open_page(events, lang=lang)
    report.steps()
    text = Tags(report.articles().html).text
    from rightdoor.text import convert

    missed = [a for a in report.record.works[0].answers if a.feedback.verdict in ("partly", "wrong")]
    for answer in missed:
        for provision in answer.feedback.quotes:
            assert provision.since <= date(2026, 3, 20) and (
                provision.until is None or provision.until > date(2026, 3, 10)
            )
            for line in provision.text_zh.split("\n"):
                assert (convert(line) if lang == "zh-Hant" else line) in text
            assert lang != "en" or provision.gloss_en.split("\n")[0] in text
            assert text.count(provision.text_zh.split("\n")[-1]) <= 1 or lang == "zh-Hant"


def test_what_was_not_right_leads_to_its_articles(events, open_page):
    report = open_page(events, lang="en")
    asked, there = (
        re.findall(rf'{key}="#?(article-\d+)"', html)
        for key, html in (("href", report.steps().html), ("id", report.articles().html))
    )
    assert len(there) == len(set(there)) > 3 and set(asked) == set(there)


def test_a_sample_says_so_first(events, open_page):
    text = Tags(open_page(events, is_sample=True).head().html).text.strip()
    assert text.startswith("样例") and "背后没有任何人" in text.splitlines()[0]
    assert "样例" not in Tags(open_page(events).head().html).text


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_record_is_met_kindly(open_page, lang):
    report = open_page([], "nobody-yet", lang)
    html = all_sections(report)
    assert "empty" in html and "nobody-yet" in html
    assert report.course() is report.articles() is page.NOTHING


def test_a_name_from_the_roster_is_on_her_report_and_only_text(events, open_page):
    html = all_sections(open_page(events, name=HOSTILE))
    tags = Tags(html)
    assert HOSTILE in tags.text and not tags.names & {"script"} and "不在记录" not in tags.text
    assert "学习记录里只有代码" in tags.text and "学习记录里只有代码" not in all_sections(open_page(events))


def test_an_untouched_case_is_told(book, open_page):
    walk = cases.begin(cases.load(sample.CASE, book), "s")
    html = all_sections(open_page([started(walk, "learner-a", "en")], "learner-a", "en"))
    assert "nothing has been answered yet" in html and "you stopped at" in html


def test_hostile_text_is_only_text(book, events, open_page, monkeypatch):
    case = cases.load(sample.CASE, book)
    bad = Pair(HOSTILE, HOSTILE)
    steps = {
        id: replace(s, ask=bad, say=bad, options=tuple(replace(o, label=bad, why=bad) for o in s.options))
        for id, s in case.steps.items()
    }
    monkeypatch.setattr(cases, "load", lambda id, book: replace(case, title=bad, steps=steps))
    report = open_page([replace(e, learner=sample.LEARNER) for e in events])
    object.__setattr__(report.record, "learner", HOSTILE)
    tags = Tags(all_sections(report))
    assert (
        "script" not in tags.names
        and all(src.startswith("data:") for src in tags.sources)
        and not {a for a in tags.attributes if a.startswith("on")}
    )
    assert tags.text.count(HOSTILE) > 10


@pytest.mark.parametrize(
    ("response", "unit", "words"),
    [
        ("a", "", ["甲"]),
        (("b", "a"), "", ["乙", "甲"]),
        ({"a": "x", "b": "x"}, "", ["甲 → 此处", "乙 → 此处"]),
        (15, "working-days", ["15 工作日"]),
        ("2026-04-01", "", ["2026-04-01"]),
    ],
)
def test_every_kind_of_answer_is_put_in_words(book, response, unit, words):
    typed = isinstance(response, int) or str(response).startswith("2026")
    options = () if typed else tuple(cases.Option(id, Pair(zh, zh)) for id, zh in (("a", "甲"), ("b", "乙")))
    prompt = SimpleNamespace(options=options, places=(cases.Option("x", Pair("此处", "here")),), unit=unit)
    answer = SimpleNamespace(response=response, prompt=prompt, feedback=SimpleNamespace(options=()))
    assert [pair.zh for pair in trainee.chosen(answer, book)] == words


# ---- the pictures ---------------------------------------------------------------------------------------------------


def drawn(picture):
    """The root of a Picture's SVG, read from the page as a browser would."""
    (data,) = re.findall(r'src="data:image/svg\+xml;base64,([\w+/=]+)"', picture._repr_html_())
    return ElementTree.fromstring(base64.b64decode(data))


@pytest.mark.parametrize("lang", LANGS)
def test_the_bars_say_in_words_what_they_show(events, open_page, lang):
    report = open_page(events, lang=lang)
    picture = report._bars()
    written = [element.text for element in drawn(picture).iter("{http://www.w3.org/2000/svg}text")]
    for row in report.skill_rows:
        label = say(report.book.label("skill", row.id), lang)
        assert label in written and label in picture.alt and page.percent(row.standing.mean) in picture.alt
        assert report.state(row) in picture.alt
    assert repr(picture) == picture.alt


def test_one_case_makes_no_line_and_two_do(book, events, open_page):
    again = [
        replace(e, id=f"n-{i}", walk="w-2", at=e.at.replace("2026-11-24", "2026-11-23")) for i, e in enumerate(events)
    ]
    assert open_page(events).course() is page.NOTHING
    picture = open_page([*again, *events]).course()
    assert "2026-11-23 74%" in picture.alt and len(list(drawn(picture).iter("{http://www.w3.org/2000/svg}circle"))) == 2


def test_hostile_words_in_a_picture_are_only_text():
    picture = draw.bars(HOSTILE, [(HOSTILE, HOSTILE, 0.5, 0.2, 0.7, "firm")], HOSTILE, "zh-Hans")
    root = drawn(picture)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {"svg", "text", "rect", "line"}
    assert [e.text for e in root.iter() if e.text] == [HOSTILE] * 3 and Tags(picture._repr_html_()).names == {
        "figure",
        "img",
    }


# ---- parameters -----------------------------------------------------------------------------------------------------

GOOD = {"learner": "learner-a", "lang": "en", "made_on": "2026-11-24", "sample": False}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"colour": "red"}, "no parameter 'colour'"),
        ({"learner": ...}, "'learner' is missing"),
        ({"learner": 7}, "'learner' must be of type str"),
        ({"learner": "Lin Xiaoyu <x>"}, "is not a learner code"),
        ({"learner": "learner-a\n"}, "is not a learner code"),
        ({"lang": "fr"}, "no language 'fr'"),
        ({"made_on": "2026-02-30"}, "is not a date"),
        ({"made_on": "20261124"}, "is not a date"),
        ({"sample": 1}, "'sample' must be of type bool"),
        ({"name": "林\n小雨"}, "control characters"),
        ({"record": "../../etc/passwd"}, "must be a file beside the notebook"),
    ],
)
def test_wrong_parameters_are_refused_before_anything_runs(change, words, tmp_path, monkeypatch):
    monkeypatch.setattr(make, "_run", lambda *_: pytest.fail("it ran"))
    values = {k: v for k, v in {**GOOD, **change}.items() if v is not ...}
    with pytest.raises(parameters.ParameterError, match=words) as caught:
        make.make(make.Job("trainee", values, "", "x"), tmp_path / "out")
    assert caught.value.says.zh and "<" not in caught.value.says.en
    assert not (tmp_path / "out").exists()


# ---- files ----------------------------------------------------------------------------------------------------------


def test_files_are_kept_whole_or_not_at_all(tmp_path):
    a, b = tmp_path / "a.html", tmp_path / "b.ipynb"
    make.keep({a: "old", b: "old"})
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))  # the second file does not fit
    try:
        with pytest.raises(make.NotWritten, match="too large"):
            make.keep({a: "new", b: "new" * 1000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (a.read_bytes(), b.read_bytes()) == (b"old", b"old")
    assert sorted(os.listdir(tmp_path)) == ["a.html", "b.ipynb"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(make.NotWritten) as caught:
        make.make(make.Job("trainee", GOOD, "", "x"), tmp_path / "file" / "out")
    assert "cannot be written" in caught.value.says.en


# ---- the jobs -------------------------------------------------------------------------------------------------------

PEOPLE = Roster((Person("learner-a", "林小雨", "zh-Hant"), Person("nobody-yet", "=HYPERLINK(1)", "en")))


def test_everybody_of_the_roster_gets_a_report_in_her_language(book, events, tmp_path):
    log = Log(str(tmp_path / "events.sqlite"))
    for event in events:
        log.append(replace(event, learner="learner-a"))
    made = jobs.trainee(PEOPLE, log, date(2026, 11, 24))
    assert [(j.name, j.parameters["name"], bool(j.record)) for j in made] == [
        ("trainee-learner-a-zh-Hant", "林小雨", True),
        ("trainee-nobody-yet-en", "=HYPERLINK(1)", False),
    ]
    asked = make.asked("trainee")
    for job in (*made, jobs.learner("learner-a", log, date(2026, 11, 24), "en")):
        parameters.check(asked, job.parameters)
        assert "林" not in job.record and job.record.count("\n") == (len(events) if job.record else 0)
    log.close()


# ---- the words ------------------------------------------------------------------------------------------------------


def test_every_word_of_the_reports_is_whole_and_used():
    here = page.SECTIONS.parent
    code = "".join(path.read_text("utf-8") for path in (*here.glob("*.py"), *here.glob("sections/*.html")))
    for key, pair in words.WORDS.items():
        assert pair.zh.strip() and pair.en.strip(), key
        assert set(re.findall(r"\{\w+\}", pair.zh)) == set(re.findall(r"\{\w+\}", pair.en)), key
        family = next((f for f in ("notice-", "degree-", "turn-") if key.startswith(f)), None)
        assert f'"{key}"' in code or (family and f'"{family}" + ' in code), f"nobody says {key}"
