"""Discipline of officials: governmental sanctions, police discipline, responsible staff of an organ."""

from rightdoor.law import terms
from rightdoor.law.rule import REPORT, chapter
from rightdoor.text import Pair

rule = chapter("discipline")


def leaked(case):
    """Anything but a refusal to delete: it was passed on, looked up, obtained, published or left unprotected."""
    return bool(case.conduct - {"refused_to_delete"}) or not case.conduct


@rule("government-discipline-law/39", "government-discipline-law/41")
def official_who_leaks_is_sanctioned(case):
    """Abuse of power or leaking privacy learned on duty, with bad consequences: warning up to dismissal."""
    if case.official and leaked(case):
        return (
            Pair(
                "公职人员滥用职权侵害他人权益，或者泄露履职中掌握的个人隐私，造成不良后果或者影响的，"
                "给予警告直至开除的政务处分。",
                "An official who abuses power to another's harm or leaks privacy learned on duty, with bad "
                "consequences or influence, is sanctioned from warning to dismissal.",
            ),
            "leaker.actor",
            "conduct",
        )


@rule("civil-servant-law/59")
def civil_servant_may_not_abuse_power_or_leak(case):
    """Civil servants may not abuse power to another's harm nor leak work secrets."""
    if case.actor in terms.CIVIL_SERVANTS and leaked(case):
        return Pair(
            "公务员不得滥用职权侵害他人合法权益，不得泄露工作秘密。",
            "A civil servant may not abuse power to another's harm nor leak work secrets.",
        ), "leaker.actor"


@rule("civil-servant-discipline-regulations/26")
def leaking_privacy_is_a_disciplinary_offence(case):
    """The 2007 regulations name the leaking of personal privacy."""
    if case.actor in ("police_officer", "civil_servant") and (case.gave or case.careless):
        return (
            Pair(
                "行政机关公务员泄露个人隐私的，依处分条例给予处分。",
                "A civil servant of an administrative organ who leaks personal privacy is disciplined under the "
                "2007 regulations.",
            ),
            "leaker.actor",
            "conduct",
        )


@rule("police-law/48", "police-law/22")
def officer_is_disciplined_under_the_police_law(case):
    """A police officer who breaks the law or discipline is given an administrative sanction."""
    if case.police and leaked(case):
        return Pair(
            "人民警察违法乱纪的，给予警告、记过、记大过、降级、撤职、开除；可以停止执行职务、禁闭。",
            "A police officer who breaks law or discipline is sanctioned from warning to dismissal and may be "
            "suspended or confined.",
        ), "leaker.actor"


@rule("police-inspection-regulations/12", "police-inspection-regulations/13", day=REPORT)
def inspectorate_may_suspend_the_officer(case):
    """The police inspectorate may suspend or confine an officer and must pass on a suspected crime."""
    if case.police:
        number = case.now.number
        return Pair(
            "督察机构可以停止其执行职务{a}至{b}日、禁闭{c}至{d}日；发现涉嫌犯罪的，移送司法机关。",
            "The inspectorate may suspend the officer for {a} to {b} days or confine him for {c} to {d}, and "
            "passes on a suspected crime.",
        ).format(
            a=number("inspection/suspension-shortest"),
            b=number("inspection/suspension-longest"),
            c=number("inspection/confinement-shortest"),
            d=number("inspection/confinement-longest"),
        ), "leaker.actor"


@rule("=public-security-penalties/139:1(12)", "public-security-penalties/138", "public-security-penalties/94")
def officer_may_not_use_data_of_a_public_security_case(case):
    """Since 2026 officers may not use or pass on data obtained in public-security cases."""
    if case.police and case.duty is not False and case.offends is not False:
        return (
            Pair(
                "如果信息是办理治安案件中获得的，用于无关用途或者出售、提供给他人，依法给予处分。"
                "请问清信息来自什么案件。",
                "If the data came from a public-security case, using it for other ends or passing it on is "
                "disciplined. Ask which case it came from.",
            ),
            "leaker.actor",
            "leaker.through_duty",
        )


@rule("resident-id-law/20:1(5)", "resident-id-law/6:3")
def officer_who_leaks_card_data_is_disciplined(case):
    """Police who leak data learned in making, issuing, checking or holding identity cards."""
    if case.police and case.gave and case.id_card:
        return (
            Pair(
                "人民警察泄露因制作、发放、查验、扣押身份证知悉的个人信息，侵害公民合法权益的，给予处分；"
                "构成犯罪的，追究刑事责任。",
                "An officer who leaks data learned in making, issuing, checking or holding identity cards is "
                "disciplined, or prosecuted if it is a crime.",
            ),
            "leaker.actor",
            *case.data_paths(None, "from_id_card"),
        )


@rule("public-security-penalties/134", day=REPORT)
def police_tell_the_supervision_organ_of_a_penalty(case):
    """Where an official is given a public-security penalty, the police inform the supervision organ."""
    if case.official and case.offends and case.then.cite("public-security-penalties/56"):
        return Pair(
            "公职人员受治安处罚、需要政务处分的，公安机关应当通报监察机关。",
            "Where an official is given a public-security penalty and a sanction is due, the police must inform "
            "the supervision organ.",
        ), "leaker.actor"


@rule("data-security-law/49", "network-data-regulations/60", "pipl/68:1")
def responsible_staff_of_the_organ_are_disciplined(case):
    """Where a State organ failed in its duty, those in charge and directly responsible are disciplined."""
    if case.actor == "state_organ" and case.conduct:
        return (
            Pair(
                "国家机关不履行数据安全、个人信息保护义务的，对直接负责的主管人员和其他直接责任人员给予处分。",
                "Where a State organ fails in its duty to protect data, those in charge and directly responsible "
                "are disciplined.",
            ),
            "leaker.actor",
            "conduct",
        )


@rule("supervision-law/15", "supervision-regulations/46", day=REPORT)
def auxiliary_police_are_supervised_too(case):
    """Whoever does public business in an organ, though not on its establishment, is subject to supervision."""
    if case.actor == "auxiliary_police":
        return Pair(
            "辅警虽不在编，但在机关中从事公务，属于监察对象。",
            "Auxiliary police are not on the establishment but do public business in an organ: they are subject "
            "to supervision.",
        ), "leaker.actor"
