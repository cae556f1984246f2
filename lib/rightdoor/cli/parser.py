"""argparse that speaks three languages: its texts are Pairs, and its own phrases are translated too."""

import argparse
import re
from datetime import date

from rightdoor.text import LANGS, Pair, default_lang, say

PHRASES = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "subcommands": "命令",
    "show this help message and exit": "显示本说明",
    "the following arguments are required: %s": "缺少参数：%s",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "expected one argument": "需要一个值",
    "expected at least one argument": "至少需要一个值",
    "invalid choice: %(value)r (choose from %(choices)s)": "“%(value)s”不在可选之列（%(choices)s）",
    "invalid %(type)s value: %(value)r": "“%(value)s”不是合格的 %(type)s",
    "'%s' is not a real date: write it as 2026-01-31": "“%s”不是真实的日期：写成 2026-01-31 的样子",
    "'%s' is not a learner code: 2 to 40 lower-case letters, digits and hyphens": "“%s”不是学员代码：2 至 40 个小写字母、数字和连字符",
    "'%s' is not a number of days": "“%s”不是天数",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s：%(message)s\n",
}


def language(argv):
    """`(language, remaining arguments)`: --lang is taken out wherever it stands; else the terminal's language."""
    rest, lang = [], None
    arguments = iter(argv)
    for argument in arguments:
        if argument == "--lang":
            lang = next(arguments, "")
        elif argument.startswith("--lang="):
            lang = argument[len("--lang=") :]
        else:
            rest.append(argument)
    if lang is None:
        return default_lang(), rest
    if lang not in LANGS:
        Parser(default_lang(), prog="rightdoor").error(f"--lang: {' | '.join(LANGS)}")
    return lang, rest


def day(text):
    """An ISO date of the years 1900 to 2099, for argparse."""
    try:
        if not re.fullmatch(r"(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        phrase = argparse._("'%s' is not a real date: write it as 2026-01-31")
        raise argparse.ArgumentTypeError(phrase % printable(text)[:40]) from None


def learner_code(text):
    """A learner code, for argparse."""
    from rightdoor.records.event import CODE

    if not CODE.match(text):
        phrase = argparse._("'%s' is not a learner code: 2 to 40 lower-case letters, digits and hyphens")
        raise argparse.ArgumentTypeError(phrase % printable(text)[:40])
    return text


def whole_days(text):
    """A number of days, from 0, for argparse."""
    if not re.fullmatch(r"[0-9]{1,5}", text):
        raise argparse.ArgumentTypeError(argparse._("'%s' is not a number of days") % printable(text)[:40])
    return int(text)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser in one language. `description` and `help` are Pairs."""

    def __init__(self, lang, description=None, **options):
        self.lang = lang
        # argparse looks its phrases up in this module-level name; there is no other way in without .mo files
        argparse._ = lambda phrase: phrase and say(Pair(PHRASES.get(phrase, phrase), phrase), lang)
        super().__init__(
            description=say(description, lang) if description else None,
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **options,
        )
        self.add_argument("-h", "--help", action="help", help=argparse._("show this help message and exit"))

    def error(self, message):
        """Say what is wrong with the arguments, safely printable, and exit with code 2."""
        super().error(printable(message))

    def option(self, *names, help, into=None, **options):
        """add_argument with the help as a Pair; `into` a group of arguments that exclude each other."""
        return (into or self).add_argument(*names, help=say(help, self.lang).replace("%", "%%"), **options)

    def commands(self):
        """A place for subcommands: `.add(name, help)` returns the subcommand's Parser."""
        return _Commands(self)


class _Commands:
    def __init__(self, parser):
        self.lang = parser.lang
        self.subparsers = parser.add_subparsers(
            required=True, metavar="", parser_class=Parser, title=argparse._("subcommands")
        )

    def add(self, name, help, run=None):
        """A subcommand; `run(args)` is called when it is chosen."""
        options = {"help": say(help, self.lang)} if help.zh else {}
        parser = self.subparsers.add_parser(name, lang=self.lang, description=help if help.zh else None, **options)
        parser.set_defaults(run=run, lang=self.lang)
        return parser


def printable(text):
    """Text from outside, safe to print: control and direction-changing characters are shown as \\x.."""
    return re.sub(
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]",
        lambda m: f"\\x{ord(m[0]):02x}",
        text,
    )
