"""The rows of the tables as frozen values, and the one rule of time: `[since, until)`, no cover, no answer."""

import re
from dataclasses import dataclass, field
from datetime import date

from rightdoor.text import Pair

NOTHING = Pair("", "")


class NotInForce(LookupError):
    """No version of `id` is in force on the day `on`; the table never answers with the nearest one.

    `versions`: those that do exist, which the sentence names.
    """

    def __init__(self, id, on, versions=()):
        self.id, self.on = id, on
        there = Pair.join([_span(v) for v in versions], "；", "; ")
        self.says = Pair(
            f"{id} 在 {on} 没有有效的文本。" + (f"现有：{there.zh}。" if versions else ""),
            f"{id} has no version in force on {on}." + (f" There is: {there.en}." if versions else ""),
        )
        super().__init__(self.says.en)


def _span(version):
    if version.until is None:
        return Pair(f"{version.since} 起", f"from {version.since}")
    return Pair(
        f"{version.since} 至 {version.until}（不含）", f"from {version.since} until {version.until} (exclusive)"
    )


class UnknownId(LookupError):
    """The table has no row of this id at all; `says` may tell more, such as that the article has no such paragraph."""

    def __init__(self, id, says=None):
        self.id = id
        self.says = says or Pair(f"没有编号为“{id}”的条目。", f"there is no entry with the id '{id}'.")
        super().__init__(self.says.en)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file: where (`file:row:column`), what, and how to mend it."""

    place: str
    says: Pair
    cure: Pair = NOTHING


def in_force(versions, on, id="the table"):
    """The one version whose `[since, until)` holds the date `on`. Raises NotInForce(id, on) when none does."""
    for version in reversed(versions):
        if version.since <= on:
            if version.until is None or on < version.until:
                return version
            break
    raise NotInForce(id, on, versions)


def periods(versions, id, place):
    """A Problem for each version that ends before it begins, or does not begin on the day the one before it ended.

    `place(i)` is the address of version `i`. A gap is a fault too: the table would have no answer there.
    """
    for i, after in enumerate(versions):
        if after.until is not None and after.until <= after.since:
            yield Problem(
                place(i),
                Pair(
                    f"{id}：{after.since} 起的一行，结束日不晚于开始日。",
                    f"{id}: the row from {after.since} ends on or before the day it begins.",
                ),
                Pair("核对 from 和 until。", "check from and until."),
            )
        before = versions[i - 1] if i else None
        if before and (before.until is None or before.until > after.since):
            yield Problem(
                place(i),
                Pair(
                    f"{id}：{after.since} 起的一行与前一行重叠或次序颠倒。",
                    f"{id}: the row from {after.since} overlaps the one before it or is out of order.",
                ),
                Pair(
                    "先结束前一行（填 until），再按日期先后排列。",
                    "end the earlier row (fill in until) and put the rows in date order.",
                ),
            )
        elif before and before.until < after.since:
            yield Problem(
                place(i),
                Pair(
                    f"{id}：{before.until} 至 {after.since} 之间没有任何一行。",
                    f"{id}: no row covers {before.until} to {after.since}.",
                ),
                Pair("补录这一段的版本，或改正日期。", "enter the version of that time, or correct the dates."),
            )


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, regulation or interpretation. `numbering` is "article" (第×条) or "section" (一、二、…)."""

    id: str
    title: Pair
    short: Pair
    issuer: Pair
    numbering: str = "article"


@dataclass(frozen=True, slots=True)
class Version:
    """The text of an article in one period. `succeeded_by` names the article that went on from it, if renumbered."""

    since: date
    until: date | None
    adopted: date
    zh: str
    en: str
    source: dict = field(compare=False)
    succeeded_by: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article with all its versions in date order."""

    id: str
    instrument: Instrument
    heading: Pair
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """What `Book.article` answers: an article, paragraph or item as it stood on one day, ready to be quoted.

    `doubts` are the open questions of watch.yaml that touch the article.
    """

    id: str
    article: str
    instrument: Instrument
    heading: Pair
    cite: Pair
    text_zh: str
    gloss_en: str
    since: date
    until: date | None
    adopted: date
    source: dict = field(compare=False)
    doubts: tuple[Pair, ...] = ()

    @property
    def title(self):
        """Short name of the instrument."""
        return self.instrument.short


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that the law sets, as it stood on one day."""

    id: str
    value: int
    unit: str
    basis: str
    label: Pair
    since: date
    until: date | None
    source: dict = field(compare=False)

    @property
    def status(self):
        """verified, secondary or unverified."""
        return self.source["status"]


@dataclass(frozen=True, slots=True)
class Door:
    """One dated row of channels.csv: a body or procedure that takes reports. Lists are tuples of vocabulary ids."""

    id: str
    since: date
    until: date | None
    succeeded_by: str
    name: Pair
    kind: str
    run_by: str
    accepts: tuple[str, ...]
    against: tuple[str, ...]
    level_rule: str
    modes: tuple[str, ...]
    anonymous: str
    refuses: tuple[tuple[str, str], ...]
    phone: str
    url: str
    deadline: tuple[str, ...]
    basis: tuple[str, ...]
    source: str
    checked: date
    status: str
    note: Pair


@dataclass(frozen=True, slots=True)
class Hearsay:
    """A piece of common advice, judged: verdict is sound, stale (since a date), wrong or incomplete."""

    id: str
    section: str
    claim: Pair
    verdict: str
    since: date | None
    right: Pair
    basis: tuple[str, ...]
    doors: tuple[str, ...]
    source: dict = field(compare=False)


@dataclass(frozen=True, slots=True)
class Watch:
    """An open question of the law or of our sources, and what it touches."""

    id: str
    question: Pair
    state: str
    touches: tuple[str, ...]
    meanwhile: Pair
    checked: date
    source: dict = field(compare=False)


# ---- article numbers ----------------------------------------------------------------------------------------

ADDRESS = re.compile(
    r"(?P<law>[a-z][a-z0-9-]*)/(?P<number>[0-9]+)(?:-(?P<sub>[0-9]+))?(?::(?P<para>[1-9][0-9]*)(?:\((?P<item>[1-9][0-9]*)\))?)?\Z"
)
ITEM = re.compile(r"[（(][一二三四五六七八九十]+[）)]|⒈|⒉|⒊|⒋|⒌|⒍|⒎|⒏")
DIGITS = "零一二三四五六七八九"


def numeral(n):
    """1 to 9999 in Chinese numerals as statutes write them: 253 is 二百五十三, 110 is 一百一十, 15 is 十五."""
    if 10 <= n < 20:
        return "十" + (DIGITS[n - 10] if n > 10 else "")
    out, zero = "", False
    for unit, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            out += ("零" if zero and out else "") + DIGITS[digit] + word
            zero = False
        else:
            zero = True
    return out


def cite(instrument, address):
    """How the provision at an ADDRESS match is named in a sentence, as a Pair."""
    number, sub, para, item = (address[g] and int(address[g]) for g in ("number", "sub", "para", "item"))
    zh = numeral(number) if instrument.numbering == "section" else f"第{numeral(number)}条"
    zh += f"之{numeral(sub)}" if sub else ""
    zh += f"第{numeral(para)}款" if para else ""
    zh += f"第（{numeral(item)}）项" if item else ""
    name = instrument.short.zh if "〔" in instrument.short.zh else f"《{instrument.short.zh}》"
    en = f"{instrument.short.en} art. {number}" + (f"-{sub}" if sub else "")
    en += f" para. {para}" if para else ""
    en += f" item ({item})" if item else ""
    return Pair(name + zh, en)


def part(text, para, item):
    """Paragraph `para` (from 1) of an article's text, or its item `item`; None when there is no such part.

    A line that begins with （一）, (一) or ⒈ belongs to the paragraph before it.
    """
    paragraphs = []
    for line in text.split("\n"):
        if paragraphs and ITEM.match(line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    if para > len(paragraphs):
        return None
    lines = paragraphs[para - 1]
    if not item:
        return "\n".join(lines)
    return lines[item] if item < len(lines) else None
