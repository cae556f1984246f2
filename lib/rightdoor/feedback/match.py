"""Feedback on a match: each item where it was put and where the law puts it, and why."""

from rightdoor.feedback.doors import takes
from rightdoor.feedback.keys import fits, hearsay, key, own_decision
from rightdoor.feedback.told import OPENING, Feedback, Judged, each_once, findings, quotes, verdict_of
from rightdoor.text import Pair

BELONGS = Pair("“{x}”应放到“{place}”。", "'{x}' belongs to '{place}'.")


def judge(walk, response):
    """The Feedback on items put into places: the score is the share of items that stand where the law accepts them."""
    labels = {place.id: walk.fill(place.label) for place in walk.step.places}
    right = {item.id: fits(walk, item) for item in walk.step.options}
    options = tuple(
        _judged(walk, item, response[item.id], right[item.id], labels)
        for item in walk.step.options
        if item.id in response
    )
    wrong = [o for o in options if o.mark == "wrong"]
    score = round(1 - len(wrong) / len(options), 3)
    says = [OPENING[verdict_of(score)]]
    for o in wrong[:1]:
        says += [BELONGS.format(x=o.label, place=o.place), o.why]
    spoken = [walk.step.option(o.id) for o in (wrong or options)]
    basis = [id for item in spoken for id in _basis(walk, item)[:1]]
    found = quotes(walk, basis, walk.step.cite)
    return Feedback(verdict_of(score), score, each_once(says), options, found, key(walk))


def _judged(walk, item, chosen, right, labels):
    mark = "right" if chosen in right else "wrong"
    place = labels[chosen if chosen in right else right[0]] if right else None
    return Judged(item.id, walk.fill(item.label), True, mark, _why(walk, item, right), place)


def _why(walk, item, right):
    """The author's words, else the Book's or the law's own."""
    if item.why:
        return walk.fill(item.why)
    decide, decision = walk.step.decide, walk.decision
    if decide == "verdict":
        return hearsay(walk, item.of).right
    if decide == "stage":
        door = next((d for d in decision.doors if d.id == item.of), None)
        shut = next((d.says for d in decision.not_doors if d.id == item.of), None)
        return door.fixed.says if door else shut or takes(walk, item.of)
    if decide == "doors":
        return next((d.fixed.says for d in own_decision(walk, item).doors if d.id in right), None)
    if decide == "matter" and right:
        return TAKES.format(
            door=walk.case.book.door(right[0], walk.case.today).name, matter=walk.case.book.label("matter", item.of)
        )
    return findings(walk)[right[0]].says if decide == "proves" and right and right[0] in findings(walk) else None


TAKES = Pair("{door}收的就有：{matter}。", "{door} takes this: {matter}.")


def _basis(walk, item):
    decide = walk.step.decide
    if item.cite:
        return item.cite
    if decide == "verdict":
        return hearsay(walk, item.of).basis
    if decide == "red_lines":
        return next((line.basis for line in walk.decision.red_lines if line.id == item.red_line), ())
    doors = own_decision(walk, item).doors if decide == "doors" else walk.decision.doors if decide == "stage" else ()
    wanted = fits(walk, item) if decide == "doors" else (item.of,)
    return next((d.fixed.basis for d in doors if d.id in wanted), ())
