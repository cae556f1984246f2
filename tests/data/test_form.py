"""Each data file has one form, so that a change of a word is a change of a line and nothing else."""

import csv
import io
import json

import pytest

from rightdoor import yamlfile
from rightdoor.tables.channels import DOOR_COLUMNS
from rightdoor.text import data_folder

ROOT = data_folder()
FILES = sorted(p for p in ROOT.rglob("*") if p.suffix in {".yaml", ".csv", ".json"})
WIDTH = 170  # characters of a line; the verbatim words of a statute stay whole
SCHEMAS = {"statutes": "statute", "parameters": "parameters", "hearsay.yaml": "hearsay", "watch.yaml": "watch"}


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_utf8_lf_no_space_at_the_end_of_a_line(path):
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    assert not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw
    assert text.endswith("\n") and not text.endswith("\n\n")
    bad = [number for number, line in enumerate(text.splitlines(), 1) if line != line.rstrip() or "\t" in line]
    assert not bad, f"{name(path)}: spaces at the end or tabs in lines {bad[:10]}"


def test_the_doors_are_written_as_a_writer_would_write_them():
    text = (ROOT / "channels.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    assert out.getvalue() == text and rows[0] == DOOR_COLUMNS


def test_the_rows_of_a_door_stand_together_in_date_order():
    rows = list(csv.DictReader(io.StringIO((ROOT / "channels.csv").read_text(encoding="utf-8"), newline="")))
    ids = [row["id"] for row in rows]
    assert sorted(rows, key=lambda row: (ids.index(row["id"]), row["from"])) == rows


@pytest.mark.parametrize("path", sorted((ROOT / "statutes").glob("*.yaml")), ids=name)
def test_articles_stand_in_the_order_of_their_numbers(path):
    numbers = [tuple(map(int, a["id"].partition("/")[2].split("-"))) for a in yamlfile.read(path)["articles"]]
    assert numbers == sorted(numbers)


def schema_files():
    return [p for p in FILES if p.suffix == ".yaml" and name(p).partition("/")[0] in SCHEMAS]


@pytest.mark.parametrize("path", schema_files(), ids=name)
def test_keys_stand_in_the_order_of_the_schema(path):
    schema = json.loads(
        (ROOT / "schemas" / f"{SCHEMAS[name(path).partition('/')[0]]}.json").read_text(encoding="utf-8")
    )
    out_of_order(yamlfile.read(path), schema, schema, name(path))


def out_of_order(value, shape, schema, place):
    """Assert the order of keys under `value`; in sources and pairs, too."""
    if "$ref" in shape:
        shape = schema["$defs"][shape["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        for i, item in enumerate(value):
            out_of_order(item, shape.get("items", {}), schema, f"{place}[{i}]")
    elif isinstance(value, dict) and "properties" in shape:
        wanted = [key for key in shape["properties"] if key in value]
        assert list(value) == wanted, f"{place}: write the keys in the order {', '.join(wanted)}"
        for key, item in value.items():
            out_of_order(item, shape["properties"][key], schema, f"{place}.{key}")


@pytest.mark.parametrize("path", schema_files(), ids=name)
def test_lines_can_be_read(path):
    if path.parent.name == "statutes":
        return
    long = [n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if len(line) > WIDTH]
    assert not long, f"{name(path)}: lines {long[:10]} are longer than {WIDTH} characters"


@pytest.mark.parametrize("path", sorted((ROOT / "schemas").glob("*.json")), ids=name)
def test_the_published_schemas_say_what_they_are_for(path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert schema["$schema"].endswith("2020-12/schema") and schema["title"]
