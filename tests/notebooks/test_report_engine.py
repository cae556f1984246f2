"""The engine `rightdoor` against the stock one: same cells, same outputs; no report knows of another."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from datetime import datetime

import nbformat
import papermill
import psutil
import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from rightdoor import build, drills
from rightdoor.reports import factory, make, record, sample, warm
from rightdoor.reports.warm import process

MACHINE = re.compile(r"[0-9a-f]{32}|ipykernel_\d+[/\\]\d+|0x[0-9a-f]+")  # ids, and where objects and files happen to be
# One cell for each thing that a kernel can say; the last one fails, in the middle of what it prints.
EVERYTHING = [
    "import sys\nprint('out')\nprint('错误', file=sys.stderr)\n1 + 1",
    "import os, time\nos.system('echo a program, 中文')\ntime.sleep(1)",  # the stock engine needs the time to notice
    "os.write(2, b'a descriptor\\n')\ntime.sleep(1)",
    "!echo a shell; pwd | wc -l",
    "await __import__('asyncio').sleep(0.01)\n'awaited'",
    "import asyncio\ncame = []\nasync def later():\n    for n in range(9):\n        await asyncio.sleep(0)\n"
    "        came.append(n)\ntask = asyncio.create_task(later())",
    "len(came)",
    "display(1, 2)\nhandle = display('first', display_id='one')",
    "handle.update('second')",
    "from IPython.display import HTML, clear_output\nprint('gone')\nclear_output()\nHTML('<b>&</b>')",
    "import matplotlib.pyplot as plt\nplt.plot([1, 3, 2])\nplt.show()",
    "import ipywidgets\nbox = ipywidgets.Output()\nipywidgets.VBox([box, ipywidgets.IntSlider(3)])",
    "with box:\n    print('inside')",
    "box.outputs",
    "print('long ' * 200_000)",
    "import warnings\nwarnings.warn('careful', stacklevel=1)",
    "class Odd:\n    def _repr_html_(self): raise ValueError('no')\n    def __repr__(self): return 'odd'\nOdd()",
    "%time 1\nNone",
    "_, __, In[2][:9], len(Out)",
    "input()",
    "raise",
]
# Starting the stock engine's kernel takes seconds: all in one script, and each once more in one of the others.
COMPARED = {
    "zh-Hans": ("trainee", "cohort", "currency", "drill", "drill-gone"),
    "zh-Hant": ("cohort", "drill"),
    "en": ("trainee", "currency"),
}
FAILS = "def deep(n):\n    return 1 / n if n == 0 else deep(n - 1)\nprint('before')\ndeep(2)"


def notebook(*sources, tags=()):
    cells = [nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)}) for source in sources]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def ran(source, engine, folder, **options):
    """The notebook as papermill leaves it, after its run or its failure."""
    path = folder / f"{engine}.ipynb"
    with contextlib.suppress(papermill.PapermillExecutionError):
        papermill.execute_notebook(source, path, engine_name=engine, progress_bar=False, cwd=folder, **options)
    return nbformat.read(path, as_version=4)


def said(cell):
    """What a cell came to, without what no two runs share."""
    text = json.dumps([cell.get("execution_count"), cell.get("outputs")], sort_keys=True, ensure_ascii=False)
    return re.sub(r"(CPU times|Wall time)[^\\]*", r"\1", MACHINE.sub("?", text))


def same(one, other):
    assert [c.source for c in one.cells] == [c.source for c in other.cells]
    for a, b in zip(one.cells, other.cells, strict=True):
        assert said(a) == said(b), a.source
        assert a.metadata.papermill.status == b.metadata.papermill.status if "papermill" in a.metadata else True
    assert one.metadata.language_info == other.metadata.language_info


def test_everything_a_kernel_can_say_is_kept_as_the_stock_engine_keeps_it(tmp_path, monkeypatch):
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # the stock kernel captures no descriptors where it sees this
    source = notebook(*EVERYTHING, tags=["raises-exception"])
    source.cells.append(nbformat.v4.new_code_cell(FAILS))
    source.cells.append(nbformat.v4.new_code_cell("'never'"))
    ours = ran(source, warm.NAME, tmp_path)
    # On a busy machine the stock kernel may show what a descriptor got under the next cell, and now and then it does not
    # answer at all: client and kernel both wait.
    for left in reversed(range(5)):
        try:
            stock = ran(source, "nbclient", tmp_path, execution_timeout=60)
        except CellTimeoutError:
            assert left
            continue
        if [said(cell) for cell in ours.cells] == [said(cell) for cell in stock.cells]:
            break
    same(ours, stock)
    assert ours.cells[-1].execution_count is None and ours.cells[-2].outputs[-1].ename == "ZeroDivisionError"
    widgets = [json.dumps(one.metadata.widgets, sort_keys=True) for one in (ours, stock)]
    assert len({len(text) for text in widgets}) == 1 and "inside" in widgets[0]


def jobs(book, lang):
    """A Job for each template, and one that fails."""
    events = record.written(sample.events(book, lang))
    day = {"lang": lang, "made_on": "2026-11-24"}
    yield make.Job("trainee", {**day, "learner": sample.LEARNER, "name": "林 <b>晓"}, events, "trainee")
    yield make.Job("cohort", {**day, "members": 3, "sample": True}, events, "cohort")
    yield make.Job("currency", {**day, "since": "2025-11-24"}, "", "currency")
    controls, drilled = sample.of_drill(book, drills.load("police-lookup", book), lang, size=4)
    yield make.Job("drill", {**day, "drill": controls[0].drill, "names": {"sample-002": "=1+1"}},
                   record.written([*controls, *drilled]), "drill")  # fmt: skip
    yield make.Job("drill", {**day, "drill": "no-such", "names": {}}, "", "drill-gone")


@pytest.mark.parametrize("lang", COMPARED)
def test_every_template_comes_out_the_same_cell_by_cell_and_to_the_byte(book, tmp_path, lang):
    asked = [job for job in jobs(book, lang) if job.name in COMPARED[lang]]
    assert sorted(job.name for job in asked) == sorted(COMPARED[lang])
    for job in asked:
        made, cells = [], []
        for engine in (warm.NAME, None):
            out = tmp_path / f"{job.name}-{engine}"
            try:
                kept = make.make(job, out, engine).notebook
                assert job.name != "drill-gone"
            except make.ReportFailed as failed:  # a drill that is on no record: both have to fail, and alike
                assert job.name == "drill-gone" and failed.cause == "data"
                kept = failed.notebook
            cells.append(nbformat.read(kept, as_version=4))
            made.append({path.name: MACHINE.sub("?", path.read_text("utf-8")) for path in out.iterdir()})
        same(*cells)
        assert made[0] and made[0] == made[1]


def test_every_template_is_compared():
    templates = {name.removesuffix(".ipynb") for name in build.built() if name.startswith("reports/")}
    assert {f"reports/{name.removesuffix('-gone')}" for name in COMPARED["zh-Hans"]} == templates
    assert {name for lang in ("zh-Hant", "en") for name in COMPARED[lang]} == {t[len("reports/") :] for t in templates}


def test_nothing_leaks_from_one_report_into_the_next(tmp_path):
    dirty = notebook(
        "import os, sys, json, builtins, random\nos.environ['LEAK'] = '1'\nos.chdir('/')\nsys.path.insert(0, '/leak')\n"
        "json.LEAK = builtins.LEAK = 1\nrandom.seed(1)\nimport threading, time\n"
        "threading.Thread(target=time.sleep, args=(60,)).start()\nimport subprocess\nprint(subprocess.Popen(['sleep', '60']).pid)"
    )
    look = notebook(
        "import os, sys, json, builtins\nprint(os.environ.get('LEAK'), os.getcwd() == '/', '/leak' in sys.path, "
        "hasattr(json, 'LEAK'), hasattr(builtins, 'LEAK'), len(In), 'dirty' in globals())"
    )
    first = ran(dirty, warm.NAME, tmp_path)
    assert ran(look, warm.NAME, tmp_path).cells[0].outputs[0].text == "None False False False False 2 False\n"
    assert "LEAK" not in os.environ
    grandchild = int(first.cells[0].outputs[0].text)
    _, alive = psutil.wait_procs([psutil.Process(grandchild)] if psutil.pid_exists(grandchild) else [], timeout=5)
    assert not alive  # what a cell has started ends with it


def at_work(cell, folder, limits):
    """`(pid, pipe)` of a worker that makes a report of a notebook with this cell."""
    source = notebook("lang: str = None", tags=["parameters"])
    source.cells.append(nbformat.v4.new_code_cell(cell))
    nbformat.write(source, folder / "template.ipynb")
    pipe = process.forked("worker")
    pid = pipe.recv()
    job = make.Job(str(folder / "template"), {"lang": "en"}, "", "report")
    pipe.send(factory.Make(job, str(folder / "out"), warm.NAME, limits))
    return pid, pipe


def test_a_kernel_ends_with_the_worker_that_asked_for_it(tmp_path):
    loops, told = "import os, pathlib\npathlib.Path({!r}).write_text(f'{{os.getpid()}}.')\nwhile True: pass", tmp_path / "pid"
    worker, pipe = at_work(loops.format(str(told)), tmp_path, make.Limits(seconds=300))
    while not (told.exists() and told.read_text().endswith(".")):
        assert not pipe.poll(0.05), pipe.recv()
    kernel = psutil.Process(int(told.read_text()[:-1]))
    os.kill(worker, signal.SIGKILL)
    assert not psutil.wait_procs([kernel], timeout=20)[1]


def test_the_kernel_of_a_worker_has_the_environment_of_a_kernel(tmp_path):
    looks, told = "import os, pathlib\npathlib.Path({!r}).write_text(os.environ['MPLBACKEND'])", tmp_path / "told"
    _, pipe = at_work(looks.format(str(told)), tmp_path, make.Limits())
    pipe.recv()  # that it failed: there is no title for such a report
    assert "matplotlib_inline" in told.read_text()


def test_a_cell_may_close_its_streams_and_the_kernel_still_ends_with_the_run(tmp_path):
    closes = "import os, sys, threading\nsys.stdout.close()\nos.write(1, b'lost')\nimport time\ntime.sleep(0.5)"
    done = ran(notebook(closes, "len(threading.enumerate())"), warm.NAME, tmp_path)
    assert done.cells[1].outputs[-1].data["text/plain"] == "2"  # the cell's own, and the one that watches


def test_the_callers_environment_and_folder_are_the_cells(tmp_path, monkeypatch):
    monkeypatch.setenv("RIGHTDOOR_TEST", "seen")
    (tmp_path / "beside.py").write_text("VALUE = 7\n")
    done = ran(notebook("import os, beside\nbeside.VALUE, os.environ['RIGHTDOOR_TEST']"), warm.NAME, tmp_path)
    assert done.cells[0].outputs[0].data["text/plain"] == "(7, 'seen')"


def test_what_a_program_prints_stands_under_the_cell_that_started_it(tmp_path):
    done = ran(notebook(*["import os\nos.system('printf 中文; printf %5000d 1 >&2')"] * 5), warm.NAME, tmp_path)
    for cell in done.cells:
        texts = {out.name: out.text for out in cell.outputs if out.output_type == "stream"}
        assert texts == {"stdout": "中文", "stderr": f"{1:5000d}"}


def test_the_times_of_a_cell_are_the_kernels_which_is_ahead_of_who_hears_it(tmp_path):
    done = ran(notebook("import time\ntime.sleep(0.3)", "1", "time.sleep(0.3)"), warm.NAME, tmp_path)
    about = [cell.metadata.papermill for cell in done.cells]
    assert about[0].duration >= 0.3 > about[1].duration and about[2].duration >= 0.3
    times = [datetime.fromisoformat(one[name]) for one in about for name in ("start_time", "end_time")]
    assert times == sorted(times)
    for one in about:
        took = datetime.fromisoformat(one.end_time) - datetime.fromisoformat(one.start_time)
        assert took.total_seconds() == pytest.approx(one.duration, abs=1e-5)


def test_what_was_said_before_a_kernel_died_is_kept_and_the_cell_in_which_it_died_is_known(tmp_path):
    dies = notebook("print('first')", "'second'", "import os\nos._exit(3)", "'never'")
    with pytest.raises(DeadKernelError):
        ran(dies, warm.NAME, tmp_path)
    kept = nbformat.read(tmp_path / f"{warm.NAME}.ipynb", as_version=4).cells
    assert kept[0].outputs[0].text == "first\n" and kept[1].outputs[0].data["text/plain"] == "'second'"
    assert [bool(cell.metadata.papermill.start_time) for cell in kept] == [True, True, True, False]


def test_an_output_that_no_notebook_may_hold_is_refused(tmp_path):
    wrong = notebook("from IPython.display import display\ndisplay({'text/plain': {'no': 'text'}}, raw=True)")
    with pytest.raises(nbformat.ValidationError):
        ran(wrong, warm.NAME, tmp_path)


def test_another_language_is_refused_with_the_way_out(tmp_path):
    other = notebook("1")
    other.metadata.kernelspec.language = "R"
    with pytest.raises(papermill.PapermillException, match="--engine nbclient"):
        papermill.execute_notebook(other, None, engine_name=warm.NAME, kernel_name="ir", progress_bar=False)


def test_the_papermill_command_knows_the_engine_and_other_runs_do_not_pay_for_it(tmp_path):
    nbformat.write(notebook("print('by hand')"), tmp_path / "in.ipynb")
    command = [sys.executable, "-m", "papermill", "in.ipynb", "out.ipynb", "--engine", warm.NAME]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert nbformat.read(tmp_path / "out.ipynb", as_version=4).cells[0].outputs[0].text == "by hand\n"
    script = "import sys, papermill; print([m for m in sys.modules if m.startswith('rightdoor')])"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True)
    assert set(eval(loaded.stdout)) <= {"rightdoor", "rightdoor.reports", "rightdoor.reports.warm"}
