"""Blocks of text to Markdown or to one page of HTML. Whatever they hold is text: marks of either are escaped."""

import re
from html import escape

STYLE = """
body { font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-width: 52rem;
  margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.35; } h2 { border-top: 1px solid #ccc; padding-top: 1rem; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #999; padding: .4rem; text-align: start; vertical-align: top; }
blockquote { margin: 0; padding: .2rem 1rem; border-inline-start: 4px solid #888; white-space: pre-line; }
.warning { border: 2px solid #8a4b00; padding: .5rem 1rem; font-weight: 600; }
pre { white-space: pre-wrap; font: inherit; }
th { font-weight: 600; } .form td { height: 2.5rem; } @media print { h2 { break-after: avoid; } }
"""
MARKS = re.compile(r"([\\`*_{}\[\]<>#|!])")


def written(blocks, format, lang, title):
    """The blocks, each `(kind, text | list of texts | list of rows)`, as "markdown" or "html"."""
    kinds = {k: (kind, content) for k, (kind, content) in enumerate(blocks) if content}
    if format == "html":
        body = "\n".join(_html(kind, content) for kind, content in kinds.values())
        return (
            f'<!DOCTYPE html>\n<html lang="{lang}">\n<head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
            f"<style>{STYLE}</style></head>\n<body>\n{body}\n</body>\n</html>"
        )
    return "\n\n".join(_markdown(kind, content) for kind, content in kinds.values())


def _html(kind, content):
    if kind in ("h1", "h2", "h3", "p", "pre"):
        return f"<{kind}>{escape(content)}</{kind}>"
    if kind == "warning":
        return f'<p class="warning" role="note">{escape(content)}</p>'
    if kind == "strong":
        return f"<p><strong>{escape(content)}</strong></p>"
    if kind == "quote":
        return f'<blockquote lang="zh">{escape(content)}</blockquote>'
    if kind == "list":
        return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in content) + "</ul>"
    rows = [(item, "") for item in content] if kind == "form" else content
    made = (_row(row, kind == "table" and n == 0, kind != "table") for n, row in enumerate(rows))
    return f'<table class="{kind}">{"".join(made)}</table>'


def _row(row, heading, headed):
    """A row of a table: all headings, or headed by its first cell, or plain."""
    cells = []
    for n, cell in enumerate(row):
        scope = "col" if heading else "row" if headed and n == 0 else ""
        tag = f'th scope="{scope}"' if scope else "td"
        cells.append(f"<{tag}>{escape(str(cell))}</{tag.split()[0]}>")
    return f"<tr>{''.join(cells)}</tr>"


def _markdown(kind, content):
    if kind in ("h1", "h2", "h3"):
        return "#" * int(kind[1]) + " " + _plain(content)
    if kind in ("warning", "strong"):
        return f"**{_plain(content)}**"
    if kind in ("quote", "pre"):
        return "\n".join(f"> {_plain(line)}  " for line in content.split("\n"))
    if kind == "list":
        return "\n".join(f"- {_plain(item)}" for item in content)
    if kind == "form":
        return "\n\n".join(f"{_plain(item)}: ______________________________" for item in content)
    if kind in ("table", "pairs"):
        head, *rows = [[_plain(str(cell)) for cell in row] for row in content]
        lines = [head, ["---"] * len(head), *rows]
        return "\n".join("| " + " | ".join(row) + " |" for row in lines)
    return _plain(content)


def _plain(text):
    """The text on one line, with every mark of Markdown and HTML escaped."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))
