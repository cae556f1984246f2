"""What a trainee is told after an answer: the verdict in a word and a sign, why, each option, and the article."""

from rightdoor.feedback import NOT_QUITE, RIGHT, WRONG, after_hint, points, shown
from rightdoor.practice.markup import capital, fold, join, tag
from rightdoor.practice.question import signed
from rightdoor.practice.quote import quotations
from rightdoor.text import say, ui

SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "noted": "•"}
SAID_BY_HEADING = (RIGHT, NOT_QUITE, WRONG)
MARKS = {"right": "✓", "wrong": "✗", "missing": "＋", "also": "○", "left": "–", "noted": "•"}


def verdict_words(judged, lang):
    """The verdict as a phrase; a question that does not help is "not yet" rather than "wrong"."""
    key = "back-to-question" if judged.verdict == "wrong" and judged.score is None else f"verdict-{judged.verdict}"
    return ui(key, lang)


def answer(last, lang, level="h3"):
    """The feedback on the last answer of a Session: (walk before, response, Feedback, certainty)."""
    before, response, judged, _ = last
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
        _counted(last, lang),
        _options(before, response, judged, lang),
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


def _counted(last, lang):
    """What the answer counts, where it is not simply right or wrong: a hint, a certainty, a part, a second try."""
    before, _, judged, certainty = last
    hinted = before.step.id in before.hints
    if judged.score is None or (before.attempt == 1 and not hinted and not certainty and judged.verdict != "partly"):
        return None
    if before.attempt > 1:
        return tag("p", ui("only-first-counts", lang), class_="rs-quiet")
    score = after_hint(judged.score, hinted)
    words = [ui("step-score-hint" if hinted else "step-score", lang, n=round(100 * score))]
    if certainty:
        sure, worth = ui(f"certainty-{certainty}", lang), signed(points(score, certainty))
        words.append(ui("step-points", lang, sure=sure, n=worth))
    return tag("p", " ".join(words), class_="rs-quiet")


# ---- option by option ----------------------------------------------------------------------------------------------


def _options(before, response, judged, lang):
    """Each option with its mark in sign and words, and why; folded away when all was right."""
    if judged.score is None or not judged.options:
        return None
    place = _placed if before.step.kind.id == "match" else _mark_words
    rows = [
        tag(
            "li",
            tag("span", MARKS[o.mark], aria_hidden="true", class_=f"rs-mark rs-mark-{o.mark}"),
            tag(
                "span",
                tag("b", capital(say(o.label, lang))),
                " ",
                tag("span", place(before, response, o, lang), class_="rs-mark-words"),
                tag("span", say(o.why, lang), class_="rs-why") if o.why and not _said(o, judged) else None,
            ),
        )
        for o in judged.options
    ]
    list_of_options = tag("ul", rows, class_="rs-each")
    return fold(ui("each-option", lang), list_of_options, opened=judged.verdict != "right")


def _said(option, judged):
    """Whether the paragraphs above have already given this option's reason."""
    return option.why in judged.says and (option.chosen or option.mark == "missing")


def _placed(before, response, option, lang):
    """Where an item of a match was put and, if that is not it, where it belongs."""
    labels = {place.id: capital(say(before.fill(place.label), lang)) for place in before.step.places}
    mine = labels[response[option.id]]
    if option.mark == "right":
        return ui("placed-right", lang, place=mine)
    if not option.place:
        return ui("placed-nowhere", lang, place=mine)
    return ui("placed-wrong", lang, place=mine, other=capital(say(option.place, lang)))


def _mark_words(before, response, option, lang):
    key = option.mark
    if before.step.kind.id == "choose-one" and key in ("missing", "left"):
        key = {"missing": "the-answer", "left": "not-the-answer"}[key]
    if key == "also" and before.step.kind.id != "order-doors":
        key = "also-asked" if before.step.decide == "ask_next" else "allowed"
    return ui(f"mark-{key}", lang)


def _right_order(before, judged, lang):
    if before.step.kind.id != "order-doors" or judged.verdict == "right" or not judged.key:
        return None
    labels = [tag("li", capital(say(label, lang))) for label in shown(before, judged.key)]
    return join(tag("h4", ui("right-order", lang)), tag("ol", labels))
