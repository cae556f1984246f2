"""The question part of a step: what is asked, and the controls that answer it."""

from rightdoor.practice.markup import button, capital, join, tag
from rightdoor.records.event import CERTAINTY
from rightdoor.text import say, ui


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


def response(kind, draft, of):
    """What a message says as a response: the button's own option, or the form's fields."""
    if of:
        return of
    if kind == "choose-several":
        return draft.get("choice") or []
    if kind == "order-doors":
        return draft.get("order") or []
    return draft.get("number" if kind == "number" else "choice") or ""


def _asks_at_once(walk):
    """An interview question is put with one press; an answer that is judged is chosen first and then confirmed."""
    return walk.step.kind.id == "choose-one" and not walk.step.judged


def _limits(prompt, lang):
    if prompt.kind == "choose-several":
        key = "choose-any" if prompt.most == len(prompt.options) else "choose-up-to"
        return tag("p", ui(key, lang, n=prompt.most), class_="rs-quiet")
    return tag("p", ui("order-how", lang), class_="rs-quiet") if prompt.kind == "order-doors" else None


def _one(walk, prompt, lang, draft):
    if _asks_at_once(walk):
        return tag(
            "div",
            [button(capital(say(o.label, lang)), "answer", o.id, "rs-option") for o in prompt.options],
            class_="rs-options",
        )
    return _choices("radio", prompt, lang, {draft.get("choice")})


def _several(walk, prompt, lang, draft):
    return _choices("checkbox", prompt, lang, set(draft.get("choice") or ()))


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
            maxlength=12,
            value=draft.get("number", ""),
        ),
        tag("span", unit),
        class_="rs-number",
    )


def _certainty(lang, draft):
    return tag(
        "fieldset",
        tag("legend", ui("how-sure", lang)),
        [
            tag(
                "label",
                tag("input", type="radio", name="certainty", value=id, checked=draft.get("certainty") == id),
                tag("span", ui(f"certainty-{id}", lang)),
            )
            for id in CERTAINTY
        ],
        class_="rs-certainty",
    )


BY_KIND = {"choose-one": _one, "choose-several": _several, "order-doors": _order, "number": _number}


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
