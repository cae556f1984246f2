"""The report template run for real by papermill: HTML in three languages, failures, the command."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

from rightdoor import build
from rightdoor.reports import make, record, sample, warm
from rightdoor.text import LANGS

ENGINES = [None, warm.NAME] if warm.AVAILABLE else [None]
DAY = "2026-11-24"
VOID = {"meta", "link", "img", "br", "hr"}


def job(book, lang, name="sample", **parameters):
    values = {"learner": sample.LEARNER, "lang": lang, "made_on": DAY, "sample": True, **parameters}
    return make.Job("trainee", values, record.written(sample.events(book, lang)), f"{name}-{lang}")


@pytest.fixture(scope="session")
def made(book, tmp_path_factory):
    """`made(lang)`: the sample report in that language, run once in a session."""
    out, kept = tmp_path_factory.mktemp("reports"), {}

    def made_(lang):
        if lang not in kept:
            kept[lang] = make.make(job(book, lang), out)
        return kept[lang]

    return made_


class Tree(HTMLParser):
    """All elements as (name, attributes, text directly in it), and whether tags are balanced."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open = [], []
        self.feed(html)
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, name, attributes):
        self.elements.append([name, dict(attributes), ""])
        if name not in VOID:
            self.open.append((name, self.elements[-1]))

    def handle_endtag(self, name):
        assert name in VOID or self.open.pop()[0] == name, f"</{name}> closes another element"

    def handle_data(self, text):
        if self.open:
            self.open[-1][1][2] += text

    def all(self, *names):
        return [e for e in self.elements if e[0] in names]


# ---- the page -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_whole_and_asks_nobody(made, lang):
    html = made(lang).html.read_text("utf-8")
    tree = Tree(html)
    assert tree.all("html")[0][1]["lang"] == lang and tree.all("title")[0][2].strip()
    assert not tree.all("script", "iframe", "object", "embed", "video", "audio", "form", "input", "button", "base")
    words = re.sub(r"data:image/svg\+xml;base64,[\w+/=]+", "", html)
    assert not re.search(r"(?:https?:)?//[a-z]", words) and "@import" not in html and "url(" not in html
    for _, attributes, _ in tree.elements:
        assert not [key for key in attributes if key.startswith("on")]
        assert all(attributes.get(key, "#").startswith(("#", "data:")) for key in ("href", "src"))
    ids = [a["id"] for _, a, _ in tree.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for _, a, _ in tree.all("a")} <= set(ids)


@pytest.mark.parametrize("lang", LANGS)
def test_tables_pictures_and_headings_can_be_heard(made, lang):
    tree = Tree(made(lang).html.read_text("utf-8"))
    assert len(tree.all("table")) == 3
    assert all(a.get("scope") in ("col", "row") for _, a, _ in tree.all("th"))
    assert {a["scope"] for _, a, _ in tree.all("th")} == {"col", "row"}
    (picture,) = tree.all("img")
    assert picture[1]["alt"].count("%") > 5 and picture[1]["src"].startswith("data:image/svg+xml;base64,")
    levels = [int(name[1]) for name, _, _ in tree.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_each_language_speaks_its_own(made):
    words = {lang: made(lang).html.read_text("utf-8") for lang in LANGS}
    assert "漏选了" in words["zh-Hans"] and "國家機關" not in words["zh-Hans"]
    assert "漏選了" in words["zh-Hant"] and "由官方簡體文本轉換" in words["zh-Hant"] and "选" not in words["zh-Hant"]
    assert "should have been chosen" in words["en"] and "unofficial" in words["en"]
    assert '<blockquote lang="zh-Hans">' in words["en"]


@pytest.mark.parametrize("lang", LANGS)
def test_neither_file_names_this_machine_or_shows_code(made, lang):
    html, notebook = (p.read_text("utf-8") for p in (made(lang).html, made(lang).notebook))
    home = str(Path.home())
    for text in (html, notebook):
        assert not re.search(r"(?<![\w<.])/(?:home|root|tmp|usr|var|work|Users|private)/|[A-Z]:\\\\", text)
        assert home == "/" or home not in text
    assert "rightdoor.reports" not in html and "report." not in html.split("</style>")[1]


def test_the_notebook_is_executed_and_valid(made):
    notebook = nbformat.read(made("en").notebook, as_version=4)
    nbformat.validate(notebook)
    code = [c for c in notebook.cells if c.cell_type == "code"]
    assert all(c.execution_count for c in code)
    assert not [o for c in code for o in c.outputs if o.output_type in ("error", "stream")]
    assert "widgets" not in notebook.metadata and notebook.metadata.rightdoor.lang == "en"


def test_a_new_run_replaces_the_old_and_leaves_nothing_else(book, made, tmp_path):
    (tmp_path / "sample-en.html").write_text("old")
    (tmp_path / "sample-en.failed.ipynb").write_text("old")
    again = make.make(job(book, "en"), tmp_path)
    assert sorted(os.listdir(tmp_path)) == ["sample-en.html", "sample-en.ipynb"]
    assert again.html.read_bytes() == made("en").html.read_bytes()


# ---- the template ---------------------------------------------------------------------------------------------------


def test_the_template_is_one_call_a_cell():
    text = build.built()["reports/trainee.ipynb"]
    code = [c["source"] for c in json.loads(text)["cells"] if c["cell_type"] == "code"][1:]
    code = ["".join(source) for source in code]
    assert code[0] == "from rightdoor.reports import trainee"
    assert all(re.fullmatch(r"(report = )?[\w.]+\([\w, ]*\)", source) for source in code[1:])
    assert (Path(build.notebooks_folder()) / "reports" / "trainee.ipynb").read_text("utf-8") == text


# ---- failures -------------------------------------------------------------------------------------------------------


def test_a_failing_cell_is_kept_and_marked(book, tmp_path):
    (tmp_path / "sample-en.html").write_text("the report of yesterday")
    broken = make.Job("trainee", job(book, "en").parameters, '{"kind": "answered"}\n', "sample-en")
    with pytest.raises(make.ReportFailed) as caught:
        make.make(broken, tmp_path)
    assert (
        "record.jsonl:1 this line is not an event" in caught.value.says.en
        and "sample-en.failed.ipynb" in caught.value.says.zh
    )
    assert sorted(os.listdir(tmp_path)) == ["sample-en.failed.ipynb", "sample-en.html"]
    assert (tmp_path / "sample-en.html").read_text() == "the report of yesterday"
    notebook = nbformat.read(caught.value.notebook, as_version=4)
    assert [c for c in notebook.cells if "papermill-error-cell-tag" in c.metadata.get("tags", [])]
    outputs = [o for c in notebook.cells for o in c.get("outputs", [])]
    assert [o.ename for o in outputs if o.output_type == "error"] == ["PageError"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("code", "cause", "words"),
    [
        ("__import__('os')._exit(9)", "kernel", "ended unexpectedly"),
        ("print('so far', flush=True)\nwhile True: pass", "time", "within 5 seconds"),
        ("hog = bytearray(3 << 30)", "memory", "ran out of memory"),
    ],
)
def test_a_kernel_that_dies_never_ends_or_takes_all_memory_is_told(
    book, tmp_path, monkeypatch, engine, code, cause, words
):
    template = nbformat.read(build.notebooks_folder() / "reports" / "trainee.ipynb", as_version=4)
    template.cells[1].source = code
    monkeypatch.setattr(make, "template", lambda name: template)
    with pytest.raises(make.ReportFailed, match=words) as caught:
        make.make(job(book, "en"), tmp_path, engine, make.Limits(seconds=5 if cause == "time" else 60, memory_mb=1000))
    assert caught.value.cause == cause
    assert sorted(os.listdir(tmp_path)) == ["sample-en.failed.ipynb"]
    cells = nbformat.read(caught.value.notebook, as_version=4).cells
    marks = [i for i, c in enumerate(cells) if "papermill-error-cell-tag" in c.metadata.get("tags", [])]
    assert cells[marks[-1] + 1].source == code
    if cause == "time":
        assert cells[marks[-1] + 1].outputs[0].text == "so far\n"


# ---- the command ----------------------------------------------------------------------------------------------------


def run_command(*arguments, **environment):
    """`rightdoor ARGUMENTS` in a process of its own."""
    call = [sys.executable, "-c", "import sys; from rightdoor.cli import main; sys.exit(main())", *map(str, arguments)]
    return subprocess.run(
        call, capture_output=True, text=True, encoding="utf-8", timeout=120, env={**os.environ, **environment}
    )


def test_the_command_prints_where_the_sample_is_and_nothing_else(tmp_path):
    done = run_command("report", "sample", "--out", tmp_path / "new", "--lang", "zh-Hans")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [str(tmp_path / "new" / f"sample-zh-Hans.{kind}") for kind in ("html", "ipynb")]
    assert "背后没有任何人" in (tmp_path / "new" / "sample-zh-Hans.html").read_text("utf-8")


def test_the_command_reports_an_empty_record_and_refuses_a_name(tmp_path):
    store = {"RIGHTDOOR_STORE": str(tmp_path / "events.sqlite")}
    done = run_command("report", "trainee", "--learner", "nobody-yet", "--out", tmp_path, "--lang", "en", **store)
    assert done.returncode == 0 and "nothing is recorded" in done.stderr.lower()
    assert "nothing recorded under this code yet" in (tmp_path / "trainee-nobody-yet-en.html").read_text("utf-8")
    refused = run_command(
        "report", "trainee", "--learner", "Lin Xiaoyu", "--out", tmp_path, "--lang", "zh-Hans", **store
    )
    assert refused.returncode == 2 and "不是学员代码" in refused.stderr and refused.stderr.count("\n") == 1


def test_a_record_that_cannot_be_opened_is_told_in_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    store = {"RIGHTDOOR_STORE": str(tmp_path / "file" / "events.sqlite")}
    done = run_command("report", "trainee", "--learner", "learner-a", "--out", tmp_path, "--lang", "zh-Hans", **store)
    assert done.returncode == 2 and "RIGHTDOOR_STORE" in done.stderr and done.stderr.count("\n") == 1
