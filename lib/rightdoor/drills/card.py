"""Draw a card: a small drill of cases drawn by level and skill. The same seed draws the same card."""

import hashlib
import re

from rightdoor import cases
from rightdoor.drills.plan import EACH, Expected, Inject, Plan
from rightdoor.text import Pair

CARD = re.compile(r"card-(first|middle|full)-(any|[a-z]+(?:-[a-z]+)*)-([a-z0-9]{1,8})$")
ANY = "any"
MINUTES = {"first": 15, "middle": 30, "full": 45}
TITLE = Pair("抽卡：{case}", "A card: {case}")
ABOUT = Pair("随机抽到的演练：{cases}。", "A drill drawn at random: {cases}.")
OBJECTIVE = Pair("练{skill}", "Practise to {skill}")
NOTES = Pair(
    "这是抽出来的演练，没有专门的讲评要点。种子相同，抽到的也相同。",
    "This drill was drawn; nobody wrote notes for it. The same seed draws it again.",
)


def is_card(id):
    """Whether it is the id of a drawn plan."""
    return bool(CARD.match(id))


def draw(level, skill, seed, book):
    """The Plan drawn for a level, a skill ("any": all of them) and a seed of small letters and digits, up to eight.

    LookupError where nothing of that level trains the skill, ValueError for an unfit level, skill or seed.
    """
    id = f"card-{level}-{skill or ANY}-{seed}"
    if not is_card(id):
        raise ValueError(f"no card {id}")
    return redraw(id, book)


def redraw(id, book):
    """The Plan of a card's id."""
    level, skill, seed = CARD.match(id).groups()
    offered = [case for case in _playable(book) if cases.level(case) == level and skill in (ANY, *case.skills)]
    if not offered:
        raise LookupError(f"no case of the level {level} trains {skill}")
    offered.sort(key=lambda case: _digest(seed, case.id))
    chosen, minutes = [offered[0]], offered[0].minutes
    for case in offered[1:]:
        if minutes + case.minutes <= MINUTES[level]:
            chosen, minutes = [*chosen, case], minutes + case.minutes
    title = cases.fill(chosen[0].title, chosen[0], cases.variants(chosen[0])[0])
    skills = list(dict.fromkeys(s for case in chosen for s in case.skills)) if skill == ANY else [skill]
    return Plan(
        id,
        TITLE.format(case=title),
        ABOUT.format(cases=Pair.join([cases.fill(c.title, c, cases.variants(c)[0]) for c in chosen], "；", "; ")),
        level,
        max(10, minutes + minutes // 4),
        EACH,
        tuple(OBJECTIVE.format(skill=book.label("skill", s)) for s in skills[:4]),
        tuple(case.id for case in chosen),
        tuple(_injects(chosen, seed)),
        tuple(_expected(chosen, skill)),
        NOTES,
        _digest(id, *(case.version for case in chosen))[:12],
    )


def _playable(book):
    for id in cases.practice(book.root):
        try:
            yield cases.load(id, book)
        except cases.CaseError:
            continue  # rightdoor case check tells of it; a card is drawn from the others


def _injects(chosen, seed):
    """One news of each case that has any, as soon as half of the class has come to where it reaches them."""
    for case in chosen:
        if case.news:
            news = min(case.news.values(), key=lambda news: _digest(seed, case.id, news.id))
            yield Inject(news.id, news.say, case.id, news.id, step=f"{case.id}/{news.after or case.start}", share=50)


def _expected(chosen, skill):
    """The judged steps of the skill; for any skill the doors and the tier."""
    for case in chosen:
        for id in case.story:
            step = case.steps[id]
            if step.judged and (step.skill == skill or (skill == ANY and step.decide in ("doors", "crime.tier"))):
                yield Expected(
                    f"{case.id}-{id}"[:40], cases.fill(step.ask, case, cases.variants(case)[0]), f"{case.id}/{id}"
                )


def _digest(*parts):
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
