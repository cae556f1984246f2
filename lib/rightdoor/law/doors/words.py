"""What each door is for, in one sentence, with its main articles and what to bring. Dated facts are in channels.csv."""

from dataclasses import dataclass

from rightdoor.text import Pair


@dataclass(frozen=True, slots=True)
class Word:
    """The usual words of a door."""

    says: Pair
    articles: tuple[str, ...]
    bring: tuple[str, ...] = ("identity", "account", "evidence")


BRING = {
    "identity": Pair("身份证件复印件和联系电话", "a copy of your identity document and a telephone number"),
    "account": Pair(
        "按时间写的经过：谁、何时、什么信息、怎么知道的，猜测的部分注明是猜测",
        "an account in order of time: who, when, which data, how you know; mark what is a guess",
    ),
    "evidence": Pair(
        "自己的通话记录、短信、截图（带网址和时间），原件保留",
        "your own call records, messages and screenshots (with address and time); keep the originals",
    ),
    "log-request": Pair(
        "请求调取系统查询日志的书面申请（日志由机关保管，不要自己去找人查）",
        "a written request that the look-up log be fetched (the organ keeps it; do not ask another insider)",
    ),
    "receipts": Pair("以前报案、举报的回执、通知书或者登记号", "receipts, notices or numbers of earlier reports"),
    "loss": Pair("损失的凭证", "proof of the loss"),
    "link": Pair(
        "侵权内容的网址、截图和本人身份信息", "the address and a screenshot of the content, and your identity"
    ),
    "means": Pair(
        "经济困难状况说明或者免予核查的证明", "a statement of limited means, or proof that no check is needed"
    ),
    "guardian": Pair("监护关系证明", "proof of guardianship"),
    "complaint": Pair("起诉状或者申请书及副本", "the written claim or application, with copies"),
    "contract": Pair("消费凭证、合同、订单", "receipt, contract or order"),
}

WORDS = {
    "police": Word(
        Pair(
            "向公安机关报案，要受案回执；任何派出所都应先接下，再移送。",
            "Report to the police and ask for the receipt; every station must accept and then pass it on.",
        ),
        (
            "criminal-procedure/110",
            "police-criminal-procedure/169",
            "police-criminal-procedure/171",
            "public-security-penalties/90",
        ),
        ("identity", "account", "evidence", "loss"),
    ),
    "police-other-organ": Word(
        Pair(
            "向泄露人所在机关以外的公安机关或者其上级公安机关报案，并提出回避：不由本单位查本单位的人。",
            "Report to another police organ or the superior one and ask for avoidance: no organ should judge its "
            "own officer.",
        ),
        (
            "criminal-procedure/110",
            "criminal-procedure/29",
            "police-law/45",
            "police-criminal-procedure/22",
            "police-inspection-regulations/6",
        ),
        ("identity", "account", "evidence", "log-request"),
    ),
    "police-inspectorate": Word(
        Pair(
            "向警务督察（12389）投诉：查处民警违法违纪，结果应当告知。",
            "Complain to the police inspectorate (12389): it deals with officers' misconduct and the result must "
            "be told.",
        ),
        ("police-law/46", "police-law/47", "police-inspection-regulations/4", "police-inspection-regulations/9"),
        ("identity", "account", "evidence", "log-request"),
    ),
    "supervision-commission": Word(
        Pair(
            "向有管理权限的监察委员会（纪委监委，12388）检举职务违法、职务犯罪；按干部管理权限和属地确定找哪一级。",
            "Report duty violations and duty crimes to the supervision commission (12388) competent by cadre "
            "authority and territory.",
        ),
        (
            "supervision-law/38",
            "supervision-law/15",
            "supervision-law/16",
            "supervision-regulations/48",
            "supervision-regulations/49",
            "supervision-regulations/209",
        ),
    ),
    "stationed-discipline-office": Word(
        Pair(
            "向派驻该机关的纪检监察组反映，也可以找其任免机关。",
            "Tell the discipline office stationed at that organ, or the organ that appoints the person.",
        ),
        ("supervision-law/12", "supervision-law/13", "government-discipline-law/3"),
    ),
    "procuratorate": Word(
        Pair(
            "向检察院（12309）反映：司法工作人员相关犯罪、公安不立案的监督；"
            "重大案件可以请求依刑诉法第十九条由省级以上检察院决定直接立案，但不能承诺。",
            "Turn to the procuratorate (12309): crimes of judicial staff and supervision of filing; in a major "
            "case ask about art. 19, which needs a provincial-level decision; promise nothing.",
        ),
        (
            "criminal-procedure/113",
            "criminal-procedure/19:2",
            "procuratorate-criminal-rules/161",
            "police-law/46",
            "public-security-penalties/133",
        ),
        ("identity", "account", "evidence", "receipts"),
    ),
    "procuratorate-public-interest": Word(
        Pair(
            "众多人受害的，向检察院提供公益诉讼线索。",
            "Where many are harmed, give the procuratorate a clue for public-interest litigation.",
        ),
        ("pipl/70", "administrative-litigation-law/25:4"),
        ("account", "evidence"),
    ),
    "court-inspectorate": Word(
        Pair(
            "法院人员泄露案件信息的，向法院的督察、纪检部门举报。",
            "Where court staff leaked case information, report to the court's own inspection and discipline office.",
        ),
        ("constitution/41",),
    ),
    "cyberspace-administration": Word(
        Pair(
            "向网信部门（12377）举报违法处理和网上侵权信息；处理结果应当告知，法律没有规定天数。",
            "Report unlawful processing and infringing content to the cyberspace administration (12377); the "
            "result must be told, the law sets no number of days.",
        ),
        ("pipl/65", "pipl/61", "npcsc-2012-decision/9"),
        ("identity", "account", "link"),
    ),
    "incident-report": Word(
        Pair(
            "网络安全事件（大规模泄露等）向 12387 报告；不是个人纠纷的投诉窗口。",
            "Report a network security incident such as a large leak to 12387; it is not a desk for one person's "
            "dispute.",
        ),
        ("network-data-regulations/11", "pipl/57"),
        ("account", "evidence"),
    ),
    "telecom-authority": Word(
        Pair(
            "电信企业及其人员泄露的，先找企业，再向通信管理局（12300）申诉。",
            "For telecom operators and their staff: the operator first, then the telecom authority (12300).",
        ),
        ("pipl/65", "npcsc-2012-decision/9"),
    ),
    "spam-center": Word(
        Pair(
            "骚扰电话、垃圾信息和来源不明的泄露，向 12321 举报，留下线索。",
            "Report harassing calls, spam and leaks of unknown source to 12321 and so leave a trace.",
        ),
        ("npcsc-2012-decision/8", "npcsc-2012-decision/9"),
        ("account", "evidence"),
    ),
    "market-regulator": Word(
        Pair(
            "经营者侵害消费者个人信息的，向市场监督管理部门（12315）投诉、举报。",
            "For a business that infringes consumers' personal information: the market regulator (12315).",
        ),
        ("consumer-law/46", "consumer-law/56", "consumer-law/29"),
        ("identity", "account", "contract"),
    ),
    "consumer-association": Word(
        Pair(
            "消费者协会可以调解、支持起诉，没有处罚权。",
            "The consumer association mediates and supports suits; it cannot punish.",
        ),
        ("consumer-law/37", "consumer-law/39"),
        ("identity", "account", "contract"),
    ),
    "financial-regulator": Word(
        Pair(
            "银行、保险等机构及其人员泄露的，先向机构投诉，再向金融监管部门（12378）投诉。",
            "For banks, insurers and their staff: the institution first, then the financial regulator (12378).",
        ),
        ("pipl/65", "npcsc-2012-decision/9"),
        ("identity", "account", "evidence", "contract"),
    ),
    "central-bank": Word(
        Pair(
            "征信信息向所在地人民银行派出机构投诉，应当书面答复。",
            "Credit data: complain to the local branch of the People's Bank, which must answer in writing.",
        ),
        ("credit-regulations/26",),
        ("identity", "account", "evidence"),
    ),
    "health-authority": Word(
        Pair(
            "医疗卫生单位及其人员泄露的，向卫生健康主管部门举报。",
            "For health-care units and their staff: the health authority.",
        ),
        ("pipl/65", "civil-code/1226"),
    ),
    "education-authority": Word(
        Pair(
            "学校等教育单位及其人员泄露的，向教育主管部门举报。",
            "For schools and their staff: the education authority.",
        ),
        ("pipl/65", "pipl/60"),
    ),
    "transport-authority": Word(
        Pair(
            "交通运输单位及其人员泄露的，向交通运输主管部门举报。",
            "For transport units and their staff: the transport authority.",
        ),
        ("pipl/65", "pipl/60"),
    ),
    "postal-authority": Word(
        Pair(
            "邮政、快递企业及其人员泄露的，向邮政管理部门（12305）举报。",
            "For postal and courier companies and their staff: the postal administration (12305).",
        ),
        ("pipl/65", "pipl/60"),
    ),
    "superior-organ": Word(
        Pair(
            "向上级机关或者主管部门反映，由其责令改正、追究责任人。",
            "Turn to the superior or competent organ, which orders correction and holds people responsible.",
        ),
        ("pipl/68:1", "disclosure-regulations/51", "data-security-law/49"),
    ),
    "employer": Word(
        Pair(
            "告知泄露人所在单位，由单位处理人员、堵住漏洞。",
            "Tell the leaker's own unit, which deals with its staff and closes the gap.",
        ),
        ("civil-code/1191", "government-discipline-law/3"),
    ),
    "data-handler": Word(
        Pair(
            "直接要求持有信息的单位当天删除或者遮挡、告知泄露情况，并提供查阅复制。",
            "Ask the holder itself to delete or mask today, to tell what leaked, and to give access.",
        ),
        ("pipl/47", "pipl/45", "pipl/50", "pipl/57", "civil-code/1037"),
        ("identity", "link"),
    ),
    "platform-notice": Word(
        Pair(
            "先固定证据，再通知平台删除、屏蔽、断开链接。",
            "Secure the evidence first, then notify the platform to delete, block or disconnect.",
        ),
        ("civil-code/1195", "npcsc-2012-decision/8"),
        ("link",),
    ),
    "government-hotline": Word(
        Pair(
            "非紧急的政务服务诉求可以打 12345，由其转办。",
            "Non-urgent requests about public services: 12345, which relays them.",
        ),
        ("constitution/41:1",),
        ("account",),
    ),
    "letters-and-visits": Word(
        Pair(
            "没有法定途径的可以信访；检举材料不得转给被检举人。",
            "Where no legal route exists: letters and visits; the report may not be shown to the person reported.",
        ),
        ("letters-visits-regulations/30", "letters-visits-regulations/22"),
        ("identity", "account", "receipts"),
    ),
    "administrative-reconsideration": Word(
        Pair(
            "对行政机关的决定或者不作为申请行政复议；不作为必须先复议。",
            "Apply for administrative reconsideration of a decision or of inaction; for inaction it must come first.",
        ),
        ("reconsideration-law/11", "reconsideration-law/20", "reconsideration-law/23"),
        ("identity", "complaint", "receipts"),
    ),
    "administrative-litigation": Word(
        Pair(
            "对行政机关提起行政诉讼；刑事侦查、内部处分、信访处理不能诉。",
            "Sue the administrative organ; criminal investigation, internal discipline and petition handling "
            "cannot be sued.",
        ),
        (
            "administrative-litigation-law/12",
            "administrative-litigation-law/13",
            "administrative-litigation-law/45",
            "interp-2018-1/12",
        ),
        ("identity", "complaint", "receipts"),
    ),
    "state-compensation": Word(
        Pair(
            "行使职权造成人身、财产损害的，先向赔偿义务机关申请国家赔偿。",
            "For harm to body or property by exercise of office: claim State compensation, from the liable organ "
            "first.",
        ),
        ("state-compensation-law/9", "state-compensation-law/13", "state-compensation-law/39", "interp-2022-10/1"),
        ("identity", "complaint", "loss"),
    ),
    "civil-court": Word(
        Pair(
            "向侵权行为地或者被告住所地法院起诉，请求停止侵害、道歉、赔偿；紧急的申请人格权禁令。",
            "Sue at the place of the tort or the defendant's domicile to stop, apologise and pay; where urgent, "
            "ask for an injunction.",
        ),
        ("civil-code/1165", "civil-code/997", "pipl/69", "civil-procedure-law/29", "npcsc-2012-decision/9"),
        ("identity", "complaint", "evidence", "loss"),
    ),
    "private-prosecution": Word(
        Pair(
            "有证据证明、控告过而公安或者检察院不予追究的，可以向法院提起自诉。",
            "With evidence, and proof that one complained and the authorities will not act, a private "
            "prosecution may be brought.",
        ),
        ("criminal-procedure/210", "interp-2021-1/1", "interp-2021-1/316"),
        ("identity", "complaint", "evidence", "receipts"),
    ),
    "legal-aid": Word(
        Pair(
            "法律咨询对所有人免费（12348）。经济困难的刑事被害人、自诉人、国家赔偿请求人可以申请援助；"
            "普通侵权官司不在全国名单内，看本省规定。",
            "Advice is free for all (12348). Victims of crime, private prosecutors and claimants of State "
            "compensation of limited means may apply for aid; an ordinary tort suit is not on the national list, "
            "see the province's rules.",
        ),
        ("legal-aid-law/23", "legal-aid-law/29", "legal-aid-law/31", "legal-aid-law/38", "legal-aid-law/42"),
        ("identity", "means", "account"),
    ),
    "anti-fraud": Word(
        Pair(
            "正在被骗，打 96110 劝阻、止付，同时打 110。",
            "While being defrauded call 96110 to stop payment, and 110 as well.",
        ),
        ("anti-fraud-law/29",),
        ("account",),
    ),
    "minors-protection": Word(
        Pair(
            "未成年人受害的，由监护人出面；有关部门和密切接触未成年人的单位有报告义务。",
            "Where a minor is harmed the guardian acts; public bodies and units close to minors have a duty to report.",
        ),
        ("minors-law/11", "minors-law/72", "minors-network-regulations/34"),
        ("identity", "guardian", "account"),
    ),
    "women-federation": Word(
        Pair("妇女受害的，可以向妇联求助。", "A woman who is harmed may ask the women's federation for help."),
        ("civil-code/1032",),
        ("account",),
    ),
    "administrative-supervision-bureau": Word(
        Pair(
            "当时受理的是行政监察机关（2018年起由监察委员会承接）。",
            "At that time the administrative supervision organ took such reports (the supervision commission "
            "since 2018).",
        ),
        ("police-law/46", "public-security-penalties/114:2"),
    ),
}
