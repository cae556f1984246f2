"""The library, every kind of step, the explorer, a case on paper, and a session whose store or window misbehaves."""

import re
from datetime import date
from html import unescape

import pytest
from test_practice import LEARNER, act, answer, finish, html, right, words

from rightdoor import cases, feedback, records
from rightdoor.practice import question
from rightdoor.practice.learner import Learner, Progress
from rightdoor.practice.library import LEVELS, Library, entry
from rightdoor.practice.pages import door_table
from rightdoor.practice.paper import law_way, paper
from rightdoor.practice.player import DEBRIEF, FEEDBACK, Player
from rightdoor.practice.session import Session
from rightdoor.records import StoreError
from rightdoor.tables import Problem
from rightdoor.text import LANGS, Pair, say

FULL = Problem("events.sqlite", Pair("磁盘满了。", "the disk is full."), Pair("请腾出空间。", "free some space."))


@pytest.fixture(scope="module")
def every_case(book):
    return [cases.load(id, book) for id in cases.library()]


def at(case, log, lang, fits):
    """A Player that stands at the first step that `fits`, answered as the law answers until there."""
    player = Player(Session(case, LEARNER, lang, log, seed="1"))
    while not fits(player.session.walk.step):
        answer(player)
        act(player, "next")
    return player


# ---- every case, every kind -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("id", cases.library())
def test_every_case_is_played_from_the_first_question_to_the_debrief(book, log, id):
    for lang in LANGS:
        player = Player(Session(cases.load(id, book), LEARNER, lang, log))
        if player.screen == DEBRIEF:
            act(player, "restart")
        finish(player)
        assert player.screen == DEBRIEF and not re.search(r"\{[a-z_]+\}", words(player))
        assert {line.score for line in feedback.debrief(player.session.walk).lines} == {1.0}


@pytest.mark.parametrize("kind", ["match", "finding", "letter", "number", "date"])
def test_an_unfinished_answer_is_asked_for_and_what_was_chosen_stays(every_case, log, kind):
    case = next(c for c in every_case if any(s.kind.id == kind for s in c.steps.values()))
    player = at(case, log, "zh-Hans", lambda step: step.kind.id == kind)
    before = player.session.walk
    if kind == "match":
        item, place = next(iter(right(before).items()))
        act(player, "answer", **{question.PLACE + item: place})
        assert re.search(f'value="{place}" selected', html(player))
    else:
        act(player, "answer", number="x", date="31", choice=[])
    assert player.session.walk == before and 'role="alert"' in html(player)


def test_a_match_says_where_each_item_belongs(every_case, log):
    case = next(c for c in every_case if any(s.kind.id == "match" for s in c.steps.values()))
    player = at(case, log, "zh-Hans", lambda step: step.kind.id == "match")
    walk = player.session.walk
    key, places = right(walk), [place.id for place in walk.step.places]
    answer(player, {item: next(p for p in places if p != place) for item, place in key.items()})
    assert player.screen == FEEDBACK and "应放到" in words(player)


@pytest.mark.parametrize(
    "written", ["2026-03-05", "2026-3-5", "2026/03/05", "2026年3月5日", " 2026.3.5 ", "２０２６-3-5"]
)
def test_a_date_is_read_as_people_write_it(written):
    assert question.iso(written) == "2026-03-05"


def test_what_is_no_date_is_left_for_the_step_to_refuse():
    assert question.iso("soon") == "soon" and question.iso("2026-13-45") == "2026-13-45"


def test_fields_are_cut_and_strangers_passed_over():
    found = question.fields(
        {"choice": ["x" * 9999, 3], "number": {"a": 1}, "evil": "x", "place:a": "b" * 9999, "place:c": ""}
    )
    assert found == {"choice": ["x" * 200], "number": "", "places": {"a": "b" * 200}}


# ---- certainty and hints ------------------------------------------------------------------------------------------------


def test_what_certainty_and_hints_count_is_said_before_and_after(book, log):
    player = at(cases.load("police-lookup", book), log, "zh-Hans", lambda step: step.judged and step.hint)
    assert "对 +3，错 −6" in words(player) and "这一步的得分少 25%" in words(player)
    act(player, "hint")
    walk = player.session.walk
    wrong = next(o.id for o in walk.prompt().options if o.id != right(walk))
    act(player, "answer", choice=wrong, certainty="sure")
    assert "把握分 −6" in words(player) and "看过提示" in words(player)
    again = Session(walk.case, LEARNER, "zh-Hans", log)
    assert again.walk.hints == (walk.step.id,) and again.last[3] == "sure"
    act(player, "back")
    answer(player)
    assert "得分按第一次的回答计" in words(player)


def test_a_certainty_that_is_none_is_not_recorded(book, log):
    player = at(cases.load("police-lookup", book), log, "en", lambda step: step.judged)
    act(player, "answer", choice=right(player.session.walk), certainty="<script>")
    assert player.screen == FEEDBACK and player.session.last[3] is None


# ---- the debrief and the explorer ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_one_fact_is_changed_and_the_changes_are_in_words(book, log, lang):
    player = Player(Session(cases.load("police-lookup", book), LEARNER, lang, log))
    finish(player)
    for fact, knob in enumerate(player.explorer.knobs):
        act(player, "fact", fact=str(fact))
        value = len(knob.choices) - 1
        act(player, "explore", fact=str(fact), value=str(value))
        expected = feedback.explore(player.session.walk, knob.path, knob.choices[value][0])
        assert player.sheet.view["said"] == " ".join(say(change.says, lang) for change in expected)
    before = player.session.walk
    for values in ({"fact": "-1", "value": "0"}, {"fact": "999"}, {"fact": "x", "value": "²"}, {"value": ["1"]}):
        act(player, "explore", **values)
    assert player.session.walk == before and player.screen == DEBRIEF


def test_the_debrief_lays_her_answer_beside_the_laws(book, log):
    player = at(cases.load("police-lookup", book), log, "zh-Hans", lambda step: step.judged)
    walk = player.session.walk
    answer(player, next(o.id for o in walk.prompt().options if o.id != right(walk)))
    act(player, "next")
    finish(player)
    line = feedback.debrief(player.session.walk).lines[0]
    assert line.score == 0 and line.mine[0].zh in words(player) and line.law[0].zh in words(player)
    assert html(player).count('class="rs-fold rs-line"') == sum(walk.case.steps[id].judged for id in walk.case.story)


# ---- the library ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_the_library_shows_every_case_with_its_state_of_review(book, every_case, log, lang):
    library = Library(Learner(log, LEARNER, None, lang, book), every_case)
    shown = "".join(text for _, text in library.sheet.view["parts"])
    for case in every_case:
        assert f'data-do="play" data-of="{case.id}"' in shown
    assert shown.count(say(cases.NOT_REVIEWED, lang)) == sum(cases.status(c) == cases.NOT_REVIEWED for c in every_case)
    assert {entry(case).level for case in every_case} <= set(LEVELS)


def test_a_case_is_chosen_played_left_and_gone_on_with(book, every_case, log):
    learner = Learner(log, LEARNER, None, "zh-Hans", book)
    library = Library(learner, every_case)
    library.act("play", "police-lookup", {})
    answer(library.player)
    library.act("library", "", {})
    assert library.player is None and learner.progress()["police-lookup"] == Progress(1, False)
    library.act("play", "police-lookup", {})
    assert len(library.player.session.walk.moves) == 1
    library.act("play", "no-such-case", {})
    assert library.playing == "police-lookup"


def test_the_filter_keeps_what_trains_the_skill(book, every_case, log):
    library = Library(Learner(log, LEARNER, None, "zh-Hans", book), every_case)
    library.act("skill", "", {"skill": "write-report"})
    shown = dict(library.sheet.view["parts"])["cases"]
    wanted = {case.id for case in every_case if "write-report" in case.skills}
    assert set(re.findall(r'data-do="play" data-of="([a-z-]+)"', shown)) == wanted
    library.act("skill", "", {"skill": "<script>"})
    assert library.skill == ""


def test_a_case_that_cannot_be_opened_is_named_and_no_obstacle(book, every_case, log):
    problems = [Problem(f"cases/x.yaml:{n}", Pair("坏了。", "broken."), Pair("", "")) for n in range(50)]
    library = Library(Learner(log, LEARNER, None, "en", book), every_case[:2], problems)
    shown = dict(library.sheet.view["parts"])["broken"]
    assert shown.count("<li>") == 3 and "Cases that cannot be opened: 1" in shown


@pytest.mark.parametrize("lang", LANGS)
def test_every_case_is_read_on_paper_with_the_laws_answers(every_case, lang):
    for case in every_case:
        walk = cases.begin(case, "1")
        told, way = paper(walk, lang), law_way(walk)
        assert way[-1].take(right(way[-1])).done, case.id
        text = unescape(re.sub("<[^>]+>", "", told))
        assert all(say(before.prompt().ask, lang) in text for before in way), case.id
        assert "<form" not in told and "<button" not in told


# ---- windows and stores --------------------------------------------------------------------------------------------------


def test_two_windows_that_answer_at_the_same_moment_lose_nothing(book, log):
    case = cases.load("police-lookup", book)
    one, two = (Session(case, LEARNER, "zh-Hans", log) for _ in range(2))
    first = right(one.walk)
    one.answer(first)
    two.answer(first)  # without having caught up: both events are in the log
    again = Session(case, LEARNER, "zh-Hans", log)
    assert not again.walk.lost and len(again.walk.moves) == 1
    again.answer(right(again.walk))
    assert one.catch_up() and not one.walk.lost and one.walk == again.walk


def test_an_edited_case_says_what_could_not_be_replayed(book, log):
    case = cases.load("police-lookup", book)
    player = Player(Session(case, LEARNER, "zh-Hans", log))
    gone = records.marked("hint", player.session.walk, LEARNER, "zh-Hans", player.session.run)
    log.append(
        records.Event(**gone.row | {"id": "x1", "kind": "answered", "step": "gone", "response": "x", "attempt": 1})
    )
    again = Player(Session(case, LEARNER, "zh-Hans", log))
    assert "这个案例在您上次练习之后改过" in words(again)
    finish(again)


def test_answers_held_while_the_disk_is_full_are_written_later(book, log, monkeypatch):
    player = Player(Session(cases.load("police-lookup", book), LEARNER, "zh-Hans", log))
    write = log.append
    monkeypatch.setattr(log, "append", lambda event: (_ for _ in ()).throw(StoreError(FULL, "full")))
    answer(player)
    assert "磁盘满了" in words(player) and "已记录" not in words(player)
    monkeypatch.setattr(log, "append", write)
    act(player, "next")
    answer(player)
    assert "磁盘满了" not in words(player) and "已记录" in words(player)
    assert [e.kind for e in log.last_walk(LEARNER, "police-lookup")] == ["started", "answered", "answered"]


def test_a_store_that_cannot_be_read_for_a_moment_is_tried_again(book, log, monkeypatch):
    player = Player(Session(cases.load("police-lookup", book), LEARNER, "zh-Hans", log))
    read = log.last_walk
    monkeypatch.setattr(log, "last_walk", lambda *_: (_ for _ in ()).throw(StoreError(FULL)))
    answer(player)
    monkeypatch.setattr(log, "last_walk", read)
    act(player, "next")
    answer(player)
    assert "已记录" in words(player) and len(log.events()) == 3


def test_what_goes_wrong_in_the_kernel_is_told_and_not_swallowed(book, log, monkeypatch):
    player = Player(Session(cases.load("police-lookup", book), LEARNER, "zh-Hans", log))
    monkeypatch.setattr(feedback, "judge", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        answer(player)
    assert "这一步出了错" in player.sheet.view["failed"]


def test_a_refusal_whose_door_is_not_there_that_day_is_told_without_it(book):
    day = date(2015, 1, 1)
    ids = [
        id for id, door in book.doors(day).items() if any(to and to not in book.doors(day) for _, to in door.refuses)
    ]
    assert ids and door_table(book, ids, day, "zh-Hans").view["parts"]
