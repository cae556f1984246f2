"""Which grounds of the interpretation are met, and what softens or closes the case: the crime, continued."""

from rightdoor.law import terms
from rightdoor.law.liability.criminal import LEVELS, rule
from rightdoor.law.rule import MEASURE
from rightdoor.law.tier import ESPECIALLY, NONE, NOT_YET, ONE_TIER, SERIOUS
from rightdoor.text import Pair

CLASSES = (terms.CLASS_A, terms.CLASS_B, terms.CLASS_C)


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


@rule("interp-2017-10/5:1(3)", day=MEASURE)
def class_a_items_reach_the_standard(case):
    """Tracks, content of communications, credit or property data in the number of item (3)."""
    return items_found(case, terms.CLASS_A, case.scale.thresholds[0], case.book.label("data_class", "class-a"))


@rule("interp-2017-10/5:1(4)", day=MEASURE)
def class_b_items_reach_the_standard(case):
    """Lodging, communication, health, transaction and like data in the number of item (4)."""
    return items_found(case, terms.CLASS_B, case.scale.thresholds[1], case.book.label("data_class", "class-b"))


@rule("interp-2017-10/5:1(5)", day=MEASURE)
def class_c_items_reach_the_standard(case):
    """Other personal data in the number of item (5)."""
    return items_found(case, terms.CLASS_C, case.scale.thresholds[2], case.book.label("data_class", "class-c"))


@rule("interp-2017-10/5:1(6)", day=MEASURE)
def mixed_items_reach_the_standard_together(case):
    """Several classes that together reach what no one of them reaches."""
    classes = [kinds for kinds in CLASSES if not case.kinds.isdisjoint(kinds)]
    if len(classes) < 2 or not measured_in_full_article_5(case):
        return None
    known = [datum for datum in case.facts.data if datum.count is not None]
    values = reached(case, case.scale.weigh(known)[0] if known else 0, case.scale.unit)
    alone = [
        number_ground(case, kinds, standard) for kinds, standard in zip(CLASSES, case.scale.thresholds, strict=True)
    ]
    if values and values["level"] in [ground["level"] for ground in alone if ground]:
        return None
    return values and (
        Pair(
            "几类信息按比例合计，达到标准，属于{level}。",
            "The classes added in proportion reach the standard: {level}.",
        ).format(**values),
        *case.data_paths(),
        *halving(case),
    )


@rule("interp-2017-10/5:1(7)", day=MEASURE)
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


@rule("interp-2017-10/5:2(3)", day=MEASURE)
def many_times_the_standard_is_especially_serious(case):
    """Number or amount at the multiple of the standard that applies, halved where it is halved."""
    if not measured_in_full_article_5(case) or case.era == ONE_TIER:
        return None
    at = 2 if case.halved else 0
    paths = [*case.data_paths()] if case.state.items[at] == ESPECIALLY else []
    paths += ["gains_yuan"] if case.state.gains[at] == ESPECIALLY else []
    return paths and (
        Pair(
            "数量或者数额达到所适用标准的{times}倍以上：属于情节特别严重。",
            "Number or amount at {times} times the standard that applies: especially serious circumstances.",
        ).format(times=case.scale.times),
        *paths,
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
