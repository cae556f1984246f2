"""rightdoor report trainee | sample: one learner's record as a notebook and a self-contained HTML page."""

import sys
from datetime import date

from rightdoor.cli import complain
from rightdoor.text import Pair, say

NOTHING_YET = Pair(
    "这个代码还没有练习记录，报告里也这样写。",
    "Nothing is recorded under this code yet, and the report says so.",
)


def add(commands):
    """Add the subcommands of `report`."""
    report = commands.add(
        "report", Pair("生成报告：可以打印、可以发送的网页", "make a report: a page to print or to send")
    ).commands()
    trainee = report.add("trainee", Pair("一名学员的练习报告", "the training report of one learner"), run_trainee)
    sample = report.add(
        "sample",
        Pair("样例报告：由程序按脚本练一遍，没有真人", "a sample: a script works a case, no person behind it"),
        run_sample,
    )
    trainee.option(
        "--learner",
        metavar="CODE",
        help=Pair("学员代码（默认：这台电脑上的代码）", "learner code (default: the code of this computer)"),
    )
    for parser in (trainee, sample):
        parser.option(
            "--out",
            metavar="DIR",
            default="reports",
            help=Pair("放报告的文件夹（默认 reports）", "folder for the report (default: reports)"),
        )
        parser.option(
            "--open", action="store_true", help=Pair("完成后在浏览器中打开", "open it in the browser when it is made")
        )


def run_trainee(args):
    """Print where the report is. Exit 0; 1 when a cell failed; 2 when the code is none or the record cannot be read."""
    from rightdoor import records
    from rightdoor.reports import record

    try:
        learner = args.learner or records.local_code()
        events = _events(learner, args.lang)
    except records.StoreError as error:
        return complain([error.problem], args.lang)
    code = _made(args, learner, record.written(events), f"trainee-{learner}-{args.lang}", sample=False)
    if code == 0 and not events:
        _note(NOTHING_YET, args.lang)
    return code


def _events(learner, lang):
    from rightdoor import records

    log = records.Log()
    try:
        if log.report:  # a damaged file was set aside: the learner should know why something is missing
            _note(log.report, lang)
        return log.events(learner=learner)
    finally:
        log.close()


def run_sample(args):
    """Print where the sample report is. Exit 0; 1 when a cell failed."""
    from rightdoor import tables
    from rightdoor.reports import record, sample

    events = sample.events(tables.load(), args.lang)
    return _made(args, sample.LEARNER, record.written(events), f"sample-{args.lang}", sample=True)


def _made(args, learner, text, name, sample):
    from rightdoor.reports.make import Job, ReportFailed, make

    parameters = {"learner": learner, "lang": args.lang, "made_on": date.today().isoformat(), "sample": sample}
    if sys.stderr.isatty():
        _note(Pair("正在生成报告，大约几秒钟……", "Making the report, a few seconds …"), args.lang)
    try:
        made = make(Job("trainee", parameters, text, name), args.out)
    except ReportFailed as failed:
        _note(failed.says, args.lang)
        return 1
    print(made.html.resolve())
    print(made.notebook.resolve())
    if args.open:
        _open(made.html, args.lang)
    return 0


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
    print(say(pair, lang), file=sys.stderr)
