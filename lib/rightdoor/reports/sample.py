"""The record of the sample report: a script walks through one real case and makes a few mistakes that people make.

There is no person behind it, and the report says so in its first line. Everything else is real: the case, the walk,
the log that keeps the events, and the law that judges them.
"""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rightdoor import cases, feedback
from rightdoor.records import Log, answered, marked, started

LEARNER = "sample"
CASE = "police-lookup"
SEED = "sample"
VARIANT = {"kind": "lodging", "count": 250}
STEP_SECONDS = 75

# What the script answers where it does not follow the law or, in the interview, the case. The mistakes are common ones:
# money before safety; the ordinary standard applied to data obtained on duty; the market hotline for an officer's
# leak, as the page that this workbook re-examines advises; a second unlawful look-up "to make sure".
ANSWERS = {
    ("call", 1): "sue",
    ("call", 2): "danger",
    ("questions", 1): ("who", "what", "count"),
    ("tier", 1): "none",
    ("doors", 1): ("market-regulator", "police-other-organ", "supervision-commission"),
    ("evidence", 1): ("keep-chat", "timeline", "second-look"),
}
CERTAINTY = {"tier": "think-so", "doors": "sure"}


def events(book, lang, begun=None):
    """The Events of the scripted walk, written to a log in a temporary file and read back from it.

    `begun` is the time of the first event (default: now). AnswerError if the case no longer offers what is answered.
    """
    with tempfile.TemporaryDirectory(prefix="rightdoor-sample-") as folder:
        log = Log(Path(folder) / "events.sqlite")
        try:
            for event in _walked(cases.load(CASE, book), lang, begun or datetime.now(UTC)):
                log.append(event)
            return log.events(learner=LEARNER)
        finally:
            log.close()


def _walked(case, lang, begun):
    walk = cases.begin(case, SEED, VARIANT)
    first = started(walk, LEARNER, lang)
    yield _at(first, begun, 0)
    count = 0
    while not walk.done:
        count += 1
        response = ANSWERS.get((walk.step.id, walk.attempt), feedback.key(walk))
        judged = feedback.judge(walk, response)
        event = answered(walk, response, LEARNER, lang, first.walk, judged, CERTAINTY.get(walk.step.id), STEP_SECONDS)
        yield _at(event, begun, count)
        walk = walk.take(response)
    yield _at(marked("finished", walk, LEARNER, lang, first.walk), begun, count + 1)


def _at(event, begun, count):
    return replace(event, at=(begun + timedelta(seconds=STEP_SECONDS * count)).isoformat(timespec="milliseconds"))
