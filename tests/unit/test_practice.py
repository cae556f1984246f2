"""The player without a browser: what it shows, what it records, and that no text becomes a tag."""

import re

import pytest

from rightdoor import cases, feedback, records
from rightdoor.practice import question
from rightdoor.practice.markup import button, join, lines, tag
from rightdoor.practice.player import DEBRIEF, FEEDBACK, QUESTION, Player, position
from rightdoor.practice.session import Session
from rightdoor.practice.sheet import Sheet
from rightdoor.records import StoreError
from rightdoor.tables import Problem
from rightdoor.text import LANGS, Pair

LEARNER = "local-tester"
HOSTILE = "<script>alert(1)</script> \"quoted\" 'single' & <img src=x onerror=alert(1)>"


@pytest.fixture
def case(book):
    return cases.load("police-lookup", book)


@pytest.fixture
def player(case, log):
    return Player(Session(case, LEARNER, "zh-Hans", log, seed="seven"))


def html(player):
    return "".join(part for _, part in player.sheet.view["parts"])


def words(player):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(player)))


def act(player, do, of="", **values):
    player.sheet._received(player.sheet, {"do": do, "of": of, "values": values}, None)


def right(walk):
    key = feedback.key(walk)
    if key is None:
        shown = [o.id for o in walk.prompt().options if not walk.step.option(o.id).hint]
        key = shown[0] if walk.step.kind.id == "choose-one" else shown[: walk.prompt().most]
    return list(key) if isinstance(key, tuple) else key


def answer(player, chosen=None):
    """Answer the present step through the sheet's own messages."""
    walk = player.session.walk
    chosen, kind = right(walk) if chosen is None else chosen, walk.step.kind.id
    if kind == "order-doors":
        for id in chosen:
            act(player, "add", id)
        act(player, "answer")
    elif kind == "number":
        act(player, "answer", number=str(chosen))
    elif kind == "date":
        act(player, "answer", date=chosen)
    elif kind == "match":
        act(player, "answer", **{question.PLACE + item: place for item, place in chosen.items()})
    elif kind == "choose-one" and not walk.step.judged:
        act(player, "answer", chosen)
    else:
        act(player, "answer", choice=chosen)


def finish(player):
    while not player.session.walk.done:
        answer(player)
        assert player.screen == FEEDBACK
        act(player, "next")


# ---- HTML ------------------------------------------------------------------------------------------------------------


def test_text_is_escaped_wherever_it_stands():
    made = tag("p", HOSTILE, [HOSTILE, None], lines(HOSTILE), title=HOSTILE)
    assert "<script" not in made and "<img" not in made
    assert made.count("&lt;script&gt;") == 4
    assert tag("b", tag("i", "x")) == "<b><i>x</i></b>"
    assert join("a<", None, ["b", tag("br")]) == "a&lt;b<br>"
    assert button("x", "go", HOSTILE).count("<") == 2


def test_attributes_that_are_off_are_left_out():
    assert (
        tag("input", checked=False, disabled=None, required=True, aria_label="a", class_="b")
        == '<input required aria-label="a" class="b">'
    )


def test_hostile_words_of_a_case_are_shown_as_text(case, log, monkeypatch):
    from rightdoor.cases import walk

    monkeypatch.setattr(walk, "fill", lambda pair, *_: Pair(HOSTILE, HOSTILE) if pair else None)
    player = Player(Session(case, LEARNER, "en", log))
    answer(player)
    assert "<script" not in html(player) and "<img" not in html(player)
    assert "&lt;script&gt;" in html(player)


# ---- going through a case --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_a_case_from_the_first_question_to_the_debrief(case, log, lang):
    player = Player(Session(case, LEARNER, lang, log))
    finish(player)
    assert player.screen == DEBRIEF
    shown = html(player)
    for door in player.session.walk.decision.doors:
        assert door.id in case.book.channels
        if phone := case.book.door(door.id, case.today).phone:
            assert phone in shown
    assert {line.score for line in feedback.debrief(player.session.walk).lines} == {1.0}
    events = log.last_walk(LEARNER, case.id)
    assert [e.kind for e in events].count("finished") == 1 and {e.lang for e in events} == {lang}
    assert not re.search(r"\{[a-z_]+\}", words(player))


def test_the_feedback_says_the_verdict_in_words_and_quotes_the_article(player):
    answer(player)
    act(player, "next")
    answer(player)
    act(player, "next")
    answer(player, "auxiliary_police")
    assert "✗ 不对" in words(player) and "第一千零三十九条" in words(player)
    assert "国家机关、承担行政职能的法定机构及其工作人员" in words(player)
    assert player.sheet.view["said"] == "不对" and player.sheet.view["focus"] == "verdict"


@pytest.mark.parametrize(
    ("lang", "mark", "script"),
    [
        ("en", "unofficial plain-English gloss", 'lang="zh-Hans"'),
        ("zh-Hant", "法條由簡體原文轉換", 'lang="zh-Hant"'),
        ("zh-Hans", "来源：", 'lang="zh-Hans"'),
    ],
)
def test_a_quotation_says_what_it_is(case, log, lang, mark, script):
    player = Player(Session(case, LEARNER, lang, log))
    for _ in range(2):
        answer(player)
        act(player, "next")
    answer(player)
    assert mark in html(player) and script in html(player)


def test_an_empty_answer_is_asked_for_and_not_recorded(player, log):
    answer(player)
    act(player, "next")
    before = len(log.last_walk(LEARNER, "police-lookup"))
    act(player, "answer", choice=[])
    assert player.screen == QUESTION and 'role="alert"' in html(player)
    assert len(log.last_walk(LEARNER, "police-lookup")) == before
    act(player, "answer", "no-such-option", choice=["nor-this"])
    assert player.screen == QUESTION


def test_messages_that_fit_no_control_change_nothing(player):
    before = player.session.walk
    for do, of, values in [
        ("next-please", "", {}),
        ("add", "police", {}),
        ("back", "", {}),
        ("", "", {}),
        ("answer", "", {"choice": {"a": 1}}),
    ]:
        act(player, do, of, **values)
    player.sheet._received(player.sheet, "not a message", None)
    player.sheet._received(player.sheet, {"do": "answer", "values": ["x"]}, None)
    assert player.session.walk == before


def test_doors_are_put_in_order_by_buttons_alone(case):
    assert question.moved([], "add", "a") == ["a"]
    assert question.moved(["a", "b"], "add", "a") == ["b", "a"]
    assert question.moved(["a", "b"], "up", "b") == ["b", "a"]
    assert question.moved(["a", "b"], "down", "b") == ["a", "b"]
    assert question.moved(["a", "b"], "remove", "a") == ["b"]
    assert question.moved(["a"], "up", "gone") == ["a"]


def test_a_choice_not_yet_sent_outlives_the_hint(player):
    for _ in range(2):
        answer(player)
        act(player, "next")
    act(player, "hint", choice="unknown", certainty="guess")
    assert re.search(r'value="unknown" checked', html(player)) and re.search(r'value="guess" checked', html(player))
    assert 'data-focus="hint"' in html(player)


def test_back_takes_the_answer_back_and_the_log_keeps_both(player, log):
    answer(player)
    act(player, "next")
    act(player, "back")
    assert not player.session.walk.answers
    assert [e.kind for e in log.last_walk(LEARNER, "police-lookup")] == ["started", "answered", "back"]


def test_starting_again_asks_first_and_another_variant_differs(player, log):
    answer(player)
    act(player, "ask-restart")
    assert "从头开始" in words(player) and player.session.walk.answers
    act(player, "keep")
    assert player.session.walk.answers
    act(player, "ask-restart")
    act(player, "restart")
    assert not player.session.walk.answers
    finish(player)
    variant = player.session.walk.variant
    act(player, "restart", "another")
    assert player.session.walk.variant != variant and player.screen == QUESTION


# ---- coming back -----------------------------------------------------------------------------------------------------


def test_whoever_comes_back_is_where_she_was(case, log):
    first = Player(Session(case, LEARNER, "zh-Hans", log))
    for _ in range(4):
        answer(first)
        act(first, "next")
    again = Player(Session(case, LEARNER, "en", log))
    assert again.session.walk == first.session.walk
    assert "Step 5 of 9" in words(again)
    assert "<details" in html(again) and "Feedback on the last step" in words(again)
    finish(again)
    assert Player(Session(case, LEARNER, "zh-Hans", log)).screen == DEBRIEF


def test_two_windows_do_not_undo_each_other(case, log):
    one, two = (Player(Session(case, LEARNER, "zh-Hans", log)) for _ in range(2))
    answer(one)
    answer(two)
    assert "另一个窗口" in two.sheet.view["said"]
    assert two.session.walk == one.session.walk
    assert [e.kind for e in log.last_walk(LEARNER, case.id)] == ["started", "answered"]


def test_a_store_that_cannot_be_written_is_told_of_and_the_case_goes_on(case):
    trouble = Problem(
        "events.sqlite",
        Pair("学习记录写不进去。", "The record cannot be written."),
        Pair("换个位置。", "Choose another place."),
    )
    player = Player(Session(case, LEARNER, "zh-Hans", None, trouble))
    assert "学习记录写不进去。" in words(player) and "可以照常做下去" in words(player)
    finish(player)
    assert "已记录" not in words(player)


def test_a_store_that_fails_midway_is_told_of(player, log, monkeypatch):
    answer(player)
    assert "已记录" in words(player)

    def refuse(event):
        raise StoreError(
            Problem("events.sqlite", Pair("磁盘满了。", "The disk is full."), Pair("腾出空间。", "Free some space."))
        )

    monkeypatch.setattr(log, "append", refuse)
    act(player, "next")
    answer(player)
    assert "磁盘满了。" in words(player) and "已记录" not in words(player)
    act(player, "next")
    finish(player)


# ---- the sheet -------------------------------------------------------------------------------------------------------


def test_the_sheet_answers_every_message():
    sheet = Sheet("en", "x", lambda do, of, values: None)
    sheet.show([("a", tag("p", "x"))])
    serial = sheet.view["serial"]
    sheet._received(sheet, {"do": "anything"}, None)
    assert sheet.view["serial"] == serial + 1
    assert "Reload" in sheet.view["lost"]


def test_progress_counts_the_way_taken(case):
    walk = cases.begin(case, "1")
    assert position(walk) == (1, len(case.story))
    walk = walk.take(right(walk))
    assert position(walk) == (2, len(case.story)) and position(walk, answered=True) == (1, len(case.story))


@pytest.mark.parametrize("lang", LANGS)
def test_every_control_has_a_name_and_every_field_a_label(case, lang, tmp_path):
    log = records.Log(str(tmp_path / f"{lang}.sqlite"))
    player = Player(Session(case, LEARNER, lang, log))
    while not player.session.walk.done:
        shown = html(player)
        for name, inner in re.findall(r"<button([^>]*)>(.*?)</button>", shown):
            assert "aria-label=" in name or re.sub(r"<[^>]+>", "", inner).strip()
        assert shown.count("<input") == len(re.findall(r"<label[^>]*>(?:(?!</label>).)*<input", shown))
        assert shown.count("<fieldset") == shown.count("<legend")
        answer(player)
        act(player, "next")
    log.close()
