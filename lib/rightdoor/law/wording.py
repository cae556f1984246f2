"""A Decision as plain text for a person: headings, sentences, and every article by its name."""

from rightdoor.text import Pair, say

HEADINGS = {
    "crime": Pair("刑事责任", "Crime"),
    "administrative": Pair("行政责任", "Administrative"),
    "discipline": Pair("纪律责任", "Discipline"),
    "civil": Pair("民事责任", "Civil"),
    "state_liability": Pair("国家赔偿", "State liability"),
    "public_interest": Pair("公益诉讼", "Public interest"),
    "doors": Pair("找哪扇门", "Doors"),
    "not_doors": Pair("不是这些门", "Not these doors"),
    "ask_next": Pair("接着问", "Ask next"),
    "limits": Pair("日期", "Dates"),
    "red_lines": Pair("红线", "Red lines"),
    "unsettled": Pair("没有定论", "Unsettled"),
}

PASSED = Pair("（已过）", " (passed)")
COLON = Pair("：", ": ")


def as_text(decision, lang, book):
    """The whole decision in one language, one sentence a line."""
    out = []

    def head(name, extra=""):
        out.append(f"\n{say(HEADINGS[name], lang)}{extra}")

    def lines(found):
        out.extend(f"  · {say(f.says, lang)}{cited(f.basis, lang, book)}" for f in found)

    crime, colon = decision.crime, say(COLON, lang)
    out.append(f"{say(Pair('适用法律之日', 'Law on'), lang)}{colon}{decision.law_on}")
    head("crime", f"{colon}{say(book.label('tier', crime.tier), lang)}")
    lines(crime.findings)
    out.append(f"  → {say(crime.sentence, lang)}")
    for name, found in decision.liability.items():
        if found:
            head(name)
            lines(found)
    head("doors")
    for door in decision.doors:
        row = book.label("stage", door.stage)
        out.append(
            f"  {door.rank}. [{say(row, lang)}] {door_name(door.id, lang, book)}{colon}"
            f"{say(door.fixed.says, lang)}{cited(door.fixed.basis, lang, book)}"
        )
    if decision.not_doors:
        head("not_doors")
        out.extend(
            f"  · {door_name(f.id, lang, book)}{colon}{say(f.says, lang)}{cited(f.basis, lang, book)}"
            for f in decision.not_doors
        )
    if decision.ask_next:
        head("ask_next")
        lines_of = (f"  · {say(q.says, lang)} ({q.path})" for q in decision.ask_next)
        out.extend(lines_of)
    if decision.limits:
        head("limits")
        for c in decision.limits:
            past = say(PASSED, lang) if c.until < decision.decided else ""
            out.append(f"  · {c.until}{past} {say(c.what, lang)}{cited((c.basis,), lang, book)}")
    head("red_lines")
    lines(decision.red_lines)
    if decision.unsettled:
        head("unsettled")
        out.extend(f"  · {say(f.says, lang)}" for f in decision.unsettled)
    return "\n".join(out) + "\n"


def door_name(id, lang, book):
    """The name of a door in its latest row."""
    return say(book.channels[id][-1].name, lang)


def cited(basis, lang, book):
    """The articles in brackets."""
    return f" [{'; '.join(say(book.cite(id), lang) for id in basis)}]" if basis else ""
