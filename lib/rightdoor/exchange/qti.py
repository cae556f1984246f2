"""A question as an assessment item of QTI 3.0, with the key and the standard way of marking.

(1EdTech Question and Test Interoperability 3.0, assessment item, section and test information model and XML binding)
"""

import xml.etree.ElementTree as ET

from rightdoor.text import Pair, say

SPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
MATCH_CORRECT = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"
LANGUAGE = {"zh-Hans": "zh-Hans-CN", "zh-Hant": "zh-Hant-TW", "en": "en"}
WHY = Pair("为什么", "Why")
ORDERED, SEVERAL, ONE = ("ordered", "identifier"), ("multiple", "identifier"), ("single", "identifier")
RESPONSES = {
    "choose-one": ONE,
    "choose-several": SEVERAL,
    "finding": SEVERAL,
    "letter": SEVERAL,
    "order-doors": ORDERED,
    "match": ("multiple", "directedPair"),
    "number": ("single", "integer"),
    "date": ("single", "string"),
}


def item(question, lang):
    """The XML text of a Question as a QTI 3 assessment item in one language."""
    root = ET.Element("qti-assessment-item", {
        "xmlns": SPACE, "xmlns:xsi": INSTANCE, "xsi:schemaLocation": f"{SPACE} {SCHEMA}",
        "identifier": _id(question.id), "title": say(question.title, lang), "xml:lang": LANGUAGE[lang],
        "adaptive": "false", "time-dependent": "false",
    })  # fmt: skip
    _declarations(root, question)
    _body(root, question, lang)
    ET.SubElement(root, "qti-response-processing", template=MATCH_CORRECT)
    feedback = ET.SubElement(root, "qti-modal-feedback", {
        "outcome-identifier": "WHY", "show-hide": "show", "identifier": "why", "title": say(WHY, lang)})  # fmt: skip
    content = ET.SubElement(feedback, "qti-content-body")
    for pair in question.why:
        ET.SubElement(content, "p").text = say(pair, lang)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _id(id, of="o"):
    """An identifier: it may not begin with a digit."""
    return f"{of}-{id}".replace(":", "-").replace("/", "-")


def _declarations(root, question):
    cardinality, base = RESPONSES[question.kind]
    response = ET.SubElement(root, "qti-response-declaration", {
        "identifier": "RESPONSE", "cardinality": cardinality, "base-type": base})  # fmt: skip
    correct = ET.SubElement(response, "qti-correct-response")
    for value in _correct(question):
        ET.SubElement(correct, "qti-value").text = value
    for name, kind, start in (("SCORE", "float", "0"), ("WHY", "identifier", "why")):
        outcome = ET.SubElement(root, "qti-outcome-declaration", {
            "identifier": name, "cardinality": "single", "base-type": kind})  # fmt: skip
        ET.SubElement(ET.SubElement(outcome, "qti-default-value"), "qti-value").text = start


def _correct(question):
    key = question.key
    if isinstance(key, dict):
        return [f"{_id(item)} {_id(place, 'p')}" for item, place in key.items()]
    if question.kind in ("number", "date"):
        return [str(key)]
    return [_id(id) for id in ((key,) if isinstance(key, str) else key)]


def _body(root, question, lang):
    body = ET.SubElement(root, "qti-item-body")
    for pair in question.known:
        ET.SubElement(body, "p").text = say(pair, lang)
    asked = say(question.ask, lang)
    if question.kind in ("number", "date"):
        ET.SubElement(body, "p").text = asked
        ET.SubElement(ET.SubElement(body, "p"), "qti-text-entry-interaction", {
            "response-identifier": "RESPONSE", "expected-length": "10"})  # fmt: skip
    elif question.kind == "match":
        _match(body, question, asked, lang)
    else:
        _choices(body, question, asked, lang)


def _choices(body, question, asked, lang):
    ordered = question.kind == "order-doors"
    most = 1 if question.kind == "choose-one" else len(question.options)
    interaction = ET.SubElement(body, "qti-order-interaction" if ordered else "qti-choice-interaction", {
        "response-identifier": "RESPONSE", "shuffle": "true", "min-choices": "1", "max-choices": str(most)})  # fmt: skip
    ET.SubElement(interaction, "qti-prompt").text = asked
    for id, label in question.options:
        ET.SubElement(interaction, "qti-simple-choice", identifier=_id(id)).text = say(label, lang)


def _match(body, question, asked, lang):
    n = str(len(question.options))
    interaction = ET.SubElement(body, "qti-match-interaction", {
        "response-identifier": "RESPONSE", "shuffle": "false", "min-associations": n, "max-associations": n})  # fmt: skip
    ET.SubElement(interaction, "qti-prompt").text = asked
    for side, of, most in ((question.options, "o", "1"), (question.places, "p", n)):
        group = ET.SubElement(interaction, "qti-simple-match-set")
        for id, label in side:
            choice = {"identifier": _id(id, of), "match-max": most}
            ET.SubElement(group, "qti-simple-associable-choice", choice).text = say(label, lang)
