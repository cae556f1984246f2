"""The records of the sample reports: a script walks through real cases and makes mistakes that people make.

There is no person behind them, and the reports say so in their first line. Everything else is real: the cases, the
walks, the events, and the law that judges them.
"""

import random
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from rightdoor import cases, feedback
from rightdoor.drills import seed_of
from rightdoor.feedback import walker
from rightdoor.records import Control, answered, marked, started

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

# The class: so many walks of each of these first cases of the library are scripted, and everybody takes some of them.
CLASS = "sample"
CLASS_SIZE, CLASS_CASES, CLASS_WALKS = 24, 6, 6


def events(book, lang, begun=None):
    """The Events of the scripted walk.

    `begun` is the time of the first event (default: now). AnswerError if the case no longer offers what is answered.
    """
    return list(_walked(cases.load(CASE, book), lang, begun or datetime.now(UTC)))


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


def of_class(book, lang, begun=None, size=CLASS_SIZE, seed=CLASS):
    """The Events of `size` scripted learners, by code and of different ability, each with some cases, in order of time.

    The same seed gives the same answers; a tenth of them have not begun. `begun` as in `events`.
    """
    pick, begun = random.Random(seed), begun or datetime.now(UTC) - timedelta(days=21)
    walks = {
        case: [_guessed(case, n / CLASS_WALKS, lang, pick) for n in range(1, CLASS_WALKS + 1)] for case in _cases(book)
    }
    found = []
    for position in range(size):
        code, able = f"{CLASS}-{position + 1:03}", pick.random()
        days = sorted(pick.sample(range(21), len(walks)))
        for case, day in list(zip(walks, days, strict=True))[: pick.randint(2, len(walks)) if position % 10 else 0]:
            script = walks[case][min(CLASS_WALKS - 1, int(CLASS_WALKS * (able * 0.7 + pick.random() * 0.3)))]
            found += _taken_by(script, code, begun + timedelta(days=day, minutes=pick.randint(0, 300)), pick)
    return sorted(found, key=lambda event: event.at)


def of_drill(book, plan, lang, begun=None, size=8):
    """`(Controls, Events)` of a scripted drill with a Plan: all but one of `size` seats come, and answer as they can.

    `begun` is the time at which the clock starts (default: an hour ago).
    """
    pick, begun = random.Random(plan.id), begun or datetime.now(UTC) - timedelta(hours=1)
    id, found = f"{plan.id}-sample", []
    at = lambda seconds: (begun + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")  # noqa: E731
    opening = {"plan": plan.id, "version": plan.version, "snapshot": book.snapshot}
    controls = [Control("opened", id, data=opening, at=at(-300)), Control("started", id, at=at(0))]
    for position, code in enumerate(codes(size)):
        controls.append(Control("seated", id, code, {"lang": lang}, at=at(-240)))
        if position == 0:
            continue
        controls.append(Control("joined", id, code, {"device": f"page-{position}"}, at=at(-60 + 5 * position)))
        clock = begun + timedelta(seconds=10)
        for case in plan.cases:
            script = _guessed(cases.load(case, book), position / size, lang, pick, seed_of(id, code))
            mine = [replace(event, drill=id) for event in _taken_by(script, code, clock, pick)]
            clock, found = datetime.fromisoformat(mine[-1].at), [*found, *mine]
    for inject in plan.injects:
        if inject.at is not None:
            controls.append(Control("injected", id, data={"inject": inject.id}, at=at(60 * inject.at)))
    controls.append(Control("closed", id, at=at(60 * plan.minutes)))
    return controls, sorted(found, key=lambda event: event.at)


def codes(size=CLASS_SIZE):
    """The learner codes of the scripted class."""
    return tuple(f"{CLASS}-{position + 1:03}" for position in range(size))


def _cases(book):
    return [cases.load(id, book) for id in cases.practice(book.root)[:CLASS_CASES]]


def _guessed(case, able, lang, pick, seed=None):
    """The Events of a walk in which each answer is right with the chance `able` and otherwise one that people try."""
    walk = cases.begin(case, seed or str(pick.randrange(10**6)))
    found = [started(walk, CLASS, lang)]
    while not walk.done and len(found) < 60:
        key = feedback.key(walk)
        response = key if key is not None and pick.random() < able else pick.choice(_tried(walk, key))
        judged = feedback.judge(walk, response)
        sure = pick.choice(("sure", "think-so", "guess", None)) if judged.score is not None else None
        found.append(answered(walk, response, CLASS, lang, found[0].walk, judged, sure, pick.randint(15, 150)))
        walk = walk.take(response)
    return [*found, marked("finished", walk, CLASS, lang, found[0].walk)] if walk.done else found


def _tried(walk, key):
    """Answers that people give at the present step, the right one among them."""
    if key is None:
        shown = [o.id for o in walk.prompt().options if not walk.step.option(o.id).hint]
        return shown if walk.step.kind.id == "choose-one" else [tuple(shown[: walk.prompt().most])]
    return [response for response in walker.tries(walk, key) if walker.answerable(walk, response)]


def _taken_by(script, code, begun, pick):
    """The scripted Events as those of a learner at a time, with ids of their own."""
    walk, at = str(uuid.UUID(int=pick.getrandbits(128))), begun
    for position, event in enumerate(script):
        at += timedelta(seconds=event.seconds or 5)
        id = walk if position == 0 else str(uuid.UUID(int=pick.getrandbits(128)))
        yield replace(event, id=id, walk=walk, learner=code, at=at.isoformat(timespec="milliseconds"))
