"""What a template asks for: its cell tagged `parameters`, compared with what it is given before anything runs.

papermill only logs a parameter that a template does not know and lets the run succeed; here it is refused.
"""

import re
from datetime import date

from rightdoor.records.event import CODE
from rightdoor.text import LANGS, Pair

TYPES = {"str": str, "int": int, "float": (int, float), "bool": bool, "list": list, "dict": dict}


class ParameterError(ValueError):
    """Parameters that a template cannot be run with; `says` is one sentence."""

    def __init__(self, says):
        super().__init__(says.en)
        self.says = says


def check(declared, values):
    """Raise ParameterError unless `values` are exactly what a template asks for, each of its type and form.

    `declared` is what papermill.inspect_notebook tells of the template.
    """
    for name in values:
        if name not in declared:
            raise ParameterError(
                Pair("报告模板没有名为“{name}”的参数。", "The report template has no parameter '{name}'.").format(
                    name=_short(name)
                )
            )
    for name, asked in declared.items():
        if name not in values and asked["default"] == "None":
            raise ParameterError(Pair("缺少参数“{name}”。", "The parameter '{name}' is missing.").format(name=name))
    for name, value in values.items():
        kind = declared[name]["inferred_type_name"]
        if not isinstance(value, TYPES[kind]) or (isinstance(value, bool) and kind != "bool"):
            raise ParameterError(
                Pair("参数“{name}”应为 {kind} 类型。", "The parameter '{name}' must be of type {kind}.").format(
                    name=name, kind=kind
                )
            )
        form(name, value)


def form(name, value):
    """Raise ParameterError unless a value of the right type is also of the form that its name asks for."""
    if name in FORMS and not FORMS[name][0](value):
        raise ParameterError(FORMS[name][1].format(value=_short(value)))


def _is_day(text):
    try:
        return bool(date.fromisoformat(text)) and len(text) == len("2026-03-10")
    except ValueError:
        return False


def _short(value):
    return re.sub(r"[^\w .:/-]", "?", str(value))[:60]


DAY = (_is_day, Pair("“{value}”不是日期，应写成 YYYY-MM-DD。", "'{value}' is not a date: write YYYY-MM-DD."))
FORMS = {
    # from the roster: whatever is written there is only text; it must be a line, as a title and a file need one
    "name": (
        lambda text: len(text) <= 80 and text.isprintable(),
        Pair("姓名“{value}”太长或含有控制字符。", "The name '{value}' is too long or holds control characters."),
    ),
    "learner": (
        CODE.fullmatch,
        Pair(
            "“{value}”不是学员代码：代码由 2 到 40 个小写字母、数字和连字符组成。",
            "'{value}' is not a learner code: 2 to 40 lower-case letters, digits and hyphens.",
        ),
    ),
    "lang": (
        LANGS.__contains__,
        Pair(
            f"没有“{{value}}”这种语言，可选：{'、'.join(LANGS)}。",
            f"There is no language '{{value}}': choose one of {', '.join(LANGS)}.",
        ),
    ),
    "made_on": DAY,
    "since": DAY,
    "members": (lambda n: 0 <= n < 10**6, Pair("人数不会是 {value}。", "There cannot be {value} members.")),
    "drill": (CODE.fullmatch, Pair("“{value}”不是演练编号。", "'{value}' is not the id of a drill.")),
    # the notebook reads what was laid beside it and nothing else of this machine
    "record": (
        re.compile(r"[a-z0-9-]+\.jsonl").fullmatch,
        Pair(
            "记录应是笔记本旁边的文件，“{value}”不是。",
            "The record must be a file beside the notebook; '{value}' is not.",
        ),
    ),
}
