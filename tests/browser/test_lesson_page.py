"""The lesson as a trainee meets it, in real Chromium against the real server."""

import signal

import psutil
from keyboard import Keyboard
from trainee import LESSON, Trainee, served

from rightdoor import records
from rightdoor.course import COURSE


def events(store):
    log = records.Log(str(store))
    try:
        return log.events(learner=records.local_code(str(store)))
    finally:
        log.close()


# ---- the keyboard alone ----------------------------------------------------------------------------------------------


def test_a_whole_lesson_is_worked_by_keyboard_alone(trainee):
    """From the start page through prose, worked example, case and check to the next lesson; never the mouse."""
    trainee.open("start.ipynb")
    keys = Keyboard(trainee)
    keys.tab_to(f'a[href="{LESSON}"]')
    trainee.page.keyboard.press("Enter")
    trainee.page.wait_for_url(f"**/{LESSON}*")
    trainee.ready()
    keys.tab_to("details:not([open]) > summary")
    trainee.page.keyboard.press("Enter")
    assert trainee.page.evaluate("document.activeElement.parentElement.open"), "an article unfolds"
    finish_by_keys(trainee, keys)
    assert trainee.player.locator(".rs-door").count() >= 3
    trainee.case = "check-which-door"
    keys.tab_to('button[data-do="begin"]')
    trainee.page.keyboard.press("Enter")
    trainee.player.wait_for()
    finish_by_keys(trainee, keys)
    assert "5 题（共 5 题）" in trainee.player.inner_text()
    assert {e.score for e in events(trainee.store) if e.score is not None} == {1.0}
    keys.tab_to(f'a[href="{COURSE[0].page}"]')
    trainee.page.keyboard.press("Enter")
    trainee.page.wait_for_url(f"**/{COURSE[0].page}*")
    trainee.page.goto(trainee.server.page("zh-Hans/start.ipynb"))
    trainee.ready()
    page = trainee.page.locator(".rs-lessons").inner_text()
    assert "小测 100 分" in page and page.count("✓ 做完了") == 1


def finish_by_keys(trainee, keys):
    """Work a case of the page to its end; the focus goes where the eye should go."""
    while not trainee.walk.done:
        keys.answer()
        assert keys.on("[data-focus=verdict]"), "the focus goes to the feedback"
        assert trainee.player.locator("[role=status]").inner_text(), "and it is read aloud"
        keys.tab_to("button[data-do=next]")
        keys.press()
        assert keys.on("[data-focus=ask], [data-focus=debrief]"), "the focus goes to the next question"


# ---- leaving and coming back -----------------------------------------------------------------------------------------


def halfway(trainee, steps=3):
    for _ in range(steps):
        trainee.answer()
        trainee.next()
    return trainee.walk.moves


def test_the_language_changes_midway_and_the_step_stays(trainee):
    moves = halfway(trainee.open())
    assert trainee.step == "第 4 步，共 9 步"
    trainee.page.click('header a[hreflang="en"]')
    trainee.page.wait_for_url("**/en/**")
    trainee.ready()
    assert trainee.step == "Step 4 of 9" and trainee.walk.moves == moves
    trainee.page.click('header a[hreflang="zh-Hant"]')
    trainee.page.wait_for_url("**/zh-Hant/**")
    trainee.ready()
    assert trainee.step == "第 4 步，共 9 步"
    trainee.finish()
    assert trainee.player.locator(".rs-table").is_visible()
    assert {e.lang for e in events(trainee.store)} == {"zh-Hans", "zh-Hant"}
    assert len({e.walk for e in events(trainee.store)}) == 1


def test_a_reload_midway_loses_nothing(trainee):
    moves = halfway(trainee.open(), 4)
    trainee.page.reload()
    trainee.ready()
    assert trainee.step == "第 5 步，共 9 步" and trainee.walk.moves == moves
    trainee.answer()
    trainee.page.reload()  # with the feedback on the screen and "next" not pressed
    trainee.ready()
    assert trainee.step == "第 6 步，共 9 步"
    assert trainee.player.locator("details.rs-fold[open] .rs-answer").first.is_visible(), (
        "the feedback can still be read"
    )
    trainee.finish()


def test_closed_today_and_opened_tomorrow(chromium, store):
    with served(store) as server:
        page = chromium.new_page()
        moves = halfway(Trainee(page, server, store).open(), 2)
        page.close()
    with served(store) as server:
        page = chromium.new_page()
        trainee = Trainee(page, server, store).open("start.ipynb")
        page.click("a.rs-primary")
        trainee.ready()
        assert trainee.step == "第 3 步，共 9 步" and trainee.walk.moves == moves
        page.close()


def test_a_killed_kernel_is_told_of_and_loses_nothing(page, store):
    with served(store) as server:  # its own: those that wait for the next page are killed as well
        trainee = Trainee(page, server, store).open()
        moves = halfway(trainee, 3)
        for process in psutil.Process(server.process.pid).children(recursive=True):
            if "ipykernel_launcher" in " ".join(process.cmdline()):
                process.send_signal(signal.SIGKILL)
        trainee.player.locator("input[name=choice]").first.check()
        trainee.player.locator("button[type=submit]").click()
        alert = trainee.player.locator("[role=alert] button")
        alert.wait_for()
        alert.click()
        page.wait_for_load_state()
        trainee.ready()
        assert trainee.step == "第 4 步，共 9 步" and trainee.walk.moves == moves
        trainee.finish()


def test_a_record_that_cannot_be_written_does_not_stop_her(chromium, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with served(tmp_path / "file" / "events.sqlite") as server:
        page = chromium.new_page()
        trainee = Trainee(page, server, tmp_path / "none").open()
        assert "可以照常做下去" in trainee.player.locator(".rd-note").inner_text()
        trainee.settle(trainee.player.locator("button.rs-option").first.click)
        assert trainee.player.locator(".rs-verdict").is_visible()
        assert trainee.player.get_by_text("已记录").count() == 0
        page.close()
