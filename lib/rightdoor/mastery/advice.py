"""Which case to take next, and why, in words."""

from dataclasses import dataclass
from functools import lru_cache

from rightdoor import cases
from rightdoor.mastery.schedule import RETENTION
from rightdoor.text import Pair

SETTLED = 0.2  # what practising a skill that is held for certain is still worth
NAMED = 3  # at most so many skills or articles are named in a reason


@dataclass(frozen=True, slots=True)
class Offer:
    """A case that can be taken: its id, minutes, judged steps as `(step, skill)`, and how much it demands."""

    case: str
    minutes: int
    steps: tuple[tuple[str, str], ...]
    demands: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """The case to take next, what it is worth by the minute, and the reasons, the weightiest first."""

    case: str
    worth: float
    why: tuple[Pair, ...]


def offers(book):
    """The Offers of what the library has for practice, in its order."""
    return _offers(cases.practice(book.root), book)


@lru_cache(maxsize=4)
def _offers(ids, book):
    return tuple(offer(cases.load(id, book)) for id in ids)


def offer(case):
    """The Offer of a Case."""
    steps = tuple((step.id, step.skill) for step in case.steps.values() if step.judged)
    return Offer(case.id, case.minutes, steps, cases.demands(case))


def advise(standing, offers, book=None):
    """The Advice on what to take next of these Offers, or None if there are none.

    A step is worth practising when it is new, due or changed, and the more so the less its skill is proved; a case is
    worth the sum of its steps by the minute. A beginner takes the easiest, of those the shortest. `book` gives the words of skills and articles.
    """
    if not offers:
        return None
    if not standing.items:
        first = min(offers, key=lambda one: (one.demands, one.minutes))  # of equals the first
        return Advice(first.case, worth(first, standing), (FIRST,))
    best = max(offers, key=lambda offer: worth(offer, standing))  # of equals the first
    return Advice(best.case, worth(best, standing), tuple(_reasons(best, standing, book)))


def worth(offer, standing):
    """How useful a case is now, by the minute."""
    return sum(_step_worth(offer.case, step, skill, standing) for step, skill in offer.steps) / offer.minutes


def _step_worth(case, step, skill, standing):
    item, known = standing.items.get((case, step)), standing.skill(skill)
    need = SETTLED + (1 - SETTLED) * (0 if known.state == "firm" else 1 - known.low)
    if item is None:
        return need
    if item.changed:
        return 1.0  # whatever was held before, it was another law
    return need * min(1.0, (1 - item.known) / (1 - RETENTION))


# ---- the reasons ---------------------------------------------------------------------------------------------

FIRST = Pair("从这里开始。", "This is where to begin.")
CHANGED = Pair(
    "您学过之后有变动：{names}。这里有 {count} 步与它有关。",
    "Changed since you learned it: {names}. Steps here that lean on it: {count}.",
)
DUE = Pair("有 {count} 步到了该复习的时候。", "Steps due for review: {count}.")
WEAK = Pair("这几项还要多练：{names}。", "These need practice: {names}.")
NEW = Pair("这几项还没练过：{names}。", "Not tried yet: {names}.")
MORE = Pair("换一个案子，把会的练熟。", "Another case to make firm what you know.")


def _reasons(offer, standing, book):
    items = [standing.items[offer.case, step] for step, _ in offer.steps if (offer.case, step) in standing.items]
    changed = [item for item in items if item.changed]
    due = [item for item in items if item.is_due(standing.now) and not item.changed]
    states = {id: standing.skill(id).state for _, id in offer.steps}
    reasons = []
    if changed:
        ids = dict.fromkeys(id for item in changed for id in item.changed)
        reasons.append(CHANGED.format(names=_names(ids, book, _cited), count=len(changed)))
    if due:
        reasons.append(DUE.format(count=len(due)))
    for words, wanted in ((WEAK, ("weak", "growing", "unsure")), (NEW, ("untried",))):
        if ids := [id for id, state in states.items() if state in wanted]:
            reasons.append(words.format(names=_names(ids, book, _skill_label)))
    return reasons or [MORE]


def _names(ids, book, name):
    ids = list(ids)
    named = Pair.join(name(id, book) for id in ids[:NAMED])
    return named if len(ids) <= NAMED else Pair(f"{named.zh}等", f"{named.en}, and others")


def _skill_label(id, book):
    return book.label("skill", id) if book else Pair(id, id)


def _cited(id, book):
    """What to call an article, door or number."""
    if book and id in book.channels:
        return book.channels[id][-1].name
    if book and id in book.parameters:
        return book.parameters[id][-1].label
    try:
        return book.cite(id) if book else Pair(id, id)
    except LookupError:
        return Pair(id, id)
