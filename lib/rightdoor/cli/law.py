"""rightdoor law show | search | diff | impact | currency."""

import json
import sys
from datetime import date
from difflib import get_close_matches

from rightdoor import tables
from rightdoor.cli import complain
from rightdoor.cli.compare import run_diff
from rightdoor.cli.parser import day, printable, whole_days
from rightdoor.tables.search import LONGEST, search
from rightdoor.text import Pair, convert, say, ui

STATUS = {
    "secondary": Pair("来自二手来源，以当地公布为准", "from a secondary source, confirm locally"),
    "unverified": Pair("未核实，以当地公布为准", "unverified, confirm locally"),
    "verified": Pair("已核对", "checked"),
}


def add(commands):
    """Add the subcommands of `law`."""
    law = commands.add(
        "law", Pair("条文：查看、搜索、比较、影响、时效", "articles: show, search, diff, impact, currency")
    ).commands()
    show = law.add("show", Pair("显示某日有效的条文", "show an article as it stood on a day"), run_show)
    find = law.add(
        "search", Pair("按词或条号搜索，繁简不分", "search by words or number, Traditional or Simplified"), run_search
    )
    diff = law.add(
        "diff", Pair("并排比较同一条文的两个版本", "compare two versions of an article side by side"), run_diff
    )
    impact = law.add("impact", Pair("列出依赖某条文的一切", "name everything that leans on an article"), run_impact)
    currency = law.add("currency", Pair("哪些条目该重新核对", "what is due for re-checking"), run_currency)
    for parser in (show, diff, impact):
        parser.option("article", help=Pair("条文编号，如 criminal-law/253-1", "article id, such as criminal-law/253-1"))
    find.option("words", nargs="+", help=Pair("要找的词，或条号", "words, or the number of an article"))
    _add_days(show, find, diff, currency)
    for parser in (show, find, diff, impact, currency):
        parser.option("--json", action="store_true", help=Pair("以 JSON 输出", "print JSON"))


def _add_days(show, find, diff, currency):
    for parser in (show, find):
        parser.option("--on", type=day, default=date.today(), help=Pair("日期（默认今天）", "day (default: today)"))
    diff.option("--from", dest="old", type=day, help=Pair("旧版本有效的日期", "a day of the older version"))
    diff.option(
        "--to",
        dest="new",
        type=day,
        help=Pair("新版本有效的日期（默认最新）", "a day of the newer version (default: the latest)"),
    )
    currency.option(
        "--on",
        type=day,
        default=date.today(),
        help=Pair("从哪一天看（默认今天）", "seen from this day (default: today)"),
    )
    currency.option(
        "--older",
        type=whole_days,
        default=180,
        metavar="DAYS",
        help=Pair("核对超过多少天算旧（默认 180）", "days after which a check is old (default: 180)"),
    )


# ---- show and search ----------------------------------------------------------------------------------------


def run_show(args):
    """Print one provision with its period, source and status. Exit 1: no version that day; 2: no such article."""
    book = tables.load()
    try:
        provision = book.article(args.article, args.on)
    except tables.NotInForce as error:
        return missing(error, args.lang)
    except tables.UnknownId as error:
        return unknown(book, error, args.lang)
    if args.json:
        print_json(_row(provision))
    else:
        print(describe(provision, args.lang))
    return 0


def missing(error, lang):
    """Say that a day has no version and which days have; exit code 1."""
    complain([tables.Problem("", error.says)], lang)
    return 1


def unknown(book, error, lang):
    """Say that an id is in no table and which ids are like it; exit code 2."""
    asked = error.id.partition(":")[0]
    like = get_close_matches(asked[:80], book.articles, 3, 0.8) if asked not in book.articles else []
    cure = Pair("用 rightdoor law search 查找编号。", "Find the id with rightdoor law search.")
    if like:
        cure = Pair(f"是不是：{'、'.join(like)}？", f"Did you mean: {', '.join(like)}?")
    return complain([tables.Problem("", error.says, cure)], lang)


def describe(provision, lang):
    """A provision for a person: name, period, source, text; English readers get the gloss and the Chinese text."""
    until = (
        Pair("现行有效", "in force")
        if provision.until is None
        else Pair(f"至 {provision.until}（不含）", f"until {provision.until} (exclusive)")
    )
    source = provision.source
    facts = Pair.join(
        [
            Pair(f"{provision.since} 起施行", f"from {provision.since}"),
            until,
            Pair(f"来源：{source['title']}", f"source: {source['title']}"),
            Pair(f"核对于 {source['checked']}", f"checked {source['checked']}"),
            STATUS[source["status"]],
        ],
        " · ",
        " · ",
    )
    lines = [f"{say(provision.cite, lang)}  {say(provision.heading, lang)}", say(facts, lang)]
    if source.get("date_status", "verified") != "verified":
        lines.append(say(Pair("施行日期未核实。", "The date from which it applies is not verified."), lang))
    lines += [ui("open-question", lang) + say(doubt, lang) for doubt in provision.doubts]
    if "note" in source:
        lines.append(say(Pair.of(source["note"]), lang))
    if lang == "en":
        lines += ["", "Unofficial plain-English gloss of the whole article:", provision.gloss_en]
    if lang == "zh-Hant":
        lines.append(convert("（由官方简体文本转换）"))
    return "\n".join([*lines, "", convert(provision.text_zh) if lang == "zh-Hant" else provision.text_zh])


def run_search(args):
    """Print the articles in force on the day that match; exit 1 when none does, 2 when the query is too long."""
    book, query = tables.load(), " ".join(args.words)
    if len(query) > LONGEST:
        return complain(
            [
                tables.Problem(
                    "",
                    Pair(f"要找的文字超过 {LONGEST} 字。", f"the query is longer than {LONGEST} characters."),
                    Pair("只写几个词。", "Write a few words only."),
                )
            ],
            args.lang,
        )
    rows, ended = [], []
    for id in search(book, query):
        try:
            rows.append(book.article(id, args.on))
        except tables.NotInForce:
            ended.append(id)
    if args.json:
        print_json([_row(row) for row in rows])
    else:
        for row in rows:
            print(_found(row, args.lang))
    _tell_of_the_rest(rows, ended, printable(query)[:80], args)
    return 0 if rows else 1


def _found(row, lang):
    first = row.gloss_en[:100] if lang == "en" else row.text_zh[:60]
    first = first.replace("\n", " " if lang == "en" else "")
    return (
        f"{row.id}  {say(row.cite, lang)}  {say(row.heading, lang)}\n"
        f"    {convert(first) if lang == 'zh-Hant' else first}…"
    )


def _tell_of_the_rest(rows, ended, words, args):
    if not rows and not ended:
        print(say(Pair(f"没有条文含有“{words}”。", f"No article holds '{words}'."), args.lang), file=sys.stderr)
    if ended:
        zh, en = "、".join(ended[:5]), ", ".join(ended[:5])
        more = Pair("等", " and others") if len(ended) > 5 else Pair("", "")
        gone = Pair(
            f"另有 {len(ended)} 条在 {args.on} 没有有效文本：{zh}{more.zh}。",
            f"{len(ended)} more have no version in force on {args.on}: {en}{more.en}.",
        )
        print(say(gone, args.lang), file=sys.stderr)


# ---- impact and currency --------------------------------------------------------------------------------------


def run_impact(args):
    """Print every door, rule, parameter, case, lesson and piece of hearsay that leans on the article."""
    from rightdoor import upkeep

    book = tables.load()
    try:
        book.cite(args.article)
    except tables.UnknownId as error:
        return unknown(book, error, args.lang)
    found = upkeep.impact(book, args.article)
    if args.json:
        print_json(found)
        return 0
    for kind, places in found.items():
        print(f"{say(upkeep.KINDS[kind], args.lang)}{ui('colon', args.lang)}{', '.join(places)}")
    if not found:
        print(say(Pair("没有任何内容依赖它。", "nothing leans on it."), args.lang))
    return 0


def run_currency(args):
    """Print rows checked too long ago, doubtful rows and open questions, and what they touch."""
    from rightdoor import upkeep

    found = upkeep.currency(tables.load(), args.on, args.older)
    if args.json:
        print_json(found)
        return 0
    for row in found:
        touches = f"  → {', '.join(row['touches'])}" if row["touches"] else ""
        print(f"{row['id']}  {say(Pair.of(row['why']), args.lang)}{touches}")
    print(say(Pair(f"共 {len(found)} 项。", f"{len(found)} in all."), args.lang), file=sys.stderr)
    return 0


def _row(provision):
    return {
        "id": provision.id,
        "cite": {"zh": provision.cite.zh, "en": provision.cite.en},
        "heading": {"zh": provision.heading.zh, "en": provision.heading.en},
        "from": str(provision.since),
        "until": "open" if provision.until is None else str(provision.until),
        "adopted": str(provision.adopted),
        "text": {"zh": provision.text_zh, "en": provision.gloss_en},
        "source": provision.source,
    }


def print_json(content):
    """Print JSON for another program."""
    json.dump(content, sys.stdout, ensure_ascii=False, indent=2)
    print()
