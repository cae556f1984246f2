"""The start page: what to do next, and every lesson with how far she is and how firmly she holds what it trains."""

from dataclasses import dataclass

from rightdoor import mastery
from rightdoor.course import COURSE, Lesson
from rightdoor.practice.learner import Progress
from rightdoor.practice.markup import capital, join, tag
from rightdoor.practice.pages import LIBRARY, one_sheet, trouble_note
from rightdoor.practice.practice import ANCHOR, CHECK
from rightdoor.text import say, ui

START = "start.ipynb"


@dataclass(frozen=True, slots=True)
class Reached:
    """How far she is with a lesson: practice cases `finished`, whether the check is `done` and with what `score`.

    `open` is where on its page she left something half done ("practice", "check" or ""), `steps` how much of it she
    did, `at` when.
    """

    lesson: Lesson
    finished: int
    done: bool
    score: float | None
    open: str
    steps: int
    at: str

    @property
    def begun(self):
        """Whether anything of it has been answered."""
        return bool(self.done or self.finished or self.open)


def reached(lesson, progress):
    """The Reached of a lesson, from `{case id: Progress}`."""
    check = progress.get(lesson.check, Progress())
    cases = [progress.get(id, Progress()) for id in lesson.cases]
    left = [(one.at, one.steps, place) for one, place in [(check, CHECK), *((p, ANCHOR) for p in cases)] if one.steps]
    at, steps, place = max(left, default=("", 0, ""))
    return Reached(lesson, sum(p.finished for p in cases), check.finished, check.score, place, steps, at)


def following(progress):
    """What to do next in the course: what was left half done last, else the first lesson not done, else None."""
    every = [reached(lesson, progress) for lesson in COURSE]
    half = [one for one in every if one.open]
    return max(half, key=lambda one: one.at) if half else next((one for one in every if not one.done), None)


def onward(lesson, progress, lang):
    """The way on from the end of a lesson: to what comes next in the course, and to the start page."""
    one = following(progress)
    on = None
    if one and one.lesson != lesson:
        words = ui("lesson-next", lang, title=say(one.lesson.title, lang))
        on = tag("a", words, href=one.lesson.page, class_="rd-button")
    return join(on, tag("a", ui("to-the-course", lang), href=START, class_="rd-button"))


def course_map(learner, store):
    """The sheet of the start page for a Learner; `store` is where her record is kept."""
    lang, progress, skills = learner.lang, learner.progress(), learner.skills()
    rows = [_row(reached(lesson, progress), skills, learner) for lesson in COURSE]
    return one_sheet(
        lang,
        ui("lessons", lang),
        trouble_note(learner.trouble, lang),
        _go(following(progress), any(progress.values()), lang),
        tag("h2", ui("lessons", lang)),
        _overall([reached(lesson, progress) for lesson in COURSE], lang),
        tag("ol", rows, class_="rs-lessons"),
        tag("p", tag("a", ui("all-cases", lang), href=LIBRARY), " ", _quiet(ui("all-cases-about", lang))),
        None if learner.trouble else _kept(learner.code, store, lang),
    )


def _go(one, begun, lang):
    """The one button, and under it how long that takes or how much of it is done."""
    if one is None:
        words, href, about = ui("lesson-again", lang), f"{COURSE[-1].page}#{ANCHOR}", ui("course-done", lang)
    elif one.open:
        words = ui("lesson-go-on", lang, title=say(one.lesson.title, lang))
        href, about = f"{one.lesson.page}#{one.open}", ui("lesson-state-under-way", lang, n=one.steps)
    else:
        key = "lesson-next" if begun else "lesson-begin"
        words, href = ui(key, lang, title=say(one.lesson.title, lang)), one.lesson.page
        about = ui("lesson-minutes", lang, n=one.lesson.minutes)
    go = tag("a", words, href=href, class_="rd-button rs-primary", data_focus="go")
    return tag("p", go, " ", _quiet(about), class_="rs-go")


def _overall(every, lang):
    """How many lessons are done, in words and as a bar."""
    done = sum(one.done for one in every)
    bar = tag(
        "div", tag("div", style=f"width:{round(100 * done / len(every))}%"), class_="rs-track", aria_hidden="true"
    )
    return join(tag("p", ui("course-progress", lang, n=done, of=len(every)), class_="rs-quiet"), bar)


def _row(one, skills, learner):
    lang, lesson = learner.lang, one.lesson
    about = (say(lesson.about, lang), " ", _quiet(ui("lesson-minutes", lang, n=lesson.minutes)))
    return tag(
        "li",
        tag("span", _state(one, lang), class_="rs-state"),
        tag("a", say(lesson.title, lang), href=lesson.page),
        tag("p", about),
        _marks(one, [skills.get(id) or mastery.skill(id, ()) for id in lesson.skills], learner) if one.begun else None,
    )


def _marks(one, skills, learner):
    """What is behind her in this lesson: practice, check, and each skill in a word."""
    lang = learner.lang
    told = [ui("lesson-practised", lang, n=one.finished, of=len(one.lesson.cases))]
    told += [ui("lesson-checked", lang, n=round(100 * one.score))] if one.score is not None else []
    told += [
        join(
            capital(say(learner.book.label("skill", s.id), lang)), ui("colon", lang), say(mastery.STATES[s.state], lang)
        )
        for s in skills
    ]
    return tag("ul", [tag("li", words) for words in told], class_="rs-reached")


def _state(one, lang):
    if one.done:
        return ui("lesson-state-done", lang)
    if one.open:
        return ui("lesson-state-under-way", lang, n=one.steps)
    return ui("lesson-state-begun" if one.begun else "lesson-state-new", lang)


def _kept(code, store, lang):
    return join(
        tag("p", ui("your-code", lang), tag("b", code), class_="rs-small"),
        tag("p", ui("kept-in", lang), store, class_="rs-small"),
    )


def _quiet(words):
    return tag("span", words, class_="rs-quiet")
