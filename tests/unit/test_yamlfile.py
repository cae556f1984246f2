"""YAML is read as data and nothing else, and every refusal names the line."""

import pytest

from rightdoor import yamlfile
from rightdoor.yamlfile import YamlError, parse


def test_scalars_are_text_numbers_and_little_else():
    assert parse(
        "{on: yes, day: 2026-01-01, n: 12, x: 1.5, t: true, no: ~, octal: 010, big: 12345678901234567890123}"
    ) == {
        "on": "yes",
        "day": "2026-01-01",
        "n": 12,
        "x": 1.5,
        "t": True,
        "no": None,
        "octal": "010",
        "big": "12345678901234567890123",
    }
    assert parse("a: '12'\nb: \"true\"\n") == {"a": "12", "b": "true"}
    assert parse("") is None


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: 1\na: 2\n", 2, "twice"),
        ("a: &x 1\nb: *x\n", 1, "anchors"),
        ("a: !!python/object:os.system x\n", 1, "tags"),
        ("a: 1\n---\nb: 2\n", 2, "more than one"),
        ("a:\n  b: c: d\n", 2, "quotation marks"),
        ("a: {x: 1, y\n", 2, "bracket"),
        ("a:\n\t- b\n", 2, "spaces"),
        ("a: 'open\n", 2, "partner"),
        ("? [a]\n: 1\n", 1, "single word"),
        ("a: \x00\n", 1, "control"),
        ("a: \ud800\n", 1, "control"),
        ("- " * 60 + "x", 1, "deeply"),
        ("%YAML 9.9\n---\na: 1\n", 1, "YAML"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_not_data_is_refused_with_its_line(text, line, word):
    with pytest.raises(YamlError) as caught:
        parse(text, "x.yaml")
    assert caught.value.place == f"x.yaml:{line}" and word in caught.value.en
    assert caught.value.zh and not caught.value.zh.isascii()


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(YamlError, match="does not exist"):
        yamlfile.read(tmp_path / "none.yaml")
    (tmp_path / "gbk.yaml").write_bytes("a: 1\nb: 汉字\n".encode("gbk"))
    with pytest.raises(YamlError, match=r"gbk\.yaml:2: is not UTF-8"):
        yamlfile.read(tmp_path / "gbk.yaml")
    (tmp_path / "long.yaml").write_bytes(b"#" * (yamlfile.LARGEST + 1))
    with pytest.raises(YamlError, match="4 MB"):
        yamlfile.read(tmp_path / "long.yaml")
    (tmp_path / "bom.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    assert yamlfile.read(tmp_path / "bom.yaml") == {"a": 1}


def test_lines_of_entries(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("- id: a\n  text:\n    zh: x\n- {id: b}\n", encoding="utf-8")
    assert [yamlfile.line_of(path, keys) for keys in ([], [0], [0, "text", "zh"], [1, "id"], [0, "gone"], [9])] == [
        1,
        1,
        3,
        4,
        1,
        1,
    ]
