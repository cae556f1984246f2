"""The debrief of a drill as HTML: expected actions, what to teach again, the timeline, and how each trainee did."""

from rightdoor.practice.debrief import percent
from rightdoor.practice.drill_words import minutes
from rightdoor.practice.markup import capital, fold, join, tag
from rightdoor.text import say, ui


def ticks(found, lang):
    """The expected actions, each with how many did it."""
    items = [
        tag(
            "li",
            tag("span", _sign(one), aria_hidden="true"),
            " ",
            capital(say(one.says, lang)),
            " ",
            tag("b", f"{len(one.done)}/{one.of}"),
            _by(one, lang),
        )
        for one in found
    ]
    return tag("ul", items, class_="rs-boxes")


def _sign(one):
    return "✓" if one.of and len(one.done) == one.of else "◐" if one.done else "☐"


def _by(one, lang):
    return tag("span", " ", ui("expected-by", lang, n=one.by), class_="rs-quiet") if one.by else None


def told(debrief, lang):
    """The head of the debrief: expected actions and the three things to teach again."""
    again = [tag("li", tag("b", capital(say(one.ask, lang))), " ", say(one.why, lang)) for one in debrief.again]
    return join(
        tag("h3", ui("class-debrief", lang), tabindex="-1"),
        tag("h4", ui("expected", lang)),
        ticks(debrief.expected, lang),
        tag("h4", ui("teach-again", lang)),
        tag("ol", again) if again else None,
        tag("p", say(debrief.note, lang)) if debrief.note else None,
        tag("p", ui("nothing-to-teach-again", lang)) if not again and not debrief.note else None,
    )


def news(debrief, name, lang):
    """Each piece of news: when it came, and who had it on the page when; without `name` only how many."""
    if not debrief.news:
        return join()
    return join(tag("h4", ui("news-seen", lang)), [_one_news(one, name, lang) for one in debrief.news])


def _one_news(one, name, lang):
    handle = join(
        tag("span", minutes(one.clock), class_="rs-quiet"),
        " ",
        say(one.says, lang),
        " ",
        tag("b", f"{len(one.by)}/{len(one.by) + len(one.missed)}"),
    )
    if name is None:
        return tag("p", handle)
    missed = ui("names-gap", lang).join(name(code) for code in one.missed)
    by = [tag("li", tag("span", minutes(clock), class_="rs-quiet"), " ", name(code)) for code, clock in one.by]
    return fold(
        handle,
        tag("ol", by, class_="rs-timeline") if by else None,
        tag("p", ui("news-missed", lang, who=missed)) if missed else None,
        data_key=f"news-{one.id}",
    )


def timeline(moments, name, lang):
    """Moments as a list; a trainee stands by her name. Without `name` only what happened to all."""
    items = [
        tag(
            "li",
            tag("span", minutes(m.clock), class_="rs-quiet"),
            " ",
            tag("b", name(m.code), " ") if m.code else None,
            say(m.says, lang),
        )
        for m in moments
        if name or not m.code
    ]
    return tag("ol", items, class_="rs-timeline") if items else tag("p", ui("nothing-then", lang), class_="rs-quiet")


def own(debrief, name, lang):
    """How each trainee did, and the whole timeline, folded."""
    rows = [
        tag(
            "tr",
            tag("th", name(one.code), scope="row"),
            tag("td", percent(one.score) if one.score is not None else "–", data_head=ui("score", lang)),
            tag("td", str(one.answered), data_head=ui("answers", lang)),
            tag("td", f"{len(one.done)}/{len(debrief.expected)}", data_head=ui("expected", lang)),
            tag("td", [tag("p", capital(say(a.ask, lang))) for a in one.again] or "–", data_head=ui("own-again", lang)),
        )
        for one in debrief.seats
        if one.attended
    ]
    heads = [tag("th", ui(key, lang), scope="col") for key in ("who", "score", "answers", "expected", "own-again")]
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows), class_="rs-table rs-board")
    whole = fold(
        tag("b", ui("whole-timeline", lang, n=len(debrief.timeline))),
        timeline(debrief.timeline, name, lang),
        data_key="timeline",
    )
    return join(tag("h3", ui("each-of-them", lang)), table, whole)
