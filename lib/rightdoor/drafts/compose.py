"""The text of a letter of report and of a list of evidence, as blocks. What is not known stays a gap, 【…】.

What the writer knows and what she guesses stand under different headings, and nobody is called guilty: the letter tells
what happened and leaves its name to the organ.
"""

from dataclasses import replace

from rightdoor.drafts import story
from rightdoor.drafts.block import Block
from rightdoor.drafts.doors import FORMS, asks
from rightdoor.law import letter as law_letter
from rightdoor.law.case import Case
from rightdoor.law.rule import law_of
from rightdoor.tables import NotInForce
from rightdoor.text import Pair

MOST_ARTICLES = 6


def letter(plan, door, words):
    """The blocks of a letter to `door`. Raises LookupError if the plan has no such door or it takes no letter."""
    place = plan.place(door)
    if door not in FORMS:
        raise LookupError(f"{door} takes no letter of report")
    form, case = FORMS[door], Case(plan.facts, plan.book, plan.today)
    tell = _notes(plan, door)
    head = [
        Block("title", form.title, DRAFT),
        Block("to", Pair("{to}：", "To {to}:").format(to=form.to), _level(place)),
    ]
    body = [
        ("who-writes", _writer(case, place, tell)),
        ("who", story.person(plan, words, tell.get("who-leaked")) if not form.right else []),
        ("known", story.known(plan, words, tell)),
        ("guessed", story.guessed(plan, words)),
        ("earlier", story.earlier(plan)),
        ("asks", _asks(door, case, law_of(plan.book, case.decided), plan.book, tell.get("request"))),
        ("articles", _articles(plan, place, form)),
    ]
    blocks, n = head, 0
    for name, part in body:
        part = list(part)
        if part:
            n += 1
            title = HEADINGS_OF_RIGHT.get(name, HEADINGS[name]) if form.right else HEADINGS[name]
            numbered = Pair(f"{NUMERALS[n]}、{title.zh}", f"{n}. {title.en}")
            blocks = [*blocks, Block("heading", numbered), *part]
    return (*blocks, *_close(case), Block("break"), *_enclosure(plan, words, tell.get("evidence-list")))


def evidence_list(plan, words):
    """The blocks of the list of evidence that she keeps for herself, with the red lines."""
    cite = plan.book.cite
    reds = [
        Block("item", Pair("{says}（{basis}）", "{says} ({basis})").format(
            says=f.says, basis=Pair.join(cite(id) for id in f.basis[:2])))
        for f in plan.decision.red_lines
    ]  # fmt: skip
    return (
        Block("title", Pair("证据清单", "List of evidence")),
        Block("text", KEEP),
        *_table(plan, words, everything=True),
        Block("heading", Pair("红线：这些事做不得", "Red lines: what not to do")),
        *reds,
    )


def for_script(blocks, script):
    """The blocks as a reader of one script needs them: the Traditional letter says first who reads it."""
    if script == "zh-Hant":
        return (Block("note", MAINLAND_READS), *blocks)
    return (Block("note", READING_COPY), *blocks) if script == "en" else blocks


NUMERALS = "〇一二三四五六七八九十"
HEADINGS = {
    "who-writes": Pair("反映人", "Who writes"),
    "who": Pair("被反映的人或者单位", "The person or unit concerned"),
    "known": Pair("我知道的事实（亲身经历，或者有材料）", "What I know (at first hand, or with proof)"),
    "guessed": Pair("我的推测（没有证实）", "What I suppose (not proved)"),
    "earlier": Pair("以前向哪里反映过", "Earlier reports"),
    "asks": Pair("请求", "What I ask for"),
    "articles": Pair(
        "可能适用的规定（是否适用，由收件机关认定）", "Provisions that may apply (it is for the organ to say)"
    ),
}
HEADINGS_OF_RIGHT = {
    "who-writes": Pair("权利人", "The person whose right it is"),
    "articles": Pair("依据", "Provisions relied on"),
}
DRAFT = Pair(
    "这是草稿。补齐黄色的【】，删去不需要的话和这些批注，核对后签名。原件交出去，自己留一份复印件。",
    "A draft. Fill the yellow 【】, delete what does not fit and these remarks, check, and sign. Keep a copy.",
)
MAINLAND_READS = Pair(
    "提示：内地机关通用简体字。这一份供阅读和修改；寄出前请换用简体的那一份。（这一行寄出前删去）",
    "Note: organs of the mainland read Simplified Chinese. (Delete this line before sending.)",
)
READING_COPY = Pair("", "English reading copy. The letter that is sent is the Chinese one.")
KEEP = Pair(
    "原件自己保管，交出去的是复印件或者当场核对；每交一份，记下日期、收件人和编号。没有的写“无”，不要为了凑材料去做红线里的事。",
    "Keep the originals and hand in copies, or have them compared on the spot; note date, recipient and number of each. "
    "Write “none” where there is none, and do nothing on the list of red lines to get more.",
)


# ---- the parts ------------------------------------------------------------------------------------------------------


def _notes(plan, door):
    """What the law asks of such a letter, by element, as remarks to the writer."""
    cite = plan.book.cite
    return {
        f.id: Pair("{says}（{basis}）", "{says} ({basis})").format(says=f.says, basis=Pair.join(map(cite, f.basis)))
        for f in law_letter.elements(plan.facts, plan.book, plan.today, door)
    }


def _level(place):
    level = Pair("找哪一级：{level}", "Which level: {level}").format(level=place.way.fixed.level)
    if place.row.status == "verified":
        return level
    return Pair("{level}。以当地公布为准。", "{level}. Confirm locally.").format(level=level)


NEEDS_A_NAME = frozenset({"identity-needed", "real-name-required", "real-name-expected"})
NAME = (
    Pair("姓名：【真实姓名】", "Name: 【real name】"),
    Pair("身份证件号码：【】", "Identity-document number: 【】"),
    Pair("联系电话：【】", "Telephone: 【】"),
    Pair("联系地址：【】", "Address: 【】"),
)
NO_NAME = (Pair("我不写明姓名。", "I do not give my name."),)


def _writer(case, place, tell):
    """Who writes: gaps for name and contact; unnamed where she wishes it and the door allows it, with what that costs."""
    named = not case.facts.anonymous or place.row.anonymous in NEEDS_A_NAME
    note = tell.get("name-and-contact")
    if case.facts.anonymous:
        rule = case.book.label("anonymity", place.row.anonymous)
        note = Pair(
            "不写姓名的材料可能没有答复；这个部门对匿名的规定：{rule}。",
            "An unnamed letter may get no answer; this door's rule on unnamed letters: {rule}.",
        ).format(rule=rule)
    return [Block("text", line, None if i else note) for i, line in enumerate(NAME if named else NO_NAME)]


def _asks(door, case, law, book, note):
    out = []
    for i, ask in enumerate(asks(door, case), 1):
        basis = [id for id in map(law.cite, ask.basis) if id]
        says = Pair(f"{i}. {ask.says.zh}", f"{i}. {ask.says.en}")
        if basis:
            says = Pair("{says}（{basis}）", "{says} ({basis})").format(
                says=says, basis=Pair.join(map(book.cite, basis))
            )
        out.append(Block("item", says, note if i == 1 else None))
    return out


def _articles(plan, place, form):
    """Articles of substance as they stood on the day of the conduct, each with the days of its version."""
    ids = []
    if "crime" in form.cites and Case(plan.facts, plan.book, plan.today).offends:
        ids.append(plan.decision.crime.article)
    for name in form.cites:
        found = plan.decision.liability.get(name, ())
        ids += [f.basis[0] for f in found if f.basis and f.id not in ASIDE]
    seen = tuple(dict.fromkeys(ids))[:MOST_ARTICLES]
    out = [Block("item", _version(plan, id)) for id in seen]
    if out and plan.day_assumed:
        note = Pair(
            "行为日期还不知道，这里按今天有效的文本列出；日期弄清后请核对。",
            "The day of the conduct is not known; these are today's texts. Check them once it is.",
        )
        out[0] = replace(out[0], note=note)
    return out


# Findings that hold only on a fact nobody has told, that send elsewhere, or that weigh old law against new.
ASIDE = frozenset(
    {
        "officer-may-not-use-data-of-a-public-security-case",
        "network-law-sends-to-other-laws",
        "old-law-or-the-lighter-one",
        "public-security-limit-seems-to-have-run",
    }
)


def _version(plan, id):
    try:
        found = plan.book.article(id, plan.facts.on)
    except NotInForce:
        found = plan.book.article(id, max(plan.today, plan.facts.on))
    since, until = story.day(found.since), story.day(found.until) if found.until else None
    if until:
        words = Pair(
            "{cite}（{since}起施行、{until}前有效的文本）", "{cite} (text in force from {since} until before {until})"
        )
    else:
        words = Pair("{cite}（{since}起施行的文本）", "{cite} (text in force since {since})")
    return words.format(cite=found.cite, since=since, until=until)


def _close(case):
    truth = Pair(
        "以上第一手的事实是我亲身经历或者有材料的；推测的部分没有证实，请依法核查。我没有捏造事实；与事实有出入的，我愿意说明、更正。",
        "What is told above as known I lived through or can prove; what is told as supposed is not proved, and I ask that "
        "it be examined. I have invented nothing; where it departs from the facts, I am ready to explain and correct it.",
    )
    sign = (
        Pair("反映人（签名）：【】", "Signature: 【】")
        if not case.facts.anonymous
        else Pair("【可以不签名】", "【may be left unsigned】")
    )
    return [Block("text", truth), Block("sign", sign), Block("sign", Pair("【年　　月　　日】", "【date】"))]


# ---- evidence -------------------------------------------------------------------------------------------------------


def _enclosure(plan, words, note):
    yield Block("heading", Pair("附件：证据清单", "Enclosure: list of evidence"), note)
    yield from _table(plan, words)


def _table(plan, words, everything=False):
    """A table of what she named, then of what the facts suggest; a request is no enclosure."""
    rows = [
        (
            Pair("序号", "No."),
            Pair("材料", "Item"),
            Pair("能说明什么", "What it shows"),
            Pair("原件／复制件、份数", "Original or copy, number"),
        )
    ]
    typed = [line.strip() for line in words.evidence.splitlines() if line.strip()]
    for line in typed:
        rows.append((_number(rows), Pair(line, line), Pair("【】", "【】"), Pair("【】", "【】")))
    for item in plan.evidence:
        name = item.what if everything else item.paper
        if name:
            state = HAVE if item.paper else ASKED
            what = Pair("{what}{state}", "{what} {state}").format(what=name, state=state)
            rows.append((_number(rows), what, item.shows, Pair("【】", "【】")))
    yield Block("table", rows=tuple(rows))


HAVE, ASKED = Pair("【有／没有】", "【yes / no】"), Pair("【请求了没有】", "【asked for: yes / no】")


def _number(rows):
    return Pair(str(len(rows)), str(len(rows)))
