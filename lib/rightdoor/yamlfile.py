"""Read YAML as data and nothing else: the one place that parses it.

Plain YAML would turn the key `on` into True, accept a key written twice and expand aliases without end.
Here a scalar is text, a whole or decimal number, true, false or null; a second key of the same name, an
anchor, a tag or a file over 4 MB is refused with the file and the line. Dates stay text.
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

LARGEST = 4_000_000
DEEPEST = 40
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
WHOLE = re.compile(r"-?(0|[1-9][0-9]*)\Z")
# characters that hide or reorder text, control characters, and the mark of letters lost in a conversion
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+\Z")

# What the parser most often stumbles over, by a few words of its own message: why, and what to do
STUMBLES = {
    "mapping values are not allowed": (
        "这里不能有“: ”：值里有冒号加空格时，整段要加引号；否则检查缩进。",
        "a ': ' cannot stand here: put a text that holds a colon and a space in quotation marks, or check the indent.",
    ),
    "cannot start any token": (
        "这里不能用这个字符（如 Tab、@、`）：改用空格，或给整段加引号。",
        "this character (a tab, @ or `) cannot stand here: use spaces, or quotation marks.",
    ),
    "expected ',' or": (
        "花括号或方括号里少了逗号或右括号：补上；值里有逗号时要加引号。",
        "a comma or closing bracket is missing: add it; a text that holds a comma needs quotation marks.",
    ),
    "quoted scalar": ("引号没有成对：补上另一个。", "a quotation mark lacks its partner: add it."),
    "could not find expected ':'": (
        "键后面缺少“: ”：补上冒号和空格。",
        "the ': ' after a key is missing: add the colon and a space.",
    ),
    "control characters are not allowed": ("文件里有控制字符：删去它。", "there is a control character: remove it."),
}
STUMBLE = (
    "这一行不是合格的 YAML：请检查缩进、冒号后的空格和引号。",
    "this line is not valid YAML: check the indentation, the space after the colon and the quotes.",
)


class YamlError(ValueError):
    """The file cannot be read as data. `place` is `file:line`; `zh` and `en` say why and what to do."""

    def __init__(self, place, zh, en):
        super().__init__(f"{place}: {en}")
        self.place, self.zh, self.en = place, zh, en


def read(path):
    """The content of the file as dicts, lists, str, int, float, bool and None. Raises YamlError."""
    return parse(text_of(path), Path(path).name)


def parse(text, name="yaml"):
    """The same from a string; `name` stands for the file in messages. Raises YamlError."""
    try:
        return _Reader(text, name).document()
    except yaml.YAMLError as error:
        raise YamlError(f"{name}:{_line(error, text)}", *_stumble(error)) from None
    except UnicodeEncodeError as error:  # half a surrogate pair, which no file can hold but a string may
        line = text.count("\n", 0, error.start) + 1
        raise YamlError(f"{name}:{line}", *STUMBLES["control characters are not allowed"]) from None


def text_of(path):
    """The file's text, without a byte-order mark. Raises YamlError: missing, too large, not UTF-8."""
    path = Path(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise YamlError(path.name, "文件不存在：请放回原处。", "does not exist: put it back.") from None
    except OSError:
        raise YamlError(path.name, "文件打不开：请检查权限。", "cannot be opened: check its permissions.") from None
    if len(raw) > LARGEST:
        raise YamlError(
            path.name, "文件超过 4 MB，不予读取：分成几个文件。", "is larger than 4 MB and is not read: split it."
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise YamlError(
            f"{path.name}:{line}",
            "不是 UTF-8 编码：运行 rightdoor check --fix，或另存为 UTF-8。",
            "is not UTF-8: run rightdoor check --fix, or save it as UTF-8.",
        ) from None


def line_of(path, keys):
    """The line, from 1, where the value under `keys` (dict keys and list positions) stands, or the nearest above it."""
    node = _nodes(text_of(path))
    line = 1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            pairs = [(k, v) for k, v in node.value if k.value == str(key)]
            if not pairs:
                break
            line, node = pairs[0][0].start_mark.line + 1, pairs[0][1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line + 1
        else:
            break
    return line


@lru_cache(maxsize=2)
def _nodes(text):
    # many faults of one file ask for its lines, one after the other
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def _line(error, text):
    if mark := getattr(error, "problem_mark", None):
        return mark.line + 1
    return text.count("\n", 0, getattr(error, "position", None) or 0) + 1


def _stumble(error):
    said = str(error)
    return next((words for part, words in STUMBLES.items() if part in said), STUMBLE)


class _Reader:
    def __init__(self, text, name):
        self.name, self.text = name, text
        self.events = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.depth = 0

    def document(self):
        value, documents = None, 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._error(
                        event,
                        "一个文件只能有一份内容：删去多出来的“---”。",
                        "holds more than one document: remove the second '---'.",
                    )
            elif isinstance(event, yaml.NodeEvent):
                value = self.node(event)
        return value

    def node(self, event):
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag not in (None, "!"):
            raise self._error(
                event,
                "不允许使用锚点、别名或标签：以 &、*、! 开头的文字要加引号。",
                "anchors, aliases and tags are not allowed: put a text that begins with &, * or ! in quotation marks.",
            )
        if isinstance(event, yaml.ScalarEvent):
            self.nothing_escaped(event)
            return event.value if not event.implicit[0] else _plain(event.value)
        self.depth += 1
        if self.depth > DEEPEST:
            raise self._error(event, "嵌套太深：去掉多余的层。", "is nested too deeply: take the needless levels out.")
        value = self.mapping() if isinstance(event, yaml.MappingStartEvent) else self.sequence()
        self.depth -= 1
        return value

    def sequence(self):
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event))
        return items

    def mapping(self):
        found = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error(event, "键必须是一个词：改成一个词。", "a key must be a single word: make it one.")
            self.nothing_escaped(event)
            if event.value in found:
                raise self._error(
                    event,
                    f"键“{event.value[:80]}”写了两次：删去一个。",
                    f"the key '{event.value[:80]}' is written twice: remove one.",
                )
            found[event.value] = self.node(next(self.events))
        return found

    def nothing_escaped(self, event):
        """Refuse what would hide, reorder or command once shown, written so that the file does not show it: "\\e"."""
        hidden = event.style == '"' and UNSEEN.search(event.value)
        if hidden and hidden[0] not in self.text:
            code = f"U+{ord(hidden[0]):04X}"
            raise self._error(
                event,
                f"引号里用反斜线写了看不见的或控制用的字符（{code}）：删去它。",
                f"a backslash in quotation marks stands for a hidden or control character ({code}): remove it.",
            )

    def _error(self, event, zh, en):
        return YamlError(f"{self.name}:{event.start_mark.line + 1}", zh, en)


def _plain(word):
    if word in WORDS:
        return WORDS[word]
    if len(word) < 20:
        if WHOLE.match(word):
            return int(word)
        if DECIMAL.match(word):
            return float(word)
    return word
