"""One step of a case as a question that can stand alone, with the key that the law gives on the day of the case."""

from dataclasses import dataclass

from rightdoor import cases, feedback
from rightdoor.feedback.debrief import first_helpful
from rightdoor.text import Pair


class NoQuestion(ValueError):
    """The step cannot stand alone as a question; `says` tells why."""

    def __init__(self, says):
        super().__init__(says.en)
        self.says = says


@dataclass(frozen=True, slots=True)
class Question:
    """`kind` is that of the step (cases.KINDS); `known` is what the client has told so far; `options` and `places` are
    `(id, Pair)`; `key` is the right response; `why` the reasons, then the articles in their words; `reasons` maps an
    option to why it is right or wrong."""

    id: str
    title: Pair
    known: tuple[Pair, ...]
    ask: Pair
    kind: str
    options: tuple[tuple[str, Pair], ...]
    places: tuple[tuple[str, Pair], ...]
    key: object
    why: tuple[Pair, ...]
    reasons: dict


def questions(case, variant=None):
    """The Questions of every judged step that can stand alone, in the order of the case."""
    found = []
    for step in case.steps.values():
        if step.judged:
            try:
                found.append(question(case, step.id, variant))
            except NoQuestion:
                continue
    return tuple(found)


def question(case, step, variant=None):
    """The Question of one step, in a variant (default: the first from which a walk of the file leads there).

    Raises NoQuestion if the step is not judged, is not reached, or the law gives it no answer.
    """
    if step not in case.steps or not case.steps[step].judged:
        raise NoQuestion(Pair(f"“{step}”不是有答案的步骤。", f"'{step}' is no step with an answer."))
    walk = _walk_to(case, step, variant)
    key = feedback.key(walk)
    try:
        judged = feedback.judge(walk, key)
    except (cases.AnswerError, TypeError):
        raise NoQuestion(
            Pair(f"“{step}”这一步没有唯一答案。", f"the step '{step}' has no answer of its own.")
        ) from None
    prompt = walk.prompt()
    return Question(
        f"{case.id}-{step}",
        Pair.join([walk.fill(case.title), Pair(step, step)], " · ", " · "),
        _known(walk),
        prompt.ask,
        prompt.kind,
        tuple((option.id, option.label) for option in prompt.options),
        tuple((place.id, place.label) for place in prompt.places),
        walk.accept(key),
        (
            *(pair for pair in judged.says if pair != feedback.RIGHT),
            *(_quote(provision) for provision in judged.quotes),
        ),
        {told.id: told.why for told in judged.options if told.why},
    )


def _walk_to(case, step, variant):
    """A begun Walk that stands at the step, by the walks of the file and elsewhere by the law's own answers."""
    for trial in case.walks:
        every = [v for v in cases.variants(case) if trial.get("vary", {}).items() <= v.items()]
        chosen = variant if variant in every else None if variant else every[0]
        walk = _follow(cases.trial(case, trial, chosen), trial.get("take", {}), step) if chosen is not None else None
        if walk:
            return walk
    raise NoQuestion(Pair(f"走不到“{step}”这一步。", f"no walk of the case leads to the step '{step}'."))


def _follow(walk, take, step):
    """The Walk at the step, answered as `take` says and elsewhere rightly or helpfully; None if it leads elsewhere."""
    while walk.step and walk.step.id != step:
        own = feedback.key(walk) if walk.step.judged else first_helpful(walk)
        try:
            walk = walk.take(take.get(walk.step.id, own))
        except cases.AnswerError:
            return None
    return walk if walk.step else None


def _known(walk):
    """The client's story and answers up to here, so that the question can be understood by itself."""
    steps = [walk.case.steps[id] for id in walk.path] + [walk.step]
    story = [
        walk.fill(step.say) for step in dict.fromkeys(step.id for step in steps) for step in [walk.case.steps[step]]
    ]
    told = [Pair.join(note, " ", " ") for note in walk.notes]
    return tuple(pair for pair in (*story, *told) if pair)


def _quote(provision):
    return Pair(
        f"{provision.cite.zh}：{provision.text_zh}",
        f"{provision.cite.en} (unofficial translation of the whole article): {provision.gloss_en}",
    )
