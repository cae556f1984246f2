"""What a page is to somebody who hears it, enlarges it, cannot bear movement or prints it; the table docs/access.md.

    python tests/browser/access.py [NAME ...]     looks at every page and report, or at the pages named, and writes them
                                                  into docs/access.md

Every page of the course and every report is opened in three scripts at 1280 and at 390 pixels, with everything unfolded.
"""

import io
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import nbformat
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from schoolroom import schoolroom
from trainee import PATIENCE, launch, served

from rightdoor import tables
from rightdoor.classroom import INSTRUCTOR
from rightdoor.records import Control
from rightdoor.text import LANGS, notebooks_folder

TABLE = Path(__file__).resolve().parents[2] / "docs" / "access.md"
WIDTHS = (1280, 390)
IMPACTS = ("critical", "serious", "moderate", "minor")
DRILL_PAGES = ("seat", "console")  # of a class server
DRILL = ("seat", "console", "projector", "debrief")  # what is looked at there
SPOKEN = {
    "button",
    "link",
    "radio",
    "checkbox",
    "textbox",
    "combobox",
    "spinbutton",
    "DisclosureTriangle",
    "region",
    "image",
}
SETTLED = """sheets => document.querySelectorAll('.rd-sheet[data-ready]').length >= sheets
    && !document.querySelector('[data-part=wait]')"""
MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
    const s = getComputedStyle(e);
    return s.animationName !== 'none' || s.transitionDuration.split(',').some(t => parseFloat(t) > 0);
}).length"""
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(frozen=True, slots=True)
class Look:
    """What was found on one page in one script at one width.

    `axe` are the violations as `(rule, impact)`; `controls` and `unnamed` count what a screen reader is told of; `beyond`
    and `beyond_large` are pixels past the edge, at ordinary and at double text size; `moving` counts what still moves
    when less motion was asked for; `sheets` are the A4 pages that it prints on, `buttons` the controls printed with it.
    """

    axe: tuple[tuple[str, str], ...]
    controls: int
    unnamed: int
    beyond: int
    beyond_large: int
    moving: int
    sheets: int
    buttons: int

    @property
    def grave(self):
        """The serious and critical violations."""
        return [rule for rule, impact in self.axe if impact in IMPACTS[:2]]

    @property
    def fine(self):
        """Whether nothing stands in anybody's way."""
        return not (self.grave or self.unnamed or self.beyond or self.beyond_large or self.moving or self.buttons)


def look(page, paper=True):
    """The Look of the page that is open, with everything unfolded; with `paper` it is printed too, as it stands folded."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(
        "window.unfolded = [...document.querySelectorAll('details:not([open])')].map(d => { d.open = true; return d; })"
    )
    found = Axe().run(page).response["violations"]
    told = spoken(page)
    beyond, moving = page.evaluate(BEYOND), page.evaluate(MOVING)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    beyond_large = page.evaluate(BEYOND)
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.evaluate("window.unfolded.forEach(d => { d.open = false })")
    page.emulate_media(media="print", reduced_motion="reduce")
    buttons = page.locator("button:visible, select:visible").count()
    sheets = len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) if paper else 0
    page.emulate_media(media="screen", reduced_motion="no-preference")
    return Look(
        tuple((violation["id"], violation["impact"]) for violation in found),
        len(told),
        sum(not name for _, name in told),
        beyond,
        beyond_large,
        moving,
        sheets,
        buttons,
    )


def spoken(page):
    """`(role, name)` of every control and picture in the accessibility tree of the browser."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    every = ((n["role"]["value"], n.get("name", {}).get("value", "").strip()) for n in nodes if not n.get("ignored"))
    return [(role, name) for role, name in every if role in SPOKEN]


def pages():
    """The names of the notebooks that are pages of the course, the start page first."""
    names = {path.stem for path in (notebooks_folder() / LANGS[0]).glob("*.ipynb")} - set(DRILL_PAGES)
    return sorted(names, key=lambda name: (name != "start", name))


def visit(browser, server, name, lang, widths=WIDTHS):
    """`(width, Look)` of one page of the course at each width; it is printed once."""
    cells = nbformat.read(notebooks_folder() / lang / f"{name}.ipynb", as_version=4).cells
    sheets = sum(cell.cell_type == "code" and cell.source.startswith("lesson.") for cell in cells)
    yield from _at_widths(browser, server.page(f"{lang}/{name}.ipynb"), sheets, widths)


def in_a_drill(browser, folder, widths=WIDTHS):
    """`(name, script, width, Look)` of a trainee's seat, and of the instructor's console in each of its views."""
    codes = [f"class-{lang.lower()}1" for lang in LANGS]
    with schoolroom(folder, "police-lookup", codes, langs=LANGS) as room:
        room.record.direct(Control("started", room.drill))
        room.record.direct(Control("injected", room.drill, data={"inject": "call-from-station"}))
        for lang, code in zip(LANGS, codes, strict=True):
            with entered(browser, room, code) as page:
                page.goto(f"{room.url}voila/render/{lang}/seat.ipynb")
                page.wait_for_selector("[data-case]")
                yield from (("seat", lang, *found) for found in _sized(page, widths))
        for lang in LANGS:
            with entered(browser, room, INSTRUCTOR) as page:
                page.goto(f"{room.url}voila/render/{lang}/console.ipynb")
                for name, view, part in (
                    ("console", "board", "rows"),
                    ("debrief", "debrief", "again"),
                    ("projector", "projector", "steps"),
                ):
                    page.locator(f'[data-do="view"][data-of="{view}"]').click()
                    page.wait_for_selector(f"[data-part={part}]")
                    yield from ((name, lang, *found) for found in _sized(page, widths))


@contextmanager
def entered(browser, room, code):
    """A browser of somebody's own that has come in by her link."""
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 860})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    try:
        page.goto(f"{room.url}in/{room.link(code)}")
        page.locator("button[type=submit]").first.click()
        page.wait_for_selector(".rd-sheet[data-ready]")
        yield page
    finally:
        context.close()


def read(browser, path, widths=WIDTHS):
    """The same of one report, a file."""
    yield from _at_widths(browser, path.as_uri(), 0, widths)


def _at_widths(browser, url, sheets, widths):
    page = browser.new_page(viewport={"width": widths[0], "height": 860})
    try:
        page.goto(url, timeout=PATIENCE)
        page.wait_for_function(SETTLED, arg=sheets, timeout=PATIENCE)
        yield from _sized(page, widths)
    finally:
        page.close()


def _sized(page, widths):
    for width in widths:
        page.set_viewport_size({"width": width, "height": 860})
        yield width, look(page, paper=width == widths[0])


# ---- the table ------------------------------------------------------------------------------------------------------

HEAD = """# Access · 无障碍

What was found on every page and every report in Simplified and Traditional Chinese and English, at 1280 and at 390 pixels,
with everything unfolded (printed as it stands folded), in Chromium. Written by `python tests/browser/access.py` on {day}; a test looks at a part of it
on every run.

三种文字、1280 和 390 像素两种宽度下，逐页查看的结果（由脚本写出，不是手填）。

- **axe**: violations found by axe-core, serious and critical / moderate and minor. 严重的/一般的
- **named**: controls and pictures in the browser's accessibility tree that have a name, of all there are. 有名称的控件
- **200 %**: pixels past the right edge when text is twice its size. 文字放大一倍后超出屏幕的像素
- **moves**: what still moves when less motion is asked for. 要求减少动画后还在动的
- **A4**: sheets when printed, and controls printed with it. 打印页数，和误印的按钮

| page | script | width | axe | named | beyond the edge | 200 % | moves | A4 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""


def row(name, lang, width, found):
    """One line of the table."""
    rest = len(found.axe) - len(found.grave)
    return (
        f"| {name} | {lang} | {width} | {len(found.grave)} / {rest} | {found.controls - found.unnamed} of {found.controls} "
        f"| {found.beyond} | {found.beyond_large} | {found.moving} | {found.sheets or '–'}, {found.buttons} |"
    )


def merged(rows):
    """The rows of the table as it stands, with these in place of those of the same page, script and width."""
    there = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")][2:]
    new = {tuple(line.split(" | ")[:3]): line for line in rows}
    kept = [new.pop(tuple(line.split(" | ")[:3]), line) for line in there]
    first = next((n for n, line in enumerate(kept) if line.startswith("| report:")), len(kept))
    return [*kept[:first], *new.values(), *kept[first:]]


def reports(folder):
    """`(template, lang, path)` of every report, made for this."""
    from reported import asked

    from rightdoor.reports import make

    for (template, lang), job in asked(tables.load()).items():
        (folder / lang).mkdir(parents=True, exist_ok=True)
        yield template, lang, make.make(job, folder / lang).html


def main(only):
    """Look at everything, or at the pages named, and write the table; 1 if something stands in somebody's way."""
    folder, rows, bad = Path(tempfile.mkdtemp()), [], []

    def note(name, lang, width, found):
        rows.append(row(name, lang, width, found))
        print(rows[-1], *sorted(set(found.axe)), flush=True)
        if not found.fine:
            bad.append((name, lang, width))

    with sync_playwright() as playwright, served(folder / "record" / "events.sqlite") as server:
        browser = launch(playwright)
        for name in [name for name in only or pages() if name not in DRILL]:
            for lang in LANGS:
                for width, found in visit(browser, server, name, lang):
                    note(name, lang, width, found)
        for name, *found in in_a_drill(browser, folder / "class") if not only or set(only) & set(DRILL) else ():
            note(f"drill: {name}", *found)
        for template, lang, path in () if only else reports(folder):
            for width, found in read(browser, path):
                note(f"report: {template}", lang, width, found)
        browser.close()
    text = HEAD.format(day=date.today().isoformat()) + "\n".join(merged(rows) if only else rows) + "\n"
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
