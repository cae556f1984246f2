"""Plays every case along every path, in its variants and in three scripts, and prints what was covered."""

from datetime import date

import pytest

from rightdoor import cases, feedback, yamlfile
from rightdoor.feedback.debrief import first_helpful
from rightdoor.feedback.walker import play
from rightdoor.text import data_folder

LIBRARY = cases.library()


def test_there_is_a_library():
    assert LIBRARY


def test_no_case_file_has_a_fault(book):
    assert [f"{p.place} {p.says.en}" for p in cases.check(book)] == []


@pytest.mark.parametrize("id", LIBRARY)
def test_every_path_in_every_variant_and_script(id, book, capsys):
    covered = play(cases.load(id, book))
    with capsys.disabled():
        print("", *(line.en for line in covered.report()), sep="\n")
    assert [f"{p.place} {p.says.en}" for p in covered.faults.values()] == []


# ---- the walks that the file itself names ------------------------------------------------------------------


def named_walks():
    for id in LIBRARY:
        try:
            walks = yamlfile.read(data_folder() / "cases" / f"{id}.yaml")["walks"]
        except (yamlfile.YamlError, KeyError):
            continue  # told by test_no_case_file_has_a_fault
        yield from ((id, number, walk["name"]) for number, walk in enumerate(walks))


@pytest.mark.parametrize(("id", "number", "name"), list(named_walks()))
def test_named_walk(id, number, name, book):
    case = cases.load(id, book)
    told = case.walks[number]
    chosen = [v for v in cases.variants(case) if all(v[k] == x for k, x in told.get("vary", {}).items())]
    assert chosen
    for variant in chosen:
        walk, found = cases.trial(case, told, variant), {}
        while not walk.done:
            key = feedback.key(walk)
            found[walk.step.id] = list(key) if isinstance(key, tuple) else key
            default = key if walk.step.judged else first_helpful(walk)
            walk = walk.take(told.get("take", {}).get(walk.step.id, default))
        assert {step: found[step] for step in told["expect"]} == told["expect"], variant


@pytest.mark.parametrize("id", LIBRARY)
def test_days_are_in_order(id, book):
    case = cases.load(id, book)
    assert isinstance(case.on, date) and case.on <= case.today


@pytest.mark.parametrize("id", LIBRARY)
def test_the_debrief_of_the_laws_own_way_is_full_marks(id, book):
    walk = cases.begin(cases.load(id, book), 1)
    while not walk.done:
        walk = walk.take(feedback.key(walk) if walk.step.judged else first_helpful(walk))
    told = feedback.debrief(walk)
    assert {line.score for line in told.lines} <= {1.0} and told.path == told.law_path
