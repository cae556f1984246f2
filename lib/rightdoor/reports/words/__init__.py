"""The words of the reports, in Simplified Chinese and English; Traditional Chinese is derived."""

from rightdoor.reports.words.cohort import COHORT
from rightdoor.reports.words.currency import CURRENCY
from rightdoor.reports.words.drill import DRILL
from rightdoor.reports.words.shared import SHARED
from rightdoor.reports.words.trainee import CERTAINTY, MARKS, TRAINEE, VERDICTS
from rightdoor.text import Pair

__all__ = ["CERTAINTY", "MARKS", "TITLES", "VERDICTS", "WORDS", "title"]

TITLES = {
    "trainee": Pair("练习报告", "Training report"),
    "cohort": Pair("全班报告", "Class report"),
    "drill": Pair("演练报告", "Drill report"),
    "currency": Pair("法律核对报告", "Law currency report"),
}
WORDS = {**SHARED, **TRAINEE, **COHORT, **CURRENCY, **DRILL}


def title(template, parameters):
    """The title of a report: what it is, of whom or of which drill, of which day."""
    whose = parameters.get("name") or parameters.get("learner") or parameters.get("drill") or ""
    parts = [TITLES[template], *(Pair(text, text) for text in (whose, parameters["made_on"]) if text)]
    return Pair.join(parts, " · ", " · ")
