"""What a text of a case must not hold: a surname that does not convert cleanly, a number that could be somebody's."""

import re

from rightdoor.cases.faults import fault

# Surnames of which Simplified and Traditional script have one form each; the author's guide lists them too.
SURNAMES = (
    "王李张刘陈杨黄赵吴徐孙马郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭蔡潘田董袁蒋杜魏程吕丁任姚卢崔谭廖汪陆金石戴贾韦夏邱方侯"
    "邹熊孟秦白江阎薛尹段雷黎史陶贺顾毛郝龚邵万钱严覃武戚莫孔汤温康施文牛樊葛邢安齐易乔庞颜倪庄聂章鲁殷詹申欧耿关焦俞左"
    "柳甘祝包尚舒阮柯纪梅童凌毕单裴霍苗盛翁冉骆蓝路辛靳管"
)
THINGS = "日天人种个些地市县区省公医单校派银平部局年月时处家位款快物小学村街条一"  # 某 before them names nobody
NAMED = re.compile(rf"([\u4e00-\u9fff])(?:某(?![{THINGS}])|女士|先生)")
NO_NAME = frozenset("某位名个的是这那和与跟对向给有在找问叫请被把由让到为如")
PRIVATE = re.compile(
    r"[1-9]\d{16}[\dXx](?!\d)"  # an identity number
    r"|(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"  # a mobile telephone
    r"|(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)"  # a telephone with its area code
    r"|(?<!\d)\d{4}(?:[ -]?\d{4}){3}\d{0,3}(?!\d)"  # a bank card
    r"|\d{9,}"
)


def texts(case):
    """Every text of a case as `(keys of its place, Pair)`."""
    yield ("title",), case.title
    for name, table in case.words.items():
        yield from ((("words", name, value), pair) for value, pair in table.items())
    yield from ((("news", news.id, "say"), news.say) for news in case.news.values())
    for step in case.steps.values():
        for key in ("say", "ask", "hint"):
            if getattr(step, key):
                yield ("steps", step.id, key), getattr(step, key)
        for position, option in enumerate(step.options):
            for key in ("label", "tell", "hint", "why"):
                if getattr(option, key):
                    yield ("steps", step.id, step.kind.key, position, key), getattr(option, key)
        for position, place in enumerate(step.places):
            yield ("steps", step.id, "places", position), place.label
        for why in step.mistakes.values():
            yield ("steps", step.id, step.kind.key), why


def wording(case, at):
    """Problems of names and numbers in the texts."""
    for keys, pair in texts(case):
        for name in dict.fromkeys(match[1] for match in NAMED.finditer(pair.zh)):
            if name not in SURNAMES and name not in NO_NAME:
                yield fault(
                    at(*keys),
                    f"姓“{name}”在繁体里不一定转得对。",
                    f"the surname '{name}' may not convert cleanly to Traditional script.",
                    ("换一个 data/cases/README.md 列出的姓。", "take a surname that data/cases/README.md lists."),
                )
        for half in (pair.zh, pair.en):
            if found := PRIVATE.search(half):
                yield fault(
                    at(*keys),
                    f"“{found[0][:4]}…”像是真的证件、电话或者账户号码。",
                    f"'{found[0][:4]}…' looks like a real identity, telephone or account number.",
                    ("改成描述，如“138 开头的号码”。", "describe it instead, as in 'a number that begins with 138'."),
                )
