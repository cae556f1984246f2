"""How the crime is measured further: article 6, counting, what softens it, what stays open, and the punishment."""

from rightdoor.law import terms
from rightdoor.law.liability.criminal import LEVELS, rule
from rightdoor.law.liability.grounds import certain_act
from rightdoor.law.rule import MEASURE
from rightdoor.law.tier import NAMES, NONE, NOT_YET, SERIOUS
from rightdoor.text import Pair

# ---- article 6: lawful business ----


@rule("interp-2017-10/6:1", day=MEASURE)
def lawful_business_purchase_has_its_own_standard(case):
    """Class C bought for lawful business and not passed on is measured by profit and record, not by number."""
    if case.lawful_purchase:
        profit = case.facts.profit_yuan
        enough = profit is not None and profit >= case.scale.profit
        return (
            Pair(
                "为合法经营购买第三档信息、没有再外传：不按条数，看获利是否达到 {least} 元或者有无前科"
                + ("；已达到。" if enough else "。"),
                "Class C bought for lawful business and not passed on: not the number counts but a profit of "
                "{least} yuan or a record" + ("; the profit is reached." if enough else "."),
            ).format(least=case.scale.profit),
            "purpose",
            "conduct",
            "profit_yuan",
            "prior",
        )


@rule("interp-2017-10/6:1(1)", day=MEASURE)
def profit_of_a_mixed_purchase_is_serious(case):
    """Bought for lawful business, class C among other data: the profit of article 6 remains a ground."""
    state, profit = case.state, case.facts.profit_yuan
    certain = all(act.only_bought for act in state.acts) and state.lawful == (True,) and state.some_c == (True,)
    if certain and state.only_c == (False,) and profit is not None and profit >= case.scale.profit:
        return (
            Pair(
                "混有第一、二档时，第三档部分为合法经营获利达到 {least} 元的，仍属于情节严重。",
                "Mixed with other classes: a profit of {least} yuan from the class C part is still serious.",
            ).format(least=case.scale.profit),
            "profit_yuan",
            "purpose",
            "conduct",
        )


@rule("interp-2017-10/6:1(2)", day=MEASURE)
def buyer_with_a_record_is_serious(case):
    """Under article 6 a record makes the purchase serious."""
    if case.lawful_purchase and case.facts.prior not in (None, "none"):
        return Pair(
            "有前科又非法购买：属于情节严重。", "A record, and an illegal purchase again: serious circumstances."
        ), "prior"


@rule("interp-2017-10/6:2", day=MEASURE)
def resale_ends_the_privilege_of_lawful_business(case):
    """What was bought for lawful business and then passed on is measured by article 5."""
    if case.facts.purpose == "lawful_business" and "bought" in case.conduct and case.gave:
        return (
            Pair(
                "买来又出售、提供的，适用第五条的标准。", "Bought and then passed on: the standards of article 5 apply."
            ),
            "purpose",
            "conduct",
        )


# ---- counting, softening, closing ----


@rule("interp-2017-10/11:1", day=MEASURE)
def taken_and_passed_on_counts_once(case):
    """The same items, obtained and then sold or provided, are counted once."""
    acts = case.conduct & (terms.GIVING | terms.TAKING)
    if case.gave and case.took and acts != {"exchanged"} and case.facts.data:  # an exchange gives one list for another
        return Pair(
            "同一批信息获取后又出售、提供的，条数不重复计算。",
            "The same items, obtained and then passed on, are counted once.",
        ), "conduct"


@rule("interp-2017-10/11:2", day=MEASURE)
def each_buyer_counts(case):
    """The same items sold or given to several recipients are added up, if there were several."""
    if not case.conduct.isdisjoint({"sold", "provided"}) and case.facts.data:
        return Pair(
            "如果同一信息分别卖给、给了不同的人或者单位，条数累计计算；请问清给了几家。",
            "If the same items went to several recipients, they are added up: ask how many there were.",
        ), "conduct"


@rule("interp-2017-10/11:3", day=MEASURE)
def bulk_counts_as_seized(case):
    """Bulk data is counted as seized, less what is proved false or double."""
    if case.facts.count_note in ("as_seized", "estimated"):
        return Pair(
            "批量信息按查获数量直接认定，有证据证明不真实或者重复的除外；估计数还要靠证据落实。",
            "Bulk data is counted as seized, less what is proved false or double; an estimate must still be proved.",
        ), "count_note"


@rule("interp-2017-10/5:1(4)", day=MEASURE)
def identity_card_set_and_face_are_class_b(case):
    """Guiding cases 192 and 193: face data and identity-card sets are measured by item (4)."""
    if case.kinds & {"id_card_set", "face"}:
        return Pair(
            "身份证件信息（组）和人脸信息按第二档计算（指导性案例193号、192号）。",
            "Identity-card sets and face data count as class B (Guiding Cases 193 and 192).",
        ), *case.data_paths(("id_card_set", "face"), "kind")


@rule("criminal-law/253-1", "interp-2017-10/5")
def no_loss_is_needed(case):
    """Guiding case 195: the crime does not ask for an actual loss."""
    if case.bounds[0] >= SERIOUS and case.facts.harm == ("none",):
        return Pair(
            "本罪不以造成具体损失为条件（指导性案例195号）。",
            "The crime does not ask for an actual loss (Guiding Case 195).",
        ), "harm"


@rule("interp-2017-10/10", day=MEASURE)
def first_offender_who_makes_good_may_be_spared(case):
    """First offence, all proceeds returned, genuine repentance, not especially serious."""
    if case.tier == "serious" and set(case.facts.mitigation or ()) == set(terms.MITIGATION):
        return Pair(
            "不属于情节特别严重，初犯、全部退赃、确有悔罪表现的，可以认定为情节轻微，不起诉或者免予刑事处罚。",
            "Not especially serious, first offence, all proceeds returned, genuine repentance: may be held "
            "minor, with no prosecution or no punishment.",
        ), "mitigation"


@rule("interp-2017-10/12", day=MEASURE)
def fine_follows_the_gains(case):
    """The fine is as a rule a multiple of the illegal income."""
    if case.bounds[0] >= SERIOUS and case.facts.gains_yuan:
        return Pair(
            "罚金一般在违法所得的 {low} 倍以上 {high} 倍以下。",
            "The fine is as a rule {low} to {high} times the illegal income.",
        ).format(
            low=case.measure.number("pi-crime/fine-min-times"), high=case.measure.number("pi-crime/fine-max-times")
        ), "gains_yuan"


@rule("interp-2017-10/5", "interp-2017-10/6", day=MEASURE)
def below_every_standard(case):
    """Nothing known reaches a standard, and nothing is open that could."""
    if case.tier == "none" and certain_act(case) and case.era != NOT_YET:
        return (
            Pair(
                "已知的数量、数额和情形都没有达到入罪标准，也没有未知事实能改变这一点；仍可按治安、行政、"
                "纪律和民事责任处理。",
                "No number, amount or circumstance reaches a standard and no open fact could change that; "
                "public-security, administrative, disciplinary and civil liability remain.",
            ),
            "conduct",
            *case.data_paths(),
            "gains_yuan",
            "harm",
            "prior",
            "used_in_crime",
        )


@rule("criminal-law/253-1")
def open_facts_decide_the_tier(case):
    """What is not known yet could change the tier: nothing is guessed."""
    low, high = case.bounds
    if low != high and case.scale is not None:
        says = (
            Pair(
                "至少是情节严重；未知事实可能使它成为情节特别严重。",
                "At least serious circumstances; open facts could make them especially serious.",
            )
            if low == SERIOUS
            else Pair(
                "还不能判断是否构成犯罪；未知事实可能使它达到{level}。",
                "Not yet known whether it is a crime; open facts could take it to {level}.",
            ).format(level=LEVELS[high])
        )
        return says, "conduct", "leaker.through_duty", *case.data_paths()


def sentence(case):
    """The punishment that goes with the tier, as a Pair; what the open tier leaves possible where it is unknown."""
    low, high = case.bounds
    if high == NONE:
        return Pair("不适用。", "None applies.")
    if case.era == NOT_YET or low == NONE != high:
        return Pair("要等事实查清才能说。", "Cannot be said before the facts are known.")
    return (
        TERMS[NAMES[low]].format(
            most=case.then.number("pi-crime/serious-max-years"),
            least=case.then.number("pi-crime/especially-serious-min-years"),
            top=case.then.number("pi-crime/especially-serious-max-years"),
        )
        if low == high
        else TERMS["unknown"]
    )


TERMS = {
    "serious": Pair(
        "{most}年以下有期徒刑或者拘役，并处或者单处罚金。",
        "Imprisonment of up to {most} years or criminal detention, with a fine or a fine alone.",
    ),
    "especially_serious": Pair(
        "{least}年以上{top}年以下有期徒刑，并处罚金。", "Imprisonment of {least} to {top} years, and a fine."
    ),
    "unknown": Pair(
        "至少是情节严重一档；是否更重，要等事实查清。",
        "At least the first tier; whether the second, cannot be said before the facts are known.",
    ),
}
