"""The sheet of personal links: slips with a QR code to cut apart, and the instructor's own on a page for itself.

One HTML file for A4. It asks for nothing, runs nothing, and shows a name as text whatever stands in the roster.
"""

from rightdoor.pictures.markup import Markup, join, tag
from rightdoor.text import Pair, say

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
@page { size: A4; margin: 12mm; }
body { margin: 0 auto; max-width: 190mm; color: #1d2a33; font: 11pt/1.5 system-ui, "PingFang SC", "Microsoft YaHei",
  "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 14pt; margin: 0 0 2mm; }
p { margin: 0 0 2mm; }
.slips { display: grid; grid-template-columns: 1fr 1fr; padding: 0; margin: 4mm 0; list-style: none; }
.slips li { display: grid; grid-template-columns: 44mm 1fr; gap: 4mm; padding: 4mm; border: 1px dashed #53616b;
  margin: 0 -1px -1px 0; break-inside: avoid; }
.slips svg { width: 44mm; height: 44mm; }
.name { font-size: 13pt; font-weight: 600; overflow-wrap: anywhere; }
.address { grid-column: 1 / -1; font: 8pt/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.quiet { color: #53616b; font-size: 9pt; }
.own { break-before: page; }
@media (max-width: 40rem) { body { padding: 4mm; } .slips { grid-template-columns: 1fr; } .slips li { grid-template-columns: 1fr; } }
"""

TITLE = Pair("演练链接", "Links to the drill")
ABOUT = Pair(
    "一人一条，剪开发下去。链接等于座位：不要拍照发群，不要给别人的。{hours} 小时内有效；丢了，用 rightdoor class revoke 收回。",
    "One slip each: cut them apart and hand them out. A link is a seat: do not post a photo of this sheet. The links hold "
    "for {hours} hours; revoke a lost one with rightdoor class revoke.",
)
SCAN = Pair("用手机扫码，或者在浏览器里输入下面的地址，再按“进入演练”。",
            "Scan this with your phone, or type the address below into a browser; then press “Enter the drill”.")  # fmt: skip
CODE = Pair("你的代码：", "Your code: ")
OWN = Pair("老师的链接（不要发给学员）", "The instructor's link (not for trainees)")
OWN_ABOUT = Pair("打开它就是控制台：看全班、发消息、暂停、结束。两位老师可以同时打开。",
                 "It opens the console: watch the class, send news, pause, close. Two instructors may use it at once.")  # fmt: skip


def sheet(people, address, own, hours, lang):
    """The HTML of the sheet.

    `people` are the persons of a roster, `address(code)` gives the full link of a code, `own` the instructor's link
    or None, `hours` how long they hold, `lang` the instructor's language; each slip is in its reader's.
    """
    slips = [_slip(person.name, person.code, address(person.code), person.lang) for person in people]
    body = [
        tag("h1", say(TITLE, lang)),
        tag("p", say(ABOUT.format(hours=hours), lang)),
        tag("ul", slips, class_="slips"),
    ]
    if own:
        body.append(_own(own, lang))
    head = join(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("title", say(TITLE, lang)),
        tag("style", Markup(STYLE)),
    )
    return "<!DOCTYPE html>\n" + tag("html", tag("head", head), tag("body", body), lang=lang)


def _slip(name, code, address, lang):
    words = tag("div", tag("p", name, class_="name"), tag("p", say(CODE, lang), tag("b", code)),
                tag("p", say(SCAN, lang), class_="quiet"))  # fmt: skip
    return tag("li", _picture(address), words, tag("p", address, class_="address"), lang=lang)


def _own(address, lang):
    content = tag("div", tag("p", say(OWN_ABOUT, lang)))
    slip = tag("li", _picture(address), content, tag("p", address, class_="address"))
    return tag("section", tag("h1", say(OWN, lang)), tag("ul", slip, class_="slips"), class_="own")


def _picture(address):
    import segno

    return Markup(segno.make(address, error="m", micro=False).svg_inline(border=2, omitsize=True))
