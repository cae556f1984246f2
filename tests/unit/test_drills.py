"""Drills: plans and what is wrong with one, the state and the clock, the board, the debrief; all pure functions."""

import json
import random
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from postgres import postgres, server  # noqa: F401

from rightdoor import cases, drills, feedback, records, tables
from rightdoor.cli import main
from rightdoor.drills.plan import read
from rightdoor.practice import certificate
from rightdoor.records import Control, Event, Log
from rightdoor.text import LANGS, say

T0 = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
DRILL = "police-lookup-20261127-abcd"
CODES = tuple(f"class-{n}" for n in range(1, 9))


def at(seconds):
    return (T0 + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")


def control(seconds, kind, learner="", **data):
    return Control(kind, DRILL, learner, data, id=f"{kind}-{learner}-{seconds}", at=at(seconds))


def opening(plan="police-lookup", codes=CODES):
    first = control(0, "opened", plan=plan, version="0", snapshot="0")
    return [first, *(control(0, "seated", code, lang="en") for code in codes)]


@pytest.fixture(scope="module")
def plan(book):
    return drills.load("police-lookup", book)


def state(plan, controls, seconds):
    return drills.fold(plan, controls, T0 + timedelta(seconds=seconds))


# ---- plans -----------------------------------------------------------------------------------------------------


def test_every_plan_shipped_is_sound_and_says_everything_in_three_scripts(book):
    assert drills.check(book) == () and len(drills.library()) >= 6
    kinds = set()
    for id in drills.library():
        plan = drills.load(id, book)
        kinds.add(plan.feedback)
        pairs = [
            plan.title,
            plan.about,
            plan.notes,
            *plan.objectives,
            *(i.say for i in plan.injects),
            *(e.says for e in plan.expect),
        ]
        assert all(say(pair, lang).strip() for pair in pairs for lang in LANGS)
        assert plan.minutes >= sum(cases.load(case, book).minutes for case in plan.cases) * 0.8
    assert kinds == {drills.EACH, drills.CLOSE, drills.NEVER}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("cases: [police-lookup]", "cases: [police-lookpu]", "there is no case 'police-lookpu'"),
        (
            "news: police-lookup/paid",
            "news: police-lookup/piad",
            "'police-lookup/piad' is no news of a case of this plan",
        ),
        (
            "step: police-lookup/tier",
            "step: police-lookup/teir",
            "'police-lookup/teir' is no step of a case of this plan",
        ),
        ("minutes: 35", "minutes: 20", "the drill lasts 20 minutes only"),
        ("- {id: leaker,", "- {id: doors,", "the id 'doors' is written twice"),
        ("id: police-lookup\n", "id: other\n", "must be the file's name"),
        ("feedback: each", "feedback: always", "feedback"),
        ("minutes: 35", "minutes: half an hour", "minutes"),
        ("objectives:", "objective:", "objective"),
        ("id: police-lookup\n", "id: police-lookup\nid: police-lookup\n", "is written twice"),
    ],
)
def test_a_faulty_plan_is_told_with_line_and_cure(book, tmp_path, old, new, told):
    root = shutil.copytree(book.root, tmp_path / "data")
    path = root / "drills" / "police-lookup.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    plan, problems = read(path, book)
    assert plan is None and any(
        told in p.says.en and p.place.startswith("drills/police-lookup.yaml:") for p in problems
    ), problems
    assert all(p.says.zh and p.says.en for p in problems)


def test_a_card_is_drawn_again_by_its_seed(book):
    one = drills.draw("middle", "order-doors", "ab12", book)
    assert drills.load(one.id, book) == one and all("order-doors" in cases.load(c, book).skills for c in one.cases)
    assert len({drills.draw("full", drills.ANY, f"s{n}", book).cases for n in range(8)}) > 3
    for level, skill, seed in (("middle", "fly", "a"), ("middle", "any", "UPPER"), ("huge", "any", "a")):
        with pytest.raises((LookupError, ValueError)):
            drills.draw(level, skill, seed, book)


# ---- the state and its clock -------------------------------------------------------------------------------------


def test_pauses_do_not_count_and_extensions_do(plan):
    told = [
        *opening(),
        control(60, "started"),
        control(120, "paused"),
        control(720, "resumed"),
        control(780, "extended", minutes=5),
    ]
    now = state(plan, told, 900)
    assert (now.clock.elapsed, now.clock.left, now.phase) == (240, 40 * 60 - 240, drills.RUNNING)
    assert state(plan, told, 300).phase == drills.PAUSED and state(plan, told, 30).phase == drills.WAITING
    assert now.clock.moment(60) == T0 + timedelta(seconds=120) and now.clock.moment(120) == T0 + timedelta(seconds=780)


def test_time_that_ran_on_past_the_end_counts_for_nothing(plan):
    told = [*opening(), control(0, "started")]
    over = state(plan, told, 36 * 60)
    assert (over.phase, over.clock.left, over.clock.elapsed) == (drills.OVER, 0, 35 * 60)
    told.append(control(40 * 60, "extended", minutes=5))
    assert state(plan, told, 41 * 60).clock.left == 4 * 60


def test_one_seat_may_have_more_time_and_be_closed_and_opened_alone(plan):
    told = [
        *opening(),
        control(0, "started"),
        control(60, "extended", "class-1", minutes=5),
        control(90, "closed", "class-2"),
    ]
    now = state(plan, told, 120).seats
    assert now["class-1"].clock.left - now["class-3"].clock.left == 300
    assert now["class-2"].clock.phase == drills.CLOSED and now["class-3"].clock.phase == drills.RUNNING
    told += [control(150, "reopened", "class-2"), control(160, "revoked", "class-3")]
    assert (
        state(plan, told, 200).seats["class-2"].clock.elapsed == 140 and state(plan, told, 200).seats["class-3"].revoked
    )


def test_what_comes_by_itself_comes_on_the_clock(book):
    warm = drills.load("warm-up", book)
    told = [*opening("warm-up"), control(0, "started"), control(60, "paused"), control(600, "resumed")]
    assert state(warm, told, 700).injected == ()
    assert state(warm, told, 840).injected == (("queue", T0 + timedelta(seconds=840)),)
    told.append(control(650, "injected", inject="queue"))
    assert state(warm, told, 840).injected == (("queue", T0 + timedelta(seconds=650)),)


KINDS = st.sampled_from(
    [k for k in records.CONTROLS if k not in ("opened", "seated", "injected", "readmitted", "seen")]
)
MADE = st.lists(
    st.tuples(st.integers(1, 5000), KINDS, st.sampled_from(["", *CODES[:3]]), st.integers(1, 20)), max_size=25
)


@settings(max_examples=80, deadline=None)
@given(made=MADE, now=st.integers(0, 6000), seed=st.randoms())
def test_whatever_the_order_of_merging_the_state_is_the_same(plan, made, now, seed):
    told = opening() + [
        replace(control(seconds, kind, code, **({"minutes": n} if kind == "extended" else {})), id=f"c-{i}")
        for i, (seconds, kind, code, n) in enumerate(made)
    ]
    here = state(plan, told, now)
    mixed = told + told[: len(told) // 2]  # the same events come twice when two stores are merged
    seed.shuffle(mixed)
    assert state(plan, mixed, now) == here
    assert here.clock.left >= 0 and 0 <= here.clock.elapsed <= now
    assert sum((end - begin).total_seconds() for begin, end in here.clock.spans) == pytest.approx(here.clock.elapsed)
    for seat in here.seats.values():
        assert seat.clock.left >= 0 and all(a <= b for a, b in seat.clock.spans)


# ---- the record of a class -----------------------------------------------------------------------------------------


def work(plan, book, code, wrong=(), until=None, start=10, each=20):
    """The Events of a trainee who works the plan's first case, each answer `each` seconds after the one before."""
    walk, seconds = cases.begin(cases.load(plan.cases[0], book), drills.seed_of(DRILL, code)), start
    first = replace(records.started(walk, code, "en", drill=DRILL), at=at(seconds))
    found = [first]
    while not walk.done and walk.step.id != until:
        step = walk.step
        response = feedback.key(walk) if step.judged else None
        shown = [o.id for o in walk.prompt().options if not step.option(o.id).hint]
        if response is None:
            response = shown[0] if step.kind.id == "choose-one" else shown[: walk.prompt().most]
        if step.id in wrong:
            response = next(o.id for o in walk.prompt().options if o.id != response)
        seconds += each
        judged = feedback.judge(walk, response)
        found.append(
            replace(
                records.answered(walk, response, code, "en", first.walk, judged, None, float(each), DRILL),
                at=at(seconds),
            )
        )
        walk = walk.take(response)
    if walk.done:
        found.append(replace(records.marked("finished", walk, code, "en", first.walk, drill=DRILL), at=at(seconds)))
    return found


@pytest.fixture(scope="module")
def played(plan, book):
    """`(controls, events)` of a class of eight: most go wrong at the same step, one stops, one never comes."""
    controls = [*opening(), control(5, "started"), control(300, "closed")]
    events = []
    for n, code in enumerate(CODES[:7]):
        controls.append(control(6 + n, "joined", code, device=f"d{n}"))
        events += work(
            plan, book, code, wrong=("leaker",) if n < 5 else (), until="tier" if n == 6 else None, start=10 + n
        )
    return controls, events


def test_the_board_says_who_is_where_and_what_goes_wrong(plan, book, played):
    controls, events = played
    controls = [c for c in controls if c.kind != "closed"]
    now = drills.board(plan, state(plan, controls, 230), events, book)
    rows = {row.code: row for row in now.rows}
    assert rows["class-8"].state == "absent" and rows["class-1"].state == "finished"
    assert (rows["class-7"].state, rows["class-7"].step) == ("working", "tier")
    later = {r.code: r.state for r in drills.board(plan, state(plan, controls, 300), events, book).rows}
    assert later["class-7"] == "stuck" and later["class-1"] == "finished"
    assert {r.code: r.state for r in drills.board(plan, state(plan, controls, 900), events, book).rows}[
        "class-7"
    ] == "silent"
    leaker = next(step for step in now.steps if step.step == "leaker")
    assert (leaker.answered, leaker.right) == (7, 2) and sum(share.n for share in leaker.shares) == 7
    assert [share.right for share in leaker.shares if share.id == "police_officer"] == [True]
    assert now.rows[-1].code == "class-8" and now.count("finished") == 6


def test_a_trigger_counts_those_who_are_here(plan, book, played):
    controls, events = played
    now = state(plan, [c for c in controls if c.kind != "closed"], 250)
    assert drills.due(plan, now, events) == ("paid", "not-filed")
    assert drills.due(plan, now, [e for e in events if e.learner in CODES[:3]]) == ()


def test_the_same_log_gives_the_same_debrief(plan, book, played):
    controls, events = played
    told = drills.debrief(plan, controls, events, book)
    for _ in range(3):
        random.shuffle(events), random.shuffle(controls)
        assert drills.debrief(plan, controls + controls[:3], events + events[:9], book) == told
    ticks = {one.id: one for one in told.expected}
    assert (
        (len(ticks["leaker"].done), ticks["leaker"].of) == (2, 7)
        and len(ticks["doors"].done) == 6
        and not ticks["money"].done
    )
    assert told.again[0].step == "leaker" and len(told.again) <= 3
    own = {one.code: one for one in told.seats}
    assert not own["class-8"].attended and own["class-1"].again[0].step == "leaker" and own["class-6"].score == 1
    assert [m.at for m in told.timeline] == sorted(m.at for m in told.timeline)
    assert drills.own_debrief(plan, controls, events, "class-1", book) == own["class-1"]
    json.dumps(told.row)


def test_a_small_class_has_no_figures(plan, book, played):
    controls, events = played
    told = drills.debrief(plan, controls, [e for e in events if e.learner in CODES[:3]], book)
    assert told.again == () and "Fewer than 5" in told.note.en


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_drill_is_kept_handed_in_merged_and_forgotten(plan, book, played, tmp_path, request, kind):
    controls, events = played
    store = tmp_path / "a.sqlite" if kind == "sqlite" else request.getfixturevalue("postgres")
    log, other = Log(store), Log(tmp_path / "b.sqlite")
    log.direct(*controls)
    for event in events:
        log.append(event)
    assert drills.debrief(plan, log.controls(DRILL), log.events(drill=DRILL), book) == drills.debrief(
        plan, controls, events, book
    )
    assert (log.controls_seen(DRILL), log.events_seen(DRILL)) == (len(controls), len(events)) and log.controls_seen(
        "none"
    ) == 0
    log.export(tmp_path / "all.jsonl")
    other.merge(tmp_path / "all.jsonl", drills=True)
    merged = other.merge(tmp_path / "all.jsonl", drills=True)
    assert merged.added == 0 and not merged.problems
    assert drills.debrief(plan, other.controls(DRILL), other.events(drill=DRILL), book) == drills.debrief(
        plan, controls, events, book
    )
    log.export(tmp_path / "one.jsonl", learner="class-1")
    assert not [code for code in CODES[1:] if code in (tmp_path / "one.jsonl").read_text("utf-8")]
    log.forget("class-1")
    left = drills.fold(plan, log.controls(DRILL))
    assert "class-1" not in left.seats and len(left.seats) == 7 and not log.events(learner="class-1")
    log.close(), other.close()


def test_practice_outside_the_drill_is_left_alone(plan, book, played, tmp_path):
    log = Log(tmp_path / "a.sqlite")
    mine = [event for event in played[1] if event.learner == "class-1"]
    for event in mine:
        log.append(event)
    assert log.last_walk("class-1", "police-lookup") == [] and len(
        log.last_walk("class-1", "police-lookup", DRILL)
    ) == len(mine)
    log.close()


# ---- news in a case ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("heard_at", range(7))
def test_news_is_replayed_wherever_it_was_heard(book, heard_at):
    case = cases.load("police-lookup", book)
    walk, events, run = cases.begin(case, "7"), [], "w-1"
    for n in range(40):
        if n == heard_at:
            events.append(records.marked("news", walk, "class-1", "en", run, response="paid"))
            walk = walk.hear("paid")
        if walk.done:
            break
        helpful = (o.id for o in walk.prompt().options if not walk.step.option(o.id).hint)
        response = feedback.key(walk) if walk.step.judged else next(helpful)
        response = [response] if walk.step.kind.id == "choose-several" and isinstance(response, str) else response
        events.append(records.answered(walk, response, "class-1", "en", run))
        walk = walk.take(response)
    assert {"paid-tier", "paid-keep"} <= set(walk.path) and walk.path.index("paid-tier") > walk.path.index("tier")
    again = cases.replay(case, "7", events)
    assert again == walk and again.learned == walk.learned and again.learned["gains_yuan"] == 6000 and not again.lost
    back = again.back()
    assert back.heard == again.heard and len(back.answers) == len(again.answers) - 1


def test_news_that_the_case_does_not_have_is_refused(book):
    with pytest.raises(ValueError, match="no news"):
        cases.begin(cases.load("police-lookup", book), "7").hear("rain")


# ---- on the command line, and on paper --------------------------------------------------------------------------------


def test_certificates_name_those_who_came_and_nothing_becomes_a_tag(plan, book, played):
    told = drills.debrief(plan, *played, book)
    names = {"class-1": "<img src=x onerror=alert(1)>", "class-2": '=HYPERLINK("http://x")'}
    for lang in LANGS:
        page = certificate.page(told, names, lang)
        assert page.count("<section") == 7 and "class-8" not in page and "<img" not in page and f'lang="{lang}"' in page
        assert "http://x" in page and "href" not in page and "src=" not in page.replace("src=x onerror", "")


def test_the_class_on_the_command_line(capsys, book, played, tmp_path, monkeypatch):
    monkeypatch.setenv("RIGHTDOOR_STORE", str(tmp_path / "a.sqlite"))
    assert main(["class", "debrief", "--lang", "en"]) == 0 and "No drill" in capsys.readouterr().out
    log = Log()
    log.direct(*played[0])
    for event in played[1]:
        log.append(event)
    log.close()
    assert (
        main(["class", "debrief", DRILL, "--timeline", "--lang", "zh-Hans", "--certificates", str(tmp_path / "c.html")])
        == 0
    )
    out = capsys.readouterr().out
    assert "再讲三点" in out and "2/7" in out and (tmp_path / "c.html").stat().st_mode & 0o777 == 0o600
    assert main(["class", "debrief", DRILL, "--json"]) == 0 and json.loads(capsys.readouterr().out)["drill"] == DRILL
    assert main(["class", "debrief", "nothing", "--lang", "en"]) == 2 and "There is no drill" in capsys.readouterr().err
    assert main(["class", "check"]) == 0 and main(["class", "check", "nothing"]) == 2
    assert main(["class", "plans", "--json"]) == 0
    capsys.readouterr()
    assert (
        main(["class", "card", "middle", "any", "--seed", "ab", "--lang", "en"]) == 0
        and "card-middle-any-ab" in capsys.readouterr().out
    )
    assert main(["class", "card", "middle", "fly"]) == 2


def test_events_of_a_drill_hold_ids_alone():
    with pytest.raises(ValueError):
        Control("injected", DRILL, data={"inject": "a sentence with spaces"})
    with pytest.raises(ValueError):
        Control("seated", DRILL, "王小明", {"lang": "en"})
    with pytest.raises(ValueError):
        Event("answered", "class-1", "police-lookup", "w-1", drill="two words")
    assert tables.load().snapshot
