"""All cases on one sheet: sorted by skill, with progress and state of review; the one chosen is played in its place."""

from dataclasses import dataclass

from rightdoor import cases
from rightdoor.practice.learner import Progress
from rightdoor.practice.markup import button, capital, choose, fold, join, tag
from rightdoor.practice.pages import trouble_note
from rightdoor.practice.paper import paper
from rightdoor.practice.player import Player
from rightdoor.practice.sheet import Sheet
from rightdoor.text import Pair, say, ui

ANCHOR = "cases"
MOST_FAULTS = 3  # of one case that are named
LEVELS = tuple(f"level-{level}" for level in cases.LEVELS)  # words of the interface


@dataclass(frozen=True, slots=True)
class Entry:
    """A case as the library shows it. `title` has the first variant filled in; `status` is the state of review."""

    id: str
    title: Pair
    minutes: int
    steps: int
    level: str
    skills: tuple[str, ...]
    status: Pair


def entry(case):
    """The Entry of a Case."""
    title = cases.fill(case.title, case, cases.variants(case)[0])
    return Entry(
        case.id, title, case.minutes, len(case.story), f"level-{cases.level(case)}", case.skills, cases.status(case)
    )


class Library:
    """The sheet of all cases. `label` (a key of the interface) names it, `anchor` is where it stands on its page.

    `learner` is the Learner; `offered` are the Cases; `problems` are those of cases that cannot be opened.
    """

    label, anchor = "all-cases", ANCHOR

    def __init__(self, learner, offered, problems=()):
        self.learner, self.offered, self.problems = learner, offered, problems
        self.book, self.lang, self.entries = learner.book, learner.lang, [entry(case) for case in offered]
        self.skill, self.player, self.playing = "", None, ""
        self.sheet = Sheet(self.lang, ui(self.label, self.lang), self.act, self.anchor)
        self.show()

    def act(self, do, of, values):
        """One message of the sheet: a case to play or to read, a skill to filter by, or something for the player."""
        if do in ("play", "read") and of in {e.id for e in self.entries}:
            (self._play if do == "play" else self._read)(of)
        elif do == "library":
            self.player = None
            self.show(ui("back-in-library", self.lang), "library")
        elif self.player:
            self.player.act(do, of, values)
        elif do == "skill":
            self.skill = values.get("skill") if values.get("skill") in self._skills() else ""
            self.show(ui("cases-shown", self.lang, n=len(self._shown())), "skill")

    def _play(self, id):
        self.playing = id
        self.player = Player(self.learner.session(id), self.sheet, self._foot, self._after)

    def _read(self, id):
        content = join(paper(self.learner.walk(id), self.lang), tag("div", self._foot(), class_="rs-foot"))
        self.player = None
        self.sheet.show([("paper", content)], "", "title")

    # ---- around the player -----------------------------------------------------------------------------------------

    def _foot(self):
        return button(ui("to-all-cases", self.lang), "library", look="rs-plain")

    def _after(self):
        """What to take next, with the reason."""
        advised = self.learner.advice(self.offered)
        if advised is None or advised[0] == self.playing:
            return None
        title = next(e.title for e in self.entries if e.id == advised[0])
        words = ui("next-case", self.lang, title=say(title, self.lang))
        return tag("div", button(words, "play", advised[0]), self._reasons(advised[1]), class_="rs-next")

    def _reasons(self, reasons):
        return tag("p", " ".join(say(why, self.lang) for why in reasons), class_="rs-quiet") if reasons else None

    # ---- the list --------------------------------------------------------------------------------------------------

    def show(self, said="", focus=""):
        """Put the list up."""
        lang = self.lang
        parts = [("notice", trouble_note(self.learner.trouble, lang) or join()), ("head", self._head())]
        parts += [("filter", self._filter()), ("cases", self._groups()), ("broken", self._broken())]
        self.sheet.show(parts, said, focus)

    def _head(self):
        advised = self.learner.advice(self.offered)
        heading = tag("h2", ui("all-cases", self.lang), tabindex="-1", data_focus="library")
        one = next((e for e in self.entries if advised and e.id == advised[0]), None)
        if one is None:
            return heading
        words = ui("next-case", self.lang, title=say(one.title, self.lang))
        return join(heading, tag("p", button(words, "play", one.id, "rs-primary")), self._reasons(advised[1]))

    def _filter(self):
        choices = [("", ui("any-skill", self.lang))]
        choices += [(id, self._skill(id)) for id in self._skills()]
        select = choose("skill", choices, self.skill, data_do="skill", data_focus="skill")
        return tag("form", tag("label", tag("span", ui("filter-skill", self.lang)), select, class_="rs-item"))

    def _groups(self):
        """The cases under the skill that each trains first; under one skill alone where that is asked for."""
        shown, progress = self._shown(), self.learner.progress()
        skills = [self.skill] if self.skill else dict.fromkeys(e.skills[0] for e in shown)
        order = [id for id in self._skills() if id in skills]
        groups = []
        for id in order:
            mine = [e for e in shown if self.skill or e.skills[0] == id]
            rows = [self._row(e, progress.get(e.id, Progress())) for e in sorted(mine, key=_by_level)]
            handle = tag("h3", ui("skill-cases", self.lang, skill=self._skill(id), n=len(mine)))
            groups.append(fold(handle, tag("ul", rows, class_="rs-cases"), opened=id == order[0], look="rs-group"))
        return join(tag("p", ui("cases-shown", self.lang, n=len(shown)), class_="rs-quiet"), groups)

    def _row(self, one, progress):
        lang, title = self.lang, say(one.title, self.lang)
        facts = [ui("case-minutes", lang, n=one.minutes), ui("case-steps", lang, n=one.steps), ui(one.level, lang)]
        skills = ("、" if lang != "en" else ", ").join(self._skill(id) for id in one.skills)
        verb, read = ui(_verb(progress), lang), ui("read-case", lang)
        return tag(
            "li",
            tag("h4", title, " ", tag("span", _state(progress, lang), class_="rs-state")),
            tag("p", " · ".join(facts), " ", tag("span", say(one.status, lang), class_="rs-confirm")),
            tag("p", ui("trains", lang), skills, class_="rs-small"),
            button(verb, "play", one.id, "rs-small-button", aria_label=f"{verb}: {title}"),
            " ",
            button(read, "read", one.id, "rs-plain rs-small-button", aria_label=f"{read}: {title}"),
        )

    def _broken(self):
        """The cases that cannot be opened, each with the first things that are wrong with it."""
        files = {}
        for problem in self.problems:
            files.setdefault(problem.place.partition(":")[0], []).append(problem)
        rows = [
            tag("li", tag("b", p.place), " ", say(p.says, self.lang))
            for problems in files.values()
            for p in problems[:MOST_FAULTS]
        ]
        return fold(ui("cases-not-opened", self.lang, n=len(files)), tag("ul", rows)) if rows else join()

    def _shown(self):
        return [e for e in self.entries if not self.skill or self.skill in e.skills]

    def _skills(self):
        trained = {id for e in self.entries for id in e.skills}
        return [id for id in self.book.terms("skill") if id in trained]

    def _skill(self, id):
        return capital(say(self.book.label("skill", id), self.lang))


def _by_level(one):
    return LEVELS.index(one.level), one.minutes


def _state(progress, lang):
    if progress.steps:
        return ui("lesson-state-under-way", lang, n=progress.steps)
    return ui("lesson-state-done" if progress.finished else "lesson-state-new", lang)


def _verb(progress):
    return "case-go-on" if progress.steps else "case-again" if progress.finished else "case-begin"
