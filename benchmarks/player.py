"""From click to feedback on the screen, against a bare ipywidgets button on a stock Jupyter server in the same run.

    python benchmarks/player.py [clicks]

Real Chromium, a running kernel, the store written: 50 clicks (or as many as told) that answer steps of a case, ten of
them and ten of the bare button in turn, so that a busy machine slows both alike. A click counts from the event in the
page to the change of the page. Then how long it takes to open a case once the kernel is up. Exit code 1 when the
median is over 20 ms, the 95th percentile over 40 ms, the opening over 200 ms, or the bare button is faster.
"""

import json
import statistics
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "browser"))

from stock import stock_server
from table import Row, at_least, at_most, show
from trainee import LIBRARY, Trainee, launch, right, served

from rightdoor import cases, tables

MOST_MEDIAN, MOST_P95, MOST_OPENING = 20, 40, 200  # milliseconds
BLOCK = 10  # clicks of the one, then of the other
TOKEN = "benchmark"
BARE = """import ipywidgets as w
out = w.HTML("0")
out.add_class("bare-out")
button = w.Button(description="click")
button.add_class("bare-button")
def clicked(_):
    out.value = str(int(out.value) + 1)
button.on_click(clicked)
w.VBox([button, out])
"""
# Click `selector` and wait for `done`; milliseconds from the click to the change of the page
CLICK = """([selector, watched]) => new Promise((resolve) => {
    const root = document.querySelector(watched), start = performance.now();
    const watch = new MutationObserver(() => { watch.disconnect(); resolve(performance.now() - start); });
    watch.observe(root, { childList: true, subtree: true, characterData: true });
    document.querySelector(selector).click();
})"""
PLAYED = """(selector) => new Promise((resolve) => {
    const sheet = document.querySelector("#cases"), before = sheet.dataset.ready, start = performance.now();
    const watch = new MutationObserver(() => {
        if (sheet.dataset.ready === before) return;
        watch.disconnect();
        resolve(performance.now() - start);
    });
    watch.observe(sheet, { attributes: true, attributeFilter: ["data-ready"] });
    document.querySelector(selector).click();
})"""


@contextmanager
def stock(folder):
    """A stock JupyterLab on a notebook with a bare button; its address. Nothing of this machine's own settings."""
    cells = [
        {"cell_type": "code", "id": "bare", "metadata": {}, "outputs": [], "execution_count": None, "source": BARE}
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (folder / "bare.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    options = ["--ServerApp.port_retries=0", "--allow-root", f"--IdentityProvider.token={TOKEN}"]
    options += [f"--ServerApp.root_dir={folder}", f"--LabApp.workspaces_dir={folder / 'workspaces'}"]
    options += ["--ServerApp.ip=127.0.0.1", "--LabApp.expose_app_in_browser=True"]
    with stock_server("jupyterlab", folder, options, f"api?token={TOKEN}") as url:
        yield f"{url}lab/tree/bare.ipynb?token={TOKEN}&reset"


def bare_page(browser, url):
    """The stock page with its button ready."""
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.set_default_timeout(90_000)
    page.goto(url)
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    idle = "jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
    page.wait_for_function(idle)
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_selector(".bare-button")
    return page


def answer_once(trainee):
    """Answer the present step as the law answers, timed from the click that sends it, then go on to the next step."""
    walk = trainee.walk
    if walk.done:
        trainee.settle(trainee.player.locator('button[data-do="restart"]').first.click)
        walk = trainee.walk
    if walk.step.kind.id == "choose-one" and not walk.step.judged:
        selector = f'#cases button[data-do="answer"][data-of="{right(walk)}"]'
    else:
        trainee.fill(right(walk))
        selector = "#cases form button[type=submit]"
    spent = trainee.page.evaluate(PLAYED, selector)
    trainee.next()
    return spent


def measure(browser, clicks):
    """`(player, bare, openings)`: lists of milliseconds."""
    folder = Path(tempfile.mkdtemp())
    store = folder / "record" / "events.sqlite"
    with served(store) as server, stock(folder) as url:
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        trainee = Trainee(page, server, store).open(LIBRARY)
        bare = bare_page(browser, url)
        openings = []
        for id in cases.practice()[:10]:
            trainee.in_library("play", id)
            openings.append(page.evaluate(PLAYED, f'#cases .rs-cases button[data-do="play"][data-of="{id}"]'))
            trainee.leave()
        trainee.choose("police-lookup")
        played, plain = [], []
        for block in range(0, clicks, BLOCK):
            few = range(block, min(block + BLOCK, clicks))
            played += [answer_once(trainee) for _ in few]
            plain += [bare.evaluate(CLICK, [".bare-button", ".bare-out"]) for _ in few]
        return played, plain, openings


def p95(values):
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def main():
    """Print the figures and the ratio."""
    clicks = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    tables.load()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        played, plain, openings = measure(browser, clicks)
        browser.close()
    ratio = statistics.median(plain) / statistics.median(played)
    return show([
        at_most("click to feedback, median", statistics.median(played), MOST_MEDIAN, "ms"),
        at_most("click to feedback, 95th percentile", p95(played), MOST_P95, "ms"),
        Row("click on a bare button, stock server, median", statistics.median(plain), "ms"),
        Row("click on a bare button, stock server, 95th percentile", p95(plain), "ms"),
        at_most("opening a case, longest", max(openings), MOST_OPENING, "ms"),
        at_least("bare button on a stock server / click to feedback", ratio, 1),
    ])  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
