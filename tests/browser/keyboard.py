"""Somebody who never touches the mouse."""

from trainee import right


class Keyboard:
    """Works a Trainee's page with the keys alone."""

    def __init__(self, trainee):
        self.trainee, self.page = trainee, trainee.page

    def on(self, selector):
        """Whether the focus is on an element that matches."""
        return self.page.evaluate("s => document.activeElement.matches(s)", selector)

    def tab_to(self, selector):
        """Tab on until the focus is there."""
        for _ in range(150):
            self.page.keyboard.press("Tab")
            if self.on(selector):
                return
        raise AssertionError(f"{selector} cannot be reached with the Tab key")

    def press(self, key="Enter"):
        """Press a key that the kernel answers."""
        self.trainee.settle(lambda: self.page.keyboard.press(key))

    def choose(self, value):
        """With the focus on the first radio button, move to the one wanted."""
        self.page.keyboard.press("Space")
        while not self.on(f'input[value="{value}"]:checked'):
            self.page.keyboard.press("ArrowDown")

    def answer(self):
        """Answer the present step as the law answers."""
        walk = self.trainee.walk
        kind, wanted = walk.step.kind.id, right(walk)
        if kind == "choose-one" and not walk.step.judged:
            self.tab_to(f'button[data-of="{wanted}"]')
        else:
            GIVE[kind](self, walk, wanted)
            if kind != "number":  # Enter in that field sends it
                self.tab_to("button[type=submit]")
        self.press()

    def _one(self, walk, wanted):
        self.tab_to("input[name=choice]")
        self.choose(wanted)

    def _several(self, walk, wanted):
        if walk.prompt().most == 1:
            return self._one(walk, wanted[0])
        for value in [o.id for o in walk.prompt().options if o.id in wanted]:
            self.tab_to(f'input[value="{value}"]')
            self.page.keyboard.press("Space")

    def _match(self, walk, wanted):
        for item in walk.prompt().options:
            self.tab_to(f'select[name="place:{item.id}"]')
            for _ in walk.prompt().places:
                self.page.keyboard.press("ArrowDown")
                if self.page.evaluate("document.activeElement.value") == wanted[item.id]:
                    break
            assert self.page.evaluate("document.activeElement.value") == wanted[item.id]

    def _number(self, walk, wanted):
        self.tab_to("input[name=number]")
        self.page.keyboard.type(str(wanted))

    def _date(self, walk, wanted):
        """Day, month and year in the order in which this browser's calendar field asks for them."""
        self.tab_to("input[name=date]")
        year, month, day = wanted.split("-")
        self.page.keyboard.type(month + day + year)
        assert self.page.locator("input[name=date]").input_value() == wanted

    def _order(self, walk, wanted):
        """Add the doors last first, then bring each up to its place: no drag, no mouse."""
        for id in reversed(wanted):
            self.reach(f'button[data-do="add"][data-of="{id}"]')
            self.press()
            assert self.on(f'button[data-do="remove"][data-of="{id}"]'), "the focus follows the door"
        for place, id in enumerate(wanted):
            for _ in range(len(wanted) - 1 - place):
                self.reach(f'button[data-do="up"][data-of="{id}"]')
                self.press()

    def reach(self, selector):
        """Forwards, then backwards, as somebody does who can see the button."""
        for key, times in (("Tab", 25), ("Shift+Tab", 80)):
            for _ in range(times):
                if self.on(selector):
                    return
                self.page.keyboard.press(key)
        raise AssertionError(f"{selector} cannot be reached with the keyboard")


GIVE = {
    "choose-one": Keyboard._one,
    "choose-several": Keyboard._several,
    "order-doors": Keyboard._order,
    "match": Keyboard._match,
    "finding": Keyboard._several,
    "letter": Keyboard._several,
    "number": Keyboard._number,
    "date": Keyboard._date,
}
