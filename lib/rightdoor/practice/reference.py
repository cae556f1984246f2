"""The reference pages: the table of doors, the clock card, the ladder and the crib sheet, each on one sheet."""

from datetime import date

from rightdoor import pictures
from rightdoor.pictures.door_table import find, levels
from rightdoor.practice.markup import Markup, button, capital, join, tag
from rightdoor.practice.quote import cites, mark
from rightdoor.practice.sheet import HERE, Sheet
from rightdoor.text import Pair, say, ui

WORDS = {
    "doors": Pair("门的总表", "Table of doors"),
    "any-leaker": Pair("不限", "anybody"),
    "any": Pair("不限", "any"),
    "leaker": Pair("谁泄露的", "Who leaked it"),
    "conduct": Pair("做了什么", "What was done"),
    "not-known": Pair("还不知道", "not known yet"),
    "wish": Pair("来访人想要什么", "What the client wants"),
    "level": Pair("找哪一级", "Which level"),
    "day": Pair("哪一天的规定", "The rules of which day"),
    "find": Pair("查", "Show"),
    "clear": Pair("全部清除", "Clear all"),
    "found": Pair("{day} 有效的门，共 {n} 扇", "{n} doors, as the rules stood on {day}"),
    "found-one": Pair("{day} 有效的门，共 1 扇", "1 door, as the rules stood on {day}"),
    "found-none": Pair("{day} 没有合适的门。放宽一个条件再查。", "No door fits on {day}. Widen one of the choices."),
    "bad-day": Pair(
        "这个日期查不了：要写成 {today} 这样，不能晚过明年。",
        "That day cannot be looked up: write it as in {today}, next year at the latest.",
    ),
    "order-note": Pair(
        "先后按法律的路排；选了“做了什么”，会更准。",
        "In the order of the law's own route; it grows more exact once you choose what was done.",
    ),
    "route": Pair("第 {n} 扇：{stage}", "door {n}: {stage}"),
    "not-doors": Pair("不收这件事的门", "Doors that do not take this"),
    "named": Pair("实名还是匿名", "Named or anonymous"),
    "modes": Pair("怎么联系", "How to reach it"),
    "note": Pair("注意", "Note"),
    "by-when": Pair("期限", "By when"),
    "sources": Pair("出处", "Source"),
    "clocks": Pair("时钟卡", "Clock card"),
    "ladder": Pair("责任的梯子", "The ladder of liability"),
    "case": Pair("这件事的图", "This case in pictures"),
    "case-doors": Pair("这件事的门", "The doors of this case"),
    "case-ladder": Pair("这件事在梯子上", "This case on the ladder"),
    "case-timeline": Pair("这件事的日子", "This case in time"),
    "crib": Pair("随身两页纸", "Two pages to keep at hand"),
    "print": Pair(
        "打印：按 Ctrl 加 P（苹果电脑按 ⌘ 加 P），纸张选 A4，正好两页；黑白也看得清。",
        "To print: Ctrl and P (⌘ and P on a Mac), paper A4; it comes to two pages and reads well without colour.",
    ),
}


def _styles(*names):
    return "".join((HERE / name).read_text(encoding="utf-8") for name in names)


class Page(Sheet):
    """A Sheet that also carries the style of the pictures and of the forms of the reference pages."""

    _css = _styles("sheet.css", "reference.css") + pictures.style()


class Paper(Page):
    """A Page that prints on A4 without what stands around it."""

    _css = Page._css + _styles("paper.css")


def word(key, lang, **values):
    """The words of a reference page in one language."""
    return say(WORDS[key].format(**values) if values else WORDS[key], lang)


def drawn(picture):
    """A picture as the sheets' own Markup."""
    return Markup(str(picture))


def show(lang, label, *parts, kind=Page):
    """A sheet of these parts that stays as it is."""
    sheet = kind(lang, label)
    sheet.show([("content", join(*parts))])
    return sheet


def clock_card(book, lang, on=None):
    """All terms in force on the day `on` (default: today)."""
    return show(lang, word("clocks", lang), drawn(pictures.clock_card(book, lang, on)))


def ladder(book, lang, on=None, facts=None):
    """The ladder of liability of a day, or with the case of `facts` on it."""
    return show(lang, word("ladder", lang), drawn(pictures.ladder(book, lang, on, facts)))


def case_picture(book, lang, kind, facts, today):
    """One picture of a case: `kind` is "doors", "ladder" or "timeline"; the others as in case_pictures."""
    key, draw = {
        "doors": ("case-doors", lambda: pictures.door_map(book, lang, facts, today)),
        "ladder": ("case-ladder", lambda: pictures.ladder(book, lang, facts=facts, today=today)),
        "timeline": ("case-timeline", lambda: pictures.case_timeline(book, lang, facts, today)),
    }[kind]
    return show(lang, word(key, lang), drawn(draw()))


def case_pictures(book, lang, facts, today=None, taken=None):
    """The doors of a case, where it stands on the ladder, and the law that governs it, one picture below the other.

    `facts` are law.facts.Facts; `taken` the doors that a trainee chose, in her order, or None.
    """
    drawings = (
        pictures.door_map(book, lang, facts, today, taken),
        pictures.ladder(book, lang, facts=facts, today=today),
        pictures.case_timeline(book, lang, facts, today),
    )
    return show(lang, word("case", lang), *map(drawn, drawings))


def crib(book, lang, on=None):
    """The crib sheet, which prints on two pages of A4."""
    told = tag("p", word("print", lang), class_="rr-on-screen")
    return show(lang, word("crib", lang), told, drawn(pictures.crib(book, lang, on)), kind=Paper)


class DoorFinder:
    """The table of doors with its choices: leaker, wish, level and day. `sheet` shows it."""

    def __init__(self, book, lang, on=None):
        self.book, self.lang = book, lang
        self.today = on or date.today()
        self.sheet = Page(lang, word("doors", lang), self.act)
        self._clear()
        self._show()

    def act(self, do, of, values):
        """One message of the sheet: find what was chosen, or clear the choices."""
        if do == "clear":
            self._clear()
        elif do == "find":
            self.leaker = self._known(values.get("leaker"), self.book.terms("actor"))
            self.conduct = self._known(values.get("conduct"), self.book.terms("conduct"))
            self.wish = self._known(values.get("wish"), self.book.terms("wish"))
            self.level = self._known(values.get("level"), self.book.terms("level_rule"))
            self.day = str(values.get("day", ""))
        else:
            return
        self._show(told=True)

    def _clear(self):
        self.leaker = self.conduct = self.wish = self.level = None
        self.day = self.today.isoformat()

    @staticmethod
    def _known(value, ids):
        return value if value in ids else None

    def _on(self):
        """The chosen day; None for what is no day, or lies so far ahead that nobody can know its law."""
        try:
            day = date.fromisoformat(self.day)
        except ValueError:
            return None
        return day if day.year <= self.today.year + 1 else None

    # ---- what is on the sheet --------------------------------------------------------------------------------------

    def _show(self, told=False):
        on = self._on()
        if on is None:
            said, cards = word("bad-day", self.lang, today=self.today.isoformat()), None
        else:
            found, refused = find(self.book, on, self.leaker, self.conduct, self.wish, self.level)
            key = "found" if len(found) > 1 else "found-one" if found else "found-none"
            said = word(key, self.lang, day=on.isoformat(), n=len(found))
            note = (
                tag("p", word("order-note", self.lang), class_="rs-small") if self.leaker and not self.conduct else None
            )
            cards = join(note, [self._door(f, on) for f in found], self._refused(refused, on))
        head = tag("h2", said, tabindex="-1", data_focus="found")
        self.sheet.show(
            [("form", self._form(on or self.today)), ("found", tag("div", head, cards, class_="rr-found"))],
            said if told else "",
            "found",
        )

    def _form(self, on):
        book, lang = self.book, self.lang
        fields = [
            self._select("leaker", book.terms("actor"), "actor", self.leaker, "any-leaker"),
            self._select("conduct", book.terms("conduct"), "conduct", self.conduct, "not-known"),
            self._select("wish", book.terms("wish"), "wish", self.wish, "any"),
            self._select("level", levels(book, on), "level_rule", self.level, "any"),
            tag("label", word("day", lang), tag("input", type="date", name="day", value=self.day, required=True)),
        ]
        find_it = tag("button", word("find", lang), type="submit", data_do="find", class_="rd-button rs-primary")
        acts = tag("div", find_it, button(word("clear", lang), "clear"), class_="rr-acts")
        return tag("form", fields, acts, class_="rr-form", data_do="find", aria_label=word("doors", lang))

    def _select(self, name, ids, list_name, chosen, nothing):
        options = [tag("option", word(nothing, self.lang), value="")] + [
            tag("option", capital(say(self.book.label(list_name, id), self.lang)), value=id, selected=id == chosen)
            for id in ids
        ]
        return tag("label", word(name, self.lang), tag("select", options, name=name))

    def _door(self, found, on):
        door, book, lang = found.door, self.book, self.lang
        stage = None
        if found.way:
            place = word("route", lang, n=found.way.rank, stage=book.label("stage", found.way.stage))
            stage = tag("span", place, class_="rr-stage")
        phone = f" · {door.phone.replace(';', ' / ')}" if door.phone else ""
        rows = [join(tag("dt", name), tag("dd", value)) for name, value in self._facts(door, on) if value]
        return tag(
            "details",
            tag("summary", tag("b", capital(say(door.name, lang))), phone, mark(door.status, lang), stage),
            tag("dl", rows),
            tag("p", ui("basis", lang), cites(book, door.basis, lang), class_="rs-small"),
            class_="rs-article rs-door",
        )

    def _facts(self, door, on):
        book, lang = self.book, self.lang
        name = lambda list_name, id: capital(say(book.label(list_name, id), lang))  # noqa: E731
        clocks = [self._clock(id, on) for id in door.deadline]
        yield ui("phone", lang), door.phone.replace(";", " / ")
        yield ui("takes", lang), _items([name("matter", m) for m in door.accepts])
        yield ui("takes-not", lang), _items([self._refusal(matter, to, on) for matter, to in door.refuses])
        yield word("level", lang), name("level_rule", door.level_rule)
        yield word("modes", lang), (", " if lang == "en" else "、").join(name("mode", m) for m in door.modes)
        yield word("named", lang), name("anonymity", door.anonymous)
        yield word("by-when", lang), _items([clock for clock in clocks if clock])
        yield word("note", lang), say(door.note, lang)
        yield word("sources", lang), say(Pair(door.source, door.source), lang)

    def _refusal(self, matter, to, on):
        words = capital(say(self.book.label("matter", matter), self.lang))
        there = self.book.doors(on).get(to) if to else None
        return ui("goes-to", self.lang, matter=words, door=say(there.name, self.lang)) if there else words

    def _clock(self, id, on):
        try:
            parameter = self.book.parameter(id, on)
        except LookupError:
            return None  # a term that was not yet, or is no longer, in force that day
        term = pictures.amount(parameter.value, parameter.unit, self.book, self.lang)
        what = capital(say(parameter.label, self.lang))
        return join(what, ui("colon", self.lang), tag("b", term), mark(parameter.status, self.lang))

    def _refused(self, findings, on):
        rows = [
            tag(
                "li",
                tag("span", "✗ ", class_="rs-mark-wrong"),
                tag("s", capital(say(self.book.door(f.id, on).name, self.lang))),
                tag("span", say(f.says, self.lang), class_="rs-why"),
            )
            for f in findings
            if f.id in self.book.doors(on)
        ]
        return join(tag("h3", word("not-doors", self.lang)), tag("ul", rows, class_="rr-hits")) if rows else None


def _items(texts):
    return tag("ul", [tag("li", text) for text in texts]) if texts else None
