"""A worked example: steps of a case as the law answers them, to read. Nothing is answered, and nothing is recorded."""

from rightdoor import feedback
from rightdoor.practice.answer import SAID_BY_HEADING
from rightdoor.practice.markup import capital, fold, join, tag
from rightdoor.practice.pages import one_sheet
from rightdoor.practice.paper import law_way
from rightdoor.practice.player import known_so_far
from rightdoor.practice.quote import quotation
from rightdoor.text import say, ui


def worked(walk, steps, lang):
    """The named steps (all, if none is named) of the case of a Walk, in its variant: story, question, answer, why.

    Raises LookupError for a step that the law's way through the case does not pass.
    """
    way = {at.step.id: at for at in law_way(walk)}
    if unknown := [id for id in steps if id not in way]:
        raise LookupError(f"the law's way through {walk.case.id} has no step {unknown[0]!r}: it has {', '.join(way)}")
    title = tag("h3", _title(walk, lang))
    shown = [way[id] for id in steps or way]
    lead = tag("p", ui("worked-lead", lang), class_="rs-quiet")
    parts = [_step(number, at, lang) for number, at in enumerate(shown, 1)]
    return tag("article", title, lead, known_so_far(shown[0], lang, opened=True), parts, class_="rs-paper rs-worked")


def worked_sheet(walk, steps, lang):
    """The same on a sheet of its own."""
    return one_sheet(lang, _title(walk, lang), worked(walk, steps, lang))


def _title(walk, lang):
    return ui("worked", lang, title=say(walk.fill(walk.case.title), lang))


def end_of(walk):
    """The Walk as it stands when the law has answered every step: its facts are all that the case tells."""
    last = law_way(walk)[-1]
    key = feedback.key(last)
    return last.take(key) if last.step.judged and key not in (None, "", (), {}) else last


def _step(number, walk, lang):
    prompt = walk.prompt()
    told = tag("blockquote", say(prompt.say, lang), class_="rs-client") if prompt.say else None
    asked = tag("p", tag("b", f"{number}. ", say(prompt.ask, lang)))
    return tag("section", told, asked, _judged(walk, lang) if walk.step.judged else _asked(walk, lang))


def _asked(walk, lang):
    """An interview: every question that helps, with what the client answers."""
    useful = [option for option in walk.step.options if option.tell]
    rows = [join(tag("dt", say(walk.fill(o.label), lang)), tag("dd", say(walk.fill(o.tell), lang))) for o in useful]
    return tag("dl", rows, class_="rs-asked")


def _judged(walk, lang):
    """The law's answer with its reasons; why not the others, folded; and the articles."""
    key = feedback.key(walk)
    judged = feedback.judge(walk, key)
    chosen = set(key) if isinstance(key, tuple | dict) else {key}
    mine = [o for o in judged.options if o.why and o.id in chosen and o.why not in judged.says]
    others = [o for o in judged.options if o.why and o.id not in chosen]
    answers = [tag("li", capital(say(pair, lang))) for pair in feedback.shown(walk, key)]
    ordered = "ol" if walk.step.kind.id == "order-doors" else "ul"
    return join(
        tag("div", tag("b", ui("law-answer", lang)), tag(ordered, answers), class_="rs-answer rs-right"),
        [tag("p", say(pair, lang)) for pair in dict.fromkeys(judged.says) if pair not in SAID_BY_HEADING],
        tag("dl", [_reason(o, lang) for o in mine]) if mine else None,
        fold(ui("why-not-others", lang), tag("dl", [_reason(o, lang) for o in others])) if others else None,
        [quotation(provision, lang) for provision in judged.quotes],
    )


def _reason(option, lang):
    return join(tag("dt", capital(say(option.label, lang))), tag("dd", say(option.why, lang)))
