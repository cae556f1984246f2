"""A new case from a few questions: a file that passes the check and plays to its end; what is to be written is marked.

The doors on offer are those that the law names for the leaker, and two that it refuses; the author goes on from there.
"""

import json
import re
from datetime import date

from rightdoor import cases, tables
from rightdoor.cases.read import read
from rightdoor.cli import complain
from rightdoor.cli.parser import printable
from rightdoor.law.decide import decide
from rightdoor.law.facts import parse
from rightdoor.text import Pair, say

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*$")
LONGEST = 80
FIRST = ("now", "primary")
TO_WRITE = "待写：", "to be written: "
SKILLS = {"leaker": "classify-leaker", "doors": "order-doors"}
NEXT = Pair(
    "接着把文件里的“待写：”都换成你的话，再运行 rightdoor case check {id}。",
    "Now replace each text that begins with 'to be written:', then run rightdoor case check {id}.",
)
CITE = ("civil-code/1039", "pipl/10", "npcsc-2012-decision/1")

QUESTIONS = {
    "id": Pair(
        "编号（小写字母、数字、连字符，如 hospital-list）",
        "id (lower-case letters, digits, hyphens, as in hospital-list)",
    ),
    "zh": Pair("中文标题", "title in Chinese"),
    "en": Pair("英文标题", "title in English"),
    "on": Pair("行为发生的日期", "day of the conduct"),
    "today": Pair("来访的日期", "day on which the client comes"),
    "actor": Pair("谁泄露的", "who leaked"),
    "sector": Pair("在哪个行业", "in which line of work"),
    "conduct": Pair("做了什么", "what was done"),
    "section": Pair("对应常见说法的哪一节", "which section of the common advice it answers"),
}


class NewCaseError(ValueError):
    """An answer that cannot be used, or none at all; `says` is for the author."""

    def __init__(self, zh, en):
        super().__init__(en)
        self.says = Pair(zh, en)


def ask_all(book, lang, ask=input):
    """The answers as a dict; a question is asked until its answer can be used. NewCaseError at the end of input."""
    lists = {"actor": "actor", "sector": "sector", "conduct": "conduct", "section": "hearsay_section"}
    found = {}
    for name, words in QUESTIONS.items():
        ids = book.terms(lists[name]) if name in lists else ()
        for n, id in enumerate(ids, 1):
            print(f"  {n}. {printable(say(book.label(lists[name], id), lang))}")
        while name not in found:
            try:
                found[name] = usable(name, ask(f"{say(words, lang)}: ").strip(), ids, found, book)
            except NewCaseError as error:
                print(say(error.says, lang))
            except EOFError:
                raise NewCaseError(
                    "问题没有答完，什么也没有写。", "The questions were not all answered; nothing was written."
                ) from None
    return found


def usable(name, text, ids, found, book):
    """The answer in its plain form. NewCaseError says what is wrong with it."""
    if ids:
        if text.isascii() and text.isdigit() and 0 < int(text[:4]) <= len(ids):
            return ids[int(text) - 1]
        if text in ids:
            return text
        raise NewCaseError("输入列出的数字。", "Type one of the numbers listed.")
    if name in ("on", "today"):
        return _day(name, text, found)
    if name == "id" and not (ID.match(text) and len(text) <= LONGEST):
        raise NewCaseError("只用小写字母、数字和连字符。", "Use lower-case letters, digits and hyphens only.")
    if name == "id" and text in cases.library(book.root):
        raise NewCaseError("已经有这个编号的案例。", "There is a case of that id.")
    if not text or len(text) > LONGEST or not text.isprintable():
        raise NewCaseError(f"写 1 到 {LONGEST} 个可见字符。", f"Write 1 to {LONGEST} visible characters.")
    return text


def _day(name, text, found):
    try:
        day = date.fromisoformat(text if len(text) == 10 else "")
    except ValueError:
        raise NewCaseError("写成 2026-01-31 的样子。", "Write it as 2026-01-31.") from None
    if name == "today" and day.isoformat() < found["on"]:
        raise NewCaseError("来访不能早于行为。", "The client cannot come before the conduct.")
    return day.isoformat()


def write(book, answers, folder, lang):
    """Write the file and check it; prints its path. Exit code 0, or 2 when it cannot be written or used."""
    path = folder / f"{answers['id']}.yaml"
    text = file_of(book, answers)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        return complain(
            [
                tables.Problem(
                    str(path),
                    Pair(f"写不了：{error.strerror}。", f"cannot be written: {error.strerror}."),
                    Pair("换一个位置。", "choose another place."),
                )
            ],
            lang,
        )
    _, problems = read(path, book)
    print(path)
    complain(problems, lang)
    if not problems:
        print(say(NEXT.format(id=answers["id"]), lang))
    return 2 if problems else 0


def file_of(book, answers):
    """The text of a valid starting file."""
    facts = {"leaker.sector": answers["sector"], "conduct": [answers["conduct"]]}
    today = date.fromisoformat(answers["today"])
    known = parse({"on": answers["on"]}).learn({**facts, "leaker.actor": answers["actor"]})
    decision = decide(known, book, today=today)
    wanted = [d for d in decision.doors if d.stage in FIRST]
    opened = {d.id for d in decision.doors}
    shut = [d.id for d in decision.not_doors] + [id for id in book.doors(today) if id not in opened]
    others = [id for id in ("police_officer", "company_staff", "individual") if id != answers["actor"]][:2]
    offered = [*(d.id for d in wanted), *list(dict.fromkeys(shut))[:2]]
    lines = [
        *_head(answers, facts, SKILLS if wanted else {"leaker": SKILLS["leaker"]}),
        *_call(answers),
        *_leaker(book, answers, others, "doors" if wanted else "end"),
        *(_doors(offered, wanted[0].fixed.basis[0]) if wanted else ()),
        "walks:",
        f"- {{name: {_q(TO_WRITE[1] + 'what this walk proves')}, expect: {{leaker: {answers['actor']}}}}}",
    ]
    return "\n".join(lines) + "\n"


def _head(answers, facts, skills):
    return [
        "# 一两句话说明本案；把“待写：”都换掉。Say in a sentence what the case is, and replace each 'to be written:'.",
        f"id: {answers['id']}",
        f"title: {_pair(answers['zh'], answers['en'])}",
        f"on: {answers['on']}",
        f"today: {answers['today']}",
        "minutes: 10",
        "start: call",
        f"skills: [{', '.join(skills.values())}]",
        f"sections: [{_q(answers['section'])}]",
        "facts:",
        *(f"  {path}: {json.dumps(value)}" for path, value in facts.items()),
        "steps:",
    ]


def _call(answers):
    return [
        "  call:",
        f"    say: {_to_write('来访人的第一句话', 'what the client says first')}",
        "    ask: {zh: 你先问什么？, en: What do you ask first?}",
        "    choices:",
        "    - id: who",
        "      label: {zh: 是谁泄露的？, en: Who leaked it?}",
        f"      tell: {_to_write('来访人怎么回答', 'what the client answers')}",
        f"      learn: {{leaker.actor: {answers['actor']}}}",
        "    - id: money",
        "      label: {zh: 你想要多少赔偿？, en: How much do you want to be paid?}",
        "      hint: {zh: 先弄清事实，再谈赔偿。, en: Facts first and money later.}",
        "    next: leaker",
    ]


def _leaker(book, answers, others, on_to):
    options = [
        line
        for id in (answers["actor"], *others)
        for line in (
            f"    - id: {id}",
            f"      why: {_to_write('为什么是或不是这一类', 'why this is or is not the one')}",
        )
    ]
    return [
        "  leaker:",
        "    ask: {zh: 泄露信息的人是哪一类？, en: What kind of person is the leaker?}",
        f"    skill: {SKILLS['leaker']}",
        "    decide: leaker.actor",
        "    choices:",
        *options,
        f"    cite: [{_q(_standing(book, date.fromisoformat(answers['on'])))}]",
        f"    next: {on_to}",
    ]


def _doors(offered, cited):
    return [
        "  doors:",
        "    ask: {zh: 该去哪些门？选出来，按先后排好。, en: Which doors? Choose them and put them in order.}",
        f"    skill: {SKILLS['doors']}",
        "    decide: doors",
        "    offer:",
        *(f"    - id: {id}" for id in offered),
        f"    cite: [{_q(cited)}]",
        "    next: end",
    ]


def _standing(book, day):
    """The first of the general articles on personal information that is in force that day."""
    for id in (*CITE, "constitution/41"):
        try:
            return book.article(id, day).id
        except tables.NotInForce:
            continue
    raise NewCaseError(f"{day} 没有可引的条文。", f"No article can be cited for {day}.")


def _to_write(zh, en):
    return _pair(TO_WRITE[0] + zh, TO_WRITE[1] + en)


def _pair(zh, en):
    return f"{{zh: {_q(zh)}, en: {_q(en)}}}"


def _q(text):
    """The text as a quoted YAML scalar."""
    return json.dumps(text, ensure_ascii=False)
