"""Two closed registries: the kinds of step (what counts as an answer) and the questions that the law can be asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

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
    """A kind of step. `key` is the word in the case file, `accept(step, shown, response)` gives the plain response.

    `asks` is what the law is asked where the file does not say; `listed`: the key holds a list of options.
    """

    id: str
    key: str
    accept: Callable
    asks: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Decide:
    """A question to the law: the kinds of step that may ask it, and the vocabulary list of its answers (or empty).

    `conduct`: the law of the day of the conduct answers; otherwise that of the day on which the client comes.
    """

    kinds: tuple[str, ...]
    words: str = ""
    conduct: bool = False


def _one(step, shown, response):
    if isinstance(response, list | tuple) and len(response) == 1:
        response = response[0]
    if not isinstance(response, str) or response not in shown:
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


def _date(step, shown, response):
    try:
        text = response.strip() if isinstance(response, str) else ""
        return date.fromisoformat(text if len(text) == 10 else "").isoformat()
    except ValueError:
        raise AnswerError(Pair("请填一个日期，如 2026-01-31。", "Give a date such as 2026-01-31.")) from None


def _placed(step, shown, response):
    """Every item in one place: `{item: place}`, in the order of the file."""
    places = {place.id for place in step.places}
    if not isinstance(response, dict) or any(item not in shown for item in response):
        raise AnswerError(Pair("请给每一项选一个位置。", "Choose a place for each item."))
    if any(not isinstance(place, str) or place not in places for place in response.values()):
        raise AnswerError(Pair("有一项放到了不存在的位置。", "An item has been put in a place that is not there."))
    if left := len(shown) - len(response):
        raise AnswerError(Pair(f"还有 {left} 项没有放。", f"Not placed yet: {left}."))
    return {o.id: response[o.id] for o in step.options if o.id in response}


def _ids(response, shown):
    ids = [response] if isinstance(response, str) else list(response) if isinstance(response, list | tuple) else []
    if any(not isinstance(id, str) or id not in shown for id in ids) or len(ids) != len(set(ids)):
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
        Kind("match", "match", _placed),
        Kind("finding", "finding", _some, "findings"),
        Kind("letter", "letter", _some, "letter"),
        Kind("number", "number", _number, listed=False),
        Kind("date", "date", _date, "limit", listed=False),
    )
}

DECIDES = {
    "leaker.actor": Decide(("choose-one",), "actor", conduct=True),
    "data.class": Decide(("choose-one", "match"), "data_class", conduct=True),
    "crime.tier": Decide(("choose-one", "match"), "tier", conduct=True),
    "crime.halved": Decide(("choose-one",), "yes_no", conduct=True),
    "liability": Decide(("choose-several",), "liability_kind", conduct=True),
    "findings": Decide(("finding",), conduct=True),
    "proves": Decide(("match",), conduct=True),
    "verdict": Decide(("choose-one", "match"), "verdict"),
    "ask_next": Decide(("choose-one", "choose-several")),
    "red_lines": Decide(("choose-several", "match")),
    "doors": Decide(("order-doors", "match")),
    "not_doors": Decide(("choose-several",)),
    "stage": Decide(("match",), "stage"),
    "matter": Decide(("match",)),
    "letter": Decide(("letter",)),
    "limits": Decide(("choose-several",)),
    "parameter": Decide(("number",)),
    "needed": Decide(("number",), conduct=True),
    "score": Decide(("number",), conduct=True),
    "limit": Decide(("date",)),
}

# The places of a match that are not words of a vocabulary list
ALLOWED = Pair("可以做", "may be done")
CROSSES = Pair("不可以做", "must not be done")
NOT_A_DOOR = Pair("不是这件事的门", "not a door for this matter")
PROVES_NOTHING = Pair("证明不了这里要认定的事", "proves nothing that matters here")
PLACES = {
    "red_lines": {"allowed": ALLOWED, "crosses": CROSSES},
    "stage": {"not-a-door": NOT_A_DOOR},
    "proves": {"nothing": PROVES_NOTHING},
    "data.class": {"unknown": NOT_KNOWN},
}
