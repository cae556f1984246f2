"""The pictures of the README are of the product as it is: the same places are visited and still say the same."""

import json
import re

import pytest
from screenshots import DOCS, PLACES, visit

ROOT = DOCS.parents[1]


@pytest.mark.parametrize("name", PLACES)
def test_a_picture_shows_what_is_there(chromium, tmp_path, name):
    kept = json.loads((DOCS / "words.json").read_text("utf-8"))[name]
    png, words = visit(chromium, name, tmp_path)
    assert len(words) > 5 and words == kept, "take them anew: .venv/bin/python tests/browser/screenshots.py"
    assert png[16:24] == (DOCS / f"{name}.png").read_bytes()[16:24]  # width and height


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_every_picture_of_the_readme_is_there_and_said_in_words(readme):
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", (ROOT / readme).read_text("utf-8"))
    assert shown and all(len(words) > 10 and (ROOT / path).exists() for words, path in shown)
