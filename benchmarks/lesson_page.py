"""From asking for a lesson page to its first usable control, against an empty Voilà notebook with one button.

    python benchmarks/lesson_page.py [pairs]

Real Chromium, a new browser profile for each page, warm kernels on both sides (stock Voilà with `--preheat_kernel`).
The two pages are loaded in turn, so that a busy machine slows both alike. Printed: the median time of each to the first
control that can be used, ours also to the first answer of the case, with the requests and bytes of each page. Exit code
1 when ours takes more than 1.2 times as long.
"""

import json
import statistics
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "browser"))

from stock import stock_server
from table import Row, at_most, show
from trainee import LESSON, launch, served

MOST_RATIO = 1.2
REFILL = 4  # seconds until both pools have a warm kernel again
BARE = "import ipywidgets as w\nbutton = w.Button(description='click')\nbutton.add_class('bare-button')\nbutton"
OURS_FIRST = '.rd-sheet[data-ready] :is(a[href], button:not([aria-disabled="true"]))'
OURS_ANSWER = ".rd-sheet[data-ready] button.rs-option"
BARE_FIRST = "button.bare-button"


@contextmanager
def voila(folder):
    """Stock Voilà with two preheated kernels on a notebook with one button; the address of its page."""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    cell = {"cell_type": "code", "id": "bare", "metadata": {}, "outputs": [], "execution_count": None, "source": BARE}
    notebook = {"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (folder / "bare.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    options = [str(folder), "--Voila.ip=127.0.0.1", "--preheat_kernel=True", "--pool_size=2"]
    with stock_server("voila", folder, options) as url:
        yield f"{url}voila/render/bare.ipynb"


def load(browser, url, *selectors):
    """Load a page as somebody new: `(seconds until each selector is there, requests, bytes)`."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.set_default_timeout(90_000)
    network, seen = context.new_cdp_session(page), []
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: seen.append(event["encodedDataLength"]))
    begun, times = time.perf_counter(), []
    page.goto(url, wait_until="commit")
    for selector in selectors:
        page.wait_for_selector(selector, state="visible")
        times.append(time.perf_counter() - begun)
    page.wait_for_timeout(500)
    context.close()
    return times, len(seen), sum(seen)


def measure(browser, pairs):
    """`(ours, bare)`: lists of what `load` returns."""
    folder = Path(tempfile.mkdtemp())
    ours, bare = [], []
    with served(folder / "record" / "events.sqlite") as server, voila(folder) as url:
        for _ in range(pairs + 1):
            time.sleep(REFILL)
            bare.append(load(browser, url, BARE_FIRST))
            ours.append(load(browser, server.page(f"zh-Hans/{LESSON}"), OURS_FIRST, OURS_ANSWER))
    return ours[1:], bare[1:]  # the first of each reads files that no later one reads


def main():
    """Print the figures and the ratio."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with sync_playwright() as playwright:
        browser = launch(playwright)
        ours, bare = measure(browser, pairs)
        browser.close()
    rows = (
        ("lesson, first control", ours, 0),
        ("lesson, first answer", ours, -1),
        ("empty Voilà, its button", bare, 0),
    )
    figures = []
    for name, loads, which in rows:
        times = [times[which] for times, _, _ in loads]
        requests, size = (statistics.median(load[i] for load in loads) for i in (1, 2))
        figures.append(Row(f"{name}, median", statistics.median(times), "s"))
        print(f"{name:26} {min(times):.2f} to {max(times):.2f} s   {requests:.0f} requests  {size / 1024:,.0f} KiB")
    ratio = statistics.median(o[0][0] / b[0][0] for o, b in zip(ours, bare, strict=True))
    return show([*figures, at_most("lesson, first control / empty Voilà page, its button", ratio, MOST_RATIO)])


if __name__ == "__main__":
    sys.exit(main())
