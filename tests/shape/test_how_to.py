"""The how-to pages: one page each in both languages, every command in them exists, and those that only read do run."""

import importlib.util
import re
import shlex
import shutil
import sysconfig

import pytest

from rightdoor import cli
from rightdoor.cli.parser import Parser
from rightdoor.text import data_folder

ROOT = data_folder().parent
PAGES = sorted((ROOT / "docs" / "how-to").glob("*.md"))
READERS = {"trainee", "instructor", "lawyer", "author", "engineer"}
ONLY_READ = ("law", "check", "case map", "case cover", "class plans", "class check", "class card", "records notice")
QUOTED = re.compile(r"`([^`\n]+)`")
LINKS = re.compile(r"\]\((?!https?:|#)([^)\s]+)\)")
ANSWERED = {
    "records forget": ["nobody"],
    "class links": [],
    "class revoke": ["nobody"],
}  # the code stands outside the command


def commands(path):
    """Every command of a page, in fences and in the text, as lists of words."""
    text = path.read_text("utf-8")
    fenced = [line for block in re.findall(r"```\n(.*?)```", text, re.S) for line in block.splitlines()]
    inline = QUOTED.findall(re.sub(r"```.*?```", "", text, flags=re.S))
    return [
        shlex.split(line)
        for line in (*fenced, *inline)
        if line.startswith(("rightdoor ", "python3 ", ".venv/", ".ci/"))
    ]


def every(program):
    found = {tuple(words) for path in PAGES for words in commands(path) if words[0] == program and len(words) > 1}
    return sorted(found)


def test_there_is_a_page_for_every_reader_in_two_halves_of_the_same_commands():
    assert {path.stem for path in PAGES} == READERS
    for path in PAGES:
        chinese, english = path.read_text("utf-8").split("\n---\n")
        assert chinese.startswith("# ") and english.strip().startswith("# How to: "), path.name
        for half in (chinese, english):
            assert len(half) < 6000, f"{path.name}: one page each"
        told = [set(re.findall(r"(?:rightdoor|python3 start\.py)(?: [a-z]+)*", half)) for half in (chinese, english)]
        assert told[0] == told[1], path.name


@pytest.mark.parametrize("words", every("rightdoor"), ids=" ".join)
def test_every_command_is_one_that_the_program_takes(words, monkeypatch):
    taken = []
    monkeypatch.setattr(
        Parser, "parse_args", lambda self, argv: taken.append(Parser.parse_known_args(self, argv)) or Done()
    )
    argv = list(words[1:])
    cli.main([*argv, *ANSWERED.get(" ".join(argv[:2]), [])])
    assert taken and not taken[0][1], taken


class Done:
    """Arguments of a command that is not to be carried out."""

    @staticmethod
    def run(args):
        return 0


@pytest.mark.parametrize(
    "words", [w for w in every("rightdoor") if " ".join(w[1:]).startswith(ONLY_READ)], ids=" ".join
)
def test_the_commands_that_only_read_do_run(words, capsys):
    assert cli.main([*words[1:], "--lang", "en"]) == 0
    assert capsys.readouterr().out.strip()


def test_every_word_of_start_py_is_one_that_it_knows():
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    for words in every("python3"):
        path = ROOT / words[1]
        assert path.exists(), words
        if words[1] == "start.py":
            options, rest = start.parse(list(words[2:]))
            assert not rest or options.verb in ("test", "proof", "bench"), words
            named = [word for word in rest if not word.startswith("-")]
            proofs = {p.stem.removeprefix("test_") for p in (ROOT / "tests" / "proofs").glob("test_*.py")}
            benches = {p.stem for p in (ROOT / "benchmarks").glob("*.py")}
            known = {"proof": proofs, "bench": benches}.get(options.verb, set())
            assert all((ROOT / name).exists() or name in known for name in named), words


def test_the_programs_of_the_environment_are_there_and_so_are_the_files_they_are_given():
    found = [words for path in PAGES for words in commands(path) if re.match(r"\.venv/bin/\w|\.ci/", words[0])]
    assert found
    for program, *rest in found:
        there = sysconfig.get_path("scripts") if program.startswith(".venv/") else ROOT / ".ci"
        assert shutil.which(program.rpartition("/")[2], path=str(there)), program
        assert all((ROOT / word).exists() for word in rest if "/" in word), rest


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_file_that_a_page_names_is_there(path):
    text = path.read_text("utf-8")
    for target in LINKS.findall(text):
        assert (path.parent / target).exists(), target
    for named in QUOTED.findall(text):
        if re.fullmatch(r"(?:data|lib|tests|docs|benchmarks|notebooks)/[a-z0-9_./-]+", named):
            assert (ROOT / named).exists(), named
