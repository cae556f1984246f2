# Over 400 lines: one small case file is spoiled in every way that the reader must notice.
"""Cases: what a file may hold, what is wrong with one, and a walk that is always rebuilt from its events."""

from dataclasses import FrozenInstanceError, dataclass

import pytest

from rightdoor import cases
from rightdoor.cases.read import read

SMALL = """\
id: small
title: {zh: 小案, en: A small case}
on: 2026-03-10
today: 2026-03-20
minutes: 3
start: ask
skills: [measure-seriousness, red-lines, order-doors, know-clocks]
sections: [VI]
vary:
  kind: [lodging, location_track]
  count: [24, 250]
words:
  kind:
    lodging: {zh: 住宿记录, en: hotel records}
    location_track: {zh: 行踪轨迹, en: tracks}
steps:
  ask:
    ask: {zh: 先问什么？, en: What first?}
    choices:
    - {id: many, label: {zh: 多少条？, en: How many?}, tell: {zh: "{count} 条{kind}。", en: "{count} {kind}."},
       learn: {"data[0].count": "{count}", "data[0].kind": "{kind}"}}
    - {id: who, label: {zh: 是谁？, en: Who?}, tell: {zh: 民警。, en: An officer.},
       learn: {leaker.actor: police_officer}}
    - {id: pay, label: {zh: 要多少钱？, en: How much?}, hint: {zh: 先弄清事实。, en: Facts first.}}
    next: more
  more:
    ask: {zh: 还问什么？, en: What else?}
    several:
    - {id: many, label: {zh: 多少条？, en: How many?}, tell: {zh: "{count} 条。", en: "{count}."},
       learn: {"data[0].count": "{count}"}}
    - {id: who, label: {zh: 是谁？, en: Who?}, tell: {zh: 民警。, en: An officer.},
       learn: {leaker.actor: police_officer}}
    - {id: when, label: {zh: 哪天？, en: When?}, tell: {zh: 十号。, en: The tenth.}, learn: {known_on: 2026-03-10}}
    most: 2
    next: clock
  clock:
    ask: {zh: 几个工作日？, en: How many working days?}
    skill: know-clocks
    number: {parameter: supervision/acceptance-notice}
    cite: ["supervision-regulations/209:2"]
    next: end
walks:
- {name: all, expect: {clock: 15}}
"""


@dataclass
class Recorded:
    kind: str
    step: str = ""
    response: object = None


@pytest.fixture
def file_of(tmp_path, book):
    """`file_of(text)` reads a case file of this text: `(case, problems)`."""

    def read_text(text):
        path = tmp_path / "small.yaml"
        path.write_text(text, encoding="utf-8")
        return read(path, book)

    return read_text


@pytest.fixture
def small(file_of):
    case, problems = file_of(SMALL)
    assert problems == []
    return case


def line_with(text, part):
    return next(n for n, line in enumerate(text.split("\n"), 1) if part in line)


# ---- what is wrong with a file -----------------------------------------------------------------------------

FAULTS = {
    "a step that leads nowhere": ("next: clock", "next: cloak", "leads to 'cloak'"),
    "a step that is never reached": ("    next: more\n  more:", "    next: clock\n  more:", "can never be reached"),
    "a step with no way to the end": ("    next: end", "    next: clock", "the end cannot be reached"),
    "a start that is no step": ("start: ask", "start: nowhere", "no step 'nowhere'"),
    "a missing half of a Pair": ("ask: {zh: 还问什么？, en: What else?}", "ask: {zh: 还问什么？}", "'en' is missing"),
    "an unknown skill": ("measure-seriousness, red", "juggling, red", "not a word of the list skill"),
    "a skill that the case does not list": ("skill: know-clocks", "skill: shut-door", "not listed under skills"),
    "an unknown section": ("sections: [VI]", "sections: [XI]", "hearsay_section"),
    "an unknown number": ("supervision/acceptance-notice", "supervision/no-such", "no number 'supervision/no-such'"),
    "an unknown article": ("supervision-regulations/209:2", "supervision-regulations/999", "not in the tables"),
    "an article not in force that day": (
        "supervision-regulations/209:2",
        "cybersecurity-law/64:2",
        "no version in force on 2026-03-20",
    ),
    "an option without feedback": (", hint: {zh: 先弄清事实。, en: Facts first.}", "", "has no feedback"),
    "an option written twice": ("{id: pay,", "{id: who,", "written twice"),
    "an unknown fact": (
        "learn: {leaker.actor: police_officer}}\n    - {id: pay",
        "learn: {leaker.rank: captain}}\n    - {id: pay",
        "leaker.rank",
    ),
    "a fact with an unknown word": (
        "learn: {leaker.actor: police_officer}}\n    - {id: pay",
        "learn: {leaker.actor: spy}}\n    - {id: pay",
        "leaker.actor",
    ),
    "a name in the text that nothing fills": ('zh: "{count} 条{kind}。"', 'zh: "{cuont} 条。"', "'{cuont}'"),
    "a value without its word": (
        "lodging: {zh: 住宿记录, en: hotel records}",
        "hotel: {zh: 住宿记录, en: hotel records}",
        "not in both",
    ),
    "two kinds in one step": (
        "    most: 2",
        "    most: 2\n    choices: [{id: x, why: {zh: 好, en: x}}]",
        "exactly one of",
    ),
    "a question that this kind cannot ask": (
        "    most: 2",
        "    most: 2\n    decide: crime.tier",
        "cannot ask 'crime.tier'",
    ),
    "a judged step that cites nothing": ('    cite: ["supervision-regulations/209:2"]\n', "", "cites no article"),
    "text that reorders itself": ("zh: 还问什么？", 'zh: "还问\u202e什么？"', "hidden"),
    "a key written twice": ("minutes: 3", "minutes: 3\nminutes: 4", "written twice"),
    "an expansion bomb": ("title: {zh: 小案, en: A small case}", "title: &x {zh: 小案, en: A small case}", "anchors"),
    "a test of a step that is not there": ("expect: {clock: 15}", "expect: {klock: 15}", "no step 'klock'"),
    "an id that is not the file's name": ("id: small", "id: large", "must be the file's name"),
    "a surname that does not convert cleanly": (
        "{zh: 民警。, en: An officer.},\n       learn: {leaker.actor: police_officer}}\n    - {id: pay",
        "{zh: 于女士。, en: Ms Yu.},\n       learn: {leaker.actor: police_officer}}\n    - {id: pay",
        "may not convert cleanly",
    ),
    "a telephone number": ("zh: 要多少钱？", "zh: 打 138-0013-8000 吗？", "real identity, telephone"),
    "an identity number": ("en: How much?", "en: 11010119900307123X", "real identity, telephone"),
    "a text without an end": ("zh: 先弄清事实。", "zh: " + "长" * 2001, "required shape"),
    "an unknown kind of step": ("number: {parameter", "guess: {parameter", "does not belong here"),
    "a number that asks nothing": ("{parameter: supervision/acceptance-notice}", "{mistakes: []}", "must say what"),
    "a number that asks two things": (
        "{parameter: supervision/acceptance-notice}",
        "{score: true, parameter: supervision/acceptance-notice}",
        "one thing only",
    ),
    "places without a match": (
        "    most: 2",
        "    most: 2\n    places: [{id: a}, {id: b}]",
        "does not belong to this step",
    ),
    "a path without end": (
        "learn: {known_on: 2026-03-10}",
        'learn: {"data[999999999].count": 1}',
        "not written as required",
    ),
    "variants without end": (
        "  count: [24, 250]",
        "  count: [24, 250]\n  a: [" + "1, " * 49 + "1]\n  b: [" + "1, " * 49 + "1]",
        "combinations",
    ),
    "a hidden character": ("en: A small case", "en: A sm\u200ball case", "hidden"),
    "more to choose than may be chosen": ("    most: 2", "    least: 3\n    most: 2", "least is greater"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_file_line_and_reason(fault, file_of):
    good, bad, says = FAULTS[fault]
    assert SMALL.count(good) == 1
    text = SMALL.replace(good, bad)
    _, problems = file_of(text)
    found = [p for p in problems if says in p.says.en]
    assert found, [p.says.en for p in problems]
    name, _, line = found[0].place.partition(":")
    assert name.removeprefix("cases/") == "small.yaml" and 1 <= int(line) <= text.count("\n") + 1
    assert found[0].says.zh


def test_the_line_is_the_line_of_the_fault(file_of):
    text = SMALL.replace("skill: know-clocks", "skill: shut-door")
    _, problems = file_of(text)
    assert problems[0].place == f"cases/small.yaml:{line_with(text, 'skill: shut-door')}"


def test_all_faults_come_at_once(file_of):
    _, problems = file_of(
        SMALL.replace("sections: [VI]", "sections: [XI]").replace("skill: know-clocks", "skill: shut-door")
    )
    assert len(problems) == 2


def test_a_case_with_faults_does_not_load(tmp_path, book):
    from dataclasses import replace

    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "small.yaml").write_text(SMALL.replace("next: end", "next: nowhere"), encoding="utf-8")
    other = replace(book, root=tmp_path)
    with pytest.raises(cases.CaseError) as caught:
        cases.load.__wrapped__("small", other)
    assert "cases/small.yaml" in str(caught.value)
    assert cases.library(tmp_path) == ("small",)
    assert any("nowhere" in p.says.en for p in cases.check(other))


# ---- walking -----------------------------------------------------------------------------------------------


def test_a_seed_gives_the_same_variant_and_order_on_every_machine(small):
    shown = {
        seed: (cases.begin(small, seed).variant, [o.id for o in cases.begin(small, seed).prompt().options])
        for seed in (1, 2, 3)
    }
    assert shown == {
        1: ({"kind": "lodging", "count": 24}, ["pay", "many", "who"]),
        2: ({"kind": "location_track", "count": 24}, ["who", "many", "pay"]),
        3: ({"kind": "location_track", "count": 250}, ["many", "pay", "who"]),
    }


def test_all_variants_are_reached_by_some_seed(small):
    seen = {tuple(cases.begin(small, seed).variant.items()) for seed in range(60)}
    assert len(seen) == len(cases.variants(small)) == 4


def test_the_text_speaks_of_the_variant(small):
    walk = cases.begin(small, 1, {"kind": "lodging", "count": 24}).take("many")
    assert [answer.en for _, answer in walk.notes] == ["24 hotel records."]
    assert walk.learned["data[0].count"] == 24


def test_a_walk_is_frozen_and_take_gives_a_new_one(small):
    first = cases.begin(small, 1)
    second = first.take("who")
    assert first.step.id == "ask" and second.step.id == "more"
    with pytest.raises(FrozenInstanceError):
        first.seed = "2"


def test_what_was_not_asked_stays_unknown(small):
    walk = cases.begin(small, 1).take("who")
    assert walk.facts.leaker.actor == "police_officer"
    assert walk.facts.data is None and walk.facts.known_on is None


def test_a_question_already_answered_is_not_asked_again(small):
    assert {o.id for o in cases.begin(small, 1).take("who").prompt().options} == {"many", "when"}


def test_a_hint_sends_back_and_counts_as_an_attempt(small):
    walk = cases.begin(small, 1).take("pay")
    assert walk.step.id == "ask" and walk.attempt == 2 and walk.learned == {"on": "2026-03-10"}


def test_going_back_forgets_what_was_learned_but_not_the_attempt(small):
    walk = cases.begin(small, 1).take("who").back()
    assert walk.step.id == "ask" and walk.attempt == 2
    assert "leaker.actor" not in walk.learned
    with pytest.raises(ValueError, match="no answer"):
        walk.back()


def test_what_is_no_answer_is_said_plainly(small):
    walk = cases.begin(small, 1)
    for response in ("nonsense", ["many", "who"], None, 5, "<script>"):
        with pytest.raises(cases.AnswerError) as caught:
            walk.take(response)
        assert caught.value.says.zh
    more = walk.take("who")
    for response in ([], ["many", "many"], ["who"], ["many", "x"]):
        with pytest.raises(cases.AnswerError):
            more.take(response)
    clock = more.take(["many"])
    for response in ("", "fifteen", "1.5", 1.5, True, -1, "9" * 400, None):
        with pytest.raises(cases.AnswerError):
            clock.take(response)
    assert clock.take(" １５ ").done
    with pytest.raises(cases.AnswerError):
        clock.take(15).take("who")


def test_the_order_of_several_answers_does_not_matter(small):
    walk = cases.begin(small, 1).take("who")
    assert walk.take(["when", "many"]) == walk.take(("many", "when"))


# ---- replay ------------------------------------------------------------------------------------------------


def events_of(walk):
    return [
        Recorded("started", response=walk.variant),
        *(
            Recorded(m.kind, m.step, list(m.response) if isinstance(m.response, tuple) else m.response)
            for m in walk.moves
        ),
    ]


def test_events_rebuild_the_walk(small):
    walk = cases.begin(small, 9).take("pay").take("who").back().take("many").take(["who", "when"])
    events = events_of(walk)
    events.insert(2, Recorded("hint", "ask"))
    again = cases.replay(small, 9, events)
    assert again == walk and again.lost == ()
    assert again.facts == walk.facts and again.prompt() == walk.prompt()


def test_the_recorded_variant_is_kept(small):
    variant = {"kind": "location_track", "count": 250}
    assert cases.replay(small, 1, [Recorded("started", response=variant)]).variant == variant


def test_a_restart_begins_again(small):
    events = [
        *events_of(cases.begin(small, 1).take("who")),
        Recorded("restarted", response={"kind": "lodging", "count": 250}),
    ]
    again = cases.replay(small, 1, events)
    assert again.step.id == "ask" and again.variant["count"] == 250


def test_an_edited_case_says_what_cannot_be_replayed(small, file_of):
    events = events_of(cases.begin(small, 1).take("who").take(["many"]).take(15))
    edited, problems = file_of(
        SMALL.replace(
            '{id: many, label: {zh: 多少条？, en: How many?}, tell: {zh: "{count} 条。"',
            '{id: number, label: {zh: 多少条？, en: How many?}, tell: {zh: "{count} 条。"',
        )
    )
    assert problems == [] and edited.version != small.version
    again = cases.replay(edited, 1, events)
    assert again.step.id == "more" and [m.response for m in again.moves] == ["who"]
    assert "2 of your answers" in again.lost[0].en and "2 个回答" in again.lost[0].zh


def test_a_variant_that_is_gone_is_said(small):
    again = cases.replay(small, 1, [Recorded("started", response={"count": 5}), Recorded("answered", "ask", "who")])
    assert again.lost and again.step.id == "ask"


def test_hostile_text_stays_text(small):
    from rightdoor.text import Pair

    filled = cases.fill(
        Pair("{count.__class__} {count!r} {0} {kind}", "<script>{kind}</script>"),
        small,
        {"kind": "lodging", "count": 24},
    )
    assert filled == Pair("{count.__class__} {count!r} {0} 住宿记录", "<script>hotel records</script>")


# ---- hints, certainty, branches ------------------------------------------------------------------------------


def test_hints_and_certainty_are_kept_and_replayed(small):
    walk = cases.begin(small, 1).hint().hint().take("who", "sure")
    assert walk.hints == ("ask",) and walk.moves[0].certainty == "sure"

    @dataclass
    class Sure(Recorded):
        certainty: str | None = None

    again = cases.replay(small, 1, [Recorded("hint", "ask"), Sure("answered", "ask", "who", "sure")])
    assert again == walk and again.hints == walk.hints and again.moves[0].certainty == "sure"


def test_a_choice_may_branch(file_of):
    case, problems = file_of(
        SMALL.replace(
            "learn: {leaker.actor: police_officer}}\n    - {id: pay",
            "learn: {leaker.actor: police_officer}, next: clock}\n    - {id: pay",
        )
    )
    assert problems == []
    assert cases.begin(case, 1).take("who").step.id == "clock" and cases.begin(case, 1).take("many").step.id == "more"


def test_the_state_before_an_answer_can_be_looked_at_again(small):
    walk = cases.begin(small, 1).take("who").take(["many"])
    assert walk.before(1).step.id == "more" and walk.before(0).step.id == "ask"


# ---- names and reviews -----------------------------------------------------------------------------------------


def test_the_guide_lists_the_surnames_that_are_allowed():
    from rightdoor.cases.wording import SURNAMES
    from rightdoor.text import convert, data_folder

    assert SURNAMES in (data_folder() / "cases" / "README.md").read_text("utf-8")
    for name in SURNAMES:
        seen = {convert(a + name + b)[len(a)] for a, b in (("", "某"), ("老", ""), ("", "女士"), ("和", "先生"))}
        assert len(seen) == 1, name


@pytest.mark.parametrize(
    "text", ["某日，位女士", "找某公司", "林女士和陈某某", "2026 年 3 月 10 日，12388 电话", "共 5000 条"]
)
def test_what_is_no_name_and_no_number_passes(text):
    from rightdoor.cases.wording import NAMED, NO_NAME, PRIVATE, SURNAMES

    assert all(m[1] in SURNAMES or m[1] in NO_NAME for m in NAMED.finditer(text)) and not PRIVATE.search(text)


def test_a_review_holds_for_its_version_only(tmp_path, small):
    from dataclasses import replace

    mine = replace(small, book=replace(small.book, root=tmp_path))
    assert cases.status(mine) == cases.NOT_REVIEWED
    head = "case,version,reviewer,qualification,on,outcome,note\n"
    rows = tmp_path / "reviews.csv"
    rows.write_text(f"{head}small,{small.version},R,lawyer,2026-04-01,approved,\n", encoding="utf-8")
    assert "approved by R" in cases.status(mine).en
    rows.write_text(f"{head}small,000000000000,R,lawyer,2026-04-01,approved,\n", encoding="utf-8")
    assert "not yet reviewed" in cases.status(mine).en and "2026-04-01" in cases.status(mine).en


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("other,0123456789ab,R,lawyer,2026-04-01,approved,", "no case 'other'"),
        ("small,0123456789ab,R,lawyer,2026-04-01,fine,", "outcome must be"),
        ("small,latest,R,lawyer,2026-04-01,approved,", "twelve digits"),
        ("small,0123456789ab,,lawyer,2026-04-01,approved,", "must be named"),
        ("small,0123456789ab,R,lawyer,1 April,approved,", "is not a date"),
    ],
)
def test_a_faulty_review_is_named(tmp_path, row, says):
    from rightdoor.cases.review import review_faults

    (tmp_path / "reviews.csv").write_text(
        f"case,version,reviewer,qualification,on,outcome,note\n{row}\n", encoding="utf-8"
    )
    found = list(review_faults(tmp_path, ("small",)))
    assert found[0].place == "reviews.csv:2" and says in found[0].says.en
