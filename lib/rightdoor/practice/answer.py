"""What a trainee is told after an answer: the verdict in a word and a sign, why, each option, and the article."""

from rightdoor.feedback import NOT_QUITE, RIGHT, WRONG
from rightdoor.practice.markup import capital, join, tag
from rightdoor.practice.quote import quotations
from rightdoor.text import say, ui

SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "noted": "•"}
SAID_BY_HEADING = (RIGHT, NOT_QUITE, WRONG)
MARKS = {"right": "✓", "wrong": "✗", "missing": "＋", "also": "○", "left": "–", "noted": "•"}


def verdict_words(judged, lang):
    """The verdict as a phrase; a question that does not help is "not yet" rather than "wrong"."""
    key = "back-to-question" if judged.verdict == "wrong" and judged.score is None else f"verdict-{judged.verdict}"
    return ui(key, lang)


def answer(before, judged, lang, level="h3"):
    """The feedback on one answer given at the walk `before`."""
    kind = "again" if judged.verdict == "wrong" and judged.score is None else judged.verdict
    sign = SIGNS["noted" if kind == "again" else judged.verdict]
    heading = tag(
        level,
        tag("span", sign, aria_hidden="true", class_="rs-sign"),
        " ",
        verdict_words(judged, lang),
        tabindex="-1",
        data_focus="verdict",
        class_="rs-verdict",
    )
    return tag(
        "div",
        heading,
        _says(before, judged, lang),
        _options(before, judged, lang),
        _right_order(before, judged, lang),
        quotations(judged.quotes, lang),
        class_=f"rs-answer rs-{kind}",
    )


def _says(before, judged, lang):
    if judged.score is None:
        return _asked(before, judged, lang)
    return join([tag("p", say(pair, lang)) for pair in judged.says if pair not in SAID_BY_HEADING])


def _asked(before, judged, lang):
    """An interview: each question with what the client answered, or why it does not help."""
    rows = []
    for option in judged.options:
        tell = before.fill(before.step.option(option.id).tell)
        answered = tag("blockquote", say(tell, lang), class_="rs-client") if tell else None
        rows.append(
            join(
                tag("dt", capital(say(option.label, lang))),
                tag("dd", answered, tag("p", say(option.why, lang)) if option.why else None),
            )
        )
    return tag("dl", rows)


def _options(before, judged, lang):
    """Each option with its mark in sign and words, and why; folded away when all was right."""
    if judged.score is None or not judged.options:
        return None
    rows = [
        tag(
            "li",
            tag("span", MARKS[o.mark], aria_hidden="true", class_=f"rs-mark rs-mark-{o.mark}"),
            tag(
                "span",
                tag("b", capital(say(o.label, lang))),
                " ",
                tag("span", _mark_words(before, o, lang), class_="rs-mark-words"),
                tag("span", say(o.why, lang), class_="rs-why") if o.why and not _said(o, judged) else None,
            ),
        )
        for o in judged.options
    ]
    return tag(
        "details",
        tag("summary", ui("each-option", lang)),
        tag("ul", rows, class_="rs-each"),
        class_="rs-fold",
        open=judged.verdict != "right",
    )


def _said(option, judged):
    """Whether the paragraphs above have already given this option's reason."""
    return option.why in judged.says and (option.chosen or option.mark == "missing")


def _mark_words(before, option, lang):
    key = option.mark
    if before.step.kind.id == "choose-one" and key in ("missing", "left"):
        key = {"missing": "the-answer", "left": "not-the-answer"}[key]
    return ui(f"mark-{key}", lang)


def _right_order(before, judged, lang):
    if before.step.kind.id != "order-doors" or judged.verdict == "right" or not judged.key:
        return None
    labels = {o.id: capital(say(o.label, lang)) for o in judged.options}
    return join(tag("h4", ui("right-order", lang)), tag("ol", [tag("li", labels.get(id, id)) for id in judged.key]))
