"""Two closed registries: the kinds of step (what counts as an answer) and the questions that the law can be asked."""

from collections.abc import Callable
from dataclasses import dataclass

from rightdoor.text import Pair

LARGEST_NUMBER = 1_000_000_000
NOT_KNOWN = Pair("现有事实还不能确定", "cannot be settled on the facts so far")


class AnswerError(ValueError):
    """A response that is no answer to the step; `says` tells the trainee what is missing."""

    def __init__(self, says):
        super().__init__(says.en)
        self.says = says


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of step. `key` is the word in the case file, `accept(step, shown, response)` gives the plain response."""

    id: str
    key: str
    accept: Callable


@dataclass(frozen=True, slots=True)
class Decide:
    """A question to the law: which kind of step may ask it, and the vocabulary list of its answers (or empty)."""

    kind: str
    words: str = ""


def _one(step, shown, response):
    if isinstance(response, list | tuple) and len(response) == 1:
        response = response[0]
    if response not in shown:
        raise AnswerError(Pair("请选择一项。", "Choose one."))
    return response


def _some(step, shown, response):
    chosen = set(_ids(response, shown))
    least, most = min(step.least, len(shown)), step.most
    if len(chosen) < least:
        raise AnswerError(Pair(f"请至少选 {least} 项。", f"Choose at least {least}."))
    if len(chosen) > most:
        raise AnswerError(Pair(f"最多选 {most} 项。", f"Choose at most {most}."))
    return tuple(o.id for o in step.options if o.id in chosen)


def _ordered(step, shown, response):
    doors = _ids(response, shown)
    if len(doors) < min(step.least, len(shown)):
        raise AnswerError(Pair("请至少选一个门，并排好先后。", "Choose at least one door and put your doors in order."))
    return tuple(doors)


def _number(step, shown, response):
    try:
        value = None if isinstance(response, bool | float) else int(str(response)[:20].strip())
    except ValueError:
        value = None
    if value is None or not 0 <= value <= LARGEST_NUMBER:
        raise AnswerError(Pair("请填一个不带单位的整数。", "Give a whole number without a unit."))
    return value


def _ids(response, shown):
    ids = [response] if isinstance(response, str) else list(response or ())
    if len(ids) != len(set(ids)) or any(id not in shown for id in ids):
        raise AnswerError(
            Pair("有一项不在可选范围内，或者选了两次。", "Something chosen is not on offer, or was chosen twice.")
        )
    return ids


KINDS = {
    kind.key: kind
    for kind in (
        Kind("choose-one", "choices", _one),
        Kind("choose-several", "several", _some),
        Kind("order-doors", "offer", _ordered),
        Kind("number", "number", _number),
    )
}

DECIDES = {
    "leaker.actor": Decide("choose-one", "actor"),
    "data.class": Decide("choose-one", "data_class"),
    "crime.tier": Decide("choose-one", "tier"),
    "doors": Decide("order-doors"),
    "red_lines": Decide("choose-several"),
    "parameter": Decide("number"),
}
