"""The table of doors, narrowed to a leaker, a wish and a level; and for a leaker, where the law's own route puts each."""

from dataclasses import dataclass

from rightdoor.law.decide import decide
from rightdoor.law.facts import parse
from rightdoor.tables import Door

# Which matters a wish turns on; advice serves them all.
ANY_WISH = frozenset({"legal-advice"})
WISH_MATTERS = {
    "criminal": frozenset(
        """personal-information-crime public-security-case police-penalty-below-crime crime-by-its-own-officer duty-crime
        judicial-staff-crime non-filing non-prosecution private-prosecution""".split()
    ),
    "disciplinary": frozenset(
        """police-misconduct police-misconduct-in-progress duty-violation party-discipline court-staff-misconduct
        staff-misconduct case-information-leak""".split()
    ),
    "deletion": frozenset(
        """online-infringing-content unlawful-processing deletion-request takedown-notice civil-claim injunction
        negligent-publication""".split()
    ),
    "compensation": frozenset(
        """civil-claim civil-damages administrative-compensation judicial-compensation consumer-complaint
        consumer-mediation financial-complaint""".split()
    ),
    "apology": frozenset("civil-claim consumer-complaint consumer-mediation".split()),
    "institutional_fix": frozenset(
        """unlawful-processing security-incident organ-breach-of-duty public-interest-clue negligent-publication
        business-violation-report telecom-complaint credit-data-complaint health-sector-data education-sector-data
        transport-sector-data courier-data staff-misconduct administrative-inaction general-petition""".split()
    ),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A door that fits: its row, and its place in the route of the law for the leaker (a Way), or None."""

    door: Door
    way: object = None


def find(book, on, leaker=None, conduct=None, wish=None, level=None):
    """`(doors that fit, doors that would send this leaker's victim away)` on the day `on`.

    `leaker` is an actor id, `conduct` a conduct id, `wish` a wish id, `level` a level_rule id; None narrows nothing. The first are Found, those
    of the route first and in its order; the second are Findings of the law, named by the id of the door.
    """
    ways, refused = {}, []
    if leaker:
        facts = {"on": on.isoformat(), "leaker": {"actor": leaker}, "conduct": [conduct] if conduct else []}
        decision = decide(parse(facts), book, on)
        ways, refused = {way.id: way for way in decision.doors}, decision.not_doors
    shut = {finding.id for finding in refused}
    rows = [
        Found(row, ways.get(id))
        for id, row in book.doors(on).items()
        if id not in shut and _fits(row, leaker, wish, level, id in ways)
    ]
    last = len(ways)
    return sorted(rows, key=lambda found: found.way.rank if found.way else last + 1), refused


def _fits(row, leaker, wish, level, on_the_route):
    if leaker and not (on_the_route or leaker in row.against or "anyone" in row.against):
        return False
    if wish and not (WISH_MATTERS[wish] | ANY_WISH) & set(row.accepts):
        return False
    return not level or row.level_rule == level


def levels(book, on):
    """The level rules that occur among the doors of that day, in the order of the vocabulary."""
    there = {row.level_rule for row in book.doors(on).values()}
    return [id for id in book.terms("level_rule") if id in there]
