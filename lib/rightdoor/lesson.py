"""The only thing that a notebook imports. One call in a cell; each shows one sheet.

`begin` says which lesson this is and in which language; the calls after it know. What a trainee does is in the event
log (RIGHTDOOR_STORE, or a file in her own data folder), so that any sheet can be left and opened again.
"""

from dataclasses import dataclass
from functools import cache

from rightdoor import cases, records, tables
from rightdoor.practice import pages, reference, statutes
from rightdoor.practice.learner import Learner, Progress
from rightdoor.practice.library import Library
from rightdoor.practice.paper import paper
from rightdoor.practice.player import Player
from rightdoor.records import StoreError
from rightdoor.tables import BookError
from rightdoor.text import LANGS, Pair, say


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson of the course; its notebook is `id`.ipynb. `minutes` is how long it takes, `case` what it plays."""

    id: str
    title: Pair
    about: Pair
    minutes: int
    case: str


COURSE = (
    Lesson(
        "which-door",
        Pair("民警私下查人，该找哪个门", "An officer looked someone up: which door?"),
        Pair(
            "从来访人的第一句话，做到把材料交给对的机关。",
            "From the client's first words to the right bodies, in the right order.",
        ),
        20,
        "police-lookup",
    ),
)


REFERENCE = ("doors", "statutes", "clocks", "crib")  # the notebooks that are looked things up in, and not played


class _Here:
    """Where this kernel is: the language and the lesson that `begin` or `course` named."""

    lang = LANGS[0]
    lesson = COURSE[0]


def course(lang):
    """The start page: what to do next, the lessons with progress, and what is kept where."""
    _Here.lang = _known(lang)
    log, code, trouble = _record()
    progress = {lesson.id: _progress(log, code, lesson) for lesson in COURSE}
    return pages.start_page(COURSE, progress, code, records.default_store(), trouble, lang)


def begin(id, lang):
    """The first line of the lesson `id`. Raises LookupError if the course has no such lesson."""
    lesson = next((lesson for lesson in COURSE if lesson.id == id), None)
    if lesson is None:
        raise LookupError(f"no lesson {id!r}: the course has {', '.join(x.id for x in COURSE)}")
    _Here.lang, _Here.lesson = _known(lang), lesson
    log, code, _ = _record()
    progress = _progress(log, code, lesson)
    return pages.first_line(lesson, progress if isinstance(progress, int) else 0, lang)


def play(id, seed=None):
    """The case `id`, where the trainee left it. `seed` (text) fixes the variant of a walk that begins now."""

    def show():
        return Player(_learner().session(id, seed), after=lambda: pages.more_cases(_Here.lang)).sheet

    return _or_problems(show)


def library(lang=None):
    """Every case, sorted by skill, with progress and state of review; the one chosen is played in the same place.

    A case that cannot be opened is named at the end and does not stand in the way of the others.
    """
    _Here.lang = _known(lang or _Here.lang)

    def show():
        offered, problems = [], []
        for id in cases.library():
            try:
                offered.append(cases.load(id, tables.load()))
            except cases.CaseError as error:
                problems += error.problems
        return Library(_learner(), offered, problems).sheet

    return _or_problems(show)


def sheet(id):
    """The case `id` to read or to print: the story, every question, and the law's answers with their articles."""

    def show():
        walk = _learner().walk(id)
        return pages.one_sheet(_Here.lang, say(walk.fill(walk.case.title), _Here.lang), paper(walk, _Here.lang))

    return _or_problems(show)


def doors(*ids):
    """What these doors take and refuse on the day of the lesson's case."""

    def show():
        book = tables.load()
        return pages.door_table(book, ids, cases.load(_Here.lesson.case, book).today, _Here.lang)

    return _or_problems(show)


def articles():
    """Every article of the lesson's case, folded away, as it stood on the day that governs it."""
    return _or_problems(lambda: pages.article_list(cases.load(_Here.lesson.case, tables.load()), _Here.lang))


# ---- the reference pages: each knows its language, as no lesson has begun there ----------------------------------------


def door_finder(lang):
    """The table of doors, narrowed by leaker, wish, level and day."""
    return _looked_up(lang, lambda: reference.DoorFinder(tables.load(), lang).sheet)


def statute_browser(lang):
    """Every article held: by search or by instrument, with its versions and what changed between them."""
    return _looked_up(lang, lambda: statutes.StatuteBrowser(tables.load(), lang).sheet)


def clock_card(lang):
    """What must be done by when, under the law of today."""
    return _looked_up(lang, lambda: reference.clock_card(tables.load(), lang))


def crib(lang):
    """The crib sheet, two pages of A4."""
    return _looked_up(lang, lambda: reference.crib(tables.load(), lang))


def ladder():
    """The ladder of liability under the law of today, in the language of the lesson."""
    return _looked_up(_Here.lang, lambda: reference.ladder(tables.load(), _Here.lang))


def desk(lang):
    """The case desk: from plain questions to a plan and papers. It touches no record and keeps nothing."""
    from rightdoor import drafts
    from rightdoor.practice.desk import Desk  # no lesson pays for it

    return _looked_up(lang, lambda: Desk(tables.load(), lang, drafts).sheet)


def _looked_up(lang, show):
    _Here.lang = _known(lang)
    return _or_problems(show)


def _or_problems(show):
    """What `show` gives, or, where the tables or the case cannot be used, why."""
    try:
        return show()
    except (BookError, cases.CaseError) as error:
        return pages.failure(error.problems, _Here.lang)


def _known(lang):
    if lang not in LANGS:
        raise ValueError(f"unknown language {lang!r}: one of {', '.join(LANGS)}")
    return lang


# ---- the record of this trainee ------------------------------------------------------------------------------------

NOBODY = "local-unsaved"  # the learner of a session that cannot be recorded


@cache
def _record():
    """`(Log or None, learner code, Problem or None)`, once in a kernel."""
    try:
        return records.Log(hold=True), records.local_code(), None
    except StoreError as error:
        return None, NOBODY, error.problem


def _learner():
    """The Learner of this kernel, reading in its language."""
    return Learner(*_record(), _Here.lang, tables.load())


def _progress(log, code, lesson):
    """The number of steps answered in a walk under way, "done" if one was finished and none is under way, else None."""
    try:
        found = Progress.of(log.events(learner=code, case=lesson.case) if log else [])
    except StoreError:
        found = Progress()  # the player tells of it where it matters
    return found.steps or ("done" if found.finished else None)
