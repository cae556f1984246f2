"""Every report in three scripts: run for real, read as a file and in Chromium; nothing hostile in it lives."""

import re
from datetime import date
from itertools import pairwise

import nbformat
import pytest
from barriers import grave
from reported import DAY, EVERY, FORMULA, NAME, TEMPLATES, Tree, asked, tree

from rightdoor import build, drills
from rightdoor.reports import jobs, make, record, sample
from rightdoor.text import LANGS, notebooks_folder

SIMPLIFIED = "[们个这说条应该时间实录练习题让选对门话认识]"  # each is written otherwise in Traditional script


# ---- the file -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", EVERY, ids="-".join)
def test_a_report_is_one_file_that_asks_nobody(made, key):
    html = made[key].html.read_text("utf-8")
    page = Tree(html)
    assert page.all("html")[0][1]["lang"] == key[1] and page.all("title")[0][2].strip()
    assert not page.all("script", "iframe", "object", "embed", "video", "audio", "form", "input", "button", "base")
    outside = re.sub(r"data:image/svg\+xml;base64,[\w+/=]+", "", html).replace("http://example.com/?", "")
    assert not re.search(r"(?:https?:)?//[a-z]", outside) and "@import" not in html and "url(" not in html
    for _, attributes, _ in page.elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert all(attributes.get(name, "#").startswith(("#", "data:")) for name in ("href", "src"))
    ids = [a["id"] for _, a, _ in page.elements if "id" in a]
    assert len(ids) == len(set(ids)) and {a["href"][1:] for _, a, _ in page.all("a")} <= set(ids)


@pytest.mark.parametrize("key", EVERY, ids="-".join)
def test_tables_pictures_and_headings_can_be_heard(made, key):
    page = tree(made[key])
    assert page.all("table") and {a.get("scope") for _, a, _ in page.all("th")} == {"col", "row"}
    assert page.all("img") and all(len(a["alt"]) > 20 and "{" not in a["alt"] for _, a, _ in page.all("img"))
    levels = [int(name[1]) for name, _, _ in page.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1 and levels.count(1) == 1 and all(b - a <= 1 for a, b in pairwise(levels))
    assert any(a.get("id") == "notice" for _, a, _ in page.all("h2"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_script_speaks_its_own(made, template):
    text = {lang: tree(made[template, lang]).text for lang in LANGS}
    assert re.search(SIMPLIFIED, text["zh-Hans"]) and not re.search(SIMPLIFIED, text["zh-Hant"])
    assert re.search("[們個這說條應該]", text["zh-Hant"])
    chinese = re.sub(r"找对门|林小雨|[“《].*?[”》]", "", text["en"])  # statutes, names; everything else is English
    assert template == "trainee" or not re.search(r"[\u4e00-\u9fff]{2}", chinese.replace("林", ""))


@pytest.mark.parametrize("key", EVERY, ids="-".join)
def test_neither_file_shows_code_or_names_this_machine(made, key):
    html, notebook = (path.read_text("utf-8") for path in (made[key].html, made[key].notebook))
    for text in (html, notebook):
        assert not re.search(r"(?<![\w<.])/(?:home|root|tmp|usr|var|work|Users|private)/|[A-Z]:\\\\", text)
    assert "rightdoor.reports" not in html and not re.search(r"report\.\w+\(", html)
    cells = nbformat.read(made[key].notebook, as_version=4).cells
    assert not [o for c in cells for o in c.get("outputs", []) if o.output_type in ("error", "stream")]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_one_call_a_cell(template):
    cells = nbformat.read(notebooks_folder() / "reports" / f"{template}.ipynb", as_version=4).cells
    code = [cell.source for cell in cells[1:] if cell.cell_type == "code"]
    assert re.fullmatch(r"from rightdoor\.reports[.\w]* import \w+", code[0])
    assert all(re.fullmatch(r"(report = )?[\w.]+\([\w, ]*\)", source) for source in code[1:])
    assert not [name for name in build.drift() if name.startswith("reports/")]


# ---- what stands in it ----------------------------------------------------------------------------------------------


def test_hostile_names_are_only_text(made):
    for key in (("trainee", "zh-Hans"), ("drill", "en")):
        page = tree(made[key])
        assert NAME in page.text and all("onerror" not in a for _, a, _ in page.elements)
        assert not [a for name, a, _ in page.elements if name == "img" and a["src"] == "x"]
    assert FORMULA in tree(made["drill", "en"]).text


@pytest.mark.parametrize("lang", LANGS)
def test_a_class_report_names_nobody(made, lang):
    for path in (made["cohort", lang].html, made["cohort", lang].notebook):
        assert not re.search(r"sample-\d{3}", path.read_text("utf-8"))
    assert re.search("15", tree(made["cohort", lang]).text)


def test_a_small_class_is_not_counted(book, tmp_path):
    from rightdoor.reports.cohort import Cohort

    events = [e for e in sample.of_class(book, "en", size=6, seed="small") if e.learner in sample.codes(6)[1:5]]
    (tmp_path / "record.jsonl").write_text(record.written(events), encoding="utf-8")
    report = Cohort("en", "2026-11-28", tmp_path / "record.jsonl", 6, book=book)
    names = "head taking_part skills look_first certainty cases data_notice".split()
    text = Tree("".join(getattr(report, name)()._repr_html_() for name in names)).text
    assert len(report.learners) == 4 and "Fewer than 5 have begun" in text and "%" not in text


def test_an_empty_class_is_met_kindly(book, tmp_path):
    from rightdoor.reports.cohort import Cohort

    (tmp_path / "record.jsonl").write_text("", encoding="utf-8")
    report = Cohort("zh-Hans", "2026-11-28", tmp_path / "record.jsonl", 6, book=book)
    assert "还没有练习记录" in report.taking_part().html and report.cases().html == report.skills().html == ""


def test_a_drill_report_says_what_the_debrief_says(book, made):
    plan = drills.load("police-lookup", book)
    page = tree(made["drill", "en"])
    for expected in plan.expect:
        assert expected.says.en in page.text
    assert "6 of 7" in page.text and "did not take part" in page.text
    assert all(f"{minutes}:00" in page.text for minutes in (0, plan.minutes))


def test_an_unknown_drill_is_told(tmp_path):
    from rightdoor.records import Log

    log = Log(str(tmp_path / "events.sqlite"))
    with pytest.raises(jobs.JobError, match=r"no drill 'warm-up-x' here\. Drills on record: none"):
        jobs.drill("warm-up-x", log, DAY, "en")
    log.close()


def test_the_currency_report_tells_every_turn_since_the_day(book, made):
    page, since = tree(made["currency", "en"]), date(2025, 12, 31)
    versions = [v for a in book.articles.values() for v in a.versions]
    rows = [row for table in (book.channels, book.parameters) for list_ in table.values() for row in list_]
    days = {d.isoformat() for v in (*versions, *rows) for d in (v.since, v.until) if d and d > since}
    assert days and days <= set(re.findall(r"\d{4}-\d\d-\d\d", page.text))
    assert "Public Security Administration Penalties Law" in page.text and "Due for re-checking" in page.text
    assert all(w.question.en in page.text for w in book.watch)


@pytest.mark.parametrize(
    ("template", "change", "words"),
    [
        ("cohort", {"colour": "red"}, "no parameter 'colour'"),
        ("cohort", {"members": "many"}, "'members' must be of type int"),
        ("cohort", {"members": -1}, "cannot be -1 members"),
        ("currency", {"since": "last year"}, "is not a date"),
        ("currency", {"since": None}, "'since' must be of type str"),
        ("drill", {"drill": "../x"}, "is not the id of a drill"),
        ("drill", {"names": ["林"]}, "'names' must be of type dict"),
    ],
)
def test_wrong_parameters_are_refused_before_anything_runs(book, tmp_path, template, change, words):
    from rightdoor.reports.parameters import ParameterError

    job = asked(book)[template, "en"]
    with pytest.raises(ParameterError, match=words):
        make.make(make.Job(template, job.parameters | change, job.record, "x"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


# ---- in the browser -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("key", EVERY, ids="-".join)
def test_a_report_fits_is_accessible_and_asks_nobody(made, chromium, key, width):
    page = chromium.new_page(viewport={"width": width, "height": 844})
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    address = made[key].html.as_uri()
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith("data:")] == [address] and not said
    assert page.evaluate("[...document.images].every(i => i.naturalWidth >= 400)")
    outside = """[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right >
        document.querySelector('main').getBoundingClientRect().right + 1).map(e => e.tagName)"""
    assert page.evaluate(outside) == []
    if (width == 390) == (key[1] == "en"):
        assert not axe(chromium, address, width)
    page.close()


def axe(chromium, address, width):
    """What axe finds on the page; it is a script, so the page's own policy against scripts is set aside for it."""
    context = chromium.new_context(bypass_csp=True, viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(address)
    found = grave(page)
    context.close()
    return found
