"""rightdoor report trainee | cohort | drill | currency | sample: reports as pages to print or to send."""

from datetime import timedelta
from functools import partial

from rightdoor.cli.parser import day
from rightdoor.text import Pair

YEAR = timedelta(days=365)


def add(commands):
    """Add the subcommands of `report`."""
    report = commands.add(
        "report", Pair("生成报告：可以打印、可以发送的网页", "make reports: pages to print or to send")
    ).commands()
    trainee = report.add(
        "trainee",
        Pair(
            "学员的练习报告：一名学员，或者名册上的每一个人", "training reports: of one learner, or of each on a roster"
        ),
        partial(run, _trainee),
    )
    who = trainee.add_mutually_exclusive_group()
    trainee.option("--learner", into=who, metavar="CODE", help=Pair(
        "学员代码（默认：这台电脑上的代码）", "learner code (default: the code of this computer)"))  # fmt: skip
    cohort = report.add("cohort", Pair("全班的报告", "the report on a class"), partial(run, _cohort))
    drill = report.add("drill", Pair("一次演练的报告", "the report on a drill"), partial(run, _drill))
    drill.option("drill", metavar="DRILL", help=Pair("演练编号", "the id of the drill"))
    for parser, into in ((trainee, who), (cohort, cohort), (drill, drill)):
        parser.option("--roster", into=into, metavar="FILE", help=Pair(
            "名册文件（code,name,lang）", "the roster, a file of code,name,lang"))  # fmt: skip
    currency = report.add(
        "currency",
        Pair(
            "法律数据的报告：有什么变化，哪些该复核",
            "the report on the law data: what changed, what is due for checking",
        ),
        partial(run, _currency),
    )
    currency.option(
        "--since",
        metavar="DAY",
        type=day,
        help=Pair("从哪天起的变化（默认一年前）", "changes since (default: a year ago)"),
    )
    sample = report.add(
        "sample",
        Pair("样例报告：由程序按脚本练一遍，没有真人", "a sample: a script works a case, no person behind it"),
        partial(run, _sample),
    )
    for parser in (trainee, cohort, drill, currency, sample):
        _options(parser)


def _options(parser):
    """How the reports are made, the same for each kind."""
    option = parser.option
    option("--out", metavar="DIR", default="reports", help=Pair(
        "放报告的文件夹（默认 reports）", "folder for the reports (default: reports)"))  # fmt: skip
    option(
        "--on", metavar="DAY", type=day, help=Pair("报告上的日期（默认今天）", "the day of the report (default: today)")
    )
    option("--open", action="store_true", help=Pair("完成后在浏览器中打开", "open it in the browser when it is made"))
    option("--no-pdf", action="store_true", help=Pair("只要网页，不要 PDF", "pages only, no PDF"))
    option("--jobs", metavar="N", type=int, help=Pair(
        "同时做几份（默认：处理器的个数）", "how many at a time (default: as many as processors)"))  # fmt: skip
    option("--limit", metavar="SECONDS", type=float, default=120, help=Pair(
        "一份报告最多用多少秒（默认 120）", "seconds that a report may take (default: 120)"))  # fmt: skip
    option("--memory", metavar="MB", type=int, default=1024, help=Pair(
        "一份报告最多用多少内存（默认 1024 MB）", "memory that a report may take (default: 1024 MB)"))  # fmt: skip
    option("--resume", action="store_true", help=Pair(
        "接着上次做：已经做好而且没有变化的不再做", "go on: what is made and has not changed is left alone"))  # fmt: skip
    option("--failed-only", action="store_true", help=Pair("只重做上次失败的", "make only what failed last time"))
    option("--engine", choices=("rightdoor", "nbclient"), help=Pair(
        "运行方式：rightdoor 快（只在 Linux 上），nbclient 通用", "how it runs: rightdoor is fast (Linux), nbclient stock"))  # fmt: skip
    option("--scheduler", metavar="ADDRESS", default="", help=Pair(
        "交给 Dask 集群去做：调度器的地址", "let a Dask cluster do it: the address of its scheduler"))  # fmt: skip
    option("--json", action="store_true", help=Pair("结果以 JSON 输出", "print the outcome as JSON"))


def run(jobs_of, args):
    """Make the reports and tell what became of them. Exit 0; 1 when one failed or the run was stopped; 2 bad input."""
    from rightdoor.cli import report_run

    return report_run.run(jobs_of(args, report_run.day_of(args)), args)


def _trainee(args, on):
    from rightdoor import records
    from rightdoor.cli.report_run import log_of
    from rightdoor.reports import jobs, parameters

    with log_of(args) as log:
        if args.roster:
            return jobs.trainee(_roster(args), log, on)
        code = args.learner or records.local_code()
        parameters.form("learner", code)
        return [jobs.learner(code, log, on, args.lang)]


def _cohort(args, on):
    from rightdoor.cli.report_run import log_of
    from rightdoor.reports import jobs

    with log_of(args) as log:
        return jobs.cohort(_roster(args), log, on, args.lang)


def _drill(args, on):
    from rightdoor.cli.report_run import log_of
    from rightdoor.reports import jobs

    with log_of(args) as log:
        return jobs.drill(args.drill, log, on, args.lang, _roster(args))


def _currency(args, on):
    from rightdoor.reports import jobs

    return jobs.currency(args.since or on - YEAR, on, args.lang)


def _sample(args, on):
    from rightdoor import tables
    from rightdoor.reports import make, record, sample

    args.no_pdf = True
    events = sample.events(tables.load(), args.lang)
    parameters = {"learner": sample.LEARNER, "lang": args.lang, "made_on": on.isoformat(), "sample": True}
    return [make.Job("trainee", parameters, record.written(events), f"sample-{args.lang}")]


def _roster(args):
    from rightdoor import roster

    return roster.read(args.roster) if args.roster else None
