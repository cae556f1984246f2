"""Dates: until when something may still be done, computed from the facts. Calendar days as the law counts them."""

from dataclasses import replace

from rightdoor.law.dates import is_working_day, later, working_days_after
from rightdoor.law.doors.clocks import Clock, clocks
from rightdoor.law.doors.shut import ADMINISTRATIVE, SUPERVISION, shut
from rightdoor.law.liability.civil import acted_privately
from rightdoor.law.liability.public import ADMINISTRATIVE as IN_OFFICE
from rightdoor.text import Pair

ASSUMES = Pair(
    "（该年放假安排未公布，未计法定节假日）", " (that year's holiday calendar is not out; no public holiday is assumed)"
)


def limits(case):
    """All dates of a case, the nearest first; ties with the client's own dates first."""
    own = [ends_on_a_day_off(clock) for rule in (clocks, silence, civil, state) for clock in rule(case)]
    others = [clock for rule in (authority_terms, discovery, prosecution, regulator) for clock in rule(case)]
    found = own + others
    return sorted(found, key=lambda clock: clock.until)


def ends_on_a_day_off(clock):
    """The Clock, with a warning where its last day is a day off: the rules of procedure may then move the end.

    The date stays: which organ counts how is for it to say, and who acts before that day is safe by every rule.
    """
    works, _ = is_working_day(clock.until)
    return clock if works else replace(clock, what=Pair(clock.what.zh + DAY_OFF.zh, clock.what.en + DAY_OFF.en))


DAY_OFF = Pair(
    "（这天是休息日：期限可能顺延到节假日后的第一个工作日，请向该机关核实；最好提前办）",
    " (a day off: the term may run on to the next working day; ask the organ, and better act before)",
)


def term(case, law, id):
    """The Parameter of that LawOfDay, or None."""
    return None if law.number(id) is None else case.book.parameter(id, law.on)


def from_day(case, law, id, day, what, *paths):
    """One Clock that runs from `day`, if the day is known and the term in force."""
    known = term(case, law, id) if day else None
    if known:
        yield Clock(what, later(day, known.value, known.unit), known.basis, case.because(paths))


def discovery(case):
    """A public-security violation not discovered within the limit is no longer punished."""
    if case.offends is not False and case.then.number("sanction/sale-detention-max-days"):
        yield from from_day(
            case,
            case.then,
            "public-security/discovery-limit",
            case.on,
            Pair(
                "治安处罚：公安机关须在此前发现（从行为终了起算）",
                "Public-security penalty: the police must have discovered it by then (from the end of the conduct)",
            ),
            "on",
        )


def prosecution(case):
    """The prosecution limit follows the maximum penalty of the tier."""
    low, high = case.bounds
    for level in {low, high} - {0} if case.offends is not False else ():
        most = case.then.number("pi-crime/serious-max-years" if level == 1 else "pi-crime/especially-serious-max-years")
        if most is not None:
            id = "short" if most < case.then.number("prosecution-limit/short-below-years") else "long"
            yield from from_day(
                case,
                case.then,
                f"prosecution-limit/{id}-years",
                case.on,
                Pair("追诉期限（情节严重）", "Prosecution limit (serious circumstances)")
                if level == 1
                else Pair("追诉期限（情节特别严重）", "Prosecution limit (especially serious circumstances)"),
                "on",
            )


def regulator(case):
    """A regulator's penalty is barred after its limit."""
    if case.business or case.actor in ("public_institution_staff", "public_institution_manager"):
        yield from from_day(
            case,
            case.then,
            "regulator/penalty-limit",
            case.on,
            Pair("监管部门处罚的一般期限", "General limit for a regulator's penalty"),
            "on",
        )


def civil(case):
    """Three years from the day of knowledge for money; stop and apology are not barred."""
    if case.actor != "state_organ":
        yield from from_day(
            case,
            case.now,
            "civil/limitation",
            case.facts.known_on,
            Pair(
                "民事赔偿请求的诉讼时效（停止侵害、赔礼道歉不受限）",
                "Limitation for civil damages (to stop and to apologise is not barred)",
            ),
            "known_on",
        )


def state(case):
    """Two years for State compensation, sixty days for reconsideration of an organ's act."""
    if case.actor in IN_OFFICE and not acted_privately(case):
        yield from from_day(
            case,
            case.now,
            "state-compensation/claim",
            case.facts.known_on,
            Pair("国家赔偿请求时效", "Limit for claiming State compensation"),
            "known_on",
        )
    if case.actor == "state_organ":
        yield from from_day(
            case,
            case.now,
            "reconsideration/apply",
            case.facts.known_on,
            Pair("对机关的行政行为申请行政复议", "Apply for reconsideration of the organ's act"),
            "known_on",
        )


OWN_TERM = {"central-bank": "credit/complaint-answer", "market-regulator": "consumer/complaint-answer"}


def silence(case):
    """An organ that stays silent: after its own term, or the days of silence where it has none, the days to apply."""
    general, apply = (term(case, case.now, f"reconsideration/{id}") for id in ("silence", "apply"))
    for i, report in shut(case, ADMINISTRATIVE, "no_answer") if general and apply else ():
        if report.on and report.door:
            wait = (report.door in OWN_TERM and term(case, case.now, OWN_TERM[report.door])) or general
            opens = end_of(report.on, wait)
            yield Clock(
                Pair(
                    f"对不作为申请行政复议（一般自 {opens} 起可以申请，至本日止；沉默期的依据待核对）",
                    f"Apply for reconsideration of inaction (as a rule from {opens}, until this day; the rule of "
                    "silence is to be checked)",
                ),
                later(opens, apply.value, apply.unit),
                apply.basis,
                case.because((f"prior_report[{i}].on",)),
            )


def end_of(day, term):
    """The last day of a term that begins on that day."""
    return working_days_after(day, term.value)[0] if term.unit == "working-days" else later(day, term.value, term.unit)


def authority_terms(case):
    """Working-day terms of an organ that has not answered: the day by which it had to. A reporter without a name has none."""
    for doors, id, what in AUTHORITY:
        known = None if doors == SUPERVISION and case.facts.anonymous else term(case, case.now, id)
        for i, report in shut(case, doors, "no_answer") if known else ():
            if report.on and report.door:
                day, official = working_days_after(report.on, known.value)
                yield Clock(
                    what if official else Pair(what.zh + ASSUMES.zh, what.en + ASSUMES.en),
                    day,
                    known.basis,
                    case.because((f"prior_report[{i}].on",)),
                )


AUTHORITY = (
    (
        SUPERVISION,
        "supervision/acceptance-notice",
        Pair(
            "监察机关应当在此前告知实名举报人是否受理",
            "The supervision commission had to tell a named reporter by then whether it takes the report",
        ),
    ),
    (
        ("market-regulator",),
        "consumer/complaint-answer",
        Pair(
            "市场监督管理部门应当在此前处理并告知消费者",
            "The market regulator had to deal with the complaint and tell the consumer by then",
        ),
    ),
)
