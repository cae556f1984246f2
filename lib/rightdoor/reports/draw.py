"""The pictures of a report: SVG kept inside the page, so that it needs no other file, scales, and prints as text.

Text in a picture is text: a PDF keeps its characters, and a font of the reader's machine draws them. No colour stands
alone: what it says is also written.
"""

import base64
from html import escape

from rightdoor.pictures.markup import tag

INK, QUIET, LINE, WASH = "#1d2a33", "#53616b", "#d9dfe3", "#eef2f4"
STATES = {"firm": "#17526b", "weak": "#b3541e"}  # what is neither is not known well enough for a colour
FIRM, OPEN = STATES["firm"], "#6b7f8a"
FONTS = {
    "zh-Hans": "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC',sans-serif",
    "zh-Hant": "'PingFang TC','Microsoft JhengHei','Noto Sans CJK TC','Noto Sans TC','Source Han Sans TC',sans-serif",
    "en": "system-ui,'Segoe UI','Helvetica Neue',Arial,'Noto Sans',sans-serif",
}
WIDTH = 400  # of every picture, in CSS pixels: narrow enough to stay readable on a telephone
ROW = 48


class Picture:
    """A drawing with its text alternative; sizes in CSS pixels."""

    def __init__(self, svg, alt, width, height):
        self.svg, self.alt, self.width, self.height = svg, alt, width, height

    def __html__(self):
        data = base64.b64encode(self.svg.encode()).decode("ascii")
        shown = f'src="data:image/svg+xml;base64,{data}" alt="{escape(self.alt)}" width="{self.width}" height="{self.height}"'
        return f'<figure class="picture"><img {shown}></figure>'

    _repr_html_ = __html__  # jinja asks for the one, Jupyter for the other

    def __repr__(self):
        return self.alt


def bars(title, rows, alt, lang):
    """A Picture of `(label, note, share, low, high, state)` rows as bars from 0 to 1.

    `note` is written at the right end; `low` and `high` bound a thin line under the bar (None: none); `state` is of
    STATES or any other word.
    """
    height = 30 + ROW * len(rows)
    shapes = [_title(title), *(shape for n, row in enumerate(rows) for shape in _bar(30 + ROW * n, *row))]
    return Picture(_svg(shapes, height, lang), alt, WIDTH, height)


def _bar(top, label, note, share, low, high, state):
    color = STATES.get(state, OPEN)
    yield _text(label, 0, top + 14, 13)
    yield _text(note, WIDTH, top + 14, 13, color, "end", font_weight="600")
    yield _box(0, top + 20, WIDTH, 12, WASH)
    yield _box(0, top + 20, max(2, WIDTH * share), 12, color)
    if low is not None:
        left, right, under = WIDTH * low, WIDTH * high, top + 37
        yield _line(left, under, right, under, QUIET)
        yield from (_line(x, under - 3, x, under + 3, QUIET) for x in (max(0.5, left), min(WIDTH - 0.5, right)))


def course(title, points, ends, alt, lang):
    """A Picture of shares (0 to 1) one after another, joined by a line, two at least; `ends` are the words under first and last."""
    height, top, bottom, left = 190, 44, 158, 38
    across = (WIDTH - left - 10) / (len(points) - 1)
    at = [
        (left + across * i if len(points) > 1 else WIDTH / 2, bottom - (bottom - top) * p) for i, p in enumerate(points)
    ]
    shapes = [_title(title)]
    for share in (0, 0.5, 1):
        y = bottom - (bottom - top) * share
        shapes += [_line(left, y, WIDTH, y, LINE), _text(f"{round(share * 100)}%", left - 6, y + 4, 11, QUIET, "end")]
    shapes.append(
        tag("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in at), fill="none", stroke=FIRM, stroke_width="2")
    )
    shapes += [
        tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="4", fill="#fff", stroke=FIRM, stroke_width="2") for x, y in at
    ]
    shapes += [_text(ends[0], left, height - 8, 11, QUIET), _text(ends[1], WIDTH, height - 8, 11, QUIET, "end")]
    return Picture(_svg(shapes, height, lang), alt, WIDTH, height)


def columns(title, columns, alt, lang):
    """A Picture of `(label, count)` columns beside one another; every second label where they are many."""
    height, top, bottom = 190, 56, 160
    most, wide = max((n for _, n in columns), default=0) or 1, WIDTH / max(1, len(columns))
    shapes = [_title(title), _line(0, bottom, WIDTH, bottom, QUIET)]
    every = 1 + (len(columns) > 8)
    for position, (label, n) in enumerate(columns):
        high, middle = (bottom - top) * n / most, wide * (position + 0.5)
        shapes.append(_box(wide * position + wide * 0.15, bottom - high, wide * 0.7, high, FIRM))
        if n:
            shapes.append(_text(f"{n:,}", middle, bottom - high - 5, 11, INK, "middle"))
        if position % every == 0:
            shapes.append(_text(label, middle, bottom + 17, 11, QUIET, "middle"))
    return Picture(_svg(shapes, height, lang), alt, WIDTH, height)


def _svg(shapes, height, lang):
    return tag(
        "svg",
        shapes,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        lang=lang,
        font_family=FONTS[lang],
    )


def _title(words):
    return _text(words, 0, 17, 15, INK, font_weight="600")


def _text(words, x, y, size, fill=INK, anchor=None, **style):
    return tag("text", words, x=f"{x:g}", y=f"{y:g}", font_size=size, fill=fill, text_anchor=anchor, **style)


def _box(x, y, width, height, fill):
    return tag("rect", x=f"{x:.1f}", y=f"{y:.1f}", width=f"{width:.1f}", height=f"{height:.1f}", fill=fill)


def _line(x1, y1, x2, y2, stroke, **style):
    return tag("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", stroke=stroke, **style)
