"""What the READMEs promise to whoever asks before relying on the program is so."""

import csv
import json
import re

import pytest

from rightdoor.cli import main
from rightdoor.text import data_folder

ROOT = data_folder().parent
SAID = {"README.md": "No lawyer, so far", "README.zh.md": "到现在没有律师审过"}
HOW_TO = ("So far no lawyer has reviewed any", "到现在还没有律师审过任何一个")


def test_the_readmes_say_who_has_reviewed_it():
    """As long as data/reviews.csv has no row, nobody has; with the first row these sentences have to go."""
    with open(ROOT / "data" / "reviews.csv", encoding="utf-8", newline="") as file:
        nobody = not list(csv.DictReader(file))
    for name, words in SAID.items():
        assert (words in (ROOT / name).read_text("utf-8")) == nobody, name
    page = (ROOT / "docs" / "how-to" / "lawyer.md").read_text("utf-8")
    assert all((words in page) == nobody for words in HOW_TO)


@pytest.mark.parametrize("name", SAID)
def test_the_facts_of_the_readme_are_decided(name, tmp_path, capsys):
    facts = re.search(r"`(\{.*?\})`", (ROOT / name).read_text("utf-8"))[1]
    (tmp_path / "facts.json").write_text(facts, "utf-8")
    assert main(["decide", str(tmp_path / "facts.json"), "--today", "2026-11-24"]) == 0
    assert json.loads(capsys.readouterr().out)["doors"]


def test_both_readmes_answer_the_same_questions():
    tables = [(ROOT / name).read_text("utf-8").split("\n## ")[2].splitlines() for name in SAID]
    rows = [[line for line in table if line.startswith("| ")][2:] for table in tables]
    assert len(rows[0]) == len(rows[1]) > 6
    links = [[re.findall(r"\]\((.*?)\)|`(?:rightdoor|python3) ([a-z. ]+)", row) for row in table] for table in rows]
    assert links[0] == links[1]
