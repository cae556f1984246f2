"""Simulated learners of known skill: they are ordered rightly, and reach mastery in fewer items than in a fixed order.

A learner has a true chance of success for each of eight skills; every item of a skill brings that chance closer to 1.
Cases have six steps on one to three skills. A learner works one case a day until every skill is held to be firm.
Reduced: fewer learners.
"""

import random
from datetime import UTC, datetime, timedelta
from statistics import mean, median

from sizes import full, report

from rightdoor.mastery import Offer, Try, advise, skill, standing

LEARNERS = 200 if full() else 20
SKILLS = tuple(f"skill-{n}" for n in range(8))
LEARNS = 0.08  # of what is missing, by every item
DAYS = 400
BEGAN = datetime(2026, 3, 1, 9, tzinfo=UTC)


def library(pick):
    """Sixteen cases; each trains one to three skills over six steps."""
    found = []
    for n in range(16):
        own = [SKILLS[n % 8], *pick.sample(SKILLS, pick.randint(0, 2))]
        found.append(Offer(f"case-{n}", 12, tuple((f"step-{k}", own[k % len(own)]) for k in range(6))))
    return tuple(found)


def work(offer, true, day, pick):
    """The Tries of a learner at a case, who learns from each."""
    tries = []
    for step, id in offer.steps:
        tries.append(Try(id, offer.case, step, float(pick.random() < true[id]), BEGAN + timedelta(days=day)))
        true[id] += LEARNS * (1 - true[id])
    return tries


def items_to_mastery(choose, true, offers, pick):
    """`(items, mean true skill then)`: items until every skill is held to be firm."""
    tries, true = [], dict(true)
    for day in range(DAYS):
        now = standing(tries, now=BEGAN + timedelta(days=day))
        if all(now.skill(id).state == "firm" for id in SKILLS):
            return len(tries), mean(true.values())
        tries += work(choose(now, offers, day), true, day, pick)
    return len(tries), mean(true.values())


def advised(now, offers, day):
    """What the product advises."""
    wanted = advise(now, offers).case
    return next(offer for offer in offers if offer.case == wanted)


def in_order(now, offers, day):
    """The baseline: one case after another, and then again."""
    return offers[day % len(offers)]


def test_learners_of_known_skill_are_ordered_rightly():
    pick = random.Random(3)
    truth = [pick.random() for _ in range(LEARNERS)]
    told = [
        skill("s", [Try("s", "c", f"{k}", float(pick.random() < p), BEGAN + timedelta(days=k)) for k in range(20)]).mean
        for p in truth
    ]
    pairs = [(a, b) for a in range(LEARNERS) for b in range(LEARNERS) if truth[a] - truth[b] > 0.3]
    right = mean(told[a] > told[b] for a, b in pairs)
    covered = mean(
        low <= p <= high
        for p in (0.2, 0.5, 0.8, 0.95)
        for _ in range(50)
        for one in [skill("s", [Try("s", "c", str(k), float(pick.random() < p), BEGAN) for k in range(20)])]
        for low, high in [(one.low, one.high)]
    )
    report(
        f"{len(pairs)} pairs more than 0.3 apart: {right:.1%} ordered rightly; the 90 % interval holds in {covered:.0%}"
    )
    assert right > 0.9
    assert covered > 0.85


def test_advice_leads_to_mastery_in_fewer_items_than_a_fixed_order():
    ratios, skilled = [], []
    for n in range(LEARNERS):
        pick = random.Random(n)
        offers, true = library(pick), {id: pick.choice([0.1, 0.3, 0.5, 0.9]) for id in SKILLS}
        ours, then = items_to_mastery(advised, true, offers, random.Random(n + 1000))
        fixed, _ = items_to_mastery(in_order, true, offers, random.Random(n + 1000))
        ratios.append(ours / fixed)
        skilled.append(then)
    low, high = sorted(ratios)[LEARNERS // 10], sorted(ratios)[-LEARNERS // 10]
    report(
        f"{LEARNERS} learners: items to mastery, advised / fixed order: median {median(ratios):.2f} "
        f"(one in ten under {low:.2f}, one in ten over {high:.2f}); true skill then {mean(skilled):.2f}"
    )
    assert median(ratios) < 0.9
    assert mean(skilled) > 0.75
