"""Articles as a trainee meets them: verbatim, with the version's dates and its source, one click away."""

from rightdoor.practice.markup import join, lines, tag
from rightdoor.text import Pair, convert, say, ui

SHORT = 160  # characters of an article that is read at a glance


def quotations(provisions, lang):
    """The quoted articles, each folded away; the first stands open if it is short. None without any."""
    if not provisions:
        return None
    return tag(
        "div",
        tag("h4", ui("articles-quoted", lang)),
        [quotation(p, lang, i == 0 and len(p.text_zh) <= SHORT) for i, p in enumerate(provisions)],
        class_="rs-articles",
    )


def quotation(provision, lang, opened=False):
    """One Provision: its name and heading as the handle; text, period, source and reservations inside."""
    handle = tag(
        "summary",
        tag("span", say(provision.cite, lang), class_="rs-cite"),
        " ",
        tag("span", say(provision.heading, lang), class_="rs-quiet"),
    )
    return tag(
        "details",
        handle,
        _english(provision) if lang == "en" else None,
        _official(provision, lang),
        tag("p", period(provision, lang), class_="rs-small"),
        tag("p", source(provision, lang), class_="rs-small"),
        [tag("p", ui("open-question", lang), say(doubt, lang), class_="rs-small") for doubt in provision.doubts],
        open=opened,
        class_="rs-article",
    )


def _official(provision, lang):
    """The Chinese text; in Traditional script it is marked as converted, beside English as the official one."""
    if lang == "zh-Hant":
        return join(
            tag("blockquote", lines(convert(provision.text_zh)), lang=lang),
            tag("p", ui("converted-text", lang), class_="rs-small"),
        )
    return tag("blockquote", lines(provision.text_zh), lang="zh-Hans")


def _english(provision):
    return join(
        tag("p", tag("em", ui("unofficial-gloss", "en") + ": "), provision.gloss_en),
        tag("p", ui("official-text", "en"), class_="rs-small"),
    )


def period(provision, lang):
    """When this wording is in force, in words."""
    if provision.until:
        return ui("in-force-between", lang, since=provision.since.isoformat(), until=provision.until.isoformat())
    return ui("in-force-since", lang, since=provision.since.isoformat())


def source(provision, lang):
    """Where the wording comes from, when it was checked, and what that is worth."""
    found = provision.source
    title = found["title"] if lang != "zh-Hant" else convert(found["title"])
    return join(
        ui("source", lang),
        tag("span", title, lang="zh-Hans" if lang == "en" else None),
        ui("checked-on", lang, day=found["checked"]),
        reservation(found["status"], lang),
    )


def reservation(status, lang):
    """A mark on what is not verified: confirm locally. None for what is."""
    if status == "verified":
        return None
    return tag("span", ui(f"status-{status}", lang), class_="rs-confirm")


def mark(status, lang):
    """The same in two words, for a heading."""
    return None if status == "verified" else tag("span", ui("confirm-locally", lang), class_="rs-confirm")


def cites(book, ids, lang):
    """Names of articles in a row."""
    return say(Pair.join(book.cite(id) for id in ids), lang)
