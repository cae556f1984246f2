"""start.py: one sentence in the reader's language for whatever is in the way, and never a traceback."""

import ast
import importlib.util
import os
import socket
import string
import subprocess
import sys
from pathlib import Path

import pytest

from rightdoor.text import convert

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start():
    """A fresh copy of the program as a module."""
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def workbook(start, tmp_path, monkeypatch):
    """The program in an empty folder of its own, with a lock of two packages and no network to use."""
    (tmp_path / "requirements.lock").write_text("a==1 \\\n    --hash=sha256:aa\nuv==2 \\\n    --hash=sha256:bb\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    for name, value in {
        "ROOT": tmp_path, "VENV": tmp_path / ".venv", "LOCK": tmp_path / "requirements.lock",
        "STAMP": tmp_path / ".venv" / "stamp", "LOG": tmp_path / ".venv" / "log",
    }.items():  # fmt: skip
        monkeypatch.setattr(start, name, value)
    monkeypatch.setattr(start.shutil, "disk_usage", lambda path: Room(10**12))
    return start


class Room:
    def __init__(self, free):
        self.free = free


class Programs:
    """Stands in for the programs that the set-up runs: remembers them, makes what they would make, or fails."""

    def __init__(self, start, fail=None, says=""):
        self.start, self.fail, self.says, self.ran = start, fail, says, []

    def __call__(self, command, environment=None):
        line = " ".join(str(part) for part in command)
        self.ran.append(line)
        if self.fail and self.fail in line:
            raise self.start.Failed(self.says)
        if "-m venv" in line:
            self.start.python().parent.mkdir(parents=True)
            self.start.python().write_text("")
        if "sys.version" in line and not self.start.python().exists():
            raise FileNotFoundError
        return "3.11 of a test"

    def count(self, part):
        return sum(part in line for line in self.ran)


def test_readable_by_old_pythons_and_needs_only_the_standard_library():
    tree = ast.parse((ROOT / "start.py").read_text("utf-8"), feature_version=(3, 6))
    modules = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    modules |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {m.split(".")[0] for m in modules} <= set(sys.stdlib_module_names)


def test_three_scripts_say_the_same(start):
    for key, (simplified, traditional, english) in start.WORDS.items():
        assert traditional == convert(simplified), key
        fields = [{f for _, f, _, _ in string.Formatter().parse(text) if f} for text in (simplified, english)]
        assert fields[0] == fields[1], key
        assert english.isascii() or english.replace("…", "").isascii(), key


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("zh_CN.UTF-8", "zh-Hans"), ("zh_SG", "zh-Hans"), ("zh", "zh-Hans"), ("zh-Hans-HK", "zh-Hans"),
        ("zh_TW.UTF-8", "zh-Hant"), ("zh_HK", "zh-Hant"), ("zh_MO", "zh-Hant"), ("zh-Hant", "zh-Hant"),
        ("en_US.UTF-8", "en"), ("C.UTF-8", "en"), ("de_DE@euro", "en"), ("", "en"), ("zha_CN", "en"),
    ],
)  # fmt: skip
def test_language_of_a_locale(start, name, lang):
    assert start.language_of(name) == lang


def test_language_of_the_system_comes_first_from_lc_all(start, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert start.parse([])[0].lang == "zh-Hant"
    assert start.parse(["--lang", "en"])[0].lang == "en"


def test_everything_after_test_goes_to_pytest(start):
    options, rest = start.parse(["--lang", "en", "test", "-k", "law", "--port", "1"])
    assert (options.verb, options.lang, options.port, rest) == ("test", "en", None, ["-k", "law", "--port", "1"])


def test_set_up_runs_once(workbook, monkeypatch, capsys):
    programs = Programs(workbook)
    monkeypatch.setattr(workbook, "run", programs)
    assert workbook.main(["setup", "--lang", "en"]) == 0
    assert "Ready" in capsys.readouterr().out
    assert programs.count("-m uv pip install") == 2 and programs.count("--require-hashes") == 2
    assert (workbook.VENV / "uv.lock").read_text() == "uv==2 \\\n    --hash=sha256:bb\n"
    programs.ran.clear()
    assert workbook.main(["setup", "--lang", "en"]) == 0
    assert programs.count("install") == 0 and capsys.readouterr().out == ""
    workbook.LOCK.write_text("uv==3 \\\n    --hash=sha256:cc\n")
    assert workbook.main(["setup", "--lang", "en"]) == 0
    assert programs.count("-m venv") == 0 and programs.count("-m uv pip install") == 2


def test_pip_takes_over_where_uv_cannot_run(workbook, monkeypatch, capsys):
    programs = Programs(workbook, fail="-m uv", says="Illegal instruction")
    monkeypatch.setattr(workbook, "run", programs)
    assert workbook.main(["setup", "--lang", "zh-Hans"]) == 0
    assert "改用 pip" in capsys.readouterr().out
    assert programs.count("-m pip install") == 3


def test_a_mirror_that_is_set_for_pip_is_used_by_uv(start):
    assert start.mirror_in("global.timeout='9'\nglobal.index-url='a/mirror'\n") == "a/mirror"
    assert start.mirror_in("global.extra-index-url='a/mirror'\n") == ""


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        ("error: Failed to fetch: `…`\n  Caused by: dns error", "连不上网络"),
        ("ERROR: Could not find a version that satisfies the requirement uv (from versions: none)", "连不上网络"),
        ("OSError: [Errno 28] No space left on device", "磁盘空间不足"),
        ("PermissionError: [Errno 13] Permission denied: '/usr'", "没有权限"),
        ("Segmentation fault", "准备没有完成"),
    ],
)
def test_a_failed_download_is_one_sentence(workbook, monkeypatch, capsys, says, sentence):
    monkeypatch.setattr(workbook, "run", Programs(workbook, fail="requirements.lock", says=says))
    assert workbook.main(["setup", "--lang", "zh-Hans"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1 and sentence in told[0]
    assert not workbook.STAMP.exists() and says in workbook.LOG.read_text("utf-8")


def test_a_full_disk_is_told_before_anything_is_downloaded(workbook, monkeypatch, capsys):
    programs = Programs(workbook)
    monkeypatch.setattr(workbook, "run", programs)
    monkeypatch.setattr(workbook.shutil, "disk_usage", lambda path: Room(10**6))
    assert workbook.main(["setup", "--lang", "en"]) == 2
    assert "disk is full" in capsys.readouterr().err and programs.count("install") == 0


def test_a_broken_environment_is_made_anew(workbook, monkeypatch, capsys):
    workbook.python().parent.mkdir(parents=True)
    workbook.python().symlink_to(workbook.ROOT / "gone")
    (workbook.VENV / "old").write_text("")
    monkeypatch.setattr(workbook, "run", Programs(workbook))
    assert workbook.main(["setup", "--lang", "en"]) == 0
    assert "broken" in capsys.readouterr().out and not (workbook.VENV / "old").exists()


def test_a_broken_environment_is_kept_if_the_answer_is_no(workbook, monkeypatch, capsys):
    workbook.VENV.mkdir()
    monkeypatch.setattr(workbook, "run", Programs(workbook))
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: "n")
    assert workbook.main(["setup", "--lang", "en"]) == 1
    assert "--rebuild" in capsys.readouterr().err and workbook.VENV.exists()


def test_python_too_old_is_one_sentence(start, monkeypatch, capsys):
    monkeypatch.setattr(start.sys, "version_info", (3, 8, 10))
    assert start.main(["--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert "3.11" in told and "3.8.10" in told and len(told.splitlines()) == 1


@pytest.mark.parametrize(("root", "apt"), [(True, True), (False, True), (False, False)])
def test_missing_venv_part(workbook, monkeypatch, capsys, root, apt):
    programs = Programs(workbook)
    monkeypatch.setattr(workbook, "run", programs)
    monkeypatch.setattr(workbook.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(workbook.shutil, "which", lambda name: "/usr/bin/apt-get" if apt else None)
    monkeypatch.setattr(workbook.os, "geteuid", lambda: 0 if root else 1000, raising=False)
    assert workbook.main(["setup", "--lang", "en"]) == (0 if root and apt else 2)
    told = capsys.readouterr().err
    assert programs.count("apt-get install") == (1 if root and apt else 0)
    assert root or "Python venv" in told
    assert root or ("sudo apt-get" in told) == apt


def test_missing_browser_and_font_are_never_skipped(workbook, monkeypatch, capsys):
    monkeypatch.setattr(workbook, "run", Programs(workbook))
    monkeypatch.setattr(workbook, "chromium", lambda: "")
    monkeypatch.setattr(workbook, "postgresql", lambda: False)
    monkeypatch.setattr(workbook, "chinese_font", lambda: False)
    monkeypatch.setattr(workbook.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(workbook.shutil, "which", lambda name: "/usr/bin/apt-get")
    assert workbook.main(["--lang", "en", "test"]) == 2
    assert "apt-get install chromium chromium-headless-shell fonts-noto-cjk postgresql" in capsys.readouterr().err


@pytest.mark.parametrize("given", [[], ["-k", "law"]])
def test_pytest_gets_the_arguments_and_gives_the_exit_code(workbook, monkeypatch, given):
    calls, passed = [], given or ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-p", "no:nbval"]
    monkeypatch.setattr(workbook, "run", Programs(workbook))
    monkeypatch.setattr(workbook, "chromium", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(workbook, "chinese_font", lambda: True)
    monkeypatch.setattr(workbook, "postgresql", lambda: True)
    monkeypatch.setattr(workbook.subprocess, "call", lambda command, **_: calls.append(command) or 5)
    assert workbook.main(["--lang", "en", "test", *given]) == 5
    assert calls == [[str(workbook.python()), "-m", "pytest", *passed]]


def test_a_proof_runs_at_full_size_and_an_unknown_one_is_told(workbook, monkeypatch, capsys):
    calls = []
    (workbook.ROOT / "tests" / "proofs").mkdir(parents=True)
    for name in ("kills", "writers"):
        (workbook.ROOT / "tests" / "proofs" / f"test_{name}.py").touch()
    monkeypatch.setattr(workbook, "run", Programs(workbook))
    monkeypatch.setattr(workbook, "postgresql", lambda: True)
    monkeypatch.setattr(workbook.subprocess, "call", lambda command, **more: calls.append((command[3:], more)) or 0)
    assert workbook.main(["--lang", "en", "proof", "kills", "-x"]) == 0
    assert workbook.main(["--lang", "en", "proof"]) == 0
    assert [command for command, _ in calls] == [
        ["-s", "--timeout", "0", "tests/proofs/test_kills.py", "-x"],
        ["-s", "--timeout", "0", "tests/proofs/test_kills.py", "tests/proofs/test_writers.py"],
    ]
    assert all(more["env"]["RIGHTDOOR_PROOF"] == "full" for _, more in calls)
    assert workbook.main(["--lang", "en", "proof", "nothing"]) == 2
    assert "kills, writers" in capsys.readouterr().err


@pytest.mark.parametrize(("named", "wanted"), [(["desk_letter"], True), ([], True), (["kills"], False)])
def test_the_proof_of_the_letters_asks_for_libreoffice(workbook, monkeypatch, capsys, named, wanted):
    (workbook.ROOT / "tests" / "proofs").mkdir(parents=True)
    for name in ("desk_letter", "kills"):
        (workbook.ROOT / "tests" / "proofs" / f"test_{name}.py").touch()
    monkeypatch.setattr(workbook, "run", Programs(workbook))
    monkeypatch.setattr(workbook, "postgresql", lambda: True)
    monkeypatch.setattr(workbook, "chinese_font", lambda: True)
    monkeypatch.setattr(workbook.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(workbook.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(workbook.subprocess, "call", lambda command, **_: 0)
    assert workbook.main(["--lang", "en", "proof", *named]) == (2 if wanted else 0)
    assert ("apt-get install libreoffice-writer-nogui" in capsys.readouterr().err) == wanted


def test_a_port_that_was_asked_for_and_is_taken_is_told_at_once():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        command = [sys.executable, str(ROOT / "start.py"), "--port", str(port), "--lang", "zh-Hant"]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr == f"端口 {port} 已被佔用。請換一個端口，或者不寫 --port。\n"


def test_the_usual_port_gives_way(start):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        start.PORT = other.getsockname()[1]
        assert start.choose_port(None) > start.PORT


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_an_old_console_gets_a_sentence_too(encoding):
    command = [sys.executable, str(ROOT / "start.py"), "--port", "99999", "--lang", "zh-Hans"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert done.returncode == 2 and b"99999" in done.stderr and b"Traceback" not in done.stderr
