"""rightdoor decide: facts as JSON in, the decision as JSON or text out. The contract's front door."""

import json
import sys
from datetime import date

from rightdoor import tables
from rightdoor.cli.parser import day
from rightdoor.law import facts as facts_of
from rightdoor.law.decide import decide
from rightdoor.text import Pair, say

LONGEST = 1_000_000  # characters of one set of facts


def add(commands):
    """Add `decide`."""
    parser = commands.add(
        "decide",
        Pair("由事实得出责任、渠道、期限和下一问", "from facts to liability, doors, limits and what to ask next"),
        run,
    )
    parser.option(
        "facts",
        nargs="?",
        metavar="FACTS.json",
        help=Pair("事实文件，- 表示标准输入", "file of facts, - for standard input"),
    )
    parser.option(
        "--batch",
        metavar="FACTS.jsonl",
        help=Pair(
            "每行一组事实，逐行回答；- 表示标准输入", "one set of facts a line, answered in order; - for standard input"
        ),
    )
    parser.option(
        "--format",
        choices=("json", "text"),
        default="json",
        help=Pair("输出 JSON（默认）或供人阅读的文字", "print JSON (default) or text for a person"),
    )
    parser.option(
        "--today",
        type=day,
        default=None,
        help=Pair("以这一天为今天，便于重复", "take this day as today, so that answers can be repeated"),
    )


def run(args):
    """Exit 0; 1 when lines of a batch were bad; 2 when the facts were."""
    if bool(args.facts) == bool(args.batch):
        raise facts_of.FactsError(
            [
                _fault(
                    "",
                    "请给出一个事实文件，或用 --batch 给出多行文件。",
                    "give one file of facts, or a file of lines with --batch.",
                )
            ]
        )
    today = args.today or date.today()
    book = tables.load()
    if args.batch:
        return _batch(args, book, today)
    with _opened(args.facts) as stream:
        text = _read(stream, args.facts)
    decision = decide(facts_of.parse(_json(text)), book, today)
    if args.format == "text":
        print(decision.as_text(args.lang, book))
    else:
        json.dump(decision.as_json(args.lang), sys.stdout, ensure_ascii=False, indent=2)
        print()
    return 0


def _batch(args, book, today):
    """One answer a line, in the order of the lines; memory does not grow with their number."""
    bad, write = 0, sys.stdout.write
    with _opened(args.batch) as stream:
        for number, line in enumerate(iter(lambda: stream.readline(LONGEST + 1), ""), 1):
            if not line.strip():
                continue
            try:
                if len(line) > LONGEST:
                    while line and not line.endswith("\n"):
                        line = stream.readline(LONGEST)
                    raise facts_of.FactsError([_fault("", "这一行太长。", "this line is too long.")])
                decision = decide(facts_of.parse(_json(line)), book, today)
                answer = (
                    decision.as_text(args.lang, book)
                    if args.format == "text"
                    else json.dumps(decision.as_json(args.lang), ensure_ascii=False)
                )
            except facts_of.FactsError as error:
                bad += 1
                problems = [{"path": p.place, "says": say(p.says, args.lang)} for p in error.problems]
                answer = json.dumps({"line": number, "problems": problems}, ensure_ascii=False)
            write(answer + "\n")
    if bad:
        print(say(Pair(f"有误的行：{bad}。", f"Bad lines: {bad}."), args.lang), file=sys.stderr)
    return 1 if bad else 0


def _json(text):
    try:
        return json.loads(text, parse_constant=_refuse, object_pairs_hook=_once)
    except RecursionError:
        raise facts_of.FactsError([_fault("", "嵌套太深。", "is nested too deeply.")]) from None
    except facts_of.FactsError:
        raise
    except ValueError as error:
        where = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise facts_of.FactsError([_fault(where, "不是合格的 JSON。", "is not valid JSON.")]) from None


def _refuse(word):
    raise ValueError(word)


def _once(pairs):
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for i, (key, _) in enumerate(pairs) if key in dict(pairs[:i]))
        raise facts_of.FactsError([_fault(twice[:80], "写了两次。", "is written twice.")])
    return found


def _opened(name):
    if name == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
        return sys.stdin
    try:
        return open(name, encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise facts_of.FactsError(
            [_fault(name, f"打不开：{error.strerror}。", f"cannot be opened: {error.strerror}.")]
        ) from None


def _read(stream, name):
    try:
        text = stream.read(LONGEST + 1)
    except OSError as error:
        raise facts_of.FactsError(
            [_fault(name, f"读不了：{error.strerror}。", f"cannot be read: {error.strerror}.")]
        ) from None
    if len(text) > LONGEST:
        raise facts_of.FactsError([_fault(name, "内容太长。", "is too long.")])
    return text


def _fault(place, zh, en):
    return tables.Problem(place, Pair(zh, en))
