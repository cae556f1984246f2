"""The letters of the desk as another program reads them.

Full size: LibreOffice turns every letter in every script into a PDF, whose text must hold the Chinese (needs `soffice`,
on Debian the package libreoffice-writer-nogui, and a Chinese font). Reduced: each is opened by python-docx and read back.
"""

import io
import shutil
import subprocess
from datetime import date

import docx
import pytest
from sizes import full, report

from rightdoor import drafts, plan
from rightdoor.drafts import compose
from rightdoor.law.facts import parse
from rightdoor.text import LANGS, say

TODAY = date(2026, 11, 24)
STORY = "十一月十日下午，有人把我的入住时间告诉了别人。"
PATIENCE = 180  # seconds for one conversion
CASES = {
    "police-officer": {"leaker": {"actor": "police_officer"}, "conduct": ["looked_up", "provided"]},
    "courier": {"leaker": {"actor": "industry_staff", "sector": "courier"}, "conduct": ["sold"]},
    "organ": {"leaker": {"actor": "state_organ"}, "conduct": ["negligent_publication"], "victims": 300},
    "individual": {"leaker": {"actor": "individual"}, "conduct": ["published_online"], "urgency": ["data_online"]},
}


def made(book, name):
    facts = {"on": "2026-11-10", "data": [{"kind": "lodging", "count": 25}], **CASES[name]}
    return plan.make(parse(facts), book, TODAY)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lang", LANGS)
def test_every_letter_can_be_opened_and_read(book, tmp_path, name, lang):
    found, words = made(book, name), plan.Words(story=STORY, known=("what",))
    written = {}
    for door in plan.letter_doors(found):
        for paper, (script, _, _) in zip(drafts.letter(found, door, words, lang), drafts.LETTERS[lang], strict=True):
            (tmp_path / paper.name).write_bytes(paper.content)
            written[paper.name] = paper.content, _expected(compose.letter(found, door, words), script)
    assert written
    read = _by_libreoffice if full() else _by_python
    for file, text in read(tmp_path, written):
        missing = [words for words in written[file][1] if _squeezed(words) not in text]
        assert not missing, (file, missing[:3])
    report(f"{name}, {lang}: {len(written)} letters read back" + (" from the PDFs of LibreOffice" if full() else ""))


def _expected(blocks, script):
    """Every line of the letter, as its reader must find it; gaps apart, which are as wide as the line allows."""
    texts = [say(block.text, script) for block in blocks if block.kind != "note"]
    return [
        piece
        for text in texts
        for line in text.split("\n")
        for piece in line.replace("】", "【").split("【")[::2]
        if piece.strip()
    ]


def _by_python(folder, written):
    for name, (content, _) in written.items():
        document = docx.Document(io.BytesIO(content))
        yield name, _squeezed("".join(p.text for p in document.paragraphs))


def _by_libreoffice(folder, written):
    from pypdf import PdfReader

    soffice = shutil.which("soffice")
    assert soffice, "install LibreOffice Writer (Debian: apt-get install libreoffice-writer-nogui)"
    profile = (folder / "profile").as_uri()
    command = [
        soffice,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *(str(folder / n) for n in written)], check=True, capture_output=True, timeout=PATIENCE)
    for name in written:
        pages = PdfReader((folder / name).with_suffix(".pdf")).pages
        # the number at the foot of a page may fall into a sentence that goes over to the next
        yield name, "".join(_squeezed(page.extract_text()).removesuffix(str(n)) for n, page in enumerate(pages, 1))


def _squeezed(text):
    return "".join(text.split())
