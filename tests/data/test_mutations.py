"""A thousand mutations of the tables: each certain fault is reported where it is, and no bytes give a traceback."""

import copy
import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workshop import ALWAYS_THE_SAME, as_yaml

from rightdoor import yamlfile
from rightdoor.text import LANGS, say

BAD_DATES = [
    "2026-02-30",
    "2026/1/1",
    "2026-13-01",
    "26-01-01",
    "0000-01-01",
    "3026-01-01",
    "soon",
    "",
    20260101,
    None,
    True,
    [],
]
DATE_KEYS = {"from", "until", "adopted", "checked", "since"}
REQUIRED = {
    "statutes": {"id", "heading", "versions"},
    "parameters": {"id", "label", "unit", "basis", "versions"},
    "hearsay": {"id", "section", "claim", "verdict", "right", "basis", "source"},
    "watch": {"id", "question", "state", "touches", "meanwhile", "checked", "source"},
}


# ---- mutations of YAML: each changes `content` in place and returns the keys that lead to the fault, or None ------


def walk(node, keys=()):
    """`(keys, parent, key)` of every value under `node`."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in list(pairs):
        yield (*keys, key), node, key
        yield from walk(value, (*keys, key))


def pick(rng, content, wanted):
    return rng.choice([found for found in walk(content) if wanted(*found)] or [None])


def entries(content):
    return (
        (content["articles"], ("articles",)) if isinstance(content, dict) and "articles" in content else (content, ())
    )


def drop_required(rng, content, table):
    if table not in REQUIRED:
        return None
    rows, lead = entries(content)
    i = rng.randrange(len(rows))
    del rows[i][rng.choice(sorted(REQUIRED[table]))]
    return (*lead, i)


def halve_pair(rng, content, table):
    found = pick(rng, content, lambda keys, parent, key: key in ("zh", "en") and set(parent) == {"zh", "en"})
    keys, parent, key = found
    way = rng.choice(["drop", "blank", "spaces", "null", "list"])
    if way == "drop":
        del parent[key]
        return keys[:-1]
    parent[key] = {"blank": "", "spaces": "  ", "null": None, "list": ["a"]}[way]
    return keys


def swap_halves(rng, content, table):
    if table == "text":
        return None
    keys, parent, _ = pick(rng, content, lambda keys, parent, key: key == "zh" and set(parent) == {"zh", "en"})
    parent["zh"] = "12345 only"
    return keys


def bad_date(rng, content, table):
    found = pick(rng, content, lambda keys, parent, key: key in DATE_KEYS)
    if not found:
        return None
    keys, parent, key = found
    parent[key] = rng.choice(BAD_DATES)
    return keys


def unknown_word(rng, content, table):
    words = {"status", "verdict", "state", "unit", "section", "date_status"}
    found = pick(rng, content, lambda keys, parent, key: key in words and isinstance(parent[key], str))
    if not found or table in ("vocabulary", "text"):
        return None
    keys, parent, key = found
    parent[key] = "no-such-word"
    return keys[:1] if key == "section" else keys


def strange_key(rng, content, table):
    found = pick(
        rng, content, lambda keys, parent, key: isinstance(parent[key], dict) and (table == "statutes" or len(keys) > 1)
    )
    if not found:
        return None
    keys, parent, key = found
    parent[key]["sorce"] = 1
    return (*keys, "sorce") if table == "vocabulary" and len(keys) == 1 else keys


def wrong_type(rng, content, table):
    found = pick(rng, content, lambda keys, parent, key: isinstance(parent, dict) and key not in ("until",))
    keys, parent, key = found
    parent[key] = 7 if isinstance(parent[key], (dict, list)) else {"a": 1}
    return keys


def same_id_twice(rng, content, table):
    if table not in REQUIRED:
        return None
    rows, lead = entries(content)
    rows.append(copy.deepcopy(rng.choice(rows)))
    return (*lead, len(rows) - 1, "id")


def bad_id(rng, content, table):
    if table not in REQUIRED:
        return None
    rows, lead = entries(content)
    i = rng.randrange(len(rows))
    rows[i]["id"] = rng.choice(["Two Words", "汉字", "", "../etc", "criminal-law/二百", "a\nb"])
    return (*lead, i, "id")


def versioned(rng, content, table, wanted):
    if table not in ("statutes", "parameters"):
        return None
    return pick(rng, content, lambda keys, parent, key: key == "versions" and wanted(parent[key]))


def swapped_dates(rng, content, table):
    found = versioned(rng, content, table, lambda vs: any(v["until"] != "open" for v in vs))
    if not found:
        return None
    keys, parent, _ = found
    k = rng.choice([k for k, v in enumerate(parent["versions"]) if v["until"] != "open"])
    version = parent["versions"][k]
    version["from"], version["until"] = version["until"], version["from"]
    return (*keys, k, "from")


def overlap(rng, content, table):
    found = versioned(rng, content, table, lambda vs: True)
    if not found:
        return None
    keys, parent, _ = found
    parent["versions"].append(copy.deepcopy(parent["versions"][-1]))
    return (*keys, len(parent["versions"]) - 1, "from")


def gap(rng, content, table):
    found = versioned(rng, content, table, lambda vs: len(vs) > 1)
    if not found:
        return None
    keys, parent, _ = found
    k = rng.randrange(1, len(parent["versions"]))
    moved = date.fromisoformat(parent["versions"][k]["from"]) + timedelta(days=rng.randrange(1, 60))
    parent["versions"][k]["from"] = moved.isoformat()
    return (*keys, k, "from")


def taken_effect_before_adoption(rng, content, table):
    found = pick(rng, content, lambda keys, parent, key: key == "adopted")
    if not found:
        return None
    keys, parent, _ = found
    parent["adopted"] = (date.fromisoformat(parent["from"]) + timedelta(days=1)).isoformat()
    return keys


def leads_nowhere(rng, content, table):
    """An id that no table holds, wherever one table names another."""
    bad = rng.choice(["no-such-law/1", "criminal-law/9999", "pipl/47:99", "pipl/47:1(99)"])
    if table == "statutes":
        found = pick(rng, content, lambda keys, parent, key: key == "succeeded_by")
        bad = "criminal-law/9999"
    elif table == "parameters":
        found = pick(rng, content, lambda keys, parent, key: key == "basis")
    elif table == "hearsay":
        keys, parent, key = pick(
            rng, content, lambda keys, parent, key: len(keys) == 3 and keys[1] in ("basis", "doors")
        )
        parent[key] = bad if keys[1] == "basis" else "no-such-door"
        return keys[:1]
    elif table == "watch":
        found = pick(rng, content, lambda keys, parent, key: len(keys) == 3 and keys[1] == "touches")
        bad = "no-such-thing"
    else:
        return None
    if not found:
        return None
    keys, parent, key = found
    parent[key] = bad
    return keys


def number_out_of_step(rng, content, table):
    """A verified number that begins on a day on which no text of its basis begins."""
    if table != "parameters":
        return None

    def plain(v):
        return v["source"]["status"] == "verified" and "note" not in v["source"]

    keys, parent, _ = pick(rng, content, lambda k, p, key: key == "versions" and plain(p[key][0]))
    first = parent["versions"][0]
    first["from"] = (date.fromisoformat(first["from"]) + timedelta(days=1)).isoformat()
    return (*keys, 0, "from")


def fields_differ(rng, content, table):
    if table != "text" or "confirm-locally" not in content:
        return None
    key = rng.choice(sorted(content))
    content[key]["en"] += rng.choice([" {more}", " {", " }"])
    return (key,)


YAML_MUTATIONS = [
    drop_required,
    halve_pair,
    swap_halves,
    bad_date,
    unknown_word,
    strange_key,
    wrong_type,
    same_id_twice,
    bad_id,
    swapped_dates,
    overlap,
    gap,
    taken_effect_before_adoption,
    leads_nowhere,
    number_out_of_step,
    fields_differ,
]


def yaml_names(workshop):
    """Every YAML table, each folder of files weighing as much as a single file; the overrides hold no Pairs."""
    folders = {}
    for name in workshop.contents:
        if name != "text/zh_hant.yaml":
            folders.setdefault(name.partition("/")[0], []).append(name)
    return list(folders.values())


@settings(max_examples=550, **ALWAYS_THE_SAME)
@given(seed=st.integers(0, 2**32 - 1), mutate=st.sampled_from(YAML_MUTATIONS))
def test_a_wrong_yaml_entry_is_reported_in_its_line(workshop, seed, mutate):
    rng = random.Random(seed)
    tables = yaml_names(workshop)
    keys = None
    while keys is None:  # not every mutation fits every table
        name = rng.choice(rng.choice(tables))
        content = copy.deepcopy(workshop.contents[name])
        keys = mutate(rng, content, name.partition("/")[0].removesuffix(".yaml"))
    raw = as_yaml(content)
    try:
        problems = workshop.problems(name, raw)
        expected = f"{name}:{yamlfile.line_of(workshop.path(name), keys)}"
        assert expected in [p.place for p in problems], (mutate.__name__, name, keys, expected, problems[:3])
        assert all(p.says.zh and p.says.en for p in problems)
    finally:
        workshop.mend(name)


# ---- noise ------------------------------------------------------------------------------------------------------


def noisy(rng, raw):
    """The bytes with a few of them flipped, cut out, doubled or replaced by what parsers dislike."""
    raw = bytearray(raw)
    for _ in range(rng.randrange(1, 6)):
        at, size = rng.randrange(len(raw) + 1), rng.randrange(1, 40)
        way = rng.randrange(4)
        if way == 0:
            raw[at : at + 1] = bytes([rng.randrange(256)])
        elif way == 1:
            del raw[at : at + size]
        elif way == 2:
            raw[at:at] = raw[at : at + size]
        else:
            raw[at:at] = rng.choice(
                [
                    b"\x00",
                    b"\xff\xfe",
                    b"---\n",
                    b"&a *a",
                    b"!!python/object:os.system x",
                    b"{[" * 60,
                    b'"',
                    b"\t",
                    b"? x\n",
                    b"\r",
                    b"%YAML 9.9\n",
                    b"9" * 50,
                    b": ",
                    b"\n- \n",
                    b"\xed\xa0\x80",
                    "\u202e".encode(),
                ]
            )
    return bytes(raw)


@settings(max_examples=250, **ALWAYS_THE_SAME)
@given(seed=st.integers(0, 2**32 - 1))
def test_noise_gives_sentences_and_no_traceback(workshop, seed):
    rng = random.Random(seed)
    name = rng.choice(rng.choice([["channels.csv"], ["text/zh_hant.yaml"], *yaml_names(workshop)]))
    try:
        for problem in workshop.problems(name, noisy(rng, workshop.path(name).read_bytes()))[:5]:
            assert problem.place and all(say(problem.says, lang) for lang in LANGS)
    finally:
        workshop.mend(name)


def test_the_tables_are_sound_before_they_are_damaged(workshop):
    assert workshop.faults == []


@pytest.mark.parametrize("name", ["channels.csv", "vocabulary.yaml", "text/ui.yaml", "statutes/pipl.yaml"])
@pytest.mark.parametrize("raw", [b"", b"\n", b"null", b"[]", b"{}", b"\x00", b"a,b\n", b"- {}\n- 1\n- [x]\n"], ids=repr)
def test_a_file_with_other_content_is_reported(workshop, name, raw):
    try:
        assert workshop.problems(name, raw) or (name, raw) == ("text/ui.yaml", b"{}")
    finally:
        workshop.mend(name)
