"""The Jobs of a report command: what is to be made, for whom and from what, before anything runs.

A Job holds all that its report depends on besides the checkout, so that it can be run anywhere and in any order. Names
of people come from the roster and go into nothing but the report of the person herself.
"""

from rightdoor.reports import record
from rightdoor.reports.make import Job
from rightdoor.text import Pair

NO_DRILL = Pair(
    "这里没有编号为“{id}”的演练。有记录的演练：{known}。",
    "There is no drill '{id}' here. Drills on record: {known}.",
)
NONE = Pair("一个也没有", "none")


class JobError(LookupError):
    """There is nothing to report on; `says` is one sentence."""

    def __init__(self, says):
        super().__init__(says.en)
        self.says = says


def trainee(roster, log, on, lang=None):
    """One Job for each person of the roster, in its order and in her language unless `lang` is given.

    `log` is an open records.Log, `on` the day of the report. `job.record` is empty where nothing is recorded yet; the
    report says so kindly, and the caller should. Raises StoreError.
    """
    return [
        _trainee(person.code, person.name, lang or person.lang, log.events(learner=person.code), on)
        for person in roster.people
    ]


def learner(code, log, on, lang):
    """The one Job of a learner who is in no roster: no name, the language given. Raises StoreError."""
    return _trainee(code, "", lang, log.events(learner=code), on)


def _trainee(code, name, lang, events, on):
    parameters = {"learner": code, "name": name, "lang": lang, "made_on": on.isoformat(), "sample": False}
    return Job("trainee", parameters, record.written(events), f"trainee-{code}-{lang}")


def cohort(roster, log, on, lang):
    """The Job of a class: the people of the roster, or everybody in the log where `roster` is None. Raises StoreError."""
    events = log.events()
    if roster is not None:
        codes = {person.code for person in roster.people}
        events = [event for event in events if event.learner in codes]
    members = len(roster.people) if roster else 0
    parameters = {"lang": lang, "made_on": on.isoformat(), "members": members, "sample": False}
    return [Job("cohort", parameters, record.written(events), f"cohort-{lang}")]


def drill(id, log, on, lang, roster=None):
    """The Job of a drill; names stand in it only if a roster is given. Raises JobError for no such drill, StoreError."""
    controls = log.controls(id)
    if not any(control.kind == "opened" for control in controls):
        known = dict.fromkeys(control.drill for control in log.controls())
        raise JobError(NO_DRILL.format(id=id[:60], known=Pair.join(Pair(one, one) for one in known) if known else NONE))
    seats = {control.learner for control in controls if control.kind == "seated"}
    names = {person.code: person.name for person in roster.people if person.code in seats} if roster else {}
    parameters = {"drill": id, "lang": lang, "made_on": on.isoformat(), "names": names}
    return [Job("drill", parameters, record.written([*controls, *log.events(drill=id)]), f"drill-{id}-{lang}")]


def currency(since, on, lang):
    """The Job of the report on the law data: what changed after the day `since`, what is due on the day `on`."""
    parameters = {"lang": lang, "made_on": on.isoformat(), "since": since.isoformat()}
    return [Job("currency", parameters, "", f"currency-{lang}")]
