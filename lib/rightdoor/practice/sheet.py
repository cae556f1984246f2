"""The one widget of the lessons: real HTML controls, written by the kernel and patched in place by sheet.js.

ipywidgets' own buttons and boxes carry little of what a screen reader needs (no fieldset, no live region, no way to
move the focus); a sheet has all of it, as ordinary HTML, in one model.
"""

from pathlib import Path

import anywidget
import traitlets

from rightdoor.practice.markup import plain, tag
from rightdoor.text import ui

HERE = Path(__file__).parent
LONGEST = 200  # characters of a word that comes from a page
QUIET = ("hello", "seen", "draft")  # what a page says by itself: the answer moves nothing, whatever else is under way


class Sheet(anywidget.AnyWidget):
    """Shows parts of HTML and calls `on_act(do, of, values)` for each thing that the trainee does.

    `do` is what the control asks for, `of` which thing it is about, `values` the fields of its form. The sheet answers
    every message, so that a silent one means a lost kernel. A `live` sheet says "hello" when a page shows it, so that
    its clock can be set, and "seen" of what is marked with `data_seen` once it can be read.
    """

    _esm = HERE / "sheet.js"
    _css = HERE / "sheet.css"
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, lang, label, on_act=None, anchor="", live=False):
        super().__init__()
        self.lang, self.label, self.on_act, self.anchor, self.serial = lang, label, on_act, anchor, 0
        self.live = live
        self.on_msg(self._received)

    def show(self, parts, said="", focus="", unasked=False, inert=(), **more):
        """Put up `parts`, a list of (name, Markup). `said` is read aloud; `focus` names the element to go to.

        `unasked`: something happened elsewhere, and she may be in the middle of an answer; nothing moves but what
        changed. The parts named in `inert` can be read but not used. With `keep`, None or `{"as": name, "more": values}`,
        what is half entered is kept in the browser's tab until another name is shown, and comes back as "draft".
        """
        self.serial += 1
        self.view = {
            "lang": self.lang,
            "label": plain(self.label),
            "anchor": self.anchor,
            "parts": [[name, str(html)] for name, html in parts],
            "said": plain(said),
            "focus": focus,
            "lost": str(_lost("kernel-lost", self.lang)),
            "failed": "",
            "unasked": unasked,
            "inert": list(inert),
            "live": self.live,
            "serial": self.serial,
            **more,
        }

    def _received(self, _, content, buffers):
        before, do = self.serial, ""
        try:
            if self.on_act and isinstance(content, dict):
                values = content.get("values")
                do, of = (str(content.get(key, ""))[:LONGEST] for key in ("do", "of"))
                self.on_act(do, of, values if isinstance(values, dict) else {})
            self._reply(before, "", do in QUIET)
        except Exception:  # the trainee is told; the cause goes to the kernel's log
            self._reply(before, str(_lost("act-failed", self.lang)))
            raise

    def _reply(self, before, failed, unasked=False):
        if failed or self.serial == before:
            self.serial += 1
            self.view = {**self.view, "serial": self.serial, "failed": failed, "unasked": unasked}


def _lost(key, lang):
    return tag(
        "div",
        tag("p", ui(key, lang)),
        tag("button", ui("reload", lang), type="button", class_="rd-button"),
        class_="rd-note",
    )
