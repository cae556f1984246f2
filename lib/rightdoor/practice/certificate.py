"""Certificates of attendance: one page of A4 for each trainee who attended, to print. Nobody's signature is invented."""

from datetime import datetime

from rightdoor.practice.markup import join, tag
from rightdoor.records.place import private
from rightdoor.text import Pair, say, ui

STYLE = """@page { size: A4; margin: 25mm; }
body { margin: 0; color: #1d2a33; font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
section { box-sizing: border-box; max-width: 165mm; min-height: 240mm; margin: 0 auto; padding: 20mm 15mm; border: 1px solid #17526b;
  break-after: page; display: flex; flex-direction: column; gap: 6mm; line-height: 1.7; }
h1 { font-size: 22pt; margin: 0 0 10mm; text-align: center; color: #17526b; } p { margin: 0; font-size: 13pt; }
.name { font-size: 20pt; text-align: center; padding-bottom: 3mm; border-bottom: 1px solid #8d9aa3; }
.foot { margin-top: auto; display: grid; grid-template-columns: 1fr 1fr; gap: 15mm; }
.foot p { border-top: 1px solid #53616b; padding-top: 2mm; font-size: 10.5pt; color: #53616b; } .quiet { font-size: 10.5pt; color: #53616b; }"""


def page(told, names, lang):
    """The HTML of the certificates of a Debrief; `names` maps codes to names, a code stands for itself without one."""
    sheets = [_sheet(told, own, names.get(own.code, own.code), lang) for own in told.seats if own.attended]
    title, nobody = tag("title", ui("certificate", lang)), tag("p", ui("certificate-nobody", lang))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">{title}<style>{STYLE}</style>'
    return f'<!doctype html>\n<html lang="{lang}"><head>{head}</head><body>{join(sheets) or nobody}</body></html>\n'


def write(path, told, names, lang):
    """Write them to a file that only its owner may read. OSError where that cannot be done."""
    with open(path, "w", encoding="utf-8", newline="\n", opener=private) as out:
        out.write(page(told, names, lang))


def _sheet(told, own, name, lang):
    began = datetime.fromisoformat(told.began or told.opened).astimezone()
    minutes = max(1, round(own.seconds / 60))
    took = Pair(
        "{day}，参加“{title}”演练，在场 {n} 分钟。",
        "took part in the drill '{title}' on {day}, present for {n} minutes.",
    )
    return tag(
        "section",
        tag("h1", ui("certificate", lang)),
        tag("p", name, class_="name"),
        tag("p", say(took.format(day=began.date().isoformat(), title=told.title, n=minutes), lang)),
        tag("p", ui("certificate-not-a-mark", lang), class_="quiet"),
        tag("div", tag("p", ui("certificate-organiser", lang)), tag("p", ui("certificate-day", lang)), class_="foot"),
        lang=lang,
    )
