"""What the cells of the report template call: each call gives one section, ready to be shown.

Sections are jinja templates with autoescape, so that no text from a record, a case or a table can become a tag.
"""

from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from rightdoor import tables
from rightdoor.reports import chart
from rightdoor.reports import record as records_of
from rightdoor.reports.words import CERTAINTY, MARKS, TITLES, VERDICTS, WORDS
from rightdoor.text import Pair, convert, say

SECTIONS = Path(__file__).parent / "sections"
CONTENTS = ("cases", "skills", "next", "steps", "law", "notice")


class PageError(RuntimeError):
    """Why there is no report, in the language of its reader: all that comes out of a kernel is an error's text."""


@contextmanager
def _in_words(lang):
    """Turn the errors of this library, which speak in Pairs, into a PageError."""
    try:
        yield
    except (tables.BookError, records_of.cases.CaseError, records_of.RecordError) as error:
        first = error.problems[0]
        raise PageError(f"{first.place} {say(first.says, lang)} {say(first.cure, lang)}".strip()) from None
    except chart.ChartError as error:
        raise PageError(say(error.says, lang)) from None


class Section:
    """A piece of a report: HTML for the page, the heading as plain text."""

    def __init__(self, heading, html):
        self.heading, self.html = heading, html

    def _repr_html_(self):
        return self.html

    def __repr__(self):
        return self.heading


NOTHING = Section("", "")


class Picture:
    """A PNG with its text alternative; sizes in CSS pixels."""

    def __init__(self, png, alt, width, height):
        self.png, self.alt, self.width, self.height = png, alt, width, height

    def _repr_mimebundle_(self, include=None, exclude=None):
        return (
            {"image/png": self.png, "text/plain": self.alt},
            {"image/png": {"alt": self.alt, "width": self.width, "height": self.height}},
        )

    def __repr__(self):
        return self.alt


class Page:
    """The report of one learner.

    `lang` is of LANGS, `made_on` an ISO date, `record` a JSON Lines file of events. Raises PageError when the record,
    a case or the law cannot be read.
    """

    def __init__(self, learner, lang, made_on, record, sample=False, name="", book=None):
        self.lang, self.sample, self.made_on = lang, sample, date.fromisoformat(made_on)
        self.name = name
        with _in_words(lang):
            self.book = book or tables.load()
            self.record = records_of.told(learner, records_of.read(record), self.book)
        self.skill_rows = records_of.skills(self.record)

    def head(self):
        """Title, learner code, date and the two figures that matter; the first line of a sample says that it is one."""
        works = self.record.works
        return self._section(
            "head",
            TITLES["trainee"],
            title=TITLES["trainee"],
            contents=CONTENTS if works else ("next", "law", "notice"),
            done=sum(w.done for w in works),
            score=records_of.mean(a.feedback.score for w in works for a in w.first_tries),
        )

    def cases(self):
        """The cases worked, in the order begun; a kind word when there is none."""
        return self._section("cases", "cases")

    def skills(self):
        """The heading of the skills."""
        return self._section("skills", "skills") if self.record.works else NOTHING

    def skill_table(self):
        """The same as a table."""
        return self._section("skill_table", "skills") if self.skill_rows else NOTHING

    def picture(self):
        """The score of each skill as bars. PageError where no font here can write it."""
        if not self.skill_rows:
            return NOTHING
        percent = round(records_of.FIRM * 100)
        rows = [(say(self.book.label("skill", s.id), self.lang), s.score) for s in self.skill_rows]
        spoken = Pair.join(
            [
                self._word("chart-row", skill=self.book.label("skill", s.id), n=round(s.score * 100))
                for s in self.skill_rows
            ],
            "；",
            "; ",
        )
        with _in_words(self.lang):
            png, width, height = chart.bars(
                rows,
                say(WORDS["chart-title"], self.lang),
                records_of.FIRM,
                say(self._word("chart-firm", n=percent), self.lang),
                self.lang,
            )
        return Picture(png, say(self._word("chart-alt", rows=spoken, n=percent), self.lang), width, height)

    def practise_next(self):
        """What to go on with, what to repeat, and what is still new."""
        weak = [s for s in self.skill_rows if not s.firm][:3]
        new = records_of.untried(self.record, self.book)
        library = records_of.cases.library(self.book.root)
        first = records_of.cases.load(library[0], self.book) if library and not self.record.works else None
        unfinished = {w.case.id: w for w in self.record.works if not w.done}.values()
        again = {
            w.case.id: w.case
            for w in self.record.works
            if w.done and any(a in w.first_tries for s in weak for a in s.missed)
        }
        return self._section(
            "next", "next", weak=weak, again=again.values(), new=new[:3], first=first, unfinished=unfinished
        )

    def steps(self):
        """Every walk, step by step: what was chosen, whether it was right, and the article on the day."""
        return self._section("steps", "steps", quoted={}) if self.record.works else NOTHING

    def law(self):
        """Which law data this rests on."""
        book = self.book
        versions = [v for a in book.articles.values() for v in a.versions]
        checked = sorted(str(v.source["checked"]) for v in versions)
        size = self._word("law-size-is", articles=len(book.articles), versions=len(versions), doors=len(book.channels))
        earlier = sorted({w.snapshot for w in self.record.works} - {book.snapshot, ""})
        return self._section("law", "law", size=size, newest=checked[-1], oldest=checked[0], earlier=earlier)

    def data_notice(self):
        """What is kept, where, and how to delete it."""
        code = "CODE" if self.sample else self.record.learner
        return self._section("notice", "notice", forget=f"rightdoor records forget {code}")

    def _word(self, key, **values):
        return WORDS[key].format(**values)

    def _section(self, template, heading, **values):
        html = (
            _sections(self.lang)
            .get_template(f"{template}.html")
            .render(page=self, book=self.book, record=self.record, **values)
        )
        return Section(say(heading if isinstance(heading, Pair) else WORDS[heading], self.lang), html)


@cache
def _sections(lang):
    """The jinja environment of one language: `say` speaks a Pair, `word` one of WORDS."""
    import jinja2

    sections = jinja2.Environment(
        loader=jinja2.FileSystemLoader(SECTIONS),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    sections.filters.update(
        say=lambda pair: say(pair, lang),
        percent=lambda share: f"{round(share * 100)}%",
        statute=lambda text: convert(text) if lang == "zh-Hant" else text,
    )
    sections.globals.update(
        lang=lang,
        words=WORDS,
        verdicts=VERDICTS,
        marks=MARKS,
        certainty=CERTAINTY,
        firm=records_of.FIRM,
        chosen=chosen,
        word=lambda key, **values: say(WORDS[key].format(**values) if values else WORDS[key], lang),
    )
    return sections


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
