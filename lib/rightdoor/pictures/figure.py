"""What all pictures share: the frame with its name and its words, marks, numbers with their units, names of articles."""

from functools import lru_cache
from pathlib import Path

from rightdoor.pictures.markup import Markup, join, tag
from rightdoor.pictures.words import WORDS
from rightdoor.tables import NotInForce, UnknownId
from rightdoor.text import Pair, say

SHEET = Path(__file__).with_name("pictures.css")


@lru_cache(maxsize=1)
def style():
    """The style sheet of all pictures, as CSS."""
    return SHEET.read_text(encoding="utf-8")


def styled(*pictures):
    """The pictures with their style sheet before them, for a page that does not carry it yet."""
    return join(tag("style", Markup(style())), *pictures)


def word(key, lang, **values):
    """The words of WORDS in one language, with `{name}` filled in."""
    return say(WORDS[key].format(**values) if values else WORDS[key], lang)


def figure(kind, lang, title, about, drawing, items):
    """A picture: `title`, one sentence `about` it, the `drawing`, and the same content as a list of `items`.

    A screen reader gets the name, the sentence and the list; the drawing is one image to it.
    """
    return tag(
        "figure",
        tag("figcaption", title),
        tag("div", drawing, class_="rp-drawing", role="img", aria_label=f"{title}{word('stop', lang)}{about}"),
        tag(
            "details",
            tag("summary", word("in-words", lang)),
            tag("p", about),
            tag("ul", [tag("li", item) for item in items]),
            class_="rp-words",
        ),
        class_=f"rp rp-{kind}",
        lang=lang,
    )


def svg(*shapes, height, title=None, **attributes):
    """A drawing as wide as its place and `height` CSS pixels high. Widths in it are per cent, so text keeps its size."""
    named = tag("title", title) if title else None
    return tag("svg", named, *shapes, width="100%", height=height, focusable="false", aria_hidden="true", **attributes)


def percent(share):
    """A share from 0 to 1 as SVG and CSS write it."""
    return f"{100 * min(1, max(0, share)):.2f}%"


def capital(text):
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def amount(value, unit, book, lang):
    """A number with its unit: 50 条, 5,000 yuan, 1 year."""
    name = say(book.label("unit", unit), lang)
    if lang == "en" and value == 1:
        name = name.removesuffix("s")
    return f"{value:,} {name}"


def cites(book, ids, lang):
    """Names of articles in a row."""
    return say(Pair.join(book.cite(id) for id in ids), lang)


def unsure(status, lang):
    """The mark on a row that is not verified; None for one that is."""
    return None if status == "verified" else tag("span", word("confirm-locally", lang), class_="rp-unsure")


def unsure_words(status, lang):
    """The same for a sentence: empty where the row is verified."""
    return "" if status == "verified" else word("confirm-in-brackets", lang)


def known(book, id, on):
    """The Parameter in force that day, or None."""
    try:
        return book.parameter(id, on)
    except (NotInForce, UnknownId):
        return None


def stands(book, id, on):
    """Whether the provision is in force that day."""
    try:
        book.article(id, on)
    except (NotInForce, UnknownId):
        return False
    return True


def listed(texts, lang):
    """Texts in a row, as the language separates clauses."""
    return ("; " if lang == "en" else "；").join(texts)
