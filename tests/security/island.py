"""Run in a network namespace of its own: the product at work where there is no way out, and a count of who looked for one.

    unshare --net --mount python tests/security/island.py STORE

Loopback is brought up and nothing else. The kernel counts every packet for which it found no route, so that a library
that tries to call home in silence is seen too; a name server that cannot be reached stands in /etc/resolv.conf, so
that asking for a name is such a packet. Prints one line of JSON: what was done, and the count before and after.
"""

import asyncio
import errno
import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "browser")]

NOWHERE, NOWHERE_6 = "192.0.2.1", "2001:db8::1"  # kept for documentation (RFC 5737, RFC 3849): no host has them
# The browser looks for the network on its own account, whatever page is open. This ends its questions for names; whether
# there is a way out by IPv6 it sees all the same, without sending anything. What our pages ask it for is noted below.
NO_NAMES = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
SET_FLAGS, UP_AND_RUNNING = 0x8914, 0x41


def bring_loopback_up():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sh14x", b"lo", UP_AND_RUNNING))


def use_a_name_server_that_is_not_there(folder):
    path = folder / "resolv.conf"
    path.write_text(f"nameserver {NOWHERE}\noptions timeout:1 attempts:1\n")
    subprocess.run(["mount", "--bind", path, "/etc/resolv.conf"], check=True)


def without_route():
    """How many packets of this namespace found no route so far: `(by IPv4, by IPv6)`."""
    names, values = (line.split() for line in Path("/proc/net/snmp").read_text().splitlines()[:2])
    six = dict(line.split() for line in Path("/proc/net/snmp6").read_text().splitlines())
    return int(values[names.index("OutNoRoutes")]), int(six["Ip6OutNoRoutes"])


def since(before):
    return [now - then for now, then in zip(without_route(), before, strict=True)]


def calling_out_is_counted():
    """Whether a connection by IPv4, one by IPv6 and a question for a name are seen; or the proof would prove nothing."""
    before = without_route()
    with socket.socket() as four, socket.socket(socket.AF_INET6) as six:
        assert four.connect_ex((NOWHERE, 443)) == six.connect_ex((NOWHERE_6, 443)) == errno.ENETUNREACH
    connections, before = since(before), without_route()
    try:
        socket.getaddrinfo("example.org", 443)
    except socket.gaierror:
        return connections == [1, 1] and since(before)[0] > 0
    return False


def seat_in_a_class(folder):
    """A class is opened, and a trainee comes in by her link and loads her page."""
    from schoolroom import schoolroom
    from visitor import Visitor

    async def arrive(room):
        visitor = Visitor(room.url)
        await visitor.enter(room.link("class-ann111"))
        await visitor.arrive()

    with schoolroom(folder, plan="police-lookup", codes=("class-ann111",)) as room:
        asyncio.run(arrive(room))
    return "a seat in a class"


def lesson_and_desk(store):
    """The real server and Chromium: one step of a case, and the desk to its plan and a letter's file."""
    from playwright.sync_api import sync_playwright
    from test_desk_page import Client
    from trainee import Trainee, launch, served

    asked = set()
    with sync_playwright() as playwright, served(store) as server:
        browser = launch(playwright, NO_NAMES)
        context = browser.new_context()
        context.on("request", lambda request: asked.add(urlsplit(request.url).hostname))
        trainee = Trainee(context.new_page(), server, store).open()
        trainee.answer()
        client = Client(context.new_page(), server)
        client.to_the_plan()
        client.press('button[data-do="write"]')
        client.press("button[type=submit]")
        name = client.download('a[download$="letter.docx"]')[1]
        browser.close()
    assert asked - {None} == {"127.0.0.1"}, asked  # None: data: and blob:
    return ["a step of a lesson", name]


def commands(store, folder):
    """A decision, the checks and the record, as their commands; last a report, for which a browser may be started."""
    facts = folder / "facts.json"
    facts.write_text('{"on": "2026-03-10", "leaker": {"actor": "police_officer"}, "conduct": ["provided"]}')
    for command in (
        ["decide", facts],
        ["check"],
        ["records", "next"],
        ["records", "export", "--as", "xapi", "--out", folder / "out.jsonl"],
        ["law", "search", "住宿"],
        ["report", "trainee", "--out", folder / "out"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "rightdoor.cli", "--lang", "en", *map(str, command)],
            env={**os.environ, "RIGHTDOOR_STORE": str(store)}, capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, (command, done.stderr)
        yield " ".join(word for word in map(str, command[:2]) if "/" not in word)


def main():
    """See the top of this file."""
    store = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bring_loopback_up()
        use_a_name_server_that_is_not_there(folder)
        counted, before, without_browser = calling_out_is_counted(), without_route(), None
        done = [seat_in_a_class(folder)]
        for name in commands(store, folder):
            without_browser = since(before) if name.startswith("law") else without_browser
            done.append(name)
        done += lesson_and_desk(store)
        print(json.dumps({"done": done, "counted": counted, "without browser": without_browser, "all": since(before)}))


if __name__ == "__main__":
    main()
