"""At the end: the path taken beside the law's, each judged answer beside the law's answer, and the score by skill."""

from dataclasses import dataclass

from rightdoor.cases import begin
from rightdoor.feedback.keys import key
from rightdoor.feedback.marks import after_hint, points
from rightdoor.text import Pair

PLACED = Pair("{item} → {place}", "{item} → {place}")
MEASURED = Pair("{n} {unit}", "{n} {unit}")
MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A judged step: the first answer, in words, beside the law's; `score` after the hint, `points` by certainty."""

    step: str
    skill: str
    ask: Pair
    mine: tuple[Pair, ...]
    law: tuple[Pair, ...]
    verdict: str
    score: float
    points: float | None
    certainty: str | None
    hinted: bool
    tries: int


@dataclass(frozen=True, slots=True)
class Skill:
    """The mean score of one skill, over how many steps, with the sum of points where certainty was given."""

    id: str
    score: float
    steps: int
    points: float | None


@dataclass(frozen=True, slots=True)
class Debrief:
    """`path` and `law_path` are step ids; `unasked` the questions that would still change the decision."""

    lines: tuple[Line, ...]
    skills: tuple[Skill, ...]
    path: tuple[str, ...]
    law_path: tuple[str, ...]
    unasked: tuple[Pair, ...]


def debrief(walk, judge):
    """The Debrief of a walk; `judge` is rightdoor.feedback.judge."""
    lines = tuple(_lines(walk, judge))
    skills = tuple(
        _skill(id, [line for line in lines if line.skill == id]) for id in dict.fromkeys(x.skill for x in lines)
    )
    unasked = tuple(question.says for question in walk.decision.ask_next)
    return Debrief(lines, skills, walk.path, law_path(walk), unasked)


def _lines(walk, judge):
    tries = {}
    for position, move in enumerate(walk.moves):
        if move.kind == "answered" and walk.case.steps[move.step].judged:
            tries.setdefault(move.step, []).append((position, move))
    for id, answers in tries.items():
        (position, move), step = answers[0], walk.case.steps[id]
        before, hinted = walk.before(position), id in walk.hints
        told = judge(before, move.response)
        score = after_hint(told.score, hinted)
        yield Line(
            id,
            step.skill,
            before.fill(step.ask),
            shown(before, move.response),
            shown(before, told.key),
            told.verdict,
            score,
            points(score, move.certainty),
            move.certainty,
            hinted,
            len(answers),
        )


def _skill(id, lines):
    given = [line.points for line in lines if line.points is not None]
    return Skill(
        id, round(sum(line.score for line in lines) / len(lines), 3), len(lines), sum(given) if given else None
    )


def shown(walk, response):
    """A response to the present step in words: labels in order, items with their place, a number with its unit."""
    step = walk.step
    if response is None:
        return ()
    if step.kind.id == "match":
        places = {place.id: walk.fill(place.label) for place in step.places}
        return tuple(
            PLACED.format(item=walk.fill(item.label), place=places[response[item.id]])
            for item in step.options
            if response.get(item.id) in places
        )
    if step.kind.id == "number":
        return (MEASURED.format(n=response, unit=walk.case.book.label("unit", walk.prompt().unit)),)
    if step.kind.id == "date":
        return (Pair(response, response),)
    found = (step.option(id) for id in ((response,) if isinstance(response, str) else response))
    return tuple(walk.fill(option.label) for option in found if option)


def law_path(walk):
    """The ids of the steps of this variant when each judged step is answered as the law answers.

    Questions are asked as the trainee asked them; where she never came, the first that leads on.
    """
    asked = {move.step: move.response for move in walk.answers}
    on, path = begin(walk.case, walk.seed, walk.variant), []
    heard = [(move.step, move.response) for move in walk.moves if move.kind == "news"]
    while len(path) < MOST_STEPS:
        for _, id in [x for x in heard if x[0] == (on.step.id if on.step else "")]:
            on = on.hear(id)
        if on.step is None:
            break
        path.append(on.step.id)
        response = key(on) if on.step.judged else asked.get(on.step.id, first_helpful(on))
        if response in (None, "", ()):
            break
        on = on.take(response)
    return tuple(path)


def first_helpful(walk):
    """An answer to an interview step: the first question, or as few as allowed, that does not send back."""
    shown = [o.id for o in walk.prompt().options if not walk.step.option(o.id).hint]
    if walk.step.kind.id == "choose-one":
        return shown[0] if shown else None
    return tuple(shown[: max(walk.prompt().least, 1)])
