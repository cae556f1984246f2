"""Folding makes one spelling of width, script and case."""

from rightdoor.text import fold


def test_width_script_and_case_are_one():
    assert fold("ＰＩＰＬ　４７") == fold("pipl 47") == "pipl 47"
    assert fold("個人資訊保護法") == "个人资讯保护法"
    assert fold("徵信、行蹤軌跡") == fold("征信、行踪轨迹")
    assert fold("第２５３條") == "第253条"


def test_what_is_folded_stays_folded():
    for text in ("個人信息", "ＡＢＣ", "第二百五十三條之一", ""):
        assert fold(fold(text)) == fold(text)
