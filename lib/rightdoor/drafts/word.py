"""Blocks as a Word document that anybody may edit: gaps highlighted, remarks to the writer as comments beside the text."""

import io
import re
from datetime import UTC, datetime

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from rightdoor.text import say

GAP = re.compile(r"(【[^】]*】)")
BLANK, NARROW = "　　　　　　", "　　"  # what an empty gap shows: in a line, in a cell
FONTS = {"zh-Hans": "SimSun", "zh-Hant": "PMingLiU", "en": "SimSun"}
TAGS = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "zh-CN"}
LATIN = "Times New Roman"
AUTHOR = "找对门 RightDoor"
BLACK = RGBColor(0, 0, 0)


def write(blocks, script, reader):
    """The bytes of a .docx of Blocks in one of rightdoor.text.LANGS, with remarks in the language of the reader."""
    document = _blank(script)
    for block in blocks:
        WRITERS[block.kind](document, block, script, reader)
    title = next(say(b.text, script) for b in blocks if b.kind == "title")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.language = script
    properties.created = properties.modified = datetime.now(UTC).replace(microsecond=0)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# ---- the sheet of paper ---------------------------------------------------------------------------------------------


def _blank(script):
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    section.top_margin = section.bottom_margin = Cm(2.5)
    for name, size in (("Normal", 12), ("Title", 20), ("Heading 1", 14)):
        _dress(document.styles[name], size, script)
    document.styles["Normal"].paragraph_format.line_spacing = 1.4
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    _page_number(section.footer.paragraphs[0])
    return document


def _dress(style, size, script):
    font = style.font
    font.name, font.size, font.color.rgb = LATIN, Pt(size), BLACK
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), FONTS[script])
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), TAGS[script])
    properties.append(language)


def _page_number(paragraph):
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


# ---- blocks ---------------------------------------------------------------------------------------------------------


def _fill(paragraph, text, blank=BLANK):
    """Write the text, each gap highlighted; an empty gap gets room to write in. Returns the runs."""
    for piece in GAP.split(text):
        if GAP.fullmatch(piece):
            run = paragraph.add_run(f"【{blank}】" if piece == "【】" else piece)
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        elif piece:
            paragraph.add_run(piece)
    return paragraph.runs


def _written(paragraph, block, document, script, reader):
    """The block in this paragraph and, line by line, in others of its style after it; the note beside the first."""
    first, *others = say(block.text, script).split("\n")
    runs = _fill(paragraph, first)
    if block.note:
        document.add_comment(runs, text=say(block.note, reader), author=AUTHOR, initials="RD")
    paragraphs = [paragraph]
    for line in others:
        paragraphs.append(document.add_paragraph(style=paragraph.style))
        _fill(paragraphs[-1], line)
    return paragraphs


def _title(document, block, script, reader):
    (paragraph,) = _written(document.add_paragraph(style="Title"), block, document, script, reader)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    border = paragraph.style.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)


def _heading(document, block, script, reader):
    _written(document.add_paragraph(style="Heading 1"), block, document, script, reader)


def _text(document, block, script, reader):
    for paragraph in _written(document.add_paragraph(), block, document, script, reader):
        if block.kind == "text" and script != "en":
            paragraph.paragraph_format.first_line_indent = Pt(24)


def _sign(document, block, script, reader):
    for paragraph in _written(document.add_paragraph(), block, document, script, reader):
        paragraph.paragraph_format.left_indent = Cm(8)


def _note(document, block, script, reader):
    paragraph = document.add_paragraph()
    run = paragraph.add_run(say(block.text, script))
    run.italic, run.font.highlight_color = True, WD_COLOR_INDEX.YELLOW


def _break(document, block, script, reader):
    document.add_page_break()


WIDTHS = (Cm(1.3), Cm(6.6), Cm(4.9), Cm(3.0))


def _table(document, block, script, reader):
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width
    for i, row in enumerate(block.rows):
        cells = table.add_row().cells
        for cell, pair, width in zip(cells, row, WIDTHS, strict=True):
            cell.width = width
            for run in _fill(cell.paragraphs[0], say(pair, script), NARROW):
                run.font.size, run.bold = Pt(10.5), i == 0 or None
    head = table.rows[0]._tr.get_or_add_trPr()
    repeat = OxmlElement("w:tblHeader")
    head.append(repeat)


WRITERS = {
    "title": _title,
    "to": _text,
    "heading": _heading,
    "text": _text,
    "item": _text,
    "note": _note,
    "sign": _sign,
    "break": _break,
    "table": _table,
}
