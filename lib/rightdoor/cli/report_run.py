"""The run behind `rightdoor report`: progress while it goes, and what became of it."""

import json
import os
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rightdoor.cli.parser import printable
from rightdoor.cli.progress import Progress
from rightdoor.text import Pair, say

NOTHING_YET = Pair(
    "以下代码还没有练习记录，报告里也这样写：{codes}",
    "Nothing is recorded yet under these codes, and their reports say so: {codes}",
)
NOBODY = Pair("名册里没有人，没有报告可做。", "There is nobody on the roster, so there is no report to make.")
MAKING = Pair("正在生成报告 {n}", "Making reports {n}")
PRINTING = Pair("正在生成 PDF {n}", "Printing to PDF {n}")
MADE = Pair(
    "做好 {made} 份，失败 {failed} 份，沿用 {kept} 份，未做 {waiting} 份；用时 {seconds} 秒。",
    "{made} made, {failed} failed, {kept} left as they were, {waiting} not begun; {seconds} seconds.",
)
PRINTED = Pair("PDF {n} 份；用时 {seconds} 秒。", "{n} PDFs; {seconds} seconds.")
STOPPED = Pair(
    "已停止。做好的都在；加上 --resume 再运行一次，就接着做。",
    "Stopped. What was made is there; run the same command with --resume to go on.",
)
DISK = Pair(
    "写不进去了，所以没有再做下去。腾出空间后，加上 --resume 再运行一次。",
    "Nothing more can be written, so the run ended. Make room, then run the same command with --resume.",
)
AGAIN = Pair(
    "改好之后，加上 --failed-only 只重做失败的。",
    "When the cause is mended, --failed-only makes only those that failed.",
)
TOO_FEW = Pair("--jobs、--limit、--memory 要大于 0。", "--jobs, --limit and --memory must be greater than 0.")


def day_of(args):
    """The day that the reports bear: as told, of the run that is gone on with, or today."""
    from rightdoor.reports.factory import manifest

    before = manifest.day(args.out) if args.resume or args.failed_only else None
    return args.on or before or date.today()


@contextmanager
def log_of(args):
    """The log, which may have something to say about itself. StoreError when it cannot be read."""
    from rightdoor import records

    log = records.Log()
    try:
        if log.report:  # a damaged file was set aside: the reader should know why something is missing
            _note(log.report, args.lang)
        yield log
    finally:
        log.close()


def run(jobs, args):
    """Make the Jobs as the arguments say and tell the outcome; returns the exit code."""
    from rightdoor.cli import complain
    from rightdoor.reports import factory, make
    from rightdoor.tables import Problem

    if (args.jobs is not None and args.jobs < 1) or args.limit <= 0 or args.memory < 1:
        return complain([Problem("", TOO_FEW)], args.lang)
    if not jobs:
        return complain([Problem("", NOBODY)], args.lang)
    workers = args.jobs or _processors()
    plan = factory.Plan(workers, limits=make.Limits(args.limit, args.memory), resume=args.resume,
                        failed_only=args.failed_only, scheduler=args.scheduler)  # fmt: skip
    if args.engine:
        plan = factory.with_engine(plan, args.engine)
    with Progress(MAKING, args.lang) as told:
        summary = factory.run(jobs, args.out, plan, lambda s: told(len(s.rows), len(s.rows) + len(s.waiting)))
    pages = Pages() if args.no_pdf or summary.stopped else _printed(summary, workers, args)
    _tell(jobs, summary, pages, args)
    return 1 if summary.failed or summary.waiting or summary.stopped or pages.failed else 0


@dataclass(frozen=True, slots=True)
class Pages:
    """What was printed: how many, in how many seconds, and the Results that failed."""

    count: int = 0
    seconds: float = 0.0
    failed: list = field(default_factory=list)


def _printed(summary, workers, args):
    """Print what was made. A missing browser is told and is no failure of the run."""
    from rightdoor.reports import factory

    begun = time.monotonic()
    try:
        with Progress(PRINTING, args.lang) as told:
            count, failed = factory.print_all(summary, args.out, workers, told)
    except KeyboardInterrupt:
        summary.stopped = True
        return Pages()
    for result in failed:
        _note(result.says, args.lang)
    return Pages(count, time.monotonic() - begun, [result for result in failed if result.cause != "missing"])


def _tell(jobs, summary, pages, args):
    """Say what became of the run: files and JSON to standard output, the rest to standard error."""
    from rightdoor.reports.causes import CAUSES

    for row in sorted(summary.failed, key=lambda row: row.name):
        label = say(CAUSES[row.cause], args.lang)
        name = f"{row.name} [{label}] " if len(jobs) > 1 else ""
        _note(Pair(name + row.says["zh"], name + row.says["en"]), args.lang)
    empty = _empty(jobs, summary)
    if sys.stderr.isatty() or not args.json:  # what went well is in the JSON; a nightly run need not say it twice
        if empty:
            _note(NOTHING_YET.format(codes=", ".join(empty)), args.lang)
        if len(jobs) > 1 or summary.stopped:
            _note(MADE.format(made=len(summary.made), failed=len(summary.failed), kept=len(summary.kept),
                              waiting=len(summary.waiting), seconds=f"{summary.seconds:.1f}"), args.lang)  # fmt: skip
            if pages.count:
                _note(PRINTED.format(n=pages.count, seconds=f"{pages.seconds:.1f}"), args.lang)
    if summary.stopped:
        _note(STOPPED, args.lang)
    elif any(row.cause == "disk" for row in summary.failed):
        _note(DISK, args.lang)
    elif len(jobs) > 1 and summary.failed:
        _note(AGAIN, args.lang)
    _results(jobs, summary, pages, args)


def _empty(jobs, summary):
    """The codes of those who have a report that says that nothing is recorded yet."""
    there = {row.name for row in summary.made}.union(summary.kept)
    of_one = [job for job in jobs if "learner" in job.parameters and job.name in there]
    return [job.parameters["learner"] for job in of_one if not job.record]


def _results(jobs, summary, pages, args):
    out = Path(args.out).resolve()
    names = [row.name for row in summary.made] + summary.kept
    if args.json:
        failed = [
            {"name": row.name, "cause": row.cause, "says": row.says, "tries": row.tries} for row in summary.failed
        ]
        print(json.dumps({
            "out": str(out), "made": [row.name for row in summary.made], "failed": failed, "kept": summary.kept,
            "waiting": summary.waiting, "empty": _empty(jobs, summary), "stopped": summary.stopped, "printed": pages.count,
            "unprinted": [one.name for one in pages.failed], "seconds": round(summary.seconds + pages.seconds, 1),
        }, ensure_ascii=False))  # fmt: skip
    elif len(jobs) > 1:
        print(out)
    else:
        files = [out / f"{name}.{kind}" for name in names for kind in ("html", "ipynb", "pdf")]
        for file in files:
            if file.exists() and not (args.no_pdf and file.suffix == ".pdf"):
                print(file)
    if args.open and names:
        _open(out / f"{names[0]}.html" if len(jobs) == 1 else out, args.lang)


def _processors():
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _open(path, lang):
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        browser = None
    # without a screen only browsers for the terminal are left, and they would take it over
    if browser is None or type(browser) is webbrowser.GenericBrowser or not browser.open(path.resolve().as_uri()):
        _note(
            Pair(
                "这里打不开浏览器，请自己打开上面的文件。",
                "No browser can be opened here; please open the file above yourself.",
            ),
            lang,
        )


def _note(pair, lang):
    print(printable(say(pair, lang)), file=sys.stderr)
