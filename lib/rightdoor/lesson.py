"""The only thing that a notebook imports. One call in a cell; each shows one sheet.

`begin` says which lesson this is and in which language; the calls after it know. What a trainee does is in the event
log (RIGHTDOOR_STORE, or a file in her own data folder), so that any sheet can be left and opened again.
"""

import os
from datetime import date
from functools import cache

from rightdoor import cases, records, tables
from rightdoor import course as lessons
from rightdoor.course import COURSE
from rightdoor.drills import NoDrill, PlanError
from rightdoor.practice import course_map, pages, reference, statutes
from rightdoor.practice.learner import Learner
from rightdoor.practice.library import Library
from rightdoor.practice.paper import paper
from rightdoor.practice.player import Player
from rightdoor.practice.practice import Check, Practice
from rightdoor.practice.waiting import Waiting
from rightdoor.practice.worked import end_of, worked_sheet
from rightdoor.records import StoreError
from rightdoor.tables import BookError
from rightdoor.text import LANGS, say

REFERENCE = ("doors", "statutes", "clocks", "crib")  # the notebooks that are looked things up in, and not played


class _Here:
    """Where this kernel is: the language and the lesson that `begin` or `course` named."""

    lang = LANGS[0]
    lesson = COURSE[0]
    later = False  # whether what is only read waits until a browser shows it


def when_shown():
    """From now on what is only read is worked out once a browser shows it. The server asks for this, so that a page is
    up sooner; where notebooks are run without a browser, every cell does its work at once."""
    _Here.later = True


def course(lang):
    """The start page: what to do next, the lessons with progress and mastery, and what is kept where."""
    return _looked_up(lang, lambda: course_map.course_map(_learner(), records.default_store()))


def begin(id, lang):
    """The first line of the lesson `id`. Raises LookupError if the course has no such lesson."""
    _Here.lang, _Here.lesson = _known(lang), lessons.lesson(id)

    def show():
        so_far = course_map.reached(_Here.lesson, _learner().progress())
        return pages.first_line(_Here.lesson, so_far.open, so_far.steps, lang)

    return _or_problems(show)


# ---- what a trainee does --------------------------------------------------------------------------------------------


def play(id, seed=None):
    """The case `id`, where the trainee left it. `seed` (text) fixes the variant of a walk that begins now."""

    def show():
        return Player(_learner().session(id, seed), after=lambda: pages.more_cases(_Here.lang)).sheet

    return _or_problems(show)


def practise(most=None):
    """The practice cases of the lesson, the one under way open.

    With `most`, so many cases of the whole library instead: those worth most to this trainee now, and why.
    """

    def show():
        learner = _learner()
        if most is None:
            return Practice(learner, [cases.load(id, learner.book) for id in _Here.lesson.cases]).sheet
        offered = [cases.load(id, learner.book) for id in cases.practice()]
        chosen, reasons = learner.worth_most(offered, most)
        return Practice(learner, chosen, reasons).sheet

    return _or_problems(show)


def check():
    """The five questions at the end of the lesson, and after them the way to the next."""

    def show():
        learner = _learner()
        after = lambda: course_map.onward(_Here.lesson, learner.progress(), _Here.lang)  # noqa: E731
        return Check(learner, _check(), after).sheet

    return _or_problems(show)


def library(lang=None):
    """Every case, sorted by skill, with progress and state of review; the one chosen is played in the same place.

    A case that cannot be opened is named at the end and does not stand in the way of the others.
    """
    _Here.lang = _known(lang or _Here.lang)

    def show():
        offered, problems = [], []
        for id in cases.practice():
            try:
                offered.append(cases.load(id, tables.load()))
            except cases.CaseError as error:
                problems += error.problems
        return Library(_learner(), offered, problems).sheet

    return _or_problems(show)


def calculator():
    """How serious: what is known of a leak goes in, and the tier, the score and the ladder with the case on it come out."""
    from rightdoor.practice.calculator import Calculator  # one lesson has it

    return _or_problems(lambda: Calculator(tables.load(), _Here.lang, _today()).sheet)


# ---- what a trainee reads -------------------------------------------------------------------------------------------


def worked(id, *steps, **variant):
    """The named steps (all, if none is named) of a case as the law answers them, to read.

    `variant` fixes varied values of the case, as in `kind="lodging"`. LookupError for an unknown step or value.
    """
    return _to_read(lambda: worked_sheet(_read_walk(id, variant), steps, _Here.lang))


def picture(id, kind, **variant):
    """A picture of a case as the law answers it: `kind` is "doors" (with the route), "ladder" or "timeline"."""

    def show():
        walk = end_of(_read_walk(id, variant))
        return reference.case_picture(tables.load(), _Here.lang, kind, walk.facts, walk.case.today)

    return _to_read(show)


def quote(*ids, on=None):
    """Articles word for word, as they stood on the day of the lesson, or `on` another (ISO date)."""
    day = date.fromisoformat(on) if on else None
    return _to_read(lambda: pages.quoted(tables.load(), ids, day or _today(), _Here.lang))


def sheet(id):
    """The case `id` to read or to print: the story, every question, and the law's answers with their articles."""

    def show():
        walk = _learner().walk(id)
        return pages.one_sheet(_Here.lang, say(walk.fill(walk.case.title), _Here.lang), paper(walk, _Here.lang))

    return _to_read(show)


def doors(*ids):
    """What these doors take and refuse on the day of the lesson."""
    return _to_read(lambda: pages.door_table(tables.load(), ids, _today(), _Here.lang))


def red_lines():
    """Every red line of the day of the lesson, with its articles."""
    from rightdoor.practice.red_lines import red_lines as sheet_of  # one lesson shows it

    return _to_read(lambda: sheet_of(tables.load(), _today(), _Here.lang))


def replaced():
    """What people say that has gone stale, to be dated and replaced; and the whole page with its verdicts."""
    from rightdoor.practice.hearsay import Replaced  # one lesson has it

    return _or_problems(lambda: Replaced(tables.load(), _Here.lang, _today()).sheet)


def articles(*ids):
    """These articles and those of the lesson's check, folded away, as they stood on the day that governs them."""
    return _to_read(lambda: pages.article_list(_check(), ids, _Here.lang))


def ladder():
    """The ladder of liability, on the day of the lesson."""
    return _to_read(lambda: reference.ladder(tables.load(), _Here.lang, _today()))


def clocks():
    """The clock card, on the day of the lesson."""
    return _to_read(lambda: reference.clock_card(tables.load(), _Here.lang, _today()))


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


def desk(lang):
    """The case desk: from plain questions to a plan and papers. It touches no record and keeps nothing."""
    from rightdoor import drafts
    from rightdoor.practice.desk import Desk  # no lesson pays for it

    return _looked_up(lang, lambda: Desk(tables.load(), lang, drafts).sheet)


# ---- a drill: a class works the same cases against a clock ------------------------------------------------------------


def seat(lang):
    """A trainee's place in the drill RIGHTDOOR_DRILL; who she is stands in RIGHTDOOR_LEARNER."""
    from rightdoor.practice.seat import Seat  # no lesson pays for it

    return _in_class(lang, lambda drill: Seat(_learner(), drill).sheet)


def console(lang):
    """The instructor's console of the drill RIGHTDOOR_DRILL; RIGHTDOOR_CLASS is the folder of the class."""
    from rightdoor.practice.console import Console

    folder = os.environ.get("RIGHTDOOR_CLASS")
    return _in_class(lang, lambda drill: Console(records.Log(), drill, folder, tables.load(), lang).sheet)


def _in_class(lang, show):
    drill = os.environ.get("RIGHTDOOR_DRILL", "")
    try:
        return _looked_up(lang, lambda: show(drill) if drill else pages.only_in_class(lang))
    except NoDrill:
        return pages.only_in_class(lang)
    except StoreError as error:
        return pages.failure([error.problem], lang)
    except PlanError as error:
        return pages.failure(error.problems, lang)


def _looked_up(lang, show):
    _Here.lang = _known(lang)
    return _or_problems(show)


def _to_read(show):
    """The same for a sheet that is only read, which may wait until it is on the screen."""
    return Waiting(_Here.lang, lambda: _or_problems(show)) if _Here.later else _or_problems(show)


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


def _check():
    """The Case that checks this lesson; the day on which it plays is the day of the lesson."""
    return cases.load(_Here.lesson.check, tables.load())


def _today():
    return _check().today


def _read_walk(id, variant):
    """A Walk to read, with these varied values; what they leave open is as in the first variant that has them."""
    case = cases.load(id, tables.load())
    found = next((v for v in cases.variants(case) if variant.items() <= v.items()), None)
    if found is None:
        raise LookupError(f"{id} has no variant {variant}: it varies {case.vary}")
    return cases.begin(case, "worked", found)


# ---- the record of this trainee ------------------------------------------------------------------------------------

NOBODY = "local-unsaved"  # the learner of a session that cannot be recorded


@cache
def _record():
    """`(Log or None, learner code, Problem or None)`, once in a kernel."""
    try:
        code = os.environ.get("RIGHTDOOR_LEARNER")  # the seat of a class has it from its server
        return records.Log(hold=True), code or records.local_code(), None
    except StoreError as error:
        return None, NOBODY, error.problem


def _learner():
    """The Learner of this kernel, reading in its language."""
    return Learner(*_record(), _Here.lang, tables.load())
