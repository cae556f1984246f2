"""The one server: on this machine only, with a token, in three languages, and gone when it is told to go."""

import asyncio
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

import nbformat
import pytest

from rightdoor.server import ServerFailed, start_server
from rightdoor.server.notebooks import place, without_outputs
from rightdoor.server.screen import has_screen
from rightdoor.text import LANGS

ANSWER = '{"url": "http://here/", "token": "t"}'
CODE = "import ipywidgets\nipywidgets.HTML('<p>answer</p>')"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A notebooks folder with a start page in three languages, and a lesson that fails."""
    root = tmp_path_factory.mktemp("notebooks")
    for lang in LANGS:
        write(root / lang / "start.ipynb", lang, CODE)
    write(root / "en" / "failing.ipynb", "en", "raise ValueError('inner matter')")
    return root


@pytest.fixture(scope="module")
def server(root):
    with start_server(root, lang="zh-Hant") as running:
        yield running


def write(path, lang, code):
    path.parent.mkdir(exist_ok=True)
    notebook = nbformat.v4.new_notebook(metadata={"rightdoor": {"lang": lang}})
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.cells = [nbformat.v4.new_markdown_cell("# Where?"), nbformat.v4.new_code_cell(code)]
    nbformat.write(notebook, path)


def get(address):
    """(status, headers, body) of an address, without following where it leads."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    try:
        with urllib.request.build_opener(Stay).open(address, timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read().decode()


def kernels(server):
    return json.loads(get(server.address("api/kernels"))[2])


def wait_for(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.1)


def test_nobody_enters_without_the_token(server):
    status, headers, _ = get(server.url + "voila/render/en/start.ipynb")
    assert status == 302 and headers["Location"].startswith("/login")
    assert get(server.url + "api/contents")[0] == 403
    body = get(server.url + "login")[2]
    assert all(f'lang="{lang}"' in body for lang in LANGS) and "Jupyter" not in body


def test_listens_on_the_loopback_address_only(server):
    port = int(server.url.rsplit(":")[2].strip("/"))
    listening = Path("/proc/net/tcp"), Path("/proc/net/tcp6")
    for table in filter(Path.exists, listening):
        rows = [line.split() for line in table.read_text().splitlines()[1:]]
        ours = {r[1].split(":")[0] for r in rows if r[3] == "0A" and int(r[1].split(":")[1], 16) == port}
        assert ours <= {"0100007F"}
    assert server.url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("lang", LANGS)
def test_a_lesson_page(server, lang):
    status, headers, body = get(server.page(f"{lang}/start.ipynb"))
    assert status == 200 and headers["Cache-Control"] == "no-store"
    assert f'<html lang="{lang}">' in body and "<title>Where? · 找对门 · RightDoor</title>" in body
    assert "import ipywidgets" not in body, "the code is hidden"
    assert "application/vnd.jupyter.widget-view+json" in body, "the cell has run"
    for other in LANGS:
        assert f'href="/voila/render/{other}/start.ipynb" lang="{other}"' in body
    assert f'href="/lab/tree/{lang}/start.ipynb"' in body
    assert {"en": "Preparing this page", "zh-Hans": "正在准备", "zh-Hant": "正在準備"}[lang] in body


@pytest.mark.parametrize("path", ["voila/render/en/start.ipynb", "lab/tree/en/start.ipynb", "voila/render/en/no.ipynb"])
def test_no_page_asks_another_host(server, path):
    _, headers, body = get(server.address(path))
    assert "default-src 'self'" in headers["Content-Security-Policy"], "the browser would refuse it"
    asked = re.findall(r"""(?:src|href)=["'](?:https?:)?//[^"']+|fullMathjaxUrl": "http[^"]+""", body)
    assert not asked


def test_a_failing_step_is_said_without_a_traceback(server):
    body = get(server.page("en/failing.ipynb"))[2]
    assert "One step on this page did not run" in body
    assert "Traceback" not in body and "inner matter" not in body and "show_tracebacks" not in body


def test_a_missing_page_is_said_in_three_languages(server):
    status, _, body = get(server.page("en/nothing.ipynb"))
    assert status == 404 and "Traceback" not in body
    assert "没有这一页" in body and "沒有這一頁" in body and "There is no such page" in body
    assert 'href="/voila/render/zh-Hant/start.ipynb"' in body


def test_the_address_alone_leads_to_the_start_page(server):
    assert "/voila/render/zh-Hant/start.ipynb" in get(server.address(""))[1]["Location"]
    assert get(server.address("voila"))[1]["Location"].startswith("/?")


def test_lab_speaks_the_language_and_asks_for_no_news(server):
    settings = json.loads(get(server.address("lab/api/settings/@jupyterlab/translation-extension:plugin"))[2])
    assert settings["schema"]["properties"]["locale"]["default"] == "zh_TW"
    words = json.loads(get(server.address("lab/api/translations/zh_TW"))[2])["data"]["jupyterlab"]
    assert words["menu\x04Edit"] == ["編輯"] and len(words) > 2000
    page = get(server.lab("zh-Hant/start.ipynb"))[2]
    config = json.loads(re.search(r'id="jupyter-config-data"[^>]*>\s*(\{.*?\})\s*</script>', page, re.S)[1])
    assert "@jupyterlab/apputils-extension:announcements" in config["disabledExtensions"]
    assert "@jupyterlab/extensionmanager-extension" in config["disabledExtensions"]


def warm(server):
    """The kernels that wait, once the pool is full."""
    wait_for(lambda: len(kernels(server)) >= 2 and all(k["execution_state"] == "idle" for k in kernels(server)))
    return {k["id"] for k in kernels(server)}


def used_by(body):
    return re.search(r'"kernelId": "([^"]+)"', body)[1]


def test_pages_use_warm_kernels_and_leave_none_behind(server):
    for _ in range(3):  # somebody may be editing the library just now, which makes warm kernels stale
        before = warm(server)
        used = used_by(get(server.page("en/start.ipynb"))[2])
        if used in before:
            break
    assert used in before, "the page took a kernel that was warm"
    token = {"Authorization": f"token {server.token}"}
    leave = urllib.request.Request(f"{server.url}voila/api/shutdown/{used}", method="POST", headers=token)
    assert urllib.request.urlopen(leave).status == 204  # what a page sends when it is left
    assert used not in {k["id"] for k in kernels(server)}


def test_a_page_can_end_its_kernel_when_it_is_left(server):
    _, headers, _ = get(server.page("en/start.ipynb"))
    assert any(cookie.startswith("_xsrf=") for cookie in headers.get_all("Set-Cookie"))


def processes_of(server_pid):
    """Kernels whose parent is this server."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    return [int(pid) for pid, parent, _ in rows if int(parent) == server_pid]


def alive(pid):
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")")[1].split()[0] != "Z"
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("way", ["stop", "Ctrl-C"])
def test_stopping_leaves_no_process_and_no_folder(root, tmp_path, way):
    running = start_server(root, env={**os.environ, "TMPDIR": str(tmp_path)})
    wait_for(lambda: len(kernels(running)) == 2)
    started = processes_of(running.process.pid)
    assert len(started) == 2 and any(tmp_path.iterdir())
    if way == "Ctrl-C":
        running.process.send_signal(signal.SIGINT)
        running.process.wait(30)
    running.stop()
    running.stop()
    assert running.process.returncode == 0
    wait_for(lambda: not any(alive(pid) for pid in started))
    assert not list(tmp_path.glob("rightdoor-*"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_server_ends_with_the_program_that_started_it(root):
    program = f"""
from rightdoor.server import start_server
import time
server = start_server({str(root)!r})
print(server.process.pid, flush=True)
time.sleep(600)
"""
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    wait_for(lambda: len(processes_of(pid)) == 2)
    started = [pid, *processes_of(pid)]
    parent.kill()
    parent.communicate()
    wait_for(lambda: not any(alive(p) for p in started))


@pytest.mark.skipif(os.name == "nt", reason="a script in place of Python")
def test_a_free_port_that_somebody_took_is_replaced_and_a_second_fault_is_told(root, tmp_path, monkeypatch):
    python = tmp_path / "python"
    python.write_text(
        f"#!/bin/sh\necho x >> {tmp_path}/tries\n[ $(wc -l < {tmp_path}/tries) = $FREE ] && echo '{ANSWER}'\nexit 1\n"
    )
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    with start_server(root, env={**os.environ, "FREE": "2"}) as server:
        assert server.url == "http://here/"
    for port, tries in ((0, 3), (8888, 1)):
        (tmp_path / "tries").unlink()
        with pytest.raises(ServerFailed, match="code 1"):
            start_server(root, port=port, env={**os.environ, "FREE": "9"})
        assert len((tmp_path / "tries").read_text().split()) == tries


def test_importing_the_door_to_the_server_is_cheap():
    code = "import sys, rightdoor.server; print([m for m in sys.modules if m.split('.')[0] in sys.argv[1:]])"
    heavy = ["jupyter_server", "voila", "tornado", "traitlets", "rightdoor.text"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_changed_library_makes_warm_kernels_stale(tmp_path):
    from rightdoor.server.kernels import WarmKernels

    async def take_two():
        (tmp_path / "data.yaml").write_text("a: 1")
        manager = WarmKernels(root_dir=str(tmp_path), pool_size=1, refill_after=0, watched=[str(tmp_path)])
        try:
            manager.fill()
            first = await manager._pool[0][1]
            assert await manager.start_kernel(path="") == first
            await asyncio.sleep(0.1)
            second = await manager._pool[0][1]
            os.utime(tmp_path / "data.yaml", (time.time() + 60,) * 2)
            assert await manager.start_kernel(path="") not in (first, second)
        finally:
            await manager.shutdown_all()

    asyncio.run(take_two())


def test_a_kernel_that_never_gets_warm_does_not_hold_up_the_end(tmp_path, monkeypatch):
    from rightdoor.server import kernels

    monkeypatch.setattr(kernels, "WARMED_WITHIN", 0.5)

    async def end():
        manager = kernels.WarmKernels(root_dir=str(tmp_path), pool_size=1, warm_up="__import__('time').sleep(600)")
        manager.fill()
        while not manager.list_kernel_ids():
            await asyncio.sleep(0.1)
        await asyncio.wait_for(manager.shutdown_all(now=True), 50)  # less than it would wait for an answer
        assert not manager.list_kernel_ids()

    asyncio.run(end())


def test_small_messages_are_sent_at_once(monkeypatch):
    from jupyter_server.services.kernels.websocket import KernelWebsocketHandler

    from rightdoor.server.app import send_small_messages_at_once

    seen = []

    async def stock(self, kernel_id):
        seen.append(kernel_id)

    class Handler:
        def set_nodelay(self, value):
            seen.append(value)

    monkeypatch.setattr(KernelWebsocketHandler, "open", stock)
    send_small_messages_at_once()
    asyncio.run(KernelWebsocketHandler.open(Handler(), "k"))
    assert seen == [True, "k"]


def test_place_offers_only_what_is_there(root):
    assert place(root, "en/failing.ipynb") == {
        "path": "en/failing.ipynb", "lang": "en", "start": "en/start.ipynb", "siblings": [["en", "en/failing.ipynb"]],
    }  # fmt: skip
    assert place(root, "src/x.ipynb") == {"path": "src/x.ipynb", "lang": None, "start": None, "siblings": []}


def test_a_lesson_is_saved_without_a_trainees_results(server, root):
    path = "api/contents/" + quote("en/start.ipynb")
    model = json.loads(get(server.address(path))[2])
    before = (root / "en" / "start.ipynb").read_text("utf-8")
    cell = model["content"]["cells"][1]
    cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "mine"}]
    cell["execution_count"] = 3
    body = json.dumps({"type": "notebook", "content": model["content"]}).encode()
    headers = {"Authorization": f"token {server.token}", "Content-Type": "application/json"}
    save = urllib.request.Request(server.url + path, data=body, method="PUT", headers=headers)
    assert urllib.request.urlopen(save).status == 200
    assert json.loads((root / "en" / "start.ipynb").read_text("utf-8")) == json.loads(before)


def test_other_notebooks_are_saved_as_they_are():
    model = {"type": "notebook", "content": {"cells": [{"cell_type": "code", "outputs": [1], "execution_count": 1}]}}
    without_outputs(model=model, path="mine/x.ipynb")
    assert model["content"]["cells"][0]["outputs"] == [1]


@pytest.mark.parametrize(
    ("platform", "environ", "seen"),
    [("linux", {}, False), ("linux", {"DISPLAY": ":0"}, True), ("linux", {"WAYLAND_DISPLAY": "w"}, True),
     ("darwin", {}, True), ("win32", {}, True)],
)  # fmt: skip
def test_screen(platform, environ, seen):
    assert has_screen(environ, platform) is seen
