"""rightdoor check: every fault of every table at once; --fix repairs only what is certain."""

import sys

from rightdoor import tables
from rightdoor.cli import complain
from rightdoor.text import Pair, data_folder, say


def add(commands):
    """Add `check`."""
    parser = commands.add("check", Pair("检查全部数据，一次列出所有问题", "check all data and list every problem at once"), run)
    parser.option("--fix", action="store_true", help=Pair("修复有把握的损坏（编码、换行、日期写法）", "repair what is certain (encoding, line ends, dates)"))


def run(args):
    """Exit 0 when all is well, 1 when problems are named."""
    root = data_folder()
    if args.fix:
        from rightdoor.tables.mend import mend

        for path, done in mend(root):
            print(f"{path}: {say(done, args.lang)}")
    book, problems = tables.read_all(root)
    from rightdoor import cases

    problems += cases.check(book)
    if problems:
        complain(problems, args.lang)
        print(say(Pair(f"共 {len(problems)} 个问题。", f"{len(problems)} problems."), args.lang), file=sys.stderr)
        return 1
    versions = sum(len(a.versions) for a in book.articles.values())
    print(say(Pair(f"没有问题：{len(book.articles)} 条条文、{versions} 个版本，{len(book.channels)} 个渠道，{len(book.parameters)} 个参数，{len(cases.library())} 个案例。",
                   f"All is well: {len(book.articles)} articles in {versions} versions, {len(book.channels)} doors, {len(book.parameters)} numbers, {len(cases.library())} cases."), args.lang))
    return 0
