"""The crime of criminal-law/253-1: what kind of act it is, which grounds are met, what follows.

The tier itself is reasoned out in rightdoor.law.tier; these rules say why.
"""

from rightdoor.law import terms
from rightdoor.law.dates import later
from rightdoor.law.rule import MEASURE, REPORT, chapter
from rightdoor.law.tier import ESPECIALLY, NOT_YET, ONE_TIER, SERIOUS
from rightdoor.text import Pair

rule = chapter("crime")

LEVELS = {
    SERIOUS: Pair("情节严重", "serious circumstances"),
    ESPECIALLY: Pair("情节特别严重", "especially serious circumstances"),
}


# ---- what kind of act ----


@rule("criminal-law/3", "criminal-law/12", "criminal-law/253-1", day=REPORT)
def no_such_crime_on_that_day(case):
    """Before the Seventh Amendment no article made the act a crime, and a later article does not reach back."""
    if case.era == NOT_YET:
        return Pair(
            "行为当时刑法还没有这个罪名，后来的条文不溯及既往。",
            "On the day of the conduct no article made it this crime, and a later article does not reach back.",
        ), "on"


@rule("criminal-law/253-1")
def carelessness_is_not_this_crime(case):
    """Article 253-1 asks for selling, providing or illegally obtaining; negligence is none of them."""
    if case.conduct and not case.offends and case.careless:
        return Pair(
            "因疏忽公开或者没有保护好，不是出售、提供，也不是非法获取，不构成本罪；仍有行政、纪律和民事责任。",
            "Careless publication or failure to protect is neither selling nor providing nor illegally "
            "obtaining: not this crime. Administrative, disciplinary and civil liability remain.",
        ), "conduct"


@rule("criminal-law/253-1")
def refusing_to_delete_is_not_this_crime(case):
    """Refusal to delete is neither selling, providing nor obtaining."""
    if "refused_to_delete" in case.conduct and not case.offends:
        return Pair("该删不删本身不构成本罪。", "Refusing to delete is in itself not this crime."), "conduct"


@rule("criminal-law/286-1", "interp-2017-10/9")
def refusal_after_an_order_may_be_another_crime(case):
    """A network service provider that stays passive after a regulator's order may commit the crime of art. 286-1."""
    if not case.conduct.isdisjoint({"refused_to_delete", "failed_to_protect"}) and case.actor in (
        *terms.BUSINESSES,
        None,
    ):
        return (
            Pair(
                "请问清：监管部门有没有责令改正？网络服务提供者经责令仍拒不改正、造成严重后果的，"
                "另有刑法第二百八十六条之一的罪。",
                "Ask: did a regulator order correction? A network service provider that still refuses, with "
                "grave consequences, commits another crime (art. 286-1).",
            ),
            "conduct",
            "leaker.actor",
        )


@rule("interp-2017-10/3:1", day=MEASURE)
def giving_to_one_person_or_publishing_is_providing(case):
    """To give to one particular person, or to publish, is to provide; money does not matter."""
    if "provided" in case.conduct or "published_online" in case.conduct:
        return Pair(
            "给特定的一个人，或者发到网上，都是“提供”，收没收钱都一样。",
            "Giving to one particular person, or publishing online, is 'providing', with or without money.",
        ), "conduct"


@rule("interp-2017-10/4", "criminal-law/253-1:3", day=MEASURE)
def unlawful_look_up_is_obtaining(case):
    """Collecting in breach of the rules while on duty or in service is 'otherwise illegally obtaining'."""
    if "looked_up" in case.conduct or "over_collected" in case.conduct:
        return (
            Pair(
                "在履行职责、提供服务中违反规定查询、收集，属于“以其他方法非法获取”。",
                "Looking up or collecting in breach of the rules while on duty or in service is 'otherwise "
                "illegally obtaining'.",
            ),
            "conduct",
            "leaker.through_duty",
        )


@rule("interp-2017-10/4", "criminal-law/253-1:3", day=MEASURE)
def buying_or_exchanging_is_obtaining(case):
    """Purchase, receipt and exchange in breach of the rules are 'otherwise illegally obtaining'."""
    if "bought" in case.conduct or "exchanged" in case.conduct:
        return Pair(
            "违规购买、交换，属于“以其他方法非法获取”。",
            "Buying or exchanging in breach of the rules is 'otherwise illegally obtaining'.",
        ), "conduct"


@rule("criminal-law/253-1:1")
def first_text_reaches_only_staff_of_listed_bodies(case):
    """Until 2015-10-31 only staff of listed institutions committed the crime by selling or providing."""
    if case.era == ONE_TIER and case.gave and case.state.listed != (True,):
        return (
            Pair(
                "行为当时，只有国家机关和金融、电信、交通、教育、医疗等单位的工作人员出售、非法提供才构成犯罪；"
                "其他人只在非法获取时构成。",
                "On that day only staff of State organs and of financial, telecom, transport, education, medical "
                "and like bodies committed the crime by selling or providing; anybody else only by illegally "
                "obtaining.",
            ),
            "on",
            "leaker.actor",
            "leaker.sector",
        )


@rule("criminal-law/253-1:1")
def first_text_asks_for_data_of_the_unit(case):
    """Until 2015-10-31 selling or providing was the crime only for data that the unit got on duty or in service."""
    if case.era == ONE_TIER and case.gave and case.duty is not True:
        return (
            Pair(
                "行为当时，出售、非法提供的须是本单位履职或者提供服务中获得的信息。",
                "On that day selling or providing was this crime only for data that the unit obtained on duty or "
                "in service.",
            ),
            "on",
            "leaker.through_duty",
        )


# ---- time ----


@rule("criminal-law/12", "criminal-law/253-1")
def old_text_is_the_milder(case):
    """An act before a change and decided after it is judged by the old text unless the new one is lighter."""
    if case.era == ONE_TIER and case.now.number("pi-crime/especially-serious-max-years") is not None:
        return (
            Pair(
                "从旧兼从轻：行为时的条文只有一档，最高{most}年，比现行条文轻，适用旧条文。",
                "Old law or the lighter one: the text of that day has one tier with at most {most} years, "
                "lighter than today's; it applies.",
            ).format(most=case.then.number("pi-crime/serious-max-years")),
            "on",
            "decided_on",
        )


@rule("interp-2017-10/13", "interp-2017-10/5", day=MEASURE)
def later_interpretation_measures_the_act(case):
    """An interpretation measures acts of its statute's time that are decided after it takes effect."""
    if case.era != NOT_YET and case.measure is not case.then:
        return (
            Pair(
                "行为时没有数量标准；案件在司法解释施行以后处理，用该解释衡量。",
                "There was no numeric standard on that day; the matter is decided after the interpretation took "
                "effect and is measured by it.",
            ),
            "on",
            "decided_on",
        )


@rule("criminal-law/253-1")
def no_numeric_standard_on_that_day(case):
    """Before 2017-06-01 no interpretation said what serious circumstances are."""
    if case.scale is None and case.era != NOT_YET and case.offends is not False:
        return (
            Pair(
                "当时还没有“情节严重”的数量标准，由法院个案判断，这里不能替它下结论。",
                "There was then no numeric standard of 'serious circumstances'; the court judged case by case, "
                "and nothing is concluded here for it.",
            ),
            "on",
            "decided_on",
        )


@rule("criminal-law/87", "criminal-law/88", "criminal-law/89", day=REPORT)
def prosecution_limit_seems_to_have_run(case):
    """After the prosecution limit the crime is no longer pursued, unless it was filed or accepted in time."""
    high = case.bounds[1]
    if high and case.offends is not False and case.decided > limit_of(case, high):
        return (
            Pair(
                "从行为终了之日计算，追诉期限看来已过。请问清有没有例外：立案、受理以后逃避侦查、审判的；"
                "被害人在期限内控告过、应当立案而没有立案的；期限内又犯罪的，从犯后罪之日重新计算。",
                "Counted from the end of the conduct the prosecution limit seems to have run. Ask for the exceptions: "
                "flight from investigation or trial after filing or acceptance; a complaint by the victim in time that "
                "ought to have been filed and was not; another crime within the period, from which it runs anew.",
            ),
            "on",
            "decided_on",
        )


def limit_of(case, level):
    """The last day on which a tier may be prosecuted, from the day of the conduct."""
    most = case.then.number(
        "pi-crime/serious-max-years" if level == SERIOUS else "pi-crime/especially-serious-max-years"
    )
    short = most < case.then.number("prosecution-limit/short-below-years")
    return later(case.on, case.then.number(f"prosecution-limit/{'short' if short else 'long'}-years"), "years")


# ---- who ----


@rule("interp-2017-10/5:1(8)", "criminal-law/253-1:2", day=MEASURE)
def duty_data_passed_on_halves_the_standards(case):
    """Data obtained on duty or in service and then sold or provided: half of every number."""
    if case.halved:
        return (
            Pair(
                "履行职责或者提供服务中获得的信息又出售、提供给他人：数量和数额标准减半。",
                "Data obtained on duty or in service, then sold or provided: the numbers are halved.",
            ),
            "leaker.through_duty",
            "conduct",
        )


@rule("interp-2017-10/5:1(8)", day=MEASURE)
def looking_up_alone_is_not_halved(case):
    """The half standard covers only data that was sold or provided."""
    if case.duty and case.took and case.gave is False:
        return (
            Pair(
                "减半仅限于出售或者提供；只查询、收集而没有外传的，不减半。",
                "Halving covers only selling and providing; data that was only looked up or collected is "
                "measured in full.",
            ),
            "leaker.through_duty",
            "conduct",
        )


@rule("criminal-law/253-1:2")
def insider_is_punished_more_heavily(case):
    """Under the text of 2015 duty-obtained data makes the punishment heavier within the range."""
    if case.gave and case.duty and case.era > ONE_TIER:
        return (
            Pair(
                "在履行职责或者提供服务中获得又出售、提供的，从重处罚。",
                "Obtained on duty or in service and sold or provided: punished more heavily within the range.",
            ),
            "leaker.through_duty",
            "conduct",
        )


@rule("criminal-law/253-1")
def unit_is_fined_and_its_people_punished(case):
    """A unit that commits the crime is fined, and the persons responsible are punished."""
    if case.actor in (*terms.BUSINESSES, "state_organ") and case.offends:
        return Pair(
            "单位犯本罪的，对单位判处罚金，并处罚直接负责的主管人员和其他直接责任人员；标准与个人相同。",
            "Where a unit commits the crime it is fined, and those in charge and directly responsible are "
            "punished, by the same standards.",
        ), "leaker.actor"


# ---- other crimes of officials, and who investigates ----


@rule("criminal-law/397", "interp-2012-18/1")
def abuse_of_power_is_another_question(case):
    """A State functionary who abuses power with heavy losses commits another crime, which others investigate."""
    if case.actor in terms.STATE_ORGAN_STAFF and case.offends is not False:
        return Pair(
            "国家机关工作人员还可能涉嫌滥用职权、玩忽职守（须有重大损失），由监察机关调查；如收受财物，另查受贿。",
            "A State functionary may also have abused power or neglected duty (heavy losses are required); the "
            "supervision commission investigates that, and bribery where money was taken.",
        ), "leaker.actor"


@rule("criminal-law/308-1")
def leaking_a_closed_case_is_another_crime(case):
    """Judicial staff who leak information of a case that is not heard in public may commit the crime of art. 308-1."""
    if case.actor in ("judicial_officer", "court_staff") and case.gave is not False:
        return (
            Pair(
                "请问清信息从哪里来：如果来自依法不公开审理的案件，泄露其中不应当公开的信息，"
                "造成信息公开传播或者其他严重后果的，另有第三百零八条之一的罪；与案件无关的信息不在其内。",
                "Ask where the data comes from: if from a case that by law is not heard in public, leaking what must "
                "stay closed, so that it spreads or does other grave harm, is another crime (art. 308-1); data of no "
                "such case is outside it.",
            ),
            "leaker.actor",
            "conduct",
        )


@rule("criminal-procedure/19:1", day=REPORT)
def police_investigate_this_crime(case):
    """The crime is on no other organ's list: the police investigate it, also against an official."""
    if case.offends is not False and case.era != NOT_YET:
        return Pair("本罪由公安机关立案侦查。", "The police file and investigate this crime."), "conduct"


@rule("supervision-law/37", "supervision-regulations/54", day=REPORT)
def supervision_investigates_the_duty_part(case):
    """Where the leaker is an official, the supervision commission investigates the duty part and coordinates."""
    if case.official and case.offends is not False and case.era != NOT_YET:
        return Pair(
            "泄露人是公职人员：职务违法和职务犯罪部分由监察机关调查；既涉嫌严重职务违法或者职务犯罪、又涉嫌本罪的，"
            "分别立案，一般由监察机关为主，它负责协调。",
            "The leaker is an official: the supervision commission investigates the duty part. Suspected both of a "
            "serious violation or crime of office and of this crime: each organ files its own case, and the "
            "commission as a rule leads and coordinates.",
        ), "leaker.actor"


@rule("criminal-procedure/19:2", day=REPORT)
def procuratorate_may_investigate_a_judicial_officer(case):
    """Crimes of judicial officers who used their power against citizens may be investigated by the procuratorate."""
    if case.actor == "judicial_officer" and case.offends is not False and case.era != NOT_YET:
        return Pair(
            "司法工作人员利用职权实施的侵犯公民权利、损害司法公正的犯罪（如滥用职权），检察院在诉讼监督中发现的，"
            "可以由它立案侦查；本罪不在其内。",
            "Crimes in which a judicial officer used his power against citizens' rights and the fairness of justice, "
            "such as abuse of power, may be investigated by the procuratorate that finds them in supervising "
            "proceedings; this crime is not among them.",
        ), "leaker.actor"
