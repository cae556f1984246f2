"""Feedback on choosing one: the chosen option's own reason, then the answer with its findings."""

from rightdoor.feedback.keys import hearsay, key
from rightdoor.feedback.told import RIGHT, WRONG, Feedback, Judged, each_once, on_the_day, quotes, spoken_on
from rightdoor.tables import NotInForce
from rightdoor.text import Pair

NOT_ASKED = Pair("这一点还没有问到，先不要下结论。", "This has not been asked yet, so do not settle it.")
LATER = Pair("这个也该问，但不是先问它。", "This should be asked too, but not first.")
HALF = 0.5
HALVING = ("duty-data-passed-on-halves-the-standards", "looking-up-alone-is-not-halved")


def judge(walk, response):
    """The Feedback on choosing one, where the law knows which."""
    right = key(walk)
    findings = _findings(walk)
    options = tuple(_judged(walk, o, response, right) for o in walk.step.options)
    own = {o.id: walk.fill(o.why) for o in walk.step.options}
    if response == right:
        verdict, says = "right", [RIGHT, own[response]]
    else:
        label = next((o.label for o in options if o.id == right), Pair(str(right), str(right)))
        answer = Pair("应选：{x}。", "The answer is: {x}.").format(x=label)
        verdict, says = "wrong", [NOT_ASKED if right == "unknown" else WRONG, own[response], answer, own.get(right)]
    says += [f.says for f in findings] + _more(walk, right)
    first = [(id, spoken_on(walk, f.id)) for f in findings for id in f.basis[:1]]
    if walk.step.decide == "verdict":
        first = list(hearsay(walk, walk.step.claim).basis[:2])
    score = float(response == right)
    if walk.step.decide == "ask_next" and verdict == "wrong" and _matters(walk, response):
        verdict, score, says = "partly", HALF, [LATER, *says[1:]]
    return Feedback(verdict, score, each_once(says), options, quotes(walk, first, walk.step.cite), right)


def _judged(walk, option, response, right):
    chosen = option.id == response
    mark = ("right" if option.id == right else "wrong") if chosen else ("missing" if option.id == right else "left")
    if walk.step.decide == "ask_next" and mark in ("wrong", "left") and _matters(walk, option.id):
        mark = "also"
    return Judged(option.id, walk.fill(option.label), chosen, mark, walk.fill(option.why))


def _matters(walk, id):
    return walk.step.option(id).of in {question.path for question in walk.decision.ask_next}


def _findings(walk):
    """The findings to tell with the answer.

    For the tier those that speak of the data, of an article that the step cites, or of what is still open.
    """
    found = walk.decision.crime.findings
    if walk.step.decide == "crime.tier":
        return [
            f
            for f in found
            if f.id == "open-facts-decide-the-tier"
            or f.basis[0] in walk.step.cite
            or any(path.startswith("data[") for path in f.because)
        ]
    return [f for f in found if f.id in HALVING] if walk.step.decide == "crime.halved" else []


def _more(walk, right):
    if walk.step.decide == "verdict":
        return [hearsay(walk, walk.step.claim).right]
    if walk.step.decide != "crime.tier":
        return []
    asked = [ask.says for ask in walk.decision.ask_next if "crime.tier" in ask.would_change][:2]
    return _measured(walk) + (asked if right == "unknown" else [])


def _measured(walk):
    """How the number stands to the standard, where it is known and the law of the day has both tiers."""
    crime, number = walk.decision.crime, walk.case.book.number
    off_the_scale = crime.tier == "none" and not _findings(walk)  # negligence, say: a score would mislead
    if off_the_scale or crime.score is None or crime.halved is None or walk.facts.purpose == "lawful_business":
        return []
    try:
        number("pi-crime/especially-serious-max-years", walk.case.on)
        times = on_the_day(walk, number, "pi-crime/especially-serious-times")
    except NotInForce:
        return []
    says = Pair(
        "数量与标准相比，得 {x}：1 以上是情节严重，{t} 以上是情节特别严重，都包括本数。",
        "The score is {x}: 1 or more is serious, {t} or more especially serious.",
    )
    return [says.format(x=f"{crime.score:.10g}", t=times)]
