"""A case on paper: the story with every question and option, then the law's answers with reasons and articles.

It is plain HTML to read or to print; nothing in it is recorded.
"""

from rightdoor import cases, feedback
from rightdoor.practice.answer import SAID_BY_HEADING
from rightdoor.practice.markup import capital, fold, join, tag
from rightdoor.practice.quote import quotation
from rightdoor.text import say, ui

MOST_STEPS = 200


def paper(walk, lang):
    """The case of a Walk, in its variant, as the law answers it. The answers are folded away on the screen."""
    way = law_way(walk)
    case = walk.case
    title = tag("h3", say(walk.fill(case.title), lang), tabindex="-1", data_focus="title")
    questions = [_question(number, at, lang) for number, at in enumerate(way, 1)]
    answers = [_answer(number, at, lang) for number, at in enumerate(way, 1) if at.step.judged]
    return tag(
        "article",
        title,
        tag("p", tag("span", say(cases.status(case), lang), class_="rs-confirm")),
        tag("p", ui("paper-lead", lang, day=case.today.isoformat()), class_="rs-quiet"),
        questions,
        fold(tag("b", ui("paper-answers", lang)), answers, look="rs-key"),
        class_="rs-paper",
    )


def law_way(walk):
    """The Walks before each step, from the beginning, when every question that helps is asked and the law answers."""
    at, found = cases.begin(walk.case, walk.seed, walk.variant), []
    while at.step is not None and len(found) < MOST_STEPS:
        found.append(at)
        response = feedback.key(at) if at.step.judged else _ask_all(at)
        if response in (None, "", (), {}):
            break
        at = at.take(response)
    return found


def _ask_all(walk):
    """As many questions as may be asked, those first that bring facts; never one that sends her back."""
    prompt = walk.prompt()
    options = [walk.step.option(o.id) for o in prompt.options]
    useful = sorted((o for o in options if not o.hint), key=lambda o: not o.learn)
    if prompt.kind == "choose-one":
        return useful[0].id if useful else None
    return tuple(o.id for o in useful[: prompt.most])


def _question(number, walk, lang):
    """The story so far, the question, and what can be answered; a question to the client with what she says."""
    prompt = walk.prompt()
    told = tag("blockquote", say(prompt.say, lang), class_="rs-client") if prompt.say else None
    options = [tag("li", _option(walk, option, lang)) for option in walk.step.options if _offered(prompt, option)]
    places = " / ".join(capital(say(place.label, lang)) for place in prompt.places)
    return tag(
        "section",
        told,
        tag("p", tag("b", f"{number}. ", say(prompt.ask, lang))),
        tag("ul", options, class_="rs-boxes") if options else tag("p", "____________"),
        tag("p", ui("places", lang), places) if places else None,
    )


def _offered(prompt, option):
    return option.id in {o.id for o in prompt.options}


def _option(walk, option, lang):
    words = capital(say(walk.fill(option.label), lang))
    if walk.step.judged:
        return join(tag("span", "☐", aria_hidden="true"), " ", words)
    says = walk.fill(option.tell or option.hint)
    return join(words, tag("br"), tag("span", say(says, lang), class_="rs-quiet")) if says else words


def _answer(number, walk, lang):
    key = feedback.key(walk)
    try:
        judged = feedback.judge(walk, key)
    except cases.AnswerError:  # the facts of this variant leave nothing to choose
        return None
    says = [*judged.says, *(o.why for o in judged.options if o.why)]
    return tag(
        "section",
        tag("p", tag("b", f"{number}. ", say(walk.prompt().ask, lang))),
        tag("ul", [tag("li", tag("b", capital(say(pair, lang)))) for pair in feedback.shown(walk, key)]),
        [tag("p", say(pair, lang)) for pair in dict.fromkeys(says) if pair not in SAID_BY_HEADING],
        [quotation(provision, lang) for provision in judged.quotes],
    )
