"""The case desk in real Chromium: from the first question to the downloaded letter, by keyboard, on a telephone, in JupyterLab."""

import re
from urllib.parse import urlsplit

import docx
import icalendar
import pytest
from barriers import WIDTHS
from barriers import check as nothing_grave
from trainee import PATIENCE

from rightdoor.text import LANGS, convert

STORY = "十一月十日有人把我的入住时间告诉了别人。来电是13800138000。"
ANSWERS = {  # by the name of the control that the question shows
    'input[value="ongoing_threat"]': ("ongoing_threat",),
    'input[value="looked_up"]': ("looked_up", "provided"),
    'input[value="lodging"]': ("lodging", "household"),
}
CONNECTED = """() => fetch('/api/kernels').then(answer => answer.json())
    .then(kernels => kernels.some(k => k.connections > 0 && k.execution_state === 'idle'))"""


class Client:
    """Somebody at the desk, with the keyboard alone."""

    def __init__(self, page, server, lang="zh-Hans"):
        self.page, self.server, self.lang = page, server, lang
        page.set_default_timeout(PATIENCE)
        page.goto(server.page(f"{lang}/desk.ipynb"))
        self.ready()

    def ready(self):
        self.sheet = self.page.locator(".rd-sheet#desk")
        self.page.wait_for_selector(".rd-sheet#desk[data-ready]", timeout=PATIENCE)

    def has(self, selector):
        return self.sheet.locator(selector).count() > 0

    def on(self, selector):
        return self.page.evaluate("s => document.activeElement.matches(s)", selector)

    def tab_to(self, selector):
        for _ in range(150):
            self.page.keyboard.press("Tab")
            if self.on(selector):
                return
        raise AssertionError(f"{selector} cannot be reached with the Tab key")

    def press(self, selector, key="Enter"):
        """Go to a control, press it, and wait for the answer of the kernel."""
        self.tab_to(selector)
        before = self.sheet.get_attribute("data-ready")
        self.page.keyboard.press(key)
        self.page.wait_for_function(
            "([e, b]) => e.dataset.ready !== b", arg=[self.sheet.element_handle(), before], timeout=PATIENCE
        )

    def answer(self):
        """Answer what is asked, as far as this test knows; else "I don't know"."""
        for first, values in ANSWERS.items():
            if self.has(first):
                for value in values:
                    self.page.evaluate("document.activeElement.blur()")
                    self.tab_to(f'input[value="{value}"]')
                    self.page.keyboard.press("Space")
                return self.press("button[type=submit]")
        if self.has('button[data-of="police_officer"]'):
            return self.press('button[data-of="police_officer"]')
        if self.has("input[name=number]"):
            self.tab_to("input[name=number]")
            self.page.keyboard.type("25")
            return self.press("button[type=submit]")
        return self.press('button[data-do="unknown"]')

    def to_the_plan(self):
        while not self.has("[data-focus=plan]"):
            self.answer()
            assert self.on("[data-focus=ask], [data-focus=plan]"), "the focus goes to what is new"

    def download(self, selector):
        """Follow a link to a file with the Enter key; returns its path."""
        with self.page.expect_download(timeout=PATIENCE) as caught:
            self.tab_to(selector)
            self.page.keyboard.press("Enter")
        return caught.value.path(), caught.value.suggested_filename


def paragraphs(path):
    return "\n".join(p.text for p in docx.Document(path).paragraphs)


def test_from_the_first_question_to_the_letter_by_keyboard(page, server, store):
    client = Client(page, server)
    client.answer()
    assert "先做这件事" in client.sheet.inner_text() and "110" in client.sheet.inner_text()
    client.to_the_plan()
    plan = client.sheet.inner_text()
    for words in ("12388", "12309", "监察委员会", "红线", "如果这扇门关上了", "以当地公布为准"):
        assert words in plan, words
    client.press('button[data-do="write"]')
    assert client.on("[data-focus=letter]")
    client.tab_to("select[name=door]")
    page.keyboard.press("ArrowDown")
    client.tab_to("textarea[name=story]")
    page.keyboard.type(STORY)
    client.tab_to("input[name=known][value=what]")
    page.keyboard.press("Space")
    client.press("button[type=submit]")
    assert client.on("[data-focus=privacy]") and "13800138000" not in client.sheet.inner_text()
    client.press('button[data-do="use-masked"]')
    assert client.on("[data-focus=ready]")
    path, name = client.download('a[download$="letter.docx"]')
    letter = paragraphs(path)
    assert name == "police-other-organ-letter.docx" and letter.startswith("报案材料")
    assert "十一月十日有人把我的入住时间告诉了别人。来电是138******00。" in letter
    assert "【真实姓名】" in letter and "受案回执" in letter and "回避" in letter
    assert (
        letter.index("我知道的事实")
        < letter.index("查询、提供给他人")
        < letter.index("我的推测")
        < letter.index("人民警察（民警）。")
    )
    path, _ = client.download('a[download="evidence-list.docx"]')
    assert "红线" in paragraphs(path)
    path, _ = client.download('a[download="dates.ics"]')
    assert icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert {urlsplit(url).hostname for url in page.asked if not url.startswith(("data:", "blob:"))} == {"127.0.0.1"}
    kept = [p for p in store.parent.rglob("*") if p.is_file()] if store.parent.exists() else []
    assert not [
        p for p in kept if any(w.encode() in p.read_bytes() for w in ("入住时间", "13800138000", "138******00"))
    ]


def test_answers_kept_as_a_file_are_gone_on_with_after_a_reload(page, server, store, tmp_path):
    client = Client(page, server)
    for _ in range(3):
        client.answer()
    asked = client.sheet.locator("[data-focus=ask]").inner_text()
    client.press('button[data-do="to-plan"]')
    client.press('button[data-do="papers"]')
    path, name = client.download('a[download="case-answers.json"]')
    page.reload()
    client.ready()
    client.sheet.locator("summary", has_text="接着做上次的").click()
    (tmp_path / "letter.json").write_text("not ours")
    choose = client.sheet.locator("input[type=file]")
    choose.set_input_files(tmp_path / "letter.json")
    client.sheet.locator(".rs-fault").wait_for(timeout=PATIENCE)
    assert name in client.sheet.inner_text(), "it says which file is the right one"
    (tmp_path / name).write_bytes(path.read_bytes())
    choose.set_input_files(tmp_path / name)
    client.sheet.locator('button[data-do="back"]').wait_for(timeout=PATIENCE)
    assert client.sheet.locator("[data-focus=ask]").inner_text() == asked and client.on("[data-focus=ask]")


def test_nothing_is_there_after_a_reload(page, server, store):
    client = Client(page, server)
    client.answer()
    client.answer()
    page.reload()
    client.ready()
    assert client.has('input[value="ongoing_threat"]:not(:checked)') and not client.has('button[data-do="back"]')
    assert not store.exists(), "the desk opens no record"


@pytest.mark.parametrize("lang", LANGS)
def test_everybody_can_use_every_screen_at_either_width(chromium, server, lang):
    """Worked by keyboard on a telephone's width; on a desk's in the test above."""
    page = chromium.new_page()
    client = Client(page, server, lang)

    def check(where):
        for width in WIDTHS:
            nothing_grave(page, where, [width])
            names = client.sheet.locator("button").evaluate_all(
                "all => all.map(b => b.ariaLabel || b.innerText.trim())"
            )
            assert len(names) == len(set(names)), f"{where}: two buttons of one name: {names}"

    assert client.sheet.get_attribute("lang") == lang
    while not client.has("[data-focus=plan]"):
        check(client.sheet.locator(".rs-ask").inner_text())
        client.answer()
    check("plan")
    text = client.sheet.inner_text()
    if lang == "en":
        assert not re.search(r"[\u4e00-\u9fff]", text), re.findall(r".{9}[\u4e00-\u9fff]+.{9}", text)[:5]
    if lang == "zh-Hant":
        assert convert("监察委员会") in text and "监察" not in text
    client.press('button[data-do="ask-clear"]')
    check("start again?")
    client.press('button[data-do="keep"]')
    client.press('button[data-do="write"]')
    check("letter")
    client.tab_to("textarea[name=story]")
    page.keyboard.type("13800138000")
    client.press("button[type=submit]")
    check("warning")
    client.press('button[data-do="use-typed"]')
    check("downloads")
    links = client.sheet.locator("a[download]").evaluate_all("all => all.map(a => a.download)")
    assert len(links) == len(set(links)) == (4 if lang == "zh-Hans" else 5)
    page.close()


def test_the_letter_can_be_downloaded_in_jupyterlab(page, server):
    page.goto(server.lab("zh-Hans/desk.ipynb"))
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=PATIENCE)
    while not page.evaluate(CONNECTED):  # run before that, JupyterLab would ask for a kernel
        page.wait_for_timeout(200)
    page.locator(".lm-MenuBar-itemLabel", has_text="运行").click()
    page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
    sheet = page.locator(".rd-sheet#desk")
    sheet.wait_for(timeout=PATIENCE)

    def press(selector):
        before = sheet.get_attribute("data-ready")
        sheet.locator(selector).first.click()
        page.wait_for_function(
            "([e, b]) => e.dataset.ready !== b", arg=[sheet.element_handle(), before], timeout=PATIENCE
        )

    while not sheet.locator("[data-focus=plan]").count():
        actor = sheet.locator('button[data-of="civil_servant"]').count()
        press('button[data-of="civil_servant"]' if actor else 'button[data-do="unknown"]')
    press('button[data-do="write"]')
    sheet.locator("textarea[name=story]").press_sequentially("bad day")  # b, a and d would be commands of JupyterLab
    press("button[type=submit]")
    with page.expect_download(timeout=PATIENCE) as caught:
        sheet.locator('a[download$="letter.docx"]').click()
    assert "bad day" in paragraphs(caught.value.path())
