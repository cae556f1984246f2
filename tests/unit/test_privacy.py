"""The privacy linter against numbers as people type them. Every number here is made by rule; none belongs to anybody."""

import itertools
import string
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rightdoor import privacy
from rightdoor.privacy import BANK_CARD, IDENTITY, IDENTITY_DOUBTFUL, LANDLINE, MOBILE, PLATE, look, mask
from rightdoor.text import LANGS, say

FULL_WIDTH = str.maketrans(string.digits + "X", "０１２３４５６７８９Ｘ")
GAPS = st.sampled_from(["", " ", "　", "-", "－", "\u200b", " - ", "\u00a0"])
WORDS = st.sampled_from(["", "电话：", "他说", "号码是", "。", "（", "）", "，", "卡号", "\n"])


def check(first17):
    """The check character, by the definition of ISO 7064 MOD 11-2 rather than by the table of the library."""
    return next(c for c in "0123456789X" if (sum(
        int(d) * 2 ** (17 - i) for i, d in enumerate(first17)) + (10 if c == "X" else int(c))) % 11 == 1)  # fmt: skip


@st.composite
def first17(draw):
    province = draw(st.sampled_from(sorted(privacy.PROVINCES)))
    born = draw(st.dates(min_value=date(1920, 1, 1), max_value=date(2020, 12, 31)))
    return f"{province}{draw(st.integers(0, 9999)):04}{born:%Y%m%d}{draw(st.integers(0, 999)):03}"


def identity_numbers():
    return first17().map(lambda n: n + check(n))


def card_numbers():
    def completed(digits):
        return next(digits + last for last in string.digits if privacy.luhn(digits + last))

    return st.from_regex(r"62[0-9]{13,16}", fullmatch=True).map(completed)


mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


@st.composite
def typed(draw, numbers, cuts):
    """A number as it is typed: perhaps in groups with a gap between them, perhaps full width."""
    number, gap = draw(numbers), draw(GAPS)
    parts, at = [], 0
    for size in (*cuts, len(number)):
        parts.append(number[at : at + size])
        at += size
    written = gap.join(p for p in parts if p)
    return written.translate(FULL_WIDTH) if draw(st.booleans()) else written


def kinds(text):
    return [found.kind for found in look(text)]


@pytest.mark.parametrize(
    ("numbers", "cuts", "kind"),
    [(identity_numbers(), (6, 8), IDENTITY), (mobiles, (3, 4), MOBILE), (card_numbers(), (4, 4, 4), BANK_CARD)],
    ids=["identity", "mobile", "card"],
)
def test_a_number_is_found_however_it_is_typed(numbers, cuts, kind):
    @given(typed(numbers, cuts), WORDS, WORDS)
    def check_it(written, before, after):
        text = before + written + after
        found = look(text)
        assert [f.kind for f in found] == [kind], text
        assert text[found[0].start : found[0].end] == written
        assert not look(mask(text)), "a masked text holds nothing to be found"
        assert len(mask(text)) == len(text) and mask(text).startswith(before) and mask(text).endswith(after)

    check_it()


@given(first17(), st.sampled_from("0123456789X"))
def test_only_the_right_check_digit_makes_an_identity_number(digits, last):
    right = last == check(digits)
    assert privacy.fits(digits + last) is right
    found = kinds(digits + last)
    assert (IDENTITY in found) is right
    if not right:
        assert found in ([IDENTITY_DOUBTFUL], [BANK_CARD]), "a miscopied number is still pointed out"


@given(card_numbers(), st.integers(0, 14), st.integers(1, 9))
def test_a_card_number_with_one_wrong_digit_is_none(number, place, shift):
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert not privacy.luhn(wrong)
    assert BANK_CARD not in kinds(wrong)


@given(st.text(max_size=120))
def test_any_text_can_be_looked_at_and_masked(text):
    found = look(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found)), "nothing overlaps"
    assert all(f.end - f.start == len(f.masked) for f in found)
    assert not look(mask(text))


@given(first17(), mobiles)
def test_two_numbers_side_by_side_are_two(digits, mobile):
    assume(digits[0] != "0")
    assert kinds(f"{digits}{check(digits)} {mobile}") == [IDENTITY, MOBILE]


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("010-66551234", LANDLINE, "010-******34"),
        ("（0571）8800 1234", LANDLINE, "（0571）**** **34"),
        ("05718800123", LANDLINE, "0571*****23"),
        ("+86 138-0013-8000", MOBILE, "+86 1**-****-**00"),
        ("京A·12345", PLATE, "京A·****5"),
        ("粤b12345d", PLATE, "粤b*****d"),
        ("粵Ｂ１２３４５", PLATE, "粵Ｂ****５"),
        ("110105491231002", IDENTITY_DOUBTFUL, "110**********02"),
        ("11010519491231002x", IDENTITY, "110*************2x"),
    ],
)
def test_known_forms(text, kind, masked):
    assert kinds(text) == [kind]
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "打 12388、12389 或者 110", "法释〔2017〕10号第五条", "2026-11-24 2026-11-25 2026-11-26", "违法所得 50000 元，88985 条",
        "案号（2025）闽0102刑初1234号", "第253条之一 1 2 3 4 5 6 7 8 9 10 11", "新ABCDEF", "邮编 350001", "",
    ],
)  # fmt: skip
def test_numbers_of_the_trade_are_left_alone(text):
    assert look(text) == () and mask(text) == text


def test_every_kind_has_a_name_in_every_script():
    assert all(say(name, lang) for name in privacy.NAMES.values() for lang in LANGS)
    assert set(privacy.SHOWN) | {PLATE} == set(privacy.NAMES)
