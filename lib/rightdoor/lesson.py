"""The only thing that a notebook imports. One call in a cell; each shows one sheet.

`begin` says which lesson this is and in which language; the calls after it know. What a trainee does is in the event
log (RIGHTDOOR_STORE, or a file in her own data folder), so that any sheet can be left and opened again.
"""

from dataclasses import dataclass
from functools import cache

from rightdoor import cases, records, tables
from rightdoor.practice import pages, reference, statutes
from rightdoor.practice.player import Player
from rightdoor.practice.session import Session
from rightdoor.records import StoreError
from rightdoor.tables import BookError
from rightdoor.text import LANGS, Pair


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
        case = cases.load(id, tables.load())
        log, code, trouble = _record()
        player = Player(Session(case, code, _Here.lang, log, trouble, seed), log.report if log else None)
        return player.sheet

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


def _progress(log, code, lesson):
    """The number of steps answered in a walk under way, "done" if one was finished and none is under way, else None."""
    try:
        events = log.events(learner=code, case=lesson.case) if log else []
    except StoreError:
        events = []  # the player tells of it where it matters
    begun = [e.walk for e in events if e.kind in ("started", "restarted")]
    latest = [e for e in events if begun and e.walk == begun[-1]]
    finished = {e.walk for e in events if e.kind == "finished"}
    if begun and begun[-1] not in finished:
        steps = len({e.step for e in latest if e.kind == "answered"})
        return steps or ("done" if finished else None)
    return "done" if finished else None
