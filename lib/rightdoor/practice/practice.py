"""What a lesson asks of a trainee: its practice cases on one sheet, the first not done open; and its check."""

from rightdoor.practice.learner import Progress
from rightdoor.practice.library import Library
from rightdoor.practice.markup import button, join, tag
from rightdoor.practice.pages import trouble_note
from rightdoor.practice.player import Player
from rightdoor.practice.sheet import Sheet
from rightdoor.text import say, ui

ANCHOR, CHECK = "practice", "check"  # where the practice and the check of a lesson stand on its page


class Practice(Library):
    """The cases `offered`, in the order given. `reasons` are Pairs that say why these; `check`: whether one follows."""

    label, anchor = "lesson-cases", ANCHOR

    def __init__(self, learner, offered, reasons=(), check=True):
        self.reasons, self.check = reasons, check
        super().__init__(learner, offered)
        if opened := self._to_open(learner.progress()):
            self._play(opened)

    def _to_open(self, progress):
        """The case that was left half done last, else the first that was never finished; "" when all were."""
        half = [id for id in self._ids() if progress.get(id, Progress()).steps]
        new = (id for id in self._ids() if not progress.get(id, Progress()).finished)
        return max(half, key=lambda id: progress[id].at) if half else next(new, "")

    def show(self, said="", focus=""):
        """Put the list up."""
        progress = self.learner.progress()
        heading = tag("h3", ui(self.label, self.lang), tabindex="-1", data_focus="library")
        rows = [self._row(e, progress.get(e.id, Progress())) for e in self.entries]
        notice = trouble_note(self.learner.trouble, self.lang) or join()
        listed = join(heading, self._reasons(self.reasons), tag("ul", rows, class_="rs-cases"))
        self.sheet.show([("notice", notice), ("cases", listed)], said, focus)

    def _foot(self):
        return button(ui("to-lesson-cases", self.lang), "library", look="rs-plain")

    def _after(self):
        """The next case that was not finished; when there is none, the check."""
        progress = self.learner.progress()
        left = [e for e in self.entries if e.id != self.playing and not progress.get(e.id, Progress()).finished]
        if left:
            words = ui("next-case", self.lang, title=say(left[0].title, self.lang))
            return tag("div", button(words, "play", left[0].id), class_="rs-next")
        if not self.check:
            return None
        return tag(
            "div", tag("a", ui("to-the-check", self.lang), href=f"#{CHECK}", class_="rd-button"), class_="rs-next"
        )

    def _ids(self):
        return [e.id for e in self.entries]


class Check:
    """The sheet of a lesson's check: it begins when asked to, and then is played like any case.

    `case` is the check's Case; `after` gives the Markup for its end.
    """

    def __init__(self, learner, case, after):
        self.learner, self.case, self.after, self.player = learner, case, after, None
        self.sheet = Sheet(learner.lang, say(case.title, learner.lang), self.act, CHECK)
        begun = learner.progress().get(case.id, Progress())
        if begun.steps or begun.finished:
            self._play()
        else:
            self._show()

    def act(self, do, of, values):
        """One message of the sheet: to begin, or something for the player."""
        if self.player:
            self.player.act(do, of, values)
        elif do == "begin":
            self._play()

    def _play(self):
        self.player = Player(self.learner.session(self.case.id), self.sheet, after=self.after)

    def _show(self):
        lang = self.learner.lang
        title = tag("h3", say(self.case.title, lang))
        told = tag("p", ui("case-minutes", lang, n=self.case.minutes), class_="rs-quiet")
        go = tag("p", button(ui("check-begin", lang), "begin", look="rs-primary"))
        self.sheet.show([("begin", join(title, told, go))])
