"""A paragraph of a paper, before it is written in any format."""

from dataclasses import dataclass

from rightdoor.text import Pair

NOTHING = Pair("", "")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: `kind` is title, to, heading, text, item, note, sign, break or table; `note` is a remark to the
    writer that stands beside the text, not in it. A table has `rows` of Pairs, the first of them its head."""

    kind: str
    text: Pair = NOTHING
    note: Pair | None = None
    rows: tuple = ()
