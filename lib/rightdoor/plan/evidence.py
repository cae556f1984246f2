"""Evidence that a client may lawfully have or ask for, chosen by the facts. Nothing here is to be dug up by oneself."""

from dataclasses import dataclass, replace

from rightdoor.law import terms
from rightdoor.law.case import Case
from rightdoor.law.rule import law_of
from rightdoor.text import Pair


@dataclass(frozen=True, slots=True)
class Item:
    """A kind of evidence: its id, what to keep, what it may show, how a letter's enclosure calls it (None: it is no
    enclosure), and articles on which a request for it rests."""

    id: str
    what: Pair
    shows: Pair
    paper: Pair | None
    basis: tuple[str, ...] = ()


def evidence(facts, book, today):
    """The Items for these Facts, in the order in which one would gather them."""
    case, law = Case(facts, book, today), law_of(book, max(today, facts.on))
    found = []
    for item, fits in ITEMS:
        if fits(case):
            basis = tuple(id for id in map(law.cite, item.basis) if id)
            found.append(replace(item, basis=basis))
    return tuple(found)


def _always(case):
    return True


ITEMS = (
    (
        Item(
            "how-known",
            Pair(
                "你是怎么知道的：对方或者知情人发来的消息、通话记录（本人手机里的，带日期）",
                "how you learned of it: messages and call records on your own phone, with dates",
            ),
            Pair("信息确实到了别人手里，以及时间", "that the data reached somebody, and when"),
            Pair("说明得知经过的消息、通话记录", "messages and call records on how it became known"),
        ),
        _always,
    ),
    (
        Item(
            "held-by",
            Pair(
                "你把信息交给过谁的凭证：住宿单、病历、快递单、办事回执、合同、注册记录",
                "proof of whom you gave the data to: hotel bill, medical record, waybill, receipt, contract, account",
            ),
            Pair("信息原来由谁掌握", "who held the data"),
            Pair("说明信息原来由谁掌握的凭证", "proof of who held the data"),
        ),
        _always,
    ),
    (
        Item(
            "online",
            Pair(
                "网页、帖子、群聊的截图或者录屏：看得见网址、账号、日期和时间；重要的可以公证或者电子存证",
                "screenshots or a recording of the page, post or chat, with address, account, date and time; "
                "for what matters, a notary or an electronic deposit",
            ),
            Pair("信息在哪里、由哪个账号、什么时候公开", "where, by which account and when it was published"),
            Pair("网页、帖子、群聊的截图或者录屏", "screenshots or recording of page, post or chat"),
        ),
        lambda case: case.online,
    ),
    (
        Item(
            "unmasked-list",
            Pair(
                "公示名单的网页截图和文件（只存一份，给别人看要遮挡）",
                "a screenshot and the file of the published list (keep one copy; mask it before showing it)",
            ),
            Pair("哪个单位、哪天、公开了哪几项", "which unit published which items, and when"),
            Pair("公示名单的截图和文件", "screenshot and file of the published list"),
        ),
        lambda case: "negligent_publication" in case.conduct,
    ),
    (
        Item(
            "harassment",
            Pair(
                "骚扰、威胁的来电记录、短信、聊天记录（按时间排好，不要删）",
                "calls, texts and chats of harassment or threat, in order of time, nothing deleted",
            ),
            Pair("后果和时间上的联系", "the harm, and how it follows in time"),
            Pair("骚扰、威胁的来电记录、短信、聊天记录", "calls, texts and chats of harassment or threat"),
        ),
        lambda case: "harassment" in case.harm or "ongoing_threat" in case.urgency,
    ),
    (
        Item(
            "fraud",
            Pair(
                "转账凭证、对方账号、与骗子的聊天记录、已有的受案回执",
                "proof of transfers, the other side's account, chats with the fraudster, any police receipt",
            ),
            Pair("损失多少，骗子知道了你的哪些信息", "the loss, and which of your data the fraudster knew"),
            Pair("转账凭证、聊天记录、受案回执", "proof of transfers, chats, police receipt"),
        ),
        lambda case: not case.harm.isdisjoint({"fraud_loss", "major_economic_loss"}) or "ongoing_fraud" in case.urgency,
    ),
    (
        Item(
            "medical",
            Pair("病历、诊断证明、伤情鉴定、费用单据", "medical records, diagnosis, injury report, bills"),
            Pair("人身损害和费用", "the injury and its cost"),
            Pair("病历、诊断证明、伤情鉴定、费用单据", "medical records, diagnosis, injury report, bills"),
        ),
        lambda case: not case.harm.isdisjoint({"injury", "serious_injury", "death", "mental_disorder"}),
    ),
    (
        Item(
            "query-log",
            Pair(
                "系统查询日志：写在信里，请机关依法调取；不要自己去找，也不要托人去查",
                "the system's look-up log: ask in the letter that it be fetched; do not look for it nor have it looked up",
            ),
            Pair("哪个账号、什么时候、查了谁", "which account looked up whom, and when"),
            None,
        ),
        lambda case: case.official or "looked_up" in case.conduct,
    ),
    (
        Item(
            "own-access",
            Pair(
                "向掌握信息的单位书面要求查阅、复制你自己的信息和去向，留下申请和答复",
                "your own written request for access to your data and to whom it went; keep request and answer",
            ),
            Pair("谁处理过你的信息", "who has handled your data"),
            Pair("查阅、复制个人信息的申请和答复", "request for access and its answer"),
            ("pipl/45",),
        ),
        lambda case: not case.police and case.actor != "individual",
    ),
    (
        Item(
            "deletion-request",
            Pair("要求删除的记录和对方的答复", "your request for deletion and the answer"),
            Pair("该删不删", "that it was not deleted"),
            Pair("要求删除的记录和答复", "request for deletion and its answer"),
            ("pipl/47", "pipl/50"),
        ),
        lambda case: "refused_to_delete" in case.conduct,
    ),
    (
        Item(
            "earlier-papers",
            Pair(
                "以前报案、举报的回执、登记号、通知书和信封",
                "receipts, numbers, notices and envelopes of earlier reports",
            ),
            Pair("哪天找过谁、结果怎样，期限从哪天算", "who was asked when, the result, and from when limits run"),
            Pair("以前报案、举报的回执和通知书", "receipts and notices of earlier reports"),
        ),
        lambda case: bool(case.reports),
    ),
    (
        Item(
            "guardian",
            Pair("户口簿、出生证明等监护关系证明", "household register or birth certificate"),
            Pair("监护人可以替孩子办", "that the guardian may act for the child"),
            Pair("监护关系证明", "proof of guardianship"),
        ),
        lambda case: bool(case.facts.victim_minor or case.facts.victim_under_14),
    ),
    (
        Item(
            "witnesses",
            Pair(
                "愿意作证的人：姓名和联系方式只写在交给机关的材料里",
                "people willing to testify: name and contact only in the papers for the authority",
            ),
            Pair("旁证", "supporting evidence"),
            Pair("证人的姓名和联系方式", "names and contact of witnesses"),
        ),
        lambda case: case.actor in terms.OFFICIAL_SIDE or case.actor in terms.BUSINESS_STAFF,
    ),
)
