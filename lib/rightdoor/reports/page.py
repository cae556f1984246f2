"""What all report templates call: each call gives one section, ready to be shown.

Sections are jinja templates with autoescape, so that no text from a record, a roster, a case or a table can become a
tag. Each template has a Page of its own in a module of its name.
"""

from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from rightdoor import cases, tables
from rightdoor.reports.record import RecordError
from rightdoor.reports.words import TITLES, WORDS
from rightdoor.text import Pair, convert, say

SECTIONS = Path(__file__).parent / "sections"


class PageError(RuntimeError):
    """Why there is no report, in the language of its reader: all that comes out of a kernel is an error's text."""


@contextmanager
def in_words(lang):
    """Turn the errors of this library, which speak in Pairs, into a PageError."""
    try:
        yield
    except (tables.BookError, cases.CaseError, RecordError) as error:
        first = error.problems[0]
        raise PageError(f"{first.place} {say(first.says, lang)} {say(first.cure, lang)}".strip()) from None


class Section:
    """A piece of a report: HTML for the page, the heading as plain text."""

    def __init__(self, heading, html):
        self.heading, self.html = heading, html

    def _repr_html_(self):
        return self.html

    def __repr__(self):
        return self.heading


NOTHING = Section("", "")


class Page:
    """What every report has: a language, a day, the Book, a head, the law it rests on.

    `lang` is of LANGS, `made_on` an ISO date. Raises PageError when the law cannot be read.
    """

    template = ""
    subtitle = None  # a Pair under the title
    sample = False  # whether it was made from a script, with no person behind it
    sample_words = "sample"

    def __init__(self, lang, made_on, book=None):
        self.lang, self.made_on = lang, date.fromisoformat(made_on)
        with in_words(lang):
            self.book = book or tables.load()

    @property
    def title(self):
        """What kind of report it is, as a Pair."""
        return TITLES[self.template]

    def law(self, *earlier):
        """Which law data this rests on; `earlier` are snapshots that what is reported was done on."""
        book = self.book
        versions = [v for a in book.articles.values() for v in a.versions]
        checked = sorted(str(v.source["checked"]) for v in versions)
        size = self.pair("law-size-is", articles=len(book.articles), versions=len(versions), doors=len(book.channels))
        earlier = sorted({*earlier} - {book.snapshot, ""})
        return self.section("law", "law", size=size, newest=checked[-1], oldest=checked[0], earlier=earlier)

    def pair(self, key, **values):
        """One of WORDS with its `{name}` filled in."""
        return WORDS[key].format(**values) if values else WORDS[key]

    def word(self, key, **values):
        """The same in the language of the page."""
        return say(self.pair(key, **values), self.lang)

    def section(self, file, heading, **values):
        """The Section that `sections/FILE.html` makes of these values; `heading` is a key of WORDS or a Pair."""
        html = environment(self.lang).get_template(f"{file}.html").render(page=self, book=self.book, **values)
        return Section(say(heading if isinstance(heading, Pair) else WORDS[heading], self.lang), html)


@cache
def environment(lang):
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
        percent=percent,
        statute=lambda text: convert(text) if lang == "zh-Hant" else text,
    )
    sections.globals.update(
        lang=lang,
        word=lambda key, **values: say(WORDS[key].format(**values) if values else WORDS[key], lang),
    )
    return sections


def percent(share):
    """A share from 0 to 1 in words; a dash where there is none."""
    return "—" if share is None or share != share else f"{round(share * 100)}%"
