"""What a phone, a screen reader, a careful neighbour and JupyterLab make of the lesson."""

from urllib.parse import urlsplit

import pytest
from trainee import LESSON, PATIENCE, Trainee

from rightdoor.text import LANGS

WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > 391 && getComputedStyle(e).position !== 'absolute')
    .slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""
NAMED = {"button", "link", "radio", "checkbox", "textbox", "DisclosureTriangle", "region"}


def tree(page):
    """`(role, name)` of everything that the browser tells a screen reader."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [(n["role"]["value"], n.get("name", {}).get("value", "").strip()) for n in nodes if not n.get("ignored")]


def check_fits(page, where):
    """Nothing reaches beyond a phone's edge, not even with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    wide = page.evaluate(WIDE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, f"{where}: {wide}"


def check_names(trainee, where):
    """Every control has a name, the question names its group, and there is a place where news is read aloud."""
    found = tree(trainee.page)
    unnamed = [role for role, name in found if role in NAMED and not name]
    assert not unnamed, (where, unnamed)
    assert "status" in {role for role, _ in found}
    legend = trainee.player.locator("legend")
    if legend.count():
        assert ("group", legend.first.inner_text().strip()) in found, f"{where}: the group is not named by its question"
    doors = [name for role, name in found if role == "button"]
    assert len(doors) == len(set(doors)), f"{where}: two buttons of one name"


@pytest.mark.parametrize("lang", LANGS)
def test_a_phone_and_a_screen_reader_get_every_step(chromium, server, store, lang):
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    trainee = Trainee(page, server, store, lang).open("start.ipynb")
    check_fits(page, "start page")
    trainee.open()
    assert page.evaluate("document.documentElement.lang") == lang == trainee.player.get_attribute("lang")
    check_fits(page, "lesson")
    assert not page.locator(".rd-lab-only").is_visible()
    seen = set()
    while not trainee.walk.done:
        where = trainee.step
        seen.add(trainee.walk.step.kind.id)
        check_names(trainee, where)
        trainee.answer()
        check_names(trainee, f"{where}, feedback")
        check_fits(page, f"{where}, feedback")
        trainee.next()
        check_fits(page, f"after {where}")
    assert seen == {"choose-one", "choose-several", "order-doors", "number"}
    page.close()


def test_no_request_leaves_this_machine(trainee):
    trainee.open("start.ipynb")
    trainee.open()
    trainee.answer()
    trainee.page.goto(trainee.server.lab(f"zh-Hans/{LESSON}"))
    trainee.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=PATIENCE)
    trainee.page.wait_for_timeout(3000)
    asked = [urlsplit(url) for url in trainee.page.asked]
    hosts = {url.hostname for url in asked if url.scheme not in ("data", "blob")}
    assert hosts == {"127.0.0.1"}


# ---- the same notebook in JupyterLab ---------------------------------------------------------------------------------


def test_the_same_lesson_in_jupyterlab(trainee):
    page = trainee.page
    trainee.open()
    for _ in range(2):
        trainee.answer()
        trainee.next()
    moves = trainee.walk.moves
    page.goto(trainee.server.lab(f"zh-Hans/{LESSON}"))
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=PATIENCE)
    menus = page.locator(".lm-MenuBar-itemLabel").all_inner_texts()
    assert "文件" in menus and "运行" in menus, menus
    assert page.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() == 0, "no code is in sight"
    advice = page.locator(".rd-lab-only").inner_text()
    page.locator(".lm-MenuBar-itemLabel", has_text="运行").click()
    run_all = page.locator('.lm-Menu-item[data-command="runmenu:run-all"]')
    assert run_all.locator(".lm-Menu-itemLabel").inner_text() in advice, (
        "the page names the menu entry as it stands there"
    )
    run_all.click()
    trainee.player.wait_for(timeout=PATIENCE)
    assert trainee.step == "第 3 步，共 9 步" and trainee.walk.moves == moves
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    trainee.player.locator("input[name=choice]").first.focus()
    for key in ("b", "a", "d", "d", "x"):
        page.keyboard.press(key)  # commands of JupyterLab that would add and delete cells
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
    trainee.answer()
    trainee.next()
    assert trainee.step == "第 4 步，共 9 步"
