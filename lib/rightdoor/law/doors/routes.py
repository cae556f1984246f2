"""Routes by leaker and conduct: one rule for each row of the routing table, doors in order."""

from rightdoor.law import terms
from rightdoor.law.doors.way import NOW, PARALLEL, PRIMARY, Step, route, steps
from rightdoor.law.doors.words import WORDS
from rightdoor.law.liability.civil import acted_privately
from rightdoor.law.liability.public import if_many
from rightdoor.text import Pair


def police_case(case):
    """Whether the police may have something to punish: crime, detention or a fine of that day."""
    return case.offends is not False and bool(
        case.bounds[1]
        or case.then.number("sanction/sale-detention-max-days")
        or case.then.number("sanction/old-network-fine-max-yuan")
    )


def police(case, door="police"):
    """The police door where there is a case for it, else nothing."""
    return door if police_case(case) else None


def sector(case):
    """The regulator of the sector and, for credit data, the central bank, which comes first where all is credit data."""
    credit = "central-bank" if "credit" in case.kinds and case.sector in ("finance", None) else None
    return (credit, case.sector_door) if case.kinds == {"credit"} else (case.sector_door, credit)


# ---- safety and stop-loss ----


@route("criminal-law/253-1", "criminal-procedure/110", "public-security-penalties/90")
def danger_goes_to_the_police_first(case):
    """A threat or a fraud going on: 110 at once."""
    if not case.urgency.isdisjoint({"ongoing_threat", "ongoing_fraud"}):
        return [
            Step(
                "police",
                NOW,
                ("urgency",),
                Pair("威胁、诈骗正在发生：马上打 110。", "A threat or fraud is going on: call 110 at once."),
            )
        ]


@route("anti-fraud-law/29:2")
def fraud_going_on_is_stopped_at_the_anti_fraud_line(case):
    """A fraud going on: 96110 helps to stop payment; the police must trace the source of the data."""
    if "ongoing_fraud" in case.urgency:
        return steps(NOW, "anti-fraud", paths=("urgency",))


@route("npcsc-2012-decision/8", "civil-code/1195")
def data_on_line_is_taken_down_first(case):
    """Data still online: the publishing organ or the platform is told at once, after the evidence is secured."""
    if "data_online" in case.urgency:
        own = case.actor in ("state_organ", *terms.BUSINESSES)
        return steps(NOW, "data-handler" if own else "platform-notice", paths=("urgency", "leaker.actor"))


# ---- police ----


@route("constitution/41", "police-law/46", "police-inspection-regulations/4", "supervision-regulations/48")
def officer_who_only_looked_goes_to_the_inspectorate(case):
    """A police officer who passed nothing on, as far as known: inspectorate, supervision, superior police organ."""
    if case.police and not case.gave:
        return steps(PRIMARY, "police-inspectorate", "supervision-commission", police(case, "police-other-organ"))


@route("criminal-law/253-1", "police-law/46", "supervision-law/37")
def officer_who_passed_data_on_goes_to_another_police_organ(case):
    """A police officer who sold or gave: another police organ, supervision commission, procuratorate."""
    if case.police and case.gave:
        return [
            *steps(PRIMARY, police(case, "police-other-organ"), "supervision-commission", "procuratorate"),
            *steps(PARALLEL, "police-inspectorate"),
        ]


@route("criminal-law/253-1", "criminal-procedure/110", "police-law/46", "supervision-regulations/46")
def auxiliary_police_go_to_police_inspectorate_and_supervision(case):
    """Auxiliary police: the police, the employing organ's inspectorate, the supervision commission."""
    if case.actor == "auxiliary_police":
        return [
            *steps(PRIMARY, police(case), "police-inspectorate", "supervision-commission"),
            *steps(PARALLEL, police(case, "police-other-organ"), "employer"),
        ]


# ---- other officials ----


@route("constitution/41", "civil-servant-law/59", "government-discipline-law/39", "supervision-law/15")
def civil_servant_goes_to_supervision(case):
    """Another civil servant: supervision commission, stationed office or appointing organ, police."""
    if case.actor == "civil_servant":
        return [
            *steps(PRIMARY, "supervision-commission", "stationed-discipline-office", police(case)),
            *steps(PARALLEL, "employer", "superior-organ", "cyberspace-administration"),
        ]


@route("constitution/41", "supervision-law/15", "supervision-regulations/42", "supervision-regulations/45")
def entrusted_staff_and_village_cadres_go_to_supervision(case):
    """Staff of entrusted bodies, village cadres: supervision commission, competent organ, police."""
    if case.actor in ("entrusted_staff", "village_cadre"):
        return [*steps(PRIMARY, "supervision-commission", "superior-organ", police(case)), *steps(PARALLEL, "employer")]


@route("constitution/41", "criminal-procedure/19:2", "criminal-law/308-1", "supervision-regulations/34")
def judicial_officer_goes_to_supervision_and_procuratorate(case):
    """Judicial officers: supervision commission, procuratorate, police inspectorate in the police, next higher organ."""
    if case.actor == "judicial_officer":
        own, other = ("police-inspectorate", "police-other-organ") if case.sector == "police" else (None, "police")
        return [
            *steps(PRIMARY, "supervision-commission", "procuratorate", own, "superior-organ"),
            *steps(PARALLEL, police(case, other)),
            *([] if own else [Step("court-inspectorate", PARALLEL, ("leaker.actor", "leaker.sector"), IF_OF_A_COURT)]),
        ]


IF_OF_A_COURT = Pair(
    "如果泄露人是法院的人：向该法院的督察、纪检部门举报。它管不了监狱、看守所和检察院的人。",
    "If the leaker belongs to a court: report to that court's own inspection and discipline office. It has no power "
    "over the staff of prisons, detention houses and procuratorates.",
)


@route("constitution/41", "supervision-law/15", "criminal-law/308-1")
def court_staff_go_to_supervision_and_the_court(case):
    """Other court staff: supervision commission, the court's inspection office, next higher court."""
    if case.actor == "court_staff":
        return [
            *steps(PRIMARY, "supervision-commission", "court-inspectorate", "superior-organ"),
            *steps(PARALLEL, "procuratorate", police(case)),
        ]


@route("constitution/41", "supervision-law/15", "supervision-regulations/44", "civil-code/1226")
def manager_of_a_public_institution_goes_to_supervision(case):
    """Managers of public hospitals and schools: supervision commission, competent authority, police."""
    if case.actor == "public_institution_manager":
        return [
            *steps(PRIMARY, "supervision-commission", case.sector_door or "superior-organ", police(case)),
            *steps(PARALLEL, "employer", "cyberspace-administration"),
        ]


# ---- staff and companies ----


def in_hospital_or_school(case):
    """Staff of a hospital or school itself, not of a company that works for one."""
    return case.actor == "industry_staff" and case.sector in ("medical", "education")


@route("criminal-law/253-1", "criminal-procedure/110", "pipl/65", "pipl/60")
def ordinary_staff_go_to_police_and_regulator(case):
    """Ordinary staff of hospitals, schools and the like: police, authority, network regulator, their unit."""
    if case.actor == "public_institution_staff" or in_hospital_or_school(case):
        return steps(PRIMARY, police(case), case.sector_door, "cyberspace-administration", "employer")


@route("criminal-law/253-1", "criminal-procedure/110", "pipl/66", "consumer-law/29")
def staff_of_companies_go_to_police_then_regulators(case):
    """Staff in telecom, banking, courier and other companies: police, sector, network and market regulators."""
    if case.actor in terms.BUSINESS_STAFF and not in_hospital_or_school(case):
        return [
            *steps(PRIMARY, police(case), *sector(case), "cyberspace-administration", "market-regulator"),
            *steps(PARALLEL, "employer", "data-handler"),
        ]


@route("npcsc-2012-decision/9", "pipl/50", "pipl/57", "pipl/65", "pipl/69")
def company_that_sold_nothing_is_asked_first(case):
    """A platform or company that leaked without selling: the handler itself, regulators, court."""
    if case.actor in terms.BUSINESSES and not case.gave:
        incident = "incident-report" if "failed_to_protect" in case.conduct else None
        bought = not case.conduct.isdisjoint({"bought", "obtained_illegally"})
        return [
            *steps(
                PRIMARY,
                police(case) if bought else None,
                "data-handler",
                "cyberspace-administration",
                incident,
                *sector(case),
                "market-regulator",
                "civil-court",
            ),
            *steps(PARALLEL, None if bought else police(case)),
        ]


@route("criminal-law/253-1", "pipl/66", "consumer-law/56")
def company_that_sold_goes_to_the_police(case):
    """A platform or company that sold or gave: police, regulators; its own desk for deletion."""
    if case.actor in terms.BUSINESSES and case.gave:
        return [
            *steps(PRIMARY, police(case), *sector(case), "cyberspace-administration", "market-regulator"),
            *steps(PARALLEL, "data-handler"),
        ]


@route("criminal-law/253-1", "civil-code/1195", "civil-code/997")
def private_person_goes_to_police_platform_and_court(case):
    """A private person who posts or sells: police, platform notice, network regulator, court."""
    if case.actor == "individual":
        net = ("platform-notice", "cyberspace-administration") if case.online or not case.conduct else ()
        return steps(PRIMARY, police(case), *net, "civil-court")


@route("constitution/41", "disclosure-regulations/51", "pipl/47", "pipl/68:1")
def organ_that_published_takes_it_down_and_answers_upwards(case):
    """A State organ: the organ itself today, its superior, network regulator, procuratorate where many are harmed."""
    if case.actor == "state_organ":
        return [
            *steps(PRIMARY, "data-handler", "superior-organ", "cyberspace-administration"),
            *public_interest(case, PRIMARY),
            *steps(
                PARALLEL,
                police(case) if case.offends else None,
                "supervision-commission",
                "administrative-reconsideration",
                "administrative-litigation",
                "state-compensation",
            ),
        ]


@route("npcsc-2012-decision/9", "anti-fraud-law/29:2", "pipl/45")
def unknown_source_leaves_traces(case):
    """Source unknown: police where there is fraud, threat or a known act; the report centres; each likely holder."""
    if case.actor is None:
        grave = (
            case.urgency - {"data_online"}
            or case.harm & {"fraud_loss", "harassment", *terms.GRAVE_HARM}
            or case.offends
        )
        return [
            *steps(
                PRIMARY,
                police(case) if grave else None,
                "spam-center",
                "cyberspace-administration",
                paths=("leaker.actor", "harm", "urgency", "conduct"),
            ),
            *steps(PARALLEL, police(case), "data-handler", paths=("leaker.actor",)),
        ]


# ---- alongside ----


@route("minors-law/11", "pipl/28")
def minors_have_their_own_protection(case):
    """A minor's data: the guardian acts, with the bodies that protect minors and the procuratorate."""
    if case.facts.victim_minor or case.facts.victim_under_14:
        return steps(PARALLEL, "minors-protection", "procuratorate", paths=("victim_minor", "victim_under_14"))


@route("npcsc-2012-decision/9", "civil-code/1165", "pipl/69")
def civil_suit_runs_alongside(case):
    """A civil claim does not exclude the others; against an organ itself it is unsettled."""
    if case.actor != "state_organ":
        return steps(PARALLEL, "civil-court", paths=("leaker.actor", "wishes"))


@route("state-compensation-law/2", "state-compensation-law/9")
def acts_in_office_may_be_compensated_by_the_state(case):
    """An administrative officer not known to have acted privately: State compensation, with its limits."""
    if case.actor in ("police_officer", "auxiliary_police", "civil_servant", "entrusted_staff") and not acted_privately(
        case
    ):
        return steps(PARALLEL, "state-compensation", paths=("leaker.actor", "purpose"))


@route("pipl/70")
def many_victims_are_a_clue_for_the_procuratorate(case):
    """Many victims of a handler: the procuratorate's public-interest office."""
    if case.actor != "individual" and case.then.cite("pipl/70"):
        return public_interest(case, PARALLEL)


def public_interest(case, stage):
    """The procuratorate's public-interest office, on a condition where nobody has counted the people affected."""
    if not case.perhaps_many:
        return []
    says = None if case.many else if_many(case, WORDS["procuratorate-public-interest"].says)
    return [Step("procuratorate-public-interest", stage, ("victims", *case.data_paths(), "leaker.actor"), says)]


@route("npcsc-2012-decision/8")
def harassing_calls_are_reported_to_the_centre(case):
    """Harassment by calls or messages is reported to 12321."""
    if "harassment" in case.harm:
        return steps(PARALLEL, "spam-center", paths=("harm",))


@route("legal-aid-law/23", "legal-aid-law/29", "legal-aid-law/31")
def legal_aid_is_open_to_ask(case):
    """Advice for everybody; aid for some."""
    if case.facts.victim_poor:
        return [
            Step(
                "legal-aid",
                PARALLEL,
                ("victim_poor",),
                Pair(
                    "经济困难：刑事被害人、自诉人、国家赔偿请求人可以申请法律援助（12348），"
                    "向办案机关所在地或者争议处理机关所在地的机构提出；咨询人人免费。",
                    "Limited means: victims of crime, private prosecutors and claimants of State compensation "
                    "may apply for legal aid (12348) where the case or the dispute is handled; advice is free "
                    "for all.",
                ),
            )
        ]
    return steps(PARALLEL, "legal-aid", paths=("victim_poor",))
