"""Numbers that point to a real person: identity cards, telephones, bank cards, car plates, as people really type them.

Full-width digits, spaces and hyphens inside a number make no difference. What is found can be masked. A name cannot be
found in this way, so a text in which nothing was found is not thereby free of personal information.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rightdoor.text import Pair

IDENTITY, IDENTITY_DOUBTFUL, MOBILE, LANDLINE, BANK_CARD, PLATE = (
    "identity-number", "identity-number-doubtful", "mobile", "landline", "bank-card", "plate",
)  # fmt: skip
NAMES = {
    IDENTITY: Pair("身份证号码", "identity-card number"),
    IDENTITY_DOUBTFUL: Pair("像身份证号码（最后一位对不上，可能抄错了）",
                            "what looks like an identity-card number (the check digit does not fit; perhaps miscopied)"),
    MOBILE: Pair("手机号码", "mobile number"),
    LANDLINE: Pair("座机号码", "landline number"),
    BANK_CARD: Pair("银行卡号", "bank-card number"),
    PLATE: Pair("车牌号", "car plate"),
}  # fmt: skip
SHOWN = {IDENTITY: (3, 2), IDENTITY_DOUBTFUL: (3, 2), MOBILE: (3, 2), LANDLINE: (0, 2), BANK_CARD: (0, 4)}

PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91".split()
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
CHECKS = "10X98765432"
EARLIEST_BIRTH = 1880
LONGEST = 19  # digits of a bank card

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
GAP = re.compile(rf"[\s{INVISIBLE}·・•.\-‐‑‒–—―−_/]{{0,3}}\Z")
AREA_GAP = re.compile(rf"[\s{INVISIBLE}·.\-‐‑‒–—―−_()]{{0,4}}\Z")
DIGITS = re.compile(r"[0-9]+")
AREA = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})\Z")
PLATE_PATTERN = re.compile(
    rf"[京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊使领領][\s{INVISIBLE}]?"
    rf"[A-Z][\s{INVISIBLE}·・•.\-—]{{0,2}}[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9挂掛学學警港澳](?![A-Z0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text: `kind` (a key of NAMES), where it stands (`start`, `end`) and its masked form."""

    kind: str
    start: int
    end: int
    masked: str

    @property
    def name(self):
        """What it is, as a Pair."""
        return NAMES[self.kind]


def look(text):
    """Every such number in a text, as a tuple of Found in order; none overlaps another."""
    plain = _half_width(text)
    runs = [match.span() for match in DIGITS.finditer(plain)]
    plates = [match.span() for match in PLATE_PATTERN.finditer(plain) if _has_two_digits(plain[slice(*match.span())])]
    found, at = [Found(PLATE, start, end, _masked_plate(text[start:end])) for start, end in plates], 0
    while at < len(runs):
        number = None if _inside(runs[at], plates) else _number_at(plain, runs, at)
        if number:
            kind, last, end = number
            start = runs[at][0]
            found.append(Found(kind, start, end, _masked(text[start:end], kind)))
            at = last
        at += 1
    return tuple(sorted(found, key=lambda f: f.start))


def mask(text):
    """The text with every number that `look` finds masked; the rest unchanged."""
    for found in reversed(look(text)):
        text = text[: found.start] + found.masked + text[found.end :]
    return text


def fits(number):
    """Whether 17 digits and a check character (digit or X) are consistent under GB 11643."""
    return CHECKS[sum(int(d) * w for d, w in zip(number[:17], WEIGHTS, strict=True)) % 11] == number[17].upper()


def luhn(number):
    """Whether the digits pass the Luhn check of bank cards."""
    doubled = (sum(divmod(2 * int(d), 10)) if i % 2 else int(d) for i, d in enumerate(reversed(number)))
    return sum(doubled) % 10 == 0


# ---- finding --------------------------------------------------------------------------------------------------------


def _half_width(text):
    """The text, character by character, with every kind of digit and Latin letter in its plain form."""
    return "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(character):
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _number_at(plain, runs, first):
    """`(kind, place of the last run, end)` of the best number that begins with a run of digits, or None."""
    best, digits, lengths = None, "", []
    for last in range(first, len(runs)):
        start, end = runs[last]
        if last > first and not AREA_GAP.match(plain[runs[last - 1][1] : start]):
            break
        digits += plain[start:end]
        lengths.append(end - start)
        if len(digits) > LONGEST:
            break
        close = all(GAP.match(plain[runs[i][1] : runs[i + 1][0]]) for i in range(first, last))
        kind, end = _kind(plain, digits, lengths, close, end)
        if kind and (best is None or STRENGTH[kind] <= STRENGTH[best[0]]):
            best = kind, last, end
    return best


STRENGTH = {IDENTITY: 0, MOBILE: 1, BANK_CARD: 2, LANDLINE: 3, IDENTITY_DOUBTFUL: 4}


def _kind(plain, digits, lengths, close, end):
    """What a run of digits is, and where it ends (an X may follow); `(None, end)` if it is nothing."""
    if close:
        identity, behind = _identity(plain, digits, end)
        if identity == IDENTITY:
            return identity, behind
        if _mobile(digits):
            return MOBILE, end
        if 16 <= len(digits) <= LONGEST and (min(lengths) >= 3 or set(lengths) == {1}) and luhn(digits):
            return BANK_CARD, end
        if identity:
            return identity, behind
    if _landline(digits, lengths):
        return LANDLINE, end
    return None, end


def _identity(plain, digits, end):
    tail = re.compile(rf"[\s{INVISIBLE}]?[xX](?![A-Za-z])").match(plain, end) if len(digits) == 17 else None
    number = digits + "X" if tail else digits
    if digits[:2] not in PROVINCES:
        return None, end
    if len(number) == 18 and _birth(number[6:14]):
        return IDENTITY if fits(number) else IDENTITY_DOUBTFUL, tail.end() if tail else end
    if len(number) == 15 and _birth("19" + number[6:12]):
        return IDENTITY_DOUBTFUL, end
    return None, end


def _birth(digits):
    try:
        return EARLIEST_BIRTH <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= date.today().year
    except ValueError:
        return False


def _mobile(digits):
    return re.fullmatch(r"(?:(?:00)?86)?1[3-9][0-9]{9}", digits) is not None


def _landline(digits, lengths):
    """A number with its area code: written in one, or area code, then the number in one or two pieces."""
    for code in (digits[:3], digits[:4]):
        rest = digits[len(code) :]
        if AREA.match(code) and len(rest) in ((8,) if len(code) == 3 else (7, 8)) and rest[0] in "2345678":
            return len(lengths) == 1 or (lengths[0] == len(code) and len(lengths) <= 3 and min(lengths[1:]) >= 3)
    return False


def _has_two_digits(plate):
    return sum(c.isdigit() for c in plate) >= 2


def _inside(run, spans):
    return any(start <= run[0] and run[1] <= end for start, end in spans)


# ---- masking --------------------------------------------------------------------------------------------------------


def _masked(written, kind):
    """The number with its middle replaced by stars; spaces and hyphens stay."""
    places = [i for i, c in enumerate(written) if _plain(c) in "0123456789Xx"]
    first, last = SHOWN[kind]
    if kind == LANDLINE:
        digits = "".join(_plain(written[i]) for i in places)
        first = 3 if AREA.match(digits[:3]) else 4
    hidden = set(places[first : len(places) - last])
    return "".join("*" if i in hidden else c for i, c in enumerate(written))


def _masked_plate(written):
    """Province, letter and the last character stay."""
    places = [i for i, c in enumerate(written) if c.isalnum()]
    hidden = set(places[2:-1])
    return "".join("*" if i in hidden else c for i, c in enumerate(written))
