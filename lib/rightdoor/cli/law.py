"""rightdoor law show | search | diff | impact | currency."""

import json
import sys
from datetime import date

from rightdoor import tables
from rightdoor.cli.parser import printable
from rightdoor.tables.search import changes, search
from rightdoor.text import Pair, convert, say

STATUS = {"secondary": Pair("来自二手来源，以当地公布为准", "from a secondary source, confirm locally"),
          "unverified": Pair("未核实，以当地公布为准", "unverified, confirm locally"),
          "verified": Pair("已核对", "checked")}


def add(commands):
    """Add the subcommands of `law`."""
    law = commands.add("law", Pair("条文：查看、搜索、比较、影响、时效", "articles: show, search, diff, impact, currency")).commands()
    show = law.add("show", Pair("显示某日有效的条文", "show an article as it stood on a day"), run_show)
    find = law.add("search", Pair("按词或条号搜索，繁简不分", "search by words or number, Traditional or Simplified"), run_search)
    diff = law.add("diff", Pair("比较同一条文的两个版本", "compare two versions of an article"), run_diff)
    impact = law.add("impact", Pair("列出依赖某条文的一切", "name everything that leans on an article"), run_impact)
    currency = law.add("currency", Pair("哪些条目该重新核对", "what is due for re-checking"), run_currency)
    for parser in (show, diff, impact):
        parser.option("article", help=Pair("条文编号，如 criminal-law/253-1", "article id, such as criminal-law/253-1"))
    find.option("words", nargs="+", help=Pair("要找的词，或条号", "words, or the number of an article"))
    for parser in (show, find):
        parser.option("--on", type=day, default=date.today(), help=Pair("日期（默认今天）", "day (default: today)"))
    diff.option("--from", dest="old", type=day, help=Pair("旧版本有效的日期", "a day of the older version"))
    diff.option("--to", dest="new", type=day, help=Pair("新版本有效的日期（默认最新）", "a day of the newer version (default: the latest)"))
    currency.option("--on", type=day, default=date.today(), help=Pair("从哪一天看（默认今天）", "seen from this day (default: today)"))
    currency.option("--older", type=int, default=180, metavar="DAYS", help=Pair("核对超过多少天算旧（默认 180）", "days after which a check is old (default: 180)"))
    for parser in (show, find, diff, impact, currency):
        parser.option("--json", action="store_true", help=Pair("以 JSON 输出", "print JSON"))


def day(text):
    """An ISO date, for argparse."""
    return date.fromisoformat(text)


def run_show(args):
    """Print one provision with its period, source and status."""
    provision = tables.load().article(args.article, args.on)
    if args.json:
        _json(_row(provision))
    else:
        print(describe(provision, args.lang))


def describe(provision, lang):
    """A provision for a person: name, period, source, text; English readers get the gloss and the Chinese text."""
    until = Pair("现行有效", "in force") if provision.until is None else Pair(f"至 {provision.until}（不含）", f"until {provision.until} (exclusive)")
    source = provision.source
    facts = Pair.join([Pair(f"{provision.since} 起施行", f"from {provision.since}"), until,
                       Pair(f"来源：{source['title']}", f"source: {source['title']}"),
                       Pair(f"核对于 {source['checked']}", f"checked {source['checked']}"), STATUS[source["status"]]], " · ", " · ")
    lines = [f"{say(provision.cite, lang)}  {say(provision.heading, lang)}", say(facts, lang)]
    if source.get("date_status", "verified") != "verified":
        lines.append(say(Pair("施行日期未核实。", "The date from which it applies is not verified."), lang))
    if "note" in source:
        lines.append(say(Pair.of(source["note"]), lang))
    if lang == "en":
        lines += ["", "Unofficial plain-English gloss of the whole article:", provision.gloss_en]
    if lang == "zh-Hant":
        lines.append(convert("（由官方简体文本转换）"))
    return "\n".join([*lines, "", convert(provision.text_zh) if lang == "zh-Hant" else provision.text_zh])


def run_search(args):
    """Print the articles in force on the day that match; exit 1 when none does."""
    book = tables.load()
    rows, ended = [], 0
    for id in search(book, " ".join(args.words)):
        try:
            rows.append(book.article(id, args.on))
        except tables.NotInForce:
            ended += 1
    if args.json:
        _json([_row(row) for row in rows])
    for row in [] if args.json else rows:
        first = row.text_zh.replace("\n", "")[:60] if args.lang != "en" else row.gloss_en.replace("\n", " ")[:100]
        print(f"{row.id}  {say(row.cite, args.lang)}  {say(row.heading, args.lang)}\n    {convert(first) if args.lang == 'zh-Hant' else first}…")
    words = printable(" ".join(args.words))[:80]
    if not rows and not ended:
        print(say(Pair(f"没有条文含有“{words}”。", f"no article holds '{words}'."), args.lang), file=sys.stderr)
    if ended:
        print(say(Pair(f"另有 {ended} 条在 {args.on} 没有有效文本。", f"{ended} more have no version in force on {args.on}."), args.lang), file=sys.stderr)
    return 0 if rows else 1


def run_diff(args):
    """Print how one version differs from the other; the words that went are in [- -], those that came in {+ +}."""
    book = tables.load()
    versions = book.versions(args.article)
    new = tables.in_force(versions, args.new, args.article) if args.new else versions[-1]
    earlier = [v for v in versions if v.since < new.since]
    old = tables.in_force(versions, args.old, args.article) if args.old else (earlier or [None])[-1]
    if old is None or old is new:
        came = [(a.id, v) for a in book.articles.values() for v in a.versions if v.succeeded_by == args.article]
        if args.old or not came:
            print(say(Pair("只有一个版本，没有可比的。", "there is only one version; nothing to compare."), args.lang), file=sys.stderr)
            return 1
        old = came[-1][1]
        print(say(Pair(f"旧版本：{book.cite(came[-1][0]).zh}（条号已改）", f"older version: {book.cite(came[-1][0]).en} (renumbered)"), args.lang), file=sys.stderr)
    pieces = list(changes(old.zh, new.zh))
    if args.json:
        _json({"article": args.article, "old": str(old.since), "new": str(new.since), "pieces": pieces})
        return 0
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    text = "".join(marks[kind].format(words) for kind, words in pieces)
    print(f"{say(book.cite(args.article), args.lang)}  {old.since} → {new.since}\n\n{convert(text) if args.lang == 'zh-Hant' else text}")
    return 0


def run_impact(args):
    """Print every door, rule, parameter, case, lesson and piece of hearsay that leans on the article."""
    from rightdoor import upkeep

    book = tables.load()
    book.cite(args.article)
    found = upkeep.impact(book, args.article)
    if args.json:
        _json(found)
        return 0
    for kind, places in found.items():
        print(f"{say(upkeep.KINDS[kind], args.lang)}: {', '.join(places)}")
    if not found:
        print(say(Pair("没有任何内容依赖它。", "nothing leans on it."), args.lang))
    return 0


def run_currency(args):
    """Print rows checked too long ago, doubtful rows and open questions, and what they touch."""
    from rightdoor import upkeep

    found = upkeep.currency(tables.load(), args.on, args.older)
    if args.json:
        _json(found)
        return 0
    for row in found:
        print(f"{row['id']}  {say(Pair.of(row['why']), args.lang)}" + (f"  → {', '.join(row['touches'])}" if row["touches"] else ""))
    print(say(Pair(f"共 {len(found)} 项。", f"{len(found)} in all."), args.lang), file=sys.stderr)
    return 0


def _row(provision):
    return {"id": provision.id, "cite": {"zh": provision.cite.zh, "en": provision.cite.en}, "from": str(provision.since),
            "until": "open" if provision.until is None else str(provision.until), "adopted": str(provision.adopted),
            "text": {"zh": provision.text_zh, "en": provision.gloss_en}, "source": provision.source}


def _json(content):
    json.dump(content, sys.stdout, ensure_ascii=False, indent=2)
    print()
