"""The way out: xAPI, Moodle XML and QTI 3, each read by a program that is not ours.

Beside that, what the specifications ask is written out here for the parts in use, since no package brings the schema
of QTI 3 and Moodle publishes none: which element may stand where, and with which attributes.
"""

import csv
import io
import json
import re
import uuid
import xml.etree.ElementTree as ET
from datetime import datetime

import pytest

from rightdoor import cases, exchange, feedback, records
from rightdoor.exchange import NoQuestion, question, questions
from rightdoor.records import Event, Log

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


@pytest.fixture(scope="module")
def every(book):
    """Every question of the library that can stand alone, by case and step."""
    return [one for id in cases.library(book.root) for one in questions(cases.load(id, book))]


def sample():
    """An event of every kind and shape of answer."""
    same = {"learner": "code-1", "case": "police-lookup", "walk": str(uuid.uuid4()), "lang": "zh-Hans"}
    answers = ["serious", 15, ["a", "b"], {"x": "now", "y": "later"}, "2026-04-10"]
    events = [Event("started", **same, response={"count": 25}), Event("restarted", **{**same, "walk": "w-1"})]
    events += [
        Event("answered", **same, step="tier", attempt=1, response=a, score=s, seconds=2.5, certainty="sure",
              offered=("none", "serious"), snapshot="ab", version="cd", seed="7", basis="ef")
        for a, s in zip(answers, [1, 0, 0.5, 1, None], strict=True)
    ]  # fmt: skip
    return [*events, *(Event(kind, **same, step="tier") for kind in ("hint", "back")), Event("finished", **same)]


# ---- xAPI ----------------------------------------------------------------------------------------------------


def test_statements_are_read_by_the_reference_library_and_come_back_the_same():
    from tincan import Statement

    for event in sample():
        line = exchange.statement_line(event.row)
        read = Statement.from_json(line)
        again = json.loads(read.to_json())
        assert {key: again[key] for key in ("id", "actor", "context", "result") if key in again} == {
            key: value for key, value in json.loads(line).items() if key in ("id", "actor", "context", "result")
        } | ({"result": again["result"]} if "result" in again else {})
        assert read.verb.id.startswith("http://adlnet.gov/expapi/verbs/")
        assert read.timestamp == datetime.fromisoformat(event.at)


def test_statements_keep_the_rules_of_the_specification():
    for event in sample():
        made = exchange.statement(event.row)
        assert set(made) <= {"id", "actor", "verb", "object", "result", "context", "timestamp", "version"}
        assert str(uuid.UUID(made["id"])) == made["id"] and str(uuid.UUID(made["context"]["registration"]))
        assert set(made["actor"]["account"]) == {"homePage", "name"} and "name" not in made["actor"]
        assert all(re.match(r"https?://", iri) for iri in (made["verb"]["id"], made["object"]["id"]))
        assert all(re.match(r"https?://", iri) for iri in made["context"]["extensions"])
        assert None not in _values(made)
        if event.kind == "answered":
            result = made["result"]
            assert re.fullmatch(r"PT\d+\.\d\dS", result["duration"])
            assert event.score is None or -1 <= result["score"]["scaled"] <= 1
            assert made["context"]["contextActivities"]["parent"][0]["id"].endswith("/cases/police-lookup")


def _values(made):
    inner = made.values() if isinstance(made, dict) else made if isinstance(made, list) else ()
    return [*inner, *(v for one in inner for v in _values(one))]


def test_answers_are_written_as_the_specification_says():
    responses = [exchange.statement(e.row)["result"]["response"] for e in sample() if e.kind == "answered"]
    assert responses == ["serious", "15", "a[,]b", "x[.]now[,]y[.]later", "2026-04-10"]
    kinds = [
        exchange.statement(e.row)["object"]["definition"]["interactionType"] for e in sample() if e.kind == "answered"
    ]
    assert kinds == ["choice", "numeric", "choice", "matching", "choice"]


def test_the_same_event_is_always_the_same_statement():
    event = Event("finished", "code-1", "c", "not-a-uuid", id="not-a-uuid-either")
    assert exchange.statement(event.row) == exchange.statement(event.row)
    assert (
        exchange.statement(event.row, "https://class.example")["actor"]["account"]["homePage"]
        == "https://class.example"
    )


# ---- CSV -----------------------------------------------------------------------------------------------------


def test_a_spreadsheet_reads_one_row_for_each_event(tmp_path):
    log, path = Log(tmp_path / "e.sqlite"), tmp_path / "out.csv"
    for event in sample():
        log.append(event)
    assert log.write(path, exchange.line, head=exchange.HEAD) == len(sample())
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\r\n") == len(sample()) + 1
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert set(rows[0]) == set(sample()[0].row)
    assert [row["response"] for row in rows if row["kind"] == "answered"] == [
        "serious", "15", "a;b", "x=now;y=later", "2026-04-10"]  # fmt: skip
    assert not any(cell[:1] in "=+-@\t" for row in rows for cell in row.values() if cell)


def test_pandas_reads_it_too(tmp_path):
    import pandas as pd

    text = exchange.HEAD + "".join(exchange.line(event.row) for event in sample())
    table = pd.read_csv(io.BytesIO(text.encode()), encoding="utf-8-sig", parse_dates=["at"])
    assert len(table) == len(sample()) and table["score"].sum() == 2.5


# ---- questions -----------------------------------------------------------------------------------------------


def test_the_key_is_what_the_law_answers_and_scores_in_full(book, every):
    assert {one.kind for one in every} >= {"choose-one", "choose-several", "order-doors", "number"}
    case = cases.load("police-lookup", book)
    tier = question(case, "tier", {"kind": "lodging", "count": 250})
    assert tier.key in dict(tier.options) and tier.known and "253" in " ".join(pair.en for pair in tier.why)
    for id in cases.library(book.root):
        assert questions(cases.load(id, book)), id
    assert feedback.RIGHT not in [pair for one in every for pair in one.why]


def test_what_cannot_stand_alone_is_said(book):
    case = cases.load("police-lookup", book)
    for step in ("call", "nowhere"):
        with pytest.raises(NoQuestion) as caught:
            question(case, step)
        assert caught.value.says.zh
    with pytest.raises(NoQuestion):
        question(case, "tier", {"kind": "lodging", "count": -1})


# ---- Moodle XML ----------------------------------------------------------------------------------------------

MOODLE_FRACTIONS = {100, 50, 33.33333, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 0}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_importer_reads_the_choices_with_their_key(every, lang):
    from moodle_xml_parser.parser import parse_string

    choices = [one for one in every if one.kind in ("choose-one", "choose-several", "finding", "letter")]
    read = parse_string(exchange.quiz(every, lang))["multichoice"]
    assert len(read) == len(choices)
    for ours, theirs in zip(choices, read, strict=True):
        right = {ours.key} if isinstance(ours.key, str) else set(ours.key)
        assert theirs.single == (ours.kind == "choose-one") and theirs.default_grade == 1
        given = [option.score_fraction > 0 for option in theirs.options]
        assert given == [id in right for id, _ in ours.options]
        assert sum(o.score_fraction for o in theirs.options if o.score_fraction > 0) == pytest.approx(100, abs=0.01)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_question_has_what_moodle_asks_of_its_type(every, lang):
    root = ET.fromstring(exchange.quiz(every, lang))
    assert root.tag == "quiz" and len(root) == len(every)
    ids = [element.findtext("idnumber") for element in root]
    assert len(set(ids)) == len(ids)
    for ours, element in zip(every, root, strict=True):
        kind = element.get("type")
        assert element.findtext("name/text") and element.findtext("questiontext/text")
        assert element.find("questiontext").get("format") == "html"
        for answer in element.findall("answer"):
            assert abs(float(answer.get("fraction"))) in MOODLE_FRACTIONS and answer.findtext("text")
        if kind == "matching":
            pairs = element.findall("subquestion")
            asked = [pair for pair in pairs if pair.findtext("text")]
            assert len(asked) == len(ours.options) >= 2 and len({p.findtext("answer/text") for p in pairs}) >= 2
        else:
            assert kind in ("multichoice", "numerical", "shortanswer")
            assert max(float(a.get("fraction")) for a in element.findall("answer")) > 0
        if kind == "numerical":
            assert float(element.findtext("answer/text")) == ours.key and element.findtext("answer/tolerance") == "0"


# ---- QTI 3 ---------------------------------------------------------------------------------------------------

Q = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"
ORDER = ["qti-response-declaration", "qti-outcome-declaration", "qti-item-body", "qti-response-processing",
         "qti-modal-feedback"]  # fmt: skip
MAY = {  # element: (attributes it must have, attributes it may have, children it may have)
    "qti-response-declaration": ({"identifier", "cardinality", "base-type"}, set(), {"qti-correct-response"}),
    "qti-correct-response": (set(), set(), {"qti-value"}),
    "qti-default-value": (set(), set(), {"qti-value"}),
    "qti-value": (set(), set(), set()),
    "qti-outcome-declaration": ({"identifier", "cardinality", "base-type"}, set(), {"qti-default-value"}),
    "qti-item-body": (set(), set(), {"p", "qti-choice-interaction", "qti-order-interaction", "qti-match-interaction"}),
    "p": (set(), set(), {"qti-text-entry-interaction"}),
    "qti-prompt": (set(), set(), set()),
    "qti-choice-interaction": ({"response-identifier"}, {"shuffle", "min-choices", "max-choices"},
                               {"qti-prompt", "qti-simple-choice"}),
    "qti-order-interaction": ({"response-identifier"}, {"shuffle", "min-choices", "max-choices"},
                              {"qti-prompt", "qti-simple-choice"}),
    "qti-match-interaction": ({"response-identifier"}, {"shuffle", "min-associations", "max-associations"},
                              {"qti-prompt", "qti-simple-match-set"}),
    "qti-simple-match-set": (set(), set(), {"qti-simple-associable-choice"}),
    "qti-simple-choice": ({"identifier"}, set(), set()),
    "qti-simple-associable-choice": ({"identifier", "match-max"}, set(), set()),
    "qti-text-entry-interaction": ({"response-identifier"}, {"expected-length"}, set()),
    "qti-response-processing": (set(), {"template"}, set()),
    "qti-modal-feedback": ({"outcome-identifier", "show-hide", "identifier"}, {"title"}, {"qti-content-body"}),
    "qti-content-body": (set(), set(), {"p"}),
}  # fmt: skip
INTERACTION = {("single", "identifier"): "choice", ("multiple", "identifier"): "choice",
               ("ordered", "identifier"): "order", ("multiple", "directedPair"): "match",
               ("single", "integer"): "text-entry", ("single", "string"): "text-entry"}  # fmt: skip


def fits(element):
    name = element.tag.removeprefix(Q)
    must, may, children = MAY[name]
    assert must <= set(element.attrib) <= must | may, name
    for child in element:
        assert child.tag.removeprefix(Q) in children, f"{child.tag} in {name}"
        fits(child)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_question_is_an_item_of_qti_3(every, lang):
    for one in every:
        root = ET.fromstring(exchange.item(one, lang))
        assert root.tag == Q + "qti-assessment-item"
        assert {"identifier", "title", "adaptive", "time-dependent"} <= set(root.attrib)
        names = [child.tag.removeprefix(Q) for child in root]
        assert names == sorted(names, key=ORDER.index) and set(names) == set(ORDER)
        for child in root:
            fits(child)
        identifiers = [e.get("identifier") for e in root.iter() if e.get("identifier")]
        assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", id) for id in identifiers)
        assert len(identifiers) == len(set(identifiers))


def test_another_program_reads_the_items_and_keeps_the_key(every):
    """A converter reads QTI 3 and writes QTI 2.1: nothing is left out, and the key is the same."""
    from qti_convert import convert_qti3_to_qti21

    for one in every:
        text = exchange.item(one, "zh-Hans")
        read = convert_qti3_to_qti21(text)
        assert list(read.warnings) == [], one.id
        key = [value.text for value in ET.fromstring(text).find(Q + "qti-response-declaration").iter(Q + "qti-value")]
        theirs = ET.fromstring(read.xml.encode())
        assert [e.text for e in theirs.iter("{http://www.imsglobal.org/xsd/imsqti_v2p1}value")][: len(key)] == key


def test_the_key_of_an_item_is_ours_and_its_parts_are_on_offer(every):
    for one in every:
        root = ET.fromstring(exchange.item(one, "en"))
        declared = root.find(Q + "qti-response-declaration")
        values = [value.text for value in declared.iter(Q + "qti-value")]
        kind = INTERACTION[declared.get("cardinality"), declared.get("base-type")]
        assert root.find(f".//{Q}qti-{kind}-interaction").get("response-identifier") == declared.get("identifier")
        offered = {e.get("identifier") for e in root.iter() if "choice" in e.tag and e.get("identifier")}
        if kind == "text-entry":
            assert values == [str(one.key)]
        else:
            assert {part for value in values for part in value.split()} <= offered
            assert len(values) == len([one.key] if isinstance(one.key, str) else one.key)


def test_a_recorded_walk_goes_out_in_every_form(book, tmp_path):
    case = cases.load("police-lookup", book)
    walk, log = cases.begin(case, "3"), Log(tmp_path / "e.sqlite")
    begun = records.started(walk, "code-1", "en")
    log.append(begun)
    log.append(records.answered(walk, "danger", "code-1", "en", begun.walk, feedback.judge(walk, "danger")))
    assert log.export(tmp_path / "a.jsonl") == log.write(tmp_path / "b.jsonl", exchange.statement_line) == 2
    statements = [json.loads(line) for line in (tmp_path / "b.jsonl").read_text("utf-8").splitlines()]
    assert len({one["context"]["registration"] for one in statements}) == 1
