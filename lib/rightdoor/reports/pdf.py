"""A4 pages from a finished report: one Chromium, kept open for as many reports as there are. playwright lives here.

The browser has no network and runs no script of a report; what it prints is the file as it stands.
"""

import os
import shutil
from pathlib import Path

from rightdoor.records.place import private
from rightdoor.text import Pair

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
            "msedge")  # fmt: skip
INSTALLED = (  # where Windows and macOS keep what is not on the path
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
FLAGS = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # left alone, a browser asks for names of its maker's at every start
]
SECONDS = 60  # for one report; a long one takes about a second

NO_PLAYWRIGHT = Pair(
    "没有生成 PDF：还缺一个组件，请运行 pip install playwright。网页报告已经可以打印。",
    "No PDF was made: a part is missing, please run pip install playwright. The pages can be printed as they are.",
)
NO_BROWSER = Pair(
    "没有生成 PDF：找不到 Chromium 浏览器。请安装（Debian 软件包 chromium），或用环境变量 RIGHTDOOR_CHROMIUM 指明它在哪里。网页报告已经可以打印。",
    "No PDF was made: there is no Chromium here. Please install one (Debian package chromium), or say where it is in the "
    "environment variable RIGHTDOOR_CHROMIUM. The pages can be printed as they are.",
)
NO_FONT = Pair(
    "没有生成 PDF：这台电脑没有中文字体，字会变成方框。请安装中文字体（Debian 软件包 fonts-noto-cjk）。网页报告不受影响。",
    "No PDF was made: this computer has no font for Chinese, and characters would be boxes. Please install one (Debian "
    "package fonts-noto-cjk). The pages are not affected.",
)
NOT_PRINTED = Pair("{name} 没有生成 PDF：{reason}", "No PDF of {name}: {reason}")

# Two characters that no font but a Chinese one has: where there is none, both are drawn as the same box.
BOXES = """() => {
    const drawn = text => {
        const canvas = Object.assign(document.createElement('canvas'), {width: 48, height: 48});
        const pen = canvas.getContext('2d');
        pen.font = '40px sans-serif';
        pen.fillText(text, 2, 40);
        return canvas.toDataURL();
    };
    return drawn('\u8bc9') === drawn('\u95e8');
}"""


class PrinterError(RuntimeError):
    """Why there is no PDF; `says` is one sentence with the cure. The HTML is not affected."""

    def __init__(self, says):
        super().__init__(says.en)
        self.says = says


class Printer:
    """A context that keeps one Chromium open. Raises PrinterError on entry when something is missing here."""

    def __init__(self):
        self._playwright = self._browser = self._pages = None

    def __enter__(self):
        try:
            from playwright.sync_api import sync_playwright
        except ImportError:
            raise PrinterError(NO_PLAYWRIGHT) from None
        path = browser()
        if path is None:
            raise PrinterError(NO_BROWSER)
        self._playwright = sync_playwright().start()
        try:
            self._launch(path)
            if self._boxes():
                raise PrinterError(NO_FONT)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self._browser:
            self._browser.close()
        self._playwright.stop()
        self._playwright = self._browser = self._pages = None

    def write(self, html, pdf):
        """Print the file `html` to `pdf`, which is there whole or not at all. Raises PrinterError, OSError."""
        from playwright.sync_api import Error

        html, pdf = Path(html).resolve(), Path(pdf)
        for attempt in (1, 2):
            try:
                pages = self._printed(html)
                break
            except Error as error:
                if attempt == 1 and not self._browser.is_connected():
                    self._launch(browser())  # it died, of one large page perhaps: the others shall not suffer
                    continue
                reason = str(error).splitlines()[0][:200]
                raise PrinterError(NOT_PRINTED.format(name=html.name, reason=reason)) from None
        draft = pdf.with_name(f".{pdf.name}.{os.getpid()}.part")
        try:
            with open(draft, "wb", opener=private) as file:
                file.write(pages)
            os.replace(draft, pdf)
        finally:
            draft.unlink(missing_ok=True)
        return pdf

    def _printed(self, html):
        page = self._pages.new_page()
        try:
            page.set_default_timeout(SECONDS * 1000)
            page.goto(html.as_uri(), wait_until="load")
            return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
        finally:
            if self._browser.is_connected():
                page.close()

    def _launch(self, path):
        from playwright.sync_api import Error

        # Chromium does not start as root inside its sandbox; what it is given to read is made here and runs no script
        flags = [*FLAGS, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else FLAGS
        try:
            self._browser = self._playwright.chromium.launch(executable_path=path, args=flags)
        except Error as error:
            reason = str(error).splitlines()[0][:200]
            raise PrinterError(NOT_PRINTED.format(name=Path(path).name, reason=reason)) from None
        self._pages = self._browser.new_context(java_script_enabled=False, offline=True)

    def _boxes(self):
        """Whether Chinese comes out as boxes."""
        page = self._browser.new_page()
        try:
            return page.evaluate(BOXES)
        finally:
            page.close()


def browser():
    """Where a Chromium is: RIGHTDOOR_CHROMIUM, the path, or the usual places; None if there is none."""
    found = os.environ.get("RIGHTDOOR_CHROMIUM")
    if found:
        return shutil.which(found)
    on_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    return on_path or next(filter(os.path.exists, INSTALLED), None)
