"""Which grounds of the interpretation are met, and what softens or closes the case: the crime, continued."""

from rightdoor.law import terms
from rightdoor.law.liability.criminal import LEVELS, rule
from rightdoor.law.rule import MEASURE
from rightdoor.law.tier import ESPECIALLY, NAMES, NONE, NOT_YET, ONE_TIER, SERIOUS
from rightdoor.text import Pair


def measured_in_full_article_5(case):
    """Article 5 certainly measures the case: a giving or taking act, and not a purchase under article 6."""
    return case.scale is not None and case.era != NOT_YET and certain_act(case) and case.lawful_purchase is False


def certain_act(case):
    """An act that the text of that day certainly covers."""
    if case.era == ONE_TIER and not case.took:
        return bool(case.gave and case.duty and case.state.listed == (True,))
    return bool(case.offends)


def number_ground(case, kinds, standard):
    """What a class of data alone reaches: the known number, the standard that applies and the tier, or None."""
    if not measured_in_full_article_5(case):
        return None
    count = sum(d.count or 0 for d in case.facts.data or () if d.kind in kinds)
    return reached(case, count, standard)


def reached(case, amount, standard):
    """The sentence values of a number that is at or above its standard, or None."""
    divisor = case.scale.divisor if case.halved else 1
    level = min(case.scale.level(amount * divisor, standard), SERIOUS if case.era == ONE_TIER else ESPECIALLY)
    if level == NONE:
        return None
    times = case.scale.times if level == ESPECIALLY else 1
    least = standard * times / divisor
    return {"amount": amount, "least": int(least) if least == int(least) else least, "level": LEVELS[level]}


def items_found(case, kinds, standard, name):
    """The finding of a class of data that alone reaches a tier."""
    values = number_ground(case, kinds, standard)
    return values and (
        Pair(
            "{name}共 {amount} 条，达到 {least} 条，属于{level}。",
            "{name}: {amount} items, at or above {least}: {level}.",
        ).format(name=name, **values),
        *case.data_paths(kinds),
        *halving(case),
    )


def halving(case):
    """The fact that halved the standard, where it did."""
    return ("leaker.through_duty",) if case.halved else ()


@rule("interp-2017-10/5:1(3)", "interp-2017-10/5:2(3)", day=MEASURE)
def class_a_items_reach_the_standard(case):
    """Tracks, content of communications, credit or property data in the number of item (3)."""
    return items_found(case, terms.CLASS_A, case.scale.thresholds[0], case.book.label("data_class", "class-a"))


@rule("interp-2017-10/5:1(4)", "interp-2017-10/5:2(3)", day=MEASURE)
def class_b_items_reach_the_standard(case):
    """Lodging, communication, health, transaction and like data in the number of item (4)."""
    return items_found(case, terms.CLASS_B, case.scale.thresholds[1], case.book.label("data_class", "class-b"))


@rule("interp-2017-10/5:1(5)", "interp-2017-10/5:2(3)", day=MEASURE)
def class_c_items_reach_the_standard(case):
    """Other personal data in the number of item (5)."""
    return items_found(case, terms.CLASS_C, case.scale.thresholds[2], case.book.label("data_class", "class-c"))


@rule("interp-2017-10/5:1(6)", "interp-2017-10/5:2(3)", day=MEASURE)
def mixed_items_reach_the_standard_together(case):
    """Several classes that together reach what no one of them reaches."""
    classes = [kinds for kinds in (terms.CLASS_A, terms.CLASS_B, terms.CLASS_C) if not case.kinds.isdisjoint(kinds)]
    if len(classes) < 2 or not measured_in_full_article_5(case):
        return None
    known = [datum for datum in case.facts.data if datum.count is not None]
    values = reached(case, case.scale.weigh(known)[0] if known else 0, case.scale.unit)
    return values and (
        Pair(
            "几类信息按比例合计，达到标准，属于{level}。",
            "The classes added in proportion reach the standard: {level}.",
        ).format(**values),
        *case.data_paths(),
        *halving(case),
    )


@rule("interp-2017-10/5:1(7)", "interp-2017-10/5:2(3)", day=MEASURE)
def gains_reach_the_standard(case):
    """Illegal income in the amount of item (7)."""
    values = measured_in_full_article_5(case) and reached(case, case.facts.gains_yuan or 0, case.scale.gains)
    return values and (
        Pair(
            "违法所得 {amount} 元，达到 {least} 元，属于{level}。",
            "Illegal income of {amount} yuan, at or above {least}: {level}.",
        ).format(**values),
        "gains_yuan",
        *halving(case),
    )


@rule("interp-2017-10/5:1(1)", day=MEASURE)
def track_was_used_in_a_crime(case):
    """A track that was sold or provided and used by others for a crime: no number is needed."""
    if (
        measured_in_full_article_5(case)
        and giving_counts(case)
        and "location_track" in case.kinds
        and case.facts.used_in_crime in ("yes", "known_to_leaker")
    ):
        return (
            Pair(
                "出售、提供的行踪轨迹被他人用于犯罪：不看数量，属于情节严重。",
                "A track that was sold or provided was used in a crime: serious circumstances whatever the number.",
            ),
            "used_in_crime",
            *case.data_paths(("location_track",), "kind"),
        )


@rule("interp-2017-10/5:1(2)", day=MEASURE)
def leaker_knew_of_the_crime(case):
    """Sold or provided although one knew or should have known of the crime: no number is needed."""
    if measured_in_full_article_5(case) and giving_counts(case) and case.facts.used_in_crime == "known_to_leaker":
        return Pair(
            "知道或者应当知道他人用来犯罪仍出售、提供：不看数量，属于情节严重。",
            "Sold or provided although the leaker knew or should have known of the crime: serious circumstances "
            "whatever the number.",
        ), "used_in_crime"


def giving_counts(case):
    """Whether the giving itself is covered by the text of that day."""
    return case.gave and (case.era != ONE_TIER or (case.duty and case.state.listed == (True,)))


@rule("interp-2017-10/5:1(9)", day=MEASURE)
def record_makes_it_serious(case):
    """Punished before for this crime, or administratively within two years: no number is needed."""
    if measured_in_full_article_5(case) and case.facts.prior not in (None, "none"):
        return Pair(
            "曾因侵犯公民个人信息受过刑事处罚，或者二年内受过行政处罚：不看数量，属于情节严重。",
            "Punished before for the crime, or by administrative penalty within two years: serious circumstances "
            "whatever the number.",
        ), "prior"


@rule("interp-2017-10/5:2(1)", day=MEASURE)
def grave_harm_makes_it_especially_serious(case):
    """Death, serious injury, mental disorder or kidnapping of the victim."""
    if measured_in_full_article_5(case) and case.harm & terms.GRAVE_HARM and case.era != ONE_TIER:
        return Pair(
            "造成死亡、重伤、精神失常或者被绑架等严重后果：属于情节特别严重。",
            "Death, serious injury, mental disorder or kidnapping: especially serious circumstances.",
        ), "harm"


@rule("interp-2017-10/5:2(2)", day=MEASURE)
def wide_harm_makes_it_especially_serious(case):
    """Major economic loss or a grave adverse social impact."""
    if measured_in_full_article_5(case) and case.harm & terms.WIDE_HARM and case.era != ONE_TIER:
        return Pair(
            "造成重大经济损失或者恶劣社会影响：属于情节特别严重。",
            "Major economic loss or grave adverse social impact: especially serious circumstances.",
        ), "harm"


@rule("criminal-law/253-1:1")
def first_text_has_one_tier_only(case):
    """What would be especially serious today is serious under the text of 2009: it has one tier."""
    if case.era == ONE_TIER and case.tier == "serious":
        return Pair(
            "行为当时的条文只有“情节严重”一档，没有“情节特别严重”。",
            "The text of that day knows serious circumstances only; it has no second tier.",
        ), "on"


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
    if case.gave and case.took and case.facts.data:
        return Pair(
            "获取后又出售、提供的，条数不重复计算。", "Items obtained and then passed on are counted once."
        ), "conduct"


@rule("interp-2017-10/11:2", day=MEASURE)
def each_buyer_counts(case):
    """The same items given to several recipients are added up."""
    if case.gave and case.facts.data:
        return Pair(
            "同一信息分别卖给、给了不同的人，条数累计计算。", "The same items given to several recipients are added up."
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


@rule("interp-2017-10/5")
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
