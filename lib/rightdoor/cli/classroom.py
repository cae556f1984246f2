"""rightdoor class plans | check | card | debrief, and what serves a class (classroom_open)."""

import json
import secrets
import sys
from pathlib import Path

from rightdoor.cli import classroom_open, complain
from rightdoor.cli.parser import printable
from rightdoor.text import Pair, say

FEEDBACK = {
    "each": Pair("每答一步就有反馈", "feedback after each answer"),
    "close": Pair("结束后才有反馈", "feedback when it is closed"),
    "never": Pair("不给学员反馈", "no feedback for trainees"),
}
LEVELS = {
    "first": Pair("入门", "for a start"),
    "middle": Pair("进阶", "further on"),
    "full": Pair("综合", "everything together"),
}


def add(commands):
    """Add the subcommands of `class`."""
    group = commands.add(
        "class",
        Pair("演练：方案、开班、链接、讲评", "drills: plans, opening a class, links, debrief"),
    ).commands()
    plans = group.add("plans", Pair("列出演练方案", "list the plans"), run_plans)
    check = group.add("check", Pair("检查演练方案，一次列出所有问题", "check plans, every problem at once"), run_check)
    check.option(
        "plans", nargs="*", metavar="PLAN", help=Pair("方案编号或文件（默认全部）", "plan ids or files (default: all)")
    )
    card = group.add("card", Pair("抽卡：随机抽一个演练", "draw a card: a drill at random"), run_card)
    card.option("level", choices=tuple(LEVELS), help=Pair("难度：入门、进阶、综合", "how hard: first, middle, full"))
    card.option("skill", nargs="?", default="any", help=Pair("技能编号（默认不限）", "a skill id (default: any)"))
    card.option(
        "--seed",
        help=Pair("种子：相同的种子抽到相同的卡（默认随机）", "the same seed draws the same card (default: random)"),
    )
    debrief = group.add(
        "debrief", Pair("讲评：时间线、该做的做了没有、再讲三点", "the debrief of a drill"), run_debrief
    )
    debrief.option("drill", nargs="?", help=Pair("演练编号（不写就列出）", "the id of a drill (without it: a list)"))
    debrief.option("--timeline", action="store_true", help=Pair("连同完整的时间线", "with the whole timeline"))
    debrief.option("--roster", metavar="FILE", help=Pair("名册：给代码配上姓名", "the roster: names for the codes"))
    debrief.option(
        "--certificates",
        metavar="FILE",
        help=Pair("写出参加证明（可打印的网页）", "write certificates of attendance (a page to print)"),
    )
    for parser in (plans, card, debrief):
        parser.option(
            "--json", action="store_true", help=Pair("输出 JSON，供别的程序用", "print JSON for other programs")
        )
    classroom_open.add(group)


def run_plans(args):
    """List every plan; exit 1 if one of them is faulty."""
    from rightdoor import drills, tables

    book, faulty, rows = tables.load(), 0, []
    for id in drills.library(book.root):
        try:
            rows.append(drills.load(id, book))
        except drills.PlanError as error:
            faulty += 1
            complain(error.problems, args.lang)
    if args.json:
        print(json.dumps([_row(plan, args.lang) for plan in rows], ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(_words(plan, args.lang) for plan in rows))
    return 1 if faulty else 0


def run_check(args):
    """Exit 0 when every plan is sound, 1 when problems are named, 2 when there is no such plan."""
    from rightdoor import drills, tables
    from rightdoor.drills.plan import read

    book, problems = tables.load(), []
    there = drills.library(book.root)
    for name in args.plans or there:
        path = Path(name) if name.endswith(".yaml") else book.root / "drills" / f"{name}.yaml"
        if not path.exists():
            return complain([_no_plan(name, there)], args.lang)
        problems += read(path, book)[1]
    complain(problems, args.lang)
    count = len(args.plans or there)
    print(
        say(Pair(f"{count} 个方案，{len(problems)} 个问题。", f"Plans: {count}; problems: {len(problems)}."), args.lang)
    )
    return 1 if problems else 0


def run_card(args):
    """Print the plan that was drawn; exit 2 where nothing fits."""
    from rightdoor import drills, tables

    book = tables.load()
    try:
        plan = drills.draw(args.level, args.skill, args.seed or secrets.token_hex(3), book)
    except (LookupError, ValueError):
        skills = ", ".join(book.terms("skill"))
        problem = tables.Problem(
            "",
            Pair("没有这样的卡。", "there is no such card."),
            Pair(
                f"技能写其中一个：{skills}；种子用不超过八个小写字母和数字；或者换一个难度。",
                f"the skill is one of: {skills}; the seed up to eight small letters and digits; or try another level.",
            ),
        )
        return complain([problem], args.lang)
    print(json.dumps(_row(plan, args.lang), ensure_ascii=False, indent=1) if args.json else _words(plan, args.lang))
    print(say(Pair(f"开班：rightdoor class open {plan.id} --roster 名册.csv",
                   f"To open it: rightdoor class open {plan.id} --roster ROSTER.csv"), args.lang), file=sys.stderr)  # fmt: skip
    return 0


def run_debrief(args):
    """Print the debrief of a drill, or the list of drills; exit 2 when there is none of that id."""
    from rightdoor import drills, records, roster, tables
    from rightdoor.practice import certificate

    log, book = records.Log(), tables.load()
    controls = log.controls()
    there = [control.drill for control in controls if control.kind == "opened"]
    if args.drill is None:
        print("\n".join(there) or say(Pair("还没有开过演练。", "No drill has been opened yet."), args.lang))
        return 0
    if args.drill not in there:
        return complain([_no_drill(args.drill, there)], args.lang)
    mine = [control for control in controls if control.drill == args.drill]
    told = drills.debrief(drills.plan_of(mine, book), mine, log.events(drill=args.drill), book)
    log.close()
    names = {person.code: person.name for person in roster.read(args.roster).people} if args.roster else {}
    if args.certificates:
        certificate.write(args.certificates, told, names, args.lang)
        print(
            say(Pair(f"已写到 {args.certificates}。", f"Written to {args.certificates}."), args.lang), file=sys.stderr
        )
    if args.json:
        print(json.dumps(told.row, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_debriefed(told, names, args)))
    return 0


# ---- in words ----------------------------------------------------------------------------------------------------


def _row(plan, lang):
    return {
        "id": plan.id,
        "title": say(plan.title, lang),
        "about": say(plan.about, lang),
        "level": plan.level,
        "minutes": plan.minutes,
        "feedback": plan.feedback,
        "cases": list(plan.cases),
        "injects": [inject.id for inject in plan.injects],
    }


def _words(plan, lang):
    facts = Pair(
        f"{plan.minutes} 分钟 · {LEVELS[plan.level].zh} · {FEEDBACK[plan.feedback].zh} · 消息 {len(plan.injects)} 条",
        f"{plan.minutes} minutes · {LEVELS[plan.level].en} · {FEEDBACK[plan.feedback].en} · injects: {len(plan.injects)}",
    )
    lines = [f"{plan.id}  {say(plan.title, lang)}", f"  {say(facts, lang)}", f"  {say(plan.about, lang)}"]
    return "\n".join([*lines, f"  {', '.join(plan.cases)}"])


def _debriefed(told, names, args):
    lang = args.lang
    yield f"{told.drill}  {say(told.title, lang)}  ({told.minutes} min)"
    yield ""
    for one in told.expected:
        sign = "✓" if one.of and len(one.done) == one.of else "◐" if one.done else "✗"
        yield f"  {sign} {say(one.says, lang)}: {len(one.done)}/{one.of}"
    yield ""
    yield say(Pair("再讲三点", "To teach again"), lang)
    yield from (f"  {n}. {say(again.ask, lang)} {say(again.why, lang)}" for n, again in enumerate(told.again, 1))
    if told.note:
        yield f"  {say(told.note, lang)}"
    yield ""
    for own in told.seats:
        score = f"{round(100 * own.score)}%" if own.score is not None else "-"
        name = f" {printable(names[own.code])}" if own.code in names else ""
        yield f"  {own.code}{name}  {score}  {own.answered}  {len(own.done)}/{len(told.expected)}"
    if args.timeline:
        yield ""
        yield from (
            f"  {m.clock // 60:3d}:{m.clock % 60:02d}  {m.code or '-'}  {say(m.says, lang)}" for m in told.timeline
        )


def _no_plan(name, there):
    from rightdoor.tables import Problem

    return Problem(
        "",
        Pair(f"没有方案“{printable(name)[:60]}”。", f"There is no plan '{printable(name)[:60]}'."),
        Pair(f"有：{'、'.join(there)}。", f"There is: {', '.join(there)}."),
    )


def _no_drill(id, there):
    from rightdoor.tables import Problem

    return Problem(
        "",
        Pair(f"没有演练“{printable(id)[:60]}”。", f"There is no drill '{printable(id)[:60]}'."),
        Pair(f"有：{'、'.join(there) or '（还没有）'}。", f"There is: {', '.join(there) or '(none yet)'}."),
    )
