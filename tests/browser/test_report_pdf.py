"""Every report on A4: the words of page and pictures are text in the PDF, and what is missing here is told."""

import contextlib
import re
import unicodedata
from io import BytesIO
from pathlib import Path

import psutil
import pypdf
import pytest
from reported import EVERY, tree

from rightdoor.reports import pdf


@pytest.fixture(scope="module")
def printed(made, tmp_path_factory):
    """`{(template, lang): PdfReader}`, all printed by one Printer."""
    out, found = tmp_path_factory.mktemp("printed"), {}
    with pdf.Printer() as printer:
        for key in EVERY:
            path = printer.write(made[key].html, out / f"{'-'.join(key)}.pdf")
            found[key] = pypdf.PdfReader(BytesIO(path.read_bytes()))
    return found


def flat(text):
    """Text as it can be compared: radicals as the characters they look like, without spaces."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("key", EVERY, ids="-".join)
def test_the_pdf_keeps_the_words_of_page_and_pictures(made, printed, key, book):
    pages = printed[key].pages
    text = flat("".join(page.extract_text() for page in pages))
    heading = tree(made[key]).all("h1")[0][2]
    assert flat(heading) in text
    assert all(flat(h[2]) in text for h in tree(made[key]).all("h2"))
    assert all(round(float(page.mediabox.width)) == 595 for page in pages)
    assert f"1/{len(pages)}" in text and f"{len(pages)}/{len(pages)}" in text
    assert "<img" in text or key[0] in ("cohort", "currency")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh-Hans", "各项技能掌握得怎样"), ("zh-Hant", "各項技能掌握得怎樣"), ("en", "Howeachskillisheld")],
)
def test_what_is_written_in_a_picture_is_text_on_paper(made, printed, lang, words):
    assert words not in flat(made["trainee", lang].html.read_text("utf-8"))  # there it is inside the picture
    assert words in flat("".join(page.extract_text() for page in printed["trainee", lang].pages))


def test_without_a_part_one_sentence_says_which(monkeypatch, tmp_path):
    monkeypatch.setenv("RIGHTDOOR_CHROMIUM", str(tmp_path / "nowhere"))
    with pytest.raises(pdf.PrinterError, match="Debian package chromium") as caught, pdf.Printer():
        pytest.fail("it started")
    assert "RIGHTDOOR_CHROMIUM" in caught.value.says.zh
    monkeypatch.delenv("RIGHTDOOR_CHROMIUM")
    monkeypatch.setitem(__import__("sys").modules, "playwright.sync_api", None)
    with pytest.raises(pdf.PrinterError, match="pip install playwright"), pdf.Printer():
        pytest.fail("it started")


def test_without_a_chinese_font_no_page_of_boxes_is_made(monkeypatch, tmp_path):
    latin = next(Path("/usr/share/fonts").rglob("DejaVuSans.ttf")).parent
    (tmp_path / "fonts.conf").write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{latin}</dir>'
        f"<cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    with pytest.raises(pdf.PrinterError, match="fonts-noto-cjk"), pdf.Printer():
        pytest.fail("it printed")


def test_a_browser_that_dies_costs_one_more_start(made, tmp_path):
    with pdf.Printer() as printer:
        for process in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.Error):  # an earlier one on its way out
                if "chrom" in process.name() and "--type=" not in " ".join(process.cmdline()):
                    process.kill()
        path = printer.write(made["currency", "en"].html, tmp_path / "a.pdf")
        assert path.read_bytes().startswith(b"%PDF")
        with pytest.raises(pdf.PrinterError, match=r"No PDF of gone\.html"):
            printer.write(tmp_path / "gone.html", tmp_path / "b.pdf")
        with pytest.raises(OSError):
            printer.write(made["currency", "en"].html, tmp_path / "no" / "c.pdf")
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]
