"""Questions as Moodle XML, for the question bank of Moodle.

Choice becomes multichoice, a match and an order of doors become matching (an order: which place each door has), a
number numerical, a date shortanswer. (Moodle XML format, as documented by Moodle)
"""

import xml.etree.ElementTree as ET
from html import escape

from rightdoor.text import Pair, say

NOT_CHOSEN = Pair("不选", "not chosen")
PLACE = Pair("第 {n} 个", "number {n}")
WHOLE_NUMBERS = range(1, 11)  # Moodle knows the fractions 100/n for these


def quiz(questions, lang):
    """The Moodle XML text of Questions in one language."""
    root = ET.Element("quiz")
    for one in questions:
        WRITERS[one.kind](_question(root, one, lang), one, lang)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _question(root, one, lang):
    """The parts that every type has."""
    element = ET.SubElement(root, "question", type=TYPES[one.kind])
    _text(ET.SubElement(element, "name"), f"{one.id}: {say(one.title, lang)}")
    asked = "".join(f"<p>{escape(say(pair, lang))}</p>" for pair in (*one.known, one.ask))
    _text(ET.SubElement(element, "questiontext", format="html"), asked)
    why = "".join(f"<p>{escape(say(pair, lang))}</p>" for pair in one.why)
    _text(ET.SubElement(element, "generalfeedback", format="html"), why)
    for name, value in (("defaultgrade", "1"), ("penalty", "0"), ("hidden", "0"), ("idnumber", one.id)):
        ET.SubElement(element, name).text = value
    return element


def _text(parent, text):
    ET.SubElement(parent, "text").text = text


def _settings(element, **values):
    for name, value in values.items():
        ET.SubElement(element, name).text = value


def _choice(element, one, lang):
    right = {one.key} if isinstance(one.key, str) else set(one.key)
    single = one.kind == "choose-one"
    _settings(element, single=str(single).lower(), shuffleanswers="true", answernumbering="none")
    wrong = len(one.options) - len(right)
    for id, label in one.options:
        fraction = _fraction(len(right)) if id in right else "0" if single else f"-{_fraction(wrong)}"
        _answer(element, say(label, lang), fraction, say(one.reasons[id], lang) if id in one.reasons else "", "html")


def _fraction(n):
    """100/n as Moodle writes it."""
    return f"{100 / min(max(n, 1), WHOLE_NUMBERS[-1]):.5f}".rstrip("0").rstrip(".")


def _answer(element, text, fraction, why="", format="plain_text"):
    answer = ET.SubElement(element, "answer", fraction=fraction, format=format)
    _text(answer, escape(text) if format == "html" else text)
    _text(ET.SubElement(answer, "feedback", format="html"), escape(why))
    return answer


def _matching(element, one, lang):
    places = dict(one.places)
    _pairs(element, [(label, places[one.key[id]]) for id, label in one.options], places.values(), lang)


def _order(element, one, lang):
    place = {id: PLACE.format(n=n) for n, id in enumerate(one.key, 1)}
    _pairs(element, [(label, place.get(id, NOT_CHOSEN)) for id, label in one.options], (), lang)


def _pairs(element, pairs, spare, lang):
    """Pairs of a matching question; a place where nothing belongs is an answer without a question."""
    _settings(element, shuffleanswers="true")
    used = {answer for _, answer in pairs}
    for asked, answer in [*pairs, *((None, place) for place in spare if place not in used)]:
        sub = ET.SubElement(element, "subquestion", format="html")
        _text(sub, escape(say(asked, lang)) if asked else "")
        _text(ET.SubElement(sub, "answer"), say(answer, lang))


def _number(element, one, lang):
    answer = _answer(element, str(one.key), "100")
    ET.SubElement(answer, "tolerance").text = "0"


def _date(element, one, lang):
    _settings(element, usecase="0")
    _answer(element, str(one.key), "100")


TYPES = {
    "choose-one": "multichoice",
    "choose-several": "multichoice",
    "finding": "multichoice",
    "letter": "multichoice",
    "order-doors": "matching",
    "match": "matching",
    "number": "numerical",
    "date": "shortanswer",
}
WRITERS = {
    "choose-one": _choice,
    "choose-several": _choice,
    "finding": _choice,
    "letter": _choice,
    "order-doors": _order,
    "match": _matching,
    "number": _number,
    "date": _date,
}
