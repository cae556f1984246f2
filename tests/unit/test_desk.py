# Over 400 lines: one desk is asked through from the first question to the files.
"""The desk without a browser: what it asks, what it makes of the answers, and that it keeps nothing."""

import base64
import io
import json
import re
from datetime import date
from html import unescape

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rightdoor import drafts, plan
from rightdoor.law import ask, terms
from rightdoor.law.facts import parse
from rightdoor.practice import desk_file, desk_words, intake
from rightdoor.practice.desk import ACTS, CLEAR, LETTER, PLAN, PRIVACY, QUESTION, READY, Desk
from rightdoor.text import LANGS, say

TODAY = date(2026, 11, 24)
HOSTILE = "<script>alert(1)</script> \"quoted\" 'single' & <img src=x onerror=alert(1)>"
LINK = re.compile(r'href="data:([^;]+);base64,([^"]+)" download="([^"]+)"')


@pytest.fixture
def desk(book):
    return Desk(book, "zh-Hans", drafts, TODAY)


def act(desk, do, of="", **values):
    desk.sheet._received(desk.sheet, {"do": do, "of": of, "values": values}, None)


def html(desk):
    return "".join(part for _, part in desk.sheet.view["parts"])


def words(desk):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html(desk))))


def answer(desk, known):
    """Answer the present question from `known`, a mapping of paths to (of, values), else "I don't know"."""
    of, values = known.get(desk.path, (None, None))
    act(desk, "unknown") if of is None else act(desk, "answer", of, **values)


POLICE = {
    "urgency": ("", {"choice": ["data_online"]}),
    "on": ("", {"day": "2026-11-10"}),
    "conduct": ("", {"choice": ["looked_up", "provided"]}),
    "leaker.actor": ("police_officer", {}),
    "data": ("", {"choice": ["lodging", "household"]}),
    "data[0].count": ("", {"number": "２５"}),
    "prior_report": ("", {"door": "police-other-organ", "choice": "not_filed", "day": "2026-11-20"}),
    "known_on": ("", {"day": "2026-11-12"}),
    "victim_minor": ("child", {}),
    "anonymous": ("named", {}),
}


def to_the_plan(desk, known=POLICE):
    while desk.screen == QUESTION:
        answer(desk, known)
    return desk


# ---- the questions ---------------------------------------------------------------------------------------------------


def test_safety_comes_first_and_is_told_at_once(desk):
    assert desk.path == "urgency"
    act(desk, "answer", choice=["ongoing_threat"])
    assert "先做这件事" in words(desk) and "110" in words(desk) and desk.path == "on"


def test_the_order_is_the_laws_own(desk):
    for path in ("urgency", "on"):
        assert desk.path == path
        answer(desk, POLICE)
    while desk.screen == QUESTION:
        left = [q.path for q in desk.decision.ask_next if q.path not in desk.answers]
        if left:
            assert desk.path == left[0]
        answer(desk, POLICE)


def test_everything_may_be_unknown(desk):
    to_the_plan(desk, {})
    assert desk.screen == PLAN and desk.day_assumed
    assert set(desk.answers) >= {"urgency", "on", "conduct", "leaker.actor", "data", "anonymous"}
    assert desk.facts == parse({"on": TODAY.isoformat()})
    assert "行为日期不知道" in words(desk) and "还不知道" in words(desk)


def test_answers_become_facts(desk):
    to_the_plan(desk)
    facts = desk.facts.as_obj
    assert facts["data"] == [{"kind": "lodging", "count": 25}, {"kind": "household"}]
    assert facts["conduct"] == ["provided", "looked_up"] and facts["leaker"] == {"actor": "police_officer"}
    assert facts["prior_report"] == [{"door": "police-other-organ", "result": "not_filed", "on": "2026-11-20"}]
    assert facts["victim_minor"] and facts["victim_under_14"] and facts["anonymous"] is False


def test_none_is_an_answer_and_not_unknown(desk):
    act(desk, "none")
    assert desk.facts.urgency == () and desk.answers["urgency"] == {"urgency": []}
    to_the_plan(desk, {})
    act(desk, "change", "prior_report")
    act(desk, "none")
    assert desk.facts.prior_report == () and desk.screen == PLAN


def test_several_earlier_reports(desk):
    while desk.path != "prior_report":
        answer(desk, {"leaker.actor": ("police_officer", {})})
    act(desk, "more", door="police", choice="refused")
    assert desk.path == "prior_report" and "不肯收" in words(desk) and "已经记下" in words(desk)
    act(desk, "answer", door="government-hotline", choice="no_answer", day="2026-10-01")
    assert [r.door for r in desk.facts.prior_report] == ["police", "government-hotline"]


@pytest.mark.parametrize(
    ("path", "do", "values", "fault"),
    [
        ("urgency", "answer", {}, "choose-fault"),
        ("urgency", "answer", {"choice": ["no-such-word"]}, "no-fit"),
        ("urgency", "answer", {"choice": "ongoing_threat"}, "choose-fault"),
        ("on", "answer", {"day": "2026-11-25"}, "day-fault"),
        ("on", "answer", {"day": "yesterday"}, "day-fault"),
        ("on", "answer", {"day": "1949-10-01"}, "day-fault"),
        ("leaker.actor", "answer", {}, "choose-fault"),
        ("data[0].count", "answer", {"number": "-3"}, "whole-fault"),
        ("data[0].count", "answer", {"number": "110105194912310021"}, "whole-fault"),
        ("data[0].count", "answer", {"number": "about ten"}, "whole-fault"),
        ("gains_yuan", "answer", {"number": "1.2.3"}, "money-fault"),
        ("prior_report", "answer", {"door": "", "choice": "refused"}, "report-fault"),
        ("prior_report", "answer", {"door": "no-door", "choice": "refused"}, "report-fault"),
        ("prior_report", "more", {"choice": "refused"}, "report-fault"),
        ("victim_minor", "answer", {}, "choose-fault"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_refused_in_words(desk, path, do, values, fault):
    while desk.path != path:
        answer(desk, POLICE if desk.path in ("conduct", "leaker.actor", "data") else {})
    before = dict(desk.answers)
    act(desk, do, **values)
    assert desk.path == path and desk.answers == before
    assert say(desk_words._WORDS[fault], "zh-Hans") in words(desk) and 'role="alert"' in html(desk)
    act(desk, "unknown")
    assert desk.path != path


def test_back_takes_one_answer_back(desk):
    seen = []
    while desk.screen == QUESTION:
        seen.append(desk.path)
        answer(desk, POLICE)
    act(desk, "change", seen[-1])
    act(desk, "back")
    assert desk.screen == PLAN, "from a change, back leads to the plan"
    fresh = Desk(desk.book, "zh-Hans", drafts, TODAY)
    for _ in range(5):
        answer(fresh, POLICE)
    for path in reversed(seen[:5]):
        act(fresh, "back")
        assert fresh.path == path
    assert not fresh.answers


def test_changing_the_data_forgets_its_counts(desk):
    to_the_plan(desk)
    act(desk, "change", "data")
    act(desk, "answer", choice=["face"])
    assert desk.facts.as_obj["data"] == [{"kind": "face"}] and "data[0].count" not in desk.answers
    assert "data[0].count" in desk.open


def test_restart_asks_first_and_clears_everything(desk):
    to_the_plan(desk)
    act(desk, "write")
    act(desk, "letter", story="一句话")
    act(desk, "to-plan")
    act(desk, "ask-clear")
    act(desk, "keep")
    assert desk.screen == PLAN
    act(desk, "ask-clear")
    act(desk, "restart")
    assert desk.screen == QUESTION and not desk.answers and desk.words == plan.Words() and not desk.files


def test_every_open_fact_has_a_question_and_controls():
    assert set(intake.ASKS) >= set(ask.QUESTIONS)
    assert {a.kind for a in intake.ASKS.values()} == set(intake.SHOW) == {*intake.READ, "report"}
    parts = {"crime.tier", "crime.findings", "administrative", "discipline", "civil", "state_liability", "public_interest",
             "doors", "limits"}  # fmt: skip
    assert set(desk_words.PARTS) == parts


def test_every_word_is_there_in_every_script_and_used():
    import inspect

    from rightdoor.practice import desk, desk_file, desk_letter, desk_plan

    code = "".join(inspect.getsource(m) for m in (desk, desk_file, desk_letter, desk_plan, intake))
    for key, pair in desk_words._WORDS.items():
        assert pair.zh and pair.en and all(say(pair, lang) for lang in LANGS)
        assert f'"{key}"' in code or key.startswith("field-") or key in ("yes", "no"), f"{key} is not used"


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_conversation_ends_in_a_plan(book, data):
    """Whatever is pressed, the desk neither fails nor keeps asking the same."""
    desk = Desk(book, data.draw(st.sampled_from(LANGS)), drafts, TODAY)
    for _ in range(60):
        if desk.screen != QUESTION:
            break
        path, kind = desk.path, intake.ask_of(desk.path).kind
        asked = intake.ask_of(path)
        if kind == "several":
            act(
                desk,
                "answer",
                choice=data.draw(st.lists(st.sampled_from(book.terms(asked.terms)), min_size=1, unique=True)),
            )
        elif kind == "one":
            act(desk, "answer", data.draw(st.sampled_from(book.terms(asked.terms))))
        elif kind == "yes-no":
            act(desk, "answer", data.draw(st.sampled_from(["yes", "no"])))
        elif kind in ("whole", "money"):
            act(desk, "answer", number=str(data.draw(st.integers(0, 60_000))))
        elif kind == "day":
            act(desk, "answer", day=data.draw(st.dates(date(1995, 1, 1), TODAY)).isoformat())
        elif kind == "report":
            act(
                desk,
                "answer",
                door=data.draw(st.sampled_from(terms.DOOR)),
                choice=data.draw(st.sampled_from(terms.REPORT_RESULT)),
            )
        else:
            act(desk, "answer", data.draw(st.sampled_from([*intake.AGES, *intake.NAMING])))
        if desk.screen == QUESTION and desk.path == path:
            act(desk, "unknown")
    assert desk.screen == PLAN, desk.answers.keys()
    if desk.plan.places and plan.letter_doors(desk.plan):
        act(desk, "write")
        act(desk, "letter", story="x")
        assert desk.screen == READY


# ---- the plan --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_the_plan_says_everything_she_needs(book, lang):
    desk = to_the_plan(Desk(book, lang, drafts, TODAY))
    said = words(desk)
    for place in desk.plan.places:
        assert say(place.row.name, lang).lower() in said.lower() and (place.row.phone or "") in said
        assert say(place.way.fixed.level, lang) in said
        for due in place.due:
            assert due.until is None or due.until.isoformat() in said
        if place.row.status != "verified":
            assert {"en": "confirm locally", "zh-Hans": "以当地公布为准", "zh-Hant": "以當地公布為準"}[lang] in said
    for finding in (*desk.decision.red_lines, *desk.decision.unsettled):
        assert say(finding.says, lang) in said
    for clock in desk.plan.dates:
        assert clock.until.isoformat() in said
    assert desk_words.word("if-shut", lang) in said


def test_the_day_of_handing_in_moves_the_dates(desk):
    to_the_plan(desk)
    act(desk, "recount", day="2026-12-01")
    assert desk.reported == date(2026, 12, 1) and "2026-12-22" in words(desk)
    act(desk, "recount", day="2020-01-01")
    assert desk.reported == TODAY


def test_what_does_not_fit_the_screen_is_passed_over(desk):
    for do in ACTS:
        if QUESTION not in ACTS[do][0]:
            act(desk, do, "police")
            assert desk.screen == QUESTION and not desk.answers
    act(desk, "no-such-act")
    act(desk, "change", "leaker.actor")
    assert desk.path == "urgency"


# ---- the letter and the linter ---------------------------------------------------------------------------------------


def written(desk, **values):
    to_the_plan(desk)
    act(desk, "write")
    assert desk.screen == LETTER
    act(desk, "letter", **values)
    return desk


def files(desk):
    return {name: base64.b64decode(data) for _, data, name in LINK.findall(html(desk))}


def letter_text(desk):
    name = next(n for n in files(desk) if "letter" in n)
    document = docx.Document(io.BytesIO(files(desk)[name]))
    return "\n".join(p.text for p in document.paragraphs)


def test_a_clean_letter_is_ready_at_once(desk):
    written(desk, door="supervision-commission", story="说了一件事", known=["what"])
    assert desk.screen == READY
    assert set(files(desk)) == {"supervision-commission-letter.docx", "evidence-list.docx", "dates.ics", desk_file.NAME}
    assert "说了一件事" in letter_text(desk)


def test_numbers_are_stopped_and_a_masked_copy_is_offered(desk):
    written(desk, story="他\n打来的号码是１３８ ００１３ ８０００", evidence="车牌京A12345的照片")
    assert desk.screen == PRIVACY and not files(desk)
    said = words(desk)
    assert "“经过”第 2 行：手机号码" in said and "车牌号" in said and "８０００" not in said, (
        "the warning does not repeat it"
    )
    act(desk, "write")
    assert desk.screen == LETTER and "１３８ ００１３ ８０００" in html(desk), "she can go back and edit"
    act(desk, "letter", story=desk.words.story)
    act(desk, "use-masked")
    assert desk.screen == READY and "１３８ **** **００" in letter_text(desk)


def test_she_may_keep_what_is_needed(desk):
    written(desk, story="来电13800138000")
    act(desk, "use-typed")
    assert "13800138000" in letter_text(desk)


def test_no_typed_text_becomes_a_tag(desk):
    written(desk, unit=HOSTILE, story=HOSTILE + "</textarea>", door=HOSTILE)
    act(desk, "to-plan")
    act(desk, "write")
    assert "<script" not in html(desk) and "<img" not in html(desk) and "</textarea></textarea>" not in html(desk)
    assert "&lt;script" in html(desk)


def test_papers_without_a_letter(desk):
    to_the_plan(desk)
    act(desk, "papers")
    assert set(files(desk)) == {"evidence-list.docx", "dates.ics", desk_file.NAME}


# ---- a file of one's own ---------------------------------------------------------------------------------------------


def kept(desk):
    """The text of the file of answers on the screen."""
    return files(desk)[desk_file.NAME].decode()


@pytest.mark.parametrize("known", [POLICE, {}], ids=["known", "unknown"])
def test_a_file_of_answers_brings_the_same_plan_back(book, desk, known):
    to_the_plan(desk, known)
    act(desk, "papers")
    later = Desk(book, "en", drafts, TODAY)
    act(later, "open", text=kept(desk))
    assert later.screen == PLAN and later.answers == desk.answers and later.facts == desk.facts
    assert later.day_assumed == desk.day_assumed and f"Opened: {len(desk.answers)}" in later.sheet.view["said"]


def test_a_half_answered_file_goes_on_where_it_stopped(book, desk):
    for _ in range(4):
        answer(desk, POLICE)
    path = desk.path
    act(desk, "to-plan")
    act(desk, "papers")
    later = Desk(book, "zh-Hant", drafts, TODAY)
    act(later, "open", text=kept(desk))
    assert later.screen == QUESTION and later.path == path and later.sheet.view["focus"] == "ask"


def test_the_file_of_answers_holds_no_typed_word(desk):
    written(desk, unit="某某派出所", story="说了一件事", guesses="我猜的", evidence="照片")
    assert not re.search("派出所|一件事|我猜|照片", kept(desk))


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"answers": {}}', '{"rightdoor-desk": 1}', "[" * 5000, '{"rightdoor-desk": 1, "answers": {"x": {}}}',
     '{"rightdoor-desk": 1, "answers": {"on": {"on": "1850-01-01x"}}}', '{"rightdoor-desk": 1, "answers": {"on": {"conduct": ["sold"]}}}',
     '{"rightdoor-desk": 1, "answers": {"data": {"data": [{"kind": "<script>"}]}}}', '{"rightdoor-desk": 1, "answers": {"data[9e9].count": {}}}',
     '{"rightdoor-desk": 1, "answers": {"on": 5}}', '{"rightdoor-desk": 1, "answers": {"<script>": {}}}', "x" * 30000],
)  # fmt: skip
def test_a_file_that_is_none_changes_nothing_and_says_so(desk, text):
    act(desk, "open", text=text)
    assert desk.screen == QUESTION and not desk.answers and desk.path == "urgency"
    assert (
        'role="alert"' in html(desk)
        and "case-answers.json" in words(desk) + "case-answers.json"
        and "<script>" not in html(desk)
    )
    assert desk.sheet.view["focus"] == "file" and not desk.sheet.view["failed"]
    act(desk, "unknown")
    assert desk.answers == {"urgency": {}}, "and the desk goes on"


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["sold", "2026-01-01", "lodging"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*intake.ASKS, "data[0].count", "data[1].kind"]), JSON | st.builds(dict), max_size=4
    ),
    st.booleans(),
)
@example({"urgency": None}, True)
def test_no_file_breaks_the_desk(book, answers, wrapped):
    """Whatever stands in the file: it is taken as it is, or refused in words."""
    desk = Desk(book, "en", drafts, TODAY)
    found = {path: {path: value} for path, value in answers.items()} if wrapped else answers
    act(desk, "open", text=json.dumps({desk_file.MARK: 1, desk_file.ANSWERS: found}))
    assert not desk.sheet.view["failed"]
    assert bool(desk.file_fault) != (desk.answers == found) or not found


def test_links_ask_no_host(desk):
    written(desk, story="一件事")
    assert not re.search(r'(?:href|src)="(?!data:|tel:|#)', html(desk))


def test_the_desk_keeps_nothing(tmp_path, run_python, monkeypatch):
    """In a kernel of its own: no record, no file, neither Word nor pandas before a paper is asked for."""
    monkeypatch.setenv("RIGHTDOOR_STORE", str(tmp_path / "record" / "events.sqlite"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    said = run_python("""
import sys
from rightdoor import lesson
d = lesson.desk(lang="en").on_act.__self__
act = lambda do, of="", **v: d.sheet._received(d.sheet, {"do": do, "of": of, "values": v}, None)
while d.screen == "question":
    act("unknown")
act("write")
print(*sorted({"docx", "lxml", "icalendar", "pandas", "matplotlib"} & set(sys.modules)), "|", d.screen)
act("letter", story="only here and nowhere else")
print(d.screen, len(d.files), *sorted({"pandas", "matplotlib"} & set(sys.modules)))
""")
    assert said.splitlines() == ["| letter", "ready 5"]
    kept = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert not [p for p in kept if b"only here and nowhere" in p.read_bytes()] and not (tmp_path / "record").exists()


def test_clear_screen_is_known():
    assert CLEAR in ACTS["keep"][0]
