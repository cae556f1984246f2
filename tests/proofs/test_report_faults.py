"""Two hundred reports with every fault planted: the run ends, names the culprits, and goes on with those alone.

A dead kernel, an endless loop, a memory hog, a wrong parameter, a record that cannot be read, a full disk, the runner
killed with -9, a worker of a cluster killed. Everything else is there and the same, byte for byte, as in a run that
nothing disturbed. Reduced: twelve reports.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import nbformat
import psutil
import pytest
from sizes import full, report

from rightdoor.reports import factory, make, record, sample
from rightdoor.reports.factory import manifest

COUNT = 200 if full() else 12
SECONDS = 20 if full() else 8
LIMITS = make.Limits(seconds=SECONDS, memory_mb=800)
PLAN = factory.Plan(workers=2, limits=LIMITS)
FAULTS = {
    "kernel": "import os; os._exit(9)",
    "time": "while True: pass",
    "memory": "hog = bytearray(3 << 30)",
}
# What a run is given is written to a file, so that another process can be the runner.
RUNNER = """
import json, sys
from pathlib import Path
from rightdoor.reports import factory, make
jobs = [make.Job(**job) for job in json.loads(Path(sys.argv[1]).read_text("utf-8"))]
plan = factory.Plan(workers=2, resume="--resume" in sys.argv, limits=make.Limits(120, 800))
summary = factory.run(jobs, sys.argv[2], plan)
print(json.dumps([[row.name, row.cause] for row in summary.rows] + [[name, "waits"] for name in summary.waiting]))
"""


@pytest.fixture(scope="module")
def jobs(book):
    """Reports of learners who have come to different points of the same case."""
    events = sample.events(book, "zh-Hans")
    made = []
    for n in range(COUNT):
        code = f"learner-{n:03d}"
        mine = [replace(event, learner=code) for event in events[: 2 + n % (len(events) - 1)]]
        values = {"learner": code, "lang": "zh-Hans", "made_on": "2026-11-24"}
        made.append(make.Job("trainee", values, record.written(mine), f"trainee-{code}"))
    return made


@pytest.fixture(scope="module")
def undisturbed(jobs, tmp_path_factory):
    """`{file: bytes}` of the run that nothing disturbs."""
    out = tmp_path_factory.mktemp("undisturbed")
    summary = factory.run(jobs, out, replace(PLAN, limits=replace(LIMITS, seconds=120)))  # a slow machine is no fault
    assert (len(summary.made), summary.failed, summary.waiting) == (COUNT, [], [])
    report(f"{COUNT} reports, two at a time: {summary.seconds:.1f} s")
    return files(out)


def files(out):
    """`{name: bytes}` of the reports in a folder."""
    return {path.name: path.read_bytes() for path in Path(out).iterdir() if path.suffix in (".html", ".ipynb")}


def faulty(cause, folder):
    """A template whose third cell goes wrong."""
    template = nbformat.read(make.notebooks_folder() / "reports" / "trainee.ipynb", as_version=4)
    template.cells[2].source = FAULTS[cause]
    nbformat.write(template, folder / f"{cause}.ipynb")
    return str(folder / cause)


def written(jobs, folder):
    """The file from which RUNNER reads the Jobs."""
    path = folder / "jobs.json"
    path.write_text(json.dumps([{key: getattr(job, key) for key in job.__slots__} for job in jobs]), "utf-8")
    return path


def test_every_culprit_is_named_and_only_those_are_made_again(jobs, undisturbed, tmp_path):
    out, places = tmp_path / "out", dict(zip([1, 3, 5, 7, 9], [*FAULTS, "parameter", "data"], strict=True))
    planted = list(jobs)
    for place, cause in places.items():
        change = {
            "parameter": {"parameters": {**jobs[place].parameters, "colour": "red"}},
            "data": {"record": jobs[place].record + '{"kind": "answered"}\n'},
        }.get(cause) or {"template": faulty(cause, tmp_path)}
        planted[place] = replace(jobs[place], **change)
    summary = factory.run(planted, out, PLAN)
    assert {row.name: row.cause for row in summary.failed} == {jobs[n].name: cause for n, cause in places.items()}
    assert {row.cause: row.tries for row in summary.failed if row.tries > 1} == {"kernel": 2, "time": 2}
    assert len(summary.made) == COUNT - len(places) and not summary.waiting
    culprits = {jobs[n].name for n in places}
    expected = {name: data for name, data in undisturbed.items() if name.split(".")[0] not in culprits}
    kept = {f"{jobs[n].name}.failed.ipynb" for n, cause in places.items() if cause != "parameter"}
    there = files(out)
    assert set(there) - set(expected) == kept and {name: there[name] for name in expected} == expected

    again = factory.run(planted, out, replace(PLAN, failed_only=True, limits=replace(LIMITS, seconds=2)))
    assert {row.name for row in again.rows} == culprits and not again.made
    mended = factory.run(jobs, out, replace(PLAN, resume=True))
    assert {row.name for row in mended.made} == culprits and len(mended.kept) == COUNT - len(places)
    assert files(out) == undisturbed


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_runner_that_is_killed_or_stopped_goes_on_where_it_was(jobs, undisturbed, tmp_path, how):
    out, path = tmp_path / "out", written(jobs, tmp_path)
    runner = subprocess.Popen([sys.executable, "-c", RUNNER, str(path), str(out)], stdout=subprocess.PIPE)
    while len(rows(out)) < COUNT // 3:
        assert runner.poll() is None
        time.sleep(0.01)
    family = psutil.Process(runner.pid).children(recursive=True)
    runner.send_signal(how)
    told, _ = runner.communicate(timeout=30)  # at once: it waits for no report
    gone, alive = psutil.wait_procs(family, timeout=30)
    assert not alive and len(gone) >= 3  # the warm process, two workers, and a kernel most of the time
    before = set(rows(out))
    if how == signal.SIGINT:
        assert dict(json.loads(told)) == {job.name: "" if job.name in before else "waits" for job in jobs}
    done = subprocess.run(
        [sys.executable, "-c", RUNNER, str(path), str(out), "--resume"], capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stderr
    assert sorted(json.loads(done.stdout)) == [[job.name, ""] for job in jobs if job.name not in before]
    assert files(out) == undisturbed and not [name for name in os.listdir(out) if name.endswith(".part")]


def rows(out):
    """The names in the manifest."""
    return [row.name for row in manifest.read(out)]


FULL_DISK = f"""
import os, subprocess, sys
disk, path = sys.argv[1:3]
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk], check=True)
free = os.statvfs(disk)
with open(f"{{disk}}/filler", "wb") as filler:
    filler.write(bytes(free.f_bavail * free.f_frsize - 150_000))
sys.argv[1:] = [path, disk]
RUNNER = {RUNNER!r}
exec(RUNNER)
os.unlink(f"{{disk}}/filler")
sys.argv.append("--resume")
exec(RUNNER)
import shutil
for name in os.listdir(disk):
    shutil.copy(f"{{disk}}/{{name}}", sys.argv[1] + ".out")
"""


def test_a_full_disk_ends_the_run_and_room_lets_it_go_on(jobs, undisturbed, tmp_path):
    disk, path = tmp_path / "disk", written(jobs, tmp_path)
    disk.mkdir()
    copied = Path(f"{path}.out")
    copied.mkdir()
    own = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--user", "--map-root-user"])
    done = subprocess.run(
        [*own, sys.executable, "-c", FULL_DISK, str(disk), str(path)], capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, done.stderr
    first, second = (dict(json.loads(line)) for line in done.stdout.splitlines())
    made = {name for name, cause in first.items() if not cause}
    count = Counter(first.values())
    assert 0 < count[""] < COUNT and 1 <= count["disk"] <= 2 and sum(count.values()) == COUNT
    assert second == {name: "" for name in first if name not in made}
    assert files(copied) == undisturbed


def test_a_worker_of_a_cluster_that_is_killed_costs_no_report(jobs, undisturbed, tmp_path):
    few = jobs[: 40 if full() else 8]
    started = []

    def start(*arguments):
        log = open(tmp_path / f"{len(started)}.log", "w")  # noqa: SIM115
        command = [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]]
        started.append(subprocess.Popen(command, stdout=log, stderr=log, cwd=tmp_path))
        return started[-1]

    place = tmp_path / "scheduler.json"
    try:
        start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(place))
        wait_for(place.exists)
        address = json.loads(place.read_text())["address"]
        workers = [
            start("dask_worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", str(tmp_path))
            for _ in range(2)
        ]  # fmt: skip
        out = tmp_path / "out"

        def kill_one(summary):
            if len(summary.rows) == 3:
                workers[0].kill()

        summary = factory.run(few, out, replace(PLAN, scheduler=address), kill_one)
        assert workers[0].wait(10) == -signal.SIGKILL
        assert (len(summary.made), summary.failed, summary.waiting) == (len(few), [], [])
        names = {job.name for job in few}
        assert files(out) == {name: data for name, data in undisturbed.items() if name.split(".")[0] in names}
    finally:
        family = [child for one in started for child in children(one)]
        for one in started[::-1]:
            one.kill()
            one.wait()
        _, alive = psutil.wait_procs(family, timeout=30)
    assert not alive
    shutil.rmtree(tmp_path, ignore_errors=True)


def children(started):
    try:
        return psutil.Process(started.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def wait_for(there):
    for _ in range(600):
        if there():
            return
        time.sleep(0.1)
    raise AssertionError("it did not start within a minute")
