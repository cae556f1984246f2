"""The hearsay lesson in real Chromium: the page on trial to its end, the stale lines replaced, the five questions."""

from barriers import check
from trainee import PATIENCE

from rightdoor import tables
from rightdoor.practice.hearsay import DOOR, YEAR, stale_lines

LESSON, CASE, CHECK = "hearsay.ipynb", "page-on-trial", "check-hearsay"


def choose(sheet, rows, wrong=None):
    """Choose the year and a door of each line; the door of the row `wrong` is one that does not replace it."""
    for row in rows:
        sheet.locator(f'select[name="{YEAR}{row.id}"]').select_option(str(row.since.year))
        doors = sheet.locator(f'select[name="{DOOR}{row.id}"]')
        offered = doors.evaluate("e => [...e.options].map(o => o.value).filter(Boolean)")
        fits = [id for id in offered if (id in row.doors) != (row is wrong)]
        doors.select_option(fits[0])


def test_the_page_is_judged_the_stale_lines_replaced_and_the_check_worked(trainee):
    trainee.case = CASE
    trainee.open(LESSON)
    trainee.player.wait_for(timeout=PATIENCE)
    trainee.finish()
    assert trainee.player.locator('a[href="#check"]').is_visible(), "the way on to the five questions"
    assert trainee.player.locator(".rs-table").is_visible()

    sheet, rows = trainee.page.locator(".rd-sheet#replaced"), stale_lines(tables.load())
    compare = sheet.locator('button[data-do="compare"]')
    compare.click()
    sheet.locator(".rd-note[role=alert]").wait_for(timeout=PATIENCE)
    choose(sheet, rows, wrong=rows[0])
    compare.click()
    sheet.locator('button[data-do="again"]').wait_for(timeout=PATIENCE)
    told = sheet.inner_text()
    assert told.count("✗") == 1 and told.count("✓") == 2 * len(rows) - 1
    assert rows[0].right.zh in told and "监察局" in told and "纪委监委" in told
    check(trainee.page, LESSON)

    trainee.page.locator('.rd-sheet#check button[data-do="begin"]').click()
    trainee.case = CHECK
    trainee.player.wait_for(timeout=PATIENCE)
    trainee.finish()
    assert trainee.walk.done and "共 5 题" in trainee.player.inner_text()
    trainee.page.reload()
    trainee.ready()
    trainee.player.wait_for(timeout=PATIENCE)
    assert trainee.walk.done, "both are kept; nothing is to be done again"
