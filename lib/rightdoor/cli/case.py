"""rightdoor case new | check | cover | play | map | sheet."""

import sys
from pathlib import Path

from rightdoor import cases, tables
from rightdoor.cli import complain
from rightdoor.cli.parser import printable
from rightdoor.text import Pair, say


def add(commands):
    """Add the subcommands of `case`."""
    case = commands.add(
        "case", Pair("案例：新建、检查、覆盖、试做、画图、审阅单", "cases: new, check, cover, play, map, review sheet")
    ).commands()
    new = case.add(
        "new", Pair("回答几个问题，写出一个合格的开头", "answer questions and get a valid file to go on from"), run_new
    )
    new.option(
        "--into",
        metavar="DIR",
        help=Pair("写到哪个文件夹（默认案例文件夹）", "the folder to write to (default: the cases)"),
    )
    _add_readers(case)


def _add_readers(case):
    """Add the subcommands that read a case which is there."""
    check = case.add("check", Pair("检查案例并走遍每条路", "check cases and play every path"), run_check)
    check.option("ids", nargs="*", metavar="ID", help=Pair("案例编号（默认全部）", "case ids (default: all)"))
    cover = case.add(
        "cover",
        Pair("案例库覆盖了什么，还缺什么", "what the library covers, and what no case covers yet"),
        run_cover,
    )
    cover.option("ids", nargs="*", metavar="ID", help=Pair("只看这些案例", "look at these cases only"))
    cover.option("--json", action="store_true", help=Pair("输出 JSON", "print JSON"))
    play = case.add(
        "play", Pair("在终端里做一个案例（不留记录）", "play a case in the terminal (nothing is recorded)"), run_play
    )
    play.option("--seed", default="0", help=Pair("决定题目变化的种子", "the seed that picks the variant"))
    play.option(
        "--certainty",
        action="store_true",
        help=Pair("每答一步，问有多大把握", "ask after each answer how sure you are"),
    )
    graph = case.add("map", Pair("案例的步骤图和提纲", "the graph of a case and a plain outline"), run_map)
    graph.option(
        "--format",
        choices=("outline", "mermaid", "dot"),
        default="outline",
        help=Pair("提纲（默认）、Mermaid 或 DOT", "outline (default), Mermaid or DOT"),
    )
    sheet = case.add("sheet", Pair("给律师的审阅单", "the review sheet for a lawyer"), run_sheet)
    sheet.option(
        "--format",
        choices=("markdown", "html"),
        default="markdown",
        help=Pair("markdown（默认）或 html", "markdown (default) or html"),
    )
    for parser in (play, graph, sheet):
        parser.option("id", help=Pair("案例编号", "case id"))
    for parser in (graph, sheet):
        parser.option("--out", metavar="FILE", help=Pair("写到文件", "write to a file"))


def known(id, lang):
    """The Case of that id, or None after saying why there is none."""
    book = tables.load()
    if id not in cases.library(book.root):
        there = cases.library(book.root)
        complain(
            [
                tables.Problem(
                    "",
                    Pair(f"没有案例“{id}”。", f"There is no case '{id}'."),
                    Pair(f"有：{'、'.join(there)}。", f"There is: {', '.join(there)}."),
                )
            ],
            lang,
        )
        return None
    return cases.load(id, book)


def run_check(args):
    """Exit 0 when every case is sound, 1 when faults are named, 2 when there is no such case."""
    from rightdoor.cases.read import read
    from rightdoor.feedback.walker import play

    book, there = tables.load(), cases.library()
    faulty = 0
    for id in args.ids or there:
        if id not in there:
            known(id, args.lang)
            return 2
        case, problems = read(book.root / "cases" / f"{id}.yaml", book)
        if not problems:
            covered = play(case)
            print(*(printable(say(line, args.lang)) for line in covered.report()), sep="\n")
            problems = list(covered.faults.values())
        complain(problems, args.lang)
        faulty += bool(problems)
    count = len(args.ids or there)
    print(say(Pair(f"{count} 个案例，{faulty} 个有问题。", f"Cases: {count}; with faults: {faulty}."), args.lang))
    return 1 if faulty else 0


def run_cover(args):
    """Print which cases cover what; exit 1 when the library misses something, 2 when there is no such case."""
    from rightdoor.cli.case_cover import show

    chosen = [known(id, args.lang) for id in args.ids]
    return 2 if None in chosen else show(tables.load(), chosen, args.lang, args.json)


def run_new(args):
    """Write a new case; exit 0 with its path, 2 when an answer cannot be used."""
    from rightdoor.cli.case_new import ask_all, write

    book = tables.load()
    folder = Path(args.into) if args.into else book.root / "cases"
    return write(book, ask_all(book, args.lang), folder, args.lang)


def run_play(args):
    """Play to the end; exit 0 (also when the player leaves), 2 when there is no such case."""
    from rightdoor.cli.case_play import Game

    case = known(args.id, args.lang)
    return 2 if case is None else Game(case, args.seed, args.lang, args.certainty).run()


def run_map(args):
    """Print or write the graph."""
    from rightdoor.cli.case_map import drawn

    case = known(args.id, args.lang)
    return 2 if case is None else deliver(drawn(case, args.format, args.lang), args.out, args.lang)


def run_sheet(args):
    """Print or write the review sheet."""
    from rightdoor.cli.case_sheet import sheet

    case = known(args.id, args.lang)
    return 2 if case is None else deliver(sheet(case, args.lang, args.format), args.out, args.lang)


def deliver(text, out, lang):
    """Write the text to the file `out`, or print it; exit code 0, or 2 where the file cannot be written."""
    if not out:
        print(text)
        return 0
    try:
        Path(out).write_text(text + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        return complain(
            [
                tables.Problem(
                    out,
                    Pair(f"写不了：{error.strerror}。", f"cannot be written: {error.strerror}."),
                    Pair("换一个位置或文件名。", "choose another place or name."),
                )
            ],
            lang,
        )
    print(say(Pair(f"已写到 {out}。", f"Written to {out}."), lang), file=sys.stderr)
    return 0
