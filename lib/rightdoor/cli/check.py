"""rightdoor check: every fault of every table at once; --fix repairs only what is certain."""

import sys
from collections import Counter

from rightdoor import tables
from rightdoor.cli import complain, told
from rightdoor.tables.check import uncited
from rightdoor.text import Pair, data_folder, say

FEW = 5  # of the faults in a file that --fix repairs; the rest are counted


def add(commands):
    """Add `check`."""
    parser = commands.add(
        "check", Pair("检查全部数据，一次列出所有问题", "check all data and list every problem at once"), run
    )
    parser.option(
        "--fix",
        action="store_true",
        help=Pair(
            "修复有把握的损坏（编码、换行、分隔符、日期写法），原文件留作 文件名.before-fix",
            "repair what is certain (encoding, line ends, separators, dates); the original stays as NAME.before-fix",
        ),
    )
    parser.option(
        "--all",
        action="store_true",
        help=Pair("另外列出没有任何内容引用的条文（不算问题）", "also list articles that nothing cites (not a fault)"),
    )


def run(args, root=None):
    """Exit 0 when all is well, 1 when problems are named. `root`: a data folder other than this checkout's."""
    root = root or data_folder()
    if args.fix:
        _mend(root, args.lang)
    book, problems = tables.read_all(root)
    problems += _cases(book)
    if args.all:
        _uncited(book, args.lang)
    if problems:
        complain(_gathered(problems), args.lang)
        print(say(Pair(f"共 {len(problems)} 个问题。", f"Problems: {len(problems)}."), args.lang), file=sys.stderr)
        return 1
    print(say(_summary(book), args.lang))
    return 0


def _gathered(problems):
    """The Problems, with one line for the rest of those in one file that `--fix` cures: a spreadsheet spoils every date."""
    left, kept = Counter(), []
    for problem in problems:
        file = problem.place.partition(":")[0]
        if "check --fix" in problem.cure.en:
            left[file] += 1
            if left[file] > FEW:
                continue
        kept.append(problem)
    for file, count in left.items():
        if count > FEW:
            kept.append(tables.Problem(file, Pair(f"同样能修的还有 {count - FEW} 处。", f"{count - FEW} more of the kind that can be repaired."),
                                       Pair("运行 rightdoor check --fix，原文件会留一份。", "run rightdoor check --fix; the file as it was is kept.")))  # fmt: skip
    return kept


def _mend(root, lang):
    from rightdoor.tables.mend import mend

    for path, done, kept in mend(root):
        told_done = Pair(f"{path}：{done.zh}。原文件留作 {kept}。", f"{path}: {done.en}. The file as it was: {kept}.")
        print(say(told_done, lang))


def _cases(book):
    """Problems of the cases and of the plans of drills. They lean on the tables, so they are read only when no table has lost an entry."""
    if book.lost:
        return [
            tables.Problem(
                "cases",
                Pair("案例还没有检查。", "the cases have not been checked yet."),
                Pair("先改正上面的数据，再运行一次。", "mend the data above and run this again."),
            )
        ]
    from rightdoor import cases, drills

    try:
        return [*cases.check(book), *_drafts(book), *drills.check(book)]
    except LookupError as error:  # an id that a case needs and a faulty table does not hold
        if not (problems := told(error)):
            raise
        return [
            tables.Problem(f"cases:{problem.place}".rstrip(":"), problem.says, problem.cure) for problem in problems
        ]


def _drafts(book):
    """A Problem for each case that still holds a text to be written; `case check` names each of them."""
    from rightdoor import cases
    from rightdoor.cli.case_new import TO_WRITE

    for id in cases.library(book.root):
        try:
            lines = (book.root / "cases" / f"{id}.yaml").read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):  # told by the check of the cases
            continue
        texts = ((n, line) for n, line in enumerate(lines, 1) if not line.startswith("#"))
        open_lines = [n for n, line in texts if any(mark.strip() in line for mark in TO_WRITE)]
        if open_lines:
            yield tables.Problem(
                f"cases/{id}.yaml:{open_lines[0]}",
                Pair(f"还有 {len(open_lines)} 行没有写完。", f"{len(open_lines)} lines are still to be written."),
                Pair(f"写完，再运行 rightdoor case check {id}。", f"write them, then run rightdoor case check {id}."),
            )


def _uncited(book, lang):
    """Not a fault: neighbouring articles are kept so that a reader finds the whole rule, not only what we use."""
    from rightdoor import upkeep
    from rightdoor.law.rule import BOOK_OF_RULES

    cited = {article for rules in BOOK_OF_RULES.values() for rule in rules for article in rule.articles}
    cited.update(article for article, _ in upkeep.case_citations(book))
    idle = uncited(book, cited)
    for id in idle:
        print(f"{id}  {say(book.cite(id), lang)}")
    print(say(Pair(f"{len(idle)} 条条文没有任何内容引用。", f"Articles that nothing cites: {len(idle)}."), lang))


def _summary(book):
    from rightdoor import cases

    versions = sum(len(article.versions) for article in book.articles.values())
    articles, doors, numbers, files = (len(x) for x in (book.articles, book.channels, book.parameters, cases.library()))
    return Pair(
        f"没有问题：{articles} 条条文、{versions} 个版本，{doors} 个渠道，{numbers} 个法定数值，{files} 个案例。",
        f"All is well: {articles} articles in {versions} versions, {doors} doors, {numbers} numbers, {files} cases.",
    )
