"""What one trainee's report costs, against the ways people run notebooks in batch, in the same run.

    python benchmarks/reports.py

Same notebook, same record, .ipynb and HTML both written. Each way runs in a process of its own, at two numbers of
reports, so that its cost for each further report can be told from its start; the ways take turns. `cpu` is the
processor time of the whole family of processes; ratios are of that, since a busy machine falsifies the clock and not
the work, and ratios by the clock stand beside. Then 200 and 2,000 reports, and pages printed to PDF.

    loop      papermill.execute_notebook and one reused nbconvert.HTMLExporter, one process
    pool      the same in two processes
    command   `papermill` and `jupyter nbconvert` for each
    ploomber  ploomber-engine in one process, no report shielded from another; installed apart, for this run only
    floor     the cells by exec in one warm process, and the reused exporter
    floors    the same in two processes that share nothing: what two processors of this machine give
    ours      rightdoor report, one at a time (ours1) and two (ours2); each report in a process of its own
"""

import ast
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from multiprocessing import Pool
from pathlib import Path
from statistics import median

from table import Row, at_least, at_most, show

HERE = Path(__file__).resolve()
APART = (
    "ploomber-engine",
    "ploomber-core",
    "posthog",
    "debuglater",
    "backoff",
    "colorama",
    "distro",
    "python-dateutil",
)
SIZES = {"loop": (1, 4), "pool": (2, 8), "command": (0, 1), "ploomber": (2, 12), "floor": (5, 85), "floors": (10, 170), "ours1": (5, 85),
         "ours2": (10, 170)}  # fmt: skip
CLOCK, CPU = 0, 1
ROUNDS = {"loop": 1, "pool": 3, "command": 1, "ploomber": 3, "floor": 11, "floors": 11, "ours1": 11, "ours2": 11}


# ---- the ways, each run as `python benchmarks/reports.py WAY N FOLDER` -----------------------------------------------


def given(folder):
    """`(path of the template, parameters, lang)`, with the record beside in `folder`."""
    values = json.loads((folder / "parameters.json").read_text("utf-8"))
    return folder / "trainee.ipynb", values


def exporter():
    """nbconvert's exporter with the template of our reports."""
    from nbconvert.exporters import HTMLExporter

    from rightdoor.reports.export import TEMPLATES

    return HTMLExporter(template_name="rightdoor", extra_template_basedirs=[str(TEMPLATES)])


def page(html, notebook):
    return html.from_notebook_node(notebook, resources={"report": {"title": "report", "lang": "zh-Hans"}})[0]


def one(job):
    """A report as papermill's users make it: `(number, folder, engine)`."""
    import papermill

    number, folder, engine, html = job
    template, values = given(folder)
    made = papermill.execute_notebook(
        str(template), str(folder / f"{number}.ipynb"), values, engine_name=engine, progress_bar=False, cwd=str(folder)
    )
    (folder / f"{number}.html").write_text(page(html or exporter(), made), "utf-8")


def loop(count, folder, engine=None):
    html = exporter()
    for number in range(count):
        one((number, folder, engine, html))


def pool(count, folder):
    with Pool(2) as workers:
        workers.map(part, [(range(n, count, 2), folder) for n in (0, 1)], chunksize=1)


def part(work):
    numbers, folder = work
    html = exporter()
    for number in numbers:
        one((number, folder, None, html))


def ploomber(count, folder):
    loop(count, folder, "embedded")


def command(count, folder):
    template, values = given(folder)
    words = [word for name, value in values.items() for word in ("-p", name, str(value))]
    for number in range(count):
        run = [sys.executable, "-m", "papermill", str(template), f"{number}.ipynb", *words]
        subprocess.run(run, cwd=folder, check=True, capture_output=True)
        run = [sys.executable, "-m", "nbconvert", "--to", "html", "--no-input", f"{number}.ipynb"]
        subprocess.run(run, cwd=folder, check=True, capture_output=True)


def floor(numbers, folder):
    """Nothing but the work: the same outputs made by IPython's formatter, both files written."""
    from rightdoor import lean

    lean.skip_iri_grammar()
    import nbformat
    from IPython.core.formatters import DisplayFormatter

    template, values = given(folder)
    html, formatter, read = exporter(), DisplayFormatter(), nbformat.read(template, as_version=4)
    os.chdir(folder)
    for number in numbers:
        notebook, names = nbformat.from_dict(json.loads(json.dumps(read))), {}
        exec(notebook.cells[0].source, names)
        names.update(values)
        for cell in (cell for cell in notebook.cells[1:] if cell.cell_type == "code"):
            tree = ast.parse(cell.source)
            last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, "cell", "exec"), names)
            shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None
            if shown is not None:
                data, about = formatter.format(shown)
                cell.outputs = [nbformat.v4.new_output("execute_result", data, metadata=about, execution_count=1)]
        Path(f"{number}.ipynb").write_text(nbformat.writes(notebook), "utf-8")
        Path(f"{number}.html").write_text(page(html, notebook), "utf-8")


def floors(count, folder):
    with Pool(2) as workers:
        workers.starmap(floor, [(range(n, count, 2), folder) for n in (0, 1)], chunksize=1)


def ours(count, folder, workers):
    from rightdoor.reports import factory, make

    def told(summary):
        if not summary.waiting:  # all processes are still there: nobody waits for what a warm process has forked
            print(f"cpu={family(os.getpid())}", file=sys.stderr)

    _, values = given(folder)
    text = (folder / "record.jsonl").read_text("utf-8")
    jobs = [make.Job("trainee", values, text, f"{number}") for number in range(count)]
    summary = factory.run(jobs, folder, factory.Plan(workers), told)
    assert len(summary.made) == count, summary.failed
    return summary


def pdf(count, folder):
    from rightdoor.reports import factory

    summary = ours(count, folder, 1)
    printed, failed = factory.print_all(summary, folder, 1)
    assert printed == count, failed


WAYS = {"loop": loop, "pool": pool, "command": command, "ploomber": ploomber,
        "floor": lambda count, folder: floor(range(count), folder), "floors": floors,
        "ours1": lambda count, folder: ours(count, folder, 1), "ours2": lambda count, folder: ours(count, folder, 2), "pdf": pdf}  # fmt: skip


# ---- measuring -------------------------------------------------------------------------------------------------------


def prepared(folder):
    """The template, its record and its parameters in a new folder."""
    from rightdoor import tables
    from rightdoor.reports import make, record, sample

    folder.mkdir(parents=True)
    shutil.copy(make.notebooks_folder() / "reports" / "trainee.ipynb", folder)
    text = record.written(sample.events(tables.load(), "zh-Hans"))
    (folder / "record.jsonl").write_text(text, "utf-8")
    values = {"learner": sample.LEARNER, "lang": "zh-Hans", "made_on": "2026-11-24"}
    (folder / "parameters.json").write_text(json.dumps(values), "utf-8")


def measured(way, count, base, apart):
    """`(seconds by the clock, seconds of processor, peak MiB of the largest process)` of a way at a number of reports."""
    folder = base / f"{way}-{count}-{time.monotonic_ns()}"
    shutil.copytree(base / "given", folder)
    environment = {**os.environ, "PLOOMBER_STATS_ENABLED": "false"}
    if way == "ploomber":
        environment["PYTHONPATH"] = str(apart)
    begun = time.perf_counter()
    run = subprocess.Popen(
        [sys.executable, str(HERE), way, str(count), str(folder)], env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    error = run.stderr.read()
    _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    clock = time.perf_counter() - begun
    if run.returncode:
        raise SystemExit(f"{way}: {error.decode()[-2000:]}")
    assert len(list(folder.glob("*.html"))) == count, way
    shutil.rmtree(folder)
    cpu = float(error.split(b"cpu=")[-1]) if b"cpu=" in error else used.ru_utime + used.ru_stime
    return clock, cpu, used.ru_maxrss / 1024


def marginal(base, apart):
    """`({way: [(seconds by the clock, of processor, for each further report) of each round]}, {way: peak MiB})`.

    In a round the ways take turns, so that what else the machine does meets them alike.
    """
    costs, peaks = {way: [] for way in SIZES}, {way: [] for way in SIZES}
    for turn in range(max(ROUNDS.values())):
        for way, (few, many) in SIZES.items():
            if turn < ROUNDS[way]:
                low = measured(way, few, base, apart) if few else (0, 0, 0)
                high = measured(way, many, base, apart)
                costs[way].append(tuple((high[n] - low[n]) / (many - few) for n in (CLOCK, CPU)))
                peaks[way].append(high[2])
    return costs, {way: median(found) for way, found in peaks.items()}


def family(pid):
    """Processor seconds of a process and of all below it that still run or were waited for."""
    import psutil

    total = 0.0
    with contextlib.suppress(psutil.Error):
        for one in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
            with contextlib.suppress(psutil.Error):
                total += sum(one.cpu_times()[:4])
    return total


def peer(base):
    """ploomber-engine in a folder of its own: it must not enter our environment."""
    apart = base / "apart"
    run = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-deps", "--target", str(apart), *APART]
    subprocess.run(run, check=True)
    return apart


def main():
    """Measure every way and print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        prepared(base / "given")
        apart = peer(base)
        costs, peaks = marginal(base, apart)
        rows = [
            Row(f"{way}: {kind} for each further report", 1000 * median(cost[n] for cost in found), "ms")
            for way, found in costs.items()
            for n, kind in ((CPU, "processor"), (CLOCK, "clock"))
        ]
        rows += [Row(f"{way}: largest process", peak, "MiB") for way, peak in peaks.items()]
        rows += [*ratios(costs), *large(base, apart)]
    return show(rows)


def ratios(costs):
    """What the ways cost against each other: the median of the ratios of the rounds that have both."""

    def against(one, other, n):
        return median(a[n] / b[n] for a, b in zip(costs[one], costs[other], strict=False))

    return [
        at_most("reports, one at a time / floor, processor", against("ours1", "floor", CPU), 1.5),
        Row("reports, one at a time / floor, clock", against("ours1", "floor", CLOCK), "x"),
        at_least("reports, one at a time / two at a time, clock", against("ours1", "ours2", CLOCK), 1.8),
        Row("reports, floor / two floors side by side, clock", against("floor", "floors", CLOCK), "x"),
        at_least("reports, ploomber-engine / one at a time, processor", against("ploomber", "ours1", CPU), 1),
        at_least("reports, pool of two / two at a time, clock", against("pool", "ours2", CLOCK), 6),
        Row("reports, pool of two / two at a time, processor", against("pool", "ours2", CPU), "x"),
        Row("reports, papermill loop / one at a time, processor", against("loop", "ours1", CPU), "x"),
        Row("reports, commands / one at a time, processor", against("command", "ours1", CPU), "x"),
    ]


def large(base, apart):
    """Ten printed to PDF; two hundred and two thousand, whole and for each beyond the run before."""
    printing = [measured("pdf", 10, base, apart)[0] - measured("ours1", 10, base, apart)[0] for _ in range(3)]
    rows = [Row("a page to PDF, one browser kept open, its start included: clock", 100 * median(printing), "ms")]
    fewer, spent = 10, measured("ours2", 10, base, apart)[1]
    for count in (200, 2000):
        clock, cpu, peak = measured("ours2", count, base, apart)
        each = 1000 * (cpu - spent) / (count - fewer)
        rows.append(Row(f"{count} reports, two at a time: processor for each beyond {fewer}", each, "ms"))
        rows.append(Row(f"{count} reports, two at a time: largest process", peak, "MiB"))
        if count == 200:
            rows.append(at_most("200 reports with HTML, start included, clock", clock, 45, "s"))
        fewer, spent = count, cpu
    return rows


if __name__ == "__main__":
    if len(sys.argv) > 2:
        WAYS[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(main())
