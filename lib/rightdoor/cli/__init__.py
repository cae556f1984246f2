"""The command `rightdoor`. Exit codes: 0 done, 1 done with failures named, 2 bad input."""

import sys

from rightdoor.cli.parser import Parser, language, printable
from rightdoor.tables.rows import Problem
from rightdoor.text import Pair, say
from rightdoor.yamlfile import YamlError

NAMES = ("decide", "law", "case", "check", "build", "report", "class", "records")
ROOMS = {"class": "classroom"}  # no module can be called class


def main(argv=None):
    """Run one command; returns its exit code. Faults in the user's input end in sentences, not in a traceback."""
    _forgive()
    argv = list(sys.argv[1:] if argv is None else argv)
    lang, argv = language(argv)
    parser = Parser(
        lang,
        prog="rightdoor",
        description=Pair(
            "找对门：个人信息泄露了，该去哪个部门。", "RightDoor: where to report a leak of personal information."
        ),
    )
    commands = parser.commands()
    wanted = next((a for a in argv if not a.startswith("-")), None)
    for name in NAMES:
        # a command's room is imported when it is asked for: `decide` starts without what reports need
        room = _room(name) if wanted in (name, None) or wanted not in NAMES else None
        if room:
            room.add(commands)
        else:
            commands.add(name, Pair("", ""))
    args = parser.parse_args(argv)
    args.lang = lang
    try:
        return args.run(args) or 0
    except BrokenPipeError:
        sys.stderr.close()  # the reader of the pipe has gone; nothing is left to say
        return 0
    except KeyboardInterrupt:
        print(say(Pair("已停止。", "Stopped."), lang), file=sys.stderr)
        return 1
    except Exception as error:
        problems = told(error)
        if not problems:
            raise
        return complain(problems, lang)


def _forgive():
    """Letters that a terminal cannot read or show become a question mark and stop nobody."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def told(error):
    """The Problems that an error of ours carries for its reader; empty for a fault in the program."""
    if problems := getattr(error, "problems", None):
        return problems
    if problem := getattr(error, "problem", None):
        return [problem]
    if isinstance(error, YamlError):
        return [Problem(error.place, Pair(error.zh, error.en))]
    says = getattr(error, "says", None)
    return [Problem("", says)] if isinstance(says, Pair) else []


def complain(problems, lang):
    """Print each problem on a line of standard error, as `place: what. cure`; returns exit code 2."""
    space = " " if lang == "en" else ""
    for problem in problems:
        place = f"{problem.place}: " if problem.place else ""
        print(printable(f"{place}{say(problem.says, lang)}{space}{say(problem.cure, lang)}".rstrip()), file=sys.stderr)
    return 2


def _room(name):
    from importlib import import_module

    return import_module(f"rightdoor.cli.{ROOMS.get(name, name)}")
