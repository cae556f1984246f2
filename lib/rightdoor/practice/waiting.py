"""A sheet that is only read, worked out once a browser shows it: the page is up before what stands far down is ready."""

from rightdoor.practice.markup import tag
from rightdoor.practice.reference import Page
from rightdoor.text import ui


class Waiting(Page):
    """Asks `make` for the Sheet that it stands for when the page says that it is on the screen, and then shows that."""

    def __init__(self, lang, make):
        super().__init__(lang, ui("being-worked-out", lang), self._open, live=True)
        self.make = make
        self.show([("wait", tag("p", ui("being-worked-out", lang), class_="rs-quiet"))])

    def _open(self, do, of, values):
        if do == "hello" and self.make:
            made, self.make = self.make(), None
            self.label, self.live = made.label, False
            self.show(made.view["parts"])
            made.close()
