"""Nobody is left without a door: whoever leaked, in whatever sector, by whatever act, some body takes the report."""

from datetime import date

import pytest

from rightdoor.law import terms
from rightdoor.law.decide import decide
from rightdoor.law.facts import parse

TODAY = date(2026, 3, 20)


@pytest.mark.parametrize("actor", [*terms.ACTOR, None])
def test_there_is_always_a_door_to_begin_with(book, actor):
    closed = []
    for sector in (None, *terms.SECTOR):
        for conduct in terms.CONDUCT:
            facts = {
                "on": "2026-03-10",
                "leaker": {"actor": actor, "sector": sector},
                "conduct": [conduct],
                "wishes": ["criminal"],
            }
            doors = decide(parse(facts), book, TODAY).doors
            if not any(door.stage in ("now", "primary") for door in doors):
                closed.append((sector, conduct))
    assert closed == []


@pytest.mark.parametrize(("anonymous", "told"), [(False, True), (True, False)])
def test_only_a_named_reporter_of_officials_has_a_day_of_answer(book, anonymous, told):
    facts = {
        "on": "2026-03-10",
        "leaker": {"actor": "civil_servant"},
        "conduct": ["provided"],
        "anonymous": anonymous,
        "prior_report": [{"door": "supervision-commission", "result": "no_answer", "on": "2026-03-11"}],
    }
    limits = decide(parse(facts), book, TODAY).limits
    assert any(clock.basis.startswith("supervision-regulations/209") for clock in limits) == told
