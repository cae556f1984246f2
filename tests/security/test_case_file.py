"""A case file from a stranger: it is data, it reaches nothing, and what it says is shown as it stands or not at all."""

import copy
import shutil

import pytest
import yaml

from rightdoor import cases, tables, yamlfile
from rightdoor.cases.read import read
from rightdoor.cli import main
from rightdoor.text import data_folder

SOURCE = "police-lookup"


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The Book of a copy of the data, to put a case into."""
    root = tmp_path_factory.mktemp("stranger") / "data"
    shutil.copytree(data_folder(), root)
    return tables.load(root)


def put(library, text, id="from-a-stranger"):
    """The case `police-lookup` with this text for a title and for what its first step says, loaded."""
    content = copy.deepcopy(yamlfile.read(data_folder() / "cases" / f"{SOURCE}.yaml")) | {"id": id}
    content["title"], content["steps"][content["start"]]["say"] = {"zh": text, "en": text}, {"zh": text, "en": text}
    path = library.root / "cases" / f"{id}.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    case, problems = read(path, library)
    if problems:
        raise cases.CaseError(problems)
    return case


@pytest.mark.parametrize("text", ["\x1b[2J", "\x9b31m", "\x07", "\x00", "\x08", "\u202eabc", "\u200b", "\ufeffabc"])
def test_what_would_command_a_terminal_or_turn_a_sentence_round_is_refused_with_its_line(library, text):
    with pytest.raises(cases.CaseError) as error:
        put(library, f"a{text}b")
    told = str(error.value)
    assert "from-a-stranger.yaml:" in told and f"U+{ord(text[0]):04X}" in told and text[0] not in told


@pytest.mark.parametrize("text", [
    "{count.__class__.__mro__}", "{__import__}", "{0}", "{", "}", "{{7*7}}", "%(x)s %s %n", "${HOME}", "$(id)", "`id`",
    "../../../etc/passwd", "file:///etc/passwd", "javascript:alert(1)", "=cmd|' /C calc'!A0", "<script>x</script>",
])  # fmt: skip
def test_what_a_program_would_obey_is_shown_as_it_stands(library, text):
    case = put(library, text)
    prompt = cases.begin(case, "7").prompt()
    assert (case.title.zh, prompt.say.zh, prompt.say.en) == (text, text, text)


@pytest.mark.parametrize("content", [
    "id: x\non: !!python/object/apply:os.system [id]\n",
    "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
    "[" * 5000,
    "{a: " * 5000,
    "include: /etc/passwd\nid: from-a-stranger\n",
], ids=["object", "laughs", "brackets", "braces", "include"])  # fmt: skip
def test_a_file_that_is_more_than_data_is_refused(library, content):
    path = library.root / "cases" / "from-a-stranger.yaml"
    path.write_text(content, "utf-8")
    case, problems = read(path, library)
    assert case is None and problems and all("from-a-stranger.yaml" in p.place and p.says.zh for p in problems)
    assert "root:" not in str(problems)


@pytest.mark.parametrize(
    "id", ["../channels", "../../../../etc/passwd", "/etc/passwd", "..", "a/b", "x\0y", "\x1b[2J", "."]
)
def test_a_name_that_leads_elsewhere_is_told_in_a_sentence(id, capsys):
    for command in (
        ["case", "play", id],
        ["case", "map", id],
        ["case", "sheet", id],
        ["records", "questions", id, "--out", "x"],
    ):
        assert main(["--lang", "en", *command]) == 2
        told = capsys.readouterr()
        assert "o case" in told.err or "no such case" in told.err
        assert "Traceback" not in told.err and "\x1b" not in told.err and not told.out
