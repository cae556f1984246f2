"""Plays every case along every path, in all its variants and in three scripts, and prints what was covered."""

import itertools
import re
from collections import Counter
from datetime import date

import pytest

from rightdoor import cases, feedback, yamlfile
from rightdoor.text import LANGS, data_folder, say

LEFT_OPEN = re.compile(r"\{[a-z_]+\}|TODO|XXX")
LIBRARY = cases.library()


def test_there_is_a_library():
    assert LIBRARY


def test_no_case_file_has_a_fault(book):
    assert [f"{p.place} {p.says.en}" for p in cases.check(book)] == []


# ---- the walker --------------------------------------------------------------------------------------------


def combinations(step, shown):
    """Every answer an interview step allows."""
    if step.kind.id == "choose-one":
        return list(shown)
    sizes = range(min(step.least, len(shown)), min(step.most, len(shown)) + 1)
    return [ids for n in sizes for ids in itertools.combinations(shown, n)]


def tries(step, shown, key):
    """Answers to a judged step worth trying: each single one, the key, its reverse, everything, every known mistake."""
    if step.kind.id == "number":
        return [key, key + 1, 0, *step.mistakes]
    if step.kind.id == "choose-one":
        return list(shown)
    several = [(id,) for id in shown] + [key, key[::-1], tuple(shown)]
    return [ids for ids in dict.fromkeys(several) if ids]


def every_state(case, variant):
    """Every state of a walk that differs in step or in facts, each once, reached by answering as the law does."""
    begun = cases.begin(case, 1, variant)
    seen, waiting = set(), [begun]
    while waiting:
        walk = waiting.pop()
        if walk.step is None:
            yield walk
            continue
        mark = (walk.step.id, repr(sorted(walk.learned.items(), key=str)))
        if mark in seen:
            continue
        seen.add(mark)
        yield walk
        shown = [o.id for o in walk.prompt().options]
        onward = [feedback.key(walk)] if walk.step.judged else combinations(walk.step, shown)
        waiting += [walk.take(response) for response in onward]


def readable(pair, where):
    for lang in LANGS:
        text = say(pair, lang)
        assert text.strip() and not LEFT_OPEN.search(text), (where, lang, text)


def check_prompt(walk):
    prompt, where = walk.prompt(), (walk.case.id, walk.step.id)
    for pair in (prompt.say, prompt.ask, prompt.hint, *(o.label for o in prompt.options)):
        if pair:
            readable(pair, where)
    assert len({say(o.label, lang) for o in prompt.options for lang in LANGS[:1]}) == len(prompt.options), where
    assert prompt.kind == "number" or len(prompt.options) >= max(prompt.least, 1), where
    for asked, told in walk.notes:
        readable(asked, where)
        readable(told, where)


def check_feedback(walk, response, on_the_days):
    told, where = feedback.judge(walk, response), (walk.case.id, walk.step.id, walk.variant, response)
    assert told.says, where
    for pair in (*told.says, *(o.label for o in told.options), *(o.why for o in told.options if o.why)):
        readable(pair, where)
    for quote in told.quotes:
        assert quote.text_zh and quote.gloss_en, where
        assert any(quote.since <= day and (quote.until is None or day < quote.until) for day in on_the_days), (
            where,
            quote.id,
        )
    if walk.step.judged:
        assert told.quotes, where
        assert all(o.why for o in told.options), where
        assert (told.verdict == "right") == (told.score == 1) and 0 <= told.score <= 1, where
    else:
        assert told.verdict in ("noted", "wrong") and told.score is None, where
    return told


def check_key(walk):
    """What the law answers must be on offer, and must be judged right."""
    key, step = feedback.key(walk), walk.step
    shown = {o.id for o in walk.prompt().options}
    if step.kind.id != "number":
        assert set([key] if isinstance(key, str) else key) <= shown, (step.id, key)
    assert feedback.judge(walk, key).verdict == "right", (step.id, key)
    if step.decide == "doors":
        needed = {d.id for d in walk.decision.doors if d.stage in ("now", "primary")}
        assert needed <= shown, f"{step.id}: the law says {needed - shown}, which is not on offer"
    if step.decide == "red_lines":
        lines = {line.id for line in walk.decision.red_lines}
        assert {o.red_line for o in step.options if o.red_line} <= lines, step.id
    return key


@pytest.mark.parametrize("id", LIBRARY)
def test_every_path_in_every_variant_and_script(id, book, capsys):
    case = cases.load(id, book)
    states, answers, keys, ends = Counter(), Counter(), {}, 0
    for variant in cases.variants(case):
        for walk in every_state(case, variant):
            if walk.done:
                ends += 1
                continue
            states[walk.step.id] += 1
            check_prompt(walk)
            shown = [o.id for o in walk.prompt().options]
            key = check_key(walk) if walk.step.judged else None
            keys.setdefault(walk.step.id, set()).add(str(key))
            for response in tries(walk.step, shown, key) if walk.step.judged else combinations(walk.step, shown):
                told = check_feedback(walk, response, (case.on, case.today))
                answers[walk.step.id, told.verdict] += 1
    assert set(states) == set(case.steps) and ends
    with capsys.disabled():
        print(
            f"\n{id}: {len(case.steps)} steps, {len(cases.variants(case))} variants, {sum(states.values())} states, "
            f"{sum(answers.values())} answers judged, {ends} ends"
        )
        for step in case.steps:
            verdicts = ", ".join(f"{verdict} {n}" for (s, verdict), n in sorted(answers.items()) if s == step)
            print(f"  {step}: {states[step]} states; {verdicts}; keys: {' / '.join(sorted(keys[step]))}")


@pytest.mark.parametrize("id", LIBRARY)
def test_every_judged_step_can_be_answered_rightly_and_wrongly(id, book):
    case = cases.load(id, book)
    for walk in every_state(case, cases.variants(case)[0]):
        if walk.step and walk.step.judged:
            shown = [o.id for o in walk.prompt().options]
            verdicts = {feedback.judge(walk, r).verdict for r in tries(walk.step, shown, feedback.key(walk))}
            assert "right" in verdicts and verdicts & {"wrong", "partly"}, walk.step.id


# ---- the walks that the file itself names ------------------------------------------------------------------


def named_walks():
    for id in LIBRARY:
        walks = yamlfile.read(data_folder() / "cases" / f"{id}.yaml")["walks"]
        yield from ((id, number, walk["name"]) for number, walk in enumerate(walks))


def first_allowed(walk):
    shown = [o for o in walk.prompt().options if not walk.step.option(o.id).hint]
    return tuple(o.id for o in shown[: max(walk.step.least, 1)])


@pytest.mark.parametrize(("id", "number", "name"), list(named_walks()))
def test_named_walk(id, number, name, book):
    case = cases.load(id, book)
    told = case.walks[number]
    chosen = [v for v in cases.variants(case) if all(v[k] == x for k, x in told.get("vary", {}).items())]
    assert chosen
    for variant in chosen:
        walk, found = cases.begin(case, 1, variant), {}
        while not walk.done:
            key = feedback.key(walk)
            found[walk.step.id] = list(key) if isinstance(key, tuple) else key
            default = key if walk.step.judged else first_allowed(walk)
            walk = walk.take(told.get("take", {}).get(walk.step.id, default))
        assert {step: found[step] for step in told["expect"]} == told["expect"], variant


@pytest.mark.parametrize("id", LIBRARY)
def test_days_are_in_order(id, book):
    case = cases.load(id, book)
    assert isinstance(case.on, date) and case.on <= case.today
