"""The report on a class: how far it is, which skills are held, what to teach again. It names nobody, and groups of
fewer than five learners are not shown."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from rightdoor import analysis, cases, mastery
from rightdoor.reports import draw
from rightdoor.reports import record as records_of
from rightdoor.reports.page import NOTHING, Page, in_words, percent
from rightdoor.text import Pair, say

CONTENTS = ("taking-part", "skills", "look-first", "certainty", "by-case", "law", "notice")
MOST_LOOKS = 8
MOST_WEEKS = 13
LEAST = analysis.SMALLEST_GROUP


@dataclass(frozen=True, slots=True)
class Step:
    """A judged step of a case with what its row of analysis.items says; `shown` is False for a small group."""

    ask: Pair
    skill: str
    n: int
    shown: bool
    score: float
    sure_wrong: float
    stopped: int


class Cohort(Page):
    """The report of a class.

    `record` is a JSON Lines file of the events of all its learners; `members` is the number of people in the roster
    (0: there is none). Raises PageError when the record, a case or the law cannot be read.
    """

    template = "cohort"
    sample_words = "sample-class"

    def __init__(self, lang, made_on, record, members=0, sample=False, book=None):
        super().__init__(lang, made_on, book)
        self.sample, self.members = sample, members
        with in_words(lang):
            self.events = records_of.read(record)
            known = set(cases.library(self.book.root))
            self.items = analysis.items(analysis.from_events([e for e in self.events if e.case in known]))
            self.by_case = self._by_case()
        self.learners = {e.learner for e in self.events}

    @property
    def enough(self):
        """Whether so many have begun that figures tell of nobody."""
        return len(self.learners) >= LEAST

    def head(self):
        """Title, date and how many take part; the first line of a sample says that it is one."""
        finished = {(e.learner, e.case) for e in self.events if e.kind == "finished"}
        facts = [
            *([("members", self.members)] if self.members else []),
            ("begun-by", len(self.learners)),
            *([("walks-done", len(finished)), ("score", percent(self._score()))] if self.enough else []),
            ("made", self.made_on),
        ]
        contents = CONTENTS if self.enough else ("taking-part", "law", "notice")
        return self.section("head", self.title, facts=facts, contents=contents)

    def _score(self):
        shown = [(s.score, s.n) for steps in self.by_case.values() for s in steps if s.shown]
        return sum(score * n for score, n in shown) / sum(n for _, n in shown) if shown else None

    def taking_part(self):
        """Who has begun, and how much was answered week by week."""
        return self.section("taking_part", "taking-part", least=LEAST, picture=self._weeks() if self.enough else None)

    def _weeks(self):
        answers = Counter(_monday(date.fromisoformat(e.at[:10])) for e in self.events if e.kind == "answered")
        if not answers:
            return None
        last, weeks = _monday(self.made_on), []
        first = max(min(answers), last - timedelta(weeks=MOST_WEEKS - 1))
        while first <= last:
            weeks.append((f"{first:%m-%d}", answers[first]))
            first += timedelta(weeks=1)
        spoken = "; ".join(f"{day} {n}" for day, n in weeks)
        return draw.columns(self.word("weeks-title"), weeks, self.word("weeks-alt", weeks=spoken), self.lang)

    def skills(self):
        """The mean first-try score of each skill, the least held first."""
        found = {}
        for steps in self.by_case.values():
            for step in steps:
                if step.shown:
                    found.setdefault(step.skill, []).append(step)
        if not found:
            return NOTHING
        rows, counts = zip(*sorted((self._skill(*pair) for pair in found.items()), key=lambda s: s[0][2]), strict=True)
        spoken = "; ".join(self.word("class-row", skill=label, n=note) for label, note, *_ in rows)
        alt = self.word("class-bars-alt", rows=spoken)
        picture = draw.bars(self.word("class-bars-title"), rows, alt, self.lang)
        return self.section("class_skills", "skills", picture=picture, rows=rows, counts=counts)

    def _skill(self, id, steps):
        """`(row, n)`: a row of the picture, and the number of answers."""
        n = sum(step.n for step in steps)
        score = sum(step.score * step.n for step in steps) / n
        low, high = mastery.wilson(score, n)
        state = mastery.Skill(id, n, score, low, high).state
        return (say(self.book.label("skill", id), self.lang), percent(score), score, low, high, state), n

    def look_first(self):
        """What to teach again and what to word anew, the weightiest first, in words."""
        looks = analysis.look_first(self.items, self.book)[:MOST_LOOKS]
        titles = {look.case: cases.load(look.case, self.book).title for look in looks}
        return self.section("look_first", "look-first", looks=looks, titles=titles) if self.enough else NOTHING

    def certainty(self):
        """Whether those who were sure were right."""
        rows = analysis.certainty(analysis.from_events(self.events)) if self.enough else []
        shown = [(id, row) for id, row in rows.iterrows() if row["learners"] >= LEAST] if self.enough else []
        return self.section("certainty", "certainty", rows=shown) if shown else NOTHING

    def cases(self):
        """Every case with its judged steps."""
        titles = {id: cases.load(id, self.book).title for id in self.by_case}
        return self.section("by_case", "by-case", titles=titles, least=LEAST) if self.enough else NOTHING

    def data_notice(self):
        """Whose data this was made of, and what is not in it."""
        return self.section("notice_cohort", "notice", least=LEAST)

    def law(self):
        """Which law data this rests on."""
        return super().law(*(e.snapshot for e in self.events))

    def _by_case(self):
        """`{case id: [Step]}` in the order of the library and of each case's file."""
        found = {}
        for id in cases.library(self.book.root):
            case, there = cases.load(id, self.book), self.items.index
            rows = [(step, self.items.loc[(id, step.id)]) for step in case.steps.values() if (id, step.id) in there]
            if rows:
                found[id] = [_step(case, step, row) for step, row in rows]
        return found


def _step(case, step, row):
    ask = cases.fill(step.ask, case, cases.variants(case)[0])
    shown = bool(row["shown"])
    return Step(ask, step.skill, int(row["n"]), shown, row["facility"], row["sure_wrong"], int(row["stopped"]))


def _monday(day):
    return day - timedelta(days=day.weekday())
