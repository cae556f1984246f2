"""Red lines for the worker and the client, and questions that the law leaves open."""

from rightdoor.law import terms
from rightdoor.law.liability.administrative import card_keeper
from rightdoor.law.liability.civil import acted_privately
from rightdoor.law.rule import REPORT, chapter
from rightdoor.law.tier import NOT_YET, ONE_TIER
from rightdoor.text import Pair

red = chapter("red_lines", day=REPORT)
open_question = chapter("unsettled", day=REPORT)


# ---- red lines ----


@red(
    "constitution/41",
    "criminal-law/243",
    "criminal-procedure/111:2",
    "public-security-penalties/50:1(3)",
    "supervision-regulations/316",
)
def report_only_what_you_know(case):
    """No fabrication; an honest error is not a false accusation."""
    return (
        Pair(
            "如实反映，不捏造、不夸大，注明来源和猜测；不是捏造而与事实有出入的，不是诬告。",
            "Report truthfully, invent and inflate nothing, name the source and mark guesses; an honest error is "
            "not a false accusation.",
        ),
    )


@red("criminal-law/253-1", "interp-2017-10/3", "public-security-penalties/56", "public-security-penalties/50:1(6)")
def do_not_spread_the_evidence(case):
    """Passing the leaked list on is itself providing."""
    return (
        Pair(
            "不转发泄露的名单，不公布对方的个人信息（“开盒”）；证据只交给机关，给别人看要遮挡。",
            "Do not forward the leaked list nor post the other side's data; give evidence only to the authority, "
            "masked copies to others.",
        ),
    )


@red("criminal-law/253-1:3", "criminal-law/284", "civil-code/1033", "public-security-penalties/56:2")
def do_not_obtain_evidence_illegally(case):
    """No buying, hacking, asking another insider, or covert devices."""
    return (
        Pair(
            "不买数据“取证”，不找人再查，不侵入系统，不窃听窃照、跟踪；查询日志请机关去调。",
            "Do not buy data as proof, ask another insider, hack, bug or tail; ask the organ to fetch the look-up log.",
        ),
    )


@red("criminal-law/274")
def do_not_threaten_or_bargain(case):
    """To say 'pay or I report' may itself be a crime."""
    return (
        Pair("不拿举报要钱、要挟；那可能构成敲诈勒索。", "Do not trade the report for money; that may be extortion."),
    )


@red("pipl/50", "pipl/65")
def pay_no_intermediary(case):
    """No paid deletion, no paid reporting, no bulk copies to unrelated bodies."""
    return (
        Pair(
            "不花钱找人“删帖”“代举报”，不向无关部门群发。",
            "Pay nobody to delete posts or to report, and send no bulk copies to unrelated bodies.",
        ),
    )


@red("letters-visits-regulations/20", "letters-visits-regulations/26")
def visit_the_right_place_in_order(case):
    """Few representatives, the right place, no blocking."""
    return (
        Pair(
            "走访到指定场所，{people}人以内推代表，不围堵。",
            "Visit the designated place with no more than {people} representatives; block nothing.",
        ).format(people=case.now.number("petition/representatives")),
    )


@red("civil-code/1032", "civil-code/1038")
def keep_the_clients_secret(case):
    """The worker keeps the file sealed and asks for written consent."""
    return (
        Pair(
            "为当事人保密：材料封存，对外发出前取得书面同意。",
            "Keep the client's file sealed; obtain written consent before anything is sent.",
        ),
    )


@red("criminal-procedure/112")
def promise_nothing(case):
    """The worker never promises filing, punishment or money."""
    return (Pair("不承诺一定立案、一定处罚、一定赔钱。", "Never promise that a case will be filed, punished or paid."),)


@red("criminal-law/398", "police-law/22")
def do_not_copy_a_state_secret(case):
    """Where State secrets may be concerned, nothing is copied or forwarded."""
    if case.actor in terms.OFFICIAL_SIDE:
        return Pair(
            "如可能涉及国家秘密：不复制、不转发，直接交国家安全、保密部门或者监委。",
            "Where a State secret may be concerned: copy and forward nothing; go straight to the State security "
            "or secrecy authority or the supervision commission.",
        ), "leaker.actor"


@red(
    "criminal-law/254",
    "constitution/41",
    "supervision-law/73",
    "supervision-regulations/315",
    "government-discipline-law/32",
    "police-law/46:2",
)
def retaliation_is_reported_at_once(case):
    """Nobody may retaliate; if it happens it is reported at once."""
    if case.actor in terms.OFFICIAL_SIDE:
        return Pair(
            "任何人不得打击报复；一旦发生，马上向监委（12388）、检察院（12309）或者 110 报告。",
            "Nobody may retaliate; if it happens tell the supervision commission (12388), the procuratorate "
            "(12309) or the police (110) at once.",
        ), "leaker.actor"


# ---- open questions ----


@open_question("criminal-law/253-1")
def no_numeric_standard_before_june_2017(case):
    """Decided before the interpretation: no number said what serious is."""
    if case.scale is None and case.era != NOT_YET and case.offends is not False:
        return (
            Pair(
                "当时没有数量标准，情节是否严重由法院个案判断。",
                "There was no numeric standard; the court judged seriousness case by case.",
            ),
        )


@open_question("criminal-law/253-1")
def which_bodies_are_and_the_like(case):
    """The first text ended its list with 'and the like'."""
    named = case.state.listed != (False, True) and (
        case.actor != "industry_staff" or case.sector in terms.LISTED_SECTORS
    )
    if case.era == ONE_TIER and case.gave is not False and not named:
        return (
            Pair(
                "旧条文的“等单位”包不包括这类单位，认识不一；快递、物业等服务行业这里按包括算。",
                "Whether 'and the like' in the old text covers this kind of body is disputed; courier, property and "
                "like service trades are taken as covered here.",
            ),
        )


@open_question("interp-2017-10/13", "interp-2017-10/5")
def later_standard_for_the_first_text(case):
    """Whether the 2017 standards, and halving, fit the text of 2009 is a matter of practice."""
    if case.era == ONE_TIER and case.scale is not None and case.offends is not False:
        return (
            Pair(
                "2015年11月以前的行为用2017年的标准（包括减半）衡量，是实践做法，条文没有写明。",
                "Measuring conduct before November 2015 by the standards of 2017, halving included, is practice; "
                "no text says so.",
            ),
        )


@open_question("interp-2017-10/4")
def is_a_mere_look_up_obtaining(case):
    """Q7: whether a pure look-up by an officer is prosecuted as illegal obtaining."""
    if case.only_looked:
        return (
            Pair(
                "只查询没有外传算不算“非法获取”：解释第四条支持，实践中许多案件只作纪律处理；报告事实，由机关认定。",
                "Whether a mere look-up is 'obtaining': art. 4 of the interpretation supports it, many files end "
                "in discipline; report the facts and let the organ decide.",
            ),
        )


@open_question("interp-2017-10/4")
def is_over_collection_obtaining(case):
    """Collection in service beyond what is needed falls under article 4 by its words."""
    if "over_collected" in case.conduct:
        return (
            Pair(
                "超范围收集按解释第四条的文字属于“非法获取”，单独追究刑事责任的实践未查到。",
                "By the words of art. 4 excessive collection is 'obtaining'; no practice of prosecuting it alone "
                "was found.",
            ),
        )


@open_question("interp-2017-10/5")
def is_household_or_vehicle_data_class_b(case):
    """Household, vehicle and phone-owner data: class B or C depends on the court."""
    if case.offends is not False and (
        case.kinds & {"household", "vehicle", "phone_owner"} or card_data_in_class_c(case)
    ):
        return Pair(
            "户籍、车辆、机主和身份证记载信息算第二档还是第三档，法院不一；这里按第三档算（身份证件整组按第二档）。",
            "Whether household, vehicle, phone-owner and identity-card data is class B or C differs from court "
            "to court; here it is class C (a full identity-card set is B).",
        ), *case.data_paths(("household", "vehicle", "phone_owner"), "kind")


def card_data_in_class_c(case):
    """Data recorded on an identity card that is not a full set."""
    return any(d.from_id_card and d.kind in terms.CLASS_C for d in case.facts.data or ())


@open_question("interp-2017-10/5")
def is_it_a_track(case):
    """Tracks are read narrowly: real-time or precise ones."""
    if "location_track" in case.kinds and case.offends is not False:
        return Pair(
            "“行踪轨迹”从严掌握，一般指能定位到具体活动的实时或者精确轨迹；车票、航班记录是否算，各地不一。",
            "'Track' is read narrowly, as real-time or precise movement; whether ticket or flight records count "
            "differs.",
        ), *case.data_paths(("location_track",), "kind")


@open_question("interp-2017-10/6")
def is_class_c_in_a_mixed_purchase_privileged(case):
    """Bought for lawful business, but not class C alone."""
    if (
        case.facts.purpose == "lawful_business"
        and "bought" in case.conduct
        and not case.gave
        and case.state.only_c == (False,)
        and case.kinds & set(terms.CLASS_C)
    ):
        return Pair(
            "为合法经营购买的信息中混有第一、二档的，第三档部分是否仍可单独适用第六条，没有定论；这里条数全部按第五条算，获利另按第六条看。",
            "Where a purchase for lawful business mixes classes, it is open whether its class C part keeps "
            "article 6; here all items count under article 5, the profit under article 6.",
        ), "purpose"


@open_question("public-security-penalties/56", "resident-id-law/19", "public-security-penalties/141:3")
def which_law_for_card_data(case):
    """Q5: article 56 and article 19 of the identity-card law both fit."""
    if case.gave and case.id_card and card_keeper(case) and case.then.cite("public-security-penalties/56"):
        return (
            Pair(
                "治安管理处罚法第五十六条与居民身份证法第十九条竞合时怎么适用，没有定论。",
                "Which applies where art. 56 of the Public Security Law and art. 19 of the Identity Card Law "
                "both fit is open.",
            ),
        )


@open_question("administrative-penalty-law/37", "cybersecurity-law/71", "public-security-penalties/56")
def old_act_decided_under_new_penalties(case):
    """Q6: acts before 2026 decided afterwards."""
    if (
        case.offends
        and case.then.cite("public-security-penalties/56") is None
        and case.now.cite("public-security-penalties/56")
    ):
        return (
            Pair(
                "2026年以前的行为在之后处理：新治安条款不溯及，旧网络安全法的罚款已取消，"
                "从旧兼从轻怎么适用部分没有定论。",
                "Conduct before 2026 decided afterwards: the new detention does not reach back, the old network "
                "fine is gone; how old-or-lighter applies is partly open.",
            ),
        )


@open_question("state-compensation-law/35", "state-compensation-law/3")
def is_mental_harm_of_a_leak_compensated(case):
    """Q8: State compensation for mental harm by a data leak."""
    if case.actor in terms.STATE_ORGAN_STAFF | {"entrusted_staff", "state_organ"} and not acted_privately(case):
        return (
            Pair(
                "单纯信息泄露的精神损害，国家赔偿法没有列入；没有查到判决。",
                "State compensation law does not list mental harm by a mere leak; no judgment was found.",
            ),
        )


@open_question("pipl/69", "pipl/33")
def can_an_organ_be_sued_in_civil_court(case):
    """Q9: a State organ as defendant under PIPL article 69."""
    if case.actor == "state_organ":
        return (
            Pair(
                "能不能依个人信息保护法第六十九条在民事法院起诉国家机关，还是仅能走行政赔偿，做法不一。",
                "Whether a State organ can be sued in civil court under PIPL art. 69, or only for administrative "
                "compensation, is divided.",
            ),
        )


@open_question("government-discipline-law/39", "government-discipline-law/41")
def privacy_or_any_personal_information(case):
    """Q10: article 39(5) speaks of privacy."""
    if case.official and case.conduct:
        return (
            Pair(
                "政务处分法第三十九条第五项说的是“个人隐私”，姓名、电话不一定都是；可用第一项或者第四十一条。",
                "Art. 39(5) speaks of 'privacy', which names and numbers not always are; item (1) or art. 41 may "
                "serve.",
            ),
        )


@open_question("police-law/46")
def police_law_is_under_revision(case):
    """Q1: a draft revision of the Police Law was published in January 2026."""
    if case.police:
        return (
            Pair(
                "人民警察法修订草案2026年1月公开征求意见，是否已通过未能核实；12389 现由哪个部门承办也请向当地核实。",
                "A draft revision of the Police Law was out for comment in January 2026; its adoption could not "
                "be checked, nor which unit runs 12389 today.",
            ),
        )


@open_question("pipl/70")
def public_interest_statute_is_pending(case):
    """Q2: the Procuratorial Public Interest Litigation Law."""
    if case.perhaps_many and case.actor != "individual" and case.conduct:
        return (
            Pair(
                "检察公益诉讼法草案是否已通过未能核实；今天的依据是个人信息保护法第七十条。",
                "Whether the draft law on procuratorial public-interest litigation was adopted could not be "
                "checked; today's basis is PIPL art. 70.",
            ),
        )


@open_question("reconsideration-regulations/16")
def how_long_is_silence(case):
    """Q20: the rule of silence comes from the 2007 regulations."""
    if any(report.result == "no_answer" for report in case.reports):
        return (
            Pair(
                "不答复满多少日才能复议，依据是2007年的实施条例，修订情况未能核实。",
                "How long silence must last rests on the 2007 regulations; their revision could not be checked.",
            ),
        )


@open_question("constitution/41")
def law_of_that_day_is_not_fully_recorded(case):
    """Early days: civil law before the Civil Code and procedure before 2018 are not in the tables."""
    if case.then.cite("civil-code/1165") is None or case.now.cite("criminal-procedure/110") is None:
        return (
            Pair(
                "行为或者处理之日较早，当时的民事、程序条文没有全部收录；没有列出的不等于没有。",
                "The day is early: its civil and procedural articles are not all in the tables; what is not "
                "listed may still exist.",
            ),
            "on",
            "decided_on",
        )
