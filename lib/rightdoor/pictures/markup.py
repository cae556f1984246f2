"""HTML and SVG as values: whatever is not Markup already is escaped, so that no text of the tables becomes a tag."""

from html import escape

VOID = frozenset(
    {"br", "line", "meta", "rect", "circle", "path"}
)  # written without an end tag; those of SVG with a slash


class Markup(str):
    """Text that is HTML already. Only `tag` and `join` of this module make it."""

    __slots__ = ()


def tag(name, /, *children, **attributes):
    """One element. Children are Markup, text (escaped), lists of either, or None (left out).

    An attribute True is written bare, False and None are left out. `class_` loses its underscore, `aria_label` gets a
    hyphen; the names of SVG that are written with capitals (`viewBox`) keep them.
    """
    written = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{written}/>")
    return Markup(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children):
    """The children one after another; a list or tuple among them counts as its members."""
    return Markup("".join(_text(child) for child in children))


def _text(child):
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child
    if isinstance(child, list | tuple):
        return join(*child)
    return escape(str(child))


def _attribute(key, value):
    if value is None or value is False:
        return ""
    return f" {key}" if value is True else f' {key}="{escape(str(value))}"'
