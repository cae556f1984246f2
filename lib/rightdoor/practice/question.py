"""The question part of a step: what is asked, and the controls that answer it."""

import re

from rightdoor.feedback.marks import POINTS
from rightdoor.practice.markup import button, capital, choose, join, tag
from rightdoor.practice.sheet import LONGEST
from rightdoor.records.event import CERTAINTY
from rightdoor.text import say, ui

PLACE = "place:"  # the field of an item that goes to a place is named by this and the item's id
MOST_VALUES = 100
LONG_PLACE = 24  # characters from which the words of a place are also written out above the items
DATE = re.compile(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?\s*")


def question(walk, lang, draft, fault=None):
    """The form of the present step. `draft` holds field values not yet sent; `fault` is a Pair to show, or None."""
    prompt = walk.prompt()
    ask = tag("span", say(prompt.ask, lang), tabindex="-1", data_focus="ask", class_="rs-ask")
    limits = _limits(prompt, lang)
    controls = BY_KIND[prompt.kind](walk, prompt, lang, draft)
    problem = tag("p", say(fault, lang), class_="rs-fault", role="alert") if fault else None
    if _asks_at_once(walk):
        return tag("form", tag("fieldset", tag("legend", ask), limits, controls), problem, class_="rs-form")
    return tag(
        "form",
        tag("fieldset", tag("legend", ask), limits, controls),
        _certainty(lang, draft) if walk.step.judged else None,
        problem,
        tag("button", ui("confirm-answer", lang), type="submit", data_do="answer", class_="rd-button rs-primary"),
        data_do="answer",
        class_="rs-form",
    )


def fields(values):
    """The fields of a form that a question knows, cut to a sensible size; `places` maps items to places."""
    found = {key: _cut(values[key]) for key in ("choice", "certainty", "number", "date") if key in values}
    placed = [(key, value) for key, value in list(values.items())[:MOST_VALUES] if str(key).startswith(PLACE)]
    if placed:
        found["places"] = {key.removeprefix(PLACE)[:LONGEST]: _cut(value) for key, value in placed if value}
    return found


def _cut(value):
    if isinstance(value, list):
        return [_cut(v) for v in value[:MOST_VALUES] if isinstance(v, str)]
    return value[:LONGEST] if isinstance(value, str) else ""


def response(kind, draft, of):
    """What a message says as a response: the button's own option, or the form's fields."""
    if of:
        return of
    if kind in ("choose-several", "finding", "letter"):
        return draft.get("choice") or []
    if kind == "order-doors":
        return draft.get("order") or []
    if kind == "match":
        return draft.get("places") or {}
    if kind == "number":
        return draft.get("number", "").replace(",", "").replace("，", "")
    return iso(draft.get("date", "")) if kind == "date" else draft.get("choice") or ""


def iso(text):
    """A date as people write it (2026-1-5, 2026/01/05, 2026年1月5日) in ISO form; other text as it is."""
    found = DATE.fullmatch(text)
    return "{:04}-{:02}-{:02}".format(*map(int, found.groups())) if found else text


def _asks_at_once(walk):
    """An interview question is put with one press; an answer that is judged is chosen first and then confirmed."""
    return walk.step.kind.id == "choose-one" and not walk.step.judged


def _limits(prompt, lang):
    if prompt.kind in ("choose-several", "finding", "letter"):
        if prompt.most == 1:
            return None
        key = "choose-any" if prompt.most == len(prompt.options) else "choose-up-to"
        return tag("p", ui(key, lang, n=prompt.most), class_="rs-quiet")
    key = {"order-doors": "order-how", "match": "match-how", "date": "date-how"}.get(prompt.kind)
    return tag("p", ui(key, lang), class_="rs-quiet") if key else None


def _one(walk, prompt, lang, draft):
    if _asks_at_once(walk):
        return tag(
            "div",
            [button(capital(say(o.label, lang)), "answer", o.id, "rs-option") for o in prompt.options],
            class_="rs-options",
        )
    return _choices("radio", prompt, lang, {draft.get("choice")} if isinstance(draft.get("choice"), str) else ())


def _several(walk, prompt, lang, draft):
    """Boxes to tick; where only one may be chosen, a choice of one."""
    chosen = draft.get("choice") or ()
    return _choices(
        "radio" if prompt.most == 1 else "checkbox", prompt, lang, {chosen} if isinstance(chosen, str) else set(chosen)
    )


def _choices(type, prompt, lang, chosen):
    return tag(
        "div",
        [
            tag(
                "label",
                tag("input", type=type, name="choice", value=o.id, checked=o.id in chosen),
                tag("span", capital(say(o.label, lang))),
                class_="rs-option",
            )
            for o in prompt.options
        ],
        class_="rs-options",
    )


def _match(walk, prompt, lang, draft):
    """A select for each item, named by the item: by keyboard or touch, nothing is dragged."""
    placed = draft.get("places", {})
    places = [(place.id, capital(say(place.label, lang))) for place in prompt.places]
    choices = [("", ui("choose-place", lang)), *places]
    long = any(len(words) > LONG_PLACE for _, words in places)
    return join(
        tag("ul", [tag("li", words) for _, words in places], class_="rs-places") if long else None,
        tag(
            "div",
            [
                tag(
                    "label",
                    tag("span", capital(say(item.label, lang))),
                    choose(PLACE + item.id, choices, placed.get(item.id, "")),
                    class_="rs-item",
                )
                for item in prompt.options
            ],
            class_="rs-items",
        ),
    )


def _order(walk, prompt, lang, draft):
    labels = {o.id: capital(say(o.label, lang)) for o in prompt.options}
    order = [id for id in draft.get("order", ()) if id in labels]
    mine = tag("ol", [_ordered(id, i, len(order), labels, lang) for i, id in enumerate(order)], class_="rs-order")
    rest = [id for id in labels if id not in order]
    return join(
        tag("h4", ui("my-doors", lang)),
        mine if order else tag("p", ui("no-door-yet", lang), class_="rs-empty"),
        tag("h4", ui("doors-to-choose", lang)) if rest else None,
        tag(
            "ul",
            [tag("li", tag("span", labels[id]), _small("add", id, "＋", labels, lang)) for id in rest],
            class_="rs-order",
        )
        if rest
        else None,
    )


def _ordered(id, position, count, labels, lang):
    return tag(
        "li",
        tag("span", tag("b", f"{position + 1}. "), labels[id]),
        tag(
            "span",
            _small("up", id, "↑", labels, lang, position == 0),
            _small("down", id, "↓", labels, lang, position == count - 1),
            _small("remove", id, "✕", labels, lang),
            class_="rs-moves",
        ),
    )


def _small(do, id, sign, labels, lang, off=False):
    words = join(tag("span", sign, aria_hidden="true"), " ", ui(f"door-{do}", lang))
    return button(
        words,
        do,
        id,
        "rs-small-button",
        data_focus=f"{do}:{id}",
        aria_disabled="true" if off else None,
        aria_label=ui(f"door-{do}-name", lang, door=labels[id]),
    )


def _number(walk, prompt, lang, draft):
    unit = say(walk.case.book.label("unit", prompt.unit), lang)
    return tag(
        "label",
        tag("span", ui("your-number", lang)),
        tag(
            "input",
            type="text",
            name="number",
            inputmode="numeric",
            autocomplete="off",
            size=8,
            maxlength=20,
            value=draft.get("number", ""),
        ),
        tag("span", unit),
        class_="rs-number",
    )


def _date(walk, prompt, lang, draft):
    """A date; a browser without a calendar of its own shows a plain field, and what is written there is read too."""
    return tag(
        "label",
        tag("span", ui("your-date", lang)),
        tag(
            "input",
            type="date",
            name="date",
            autocomplete="off",
            placeholder="2026-01-31",
            maxlength=20,
            value=iso(draft.get("date", "")),
        ),
        class_="rs-number",
    )


def _certainty(lang, draft):
    """How sure she is, if she cares to say, and what that is worth, said beforehand."""
    return tag(
        "fieldset",
        tag("legend", ui("how-sure", lang)),
        tag("p", ui("certainty-weighs", lang)),
        [
            tag(
                "label",
                tag("input", type="radio", name="certainty", value=id, checked=draft.get("certainty") == id),
                tag("span", ui(f"certainty-{id}", lang), " ", tag("small", certainty_worth(id, lang))),
            )
            for id in CERTAINTY
        ],
        class_="rs-certainty",
    )


def certainty_worth(id, lang):
    """What this certainty counts, for a right answer and for a wrong one."""
    right, wrong = (signed(n) for n in POINTS[id])
    return ui("certainty-worth", lang, right=right, wrong=wrong)


def signed(points):
    """Points with their sign; a minus that is read as one."""
    return "0" if not points else f"{points:+g}".replace("-", "−")


BY_KIND = {
    "choose-one": _one,
    "choose-several": _several,
    "order-doors": _order,
    "match": _match,
    "finding": _several,
    "letter": _several,
    "number": _number,
    "date": _date,
}


def moved(order, do, id):
    """A list of door ids after `add`, `remove`, `up` or `down` of one of them."""
    order = [other for other in order if other != id] if do in ("add", "remove") else list(order)
    if do == "add":
        order.append(id)
    elif do in ("up", "down") and id in order:
        at = order.index(id)
        to = min(max(at + (1 if do == "down" else -1), 0), len(order) - 1)
        order.insert(to, order.pop(at))
    return order
