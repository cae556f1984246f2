"""Find articles by words or number, and compare two versions of one.

Queries are folded: Simplified and Traditional, full and half width, 第二百五十三条之一 and 253-1 are the same.
"""

import difflib
import re
from functools import lru_cache

from rightdoor.tables.rows import DIGITS, numeral
from rightdoor.text import fold

LONGEST = 2000  # characters of a query: a pasted article, not a pasted book
CHINESE = "[零〇一二三四五六七八九十百千]+"
SUB = f"(?P<m>[0-9]{{1,2}}|{CHINESE})"
# 第二百五十三条之一, 1034条, 253条之1; the 条 makes it a number wherever it stands
WITH_WORD = re.compile(f"第?(?P<n>[0-9]{{1,4}}|{CHINESE})条(?:(?:之|-){SUB})?")
# 253-1, 253之一, 46, 二五三: a number of its own, or at the end of a name (刑法253, 民法典1034)
ALONE = re.compile(
    f"(?:(?<=[\u4e00-\u9fff])|^)(?P<n>[0-9]{{1,4}})(?:(?:之|-){SUB})?$|^(?P<c>{CHINESE})(?:(?:之|-)(?P<k>[0-9]{{1,2}}|{CHINESE}))?$"
)
BREAKS = re.compile(r"[\s《》〈〉“”\"'‘’,，、;；:：.。!！?？()（）|]+")
UNITS = {"十": 10, "百": 100, "千": 1000}


def whole(written):
    """The number that Arabic or Chinese numerals write: 二百五十三 and 二五三 are 253."""
    written = written.replace("〇", "零")
    if re.fullmatch("[0-9]+", written):
        return int(written)
    if not any(character in UNITS for character in written):
        return int("".join(str(DIGITS.index(character)) for character in written[:4]))
    total = digit = 0
    for character in written:
        if character in UNITS:
            total += (digit or 1) * UNITS[character]
            digit = 0
        else:
            digit = DIGITS.index(character)
    return total + digit


def search(book, query):
    """Ids of the articles that hold every word of the query (in text, gloss, heading or name) and bear its number.

    First those that bear the number, then those whose name or heading matches, then those whose text does; an article
    that cites the number comes with the texts. No words, or more than LONGEST characters, find nothing.
    """
    numbers, words = _wanted(query)
    hits = []
    for id, (names, text) in _index(book).items():
        borne = [number in (id.partition("/")[2], id) for number, _ in numbers]
        if not all(b or (literal and literal.search(text)) for b, (_, literal) in zip(borne, numbers, strict=True)):
            continue
        if all(word in names or word in text for word in words):
            hits.append((not all(borne), not all(word in names for word in words), id))
    # a number that no article bears is looked for as it was typed
    if not hits and numbers and all(literal is None for _, literal in numbers):
        words += [number for number, _ in numbers]
        hits = [
            (0, 0, id)
            for id, found in _index(book).items()
            if all(any(word in part for part in found) for word in words)
        ]
    return [id for _, _, id in sorted(hits, key=lambda hit: hit[:2])] if numbers or words else []


def _wanted(query):
    """`(numbers, words)` of a query; a number is `(253-1, how a text would cite it or None)`."""
    query = "".join(c if c.isprintable() else " " for c in query)
    if len(query) > LONGEST:
        return [], []
    numbers, words = [], []
    for token in filter(None, re.split(r"\s+", fold(query))):
        if exact := re.fullmatch(r"([a-z][a-z0-9-]*/[0-9]+(?:-[0-9]+)?)(?::.*)?", token):
            numbers.append((exact[1], None))
            continue
        for word in filter(None, BREAKS.split(WITH_WORD.sub(lambda m: _cited(m, numbers), token))):
            words += _word_or_number(word, numbers)
    return numbers, words


def _cited(match, numbers):
    n, m = whole(match["n"]), match["m"] and whole(match["m"])
    text = f"{numeral(n)}条" + (f"之{numeral(m)}" if m else "")
    # 五十条 is neither 二百五十条 nor 五十条之一
    numbers.append((f"{n}-{m}" if m else str(n), re.compile(f"(?<!{CHINESE[:-1]}){text}(?!之)")))
    return " "


def _word_or_number(word, numbers):
    match = ALONE.search(word)
    if not match or (match["c"] and len(word) == 1):
        return [word]
    n, m = match["n"] or match["c"], match["m"] or match["k"]
    numbers.append((f"{whole(n)}-{whole(m)}" if m else str(whole(n)), None))
    name = word[: match.start()].rstrip("第")
    return [name] if name else []


@lru_cache(maxsize=2)
def _index(book):
    index = {}
    for id, article in book.articles.items():
        law = article.instrument
        names = (law.id, law.title.zh, law.short.zh, law.title.en, article.heading.zh, article.heading.en)
        text = " ".join(f"{version.zh} {version.en}" for version in article.versions).replace("\n", "")
        index[id] = (fold(" ".join(names)), fold(text))
    return index


def predecessor(book, id, version):
    """`(article id, Version)` that `version` of the article `id` took the place of; None when it is the first.

    Renumbering is followed: what another article handed on comes before an earlier text under the same number.
    """
    for article in book.articles.values():
        for earlier in article.versions:
            if earlier.succeeded_by == id and earlier.until == version.since and article.id != id:
                return article.id, earlier
    before = [v for v in book.versions(id) if v.until == version.since and v.succeeded_by in (None, id)]
    return (id, before[-1]) if before else None


SHORTEST = 3  # characters in common between two changes that are worth showing as kept


def changes(old, new, shortest=SHORTEST):
    """How `new` differs from `old`, as `(same|gone|new, text)` pieces in reading order.

    Both may be lists of words; then each piece is a list. Less than `shortest` in common is told as changed.
    """
    gone, came, at = old[:0], new[:0], (0, 0)
    for a, b, size in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        gone, came = gone + old[at[0] : a], came + new[at[1] : b]
        at = a + size, b + size
        if size and size < shortest and (gone or came) and at != (len(old), len(new)):
            gone, came = gone + old[a : at[0]], came + new[b : at[1]]
            continue
        yield from (piece for piece in (("gone", gone), ("new", came), ("same", old[a : at[0]])) if piece[1])
        gone, came = old[:0], new[:0]
