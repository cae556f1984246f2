"""A report run for real by papermill: its files, failures, the command. What it looks like: tests/browser."""

import copy
import json
import mmap
import os
import subprocess
import sys

import nbformat
import pytest

from rightdoor.reports import make, record, sample, warm

ENGINES = [None, warm.NAME] if warm.AVAILABLE else [None]
DAY = "2026-11-24"


def job(book, lang, name="sample", **parameters):
    values = {"learner": sample.LEARNER, "lang": lang, "made_on": DAY, "sample": True, **parameters}
    return make.Job("trainee", values, record.written(sample.events(book, lang)), f"{name}-{lang}")


@pytest.fixture(scope="module")
def made(book, tmp_path_factory):
    """The sample report."""
    return make.make(job(book, "en"), tmp_path_factory.mktemp("reports"))


# ---- the files ------------------------------------------------------------------------------------------------------


def test_the_notebook_is_executed_and_valid(made):
    notebook = nbformat.read(made.notebook, as_version=4)
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
    assert again.html.read_bytes() == made.html.read_bytes()


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
    template = copy.deepcopy(make.template("trainee"))
    template.cells[1].source = code
    monkeypatch.setattr(make, "template", lambda name: template)
    limits = make.Limits(seconds=5 if cause == "time" else 300, memory_mb=1000)
    with (
        mmap.mmap(-1, 2 << 30),  # however large the process that starts the kernel is
        pytest.raises(make.ReportFailed, match=words) as caught,
    ):
        make.make(job(book, "en"), tmp_path, engine, limits)
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


def test_a_class_is_made_in_one_command_and_left_alone_when_nothing_has_changed(tmp_path):
    roster, out = tmp_path / "class.csv", tmp_path / "out"
    roster.write_text("code,name,lang\nmaple-1,林一,zh-Hans\nmaple-2,Ann,en\n", "utf-8")
    call = ["report", "trainee", "--roster", roster, "--out", out, "--no-pdf", "--lang", "en"]
    store = {"RIGHTDOOR_STORE": str(tmp_path / "events.sqlite")}
    done = run_command(*call, "--on", DAY, "--json", **store)
    told = json.loads(done.stdout)
    names = ["trainee-maple-1-zh-Hans", "trainee-maple-2-en"]
    assert (done.returncode, sorted(told["made"]), told["failed"], told["stopped"]) == (0, names, [], False)
    assert told["empty"] == ["maple-1", "maple-2"] and done.stderr == ""
    assert sorted(os.listdir(out)) == ["manifest.jsonl", *(f"{n}.{kind}" for n in names for kind in ("html", "ipynb"))]
    (out / f"{names[0]}.html").write_text("spoilt")
    again = json.loads(run_command(*call, "--resume", "--json", **store).stdout)  # on the day of the run before
    assert (again["made"], again["kept"]) == (names[:1], names[1:])
    assert DAY in (out / f"{names[0]}.html").read_text("utf-8")
    assert run_command(*call, "--jobs", "0", **store).returncode == 2


def test_a_record_that_cannot_be_opened_is_told_in_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    store = {"RIGHTDOOR_STORE": str(tmp_path / "file" / "events.sqlite")}
    done = run_command("report", "trainee", "--learner", "learner-a", "--out", tmp_path, "--lang", "zh-Hans", **store)
    assert done.returncode == 2 and "RIGHTDOOR_STORE" in done.stderr and done.stderr.count("\n") == 1
