"""The words of the pictures. Numbers and dates come in as `{name}` from the tables; none stands here."""

from dataclasses import dataclass

from rightdoor.text import Pair

WORDS = {
    "stop": Pair("。", ". "),
    "colon": Pair("：", ": "),
    "in-words": Pair("用文字读这张图", "Read this picture as text"),
    "confirm-locally": Pair("以当地公布为准", "confirm locally"),
    "confirm-in-brackets": Pair("（以当地公布为准）", " (confirm locally)"),
    # the ladder
    "ladder": Pair("责任的梯子（{day} 有效的规定）", "The ladder of liability (law of {day})"),
    "ladder-of-case": Pair(
        "本案站在责任梯子的哪里（按 {day} 的规定）", "Where this case stands on the ladder (law of {day})"
    ),
    "ladder-about": Pair(
        "从上到下由重到轻：犯罪情节特别严重、犯罪情节严重、治安处罚、纪律处分、民事责任",
        "From the gravest at the top to the lightest: crime in especially serious circumstances, crime in serious "
        "circumstances, public-security penalty, discipline, civil liability",
    ),
    "ladder-side-by-side": Pair(
        "上面三级管同一个行为轻重不同的情形：够犯罪的追究刑事责任，尚不够刑事处罚的才给治安处罚。下面两级另算，可以同时追究。",
        "The three upper rungs are degrees of one act: a crime is prosecuted as such, and a public-security penalty is "
        "for what falls short of it. The two lower rungs are separate and may come in addition.",
    ),
    "rung-crime": Pair("犯罪：{tier}", "Crime: {tier}"),
    "column-serious": Pair("情节严重", "Serious"),
    "column-especially_serious": Pair("情节特别严重", "Especially serious"),
    "rung-public-security": Pair("治安、行政处罚", "Public-security and other administrative penalties"),
    "rung-discipline": Pair("纪律处分（公职人员）", "Discipline (of public officials)"),
    "rung-civil": Pair("民事责任", "Civil liability"),
    "not-yet-law": Pair(
        "这一天还没有这样的规定，或者本表没有收录。", "No such rule on this day, or none in these tables."
    ),
    "begins-at": Pair("达到下面任何一项", "Any one of these is enough"),
    "scale-full": Pair("一般标准", "ordinary scale"),
    "scale-half-short": Pair("减半标准", "half scale"),
    "scale-open": Pair("一般标准；是否减半还不知道", "ordinary scale; whether it is halved is not known yet"),
    "half-means": Pair(
        "减半标准：信息是在履行职责或者提供服务中得来，又出售、提供给别人的。",
        "Half scale: data obtained on duty or while providing a service, and then sold or passed on.",
    ),
    "gains": Pair("违法所得", "Illegal income"),
    "threshold-words": Pair(
        "{what}：一般 {full}，减半 {half}。", "{what}: {full} as a rule, {half} on the half scale."
    ),
    "no-number": Pair("不看数量也够：", "Whatever the number: "),
    "no-number-serious": Pair(
        "{track}，{used}；{known}；{criminal}；{penalised}。", "{track} data, {used}; {known}; {criminal}; {penalised}."
    ),
    "no-number-especially": Pair("造成{harms}等后果。", "consequences such as {harms}."),
    "case-here": Pair("本案在这一级", "this case stands here"),
    "case-at-least": Pair("本案至少在这一级", "this case stands at least here"),
    "case-possible": Pair("可能到这一级，事实还不够", "possibly here: facts are missing"),
    "case-also": Pair("本案也有这一项", "applies to this case too"),
    "case-not-here": Pair("本案不在这一级", "this case does not stand here"),
    "gauge": Pair("离标准有多远", "How far from the line"),
    "gauge-scale": Pair("（按{scale}）", "({scale})"),
    "gauge-serious": Pair("严重 ×{times}", "serious ×{times}"),
    "gauge-especially": Pair("特别严重 ×{times}", "especially ×{times}"),
    "gauge-times": Pair(
        "{what}：已知的相当于“情节严重”标准的 {times} 倍",
        "{what}: what is known is {times} times the line for serious circumstances",
    ),
    "items-weighed": Pair("条数（各档折算合计）", "Items (all classes weighed together)"),
    # the map of doors
    "map": Pair("这件事走哪些门", "Which doors this matter goes through"),
    "map-about": Pair(
        "按先后排列的门，{n} 扇可走，{shut} 扇不收",
        "Doors in order: {n} to go through, {shut} that do not take it",
    ),
    "map-start": Pair("来访人", "The client"),
    "map-shut": Pair("不收这件事的门", "Doors that do not take this"),
    "not-this-door": Pair("不收", "not this one"),
    "phone": Pair("电话 {phone}", "phone {phone}"),
    "you-took": Pair("你走的第 {n} 步", "your step {n}"),
    "you-missed": Pair("你没走", "you left this out"),
    "you-took-shut": Pair("你走了这扇门", "you went here"),
    "no-doors": Pair("在这一天没有查到可走的门。", "No door was found for that day."),
    # the timeline
    "timeline": Pair("规定是怎么变的", "How the law changed"),
    "timeline-of-case": Pair("本案用哪一个版本的法", "Which version of the law governs this case"),
    "timeline-about": Pair(
        "每一行是一条规定或者一扇门，每一段是一个版本；标记 ◆ 是 {day}",
        "Each row is an article or a door, each bar a version; the mark ◆ is {day}",
    ),
    "since": Pair("{since} 起", "from {since}"),
    "between": Pair("{since} 至 {until} 前", "{since} until before {until}"),
    "on-the-day": Pair("当天用这一版", "in force on the day"),
    "none-on-the-day": Pair("当天还没有或者已经没有", "not in force on the day"),
    "conduct-day": Pair("行为日 {day}", "day of the act {day}"),
    "marked-day": Pair("这一天 {day}", "this day {day}"),
    # the clock card
    "clock-card": Pair("时钟卡：谁要在多久之内做什么（{day}）", "Clock card: who must do what by when ({day})"),
    "clock-about": Pair(
        "法律规定的期限，共 {n} 项，分为对方要做的、你要做的、过期就不再追究的",
        "{n} time limits set by law: what they must do, what you must do, and after which nothing is pursued",
    ),
    "clock-theirs": Pair("对方要在期限内做", "What they must do in time"),
    "clock-yours": Pair("你要在期限内做", "What you must do in time"),
    "clock-bars": Pair("过了这些期限，一般不再追究", "After these, as a rule nothing is pursued"),
    "clock-dates": Pair("本案的日期", "The dates of this case"),
    "clock-until": Pair("到 {until} 止", "until {until}"),
    "clock-passed": Pair("已过", "passed"),
    "clock-note": Pair(
        "没有写“工作日”的，都按日历日算，节假日也算在内；当天不算，从第二天起算。不要等到最后一天。",
        "Days are calendar days, holidays included, unless it says working days; the first day is not counted. "
        "Do not wait for the last one.",
    ),
    # the crib sheet
    "crib": Pair("找对门 · 随身两页纸", "RightDoor: two pages to keep at hand"),
    "crib-about": Pair(
        "{day} 有效的规定。带 {mark} 的没有核实过，以当地公布为准。",
        "Law of {day}. {mark} = not verified: confirm locally.",
    ),
    "crib-ask": Pair("一、先问", "1. Ask first"),
    "crib-doors": Pair("二、谁泄露的，先走哪些门", "2. Who leaked it, and which doors first"),
    "crib-doors-note": Pair(
        "按“把信息给了别人”排列，行业不详；正在被威胁、被骗的，先打 {phone}。其他情形用门的总表或者案例练习查。",
        "For data passed on to somebody, the line of work unknown. Where a threat or fraud is going on, call {phone} first. "
        "For anything else use the table of doors.",
    ),
    "crib-phones": Pair("七、电话", "7. Telephone numbers"),
    "crib-red": Pair("三、红线", "3. Red lines"),
    "crib-ladder": Pair("五、有多严重", "5. How serious"),
    "crib-clocks": Pair("六、多久之内", "6. By when"),
    "crib-letter": Pair("四、带什么", "4. What to bring"),
    "crib-foot": Pair(
        "这张纸教的是方法，不能代替对具体案件的法律意见。",
        "This sheet teaches a method. It is no substitute for advice on a particular case.",
    ),
    "leaker": Pair("泄露人", "Leaker"),
    "first-doors": Pair("先走（按先后）", "First doors, in order"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the ladder, the article it rests on, and the parameters whose values it names."""

    says: Pair
    basis: str
    numbers: dict


BELOW_CRIME = (
    Line(
        Pair(
            "出售、提供、非法获取个人信息，尚不够刑事处罚的：拘留 {least} 日以上 {most} 日以下；情节较轻的，{minor} 日以下。没有数量门槛。",
            "Selling, passing on or illegally obtaining personal information, short of crime: detention of {least} to {most} "
            "days; in minor circumstances, up to {minor}. There is no threshold.",
        ),
        "public-security-penalties/56",
        {
            "least": "sanction/sale-detention-min-days",
            "most": "sanction/sale-detention-max-days",
            "minor": "sanction/sale-minor-detention-max-days",
        },
    ),
    Line(
        Pair(
            "散布他人隐私：拘留 {days} 日以下或者罚款 {yuan} 元以下；情节较重的更重。",
            "Spreading another's private matters: detention of up to {days} days or a fine of up to {yuan} yuan; more in "
            "graver circumstances.",
        ),
        "public-security-penalties/50",
        {"days": "sanction/privacy-detention-max-days", "yuan": "sanction/privacy-fine-max-yuan"},
    ),
    Line(
        Pair(
            "散布他人隐私：拘留 {days} 日以下或者罚款 {yuan} 元以下；情节较重的更重。",
            "Spreading another's private matters: detention of up to {days} days or a fine of up to {yuan} yuan; more in "
            "graver circumstances.",
        ),
        "public-security-penalties/42",
        {"days": "sanction/old-privacy-detention-max-days", "yuan": "sanction/old-privacy-fine-max-yuan"},
    ),
    Line(
        Pair(
            "窃取、非法获取、出售、非法提供个人信息，尚不构成犯罪的：没收违法所得，罚款违法所得 {low} 倍以上 {high} 倍以下；"
            "没有违法所得的，{most} 元以下。",
            "Stealing, illegally obtaining, selling or illegally providing, short of crime: gains confiscated, a fine of {low} "
            "to {high} times the gains; without gains, up to {most} yuan.",
        ),
        "cybersecurity-law/64:2",
        {
            "low": "sanction/old-network-fine-min-times",
            "high": "sanction/old-network-fine-max-times",
            "most": "sanction/old-network-fine-max-yuan",
        },
    ),
    Line(
        Pair(
            "机关和金融、电信、交通、教育、医疗等单位的人员泄露身份证上的信息，尚不构成犯罪的：拘留 {least} 日以上 {most} 日以下，"
            "并罚款 {yuan} 元。",
            "Staff of State organs, finance, telecom, transport, education, medicine and the like who leak data recorded on an "
            "identity card, short of crime: detention of {least} to {most} days and a fine of {yuan} yuan.",
        ),
        "resident-id-law/19",
        {
            "least": "sanction/id-card-detention-min-days",
            "most": "sanction/id-card-detention-max-days",
            "yuan": "sanction/id-card-fine-yuan",
        },
    ),
)
DISCIPLINE = (
    Line(
        Pair(
            "公职人员滥用职权侵害他人，或者泄露履职中知道的个人隐私，造成不良后果或者影响的：警告直至开除。",
            "An official who abuses power to another's harm or leaks privacy learned on duty, with bad consequences or "
            "influence: from a warning to dismissal.",
        ),
        "government-discipline-law/39",
        {},
    ),
    Line(
        Pair(
            "行政机关公务员泄露个人隐私，造成不良后果的：警告直至开除。",
            "A civil servant of an administrative organ who leaks personal privacy with bad consequences: from a warning to "
            "dismissal.",
        ),
        "civil-servant-discipline-regulations/26",
        {},
    ),
    Line(
        Pair(
            "民警违法乱纪的：警告直至开除；必要时停止执行职务、禁闭。",
            "A police officer who breaks law or discipline: from a warning to dismissal; where needed, suspension or confinement.",
        ),
        "police-law/48",
        {},
    ),
)
CIVIL = (
    Line(
        Pair(
            "因过错侵害他人、造成损害的，承担侵权责任。",
            "Whoever through fault infringes another's rights and causes harm answers for it.",
        ),
        "civil-code/1165",
        {},
    ),
    Line(
        Pair(
            "个人信息处理者不能证明自己没有过错的，赔偿损失。",
            "A handler of personal information that cannot show it was not at fault pays damages.",
        ),
        "pipl/69",
        {},
    ),
    Line(
        Pair(
            "停止侵害、消除影响、赔礼道歉，什么时候都可以要求。",
            "To stop the infringement, to remove its effects and to apologise may be asked for at any time.",
        ),
        "civil-code/995",
        {},
    ),
    Line(
        Pair("侵害他人民事权益的，承担民事责任。", "Whoever infringes another's civil rights answers for it."),
        "npcsc-2012-decision/11",
        {},
    ),
)
