"""A learner's record as a report tells it: events replayed through their cases and judged again, step by step."""

import json
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path

from rightdoor import cases, feedback, mastery
from rightdoor.records import Control, Event
from rightdoor.tables import Problem
from rightdoor.text import Pair

EVENT = {f.name for f in fields(Event)}


class RecordError(ValueError):
    """A file of events that cannot be read; `problems` name the lines."""

    def __init__(self, problems):
        super().__init__("\n".join(f"{p.place}: {p.says.en}" for p in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answered step. `told` is the score the learner was given then, `feedback` what the law as kept now says."""

    step: object
    prompt: object
    response: object
    feedback: feedback.Feedback
    told: float | None
    certainty: str | None
    taken_back: bool = False

    @property
    def judged(self):
        """Whether the law knew an answer."""
        return self.feedback.score is not None

    def told_beyond(self, shown):
        """The paragraphs of the feedback that neither the verdict nor the reasons of the `shown` options say."""
        said = {feedback.RIGHT, feedback.NOT_QUITE, feedback.WRONG, *(option.why for option in shown)}
        return tuple(pair for pair in self.feedback.says if pair not in said)

    @property
    def corrected(self):
        """Whether the score told then differs from what the law as kept now gives."""
        return self.judged and self.told is not None and abs(self.told - self.feedback.score) > 0.005


@dataclass(frozen=True, slots=True)
class Work:
    """One walk of the learner through a case. `began` is a date (UTC), `stopped_at` the Prompt of the step to answer
    next (None at the end); `lost` says what no longer fits the case."""

    case: cases.Case
    began: date
    stopped_at: object
    answers: tuple[Answer, ...]
    lost: tuple[Pair, ...]
    snapshot: str

    @property
    def done(self):
        """Whether the case was worked to its end."""
        return self.stopped_at is None

    @property
    def first_tries(self):
        """The judged answers that were the first try at their step."""
        return tuple(a for a in self.answers if a.judged and a.prompt.attempt == 1)

    @property
    def score(self):
        """Mean score of the first tries, 0 to 1; None before the first judged answer."""
        return mean(a.feedback.score for a in self.first_tries)


@dataclass(frozen=True, slots=True)
class Record:
    """All that a report tells of one learner. `gone` are ids of cases that are no longer in the library; `events` are
    hers, in order."""

    learner: str
    works: tuple[Work, ...]
    gone: tuple[str, ...]
    events: tuple[Event, ...]

    @property
    def first_tries(self):
        """The judged answers of all walks that were the first try at their step."""
        return tuple(answer for work in self.works for answer in work.first_tries)


@dataclass(frozen=True, slots=True)
class Skill:
    """How a skill stands (see mastery.Skill), and the first tries at it that were not right."""

    standing: mastery.Skill
    missed: tuple[Answer, ...]

    @property
    def id(self):
        """Its id in the vocabulary."""
        return self.standing.id

    @property
    def firm(self):
        """Whether it is held."""
        return self.standing.state == "firm"


def mean(values):
    """Arithmetic mean; None of nothing."""
    values = list(values)
    return sum(values) / len(values) if values else None


def read(path):
    """The Events of a JSON Lines file, one event a line. RecordError names every line that is none."""
    return _read(path, _event)


def read_drill(path):
    """`(Controls, Events)` of a JSON Lines file of a drill. RecordError names every line that is neither."""
    rows = _read(path, lambda row: Control(**row) if "data" in row else _event(row))
    return [row for row in rows if isinstance(row, Control)], [row for row in rows if isinstance(row, Event)]


def _event(row):
    if set(row) - EVENT:
        raise ValueError
    return Event(**row)


def _read(path, made):
    found, problems, path = [], [], Path(path)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise RecordError([Problem(path.name, Pair("学习记录读不了。", "the record cannot be read."))]) from None
    for number, line in enumerate(lines, 1):
        try:
            found.append(made(dict(json.loads(line))))
        except (ValueError, TypeError, RecursionError):
            problems.append(
                Problem(f"{path.name}:{number}", Pair("这一行不是学习记录。", "this line is not an event."))
            )
    if problems:
        raise RecordError(problems)
    return found


def written(events):
    """The text that `read` reads, and `read_drill` where Controls are among the Events."""
    return "".join(json.dumps(event.row, ensure_ascii=False, sort_keys=True) + "\n" for event in events)


def told(learner, events, book):
    """The Record of a learner from her Events; other learners' events are passed over."""
    mine, walks = [event for event in events if event.learner == learner], {}
    for event in mine:
        walks.setdefault(event.walk, []).append(event)
    known = set(cases.library(book.root))
    works = tuple(_work(list_, book) for list_ in walks.values() if list_[0].case in known)
    gone = tuple(dict.fromkeys(list_[0].case for list_ in walks.values() if list_[0].case not in known))
    return Record(learner, works, gone, tuple(mine))


def skills(record, standing):
    """Every Skill that was tried, the least held first; `standing` is a mastery.Standing."""
    missed = {}
    for answer in record.first_tries:
        if answer.feedback.score < 1:
            missed.setdefault(answer.step.skill, []).append(answer)
    found = [Skill(skill, tuple(missed.get(id, ()))) for id, skill in standing.skills.items()]
    return tuple(sorted(found, key=lambda s: (s.standing.mean, s.id)))


def _work(events, book):
    case = cases.load(events[0].case, book)
    end, answers = cases.replay(case, events[0].seed, events), []
    answered = (event for event in events if event.kind == "answered")
    for position, move in enumerate(end.moves):
        if move.kind == "back":
            _take_back(answers)
        elif move.kind == "answered":
            answers.append(_answer(end.before(position), next(answered)))
    began = datetime.fromisoformat(events[0].at).date()
    return Work(case, began, None if end.done else end.prompt(), tuple(answers), end.lost, events[0].snapshot)


def _answer(before, event):
    judged = feedback.judge(before, event.response)
    return Answer(before.step, before.prompt(), before.accept(event.response), judged, event.score, event.certainty)


def _take_back(answers):
    """Mark the last answer that still stands as taken back."""
    for position in reversed(range(len(answers))):
        if not answers[position].taken_back:
            answers[position] = replace(answers[position], taken_back=True)
            return
