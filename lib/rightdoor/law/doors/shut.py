"""When a door was shut: what the result of an earlier report opens.

Each rule looks at the earlier reports and names the next doors; the words are in shut_words.py, the client's dates in
clocks.py.
"""

from rightdoor.law.doors.shut_words import NEXT
from rightdoor.law.doors.way import ESCALATION, Step, route

CRIMINAL = frozenset({"police", "police-other-organ"})
REGULATORS = frozenset({
    "cyberspace-administration", "telecom-authority", "market-regulator", "financial-regulator", "central-bank",
    "health-authority", "education-authority", "transport-authority", "postal-authority", "superior-organ",
})  # fmt: skip
ADMINISTRATIVE = REGULATORS | CRIMINAL
SUPERVISION = frozenset({"supervision-commission", "stationed-discipline-office"})
PETITION = frozenset({"letters-and-visits", "government-hotline"})


def shut(case, doors, *results):
    """The earlier reports at one of these doors (or at an unknown one) with one of these results, with their places."""
    return [(i, report) for i, report in enumerate(case.reports)
            if report.result in results and (report.door in doors or report.door is None)]  # fmt: skip


def on_to(reports, why, days=None):
    """The steps that the table has for this turn of things, if there are such reports."""
    if not reports:
        return []
    paths = tuple(path for i, _ in reports for path in (f"prior_report[{i}].door", f"prior_report[{i}].result"))
    known = [report.door for _, report in reports if report.door] or ["police"]
    return [
        Step(known[0] if door == "same" else door, ESCALATION, paths, word.says.format(days=days), word.articles)
        for door, word in NEXT[why].items()
    ]


# ---- police ----


@route("police-criminal-procedure/169", "police-criminal-procedure/171", "police-inspection-regulations/4")
def refusal_at_the_window_goes_to_inspectorate_and_procuratorate(case):
    """The window refuses to register: ask for the reason in writing; inspectorate, superior organ, procuratorate."""
    return on_to(shut(case, CRIMINAL, "refused"), "refused")


@route("police-criminal-procedure/179", "criminal-procedure/112")
def decision_not_to_file_is_reconsidered_by_the_same_organ(case):
    """A notice of non-filing: reconsideration by the same organ within days; the procuratorate at any time."""
    return on_to(shut(case, CRIMINAL, "not_filed"), "not-filed", case.now.number("police-reconsideration/apply"))


@route("police-criminal-procedure/179")
def upheld_reconsideration_is_reviewed_by_the_superior_organ(case):
    """Reconsideration upheld: review by the superior police organ within days."""
    return on_to(shut(case, CRIMINAL, "reconsideration_upheld"), "upheld", case.now.number("police-review/apply"))


@route("criminal-procedure/113", "procuratorate-criminal-rules/562")
def silence_of_the_police_goes_to_the_procuratorate(case):
    """No decision in time: the procuratorate asks why; the inspectorate hears about it."""
    return on_to(shut(case, CRIMINAL, "no_answer"), "silent-police")


@route("police-law/46", "police-inspection-regulations/6")
def silence_of_the_inspectorate_goes_higher(case):
    """The inspectorate refuses or is silent: the superior police organ, the supervision commission."""
    return on_to(shut(case, {"police-inspectorate"}, "refused", "no_answer"), "silent-inspectorate")


@route("criminal-procedure/210", "interp-2021-1/1")
def private_prosecution_opens_when_authorities_will_not_act(case):
    """Evidence, a crime against one's person or property, and an earlier complaint without pursuit."""
    results = ("not_filed", "reconsideration_upheld", "not_prosecuted")
    return on_to(shut(case, CRIMINAL | {"procuratorate"}, *results), "not-pursued")


# ---- procuratorate ----


@route("procuratorate-criminal-rules/173")
def procuratorate_that_does_not_file_is_reconsidered_above(case):
    """The procuratorate does not file its own case: reconsideration by the next higher one."""
    days = case.now.number("procuratorate/reconsideration-apply")
    return on_to(shut(case, {"procuratorate"}, "not_filed"), "procuratorate-not-filed", days)


@route("criminal-procedure/180")
def non_prosecution_is_complained_of_above_or_sued(case):
    """A decision not to prosecute: complaint to the next higher procuratorate within days, or suit at once."""
    reports = [(i, report) for i, report in enumerate(case.reports) if report.result == "not_prosecuted"]
    return on_to(reports, "not-prosecuted", case.now.number("non-prosecution/complain"))


@route("procuratorate-criminal-rules/161", "procuratorate-criminal-rules/163")
def silent_procuratorate_is_asked_above(case):
    """The procuratorate refuses or is silent: the next higher procuratorate."""
    doors = {"procuratorate", "procuratorate-public-interest"}
    return on_to(shut(case, doors, "refused", "no_answer"), "silent-procuratorate")


# ---- administrative ----


@route("reconsideration-law/11", "reconsideration-law/20", "public-security-penalties/121")
def no_penalty_is_reconsidered_or_sued(case):
    """No public-security violation, or no penalty: reconsideration, then court."""
    return on_to(shut(case, ADMINISTRATIVE, "no_penalty"), "no-penalty")


@route("reconsideration-law/23", "reconsideration-law/11", "reconsideration-law/20")
def inaction_must_be_reconsidered_first(case):
    """An administrative organ that does nothing or refuses: reconsideration first, then court."""
    return on_to(shut(case, ADMINISTRATIVE, "no_answer", "refused"), "inaction")


@route("administrative-litigation-law/45")
def reconsideration_leads_to_court(case):
    """A reconsideration that upheld, refused or stayed silent: sue within days."""
    results = ("refused", "no_answer", "reconsideration_upheld")
    reports = [(i, r) for i, r in shut(case, {"administrative-reconsideration"}, *results) if r.door]
    return on_to(reports, "reconsidered")


# ---- supervision, petition ----


@route("supervision-regulations/209", "supervision-regulations/199")
def silent_supervision_commission_is_asked_and_its_superior(case):
    """The supervision commission does not answer: its petition office, the superior commission."""
    return on_to(shut(case, SUPERVISION, "no_answer", "refused"), "silent-supervision")


@route("letters-visits-regulations/35", "letters-visits-regulations/36")
def petition_is_reviewed_but_the_legal_route_is_better(case):
    """A petition or hotline answer that does not satisfy: review and recheck; a legal route comes first."""
    results = ("refused", "no_answer", "reconsideration_upheld", "no_penalty")
    return on_to(shut(case, PETITION, *results), "petition")


@route("criminal-procedure/110:3", "supervision-regulations/199", "police-criminal-procedure/175")
def transferred_report_is_followed(case):
    """A report that was passed on is followed to the organ that now has it."""
    reports = [(i, report) for i, report in enumerate(case.reports) if report.result == "transferred" and report.door]
    return [step for report in reports for step in on_to([report], "transferred")]
