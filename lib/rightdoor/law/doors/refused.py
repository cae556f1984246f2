"""Doors a layman would think of that are not for this case, and why."""

from rightdoor.law import terms
from rightdoor.law.rule import Finding, chapter, in_force
from rightdoor.text import Pair

not_door = chapter("not_doors", day="report")


def not_doors(case, opened):
    """The doors that would send this client away, as Findings whose id is the door; never one of the `opened`."""
    out = {}
    for _, find, basis in in_force("not_doors", case.then, case.now, case.measure):
        found = find(case)
        if found:
            says, *doors = found
            for door in doors:
                if door not in opened:
                    out.setdefault(door, Finding(door, says, basis, case.because(("leaker.actor",))))
    return list(out.values())


@not_door("consumer-law/29", "consumer-law/46", "consumer-law/56")
def consumer_doors_have_no_power_over_officials(case):
    """Consumer law reaches business operators only: no police officer, no State organ."""
    if case.actor in terms.OFFICIAL_SIDE:
        return (
            Pair(
                "只管经营者和消费者之间的事，管不了民警、公务员和国家机关。",
                "Deals with businesses and consumers only; it has no power over police, officials or State organs.",
            ),
            "market-regulator",
            "consumer-association",
        )


@not_door("consumer-law/29", "consumer-law/46")
def consumer_doors_have_no_power_over_private_persons(case):
    """Nor does it reach private persons, unless they act in trade."""
    if case.actor == "individual" and case.facts.purpose != "lawful_business":
        return (
            Pair("只管经营者，不管私人之间的事。", "Deals with businesses only, not with private persons."),
            "market-regulator",
            "consumer-association",
        )


@not_door("supervision-law/15", "supervision-regulations/44")
def supervision_reaches_only_public_power(case):
    """Ordinary staff, companies and private persons are not subject to supervision."""
    if case.actor in (*terms.ORDINARY, *terms.BUSINESSES, "individual"):
        return Pair(
            "监察机关只管行使公权力的人；普通员工、公司和私人不是监察对象（从事公务或者管理的除外）。",
            "The supervision organs deal with those who exercise public power; ordinary staff, companies and "
            "private persons are not, unless they do public business or manage.",
        ), "supervision-commission"


@not_door("police-inspection-regulations/2", "police-law/46")
def inspectorate_reaches_only_the_police(case):
    """The police inspectorate deals with police organs and officers only."""
    if case.actor and case.actor not in ("police_officer", "auxiliary_police", "judicial_officer"):
        return Pair(
            "督察（12389）只管公安机关和民警。", "The inspectorate (12389) deals with police organs and officers only."
        ), "police-inspectorate"


@not_door("police-law/46", "criminal-procedure/110")
def hotline_only_relays(case):
    """12345 relays; it neither investigates officers nor decides."""
    if case.police:
        return Pair(
            "12345 只转办，不查民警违纪，也不受理刑事案件。",
            "12345 only relays; it neither investigates officers nor takes criminal cases.",
        ), "government-hotline"


@not_door("anti-fraud-law/29:2")
def anti_fraud_line_is_for_fraud(case):
    """The anti-fraud line warns and stops payment; a leak as such is not its matter."""
    if (
        case.facts.urgency is not None
        and "ongoing_fraud" not in case.urgency
        and "fraud_loss" not in case.harm
        and case.actor is None
    ):
        return Pair(
            "96110 管诈骗预警和止付，单纯的信息泄露不归它。",
            "96110 is for fraud warning and stopping payment; a mere leak is not its matter.",
        ), "anti-fraud"


@not_door("police-law/46", "pipl/60", "pipl/65")
def network_regulator_does_not_discipline(case):
    """The cyberspace administration deals with handlers and online content, not with an officer's discipline."""
    if case.police:
        return Pair(
            "网信部门管网上信息和处理者，不追究民警的纪律责任。",
            "The cyberspace administration deals with online content and handlers, not with an officer's discipline.",
        ), "cyberspace-administration"
