"""Find articles by words or number, and compare two versions of one.

Queries are folded: Simplified and Traditional, full and half width, 第二百五十三条之一 and 253-1 are the same.
"""

import difflib
import re
from functools import lru_cache

from rightdoor.tables.rows import DIGITS
from rightdoor.text import fold

NUMBER = re.compile(
    r"第?(?P<n>[0-9]+|[零〇一二三四五六七八九十百千]+)条(?:(?:之|-)(?P<m>[0-9]+|[一二三四五六七八九十]+))?"
    r"|(?<![0-9])(?P<n2>[0-9]+)(?:-|之)(?P<m2>[0-9]+|[一二三四五六七八九十]+)(?![0-9])"
    r"|(?<![0-9-])(?P<n3>[0-9]{1,4})(?![0-9-])"
)
UNITS = {"十": 10, "百": 100, "千": 1000}


def whole(numeral):
    """The number that Arabic or Chinese numerals write: 二百五十三 is 253."""
    if numeral.isdigit():
        return int(numeral)
    total = digit = 0
    for character in numeral.replace("〇", "零"):
        if character in UNITS:
            total += (digit or 1) * UNITS[character]
            digit = 0
        else:
            digit = DIGITS.index(character)
    return total + digit


def search(book, query):
    """Ids of the articles that hold every word of the query (in text, gloss, heading or name) and bear its number.

    Articles whose name or heading matches come first, then in the order of the tables.
    """
    query = fold(query)
    law, slash, _ = query.partition("/")
    words_of_law = [law] if slash else []
    rest = query[len(law) + 1:] if slash else query
    numbers = [_number(m) for m in NUMBER.finditer(rest)]
    words = words_of_law + [w for w in re.split(r"[\s《》,，、:：()（）]+", NUMBER.sub(" ", rest)) if w and not (slash and w.isdigit())]
    hits = []
    for id, (names, text) in _index(book).items():
        if numbers and id.partition("/")[2] not in numbers:
            continue
        if all(word in names or word in text for word in words):
            hits.append((not all(word in names for word in words), id))
    return [id for _, id in sorted(hits, key=lambda hit: hit[0])] if numbers or words else []


def _number(match):
    n, m = match["n"] or match["n2"] or match["n3"], match["m"] or match["m2"]
    return f"{whole(n)}-{whole(m)}" if m else str(whole(n))


@lru_cache(maxsize=2)
def _index(book):
    return {
        id: (fold(" ".join((id.partition("/")[0], a.instrument.title.zh, a.instrument.short.zh, a.instrument.title.en, a.heading.zh, a.heading.en))),
             fold(" ".join(v.zh + " " + v.en for v in a.versions).replace("\n", "")))
        for id, a in book.articles.items()
    }


def changes(old, new):
    """How `new` differs from `old`, as `(same|gone|new, text)` pieces in reading order."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            yield "same", old[a:b]
        else:
            if b > a:
                yield "gone", old[a:b]
            if d > c:
                yield "new", new[c:d]
