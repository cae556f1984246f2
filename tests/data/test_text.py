"""Traditional Chinese is derived, so what could go wrong is looked at once and kept.

zh_hant_golden.txt holds every place in the data, the lessons and the program where a character has more than one Traditional form,
with a character on each side. When a text changes, read what is new and write the file anew:

    python tests/data/test_text.py --write
"""

import re
import sys
from pathlib import Path

import pytest

from rightdoor import yamlfile
from rightdoor.text import LANGS, convert, data_folder, notebooks_folder, ui, ui_pair

GOLDEN = Path(__file__).with_name("zh_hant_golden.txt")
# Simplified characters that stand for several Traditional ones, as far as law and everyday prose may use them.
ONE_TO_MANY = (
    "板辟表别卜布才采厂冲丑出当党淀吊冬斗恶发范丰复干谷刮柜后胡划回汇获饥几荐姜借尽据卷克夸困腊累里历帘了蒙弥面蔑宁苹仆朴签秋曲"
    "舍沈升胜术松苏台坛涂团吁系咸向须叶游余御郁欲愿云芸脏占征症只致制志钟种周朱准筑于佣凶熏岳沾注帐账托杯伙伪伦玩并折毁巨"
)
HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
FIELD = re.compile(r"\{(\w+)\}")


def sources():
    """Every file whose Chinese is shown in Traditional script."""
    data = data_folder()
    yield from (
        data / "vocabulary.yaml",
        data / "channels.csv",
        data / "hearsay.yaml",
        data / "watch.yaml",
        data / "text" / "ui.yaml",
    )
    for folder in ("statutes", "parameters", "cases", "drills"):
        yield from sorted((data / folder).glob("*.yaml"))
    yield from sorted((notebooks_folder() / "src").glob("*.py"))
    yield from sorted((data.parent / "lib").rglob("*.py"))
    yield data.parent / "docs" / "data-notice.md"


def places():
    """`{Simplified: Traditional}` of each one-to-many character with its neighbours, as converted where it stands."""
    found = {}
    for path in sources():
        for run in HAN_RUN.findall(path.read_text("utf-8")):
            converted = convert(run)
            assert len(converted) == len(run), f"{path.name}: {run} becomes {converted}"
            for at in re.finditer(f"[{ONE_TO_MANY}]", run):
                window = slice(max(0, at.start() - 1), at.end() + 1)
                found.setdefault(run[window], set()).add(converted[window])
    return {key: " ".join(sorted(values)) for key, values in found.items()}


def head():
    """What the golden file says of itself: when it was read, and what for."""
    return [line for line in GOLDEN.read_text("utf-8").splitlines() if line.startswith("#")]


def golden():
    return dict(line.split("\t") for line in GOLDEN.read_text("utf-8").splitlines() if not line.startswith("#"))


def test_the_golden_file_says_when_it_was_read_whole():
    assert re.search(r"20\d\d-\d\d-\d\d", head()[0])


def test_every_ambiguous_place_was_looked_at():
    known, here = golden(), places()
    changed = [
        f"{key}: {known[key]} is now {here[key]}" for key in known.keys() & here.keys() if known[key] != here[key]
    ]
    new = [f"{key} → {here[key]}" for key in here.keys() - known.keys()]
    assert not changed, changed
    assert not new, f"read these, then run python tests/data/test_text.py --write: {new}"


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("个人信息保护法", "個人信息保護法"),
        ("行政复议", "行政復議"),
        ("复核", "復核"),
        ("学习了如何", "學習了如何"),
        ("不得采取技术侦查措施", "不得採取技術偵查措施"),
        ("征信信息", "徵信信息"),
        ("监察委员会", "監察委員會"),
        ("只见于转载", "只見於轉載"),
        ("滥用职权、玩忽职守", "濫用職權、玩忽職守"),
        ("监察人员不准私自留存", "監察人員不准私自留存"),
        ("个人信息不准确", "個人信息不準確"),
        ("正在运行；只准备，不打开", "正在運行；只準備，不打開"),
        ("他干的是不是公家的事", "他幹的是不是公家的事"),
        ("依法调取有关系统的查询日志", "依法調取有關系統的查詢日誌"),
        ("银行卡里还有多少钱", "銀行卡裡還有多少錢"),
        ("应当在受案登记时注明，并为其保密", "應當在受案登記時註明，並為其保密"),
    ],
)
def test_known_traps(simplified, traditional):
    assert convert(simplified) == traditional


def test_each_override_is_needed():
    """An override that changes nothing is dead weight: OpenCC alone must get it wrong."""
    from rightdoor import text

    phrases = yamlfile.read(data_folder() / "text" / "zh_hant.yaml")
    idle = [key for key, value in phrases.items() if text._opencc().convert(key) == value]
    # some phrases go wrong only inside a longer run of text
    context = {
        "只见": "清单只见于转载", "采取": "不得采取技术侦查", "复核": "向上一级申请复核", "卡里": "银行卡里还有多少钱"
    }  # fmt: skip
    assert [
        key for key in idle if text._opencc().convert(context.get(key, key)) == convert(context.get(key, key))
    ] == []


def test_words_of_the_interface_are_complete():
    words = yamlfile.read(data_folder() / "text" / "ui.yaml")
    for key in words:
        pair = ui_pair(key)
        assert pair.zh.strip() and pair.en.strip(), key
        assert sorted(FIELD.findall(pair.zh)) == sorted(FIELD.findall(pair.en)), (
            f"{key}: the halves name different fields"
        )
        values = dict.fromkeys(FIELD.findall(pair.zh), "x")
        assert all(ui(key, lang, **values) for lang in LANGS)


def test_every_key_that_the_library_asks_for_is_there_and_no_other():
    library = data_folder().parent / "lib" / "rightdoor"
    code = "\n".join(p.read_text("utf-8") for p in library.rglob("*.py"))
    words = set(yamlfile.read(data_folder() / "text" / "ui.yaml"))
    asked = set(re.findall(r"\bui(?:_pair)?\(\s*[\"']([a-z][a-z0-9-]*)[\"']", code))
    assert asked <= words, asked - words
    strings = set(re.findall(r"[\"']([a-z][a-z0-9-]*)[\"']", code))
    families = set(re.findall(r"f\"([a-z][a-z-]*-)\{", code))
    unused = {w for w in words - strings if not any(w.startswith(family) for family in families)}
    assert not unused, unused


if __name__ == "__main__" and "--write" in sys.argv:
    rows = [f"{k}\t{v}" for k, v in sorted(places().items())]
    GOLDEN.write_text("\n".join([*head(), *rows, ""]), encoding="utf-8", newline="\n")
