"""From the facts of a leak to what a senior legal aid lawyer would lay out.

`decide` is the only entrance. Every sentence of the Decision carries the articles it rests on and the facts that led to
it; what the facts do not settle is `unknown`, and `ask_next` says what would settle it.
"""

from dataclasses import dataclass
from functools import lru_cache

from rightdoor.law import cautions, liability, limits  # noqa: F401  (their rules enter the book)
from rightdoor.law.ask import ask_next
from rightdoor.law.case import Case
from rightdoor.law.doors import refused, routes, shut, way  # noqa: F401
from rightdoor.law.liability import administrative, civil, criminal, discipline, grounds, measure, public  # noqa: F401
from rightdoor.law.rule import findings
from rightdoor.text import Pair, say

CRIME = "criminal-law/253-1"
LIABILITIES = ("administrative", "discipline", "civil", "state_liability", "public_interest")


@dataclass(frozen=True, slots=True)
class Crime:
    """The crime of article 253-1: tier, weighted score, whether the standards are halved, findings, sentence."""

    article: str
    tier: str
    score: float | None
    halved: bool | None
    findings: list
    sentence: Pair


@dataclass(frozen=True, slots=True)
class Decision:
    """What follows from the facts, by the law of the day `law_on` and, for procedure, of the day `decided`.

    Sentences are Pairs; `as_json` and `as_text` say them in one language.
    """

    law_on: object
    decided: object
    crime: Crime
    liability: dict
    doors: list
    not_doors: list
    ask_next: list
    limits: list
    red_lines: list
    unsettled: list

    def as_json(self, lang):
        """The decision as JSON values, exactly as the contract has it, in one of rightdoor.text.LANGS."""
        crime = self.crime
        return {
            "law_on": self.law_on.isoformat(),
            "crime": {
                "article": crime.article,
                "tier": crime.tier,
                "score": crime.score,
                "halved": crime.halved,
                "findings": [_finding(f, lang) for f in crime.findings],
                "sentence": say(crime.sentence, lang),
            },
            **{name: [_finding(f, lang) for f in found] for name, found in self.liability.items()},
            "doors": [_door(door, lang) for door in self.doors],
            "not_doors": [_plain(f, lang) for f in self.not_doors],
            "ask_next": [
                {"path": q.path, "says": say(q.says, lang), "would_change": list(q.would_change)} for q in self.ask_next
            ],
            "limits": [
                {"what": say(c.what, lang), "until": c.until.isoformat(), "basis": c.basis} for c in self.limits
            ],
            "red_lines": [_plain(f, lang) for f in self.red_lines],
            "unsettled": [{"id": f.id, "says": say(f.says, lang)} for f in self.unsettled],
        }

    def as_text(self, lang, book):
        """The decision for a person, with articles cited by name."""
        from rightdoor.law.wording import as_text

        return as_text(self, lang, book)


def decide(facts, book, today=None):
    """The Decision for Facts under the law in a Book. `today` stands in for the day of decision where none is given."""
    case = Case(facts, book, today)
    doors = way.ways(case)
    opened = {door.id for door in doors}
    return Decision(
        facts.on,
        case.decided,
        Crime(CRIME, case.tier, case.score, case.halved, findings("crime", case), measure.sentence(case)),
        {name: findings(name, case) for name in LIABILITIES},
        doors,
        refused.not_doors(case, opened),
        ask_next(case),
        limits.limits(case),
        findings("red_lines", case),
        findings("unsettled", case),
    )


def _finding(finding, lang):
    return {"id": finding.id, "says": say(finding.says, lang), "basis": list(finding.basis), "because": finding.because}


def _plain(finding, lang):
    return {"id": finding.id, "says": say(finding.says, lang), "basis": list(finding.basis)}


def _door(door, lang):
    says, basis, level, bring, expect = _fixed(door.fixed, lang)
    return {
        "id": door.id,
        "rank": door.rank,
        "stage": door.stage,
        "says": says,
        "basis": basis,
        "because": door.because,
        "level": level,
        "bring": bring,
        "expect": expect,
    }


@lru_cache(maxsize=20_000)
def _fixed(fixed, lang):
    """The words of a way in one language. Callers share them and do not change them."""
    expect = [{"what": say(e.what, lang), "days": e.days, "unit": e.unit, "basis": e.basis} for e in fixed.expect]
    return say(fixed.says, lang), list(fixed.basis), say(fixed.level, lang), [say(b, lang) for b in fixed.bring], expect
