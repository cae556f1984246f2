"""rightdoor records: hand in, merge, take out, forget, and read the learning record."""

import json
import os
import sys
from datetime import date
from pathlib import Path

from rightdoor.cli import complain
from rightdoor.cli.parser import day, learner_code
from rightdoor.cli.progress import READ, WRITTEN, Progress
from rightdoor.text import LANGS, Pair, data_folder, say

FORMS = {
    "jsonl": Pair("交作业、合并用", "to hand in and to merge"),
    "csv": Pair("电子表格", "for a spreadsheet"),
    "xapi": Pair("xAPI 语句，给学习记录系统", "xAPI statements, for a learning record store"),
}


def add(commands):
    """Add the subcommands of `records`."""
    records = commands.add(
        "records", Pair("学习记录：交、收、查、删", "the learning record: hand in, collect, read, delete")
    )
    records = records.commands()
    _exchange(records)
    _roster(records)
    _care(records)
    _reading(records)


def _command(records, name, help, run):
    """A subcommand with the options that all of them have."""
    parser = records.add(name, help, run)
    parser.option("--store", metavar="PLACE", help=Pair("记录在哪里（文件或 PostgreSQL 地址；默认 RIGHTDOOR_STORE，"
                  "再默认用户数据文件夹）", "where the record is (a file or a PostgreSQL URL; default: RIGHTDOOR_STORE, "
                  "then the user's data folder)"))  # fmt: skip
    parser.option("--json", action="store_true", help=Pair("输出 JSON", "print JSON"))
    return parser


def _exchange(records):
    out = _command(records, "export", Pair("导出到文件", "write events to a file"), run_export)
    out.option("--out", metavar="FILE", required=True, help=Pair("写到哪个新文件", "the new file to write"))
    forms = Pair.join([Pair(f"{id}（{p.zh}）", f"{id} ({p.en})") for id, p in FORMS.items()], "、", ", ")
    out.option("--as", dest="form", choices=tuple(FORMS), default="jsonl", help=forms)
    out.option(
        "--learner",
        type=learner_code,
        metavar="CODE",
        help=Pair("只要这个学员代码的", "only those of this learner code"),
    )
    out.option("--home", metavar="URL", help=Pair("xAPI 中本班的地址", "the address that the class goes by in xAPI"))
    into = _command(records, "import", Pair("收进别人导出的 JSON Lines（同一文件收两次也不会重复）",
                    "merge JSON Lines that others exported (the same file twice adds nothing)"), run_import)  # fmt: skip
    into.option("files", nargs="+", metavar="FILE", help=Pair("导出的文件", "exported files"))
    into.option(
        "--learner",
        type=learner_code,
        metavar="CODE",
        help=Pair("只收这个学员代码的", "take only those of this learner code"),
    )
    into.option("--drills", action="store_true", help=Pair("连演练里的操作也收（开始、消息、收卷等）：只用于您自己在另一台电脑上导出的记录",
                "take what was done with drills as well (start, news, end …): only for a record that you exported "
                "yourself on another computer"))  # fmt: skip
    ask = _command(records, "questions", Pair("把案例里的题目导出到 Moodle 或 QTI 3，附法律给出的答案",
                   "questions of a case for Moodle or QTI 3, with the key that the law gives"), run_questions)  # fmt: skip
    ask.option("case", metavar="CASE", help=Pair("案例的 id", "id of the case"))
    ask.option("--step", help=Pair("只要这一步", "only this step"))
    ask.option("--as", dest="form", choices=("moodle", "qti"), default="moodle", help=Pair("格式", "form"))
    ask.option("--out", metavar="PLACE", required=True, help=Pair("新文件；QTI 是新文件夹，每题一个文件",
               "new file; for QTI a new folder, one file for each question"))  # fmt: skip


def _roster(records):
    make = records.add("roster", Pair("由姓名生成名册：每人一个代码，姓名只在名册里", "make a roster from names: a code for each; the names stay in it"),
                       run_roster)  # fmt: skip
    make.option("names", metavar="NAMES", help=Pair("文本文件，每行一个姓名", "a text file, one name on a line"))
    make.option(
        "--out", metavar="FILE", required=True, help=Pair("写到哪个新文件（CSV）", "the new file to write (CSV)")
    )
    make.option("--keep", metavar="FILE", help=Pair("以前的名册：里面的人保留原来的代码，只补新来的",
                "an earlier roster: its people keep their codes, newcomers are added"))  # fmt: skip
    make.option(
        "--speaks",
        choices=LANGS,
        default="zh-Hans",
        help=Pair("新来的人用哪种语言", "the language of the people added"),
    )
    make.option("--json", action="store_true", help=Pair("输出 JSON", "print JSON"))


def _care(records):
    forget = _command(records, "forget", Pair("彻底删除一个学员代码的全部记录", "delete all events of a learner code for good"),
                      run_forget)  # fmt: skip
    forget.option("learner", metavar="CODE", help=Pair("学员代码", "learner code"))
    forget.option("--yes", action="store_true", help=Pair("不再询问", "do not ask"))
    rescue = _command(records, "rescue", Pair("从自己那份损坏的记录文件中找回还能读的（不改动那个文件）",
                      "recover what can be read of a damaged record file of your own (which is only read)"), run_rescue)  # fmt: skip
    rescue.option("files", nargs="+", metavar="FILE", help=Pair("损坏的 SQLite 文件", "damaged SQLite files"))
    keep = _command(records, "retention", Pair("查看或设定保存期限：到期自动删除此前的记录",
                    "see or set the retention date, on which everything earlier is deleted"), run_retention)  # fmt: skip
    keep.option("until", nargs="?", metavar="DATE|none", help=Pair("日期，如 2027-06-30；none 取消",
                "a date such as 2027-06-30; none takes it back"))  # fmt: skip
    records.add("notice", Pair("数据说明：存什么、存在哪里、怎么删", "the data notice: what is kept, where, how to delete it"),
                run_notice)  # fmt: skip


def _reading(records):
    onward = _command(records, "next", Pair("下一个练什么，各项技能怎么样", "what to practise next, and how each skill stands"),
                      run_next)  # fmt: skip
    onward.option("--learner", type=learner_code, metavar="CODE", help=Pair("学员代码（默认：这台电脑上的代码）",
                  "learner code (default: the code of this computer)"))  # fmt: skip
    whole = _command(records, "class", Pair("全班哪里出错，先看什么", "what the class got wrong, and what to look at first"),
                     run_class)  # fmt: skip
    whole.option(
        "--every", action="store_true", help=Pair("不只算第一次，每一遍都算", "count every walk, not only the first")
    )


def _open(args):
    from rightdoor import records

    log = records.Log(args.store)
    if log.report:
        print(say(log.report, args.lang), file=sys.stderr)
    return log


def _show(args, made, *pairs):
    """Print what came of it: `made` as JSON, or the sentences."""
    if args.json:
        print(json.dumps(made, ensure_ascii=False, indent=2))
    else:
        for pair in pairs:
            print(say(pair, args.lang))


# ---- out and in ------------------------------------------------------------------------------------------------


def run_export(args):
    """Exit 0; 2 when the record or the file cannot be used."""
    from rightdoor import exchange

    line, head = None, ""
    log = _open(args)
    with Progress(WRITTEN, args.lang) as told:
        if args.form == "csv":
            line, head = exchange.line, exchange.HEAD
        elif args.form == "xapi":
            home = args.home or exchange.HOME
            line = lambda row: exchange.statement_line(row, home)  # noqa: E731
        count = (
            log.write(args.out, line, args.learner, head, told) if line else log.export(args.out, args.learner, told)
        )
    _show(args, {"file": args.out, "events": count}, Pair(f"{args.out}：{count} 条", f"{args.out}: {count} events"))
    return 0


def run_import(args):
    """Exit 0; 1 when lines could not be read (they are named); 2 when the record or a file cannot be used."""
    log, code, made, said = _open(args), 0, [], []
    for file in args.files:
        with Progress(READ, args.lang) as told:
            merged = log.merge(file, told, args.drills, args.learner)
        if merged.problems:
            complain(merged.problems, args.lang)
            code = 1
        made.append({"file": file, "added": merged.added, "already": merged.already, "codes": list(merged.codes),
                     "drill_events_left_out": merged.directions, "left_out": [p.place for p in merged.problems]})  # fmt: skip
        said += _told(file, merged, args.learner)
    _show(args, made, *said)
    return code


def _told(file, merged, learner):
    """What to say of a file that was merged."""
    added, already, bad, directions = merged.added, merged.already, len(merged.problems), merged.directions
    yield Pair(f"{file}：新增 {added} 条，原来就有 {already} 条，读不懂 {bad} 行",
               f"{file}: {added} added, {already} there already, {bad} lines left out")  # fmt: skip
    if directions:
        yield Pair(f"没有收 {directions} 条演练操作（开始、消息、收卷等）：交文件的人可以自己写。是您自己导出的记录，就加 --drills 再收一次。",
                   f"{directions} events of running a drill (start, news, end …) were not taken, as whoever hands a file in "
                   "could write them; if the record is your own export, import it again with --drills.")  # fmt: skip
    if len(merged.codes) > 1 and not learner:
        yield Pair(f"这个文件里有 {len(merged.codes)} 个学员代码。学员自己交的只该有一个；只收一个人的，用 --learner 写明代码。",
                   f"The file holds events of {len(merged.codes)} learner codes. A trainee's own has one; to take one "
                   "learner's alone, name the code with --learner.")  # fmt: skip


def run_questions(args):
    """Exit 0; 2 when there is no such case or step, or the place is taken."""
    from rightdoor import cases, exchange, tables

    book = tables.load()
    if args.case not in cases.library(book.root):
        known = Pair.join([Pair(id, id) for id in cases.library(book.root)])
        raise exchange.NoQuestion(
            Pair("没有这个案例；有：{ids}", "there is no such case; there are: {ids}").format(ids=known)
        )
    case = cases.load(args.case, book)
    found = (exchange.question(case, args.step),) if args.step else exchange.questions(case)
    if args.form == "moodle":
        files = {Path(args.out): exchange.quiz(found, args.lang)}
    else:
        files = {Path(args.out) / f"{one.id}.xml": exchange.item(one, args.lang) for one in found}
    for path, text in files.items():
        _write_new(path, text)
    made = {"questions": [one.id for one in found], "files": [str(path) for path in files]}
    _show(args, made, Pair(f"{args.out}：{len(found)} 题", f"{args.out}: {len(found)} questions"))
    return 0


def _write_new(path, text):
    from rightdoor.records import StoreError
    from rightdoor.tables import Problem

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        raise StoreError(Problem(str(path), Pair("文件已经存在，没有覆盖。", "the file exists and was not overwritten."),
                                 Pair("换一个位置。", "choose another place."))) from None  # fmt: skip
    except OSError as error:
        raise StoreError(Problem(str(path), Pair(f"写不进去：{error.strerror}。", f"cannot be written: {error.strerror}."),
                                 Pair("换一个位置。", "choose another place."))) from None  # fmt: skip


def run_roster(args):
    """Exit 0; 2 when the names or the earlier roster cannot be used, or the file is there already."""
    from rightdoor import roster

    before = roster.read(args.keep) if args.keep else roster.Roster(())
    made = roster.make(roster.names(args.names), args.speaks, before)
    roster.write(args.out, made)
    new = len(made.people) - len(before.people)
    _show(args, {"file": args.out, "people": len(made.people), "new": new},
          Pair(f"{args.out}：{len(made.people)} 人，新增 {new} 人。", f"{args.out}: {len(made.people)} people, {new} of them new."),
          Pair("姓名只在这个文件里，只有您能读。请自己保管，不要放到网上，也不要交给学员；用完删除。",
               "The names are in this file alone, and only you can read it. Keep it to yourself, off the network and away "
               "from the trainees; delete it when the class is over."))  # fmt: skip
    return 0


# ---- care ------------------------------------------------------------------------------------------------------


def run_forget(args):
    """Exit 0; 1 when the answer was no; 2 when it is no code, nobody can be asked, or the record cannot be used."""
    from rightdoor.records import event, StoreError  # noqa: I001
    from rightdoor.tables import Problem

    if not event.CODE.fullmatch(args.learner):
        raise StoreError(Problem(args.learner[:40], Pair("不是学员代码。", "is not a learner code."),
                                 Pair("代码由小写字母、数字和连字符组成。", "A code is of lower-case letters, digits and hyphens.")))  # fmt: skip
    if not args.yes and not _agreed(args):
        return 1
    done = _open(args).forget(args.learner)
    _show(args, {"learner": args.learner, "events": done.events, "says": say(done.says, args.lang)},
          Pair(f"已删除 {done.events} 条。", f"{done.events} events deleted."), done.says)  # fmt: skip
    return 0


def _agreed(args):
    from rightdoor.records import StoreError
    from rightdoor.tables import Problem

    if not sys.stdin.isatty():
        raise StoreError(Problem(args.learner, Pair("删除后不能恢复，请加 --yes 确认。", "this cannot be undone: confirm it with --yes.")))  # fmt: skip
    asked = Pair(f"彻底删除 {args.learner} 的全部记录，不能恢复。删除吗？[y/N] ",
                 f"Delete every event of {args.learner} for good? This cannot be undone. [y/N] ")  # fmt: skip
    return input(say(asked, args.lang)).strip().lower() in ("y", "yes", "是")


def run_rescue(args):
    """Exit 0; 1 when nothing could be read of a file; 2 when the record cannot be used or a file is not there."""
    from rightdoor.records import StoreError
    from rightdoor.tables import Problem

    for file in args.files:
        if not os.path.isfile(file):
            raise StoreError(
                Problem(file, Pair("没有这个文件。", "there is no such file."), Pair("核对文件名。", "check the name."))
            )
    log = _open(args)
    made = [dict(zip(("file", "found", "added"), (file, *log.rescue(file)), strict=True)) for file in args.files]
    _show(args, made, *(Pair("{file}：读出 {found} 条，新增 {added} 条", "{file}: {found} events read, {added} added")
                        .format(**one) for one in made))  # fmt: skip
    return 0 if all(one["found"] for one in made) else 1


def run_retention(args):
    """Exit 0; 2 when it is no date or the record cannot be used."""
    log = _open(args)
    if args.until is not None:
        log.retention = None if args.until == "none" else _date(args.until)
    until = log.retention
    said = Pair(f"此前的记录保存到 {until}，到期后第一次打开时删除。", f"Kept until {until}; at the first opening from that day on, "
                "everything earlier is deleted.") if until else Pair("没有设定保存期限。", "No retention date is set.")  # fmt: skip
    _show(args, {"until": until.isoformat() if until else None}, said)
    return 0


def _date(text):
    import argparse

    from rightdoor.records import StoreError
    from rightdoor.tables import Problem

    try:
        return day(text)
    except argparse.ArgumentTypeError:
        raise StoreError(Problem(text[:40], Pair("不是日期；写成 2027-06-30 的样子。", "is no date; write it as 2027-06-30."))) from None  # fmt: skip


def run_notice(args):
    """Print the data notice in the reader's language."""
    zh, _, en = (data_folder().parent / "docs" / "data-notice.md").read_text(encoding="utf-8").partition("\n---\n")
    print(say(Pair(zh.strip(), en.strip()), args.lang))
    return 0


# ---- reading ---------------------------------------------------------------------------------------------------


def run_next(args):
    """Exit 0; 2 when the record cannot be used."""
    from rightdoor import cases, mastery, records, tables

    book, log = tables.load(), _open(args)
    events = log.events(learner=args.learner or records.local_code(args.store))
    now = mastery.standing(mastery.tries(events, book), mastery.changes(events, book))
    advice = mastery.advise(now, mastery.offers(book), book)
    skills = [now.skill(id) for id in book.terms("skill")]
    made = {
        "case": advice.case, "why": [say(pair, args.lang) for pair in advice.why],
        "skills": [{"id": s.id, "state": s.state, "tries": s.tries, "mean": s.mean, "low": s.low, "high": s.high} for s in skills],
        "due": [{"case": i.case, "step": i.step, "known": i.known, "changed": list(i.changed)} for i in now.due],
    }  # fmt: skip
    title = cases.load(advice.case, book).title
    _show(args, made, Pair("下一个：{title}（{id}）", "Next: {title} ({id})").format(title=title, id=advice.case), *advice.why,
          *(_skill_line(s, book) for s in skills))  # fmt: skip
    return 0


def _skill_line(skill, book):
    from rightdoor.mastery import STATES

    words = {"name": book.label("skill", skill.id), "state": STATES[skill.state]}
    if not skill.tries:
        return Pair("· {name}：{state}", "· {name}: {state}").format(**words)
    shares = {name: round(100 * getattr(skill, name)) for name in ("mean", "low", "high")}
    return Pair("· {name}：{state}（练了 {n} 次，约 {mean}%，{low}% 至 {high}%）",
                "· {name}: {state} ({n} tries, about {mean}%, {low}% to {high}%)").format(n=skill.tries, **words, **shares)  # fmt: skip


def run_class(args):
    """Exit 0; 2 when the record cannot be used."""
    from rightdoor import analysis, tables

    book = tables.load()
    with Progress(READ, args.lang) as told:
        table = analysis.events(_open(args), told)
    items = analysis.items(table, args.every)
    looks = analysis.look_first(items, book)
    rows = json.loads(items.reset_index().to_json(orient="records")) if len(items) else []
    made = {"made": date.today().isoformat(), "items": rows, "look_first": [
        {"case": x.case, "step": x.step, "kind": x.kind, "says": say(x.says, args.lang)} for x in looks]}  # fmt: skip
    hidden = int((~items["shown"].astype(bool)).sum()) if len(items) else 0
    few = Pair(f"另有 {hidden} 步不到 {analysis.SMALLEST_GROUP} 人作答，不显示。",
               f"{hidden} steps answered by fewer than {analysis.SMALLEST_GROUP} learners are not shown.")  # fmt: skip
    lines = [Pair("{step}（{id}）\n  {says}", "{step} ({id})\n  {says}").format(
        step=x.step_says, id=f"{x.case}:{x.step}", says=x.says) for x in looks]  # fmt: skip
    nothing = Pair("没有特别要看的。", "Nothing stands out.")
    _show(args, made, *(lines or [nothing]), *([few] if hidden else []))
    return 0
