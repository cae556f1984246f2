"""The law in sentences: every YAML sentence of this folder is decided and compared.

A sentence has a name, a day (`on`), facts (added to what the chapter takes as given), what is expected and, under
`because`, the articles that the decision must cite. What may be expected:

  tier, score, halved        of the crime
  finds / finds_not          ids of findings anywhere (liability, red lines, unsettled)
  primary, parallel, now     doors of that stage, all of them, in order
  opens / opens_not          doors that are (not) named; {door: stage} fixes the stage
  not_doors                  doors named as not for this case
  asks / asks_not            paths of questions; the first one under `asks_first`
  until                      dates that stand in `limits`: {date: article}
  says / says_not            {finding, door or date: a piece of what is (not) said of it in Chinese}
  sentence                   a piece of the punishment in Chinese
"""

from pathlib import Path

import pytest

from rightdoor import yamlfile
from rightdoor.law.decide import LIABILITIES, decide
from rightdoor.law.facts import parse
from rightdoor.upkeep import SENTENCES_DAY, sentence_facts

CHAPTERS = sorted(Path(__file__).parent.glob("*.yaml"))


def sentences():
    """Every sentence with its chapter's given facts, named by file and place."""
    for path in CHAPTERS:
        chapter = yamlfile.read(path)
        for i, sentence in enumerate(chapter["sentences"]):
            yield pytest.param(chapter.get("given", {}), sentence, id=f"{path.stem}-{i + 1}")


SENTENCES = list(sentences())


@pytest.mark.parametrize(("given", "sentence"), SENTENCES)
def test_sentence(given, sentence, book):
    """The decision is what the sentence says, for the reasons it gives."""
    assert set(sentence) == {"name", "on", "facts", "expect", "because"}
    decision = decide(parse(sentence_facts(given, sentence)), book, SENTENCES_DAY)
    for what, expected in sentence["expect"].items():
        CHECKS[what](decision, expected)
    missing = set(sentence["because"]) - cited(decision)
    assert not missing, f"not cited: {missing}"


def findings_of(decision):
    """All findings by id."""
    parts = [
        decision.crime.findings,
        *(decision.liability[name] for name in LIABILITIES),
        decision.red_lines,
        decision.unsettled,
    ]
    return {finding.id: finding for part in parts for finding in part}


def cited(decision):
    """Every article the decision cites."""
    found = [*findings_of(decision).values(), *decision.not_doors]
    return (
        {id for f in found for id in f.basis}
        | {id for d in decision.doors for id in d.fixed.basis}
        | {c.basis for c in decision.limits}
        | {e.basis for d in decision.doors for e in d.fixed.expect}
    )


def equal(read):
    """A check that compares a part of the decision with what is expected."""

    def check(decision, expected):
        assert read(decision) == expected

    return check


def holds(read):
    """A check that everything expected is there."""

    def check(decision, expected):
        missing = set(expected) - set(read(decision))
        assert not missing, f"missing {missing} in {sorted(read(decision))}"

    return check


def lacks(read):
    """A check that nothing of this is there."""

    def check(decision, expected):
        present = set(expected) & set(read(decision))
        assert not present, f"unexpected {present}"

    return check


def stage(name):
    """The doors of one stage, in order."""
    return equal(lambda decision: [door.id for door in decision.doors if door.stage == name])


def opens(decision, expected):
    """Doors that are named, with their stage where it is given."""
    stages = {door.id: door.stage for door in decision.doors}
    for door in expected:
        assert door in stages, f"{door} is not among {sorted(stages)}"
        if isinstance(expected, dict):
            assert stages[door] == expected[door]


def dates(decision, expected):
    """Dates in `limits`, each with its article."""
    known = {(str(clock.until), clock.basis) for clock in decision.limits}
    for day, article in expected.items():
        assert (day, article) in known, f"{day} {article} is not among {sorted(known)}"


def words(decision, expected, there):
    """Pieces of the Chinese words of findings, doors and dates; where a date has several, in any of them."""
    said = {id: finding.says.zh for id, finding in findings_of(decision).items()}
    said |= {door.id: door.fixed.says.zh for door in decision.doors}
    for clock in decision.limits:
        said[str(clock.until)] = said.get(str(clock.until), "") + clock.what.zh
    for id, piece in expected.items():
        assert (piece in said[id]) is there, said[id]


CHECKS = {
    "tier": equal(lambda d: d.crime.tier),
    "score": equal(lambda d: d.crime.score),
    "halved": equal(lambda d: d.crime.halved),
    "finds": holds(findings_of),
    "finds_not": lacks(findings_of),
    "primary": stage("primary"),
    "parallel": stage("parallel"),
    "now": stage("now"),
    "escalation": stage("escalation"),
    "opens": opens,
    "opens_not": lacks(lambda d: [door.id for door in d.doors]),
    "not_doors": holds(lambda d: [f.id for f in d.not_doors]),
    "asks": holds(lambda d: [q.path for q in d.ask_next]),
    "asks_not": lacks(lambda d: [q.path for q in d.ask_next]),
    "asks_first": equal(lambda d: d.ask_next[0].path),
    "until": dates,
    "says": lambda d, expected: words(d, expected, True),
    "says_not": lambda d, expected: words(d, expected, False),
    "sentence": lambda d, expected: check_text(d.crime.sentence.zh, expected),
}


def check_text(text, piece):
    """The piece stands in the text."""
    assert piece in text


def test_sentences_are_many_and_named_once():
    """At least two hundred sentences, no two with the same name."""
    names = [(s.values[1]["name"]["zh"], s.values[1]["name"]["en"]) for s in SENTENCES]
    assert len(names) >= 200
    for i in (0, 1):
        assert len({name[i] for name in names}) == len(names)
