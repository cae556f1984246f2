"""The client's own dates after a door was shut, from the day of each result.

Calendar days as the law counts them: the first day is not counted.
"""

from dataclasses import dataclass
from datetime import date

from rightdoor.law.dates import later
from rightdoor.law.doors.shut import ADMINISTRATIVE, REGULATORS, shut
from rightdoor.text import Pair


@dataclass(frozen=True, slots=True)
class Clock:
    """A date by which the client must act: what, until when, by which article, and the facts it runs from."""

    what: Pair
    until: date
    basis: str
    because: dict


CLOCKS = (
    (
        ("police", "police-other-organ"),
        ("not_filed",),
        "police-reconsideration/apply",
        Pair("向原公安机关申请复议", "apply to the same police organ for reconsideration"),
    ),
    (
        ("police", "police-other-organ"),
        ("reconsideration_upheld",),
        "police-review/apply",
        Pair("向上一级公安机关申请复核", "apply to the next higher police organ for review"),
    ),
    (
        ("procuratorate",),
        ("not_filed",),
        "procuratorate/reconsideration-apply",
        Pair("向上一级检察院申请复议", "apply to the next higher procuratorate"),
    ),
    (
        ("procuratorate", "police", "police-other-organ"),
        ("not_prosecuted",),
        "non-prosecution/complain",
        Pair("向上一级检察院申诉", "complain to the next higher procuratorate"),
    ),
    (
        ADMINISTRATIVE,
        ("no_penalty",),
        "reconsideration/apply",
        Pair("申请行政复议", "apply for administrative reconsideration"),
    ),
    (
        ADMINISTRATIVE,
        ("no_penalty",),
        "litigation/direct",
        Pair("不经复议直接提起行政诉讼", "sue without reconsideration"),
    ),
    (
        REGULATORS,
        ("refused",),
        "reconsideration/apply",
        Pair("申请行政复议", "apply for administrative reconsideration"),
    ),
    (
        ("administrative-reconsideration",),
        ("reconsideration_upheld", "refused", "no_answer"),
        "litigation/after-reconsideration",
        Pair("提起行政诉讼", "sue in the administrative court"),
    ),
    (
        ("letters-and-visits",),
        ("refused", "no_penalty"),
        "petition/review-apply",
        Pair("请求信访复查", "ask for review of the petition"),
    ),
    (
        ("letters-and-visits",),
        ("reconsideration_upheld",),
        "petition/recheck-apply",
        Pair("请求信访复核", "ask for recheck of the petition"),
    ),
)


def clocks(case):
    """The client's dates after shut doors, from the day of each result."""
    for doors, results, parameter, what in CLOCKS:
        if case.now.number(parameter) is None:
            continue
        for i, report in shut(case, doors, *results):
            if report.on and report.door:
                term = case.book.parameter(parameter, case.now.on)
                yield Clock(
                    what,
                    later(report.on, term.value, term.unit),
                    term.basis,
                    case.because((f"prior_report[{i}].result", f"prior_report[{i}].on")),
                )
