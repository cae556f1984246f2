"""A class on a network: opened at an address of this computer, joined from another one, plain and encrypted.

The other computer is a network namespace at the far end of a virtual cable; it needs root and `ip` (iproute2).
"""

import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import segno

from rightdoor import records
from rightdoor.server.__main__ import free_port

HERE, THERE = "10.213.7.1", "10.213.7.2"
ROSTER = "code,name,lang\nclass-ann111,王小明,zh-Hans\nclass-bob222,Bob,en\n"
JOIN = """
import asyncio, sys, time
sys.path.insert(0, {tests!r})
from visitor import Visitor

async def main():
    ann = Visitor({url!r})
    print(await ann.enter({link!r}))
    await ann.arrive()
    for _ in range(300):
        if 'data-do="answer"' in ann.text():
            break
        await asyncio.sleep(0.1)
    await ann.act("answer", "safe")
    print("answered" if 'data-do="next"' in ann.text() else ann.text()[:500])
    print((await ann.ask("", headers={{"Host": "elsewhere.example"}})).code)
    await ann.leave()

asyncio.run(main())
"""


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


@pytest.fixture
def elsewhere():
    """The name of a namespace that is another computer on the network of this one."""
    if not shutil.which("ip"):
        pytest.skip("needs `ip` (Debian: apt-get install iproute2)")
    name, cable = f"rd-{secrets.token_hex(3)}", f"rd{secrets.token_hex(3)}"
    if (made := run("ip", "netns", "add", name)).returncode:
        pytest.skip(f"no network namespace may be made here: {made.stderr.strip()[:120]}")
    try:
        for command in (
            f"ip link add {cable} type veth peer name {cable}x netns {name}",
            f"ip addr add {HERE}/30 dev {cable}",
            f"ip link set {cable} up",
            f"ip -n {name} addr add {THERE}/30 dev {cable}x",
            f"ip -n {name} link set {cable}x up",
            f"ip -n {name} link set lo up",
        ):
            if (done := run(*command.split())).returncode:
                pytest.skip(f"no virtual cable may be laid here: {done.stderr.strip()[:120]}")
        yield name
    finally:
        run("ip", "link", "del", cable)
        run("ip", "netns", "del", name)


@pytest.fixture
def certificate(tmp_path):
    """A certificate for the address, signed by itself, and its key."""
    if not shutil.which("openssl"):
        pytest.skip("needs `openssl` to make a certificate")
    files = tmp_path / "class.pem", tmp_path / "class.key"
    command = f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=class -addext subjectAltName=IP:{HERE}"
    assert run(*command.split(), "-out", str(files[0]), "-keyout", str(files[1])).returncode == 0
    return files


@contextmanager
def opened(folder, *more):
    """`rightdoor class open` as an instructor types it: `(what it printed, the process)`. Ends by Ctrl-C."""
    (folder / "class.csv").write_text(ROSTER, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "rightdoor.cli",
        "class",
        "open",
        "warm-up",
        "--roster",
        str(folder / "class.csv"),
        "--lang",
        "en",
    ]
    command += ["--folder", str(folder / "class"), "--store", str(folder / "events.sqlite"), "--host", HERE, *more]
    with open(folder / "told", "w+") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told, start_new_session=True, cwd=folder)
        try:
            for _ in range(600):
                if "Ctrl-C" in (folder / "told").read_text() or process.poll() is not None:
                    break
                time.sleep(0.1)
            yield (folder / "told").read_text(), process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGINT)
                process.wait(30)


def slip(folder, code):
    """`(address, the picture of its code)` on the printed slip of somebody."""
    found = next(part for part in (folder / "class" / "links.html").read_text("utf-8").split("<li") if code in part)
    return re.search(r'class="address">([^<]+)<', found)[1], re.search(r"<svg.*?</svg>", found, re.S)[0]


def joined(elsewhere, address, **environ):
    """What somebody on the other computer sees who opens this address."""
    url, _, link = address.partition("in/")
    script = JOIN.format(tests=str(Path(__file__).resolve().parents[1]), url=url, link=link)
    command = ["ip", "netns", "exec", elsewhere, sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, **environ})


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_a_class_is_joined_from_another_computer(tmp_path, elsewhere, request, encrypted):
    port, more = str(free_port()), []
    if encrypted:
        pem, key = request.getfixturevalue("certificate")
        more = ["--certificate", str(pem), "--certificate-key", str(key)]
    with opened(tmp_path, "--port", port, *more) as (told, process):
        assert process.poll() is None, told
        url = f"{'https' if encrypted else 'http'}://{HERE}:{port}/"
        assert url in told and f"{url}in/" in told, "the address and the console's link"
        assert ("is encrypted" if encrypted else "not encrypted") in told and "127.0.0.1" not in told
        address, picture = slip(tmp_path, "class-ann111")
        assert address.startswith(f"{url}in/")
        assert picture == segno.make(address, error="m", micro=False).svg_inline(border=2, omitsize=True), (
            "the code leads there too"
        )
        start(tmp_path)
        seen = joined(elsewhere, address, **({"SSL_CERT_FILE": str(pem)} if encrypted else {}))
        assert seen.stdout.split() == ["/voila/render/zh-Hans/seat.ipynb", "answered", "403"], seen.stdout + seen.stderr
        if encrypted:
            stranger = joined(elsewhere, address)
            assert "CERTIFICATE_VERIFY_FAILED" in stranger.stderr, (
                "without the certificate nobody is taken in by another's"
            )
    log = records.Log(str(tmp_path / "events.sqlite"))
    assert [e.learner for e in log.events() if e.kind == "answered"] == ["class-ann111"]
    log.close()


def start(folder):
    """The instructor starts the clock."""
    log = records.Log(str(folder / "events.sqlite"))
    drill = next(c.drill for c in log.controls() if c.kind == "opened")
    log.direct(records.Control("started", drill))
    log.close()


def test_an_address_of_another_computer_is_refused_in_words(tmp_path, elsewhere):
    with opened(tmp_path, "--host", THERE, "--port", str(free_port())) as (told, process):
        assert (
            process.wait(60) == 2
            and f"{THERE} is not an address of this computer" in told + (tmp_path / "told").read_text()
        )
