"""Tokens and passwords: not in a log, not on a command line, not in a message."""

import http.cookiejar
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest

from rightdoor.cli import main
from rightdoor.text import LANGS

PATIENCE = 60


@pytest.fixture
def root(tmp_path):
    """A notebooks folder with nothing but start pages."""
    for lang in LANGS:
        notebook = nbformat.v4.new_notebook(metadata={"rightdoor": {"lang": lang}})
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook.cells = [nbformat.v4.new_code_cell("import ipywidgets\nipywidgets.HTML('<p>inside</p>')")]
        (tmp_path / "notebooks" / lang).mkdir(parents=True)
        nbformat.write(notebook, tmp_path / "notebooks" / lang / "start.ipynb")
    return tmp_path / "notebooks"


class Running:
    """The lesson server as `start.py` starts it, with everything it says kept in files."""

    def __init__(self, root, folder, *options, **environ):
        self.told, self.logged = folder / "told", folder / "logged"
        command = [sys.executable, "-m", "rightdoor.server", "--root", root, "--lang", "en", "--until-stdin-closes"]
        with self.told.open("w") as out, self.logged.open("w") as log:
            self.process = subprocess.Popen(
                [*command, *options], stdin=subprocess.PIPE, stdout=out, stderr=log, env={**os.environ, **environ}
            )

    def wait_for(self, look):
        """What `look()` finds, once it finds something."""
        deadline = time.monotonic() + PATIENCE
        while not (found := look()):
            assert time.monotonic() < deadline and self.process.poll() is None, self.logged.read_text()
            time.sleep(0.1)
        return found

    def command_lines(self):
        """The command lines of the server and of all that it started."""
        ours, lines = {self.process.pid}, []
        for folder in sorted((p for p in Path("/proc").iterdir() if p.name.isdigit()), key=lambda p: int(p.name)):
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                if int(folder.name) in ours or parent in ours:
                    ours.add(int(folder.name))
                    lines.append((folder / "cmdline").read_bytes().decode().replace("\0", " "))
            except OSError:
                continue
        return lines

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(PATIENCE)


def visit(address, jar):
    """(address in the end, body) with the cookies of one browser."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    with browser.open(address, timeout=PATIENCE) as answer:
        return answer.url, answer.read().decode()


def test_the_token_is_in_no_log_and_on_no_command_line(root, tmp_path):
    with Running(root, tmp_path, "--no-browser", "--announce-json", "--verbose") as server:
        where = json.loads(server.wait_for(lambda: server.told.read_text().strip()))
        token = where["token"]
        page = f"{where['url']}voila/render/en/start.ipynb?token={token}"
        assert "inside" in visit(page, http.cookiejar.CookieJar())[1]
        visit(f"{where['url']}voila/render/en/start.ipynb?token=WRONG{token[:20]}", http.cookiejar.CookieJar())
        server.wait_for(lambda: "start.ipynb" in server.logged.read_text())
        lines = server.command_lines()
    assert len(lines) > 1 and not [line for line in lines if token in line]
    assert token not in server.logged.read_text() and f"WRONG{token[:20]}" not in server.logged.read_text()
    assert server.told.read_text().count(token) == 1


def test_the_browser_is_opened_with_an_address_that_is_good_once(root, tmp_path):
    asked, browser = tmp_path / "asked", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {asked}\n')
    browser.chmod(0o755)
    with Running(root, tmp_path, BROWSER=f"{browser} %s", DISPLAY=":9") as server:
        address = server.wait_for(lambda: asked.exists() and asked.read_text().strip())
        printed = server.wait_for(lambda: re.search(r"http://\S+token=(\w+)", server.told.read_text()))
        assert printed[1] not in address
        mine, stranger = http.cookiejar.CookieJar(), http.cookiejar.CookieJar()
        where, body = visit(address, mine)
        assert where.endswith("/voila/render/en/start.ipynb") and "inside" in body
        assert "inside" in visit(address, mine)[1], "the same browser may load it again"
        where, body = visit(address, stranger)
        assert "/login" in where and "inside" not in body


def test_the_password_of_a_database_is_in_no_message(capsys, monkeypatch):
    monkeypatch.setenv("RIGHTDOOR_STORE", "postgresql://course:hunter22@127.0.0.1:1/records")
    for command in (["records", "next"], ["records", "class"], ["records", "forget", "code-1", "--yes"],
                    ["report", "trainee", "--learner", "code-1"]):  # fmt: skip
        assert main(["--lang", "en", *command]) == 2
        said = capsys.readouterr()
        assert "127.0.0.1" in said.err and "hunter22" not in said.err + said.out
