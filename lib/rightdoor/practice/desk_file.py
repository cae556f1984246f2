"""The answers of the desk as a file that its user keeps, and back again: options, numbers and days, no typed word."""

import json
import re

from rightdoor.law.facts import FactsError, parse
from rightdoor.practice import intake
from rightdoor.practice.desk_words import word
from rightdoor.practice.markup import join, tag
from rightdoor.text import Pair

MARK, ANSWERS = "rightdoor-desk", "answers"
NAME, TYPE = "case-answers.json", "application/json"
LABEL = Pair("你的回答（存下来，下次接着做）", "your answers (to go on from another time)")
LONGEST = 20_000  # characters; the page sends no more
OF_DATA = ("kind", "count", "from_id_card")
DATUM = re.compile(r"data\[[0-9]{1,2}\]\.([a-z_]+)")
TOGETHER = {"victim_minor": ("victim_minor", "victim_under_14")}  # facts that one answer gives


class FileFault(ValueError):
    """A file that holds no answers of the desk; `key` and `values` name the words that say why."""

    def __init__(self, key, **values):
        super().__init__(key)
        self.key, self.values = key, values


def write(answers):
    """The bytes of the file for the answers of a Desk, `{path: {path: value}}`; an answer "I don't know" is empty."""
    return json.dumps({MARK: 1, ANSWERS: answers}, ensure_ascii=False, indent=1).encode()


def read(text, today):
    """The answers in a file's text. Raises FileFault if they are not the desk's own, or do not fit each other."""
    answers = _content(text)
    for path, found in answers.items():
        fits = _asked(path) and isinstance(found, dict) and set(found) <= {*TOGETHER.get(path, (path,))}
        if not fits or None in found.values():  # what is not known is empty here
            raise FileFault("file-place", place=str(path)[:40])
    known = {path: value for found in answers.values() for path, value in found.items()}
    try:
        parse({"on": known.pop("on", today.isoformat())}).learn(known)
    except FactsError as error:
        raise FileFault("file-place", place=error.problems[0].place[:40]) from None
    return answers


def _content(text):
    if len(text) >= LONGEST:
        raise FileFault("file-long")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise FileFault("file-other") from None
    answers = content.get(ANSWERS) if isinstance(content, dict) and MARK in content else None
    if not isinstance(answers, dict):
        raise FileFault("file-other")
    return answers


def _asked(path):
    """Whether the desk asks about this path: a fact by its name, or a part of an entry of the data."""
    if part := DATUM.fullmatch(path):
        return part[1] in OF_DATA
    return path in intake.ASKS and path not in OF_DATA


def opener(desk):
    """The way in for such a file, before anything was answered; with what is wrong with the one just chosen."""
    lang, fault = desk.lang, desk.file_fault
    told = tag("p", word(fault.key, lang, **fault.values), class_="rs-fault", role="alert") if fault else None
    choose = tag("input", type="file", accept=".json,application/json", data_do="open", data_focus="file")
    return tag(
        "details",
        tag("summary", word("file-open", lang)),
        join(
            tag("p", word("file-lead", lang), class_="rs-small"),
            tag("label", tag("span", word("file-choose", lang)), " ", choose),
            told,
        ),
        class_="rs-fold",
        open=bool(fault),
    )
