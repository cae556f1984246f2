"""Statistics of steps: hand-worked examples, Moodle's definitions, small groups, and what to look at first in words."""

import math
import random

import pytest

from rightdoor import analysis
from rightdoor.mastery import wilson
from rightdoor.records import Event, Log


def answer(learner, step, score, response="a", **changes):
    return Event(
        **{
            "kind": "answered",
            "learner": f"l-{learner}",
            "case": "c",
            "walk": f"w-{learner}",
            "step": step,
            "attempt": 1,
            "response": response,
            "score": score,
            **changes,
        }
    )


def table(*rows):
    """`{step: scores}` of six learners as a table of events."""
    return analysis.from_events(
        [answer(n, step, x) for step, scores in rows for n, x in enumerate(scores) if x is not None]
    )


# Six learners, three steps. Worked by hand:
#   step a: 1 1 1 1 0 0   step b: 1 1 1 0 0 0   step c: 1 .5 .5 .5 .5 0
# For a: mean 4/6. The rest X = (b + c) / 2: 1, .75, .75, .25, .25, 0, mean .5.
#   C(a, X) = (1/3 (.5 + .25 + .25 - .25) + -2/3 (-.25 - .5)) / 5 = (.25 + .5) / 5 = .15
#   V(a) = (4/9 + 8/9) / 5 = 4/15, V(X) = (.25 + .0625 * 4 + .25) / 5 = .15
#   discrimination = .15 / sqrt(4/15 * .15) = .15 / .2 = .75; both are sorted already, so that the efficiency is 1.
A, B, C = ("a", [1, 1, 1, 1, 0, 0]), ("b", [1, 1, 1, 0, 0, 0]), ("c", [1, 0.5, 0.5, 0.5, 0.5, 0])


def test_a_hand_worked_example():
    row = analysis.items(table(A, B, C)).loc[("c", "a")]
    assert row["n"] == row["reached"] == 6
    assert row["facility"] == pytest.approx(4 / 6)
    assert row["sd"] == pytest.approx(math.sqrt(4 / 15))
    assert row["discrimination"] == pytest.approx(0.75)
    assert row["efficiency"] == pytest.approx(1)


def test_a_step_that_better_learners_get_wrong_discriminates_the_other_way():
    """x = 0 0 1 1 1 1 against X = 1 .75 .75 .25 .25 0: C = (-2/3 (.5+.25) + 1/3 (.25-.25-.25-.5)) / 5 = -.15,
    discrimination -.75, and as sorted both ways C would be .15, efficiency -1."""
    row = analysis.items(table(("a", [0, 0, 1, 1, 1, 1]), B, C)).loc[("c", "a")]
    assert row["discrimination"] == pytest.approx(-0.75)
    assert row["efficiency"] == pytest.approx(-1)


def test_where_all_answer_all_the_figures_are_those_of_moodle():
    """Moodle's published formulas, spelled out with sums over the rest of the quiz and percents."""
    pick = random.Random(1)
    scores = {f"s{k}": [pick.choice([0, 0.5, 1]) for _ in range(30)] for k in range(6)}
    found = analysis.items(table(*scores.items()))
    for step, x in scores.items():
        rest = [sum(scores[other][n] for other in scores if other != step) for n in range(30)]
        mean = lambda values: sum(values) / len(values)  # noqa: E731

        def covariance(a, b):
            return sum((p - mean(a)) * (q - mean(b)) for p, q in zip(a, b, strict=True)) / (len(a) - 1)  # noqa: B023

        row = found.loc[("c", step)]
        assert 100 * row["facility"] == pytest.approx(100 * mean(x))
        assert 100 * row["discrimination"] == pytest.approx(
            100 * covariance(x, rest) / math.sqrt(covariance(x, x) * covariance(rest, rest)), abs=1e-4
        )
        most = covariance(sorted(x), sorted(rest))
        assert 100 * row["efficiency"] == pytest.approx(100 * covariance(x, rest) / most, abs=1e-4)


def test_wilson_by_hand():
    """8 of 10 at 95 %: (.8 + 3.8416/20) / 1.38416 -+ 1.96 sqrt(.016 + 3.8416/400) / 1.38416 = .7167 -+ .2267."""
    low, high = wilson(0.8, 10)
    assert (low, high) == (pytest.approx(0.4902, abs=1e-3), pytest.approx(0.9433, abs=1e-3))
    assert wilson(0, 0) == (0, 1) and wilson(1, 5)[1] == pytest.approx(1) and wilson(0, 5)[0] == pytest.approx(0)


def test_those_who_did_not_reach_a_step_do_not_count_as_wrong():
    rows = [answer(n, "a", 1) for n in range(8)] + [answer(n, "b", 1) for n in range(5)]
    rows += [Event("hint", "l-6", "c", "w-6", step="b")]
    rows += [Event("finished", f"l-{n}", "c", f"w-{n}") for n in range(4)]
    found = analysis.items(analysis.from_events(rows))
    assert found.loc[("c", "b"), ["began", "reached", "n", "facility"]].tolist() == [8, 6, 5, 1]
    assert found.loc[("c", "b"), "stopped"] == 2 and found.loc[("c", "a"), "stopped"] == 2


def test_only_the_first_try_counts_unless_all_are_asked_for():
    rows = [answer(n, "a", 0, at=f"2026-03-0{n + 1}T08:00:00.000+00:00") for n in range(5)]
    rows += [answer(n, "a", 1, walk=f"again-{n}", at=f"2026-04-0{n + 1}T10:00:00.000+02:00") for n in range(5)]
    rows += [answer(n, "a", 1, attempt=2, at="2026-03-20T08:00:00.000+00:00") for n in range(5)]
    shuffled = random.Random(2).sample(rows, len(rows))
    assert analysis.items(analysis.from_events(shuffled)).loc[("c", "a"), "facility"] == 0
    every = analysis.items(analysis.from_events(shuffled), every=True).loc[("c", "a")]
    assert (every["n"], every["facility"]) == (10, 0.5)


def test_groups_under_five_are_not_shown():
    row = analysis.items(table(("a", [1, 1, 0, 0]))).loc[("c", "a")]
    assert row["n"] == 4 and not row["shown"]
    assert row[["facility", "low", "high", "discrimination", "seconds", "wrong", "sure_n"]].isna().all()
    assert analysis.look_first(analysis.items(table(("a", [0, 0, 0, 0])))) == ()


def test_an_option_chosen_by_fewer_than_five_is_not_named():
    rows = [answer(n, "a", 0, "bad") for n in range(4)] + [answer(n, "a", 0, "worse") for n in range(4, 9)]
    row = analysis.items(analysis.from_events(rows)).loc[("c", "a")]
    assert (row["wrong"], row["wrong_n"]) == ("worse", 5)
    row = analysis.items(analysis.from_events(rows[:8])).loc[("c", "a")]
    assert row["shown"] and row[["wrong", "wrong_n"]].isna().all()


def test_of_several_the_part_that_is_wrong_and_the_part_that_is_missing_are_found():
    rows = [answer(n, "a", 1, ["x", "y"]) for n in range(3)]
    rows += [answer(n, "a", 0.5, ["x", "trap"]) for n in range(3, 9)]
    rows += [answer(n, "a", 0.5, ["y"]) for n in range(9, 14)]
    row = analysis.items(analysis.from_events(rows)).loc[("c", "a")]
    assert (row["wrong"], row["wrong_n"], row["missed"], row["missed_n"]) == ("trap", 6, "y", 6)


def test_what_is_right_in_one_variant_is_wrong_in_another():
    rows = []
    for n in range(12):
        small = n < 6
        rows.append(Event("started", f"l-{n}", "c", f"w-{n}", response={"count": 24 if small else 25}))
        rows.append(answer(n, "a", 0.5 if small else 1, ["serious", "fine"]) if n != 5 else answer(n, "a", 1, ["fine"]))
    row = analysis.items(analysis.from_events(rows)).loc[("c", "a")]
    assert (row["wrong"], row["wrong_n"]) == ("serious", 5)


def test_a_match_names_the_item_and_its_place():
    rows = [answer(n, "a", 1, {"x": "now", "y": "later"}) for n in range(2)]
    rows += [answer(n, "a", 0.5, {"x": "later", "y": "later"}) for n in range(2, 8)]
    assert analysis.items(analysis.from_events(rows)).loc[("c", "a"), "wrong"] == "x=later"


def test_time_is_a_median_and_certainty_is_set_against_correctness():
    rows = [answer(n, "a", n % 2, certainty="sure", seconds=float(s)) for n, s in enumerate([1, 2, 3, 4, 100, 5])]
    rows += [answer(n, "a", 1, certainty="guess") for n in range(10, 13)]
    found = analysis.from_events(rows)
    row = analysis.items(found).loc[("c", "a")]
    assert (row["seconds"], row["sure_n"], row["sure_wrong"]) == (3.5, 6, 0.5)
    degrees = analysis.certainty(found)
    assert degrees.loc["sure", ["n", "right"]].tolist() == [6, 0.5]
    assert degrees.loc["guess", "n"] == 3 and math.isnan(degrees.loc["guess", "right"])
    assert degrees.loc["think-so", "n"] == 0


def test_an_empty_log_gives_an_empty_table(tmp_path):
    found = analysis.events(Log(tmp_path / "e.sqlite"))
    assert found.empty and analysis.items(found).empty and analysis.look_first(analysis.items(found)) == ()
    assert analysis.certainty(found)["n"].tolist() == [0, 0, 0]
    assert analysis.items(analysis.from_events([Event("started", "l-1", "c", "w")])).empty


def test_what_is_read_from_the_log_is_what_was_written(tmp_path):
    log = Log(tmp_path / "e.sqlite")
    rows = [answer(n, s, n % 2, ["p", n], certainty="sure", seconds=1.0) for n in range(20) for s in "ab"]
    for row in rows:
        log.append(row)
    seen = []
    read = analysis.events(log, seen.append)
    assert seen == [40]
    assert analysis.items(read).equals(analysis.items(analysis.from_events(rows)))


# ---- in words ----------------------------------------------------------------------------------------------


def looks(rows, book=None, finished=20):
    case = rows[0].case
    rows = rows + [Event("finished", f"l-{n}", case, f"w-{n}") for n in range(finished)]
    return analysis.look_first(analysis.items(analysis.from_events(rows)), book)


def test_a_misleading_question_comes_first():
    rows = [answer(n, step, int(n >= 10)) for n in range(20) for step in "abc"]
    rows += [answer(n, "d", int(n < 10), "fine" if n < 10 else "lure") for n in range(20)]
    first, *others = looks(rows)
    assert (first.step, first.kind) == ("d", "misleads") and "-1.00" in first.says.en and "-1.00" in first.says.zh
    assert ("d", "drawn") in {(look.step, look.kind) for look in others}
    assert [look.weight for look in (first, *others)] == sorted((x.weight for x in (first, *others)), reverse=True)


def test_a_hard_step_a_misconception_a_stop_and_a_long_text_are_told():
    rows = [answer(n, "hard", 0, "lure", certainty="sure", seconds=10.0) for n in range(20)]
    rows += [answer(n, "easy", 1, seconds=9.0) for n in range(20)]
    rows += [answer(n, "long", 1, seconds=100.0) for n in range(20)]
    kinds = {(look.step, look.kind) for look in looks(rows, finished=8)}
    assert kinds == {
        ("hard", "teach-again"),
        ("hard", "sure"),
        ("hard", "drawn"),
        ("long", "stopped"),
        ("long", "slow"),
    }


def test_a_step_that_goes_well_is_not_mentioned():
    assert looks([answer(n, s, 1, seconds=5.0) for n in range(20) for s in "ab"]) == ()


def test_steps_and_options_are_called_by_their_words(book):
    rows = [answer(n, "tier", 0, "none", case="police-lookup") for n in range(12)]
    drawn, teach = looks(rows, book)
    assert teach.kind == "teach-again" and teach.step_says.zh and "tier" not in teach.step_says.zh
    assert "'none'" not in drawn.says.en and "12 人中有 12 人" in drawn.says.zh
