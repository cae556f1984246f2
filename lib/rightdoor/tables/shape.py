"""The published shape of a YAML file (data/schemas/*.json), and what is wrong with one, told in sentences of ours."""

import json
import re
from functools import lru_cache

import jsonschema_rs

from rightdoor import yamlfile
from rightdoor.tables.rows import Problem
from rightdoor.text import Pair, data_folder

# characters that hide or reorder text, control characters, and the mark of letters lost in a conversion
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]")
DATE_OR_OPEN = Pair("写成 2026-01-31；仍有效则写 open。", "write it as 2026-01-31, or open if it still holds.")
DATE = Pair("写成 2026-01-31 这样真实的日期。", "write a real date, as in 2026-01-31.")
COMPARE = Pair("对照同一文件中的其他条目改正。", "compare it with the other entries of the same file.")
ADD = Pair("补上它。", "add it.")
TYPES = {
    "string": Pair("文字（像数字或 true 的文字要加引号）", "text (with quotation marks if it looks like a number)"),
    "integer": Pair("整数", "a whole number"),
    "number": Pair("数字", "a number"),
    "boolean": Pair("true 或 false", "true or false"),
    "array": Pair("列表", "a list"),
    "object": Pair("一组“键: 值”", "a set of 'key: value' lines"),
    "null": Pair("空", "nothing"),
}


@lru_cache
def _validator(name):
    schema = json.loads((data_folder() / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return jsonschema_rs.validator_for(schema, validate_formats=True)


def yaml_file(path, schema, problems, label=None):
    """The content of a YAML file that fits data/schemas/<schema>.json, or None with the reasons added to `problems`."""
    content, faults = checked(path, schema, label or path.name)
    problems.extend(problem for _, problem in faults)
    return None if faults else content


def checked(path, schema, label):
    """`(content, [(keys, Problem)])`: what the file says and every fault of its shape, with the keys that lead to it.

    A file that cannot be read at all has None for content and () for keys; a hidden character has None for keys.
    """
    try:
        text = yamlfile.text_of(path)
        content = yamlfile.parse(text, label)
    except yamlfile.YamlError as error:
        place = error.place if error.place.startswith(label) else error.place.replace(path.name, label, 1)
        return None, [((), Problem(place, Pair(error.zh, error.en)))]
    faults = [(None, _unseen(label, text, match)) for match in UNSEEN.finditer(text)]
    validator = _validator(schema)
    if not validator.is_valid(content):
        faults += _faults(path, label, content, validator)
    return content, faults


def _unseen(label, text, match):
    code = f"U+{ord(match[0]):04X}"
    return Problem(
        f"{label}:{text.count(chr(10), 0, match.start()) + 1}",
        Pair(
            f"有看不见的、控制用的或已损坏的字符（{code}）。", f"holds a hidden, control or damaged character ({code})."
        ),
        Pair(
            "删去它；文字已损坏的，从来源重新录入。",
            "remove it; enter the text again from its source if it is damaged.",
        ),
    )


def _faults(path, label, content, validator):
    seen = set()
    for error in validator.iter_errors(content):
        keys = tuple(error.instance_path)
        name = type(error.kind).__name__
        if name in ("Format", "Pattern"):
            if keys in seen:
                continue  # a date that is wrong in two ways is one fault to its reader
            seen.add(keys)
        says, cure = _told(name, error, keys)
        where = ".".join(str(k) for k in keys)
        yield (
            keys,
            Problem(
                f"{label}:{yamlfile.line_of(path, keys)}",
                Pair(f"{where} {says.zh}".lstrip(), f"{where} {says.en}".lstrip()),
                cure,
            ),
        )


def _told(name, error, keys):
    """`(what is wrong, how to mend it)` for one finding of the validator."""
    kind, shown = error.kind, shorten(error.instance)
    if name == "Required":
        return Pair(f"缺少“{kind.property}”。", f"'{kind.property}' is missing."), ADD
    if name == "AdditionalProperties":
        words = [shorten(word) or '""' for word in kind.unexpected]
        return (
            Pair(f"有不认识的键：{'、'.join(words)}。", f"has a key that does not belong here: {', '.join(words)}."),
            Pair("改正拼写，或删去。", "correct its spelling, or remove it."),
        )
    if name == "Enum":
        options = [str(option) for option in kind.options]
        return (
            Pair(f"“{shown}”不是这里允许的词。", f"'{shown}' is not one of the words allowed here."),
            Pair(f"可用：{'、'.join(options)}。", f"use one of: {', '.join(options)}."),
        )
    if name == "Type":
        types = [TYPES.get(t, Pair(t, t)) for t in kind.types]
        wanted = Pair.join(types, "或", " or ")
        return Pair(f"“{shown}”类型不对。", f"'{shown}' has the wrong type."), Pair(
            f"应为{wanted.zh}。", f"it must be {wanted.en}."
        )
    if name == "AnyOf" and keys and keys[-1] == "until":
        return Pair(f"“{shown}”不是日期。", f"'{shown}' is not a date."), DATE_OR_OPEN
    if name == "Format" or (name == "Pattern" and kind.pattern.startswith("^(19|20)")):
        return Pair(f"“{shown}”不是真实的日期。", f"'{shown}' is not a real date."), DATE
    return _told_of_form(name, kind, shown)


def _told_of_form(name, kind, shown):
    if name in ("MinLength", "MinItems", "MinProperties"):
        return Pair("不能为空。", "must not be empty."), ADD
    if name == "Pattern":
        return _told_of_pattern(kind.pattern, shown)
    if name == "PropertyNames":
        return (
            Pair("有一个键的写法不合规定。", "has a key that is not written as required."),
            Pair("键用小写字母、数字和连字符。", "keys are lower-case letters, digits and hyphens."),
        )
    if name == "Minimum":
        return Pair(f"“{shown}”太小。", f"'{shown}' is too small."), Pair(
            f"最小为 {kind.limit}。", f"the least is {kind.limit}."
        )
    return Pair(f"“{shown}”不合规定的格式。", f"'{shown}' does not have the required shape."), COMPARE


def _told_of_pattern(pattern, shown):
    if "u4e00" in pattern or "一" in pattern:
        return (
            Pair(f"“{shown}”里没有汉字。", f"'{shown}' holds no Chinese character."),
            Pair("zh 写中文。", "zh is the Chinese half."),
        )
    if pattern == "[A-Za-z]":
        return (
            Pair(f"“{shown}”里没有拉丁字母。", f"'{shown}' holds no Latin letter."),
            Pair("en 写英文。", "en is the English half."),
        )
    if pattern == r"\S":
        return Pair("不能为空。", "must not be empty."), ADD
    example = "police-law/46-1:2(3)" if "/" in pattern else "police-inspectorate"
    return (
        Pair(f"“{shown}”的写法不合规定。", f"'{shown}' is not written as required."),
        Pair(
            f"用小写字母、数字和连字符，例如 {example}。",
            f"use lower-case letters, digits and hyphens, as in {example}.",
        ),
    )


def shorten(value, most=40):
    """A value from a file, short enough to be named in a sentence; what cannot be seen is written out."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", " ".join(text.split()))
    return text if len(text) <= most else text[:most] + "…"
