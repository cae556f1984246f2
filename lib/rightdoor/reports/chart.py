"""The one picture of a report: bars for skills, drawn with a font of this machine that has every character needed."""

import base64
import io
import warnings
from functools import cache

from rightdoor.text import Pair

# one face for a script: Chinese characters are drawn differently in Beijing, Taipei and Tokyo
FAMILIES = {
    "zh-Hans": (
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Source Han Sans SC",
        "Source Han Sans CN",
        "Microsoft YaHei",
        "PingFang SC",
        "Hiragino Sans GB",
        "Heiti SC",
        "SimHei",
        "WenQuanYi Micro Hei",
        "WenQuanYi Zen Hei",
        "Noto Sans CJK JP",
    ),
    "zh-Hant": (
        "Noto Sans CJK TC",
        "Noto Sans TC",
        "Source Han Sans TC",
        "Source Han Sans TW",
        "Microsoft JhengHei",
        "PingFang TC",
        "Heiti TC",
        "Noto Sans CJK SC",
        "Noto Sans CJK JP",
        "WenQuanYi Micro Hei",
        "WenQuanYi Zen Hei",
    ),
}
INK, QUIET, LINE = "#1d2a33", "#53616b", "#d9dfe3"
FIRM, WEAK = "#17526b", "#b3541e"
WIDTH, ROW, MARGIN = 400, 46, 62  # CSS pixels: narrow enough to stay readable on a telephone
DENSITY = 2.5  # pixels of the PNG for each CSS pixel, for print


class ChartError(RuntimeError):
    """A picture cannot be drawn here; `says` tells what to install."""

    def __init__(self, says):
        super().__init__(says.en)
        self.says = says


NO_FONT = ChartError(
    Pair(
        "这台电脑没有可以写中文的字体，图画不出来：请安装中文字体（Debian 软件包 fonts-noto-cjk），再生成一次报告。",
        "This computer has no font for Chinese, so the picture cannot be drawn: please install one (Debian package "
        "fonts-noto-cjk) and make the report again.",
    )
)


def bars(rows, title, mark, mark_label, lang):
    """`(PNG in base64, width, height in CSS pixels)` of `(label, share 0 to 1)` rows, with a line at `mark`."""
    from matplotlib.figure import Figure

    height = MARGIN + ROW * len(rows)
    text = [title, mark_label, "0123456789%", *(label for label, _ in rows)]
    with _font(lang, "".join(text)):
        figure = Figure(figsize=(WIDTH / 96, height / 96), dpi=96 * DENSITY, facecolor="white")
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set(xlim=(0, 1), ylim=(height, 0))
        axes.axis("off")
        axes.text(0, 16, title, size=11.5, weight="bold", color=INK, va="center")
        axes.plot([mark, mark], [44, height - 6], color=QUIET, linewidth=0.8, linestyle=(0, (3, 3)))
        axes.text(mark, 38, mark_label, size=8, color=QUIET, ha="center", va="center")
        for position, (label, share) in enumerate(rows):
            _bar(axes, MARGIN + ROW * position, label, share, FIRM if share >= mark else WEAK)
        return _png(figure), WIDTH, height


def _bar(axes, top, label, share, color):
    axes.text(
        0, top + 6, label, size=10, color=INK, va="center", bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5}
    )
    axes.barh(top + 25, 1, height=13, color="#eef2f4", zorder=0)
    axes.barh(top + 25, share, height=13, color=color, zorder=1)
    axes.text(
        1,
        top + 6,
        f"{round(share * 100)}%",
        size=10,
        weight="bold",
        color=color,
        ha="right",
        va="center",
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
    )


def _png(figure):
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message=r"Glyph \d+")  # an empty box instead of a character is an error
        figure.savefig(out, format="png", metadata={"Software": None})
    return base64.b64encode(out.getvalue()).decode("ascii")


def _font(lang, text):
    """A context in which matplotlib writes with a font that has all of `text`. Raises ChartError."""
    import matplotlib

    wanted = frozenset(c for c in text if not c.isspace())
    family = family_for(lang, wanted)
    return matplotlib.rc_context({"font.family": [family], "svg.fonttype": "path"})


@cache
def family_for(lang, characters):
    """The name of an installed font family that has all the characters. ChartError if there is none."""
    from matplotlib import font_manager

    known = _installed()
    for name in (*FAMILIES.get(lang, ()), "DejaVu Sans", *sorted(known)):
        if name in known and characters <= _characters(known[name]):
            return name
    for path in set(font_manager.findSystemFonts()) - {entry.fname for entry in font_manager.fontManager.ttflist}:
        _learn(path)  # installed after matplotlib wrote down what there is
    for name, entry in _installed().items():
        if name not in known and characters <= _characters(entry):
            return name
    raise NO_FONT


def _installed():
    from matplotlib import font_manager

    upright = [f for f in font_manager.fontManager.ttflist if f.style == "normal"]
    return {
        f.name: f
        for f in sorted(
            upright, key=lambda f: abs(int(f.weight if str(f.weight).isdigit() else 400) - 400), reverse=True
        )
    }


def _learn(path):
    from matplotlib import font_manager

    try:
        font_manager.fontManager.addfont(path)
    except (OSError, RuntimeError, ValueError):
        return  # a damaged font, or a kind that matplotlib does not read


def _characters(entry):
    from matplotlib.ft2font import FT2Font

    try:
        font = (
            FT2Font(entry.fname, face_index=getattr(entry, "index", 0))
            if getattr(entry, "index", 0)
            else FT2Font(entry.fname)
        )
    except (OSError, RuntimeError):
        return frozenset()
    return frozenset(map(chr, font.get_charmap()))
