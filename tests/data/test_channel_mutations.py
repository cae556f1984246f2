"""Mutations of channels.csv: each certain fault is reported in its row and column."""

import copy
import random

from hypothesis import given, settings
from hypothesis import strategies as st
from workshop import ALWAYS_THE_SAME, as_csv

from rightdoor.tables.channels import COLUMNS


def cell(rng, rows, column, value, of=lambda row: True):
    """One cell changed; the place is `channels.csv:row:id:column`."""
    i = rng.choice([i for i, row in enumerate(rows) if of(row)])
    rows[i][column] = value
    return as_csv(rows), f"channels.csv:{i + 2}:{rows[i]['id'] or '?'}:{column}"


def empty_cell(rng, rows):
    return cell(rng, rows, rng.choice([name for name, column in COLUMNS.items() if column.needed]), "")


def wrong_date_cell(rng, rows):
    bad = rng.choice(["2026/1/1", "2026-02-30", "2026/2/30", "1/1/2026", "46023", "0000-01-01", "soon"])
    return cell(rng, rows, rng.choice(["from", "until", "checked"]), bad)


def unknown_cell_word(rng, rows):
    column = rng.choice(["kind", "run_by", "accepts", "against", "level_rule", "modes", "anonymous", "status"])
    bad = rng.choice(["no-such-word", "Police", "；", "web;;app", "电话", "phone,visit"])
    return cell(rng, rows, column, bad)


def unknown_cell_id(rng, rows):
    column, bad = rng.choice(
        [
            ("basis", "no-such-law/1"),
            ("basis", "criminal-law/9999"),
            ("basis", "pipl/47:99"),
            ("basis", "刑法253"),
            ("deadline", "no-such/number"),
            ("deadline", "soon"),
            ("refuses", "criminal-case>no-such-door"),
            ("refuses", "no-such-matter>police"),
            ("refuses", "criminal-case"),
            ("refuses", "criminal-case>administrative-supervision-bureau"),
        ]
    )
    of = (lambda row: row["until"] == "open") if "bureau" in bad else (lambda row: True)
    return cell(rng, rows, column, bad, of)


def wrong_cell(rng, rows):
    column, bad = rng.choice(
        [
            ("phone", "1.2E+04"),
            ("phone", "12389.5"),
            ("phone", "call us"),
            ("phone", "#NAME?"),
            ("url", "12315.cn"),
            ("url", "javascript:x"),
            ("id", "Police"),
            ("id", "police station"),
            ("name_zh", "派出所?"),
            ("name_zh", "派出\u200b所"),
            ("note_en", "two\nlines"),
            ("name_en", "police\ufffd"),
            ("succeeded_by", "no such door"),
            ("name_en", " police"),
            ("source", "\u202e"),
        ]
    )
    of = (lambda row: row["note_zh"]) if column == "note_en" else (lambda row: True)
    raw, place = cell(rng, rows, column, bad, of)
    return raw, place


def half_note(rng, rows):
    return cell(rng, rows, rng.choice(["note_zh", "note_en"]), "", lambda row: row["note_zh"])


def heir_of_a_living_row(rng, rows):
    return cell(rng, rows, "succeeded_by", "police", lambda row: row["until"] == "open")


def row_twice(rng, rows):
    i = rng.randrange(len(rows))
    rows.append(dict(rows[i]))
    return as_csv(rows), f"channels.csv:{len(rows) + 1}:{rows[i]['id']}:from"


def dates_swapped(rng, rows):
    i = rng.choice([i for i, row in enumerate(rows) if row["until"] != "open"])
    rows[i]["from"], rows[i]["until"] = rows[i]["until"], rows[i]["from"]
    return as_csv(rows), f"channels.csv:{i + 2}:{rows[i]['id']}:from"


def column_gone(rng, rows):
    gone = rng.choice(list(COLUMNS))
    return as_csv(
        [{k: v for k, v in row.items() if k != gone} for row in rows], [c for c in COLUMNS if c != gone]
    ), f"channels.csv:1:{gone}"


def column_renamed(rng, rows):
    old = rng.choice(list(COLUMNS))
    return as_csv(
        rows, [c if c != old else rng.choice(["telephone", "名称", old.upper(), ""]) for c in COLUMNS]
    ), f"channels.csv:1:{old}"


def cell_too_many(rng, rows):
    lines = [list(row.values()) for row in rows]
    i = rng.randrange(len(lines))
    lines[i].insert(rng.randrange(len(COLUMNS)), "extra")
    return as_csv(lines), f"channels.csv:{i + 2}"


def empty_row(rng, rows):
    i = rng.randrange(len(rows) + 1)
    return as_csv([*rows[:i], dict.fromkeys(COLUMNS, ""), *rows[i:]]), f"channels.csv:{i + 2}"


def saved_by_a_spreadsheet(rng, rows):
    raw = as_csv(rows)
    way = rng.choice(["bom", "crlf", "utf-16", "columns", "order"])
    if way == "order":
        names = list(COLUMNS)
        rng.shuffle(names)
        return as_csv([[row[n] for n in names] for row in rows], names), "channels.csv:1"
    if way == "columns":
        return as_csv([[*row.values(), ""] for row in rows], [*COLUMNS, ""]), "channels.csv:1"
    return {"bom": b"\xef\xbb\xbf" + raw, "crlf": raw.replace(b"\n", b"\r\n"), "utf-16": raw.decode().encode("utf-16")}[
        way
    ], "channels.csv:1"


CSV_MUTATIONS = [
    empty_cell,
    wrong_date_cell,
    unknown_cell_word,
    unknown_cell_id,
    wrong_cell,
    half_note,
    heir_of_a_living_row,
    row_twice,
    dates_swapped,
    column_gone,
    column_renamed,
    cell_too_many,
    empty_row,
    saved_by_a_spreadsheet,
]


@settings(max_examples=250, **ALWAYS_THE_SAME)
@given(seed=st.integers(0, 2**32 - 1), mutate=st.sampled_from(CSV_MUTATIONS))
def test_a_wrong_row_of_the_doors_is_reported_in_its_cell(workshop, seed, mutate):
    raw, expected = mutate(random.Random(seed), copy.deepcopy(workshop.rows))
    try:
        problems = workshop.problems("channels.csv", raw)
        assert expected in [p.place for p in problems], (mutate.__name__, expected, problems[:5])
        assert all(p.says.zh and p.says.en for p in problems)
    finally:
        workshop.mend("channels.csv")
