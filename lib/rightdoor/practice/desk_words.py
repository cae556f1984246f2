"""The words of the case desk."""

from rightdoor.text import Pair, say

_WORDS = {
    "title": Pair("案件工作台", "Case desk"),
    "progress": Pair("已经回答 {n} 个问题，还有 {m} 个会影响方案", "{n} answered; {m} more could change the plan"),
    "progress-last": Pair("已经回答 {n} 个问题，要问的都问过了", "{n} answered; nothing is left to ask"),
    "why": Pair("为什么问：答案会影响{parts}。", "Why we ask: the answer may change {parts}."),
    "first": Pair(
        "为什么先问：人的安全和止损最要紧。", "Why first: people's safety and stopping the loss come before everything."
    ),
    "which-law": Pair(
        "为什么问：按哪一天的法律、期限从哪天算，都看这一天。",
        "Why we ask: this day decides which law applies and from when limits run.",
    ),
    "for-letter": Pair(
        "为什么问：不影响找哪扇门，信里要写。", "Why we ask: it changes no door, but the letter has to say it."
    ),
    "unknown": Pair("不知道", "I don't know"),
    "none-of-these": Pair("这些都没有", "None of these"),
    "never-reported": Pair("没有报过", "Never reported"),
    "confirm": Pair("下一题", "Next"),
    "yes": Pair("是", "Yes"),
    "no": Pair("不是", "No"),
    "choose": Pair("可以选几项。", "Choose one or several."),
    "choose-fault": Pair("请至少选一项；都不合适就选“不知道”。", "Choose at least one, or “I don't know”."),
    "whole-fault": Pair(
        "请只写数字（不小于零的整数），或者选“不知道”。",
        "Write a whole number, zero or more, or choose “I don't know”.",
    ),
    "money-fault": Pair(
        "请只写数字（元），或者选“不知道”。", "Write an amount in figures (yuan), or choose “I don't know”."
    ),
    "day-fault": Pair(
        "请选一个已经过去的日期（1990年以后），或者选“不知道”。",
        "Choose a day that has passed (1990 or later), or “I don't know”.",
    ),
    "report-fault": Pair("请选向哪里报的和结果怎样。", "Choose where it was reported and what came of it."),
    "no-fit": Pair(
        "这个回答和前面的对不上，请看一下日期和数字。",
        "This does not fit what was answered before; please check dates and numbers.",
    ),
    "report-door": Pair("向哪里报的", "Where"),
    "report-result": Pair("结果怎样", "Result"),
    "report-day": Pair("结果是哪天知道的（不记得就空着）", "Day of the result (leave empty if not known)"),
    "report-more": Pair("记下，再加一次", "Note it and add another"),
    "report-done": Pair("记下，下一题", "Note it and go on"),
    "report-so-far": Pair("已经记下：", "Noted: "),
    "door-placeholder": Pair("请选择", "Choose"),
    "see-plan": Pair("先看现在的方案", "See the plan so far"),
    "to-questions": Pair("接着回答问题（还有 {m} 个）", "Go on with the questions ({m} left)"),
    "back": Pair("上一题", "Back"),
    "restart": Pair("全部清掉，重新开始", "Clear everything and start again"),
    "restart-sure": Pair(
        "要清掉所有回答和写的话，重新开始吗？清掉就找不回来了。",
        "Clear all answers and everything typed, and start again? It cannot be brought back.",
    ),
    "restart-yes": Pair("是，清掉", "Yes, clear"),
    "restart-no": Pair("不，回去", "No, go back"),
    "cleared": Pair("已经清掉，从头开始", "Cleared; starting again"),
    "went-back": Pair("回到上一题", "Back at the question before"),
    "answers": Pair("你的回答（可以改）", "Your answers (they can be changed)"),
    "change": Pair("改", "Change"),
    "change-name": Pair("改：{question}", "Change: {question}"),
    "safety": Pair("先做这件事", "Do this first"),
    "call": Pair("电话 {phone}", "call {phone}"),
    "file-open": Pair("接着做上次的", "Go on from another time"),
    "file-lead": Pair(
        "上次在方案那一页下载过“你的回答”，就在这里打开它。文件里只有选项、数字和日期，没有你打的字；它不会离开这台电脑。",
        "If you downloaded “your answers” with a plan, open that file here. It holds options, numbers and days and no "
        "word that you typed, and it does not leave this computer.",
    ),
    "file-choose": Pair("选文件：", "Choose the file:"),
    "file-opened": Pair("已经打开，里面有 {n} 个回答", "Opened: {n} answers"),
    "file-other": Pair(
        "这不是工作台存下的回答文件。请选名字是 case-answers.json 的那一个。",
        "This is no file of answers from the desk. Choose the one named case-answers.json.",
    ),
    "file-long": Pair(
        "这个文件太大，不是工作台存下的。请选名字是 case-answers.json 的那一个。",
        "This file is too large to be one of the desk's. Choose the one named case-answers.json.",
    ),
    "file-place": Pair(
        "文件里的“{place}”用不了：可能被改过。请选没有改过的那一份，或者从头回答。",
        "“{place}” in this file cannot be used; perhaps it was changed. Choose the file as it was, or answer anew.",
    ),
    "kept-nowhere": Pair(
        "这里写的什么都不保存：关掉这一页、或者换一种文字，就没有了；也不进学习记录。要留，就下载。",
        "Nothing entered here is stored: it is gone when this page is closed or its language changed, and "
        "does not enter the learning record. To keep it, download it.",
    ),
    # the plan
    "plan": Pair("方案", "The plan"),
    "plan-lead": Pair(
        "按 {on} 的行为、{day} 有效的程序规定。每一条后面是依据。这是办事的次序，不是结果的保证。",
        "For conduct on {on}, under the procedure in force on {day}, each line with its articles. It is an order of work and promises no result.",
    ),
    "day-assumed": Pair(
        "行为日期不知道，下面先按今天的法律排；弄清日期以后要重看一遍，尤其是 2026 年以前的事。从行为日起算的期限没有列出。",
        "The day of the conduct is not known, so today's law was taken; go over the plan again once it is, "
        "above all for conduct before 2026. Limits that run from that day are not listed.",
    ),
    "still-open": Pair("还不知道、可能改变方案的", "Still unknown, and able to change the plan"),
    "reported-on": Pair("打算哪天交材料", "When will the papers be handed in?"),
    "recount": Pair("按这一天重新算", "Reckon from this day"),
    "recounted": Pair("已按 {day} 重新算", "Reckoned anew from {day}"),
    "due": Pair("{what}：{n} {unit}", "{what}: {n} {unit}"),
    "due-until": Pair("{what}：{n} {unit}，到 {day}", "{what}: {n} {unit}, until {day}"),
    "due-later": Pair(
        "后面几步的期限（从受理、立案、决定等日起算）",
        "Terms of later steps (they run from acceptance, filing, a decision and so on)",
    ),
    "assumed-holidays": Pair("该年放假安排未公布", "public holidays of that year not yet known"),
    "if-shut": Pair("如果这扇门关上了", "If this door is shut"),
    "not-doors": Pair("不收这件事的门", "Doors that do not take this"),
    "dates": Pair("要记住的日期", "Dates to keep in mind"),
    "dates-none": Pair(
        "还算不出日期：要先弄清事情发生的那一天和受害人知道的那一天。",
        "No date can be reckoned yet: the day of the conduct and the day of knowledge are needed.",
    ),
    "evidence": Pair("证据：留什么，请求什么", "Evidence: what to keep and what to ask for"),
    "red-lines": Pair("红线：这些事做不得", "Red lines: what not to do"),
    "unsettled": Pair("法律上没有定论的", "What the law leaves open"),
    "liability": Pair("对方可能负什么责任", "What the other side may have to answer for"),
    "tier": Pair("侵犯公民个人信息罪：", "Crime of infringing personal information: "),
    "modes": Pair("怎么去", "How"),
    "anonymous": Pair("能不能不写姓名", "Without a name"),
    "write-letter": Pair("写举报信", "Write the letter of report"),
    "take-papers": Pair("下载证据清单、日历和你的回答", "Download evidence list, calendar and your answers"),
    "no-letter": Pair(
        "这个方案里没有要写举报信的门；打电话，或者请法律援助帮你写起诉状、申请书。",
        "No door of this plan takes a letter of report: call, or ask legal aid to help with a claim or application.",
    ),
    # the letter
    "letter": Pair("写举报信", "The letter of report"),
    "letter-lead": Pair(
        "不会写的可以空着，信里会留出黄色的空。反映人的姓名、证件号码、电话也留空，请在下载的文件里填，不要写在这里。",
        "Leave empty what you cannot write yet: the letter shows a yellow gap. Name, identity number and "
        "telephone of the writer are gaps too; fill them in the downloaded file, not here.",
    ),
    "letter-language": Pair(
        "写在这里的话原样进信里，请用中文写。",
        "What you type goes into the letter as it stands; the letter is in Chinese.",
    ),
    "to-door": Pair("写给哪扇门", "To which door"),
    "known": Pair(
        "哪些是亲身经历的，或者手里有材料的？没有勾的，信里写成“推测”。",
        "Which of these do you know at first hand or can you prove? What is not ticked is written as conjecture.",
    ),
    "field-unit": Pair(
        "对方的姓名、单位、职务（知道多少写多少）", "Name, unit and post of the other side (as far as known)"
    ),
    "field-story": Pair(
        "经过：哪天、在哪里、谁、做了什么、给了谁（只写亲身知道的）",
        "What happened: when, where, who, what, to whom (only what you know yourself)",
    ),
    "field-source": Pair("你是怎么知道的", "How you know"),
    "field-guesses": Pair("别的推测", "Other suppositions"),
    "field-evidence": Pair("手里的材料，一行一件", "What you hold, one item a line"),
    "make-letter": Pair("检查并写成信", "Check, and make the letter"),
    "to-plan": Pair("回到方案", "Back to the plan"),
    # the linter
    "privacy": Pair("先停一下：里面有像个人号码的内容", "Wait: there are numbers that point to a person"),
    "privacy-lead": Pair(
        "不是办事必需的号码，不要写进去；别人的更不要写。可以用遮挡后的写法。",
        "Leave out every number that is not needed, other people's above all. You can use the masked form.",
    ),
    "privacy-row": Pair(
        "“{field}”第 {line} 行：{kind}，遮挡后是 {masked}", "“{field}”, line {line}: {kind}; masked: {masked}"
    ),
    "privacy-limit": Pair(
        "这里只认得号码，认不出姓名和地址，请自己再看一遍。",
        "Only numbers are recognised here, not names or addresses: please read it over yourself.",
    ),
    "use-masked": Pair("用遮挡后的写进信里", "Use the masked form"),
    "use-typed": Pair("确实需要，照原样写", "They are needed: keep as typed"),
    "edit": Pair("回去改", "Go back and edit"),
    # the downloads
    "ready": Pair("可以下载了", "Ready to download"),
    "ready-lead": Pair(
        "文件只在你按下链接时存到你的电脑上。在公用电脑上用完请删掉。",
        "A file is stored on your computer only when you press its link. On a shared computer delete it afterwards.",
    ),
    "download": Pair("下载：{label}", "Download: {label}"),
    "ready-letter": Pair(
        "打开后先补齐黄色的空，看完旁边的批注再删掉。寄出前请有经验的人核对一遍，并取得当事人书面同意。",
        "Open it, fill the yellow gaps, read the remarks beside the text and delete them. Before it is sent, "
        "have it checked by somebody with experience, and obtain the client's written consent.",
    ),
    "masked-used": Pair("号码已经遮挡。", "The numbers are masked."),
    "calendar-note": Pair(
        "日历文件里只有期限和部门的名字，没有人和事。",
        "The calendar file holds terms and names of offices only, no person and no facts.",
    ),
}

PARTS = {
    "crime.tier": Pair("情节轻重", "how serious it is"),
    "crime.findings": Pair("从轻的可能", "what speaks for leniency"),
    "administrative": Pair("行政处罚", "administrative penalties"),
    "discipline": Pair("纪律责任", "discipline"),
    "civil": Pair("民事请求", "civil claims"),
    "state_liability": Pair("国家赔偿", "State compensation"),
    "public_interest": Pair("公益诉讼", "public-interest litigation"),
    "doors": Pair("找哪扇门", "the doors"),
    "limits": Pair("期限", "the limits"),
}


def word(key, lang, **values):
    """The words under a key, in one language, with `{name}` filled in."""
    pair = _WORDS[key]
    return say(pair.format(**values) if values else pair, lang)
