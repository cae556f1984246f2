"""Feedback on a number or a date: a known mistake in the author's words, then the whole rule with its article."""

from rightdoor.feedback.keys import key, limit, parameter
from rightdoor.feedback.told import RIGHT, WRONG, Feedback, each_once, findings, quotes, spoken_on
from rightdoor.text import Pair

THE_LAW = Pair("法律规定：{label}，{n} {unit}（{cite}）。", "The law says: {label}, {n} {unit} ({cite}).")
LEAST = Pair(
    "到 {n} {unit}就够“{tier}”，“以上”包括本数。",
    '{n} {unit} are enough for {tier}; "or more" includes the number itself.',
)
SHARE = Pair(
    "折算下来是标准的 {n}%：到 100% 是情节严重。", "It comes to {n} per cent of the standard; 100 makes it serious."
)
UNTIL = Pair(
    "{what}：{day} 为止（{cite}）。",
    "{what}: until {day} ({cite}).",
)
CANNOT = Pair("就现在知道的事实还算不出来。", "On the facts known so far it cannot be computed.")


def judge(walk, response):
    """The Feedback on a number or a date."""
    answer = key(walk)
    right = response == answer or (walk.step.decide == "score" and _near(walk, response))
    full, basis = FULL[walk.step.decide](walk, answer) if answer is not None else (CANNOT, [])
    says = [RIGHT if right else WRONG, None if right else walk.fill(walk.step.mistakes.get(response)), full]
    found = quotes(walk, basis, walk.step.cite)
    return Feedback("right" if right else "wrong", float(right), each_once(says), (), found, answer)


def _near(walk, response):
    """A share of the standard may be rounded up or down."""
    score = walk.decision.crime.score
    return score is not None and abs(response - 100 * score) < 1


def _of_parameter(walk, answer):
    book, row = walk.case.book, parameter(walk)
    unit = book.label("unit", row.unit)
    return THE_LAW.format(label=row.label, n=row.value, unit=unit, cite=book.cite(row.basis)), [row.basis]


def _of_records(walk, answer):
    book, path = walk.case.book, walk.step.needed
    unit = book.label("unit", "yuan" if path.endswith("_yuan") else "people" if path == "victims" else "items")
    return LEAST.format(n=answer, unit=unit, tier=book.label("tier", walk.step.tier)), []


def _of_score(walk, answer):
    spoken = [f for f in findings(walk, "crime").values() if any(path.startswith("data[") for path in f.because)]
    return SHARE.format(n=answer), [(id, spoken_on(walk, f.id)) for f in spoken for id in f.basis[:1]]


def _of_limit(walk, answer):
    clock = limit(walk, walk.step.limit)
    says = UNTIL.format(what=clock.what, day=clock.until.isoformat(), cite=walk.case.book.cite(clock.basis))
    return says, [clock.basis]


FULL = {"parameter": _of_parameter, "needed": _of_records, "score": _of_score, "limit": _of_limit}
