"""What an instructor should look at first, in words: what to teach again, and which option is badly worded."""

from dataclasses import dataclass
from math import atanh, isnan, sqrt, tanh

from rightdoor import cases
from rightdoor.analysis.items import SMALLEST_GROUP
from rightdoor.mastery import wilson
from rightdoor.text import Pair

HARD = 0.6  # below this share, even at the upper end of the interval, a step is to be taught again
DRAWS = 0.3  # a wrong option chosen by this share of all is looked at
SURE_BUT_WRONG = 0.25
STOPS = 0.2
SLOW = 3  # times the middle step of the same case
ENOUGH_TO_CORRELATE = 10

MISLEADS = Pair(
    "其他步骤做得好的人，偏偏这一步做得差（区分度 {d}）。先看题目和选项的说法有没有问题。",
    "Those who do well elsewhere do worse here (discrimination {d}). Look at the wording of the question and its "
    "options first.",
)
TEACH_AGAIN = Pair(
    "第一次就答对的平均只有 {p}（{n} 人，95% 区间 {low} 至 {high}）。这一点要再讲一遍。",
    "The mean score of first tries is only {p} ({n} learners, 95 % interval {low} to {high}). Teach this again.",
)
DRAWN = Pair(
    "{n} 人中有 {k} 人选了“{option}”。看看这个选项是不是写得容易误会，或者讲清它错在哪里。",
    "{k} of {n} chose '{option}'. See whether it is badly worded, or teach why it is wrong.",
)
LEFT_OUT = Pair(
    "{n} 人中有 {k} 人漏了“{option}”。讲清为什么少不了它。",
    "{k} of {n} left out '{option}'. Teach why it must be there.",
)
SURE = Pair(
    "{n} 个有把握的人里，{p} 答错了：他们以为自己懂。先问他们是怎么想的，再讲。",
    "Of {n} who were sure, {p} were wrong: they believe they know. Ask what they think before you teach.",
)
STOPPED = Pair(
    "{n} 人做到这一步，{k} 人停在这里没有往下做。看看是不是太难、太长或者看不懂。",
    "Of {n} who came this far, {k} went no further. See whether it is too hard, too long or unclear.",
)
TAKES_LONG = Pair(
    "一半的人在这一步用了 {s} 秒以上，远多于同一案例的其他步骤。看看题目是不是太长。",
    "Half of them took more than {s} s here, far longer than at other steps of the case. See whether the text is too "
    "long.",
)


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at. `kind` is misleads, teach-again, drawn, left-out, sure, stopped or slow; `step_says` what
    the step asks; `weight` orders them (the greater first)."""

    case: str
    step: str
    kind: str
    says: Pair
    step_says: Pair
    weight: float


def look_first(items, book=None):
    """The Looks at a table of `items`, the weightiest first. `book` gives the words of steps and options."""
    if items.empty:
        return ()
    shown = items[items["shown"]]
    usual = shown.groupby(level="case", observed=True)["seconds"].median()
    found = []
    for (case, step), row in shown.iterrows():
        words = _Words(case, step, book)
        for kind, weight, says in _looks(row, words, usual[case]):
            found.append(Look(case, step, kind, says, words.ask, weight))
    return tuple(sorted(found, key=lambda look: (-look.weight, look.case, look.step)))


def _looks(row, words, usual):
    """`(kind, weight, Pair)` of everything about one step."""
    n = int(row["n"])
    if n >= ENOUGH_TO_CORRELATE and row["discrimination"] < 0 and _upper(row["discrimination"], n) < 0.1:
        yield "misleads", 4 - row["discrimination"], MISLEADS.format(d=f"{row['discrimination']:.2f}")
    if row["sure_n"] >= SMALLEST_GROUP:
        low, _ = wilson(row["sure_wrong"], row["sure_n"])
        if low > SURE_BUT_WRONG:
            yield "sure", 3 + low, SURE.format(n=int(row["sure_n"]), p=_percent(row["sure_wrong"]))
    if row["high"] < HARD:
        bounds = {"low": _percent(row["low"]), "high": _percent(row["high"])}
        yield "teach-again", 3 - row["high"], TEACH_AGAIN.format(p=_percent(row["facility"]), n=n, **bounds)
    for kind, name, pair in (("drawn", "wrong", DRAWN), ("left-out", "missed", LEFT_OUT)):
        k = row[f"{name}_n"]
        if not isnan(k) and k / n >= DRAWS:
            yield kind, 2 + k / n, pair.format(n=n, k=int(k), option=words.option(row[name]))
    yield from _on_the_way(row, n, usual)


def _on_the_way(row, n, usual):
    low, _ = wilson(row["stopped"] / row["reached"], row["reached"])
    if row["stopped"] >= SMALLEST_GROUP and low > STOPS:
        yield "stopped", 1.5 + low, STOPPED.format(n=int(row["reached"]), k=int(row["stopped"]))
    if row["seconds"] > SLOW * usual:
        yield "slow", 1.0, TAKES_LONG.format(s=round(row["seconds"]))


def _upper(correlation, n):
    """The upper end of the 95 % interval of a correlation (Fisher)."""
    return tanh(atanh(max(correlation, -0.999999)) + 1.96 / sqrt(n - 3))


def _percent(share):
    return f"{round(100 * share)}%"


class _Words:
    """What the case file calls a step and its options; the ids where there is no such case."""

    def __init__(self, case, step, book):
        self.step = None
        if book and case in cases.library(book.root):
            self.step = cases.load(case, book).steps.get(step)
        self.ask = self.step.ask if self.step else Pair(f"{case}/{step}", f"{case}/{step}")

    def option(self, part):
        """The label of an option, or of an item and its place; a number as it is."""
        item, _, place = part.partition("=")
        label = self._label(item, "options")
        return Pair.join([label, self._label(place, "places")], " → ", " → ") if place else label

    def _label(self, id, where):
        options = getattr(self.step, where) if self.step else ()
        return next((option.label for option in options if option.id == id), Pair(id, id))
