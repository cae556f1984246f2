"""The desk's form for a letter, the warning of the privacy linter, and the links to download."""

import base64
from dataclasses import replace

from rightdoor import plan, privacy
from rightdoor.practice.desk_words import word
from rightdoor.practice.markup import button, capital, join, tag
from rightdoor.text import Pair, say

LINES = {"unit": 1, "story": 6, "source": 3, "guesses": 3, "evidence": 4}  # fields of plan.Words and how tall they are
LONGEST = 6000  # characters of one field


def words_of(values):
    """The typed words of the form, as plan.Words."""
    known = values.get("known")
    texts = {name: str(values.get(name) or "").replace("\r", "").strip()[:LONGEST] for name in LINES}
    return plan.Words(**texts, known=tuple(k for k in plan.PARTS if k in known) if isinstance(known, list) else ())


def masked(words):
    """The same words with every number masked that points to a person."""
    return replace(words, **{field: privacy.mask(text) for field, text in words.texts.items()})


def form(desk):
    """The parts of the screen on which a letter is written."""
    lang, doors = desk.lang, plan.letter_doors(desk.plan)
    options = [
        tag("option", capital(say(desk.plan.place(id).row.name, lang)), value=id, selected=id == desk.door)
        for id in doors
    ]
    known = [_known(id, label, desk.words.known, lang) for id, label in plan.PARTS.items()]
    return [
        ("letter", join(
            _heading("letter", lang),
            tag("p", word("letter-lead", lang)),
            tag("p", word("letter-language", lang), class_="rs-quiet") if lang == "en" else None,
            tag(
                "form",
                tag("label", tag("span", word("to-door", lang)), tag("select", options, name="door"), class_="rs-field"),
                [_field(name, lines, desk.words, lang) for name, lines in LINES.items()],
                tag("fieldset", tag("legend", word("known", lang)), tag("div", known, class_="rs-options")),
                tag("p", word("kept-nowhere", lang), class_="rs-small"),
                tag("div", tag("button", word("make-letter", lang), type="submit", data_do="letter", class_="rd-button rs-primary"),
                    button(word("to-plan", lang), "to-plan"), class_="rs-after"),
                data_do="letter",
                class_="rs-form",
            ),
        )),
    ]  # fmt: skip


def _heading(key, lang):
    return tag("h2", word(key, lang), tabindex="-1", data_focus=key)


def _known(id, label, chosen, lang):
    box = tag("input", type="checkbox", name="known", value=id, checked=id in chosen)
    return tag("label", box, tag("span", capital(say(label, lang))), class_="rs-option")


def _field(name, lines, words, lang):
    text = getattr(words, name)
    about = {"name": name, "maxlength": LONGEST, "autocomplete": "off"}
    control = (
        tag("input", type="text", value=text, **about) if lines == 1 else tag("textarea", text, rows=lines, **about)
    )
    return tag("label", tag("span", word(f"field-{name}", lang)), control, class_="rs-field")


# ---- the linter ------------------------------------------------------------------------------------------------------


def warning(desk, rows):
    """What the privacy linter found, where, and the masked copy on offer."""
    lang = desk.lang
    items = [tag("li", _row(field, line, found, lang)) for field, line, found in rows]
    return [
        ("privacy", join(
            tag("div", _heading("privacy", lang), tag("p", word("privacy-lead", lang)), tag("ul", items), class_="rd-note"),
            tag("p", word("privacy-limit", lang), class_="rs-quiet"),
            tag("div", button(word("use-masked", lang), "use-masked", look="rs-primary"), button(word("edit", lang), "write"),
                button(word("use-typed", lang), "use-typed"), class_="rs-after"),
        )),
    ]  # fmt: skip


def _row(field, line, found, lang):
    name = (
        word(f"field-{field}", lang)
        .partition("（" if lang != "en" else " (")[0]
        .partition("：" if lang != "en" else ":")[0]
    )
    return word("privacy-row", lang, field=name, line=line, kind=found.name, masked=Pair(found.masked, found.masked))


# ---- the links -------------------------------------------------------------------------------------------------------


def ready(desk):
    """The links to the files. Each file is in its link, so that nothing is written and nothing is asked for."""
    lang = desk.lang
    links = [
        tag("li", tag("a", word("download", lang, label=file.label), href=_address(file), download=file.name,
                      class_="rd-button" + (" rs-primary" if i == 0 else "")))
        for i, file in enumerate(desk.files)
    ]  # fmt: skip
    return [
        ("ready", join(
            _heading("ready", lang),
            tag("p", word("masked-used", lang)) if desk.masked else None,
            tag("p", word("ready-letter", lang)) if len(desk.files) > NO_LETTER else None,
            tag("ul", links, class_="rs-downloads"),
            tag("p", word("calendar-note", lang), class_="rs-quiet"),
            tag("p", word("ready-lead", lang), class_="rs-quiet"),
            tag("div", button(word("to-plan", lang), "to-plan"), class_="rs-after"),
        )),
    ]  # fmt: skip


NO_LETTER = 3  # files that come without a letter


def _address(file):
    return f"data:{file.type};base64,{base64.b64encode(file.content).decode()}"
