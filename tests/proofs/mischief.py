"""Bad input, generated: sound files damaged in their bytes or in their shape, and words that people and machines send."""

import copy
import json

from hypothesis import strategies as st

PIECES = (
    "", " ", "\n", "\t", "\r", "\x00", "\x1b[2J", "\u202e", "\u2028", "\ufeff", "\ufffd", "🧨", "汉字", "e\u0301",
    "null", "true", "~", "-", ":", ": ", "#", "'", '"', "{", "}", "[", "]", ",", ";", "&a [*a, *a]", "*a", "!!python/object:os.system x",
    "---\n", "? [a]\n", "| \n", "a: 1\na: 2\n", "{a: 1, a: 2}", "[" * 200, "{a: " * 200, "- " * 200,
    "0", "-1", "1e999", "NaN", "9" * 40, "1.5", "2026-02-30", "9999-12-31", "0001-01-01", "open", "２０２６-01-01",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "![x](http://example.invalid)",
    '=HYPERLINK("http://example.invalid")', "+1", "@SUM(A1)", "%s%n", "{x}", "{0.__class__}", "../../etc/passwd", "a/b:c(9)", "A" * 5000,
)  # fmt: skip
WORDS = st.sampled_from(PIECES) | st.text(max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.sampled_from(["none", "sold", "police"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def damaged_bytes(draw, sound):
    """The bytes of a sound file with one to three cuts, insertions, doublings or broken letters."""
    raw = draw(st.sampled_from(sound))
    for _ in range(draw(st.integers(1, 3))):
        at, cut = draw(st.integers(0, len(raw))), draw(st.sampled_from([0, 0, 1, 7, 60, 10_000]))
        put = draw(
            WORDS.map(lambda w: w.encode("utf-8", "surrogatepass")) | st.binary(max_size=6) | st.just(raw[at : at + 80])
        )
        raw = raw[:at] + put + raw[at + cut :]
    return draw(
        st.sampled_from(
            [raw, raw, raw, raw.decode("utf-8", "replace").encode("gb18030", "replace"), b"\xef\xbb\xbf" + raw]
        )
    )


def places(content):
    """Every `(parent, key)` of a tree of dicts and lists."""
    inside = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in list(inside):
        yield content, key
        if isinstance(value, dict | list):
            yield from places(value)


@st.composite
def damaged_tree(draw, sound):
    """One of the sound contents with one to three values changed, taken away, added or put somewhere else."""
    tree = [copy.deepcopy(draw(st.sampled_from(sound)))]
    for _ in range(draw(st.integers(1, 3))):
        every = list(places(tree))
        parent, key = every[draw(st.integers(0, len(every) - 1))]
        how = draw(st.sampled_from(["replace", "replace", "drop", "add", "copy", "nest"]))
        if how == "drop" and parent is not tree:
            del parent[key]
        elif how == "add" and isinstance(parent[key], dict):
            parent[key][draw(WORDS)] = draw(VALUES)
        elif how == "add" and isinstance(parent[key], list):
            parent[key].insert(0, draw(VALUES))
        elif how == "copy":
            other, there = every[draw(st.integers(0, len(every) - 1))]
            parent[key] = copy.deepcopy(other[there])
        elif how == "nest":
            parent[key] = [parent[key]] if draw(st.booleans()) else {"a": parent[key]}
        else:
            parent[key] = draw(VALUES)
    return tree[0]


def as_json(tree, indent=None):
    """JSON bytes, which are YAML too; with `indent` each key has a line of its own."""
    return (json.dumps(tree, ensure_ascii=False, indent=indent) + "\n").encode("utf-8", "surrogatepass")


def deep(levels):
    """JSON nested so deeply that a careless reader runs out of stack."""
    return b'{"on": "2026-03-10", "x": ' + b"[" * levels + b"]" * levels + b"}"
