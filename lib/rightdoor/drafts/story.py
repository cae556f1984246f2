"""The story in a letter: what is known, apart from what is supposed, in words that accuse nobody."""

from rightdoor.drafts.block import Block
from rightdoor.text import Pair

# What was done, in the order in which it happens, and without a verdict: whether it was unlawful is for the organ to say.
ACTS = {
    "looked_up": Pair("查询", "looked up"),
    "over_collected": Pair("收集得比我理解的需要更多", "collected beyond what seemed needed to me"),
    "obtained_illegally": Pair("未经我同意取得", "obtained without my consent"),
    "bought": Pair("向他人购买", "bought from others"),
    "exchanged": Pair("与他人交换", "exchanged with others"),
    "sold": Pair("卖给他人", "sold to others"),
    "provided": Pair("提供给他人", "given to others"),
    "published_online": Pair("公开在网上", "published online"),
    "negligent_publication": Pair("在公开的材料里没有遮挡", "left unmasked in published material"),
    "failed_to_protect": Pair("没有保护好，被盗、丢失或者泄露", "not protected: stolen, lost or leaked"),
    "refused_to_delete": Pair("经要求仍未删除", "not deleted on request"),
}
FACT = {
    "when": Pair("时间：{value}（持续的，是最后一次）。", "When: {value} (the last time, if it went on)."),
    "who": Pair("据我所知，泄露的是：{value}。", "As I know, it was leaked by: {value}."),
    "what": Pair("对这些信息做的是：{value}。", "What was done with the data: {value}."),
    "which": Pair("涉及的信息：{value}。", "The data concerned: {value}."),
    "why": Pair("目的：{value}。", "Purpose: {value}."),
    "harm": Pair("这件事引起的后果：{value}。", "What came of it: {value}."),
}
GUESS = {
    "when": Pair("大概的时间：{value}。", "Probably: {value}."),
    "who": Pair("我猜想泄露的是：{value}。", "I suppose it was leaked by: {value}."),
    "what": Pair("我猜想对这些信息做的是：{value}。", "I suppose what was done with the data is: {value}."),
    "which": Pair("我猜想涉及的信息有：{value}。", "I suppose the data concerned are: {value}."),
    "why": Pair("我猜想的目的：{value}。", "The purpose, I suppose: {value}."),
    "harm": Pair("我遇到了：{value}；我猜想与这件事有关。", "I met with: {value}; I suppose it is connected."),
}
GAPS = {
    "when": Pair("时间：【哪天；记不清写大概，不知道写“不知道”】", "When: 【day; roughly, or “unknown”】"),
    "what": Pair("对这些信息做了什么：【不清楚写“不清楚”】", "What was done with the data: 【or “unclear”】"),
    "which": Pair("涉及的信息和数量：【哪一类、多少条】", "The data concerned: 【which kind, how many items】"),
}


def day(value):
    """A date in words."""
    return Pair(f"{value.year}年{value.month}月{value.day}日", value.isoformat())


def values(plan):
    """`{part: Pair}` of the parts of the story (rightdoor.plan.PARTS) on which the facts say something."""
    facts, label = plan.facts, plan.book.label
    found = {}
    if not plan.day_assumed:
        found["when"] = day(facts.on)
    if facts.leaker.actor not in (None, "unknown"):
        found["who"] = label("actor", facts.leaker.actor)
    if facts.conduct:
        found["what"] = Pair.join(words for act, words in ACTS.items() if act in facts.conduct)
    if facts.data:
        found["which"] = Pair.join((_datum(d, label) for d in facts.data), zh="；", en="; ")
    if facts.purpose:
        found["why"] = label("purpose", facts.purpose)
    harm = [h for h in facts.harm or () if h != "none"]
    if harm:
        found["harm"] = Pair.join(label("harm", h) for h in harm)
    return found


def _datum(datum, label):
    kind = label("data_kind", datum.kind) if datum.kind else Pair("【哪一类】", "【which kind】")
    if datum.count is None:
        return Pair("{kind}【多少条，不知道写“不知道”】", "{kind} 【how many items, or “unknown”】").format(kind=kind)
    return Pair("{kind}{n}条", "{kind}: {n} items").format(kind=kind, n=datum.count)


# ---- blocks ---------------------------------------------------------------------------------------------------------


def person(plan, words, note):
    """Who is concerned: what was typed or a gap, and what the facts say of the office, marked where it is a guess."""
    unit = words.unit or None
    name = Pair(unit, unit) if unit else Pair("【不清楚写“不清楚”】", "【or “unclear”】")
    yield Block("text", Pair("姓名、单位、职务：{name}", "Name, unit, post: {name}").format(name=name), note)
    who = values(plan).get("who")
    if who:
        sure = "who" in words.known
        says = (
            Pair("身份：{who}", "Office: {who}")
            if sure
            else Pair("身份（推测，没有证实）：{who}", "Office (supposed, not proved): {who}")
        )
        yield Block("text", says.format(who=who))


def known(plan, words, tell):
    """What she knows: in order the parts, her account, and how she knows; gaps for what a letter cannot do without."""
    found = values(plan)
    for part in ("when", "who", "what", "which", "why", "harm"):
        if part in found and part in words.known:
            yield Block("text", FACT[part].format(value=found[part]))
        elif part in GAPS and part not in found:
            yield Block("text", GAPS[part])
    account = words.story or None
    text = (
        Pair(account, account)
        if account
        else Pair(
            "【按时间一件一件写：哪天、在哪里、谁、做了什么、给了谁；没有亲见的不写在这里】",
            "【in order of time: when, where, who, what, to whom; not what you did not see】",
        )
    )
    yield Block("text", Pair("经过：{text}", "What happened: {text}").format(text=text), tell.get("what-happened"))
    source = words.source or None
    text = (
        Pair(source, source)
        if source
        else Pair("【谁告诉的、从哪里看到的、哪天】", "【who told you, where you saw it, when】")
    )
    yield Block(
        "text", Pair("我是怎么知道的：{text}", "How I know: {text}").format(text=text), tell.get("source-and-guesses")
    )


def guessed(plan, words):
    """What she supposes, part by part; and her own words for it."""
    found = values(plan)
    for part in ("when", "who", "what", "which", "why", "harm"):
        if part in found and part not in words.known:
            yield Block("text", GUESS[part].format(value=found[part]))
    if plan.facts.gains_yuan is not None:
        yield Block(
            "text", Pair("听说获利约{n}元。", "The gain is said to be about {n} yuan.").format(n=plan.facts.gains_yuan)
        )
    if plan.facts.used_in_crime in ("yes", "known_to_leaker"):
        yield Block("text", Pair("我猜想这些信息被人用来犯罪。", "I suppose the data was used in a crime."))
    if words.guesses:
        yield Block("text", Pair(words.guesses, words.guesses))
    else:
        yield Block("text", Pair("其他推测：【没有写“无”】", "Other suppositions: 【or “none”】"))


def earlier(plan):
    """Earlier reports: where, with what result, when."""
    label, book = plan.book.label, plan.book
    for report in plan.facts.prior_report or ():
        door = book.channels[report.door][-1].name if report.door else Pair("【哪个机关】", "【which organ】")
        result = label("report_result", report.result) if report.result else Pair("【结果】", "【result】")
        on = day(report.on) if report.on else Pair("【哪天】", "【day】")
        says = Pair("{on}：{door}，{result}。回执或者编号：【】", "{on}: {door}, {result}. Receipt or number: 【】")
        yield Block("item", says.format(on=on, door=door, result=result))
