"""What a letter to each door is called, to whom it goes, and what it asks for on which article."""

from dataclasses import dataclass

from rightdoor.text import Pair


@dataclass(frozen=True, slots=True)
class Ask:
    """One request and the articles on which it rests (cited where they are in force)."""

    says: Pair
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The letter to a kind of door: title, addressee (a gap), requests, and the liabilities whose articles it cites.

    `right`: the letter claims a right of its writer (deletion, take-down) instead of reporting somebody.
    """

    title: Pair
    to: Pair
    asks: tuple[Ask, ...]
    cites: tuple[str, ...]
    right: bool = False


RECEIPT = Ask(
    Pair("收到本材料后，给我出具收件回执或者登记号。", "Give me a receipt or a registration number for this letter.")
)
RESULT = Ask(
    Pair("依法及时处理，并把处理结果告知我。", "Deal with it in time under the law, and tell me the result."),
    ("pipl/65:1",),
)
SECRET = Ask(
    Pair(
        "为我的姓名和举报行为保密，不把本材料转给被反映人。",
        "Keep my name and this report secret, and do not pass this letter to the person named in it.",
    ),
)
CASE_RECEIPT = Ask(
    Pair(
        "接受本报案，制作受案登记表，并当场交给我受案回执。",
        "Accept this report, register it and give me the receipt of acceptance at once.",
    ),
    ("police-criminal-procedure/171",),
)
DECISION = Ask(
    Pair(
        "依法审查；决定不予立案的，书面说明理由，把通知书送达给我。",
        "Examine it under the law; if no case is filed, serve the notice with the reasons on me.",
    ),
    ("criminal-procedure/112", "police-criminal-procedure/178:2"),
)
POLICE_SECRET = Ask(
    Pair(
        "为我的姓名和报案行为保密，保障我和近亲属的安全。",
        "Keep my name and this report secret, and protect me and my close relatives.",
    ),
    ("criminal-procedure/111:3",),
)
AVOID = Ask(
    Pair(
        "由所涉人员所在机关以外的公安机关或者上级公安机关办理，有关人员回避。",
        "Have it handled by another police organ or the superior one, with the persons concerned recused.",
    ),
    ("criminal-procedure/29", "police-law/45", "police-criminal-procedure/22"),
)
OFFICER_RESULT = Ask(
    Pair("依法及时查处，并把查处结果告知我。", "Investigate in time under the law, and tell me the result."),
    ("police-law/46:1",),
)
PASS_ON = Ask(
    Pair(
        "依法受理；属于其他监察机关管辖的，依法转送并告诉我转到了哪里。",
        "Take it up under the law; where another commission is competent, pass it on and tell me to which.",
    ),
    ("supervision-regulations/199:1",),
)
ACCEPTED = Ask(
    Pair(
        "按规定告知我受理情况，办结后反馈处理结果。",
        "Tell me whether it is taken up and, once it is closed, what came of it.",
    ),
    ("supervision-regulations/209:2", "supervision-regulations/209:3"),
)
PROCURATORATE = (
    Ask(
        Pair(
            "依法接受本材料；不归贵院管辖的，移送主管机关并告诉我。",
            "Accept this letter; where another organ is competent, pass it on and tell me.",
        ),
        ("criminal-procedure/110:3",),
    ),
    Ask(
        Pair(
            "公安机关应当立案侦查而不立案的，依法监督。",
            "Where the police should have filed a case and did not, supervise them under the law.",
        ),
        ("criminal-procedure/113",),
    ),
    Ask(
        Pair("按规定答复我办理进展或者结果。", "Answer me on progress or result as the rules provide."),
        ("procuratorate-criminal-rules/163",),
    ),
)
INTEREST = Ask(
    Pair(
        "审查本线索，依法决定是否办理公益诉讼案件。",
        "Examine this clue and decide whether to bring a public-interest case.",
    ),
    ("pipl/70",),
)
CONSUMER = Ask(
    Pair("在法律规定的期限内予以处理并告知我。", "Deal with it and tell me within the term that the law sets."),
    ("consumer-law/46",),
)
CREDIT = Ask(
    Pair("受理后依法核查，书面答复我。", "Accept and verify it under the law, and answer me in writing."),
    ("credit-regulations/26:2",),
)
CORRECT = Ask(
    Pair(
        "责令改正，堵住漏洞，对负有责任的人员依法处理。",
        "Order correction, close the gap, and deal under the law with those responsible.",
    ),
    ("pipl/68:1",),
)
PUT_RIGHT = Ask(
    Pair(
        "查明情况，堵住漏洞，对有关人员依法依规处理。",
        "Find out what happened, close the gap, and deal with those concerned.",
    ),
)
MEDIATE = Ask(Pair("就本投诉进行调查、调解。", "Inquire into this complaint and mediate."), ("consumer-law/37",))
PETITION = Ask(
    Pair(
        "登记本信访事项，并书面告知我是否受理、由谁办理。",
        "Register this petition and tell me in writing whether it is accepted and who handles it.",
    ),
    ("letters-visits-regulations/22:1", "letters-visits-regulations/23:2"),
)
PETITION_SECRET = Ask(
    Pair(
        "不把本材料以及有关情况透露或者转给被检举的人员和单位。",
        "Do not disclose or pass this letter to the person or unit reported.",
    ),
    ("letters-visits-regulations/30:3",),
)
DELETE = Ask(
    Pair("今天就停止公开，删除或者遮挡上述信息。", "Stop publishing today, and delete or mask the data named above."),
    ("pipl/47:1", "civil-code/1037"),
)
TELL = Ask(
    Pair(
        "告知泄露了哪些信息、原因、可能的危害和补救措施。",
        "Tell me which data leaked, why, what harm may follow and what is done about it.",
    ),
    ("pipl/57:1",),
)
ACCESS = Ask(
    Pair(
        "提供我的个人信息以及对外提供情况的查阅、复制。",
        "Give me access to and a copy of my data and of whom it was given to.",
    ),
    ("pipl/45",),
)
REASONS = Ask(Pair("不同意的，书面说明理由。", "Where you refuse, give the reasons in writing."), ("pipl/50:1",))
TAKE_DOWN = Ask(
    Pair(
        "立即对下列网址采取删除、屏蔽、断开链接等必要措施：【逐条写网址】",
        "At once delete, block or disconnect what stands at these addresses: 【each address】",
    ),
    ("civil-code/1195:1",),
)
KEEP_RECORDS = Ask(
    Pair(
        "保存发布账号、时间和访问记录，供机关依法调取。",
        "Keep the account, time and access records for the authorities.",
    ),
)
LOG = Ask(
    Pair(
        "依法调取有关系统的查询日志，查明哪个账号在什么时间查询过。",
        "Obtain the system's look-up log under the law, to see which account looked it up and when.",
    ),
)
COMPENSATE = Ask(
    Pair(
        "就赔偿损失【金额和计算方法】给予书面答复。",
        "Answer in writing on damages of 【amount and how it is reckoned】.",
    ),
    ("pipl/69", "civil-code/1182"),
)
APOLOGISE = Ask(Pair("赔礼道歉。", "Apologise."), ("civil-code/1000", "civil-code/995"))


def _to(zh, en):
    return Pair(f"【{zh}】", f"【{en}】")


REPORT = Pair("检举控告信", "Report of misconduct")
COMPLAINT = Pair("投诉举报书", "Complaint and report")
CRIMINAL, DISCIPLINE, ADMINISTRATIVE, CIVIL, INTEREST_LAW = (
    "crime",
    "discipline",
    "administrative",
    "civil",
    "public_interest",
)


def _regulator(zh, en, *asks):
    return Form(COMPLAINT, _to(zh, en), (RECEIPT, *asks, RESULT), (ADMINISTRATIVE,))


FORMS = {
    "police": Form(
        Pair("报案材料", "Report to the police"),
        _to("受理的公安机关全称，如某市公安局某分局", "full name of the police organ"),
        (CASE_RECEIPT, DECISION, POLICE_SECRET),
        (CRIMINAL, ADMINISTRATIVE),
    ),
    "police-other-organ": Form(
        Pair("报案材料", "Report to the police"),
        _to(
            "所涉人员所在机关以外的公安机关，或者它的上级公安机关，写全称",
            "full name of a police organ other than that of the person concerned, or of its superior",
        ),
        (AVOID, CASE_RECEIPT, DECISION, POLICE_SECRET, OFFICER_RESULT),
        (CRIMINAL, ADMINISTRATIVE),
    ),
    "police-inspectorate": Form(
        REPORT,
        _to("某市（县）公安局警务督察部门，写全称", "full name of the police inspection body"),
        (RECEIPT, OFFICER_RESULT, SECRET),
        (DISCIPLINE,),
    ),
    "supervision-commission": Form(
        REPORT,
        _to("有管理权限的监察委员会，如某县监察委员会", "the competent supervision commission"),
        (RECEIPT, PASS_ON, ACCEPTED, SECRET),
        (DISCIPLINE,),
    ),
    "stationed-discipline-office": Form(
        REPORT,
        _to("派驻某单位纪检监察组，写全称", "the discipline office stationed at the organ"),
        (RECEIPT, PASS_ON, ACCEPTED, SECRET),
        (DISCIPLINE,),
    ),
    "procuratorate": Form(
        Pair("控告材料", "Complaint to the procuratorate"),
        _to("某县（市、区）人民检察院", "the people's procuratorate"),
        (RECEIPT, *PROCURATORATE, POLICE_SECRET),
        (CRIMINAL,),
    ),
    "procuratorate-public-interest": Form(
        Pair("公益诉讼线索材料", "Clue for public-interest litigation"),
        _to("某县（市、区）人民检察院公益诉讼检察部门", "public-interest department of the people's procuratorate"),
        (RECEIPT, INTEREST),
        (INTEREST_LAW,),
    ),
    "court-inspectorate": Form(
        REPORT,
        _to("某人民法院督察、纪检部门", "inspection and discipline office of the court"),
        (RECEIPT, SECRET),
        (DISCIPLINE,),
    ),
    "cyberspace-administration": _regulator("某市互联网信息办公室", "the cyberspace administration"),
    "telecom-authority": _regulator("某省通信管理局", "the provincial communications administration"),
    "market-regulator": _regulator("某县（区）市场监督管理局", "the market regulator", CONSUMER),
    "financial-regulator": _regulator("国家金融监督管理总局某监管局", "the local office of the financial regulator"),
    "central-bank": _regulator("中国人民银行某分行", "the branch of the People's Bank of China", CREDIT),
    "health-authority": _regulator("某县（区）卫生健康委员会", "the health authority"),
    "education-authority": _regulator("某县（区）教育局", "the education authority"),
    "transport-authority": _regulator("某市交通运输局", "the transport authority"),
    "postal-authority": _regulator("某市邮政管理局", "the postal administration"),
    "consumer-association": Form(
        Pair("投诉书", "Complaint"),
        _to("某县（区）消费者协会", "the consumer association"),
        (RECEIPT, MEDIATE),
        (ADMINISTRATIVE, CIVIL),
    ),
    "superior-organ": Form(
        Pair("情况反映", "Statement to the superior organ"),
        _to("上级机关或者主管部门，写全称", "the superior or competent organ"),
        (RECEIPT, CORRECT, SECRET),
        (DISCIPLINE, ADMINISTRATIVE),
    ),
    "employer": Form(
        Pair("情况反映", "Statement to the unit"),
        _to("所在单位全称", "full name of the unit"),
        (RECEIPT, PUT_RIGHT, SECRET),
        (DISCIPLINE, ADMINISTRATIVE, CIVIL),
    ),
    "data-handler": Form(
        Pair("个人信息权利请求书", "Request under the rights of a person to her data"),
        _to("掌握信息的单位全称", "full name of the unit that holds the data"),
        (DELETE, TELL, ACCESS, REASONS, RECEIPT),
        (CIVIL,),
        right=True,
    ),
    "platform-notice": Form(
        Pair("侵权通知书", "Notice of infringement"),
        _to("平台运营公司全称", "full name of the platform's company"),
        (TAKE_DOWN, KEEP_RECORDS, RECEIPT),
        (CIVIL,),
        right=True,
    ),
    "letters-and-visits": Form(
        Pair("信访材料", "Petition"),
        _to("某县（市、区）信访局", "the letters-and-visits office"),
        (RECEIPT, PETITION, PETITION_SECRET),
        (DISCIPLINE, ADMINISTRATIVE),
    ),
}
MONEY = frozenset({"data-handler", "employer", "consumer-association"})  # doors that can be asked for amends
LOG_HOLDERS = frozenset(FORMS) - {
    "platform-notice",
    "data-handler",
    "consumer-association",
    "procuratorate-public-interest",
}


def asks(door, case):
    """The requests of a letter to a door, for a Case."""
    out = list(FORMS[door].asks)
    if door in LOG_HOLDERS and (case.official or "looked_up" in case.conduct):
        out.append(LOG)
    wishes = case.facts.wishes or ()
    if door in MONEY:
        out += [ask for wish, ask in (("apology", APOLOGISE), ("compensation", COMPENSATE)) if wish in wishes]
    if not case.police:
        out = [ask for ask in out if ask is not OFFICER_RESULT]
    if case.facts.anonymous:
        out = [ask for ask in out if ask not in (ACCEPTED, POLICE_SECRET, SECRET, PETITION_SECRET)]
    return tuple(out)
