"""What a trainee is told: a text that has ended, a sum of money, a score."""

import pytest

from rightdoor import cases, feedback
from rightdoor.cases.read import read

CASE = """\
id: words
title: {zh: 说法, en: Words}
on: 2026-03-10
today: 2026-03-15
minutes: 3
start: claim
skills: [judge-hearsay, measure-seriousness]
sections: [VI]
facts:
  leaker.actor: industry_staff
  leaker.sector: courier
  leaker.through_duty: true
  conduct: [sold]
  data[0].kind: contact
  data[0].count: 2499
  purpose: profit
  used_in_crime: "no"
  prior: none
  harm: [none]
steps:
  claim:
    ask: {zh: 这句话——, en: This is —}
    skill: judge-hearsay
    decide: verdict
    claim: old-fine-of-one-million
    keep_order: true
    choices:
    - {id: sound, why: {zh: 想一想。, en: Think.}}
    - {id: stale, why: {zh: 想一想。, en: Think.}}
    - {id: wrong, why: {zh: 想一想。, en: Think.}}
    - {id: incomplete, why: {zh: 想一想。, en: Think.}}
    cite: ["public-security-penalties/56"]
    next: sorted
  sorted:
    ask: {zh: 各是哪一种？, en: Which is which?}
    skill: judge-hearsay
    decide: verdict
    match: [{id: old-fine-of-one-million}, {id: no-hurry-with-police}]
    cite: ["public-security-penalties/56"]
    next: money
  money:
    ask: {zh: 最少得多少钱？, en: How much money at the least?}
    skill: measure-seriousness
    number: {needed: gains_yuan, tier: serious}
    cite: ["interp-2017-10/5:1(7)"]
    next: tier
  tier:
    ask: {zh: 到哪一档？, en: Which tier?}
    skill: measure-seriousness
    decide: crime.tier
    learn: {gains_yuan: 2500}
    keep_order: true
    choices:
    - {id: none, why: {zh: 想一想。, en: Think.}}
    - {id: serious, why: {zh: 想一想。, en: Think.}}
    - {id: especially_serious, why: {zh: 想一想。, en: Think.}}
    - {id: unknown, why: {zh: 想一想。, en: Think.}}
    cite: [interp-2017-10/5]
    next: end
walks:
- {name: all, expect: {claim: stale}}
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory, book):
    """The Feedback on the right answer at every step."""
    path = tmp_path_factory.mktemp("cases") / "words.yaml"
    path.write_text(CASE, encoding="utf-8")
    found, problems = read(path, book)
    assert [p.says.en for p in problems] == []
    walk, out = cases.begin(found, 1), {}
    while walk.step:
        out[walk.step.id] = feedback.judge(walk, feedback.key(walk))
        walk = walk.take(feedback.key(walk))
    return out


@pytest.mark.parametrize("step", ["claim", "sorted"])
def test_a_text_that_has_ended_is_quoted_with_its_end(told, step):
    quote = next(q for q in told[step].quotes if q.id == "cybersecurity-law/64:2")
    assert quote.until.isoformat() == "2026-01-01"


def test_a_sum_of_money_is_told_in_yuan(told):
    assert told["money"].key == 2500
    assert "2500 元" in told["money"].says[-1].zh and "2500 yuan" in told["money"].says[-1].en


def test_a_score_just_below_one_is_not_rounded_to_it(told):
    said = " ".join(p.en for p in told["tier"].says)
    assert told["tier"].key == "serious" and "The score is 0.9996: 1 or more is serious" in said
