"""When a door was shut: what the result of an earlier report opens, and until when.

Each rule looks at one earlier report. It names the next doors; `clocks` computes the client's own dates from the day of
the result, in calendar days as the law counts them: the first day is not counted.
"""

from dataclasses import dataclass
from datetime import date

from rightdoor.law.dates import later
from rightdoor.law.doors.way import ESCALATION, Step, route
from rightdoor.text import Pair

POLICE = frozenset({"police", "police-other-organ", "police-inspectorate"})
REGULATORS = frozenset({
    "cyberspace-administration", "telecom-authority", "market-regulator", "financial-regulator", "central-bank",
    "health-authority", "education-authority", "transport-authority", "postal-authority", "superior-organ",
})
ADMINISTRATIVE = REGULATORS | {"police", "police-other-organ"}
SUPERVISION = frozenset({"supervision-commission", "stationed-discipline-office"})
PETITION = frozenset({"letters-and-visits", "government-hotline"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A date by which the client must act: what, until when, by which article, and the facts it runs from."""

    what: Pair
    until: date
    basis: str
    because: dict


def shut(case, doors, *results):
    """The earlier reports at one of these doors with one of these results, with their place in the list."""
    return [(i, report) for i, report in enumerate(case.reports)
            if report.result in results and (report.door in doors or report.door is None)]


def on_to(reports, door, zh, en, *articles):
    """A step to `door` for the earlier reports, if there are any."""
    paths = tuple(path for i, _ in reports for path in (f"prior_report[{i}].door", f"prior_report[{i}].result"))
    return [Step(door, ESCALATION, paths, Pair(zh, en), articles)] if reports else []


def criminal_door(reports):
    """The police door at which the report was made."""
    return next((report.door for _, report in reports if report.door in ("police", "police-other-organ")), "police")


# ---- police ----

@route("police-criminal-procedure/169", "police-criminal-procedure/171", "police-inspection-regulations/4")
def refusal_at_the_window_goes_to_inspectorate_and_procuratorate(case):
    """The window refuses to register: ask for the reason in writing; inspectorate, superior organ, procuratorate."""
    reports = shut(case, POLICE - {"police-inspectorate"}, "refused")
    return [
        *on_to(reports, "police-inspectorate", "窗口不收、不给回执：要书面理由，向督察（12389）投诉。",
               "Refused at the window, no receipt: ask for the reason in writing and complain to the inspectorate (12389).",
               "police-inspection-regulations/4", "police-criminal-procedure/169", "police-criminal-procedure/171"),
        *on_to(reports, "police-other-organ", "向上级公安机关反映，由其责成接收或者接办。", "Turn to the superior police organ.",
               "police-inspection-regulations/6", "police-criminal-procedure/22"),
        *on_to(reports, "procuratorate", "请检察院监督：该受理、该决定而不决定的，检察院应当审查。",
               "Ask the procuratorate to supervise: it must look into a failure to accept or decide.", "procuratorate-criminal-rules/562", "criminal-procedure/113"),
    ]


@route("police-criminal-procedure/179", "criminal-procedure/112")
def decision_not_to_file_is_reconsidered_by_the_same_organ(case):
    """A notice of non-filing: reconsideration by the same organ within days; the procuratorate at any time."""
    reports = shut(case, ("police", "police-other-organ"), "not_filed")
    days = case.now.number("police-reconsideration/apply")
    return [
        *on_to(reports, criminal_door(reports), f"收到不予立案通知书后 {days} 日内，向作出决定的公安机关申请复议。",
               f"Within {days} days of the notice apply to the same police organ for reconsideration.", "police-criminal-procedure/179:1", "criminal-procedure/112"),
        *on_to(reports, "procuratorate", "同时可以随时申请检察院立案监督，由它要求公安说明理由。",
               "At any time ask the procuratorate to supervise the filing: it makes the police state reasons.",
               "criminal-procedure/113", "procuratorate-criminal-rules/557", "procuratorate-criminal-rules/560", "procuratorate-criminal-rules/563"),
    ]


@route("police-criminal-procedure/179")
def upheld_reconsideration_is_reviewed_by_the_superior_organ(case):
    """Reconsideration upheld: review by the superior police organ within days."""
    reports = shut(case, ("police", "police-other-organ"), "reconsideration_upheld")
    days = case.now.number("police-review/apply")
    return [
        *on_to(reports, "police-other-organ", f"收到复议决定书后 {days} 日内，向上一级公安机关申请复核。",
               f"Within {days} days of the decision apply to the next higher police organ for review.", "police-criminal-procedure/179:2"),
        *on_to(reports, "procuratorate", "随时可以申请检察院立案监督。", "At any time ask the procuratorate to supervise the filing.",
               "criminal-procedure/113", "procuratorate-criminal-rules/557"),
    ]


@route("criminal-procedure/113", "procuratorate-criminal-rules/562")
def silence_of_the_police_goes_to_the_procuratorate(case):
    """No decision in time: the procuratorate asks why; the inspectorate hears about it."""
    reports = shut(case, ("police", "police-other-organ"), "no_answer")
    return [
        *on_to(reports, "procuratorate", "公安逾期不决定是否立案的，请检察院监督。", "Where the police do not decide in time, ask the procuratorate to supervise.",
               "procuratorate-criminal-rules/562", "criminal-procedure/113"),
        *on_to(reports, "police-inspectorate", "不作为可以向督察（12389）投诉。", "Inaction can be reported to the inspectorate (12389).",
               "police-inspection-regulations/4"),
    ]


@route("police-law/46", "police-inspection-regulations/6")
def silence_of_the_inspectorate_goes_higher(case):
    """The inspectorate refuses or is silent: the superior police organ, the supervision commission."""
    reports = shut(case, ("police-inspectorate",), "refused", "no_answer")
    return [
        *on_to(reports, "police-other-organ", "督察查处不力的，上级督察可以直接督察。", "Where the inspectorate is slow the superior one may take over.", "police-inspection-regulations/6"),
        *on_to(reports, "supervision-commission", "也可以向监察机关检举；查处结果应当告知。", "The supervision commission may be told as well; the result must be told.",
               "police-law/46", "supervision-law/38"),
    ]


@route("criminal-procedure/210", "interp-2021-1/1")
def private_prosecution_opens_when_authorities_will_not_act(case):
    """Evidence, a crime against one's person or property, and an earlier complaint without pursuit."""
    reports = shut(case, ("police", "police-other-organ", "procuratorate"), "not_filed", "reconsideration_upheld", "not_prosecuted")
    return on_to(reports, "private-prosecution", "有证据证明侵犯自己人身、财产权利，又有控告不被追究的证明的，可以自诉。",
                 "With evidence of an infringement of one's person or property, and proof that the complaint was not pursued, a private prosecution may be brought.",
                 "criminal-procedure/210", "interp-2021-1/1", "interp-2021-1/316")


# ---- procuratorate ----

@route("procuratorate-criminal-rules/173")
def procuratorate_that_does_not_file_is_reconsidered_above(case):
    """The procuratorate does not file its own case: reconsideration by the next higher one."""
    reports = shut(case, ("procuratorate",), "not_filed")
    days = case.now.number("procuratorate/reconsideration-apply")
    return on_to(reports, "procuratorate", f"收到不立案通知书后 {days} 日内，向上一级检察院申请复议。",
                 f"Within {days} days of the notice apply to the next higher procuratorate.", "procuratorate-criminal-rules/173:2")


@route("criminal-procedure/180")
def non_prosecution_is_complained_of_above_or_sued(case):
    """A decision not to prosecute: complaint to the next higher procuratorate within days, or suit at once."""
    reports = [(i, r) for i, r in enumerate(case.reports) if r.result == "not_prosecuted"]
    days = case.now.number("non-prosecution/complain")
    return on_to(reports, "procuratorate", f"收到不起诉决定书后 {days} 日内，向上一级检察院申诉；也可以不申诉，直接起诉。",
                 f"Within {days} days of the decision complain to the next higher procuratorate, or go to court directly.", "criminal-procedure/180")


@route("procuratorate-criminal-rules/161", "procuratorate-criminal-rules/163")
def silent_procuratorate_is_asked_above(case):
    """The procuratorate refuses or is silent: the next higher procuratorate."""
    reports = shut(case, ("procuratorate", "procuratorate-public-interest"), "refused", "no_answer")
    return on_to(reports, "procuratorate", "向原检察院查询，并向上一级检察院反映。", "Ask the procuratorate, and turn to the next higher one.", "procuratorate-criminal-rules/161", "procuratorate-criminal-rules/163")


# ---- administrative ----

@route("reconsideration-law/11", "reconsideration-law/20", "public-security-penalties/121")
def no_penalty_is_reconsidered_or_sued(case):
    """No public-security violation, or no penalty: reconsideration, then court."""
    reports = shut(case, ADMINISTRATIVE, "no_penalty")
    return [
        *on_to(reports, "administrative-reconsideration", "对不予处罚不服的，被侵害人可以申请行政复议。", "The injured person may apply for reconsideration of a decision not to penalise.",
               "public-security-penalties/121", "reconsideration-law/20", "reconsideration-law/11"),
        *on_to(reports, "administrative-litigation", "也可以提起行政诉讼。", "Or sue in the administrative court.", "public-security-penalties/121", "administrative-litigation-law/46"),
    ]


@route("reconsideration-law/23", "reconsideration-law/11", "reconsideration-law/20")
def inaction_must_be_reconsidered_first(case):
    """An administrative organ that does nothing or refuses: reconsideration first, then court."""
    reports = shut(case, ADMINISTRATIVE, "no_answer", "refused")
    return on_to(reports, "administrative-reconsideration", "行政机关不履行法定职责的，必须先申请行政复议，对复议决定不服再起诉（刑事侦查行为不在此列）。",
                 "Where an administrative organ does not perform its duty, reconsideration must come first and court after it (not for acts of criminal investigation).",
                 "reconsideration-law/23", "reconsideration-law/11", "reconsideration-law/20", "administrative-litigation-law/45")


@route("administrative-litigation-law/45")
def reconsideration_leads_to_court(case):
    """A reconsideration that upheld, refused or stayed silent: sue within days."""
    reports = [(i, r) for i, r in enumerate(case.reports) if r.door == "administrative-reconsideration" and r.result in ("refused", "no_answer", "reconsideration_upheld")]
    return on_to(reports, "administrative-litigation", "对复议决定不服，或者复议机关不受理、逾期不决定的，向法院起诉。",
                 "Against the decision on reconsideration, its refusal or its silence: sue.", "administrative-litigation-law/45", "reconsideration-law/23")


# ---- supervision, petition ----

@route("supervision-regulations/209", "supervision-regulations/199")
def silent_supervision_commission_is_asked_and_its_superior(case):
    """The supervision commission does not answer: its petition office, the superior commission."""
    reports = shut(case, SUPERVISION, "no_answer", "refused")
    return on_to(reports, "supervision-commission", "向其信访室查询，再向上级监委反映；匿名举报没有答复。",
                 "Ask its petition office, then the superior commission; anonymous reports get no answer.", "supervision-regulations/209", "supervision-regulations/199:2")


@route("letters-visits-regulations/35", "letters-visits-regulations/36")
def petition_is_reviewed_but_the_legal_route_is_better(case):
    """A petition or hotline answer that does not satisfy: review and recheck; a legal route comes first."""
    reports = shut(case, PETITION, "refused", "no_answer", "reconsideration_upheld", "no_penalty")
    return on_to(reports, "letters-and-visits", "可以请求复查、复核；有法定途径的，走法定途径。", "Review and recheck may be asked for; where a legal route exists, use it.",
                 "letters-visits-regulations/35", "letters-visits-regulations/36", "letters-visits-regulations/31")


@route("criminal-procedure/110:3", "supervision-regulations/199", "police-criminal-procedure/175")
def transferred_report_is_followed(case):
    """A report that was passed on is followed to the organ that now has it."""
    reports = [(i, r) for i, r in enumerate(case.reports) if r.result == "transferred" and r.door]
    return [step for i, r in reports for step in on_to(
        [(i, r)], r.door, "问清移送给了哪个机关、何时移送、编号，再到该机关查询。", "Ask to which organ it was passed, when and under which number; then ask there.", "criminal-procedure/110:3")]


# ---- the client's own dates ----

CLOCKS = (
    (("police", "police-other-organ"), ("not_filed",), "police-reconsideration/apply", Pair("向原公安机关申请复议", "apply to the same police organ for reconsideration")),
    (("police", "police-other-organ"), ("reconsideration_upheld",), "police-review/apply", Pair("向上一级公安机关申请复核", "apply to the next higher police organ for review")),
    (("procuratorate",), ("not_filed",), "procuratorate/reconsideration-apply", Pair("向上一级检察院申请复议", "apply to the next higher procuratorate")),
    (("procuratorate", "police", "police-other-organ"), ("not_prosecuted",), "non-prosecution/complain", Pair("向上一级检察院申诉", "complain to the next higher procuratorate")),
    (ADMINISTRATIVE, ("no_penalty",), "reconsideration/apply", Pair("申请行政复议", "apply for administrative reconsideration")),
    (ADMINISTRATIVE, ("no_penalty",), "litigation/direct", Pair("不经复议直接提起行政诉讼", "sue without reconsideration")),
    (REGULATORS, ("refused",), "reconsideration/apply", Pair("申请行政复议", "apply for administrative reconsideration")),
    (("administrative-reconsideration",), ("reconsideration_upheld", "refused", "no_answer"), "litigation/after-reconsideration", Pair("提起行政诉讼", "sue in the administrative court")),
    (("letters-and-visits",), ("refused", "no_penalty"), "petition/review-apply", Pair("请求信访复查", "ask for review of the petition")),
    (("letters-and-visits",), ("reconsideration_upheld",), "petition/recheck-apply", Pair("请求信访复核", "ask for recheck of the petition")),
)


def clocks(case):
    """The client's dates after shut doors, from the day of each result."""
    for doors, results, parameter, what in CLOCKS:
        if case.now.number(parameter) is None:
            continue
        for i, report in shut(case, doors, *results):
            if report.on and report.door:
                term = case.book.parameter(parameter, case.now.on)
                yield Clock(what, later(report.on, term.value, term.unit), term.basis, case.because((f"prior_report[{i}].result", f"prior_report[{i}].on")))

