"""A course behind JupyterHub, started for real: the hub, its proxy, PostgreSQL, and a learner in Chromium."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from crowd import pss
from playwright.sync_api import sync_playwright
from postgres import postgres, server  # noqa: F401  (fixtures)
from sizes import report

from rightdoor.records import Log
from rightdoor.server.__main__ import free_port
from rightdoor.server.hub_links import course_link, course_links

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from trainee import launch

ROOT = Path(__file__).resolve().parents[2]
CODE = "course-abc234"
MISSING = (
    "this test needs configurable-http-proxy. On Debian or Ubuntu: `sudo apt-get install node-configurable-http-proxy` "
    "(`python3 start.py test` does so as root). Elsewhere: npm install -g configurable-http-proxy."
)
REFUSED = (
    "lab",
    "api/contents",
    "api/sessions",
    "api/terminals",
    "api/kernels",
    "files/en/start.ipynb",
    "terminals/1",
    "voila/tree",
)


@pytest.fixture
def hub(tmp_path, postgres):  # noqa: F811
    """`(address with a slash, environment, process)` of a hub that answers."""
    if not shutil.which("configurable-http-proxy"):
        pytest.fail(MISSING, pytrace=False)
    url = f"http://127.0.0.1:{free_port()}/"
    env = {**os.environ, "RIGHTDOOR_STORE": postgres, "RIGHTDOOR_HUB_STATE": str(tmp_path / "state"), "RIGHTDOOR_HUB_URL": url,
           "RIGHTDOOR_LANG": "en"}  # fmt: skip
    command = [sys.executable, "-m", "jupyterhub", "-f", str(ROOT / "deploy" / "jupyterhub_config.py")]
    command += [
        f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{free_port()}",
        f"--JupyterHub.hub_port={free_port()}",
    ]
    log = tmp_path / "hub.log"
    with open(log, "w") as out:
        process = subprocess.Popen(command, env=env, cwd=tmp_path, stdout=out, stderr=subprocess.STDOUT)
    yield url, env, process, log
    process.terminate()
    process.wait(30)


def test_a_learner_comes_in_by_her_link_and_her_answer_is_in_postgresql(hub, tmp_path):
    url, env, process, log = hub
    links = course_links(Path(env["RIGHTDOOR_HUB_STATE"]) / "links.key", "course")
    with sync_playwright() as playwright:
        page = launch(playwright).new_page()
        page.set_default_timeout(60_000)
        until(lambda: page.request.get(url + "hub/login", timeout=5_000).ok, log, process)
        page.goto(course_link(links, url, CODE)[:-4] + "AAAA")
        assert "/hub/login" in page.url and "Please open the link" in page.content(), "a forged link"
        began = time.monotonic()
        page.goto(course_link(links, url, CODE))
        page.wait_for_selector(".rd-sheet[data-ready]")
        took = time.monotonic() - began
        assert f"/user/{CODE}/voila/render/en/start.ipynb" in page.url
        for path in REFUSED:
            assert page.request.get(f"{url}user/{CODE}/{path}", max_redirects=0).status in (302, 403, 404), path
        page.goto(f"{url}user/{CODE}/voila/render/en/which-door.ipynb")
        page.locator('button[data-do="answer"]').first.click()
        store = Log(env["RIGHTDOOR_STORE"])
        until(lambda: any(e.kind == "answered" for e in store.events(learner=CODE)), log, process)
        store.close()
    seat = [p for p in psutil.Process(process.pid).children(recursive=True) if "hub_seat" in " ".join(p.cmdline())]
    memory = sum(pss(p.pid) for one in seat for p in (one, *one.children(recursive=True)))
    report(f"first page {took:.1f} s after the link; {memory:.0f} MiB for one learner's server and its kernels")
    assert env["RIGHTDOOR_STORE"] not in log.read_text() and links.link is not None


def until(condition, log, process, seconds=60):
    deadline = time.monotonic() + seconds
    while True:
        try:
            if condition():
                return
        except Exception as error:
            last = error
        else:
            last = "not yet"
        assert process.poll() is None and time.monotonic() < deadline, f"{last}\n{log.read_text()[-3000:]}"
        time.sleep(0.3)
