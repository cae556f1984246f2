"""The graph of a case: Mermaid, DOT, or an outline that needs no picture."""

from rightdoor.cases.check import END
from rightdoor.text import Pair, say

JUDGED, INTERVIEW = Pair("由法律判断", "judged by the law"), Pair("访谈", "interview")
LEADS, BACK = Pair("选“{x}”", "if '{x}'"), Pair("再问一次", "ask again")
NEWS = Pair("演练中得知“{x}”", "in a drill, on the news '{x}'")
ENDING, ELSE = Pair("结束", "end"), Pair("否则", "otherwise")


def drawn(case, format, lang):
    """The graph as text in one of outline, mermaid, dot."""
    return "\n".join({"outline": _outline, "mermaid": _mermaid, "dot": _dot}[format](case, lang))


def edges(case):
    """`(from, to, why)` of every way a walk can go; `why` is None on the way that every other answer takes.

    News leads away from the step after which it comes, in a drill only.
    """
    for step in case.steps.values():
        for option in step.options:
            if option.next:
                yield step.id, option.next, LEADS.format(x=option.label)
        if any(option.hint and not option.next for option in step.options):
            yield step.id, step.id, BACK
        if not step.options or not all(option.next for option in step.options):
            yield step.id, step.next, None
    for news in case.news.values():
        yield news.after or case.start, news.go, NEWS.format(x=news.id)


def _kind(step):
    return JUDGED if step.judged else INTERVIEW


def _outline(case, lang):
    yield f"{case.id}  {say(case.title, lang)}"
    number = {id: n for n, id in enumerate(case.steps, 1)}
    for step in case.steps.values():
        asked = f" · {step.decide}" if step.decide else ""
        yield f"{number[step.id]}. {step.id} ({step.kind.id} · {say(_kind(step), lang)}{asked}): {say(step.ask, lang)}"
        ways = [(target, why) for source, target, why in edges(case) if source == step.id]
        for target, why in ways:
            where = say(ENDING, lang) if target == END else f"{number.get(target, '?')}. {target}"
            reason = why or (ELSE if len(ways) > 1 else None)
            yield f"   → {where}" + (f"  ({say(reason, lang)})" if reason else "")


def _mermaid(case, lang):
    names = {id: f"s{n}" for n, id in enumerate(case.steps)} | {END: "fin"}
    yield "flowchart TD"
    for step in case.steps.values():
        opening, closing = ("{{", "}}") if step.judged else ("(", ")")
        yield f'  {names[step.id]}{opening}"{_plain(step.id + ": " + say(step.ask, lang))}"{closing}'
    yield f'  fin(["{say(ENDING, lang)}"])'
    for source, target, why in edges(case):
        label = f'|"{_plain(say(why, lang))}"|' if why else ""
        yield f"  {names[source]} -->{label} {names.get(target, target)}"


def _plain(text):
    """Text inside a Mermaid string: marks that it would read as syntax become entities."""
    return "".join(f"#{ord(c)};" if c in '"<>#;&[]{}|`\\' else c for c in text)


def _dot(case, lang):
    yield f"digraph {_quoted(case.id)} {{"
    yield "  node [shape=box, style=rounded];"
    for step in case.steps.values():
        shape = ", shape=hexagon" if step.judged else ""
        yield f"  {_quoted(step.id)} [label={_quoted(step.id + ': ' + say(step.ask, lang))}{shape}];"
    yield f"  {_quoted(END)} [label={_quoted(say(ENDING, lang))}, shape=oval];"
    for source, target, why in edges(case):
        label = f" [label={_quoted(say(why, lang))}]" if why else ""
        yield f"  {_quoted(source)} -> {_quoted(target)}{label};"
    yield "}"


def _quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
