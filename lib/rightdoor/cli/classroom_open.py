"""rightdoor class open | links | revoke: a class on this computer."""

import ipaddress
import subprocess
import sys

from rightdoor.cli import complain
from rightdoor.cli.parser import printable
from rightdoor.text import Pair, say

ADDRESSES_NOT_TO_LISTEN_ON = Pair(
    "这不是学员能输入的地址。写这台电脑在教室网络里的地址，如 192.168.1.20。",
    "this is no address that a trainee could type. Give this computer's address on the class network, such as 192.168.1.20.",
)


def add(commands):
    """Add the subcommands that serve a class."""
    opened = commands.add("open", Pair("开班：打印每个人的链接，然后提供服务，直到按 Ctrl-C",
                          "open a class: print everybody's link, then serve until Ctrl-C"), run_open)  # fmt: skip
    opened.option("plan", nargs="?", metavar="PLAN", help=Pair("演练方案（rightdoor class plans 列出）；接着上次的班可以不写",
                  "the plan (rightdoor class plans lists them); not needed to go on with a class"))  # fmt: skip
    opened.option("--roster", metavar="FILE", help=Pair("名册：code,name,lang", "the roster: code,name,lang"))
    opened.option("--host", help=Pair("这台电脑在教室网络里的地址；不写就只有这台电脑能打开",
                  "this computer's address on the class network; without it only this computer can open the class"))  # fmt: skip
    opened.option("--port", type=int, help=Pair("端口（默认 8765）；链接里写着它，之后不变",
                  "the port (8765); it is part of the links and stays"))  # fmt: skip
    opened.option(
        "--hours", type=int, help=Pair("链接几小时后过期（默认 12）", "after how many hours the links run out (12)")
    )
    opened.option(
        "--certificate", metavar="FILE", help=Pair("TLS 证书（PEM），给连接加密", "a TLS certificate (PEM), to encrypt")
    )
    opened.option("--certificate-key", metavar="FILE", help=Pair("它的私钥（PEM）", "its key (PEM)"))
    opened.option("--no-serve", action="store_true", help=Pair("只准备，不启动", "prepare everything, serve nothing"))
    _where(opened)
    links = commands.add("links", Pair("重新打印链接；给出代码，就给这几个人新链接（收回过的也可以）",
                         "print the links again; with codes, new links for these, also after a revocation"), run_links)  # fmt: skip
    links.option(
        "codes", nargs="*", metavar="CODE", help=Pair("学员代码，或 instructor", "learner codes, or “instructor”")
    )
    _where(links)
    gone = commands.add("revoke", Pair("收回一个人的链接：一秒之内就不能再用",
                        "revoke somebody's link: within a second it is worth nothing"), run_revoke)  # fmt: skip
    gone.option("code", metavar="CODE", help=Pair("学员代码，或 instructor", "a learner code, or “instructor”"))
    _where(gone)


def _where(parser):
    parser.option("--folder", metavar="FOLDER", help=Pair("班级文件夹（默认在用户数据文件夹里，按方案和日期命名）",
                  "the folder of the class (by default in the user's data folder, named by plan and date)"))  # fmt: skip
    parser.option("--store", metavar="PLACE", help=Pair("学习记录在哪里（文件或 PostgreSQL 地址）",
                  "where the learning record is (a file or a PostgreSQL URL)"))  # fmt: skip


def run_open(args):
    """Exit 0 after Ctrl-C; 2 when the class cannot be opened."""
    from rightdoor.classroom import opening

    wrong = list(_faults(args))
    if wrong:
        return complain(wrong, args.lang)
    folder, log = _opened(args)
    sheet = opening.print_links(folder, log)
    own = opening.address(folder, opening.Seats(folder, log), opening.INSTRUCTOR)
    log.close()
    print(say(Pair(f"链接（打印后剪开分发）：{sheet}", f"The links, to print and cut apart: {sheet}"), args.lang))
    print(say(Pair(f"控制台（只给老师）：{own}", f"The console (for instructors only): {own}"), args.lang), flush=True)
    if args.no_serve:
        return 0
    command = [sys.executable, "-P", "-m", "rightdoor.server.classroom"]
    command += ["--folder", str(folder.path), "--lang", args.lang, "--until-stdin-closes"]
    return _serve(command)


def _opened(args):
    """`(ClassFolder, Log)`: the class of this plan and day if there is one, else a new one."""
    from rightdoor import drills, records, roster, tables
    from rightdoor.classroom import ClassError, ClassFolder, opening

    path = args.folder or (opening.usual_folder(args.plan) if args.plan else opening.latest_folder())
    people = roster.read(args.roster) if args.roster else None
    asked = {"host": args.host, "port": args.port, "hours": args.hours, "certificate": args.certificate,
             "certificate_key": args.certificate_key}  # fmt: skip
    asked = {key: value for key, value in asked.items() if value is not None}
    if ClassFolder.there(path):
        log = records.Log(args.store or ClassFolder(path).store)
        return opening.take_up(path, people, log, args.plan, **asked), log
    book = tables.load()
    try:
        plan = drills.load(args.plan, book)
    except LookupError:
        raise ClassError(_no_such_plan(args.plan, drills.library(book.root))) from None
    log = records.Log(args.store)
    return opening.open_class(path, plan, people, log, book, lang=args.lang, **asked), log


def _no_such_plan(plan, there):
    from rightdoor.tables import Problem

    return Problem(
        printable(plan)[:60],
        Pair("没有这个演练方案。", "there is no such plan."),
        Pair(f"有：{'、'.join(there)}；也可以抽卡。", f"there are: {', '.join(there)}; or draw a card."),
    )


def _faults(args):
    from rightdoor.classroom import ClassFolder, opening
    from rightdoor.tables import Problem

    path = args.folder or (opening.usual_folder(args.plan) if args.plan else None)
    if not (path and ClassFolder.there(path)) and (args.plan or args.folder):
        for name, value in (("PLAN", args.plan), ("--roster", args.roster)):
            if not value:
                yield Problem(name, Pair("开新班要写明它。", "is needed to open a new class."))
    if args.host is not None and not _can_be_typed(args.host):
        yield Problem(f"--host {printable(args.host)[:40]}", ADDRESSES_NOT_TO_LISTEN_ON)
    if args.port is not None and not 1024 <= args.port <= 65535:
        yield Problem(
            f"--port {args.port}", Pair("端口应在 1024 至 65535 之间。", "a port is a number from 1024 to 65535.")
        )
    if args.hours is not None and not 1 <= args.hours <= 24 * 14:
        yield Problem(f"--hours {args.hours}", Pair("应为 1 至 336 小时。", "should be from 1 to 336 hours."))
    if bool(args.certificate) != bool(args.certificate_key):
        yield Problem("--certificate", Pair("证书和私钥要一起给。", "the certificate and its key go together."))


def _can_be_typed(host):
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.version == 4 and not (address.is_unspecified or address.is_multicast)


def _serve(command):
    """Run the server until Ctrl-C. It ends when our end of the pipe closes, so that none survives this program."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.stdin.close()  # the terminal has told the server too
            try:
                return process.wait(15) and 0
            except (KeyboardInterrupt, subprocess.TimeoutExpired):
                process.kill()


def run_links(args):
    """Exit 0; 2 when there is no such class or code."""
    from rightdoor.classroom import opening

    folder, log = _there(args)
    for code in args.codes:
        opening.let_in_again(folder, log, code)
    sheet = opening.print_links(folder, log, args.codes or None)
    print(say(Pair(f"链接（打印后剪开分发）：{sheet}", f"The links, to print and cut apart: {sheet}"), args.lang))
    return 0


def run_revoke(args):
    """Exit 0; 2 when there is no such class or code."""
    from rightdoor.classroom import opening

    folder, log = _there(args)
    opening.revoke(folder, log, args.code)
    print(say(Pair(f"已收回 {args.code} 的链接；要给新的：rightdoor class links {args.code}",
                   f"The link of {args.code} is revoked; for a new one: rightdoor class links {args.code}"), args.lang))  # fmt: skip
    return 0


def _there(args):
    from rightdoor import records
    from rightdoor.classroom import ClassFolder, opening

    folder = ClassFolder(args.folder or opening.latest_folder())
    return folder, records.Log(args.store or folder.store)
