"""axe-core finds no serious or critical violation: start, lesson, library, a step of each kind, feedback, debrief."""

import pytest
from barriers import WIDTHS, check, grave
from trainee import LESSON, LIBRARY, Trainee, left_at

from rightdoor import cases
from rightdoor.text import LANGS


@pytest.fixture(scope="module")
def places(book):
    """`{kind: case id}`: for each kind of step a case of its own that has one."""
    found = {}
    for kind in {kind.id for kind in cases.KINDS.values()}:
        for id in cases.practice():
            case = cases.load(id, book)
            if id not in found.values() and any(s.kind.id == kind and s.judged for s in case.steps.values()):
                found[kind] = id
                break
    assert len(found) == len(cases.KINDS)
    return found


@pytest.fixture(scope="module")
def visited(house, tmp_path_factory, places, book):
    """The server, and a store in which each of these cases has been left at its step; `police-lookup` is done."""
    store = tmp_path_factory.mktemp("axe") / "events.sqlite"
    for kind, id in places.items():
        left_at(store, cases.load(id, book), lambda walk, kind=kind: walk.step.kind.id == kind and walk.step.judged)
    done = next(id for id in cases.practice() if id not in places.values())
    left_at(store, cases.load(done, book), lambda walk: False)
    with house.keeping(store) as server:
        yield server, store, done


@pytest.mark.parametrize("lang", LANGS)
def test_axe_finds_nothing_grave_at_either_width(chromium, visited, places, lang):
    server, store, done = visited
    page = chromium.new_page()
    trainee = Trainee(page, server, store, lang)
    for name in ("start.ipynb", LESSON):
        trainee.open(name)
        check(page, name)
    trainee.open(LIBRARY)
    check(page, "library")
    for kind, id in places.items():
        trainee.choose(id)
        check(page, kind)
        if kind in ("match", "choose-one"):  # one feedback with options, one without; taken back for the next language
            trainee.answer()
            check(page, f"{kind}, feedback")
            trainee.settle(trainee.player.locator('button[data-do="back"]').click)
        trainee.leave()
    trainee.choose(done)
    check(page, "debrief")
    trainee.leave()
    page.locator('button[data-do="read"]').first.click()
    page.wait_for_selector(".rs-paper")
    check(page, "paper")
    page.close()


def test_what_is_grave_is_found(chromium):
    """A page with faults, seen at each width, so that a check that sees nothing would be noticed."""
    page = chromium.new_page()
    page.set_content(
        "<html lang=en><title>x</title><main><h1>x</h1><details><summary>more</summary><button></button></details></main>"
    )
    assert not grave(page), "what is folded is not seen"
    for width in WIDTHS:
        with pytest.raises(AssertionError, match="button-name"):
            check(page, "here", [width])
    page.set_content("<html lang=en><title>x</title><main><h1>x</h1><p style='width:900px'>wide</p></main>")
    with pytest.raises(AssertionError, match="390"):
        check(page, "here")
    page.close()
