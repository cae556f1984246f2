"""The report on one learner: what she did, how each skill stands, what to practise next, where she went wrong and why."""

from datetime import UTC, datetime, time

from rightdoor import cases, mastery
from rightdoor.reports import draw
from rightdoor.reports import record as records_of
from rightdoor.reports.page import NOTHING, Page, in_words, percent
from rightdoor.reports.words import CERTAINTY, MARKS, VERDICTS
from rightdoor.text import Pair, say

CONTENTS = ("cases", "skills", "next", "steps", "articles", "law", "notice")
MOST_POINTS = 40  # of the picture of cases: the latest
MOST_MISSED = 3  # questions named for each skill to practise


class Trainee(Page):
    """The report of one learner.

    `record` is a JSON Lines file of events, `name` is from the roster or empty. Raises PageError when the record, a
    case or the law cannot be read.
    """

    template = "trainee"

    def __init__(self, learner, lang, made_on, record, sample=False, name="", book=None):
        super().__init__(lang, made_on, book)
        self.sample, self.name = sample, name
        with in_words(lang):
            self.record = records_of.told(learner, records_of.read(record), self.book)
            self.standing = self._standing()
        self.skill_rows = records_of.skills(self.record, self.standing)
        self.articles_quoted = _Quoted()

    def _standing(self):
        evening = datetime.combine(self.made_on, time.max, UTC)
        tries = mastery.tries(self.record.events, self.book)
        return mastery.standing(tries, mastery.changes(self.record.events, self.book, self.made_on), evening)

    def head(self):
        """Title, name, code, date and the figures that matter; the first line of a sample says that it is one."""
        works = self.record.works
        return self._told(
            "head",
            self.title,
            contents=CONTENTS if works else ("next", "law", "notice"),
            facts=[
                *([("name", self.name)] if self.name else []),
                ("learner", self.record.learner),
                ("made", self.made_on),
                ("cases-done", sum(w.done for w in works)),
                ("score", percent(records_of.mean(a.feedback.score for a in self.record.first_tries))),
            ],
        )

    def cases(self):
        """The cases worked, in the order begun; a kind word when there is none."""
        return self._told("cases", "cases")

    def course(self):
        """The first-try score of one case after another, from the second on."""
        scored = [w for w in self.record.works if w.score is not None][-MOST_POINTS:]
        if len(scored) < 2:
            return NOTHING
        shares = [w.score for w in scored]
        spoken = "; ".join(f"{w.began} {percent(w.score)}" for w in scored)
        ends = (str(scored[0].began), str(scored[-1].began))
        alt = self.word("course-alt", points=spoken)
        return draw.course(self.word("course-title"), shares, ends, alt, self.lang)

    def skills(self):
        """How each skill is held, with what the evidence leaves open: a picture, and the same as a table."""
        return self._told("skills", "skills", picture=self._bars()) if self.record.works else NOTHING

    def _bars(self):
        if not self.skill_rows:
            return None
        label = lambda s: say(self.book.label("skill", s.id), self.lang)  # noqa: E731
        rows = [
            (label(s), percent(s.standing.mean), s.standing.mean, s.standing.low, s.standing.high, s.standing.state)
            for s in self.skill_rows
        ]
        spoken = [
            self.word("bar-row", skill=label(s), n=percent(s.standing.mean), state=self.state(s))
            for s in self.skill_rows
        ]
        alt = self.word("bars-alt", rows="; ".join(spoken))
        return draw.bars(self.word("bars-title"), rows, alt, self.lang)

    def state(self, skill):
        """The state of a Skill in words."""
        return say(mastery.STATES[skill.standing.state], self.lang)

    def practise_next(self):
        """What to go on with, which case is worth the next quarter of an hour and why, and what went wrong so far."""
        advice = mastery.advise(self.standing, mastery.offers(self.book), self.book)
        case = cases.load(advice.case, self.book) if advice else None
        unfinished = {w.case.id: w for w in self.record.works if not w.done}.values()
        weak = [(s, _each_once(s.missed)[:MOST_MISSED]) for s in self.skill_rows if s.missed and not s.firm][:3]
        return self._told("next", "next", advice=advice, case=case, unfinished=unfinished, weak=weak)

    def steps(self):
        """Every walk, step by step: in full what was not right, in one line what was."""
        return self._told("steps", "steps", quoted=self.articles_quoted) if self.record.works else NOTHING

    def articles(self):
        """The articles behind what was not right, each once, as of the day that governs. Call after `steps`."""
        return self._told("articles", "articles", quoted=self.articles_quoted) if self.articles_quoted else NOTHING

    def law(self):
        """Which law data this rests on."""
        return super().law(*(w.snapshot for w in self.record.works))

    def data_notice(self):
        """What is kept, where, and how to delete it."""
        code = "CODE" if self.sample else self.record.learner
        return self._told("notice_trainee", "notice", forget=f"rightdoor records forget {code}")

    def _told(self, file, heading, **values):
        return self.section(file, heading, record=self.record, **WORDS_OF_STEPS, **values)


class _Quoted:
    """The provisions quoted so far, numbered in the order in which they came up."""

    def __init__(self):
        self._numbers = {}

    def number(self, provision):
        """The number under which the provision stands in the list of articles."""
        return self._numbers.setdefault((provision.id, provision.since), (len(self._numbers) + 1, provision))[0]

    def __iter__(self):
        return iter(self._numbers.values())

    def __len__(self):
        return len(self._numbers)


def _each_once(answers):
    """One answer for each step, the latest."""
    return list({(a.step.id, a.prompt.ask): a for a in answers}.values())


def chosen(answer, book, response=None):
    """A response (default: the learner's) in words: labels in order, `item → place` of a match, or what was typed."""
    response = answer.response if response is None else response
    labels = {o.id: o.label for o in (*answer.feedback.options, *answer.prompt.options)}
    if isinstance(response, dict):
        places = {place.id: place.label for place in answer.prompt.places}
        return tuple(Pair.join((labels[item], places[place]), " → ", " → ") for item, place in response.items())
    if isinstance(response, list | tuple):
        return tuple(labels[id] for id in response)
    if answer.prompt.options:
        return (labels[response],)
    unit = book.label("unit", answer.prompt.unit) if answer.prompt.unit else Pair("", "")
    return (Pair(f"{response} {unit.zh}".strip(), f"{response} {unit.en}".strip()),)


WORDS_OF_STEPS = {"verdicts": VERDICTS, "marks": MARKS, "certainty": CERTAINTY, "chosen": chosen}
