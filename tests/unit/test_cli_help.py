"""Every command explains itself in three languages, and stands in both READMEs."""

import re

import pytest

from rightdoor.cli import NAMES, main
from rightdoor.text import LANGS, data_folder

ROOT = data_folder().parent


def help_of(capsys, *argv):
    with pytest.raises(SystemExit) as ended:
        main([*argv, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


def subcommands(text):
    """The commands that a help text lists: indented words in its command section."""
    section = re.split(r"\n(?:subcommands|命令)[:：]\n", text)
    return re.findall(r"^ {4}([a-z]+)\b", section[1], re.M) if len(section) > 1 else []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_help_speaks_the_language(capsys, name, lang):
    pages = [help_of(capsys, name, "--lang", lang)]
    pages += [help_of(capsys, name, sub, "--lang", lang) for sub in subcommands(pages[0])]
    for page in pages:
        assert bool(re.search("[\u4e00-\u9fff]", page)) == (lang != "en"), page
        assert not {"usage:", "show this help"} & set(page.split("\n")) if lang != "en" else "usage:" in page


def test_the_list_of_commands_names_them_all(capsys):
    assert set(subcommands(help_of(capsys, "--lang", "en"))) == set(NAMES)


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_what_exists_is_documented(readme):
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [name for name in NAMES if not re.search(rf"\b{name}\b", text)] == []


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["fly"],
        ["law"],
        ["law", "show"],
        ["decide", "--format", "pdf", "-"],
        ["--lang", "fr", "check"],
        ["check", "--nosuch"],
        ["law", "show", "criminal-law/253-1", "--on", "2026-02-30"],
    ],
)
def test_wrong_use_exits_2_with_a_sentence(capsys, argv):
    with pytest.raises(SystemExit) as ended:
        main([*argv, "--lang", "zh-Hans"] if "--lang" not in argv else argv)
    assert ended.value.code == 2
    assert "Traceback" not in (err := capsys.readouterr().err) and err.strip()
