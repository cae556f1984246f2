"""rightdoor law diff: two versions of an article side by side, the changed words marked."""

import difflib
import re
import shutil
import sys
import unicodedata
from datetime import date

from rightdoor import tables
from rightdoor.tables.search import changes, predecessor
from rightdoor.text import Pair, convert, say

ALIKE = 0.3  # the least resemblance for two paragraphs to stand opposite each other
# Latin words stay whole, Chinese breaks anywhere; a mark stays with what it marks, punctuation with what it follows
TOKEN = re.compile(r"(?:\[-|\{\+)*(?:[A-Za-z0-9('\"][!-~]*|.)(?:-\]|\+\})?[，。；：、）”]* ?")
MARKS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}


def run_diff(args):
    """Print the older text at the left and the newer at the right: [-gone-], {+new+}. Exit 1: nothing to compare."""
    from rightdoor.cli.law import missing, print_json

    book = tables.load()
    try:
        two = chosen(book, args.article, args.old, args.new)
    except tables.NotInForce as error:
        return missing(error, args.lang)
    if two is None:
        only = book.versions(args.article)[-1]
        print(
            say(
                Pair(
                    f"没有可比的：{args.article} 只找到 {only.since} 起的一个版本。",
                    f"Nothing to compare: {args.article} has one version only, from {only.since}.",
                ),
                args.lang,
            ),
            file=sys.stderr,
        )
        return 1
    (old_id, old), (new_id, new) = two
    if args.json:
        pieces = [{"kind": kind, "text": text} for kind, text in changes(old.zh, new.zh)]
        print_json({"article": new_id, "old": _side(old_id, old), "new": _side(new_id, new), "pieces": pieces})
        return 0
    print(side_by_side(book, two, args.lang, shutil.get_terminal_size((100, 24)).columns))
    return 0


def chosen(book, id, old_day, new_day):
    """`((id, older Version), (id, newer Version))`, or None when there is nothing earlier to compare with.

    Without days: the latest version and what it took the place of, also under another number; an article that was
    renumbered away is compared with its successor.
    """
    versions = book.versions(id)
    new = tables.in_force(versions, new_day, id) if new_day else versions[-1]
    if old_day:
        old = tables.in_force(versions, old_day, id)
        if old is not new:
            return (id, old), (id, new)
        return ((id, old), _heir(book, old)) if old.succeeded_by and not new_day else None
    if before := predecessor(book, id, new):
        return before, (id, new)
    if new.succeeded_by and not new_day:
        return (id, new), _heir(book, new)
    return None


def _heir(book, version):
    return version.succeeded_by, tables.in_force(
        book.versions(version.succeeded_by), version.until, version.succeeded_by
    )


def side_by_side(book, two, lang, width):
    """The two versions as two columns for a screen `width` columns wide; English readers get the glosses first."""
    heads = [f"{say(book.cite(id), lang)}  {_span(version, lang)}" for id, version in two]
    old, new = (version for _, version in two)
    blocks = [heads]
    if lang == "en":
        blocks.append(["Unofficial plain-English gloss", "Unofficial plain-English gloss"])
        blocks += _paragraphs(_words(old.en), _words(new.en))
        blocks.append(["Chinese text", "Chinese text"])
    zh = [[convert(p) if lang == "zh-Hant" else p for p in version.zh.split("\n")] for version in (old, new)]
    blocks += _paragraphs(*zh)
    return "\n\n".join(_columns(left, right, width) for left, right in blocks)


def _span(version, lang):
    until = (
        Pair("尚未施行", "not yet in force")
        if version.since > date.today()
        else Pair("现行", "in force")
        if version.until is None
        else Pair(f"至 {version.until}（不含）", f"until {version.until}")
    )
    return say(Pair(f"{version.since} 起，{until.zh}", f"from {version.since}, {until.en}"), lang)


def _words(text):
    # words, so that a mark never cuts one in two
    return [re.findall(r"\S+\s*", text)]


def _paragraphs(old, new):
    """Pairs of marked paragraphs, each opposite the one that it most resembles; a paragraph may stand alone."""
    for i, j in _opposite(old, new):
        before, after = old[i] if i is not None else old[0][:0], new[j] if j is not None else new[0][:0]
        pieces = [(kind, "".join(text)) for kind, text in changes(before, after, 3 if isinstance(before, str) else 1)]
        yield [
            "".join(MARKS[kind].format(text) for kind, text in pieces if kind != absent) for absent in ("new", "gone")
        ]


def _opposite(old, new):
    """`(i, j)` in order: the pairing of paragraphs with the most in common; None where one has no partner."""
    best = {(0, 0): (0.0, ())}
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            ways = [best[i, j]] if (i, j) in best else []
            if i:
                ways.append((best[i - 1, j][0], (*best[i - 1, j][1], (i - 1, None))))
            if j:
                ways.append((best[i, j - 1][0], (*best[i, j - 1][1], (None, j - 1))))
            if (
                i
                and j
                and (alike := difflib.SequenceMatcher(None, old[i - 1], new[j - 1], autojunk=False).ratio()) > ALIKE
            ):
                ways.append((best[i - 1, j - 1][0] + alike, (*best[i - 1, j - 1][1], (i - 1, j - 1))))
            best[i, j] = max(ways, key=lambda way: way[0])
    return best[len(old), len(new)][1]


def _columns(left, right, width):
    half = max(16, (width - 3) // 2)
    lines = [_wrapped(left, half), _wrapped(right, half)]
    rows = []
    for i in range(max(map(len, lines))):
        a, b = (column[i] if i < len(column) else "" for column in lines)
        rows.append(f"{a}{' ' * (half - _width(a))} │ {b}".rstrip())
    return "\n".join(rows)


def _wrapped(text, width):
    lines, line, taken = [], "", 0
    for token in TOKEN.findall(text):
        for piece in [token] if _width(token.rstrip()) <= width else list(token):
            if taken + _width(piece.rstrip()) > width:
                lines.append(line.rstrip())
                line, taken = "", 0
            line, taken = line + piece, taken + _width(piece)
    return [*lines, line.rstrip()]


def _width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _side(id, version):
    until = "open" if version.until is None else str(version.until)
    return {"id": id, "from": str(version.since), "until": until, "text": {"zh": version.zh, "en": version.en}}
