"""HTML as values: whatever is not already Markup is escaped, so that no text from outside can become a tag."""

import re
from html import escape

VOID = {"br", "hr", "input"}
# Control characters, and those that turn the direction of what follows: a text could pose as another with them
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


class Markup(str):
    """Text that is HTML already. Only `tag` and `join` of this module make it."""

    __slots__ = ()


def tag(name, /, *children, **attributes):
    """One element. Children are Markup, text (escaped) or None (left out).

    An attribute True is written bare; False and None are left out. `class_` and `for_` lose their underscore and
    `aria_label`, `data_do` get hyphens.
    """
    written = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children):
    """The children one after another; a list or tuple among them counts as its members."""
    return Markup("".join(_text(child) for child in children))


def button(words, do, of=None, look="", **attributes):
    """A button that asks the kernel to `do` something (to the thing `of`). `look`: "rs-primary", "rs-plain" or more."""
    return tag(
        "button", words, type="button", data_do=do, data_of=of, class_=f"rd-button {look}".rstrip(), **attributes
    )


def choose(name, choices, chosen="", **attributes):
    """A select of `(value, words)` pairs."""
    options = [tag("option", words, value=value, selected=value == chosen) for value, words in choices]
    return tag("select", options, name=name, **attributes)


def fold(handle, *content, opened=False, look="", **attributes):
    """A part that opens when its handle is pressed."""
    return tag(
        "details", tag("summary", handle), *content, open=opened, class_=f"rs-fold {look}".rstrip(), **attributes
    )


def capital(text):
    """The text with its first letter in upper case, as a heading or an entry of a list begins."""
    return text[:1].upper() + text[1:]


def lines(text):
    """Text with its line feeds kept as line breaks."""
    parts = []
    for i, line in enumerate(text.split("\n")):
        parts += [tag("br"), line] if i else [line]
    return join(*parts)


def _text(child):
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child
    if isinstance(child, list | tuple):
        return join(*child)
    return escape(plain(child))


def plain(value):
    """A value as text in which nothing is unseen: control and direction-changing characters become �."""
    return UNSEEN.sub("\ufffd", str(value))


def _attribute(key, value):
    if value is None or value is False:
        return ""
    return f" {key}" if value is True else f' {key}="{escape(plain(value))}"'
