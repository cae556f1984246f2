# Over 400 lines: every attempt is made against one running server, which takes seconds to start.
"""What a trainee, and a stranger on the class network, cannot do to a class: each attempt is made, and refused."""

import asyncio
import json
import os
import re
import stat
import time
from pathlib import Path

import pytest
from schoolroom import schoolroom
from tornado.httpclient import HTTPClientError
from visitor import V1, Visitor, v1

from rightdoor import cases, drills
from rightdoor.classroom import INSTRUCTOR, TRAINEE, Holder, Links, opening
from rightdoor.text import LANGS

ANN, BOB, EVE = "class-ann111", "class-bob222", "class-eve333"
OTHERS_PAGES = (
    "lab", "lab/tree/en/seat.ipynb", "tree", "doc/tree/en/seat.ipynb", "login", "logout", "login?next=/lab", "metrics",
    "terminals/1", "files/en/seat.ipynb", "files/../pyproject.toml", "view/en/seat.ipynb", "nbconvert/html/en/seat.ipynb",
    "voila", "voila/tree", "voila/files/en/seat.ipynb", "voila/api/contents/en", "voila/execution/00000000-0000-0000-0000-000000000000",
    "voila/render/en/start.ipynb", "voila/render/en/desk.ipynb", "voila/render/../pyproject.toml", "voila/render/src/seat.py",
    "voila/render/en/../../data/cases/police-lookup.yaml", "voila/static/../../../../../etc/passwd",
    "voila/templates/rightdoor/static/../../../../../../../etc/passwd", "static/base/js/main.min.js", "custom/custom.css",
)  # fmt: skip
JUPYTERS_DOORS = (
    "api", "api/contents", "api/contents/en/seat.ipynb", "api/kernels", "api/kernelspecs", "api/sessions", "api/status", "api/me",
    "api/terminals", "api/config/notebook", "api/nbconvert", "api/events/subscribe", "api/shutdown", "api/spec.yaml",
    "lab/api/settings", "lab/api/workspaces", "lab/api/translations/zh_CN", "voila/api/shutdown/x",
)  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    with schoolroom(tmp_path_factory.mktemp("class"), plan="police-lookup", codes=(ANN, BOB, EVE)) as room:
        yield room


def run(scenario):
    return asyncio.run(scenario)


async def seated(room, code):
    """Somebody who has come in and loaded her page."""
    visitor = Visitor(room.url)
    await visitor.enter(room.link(code))
    await visitor.arrive()
    return visitor


# ---- by HTTP ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["stranger", "trainee", "instructor"])
def test_nothing_of_jupyter_answers(room, who):
    async def scenario():
        visitor = Visitor(room.url)
        if who != "stranger":
            await visitor.enter(room.link(INSTRUCTOR if who == "instructor" else BOB))
        for path in (*OTHERS_PAGES, *JUPYTERS_DOORS):
            response = await visitor.ask(path)
            home = response.code == 302 and response.headers["Location"] == "/" and who == "stranger"
            assert home or response.code in (403, 404), (path, response.code)
            body = response.body.decode()
            assert "root:" not in body and "Traceback" not in body and "skills:" not in body, path
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            for path in (
                "api/kernels",
                "api/sessions",
                "api/contents/x.ipynb",
                "api/terminals",
                "api/shutdown",
                "lab/api/workspaces/a",
            ):
                response = await visitor.ask(path, method, form={})
                assert response.code in (403, 404), (method, path, response.code)

    run(scenario())


def test_each_sees_her_own_page_only(room):
    async def scenario():
        trainee, instructor = Visitor(room.url), Visitor(room.url)
        page, console = await trainee.enter(room.link(ANN)), await instructor.enter(room.link(INSTRUCTOR))
        assert page.endswith("/seat.ipynb") and console.endswith("/console.ipynb")
        for lang in LANGS:
            assert (await trainee.ask(f"voila/render/{lang}/console.ipynb")).code == 404
            assert (await instructor.ask(f"voila/render/{lang}/seat.ipynb")).code == 404

    run(scenario())


def test_a_page_says_nothing_of_the_house(room):
    async def scenario():
        ann = await seated(room, ANN)
        body = await ann.load()
        for secret in (str(room.where), room.store, os.getcwd(), "import ", BOB, EVE):
            assert secret not in body, secret
        response = await ann.ask(ann.page)
        policy = response.headers["Content-Security-Policy"]
        scripts = re.search(r"script-src ([^;]*)", policy)[1]
        nonce = re.search(r"'nonce-([^']+)'", scripts)[1]
        assert (
            "unsafe" not in scripts
            and "*" not in policy
            and "frame-ancestors 'none'" in policy
            and "base-uri 'none'" in policy
        )
        inline = re.findall(r"<script(?![^>]*(?:src=|type=\"application/[a-z.+-]*json))[^>]*>", response.body.decode())
        assert inline and all(f'nonce="{nonce}"' in tag for tag in inline)
        assert f"nonce-{nonce}" not in (await ann.ask(ann.page)).headers["Content-Security-Policy"], (
            "a nonce is used once"
        )
        for name, value in {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cache-Control": "no-store",
                            "Cross-Origin-Opener-Policy": "same-origin", "X-Frame-Options": "DENY"}.items():  # fmt: skip
            assert response.headers[name] == value
        await ann.leave()

    run(scenario())


def test_a_cookie_is_out_of_reach_of_scripts_and_other_sites(room):
    async def scenario():
        visitor = Visitor(room.url)
        await visitor.ask(f"in/{room.link(ANN)}")
        response = await visitor.ask(f"in/{room.link(ANN)}", "POST", form={})
        cookie = next(c for c in response.headers.get_list("Set-Cookie") if c.startswith("rightdoor-seat"))
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie
        forged = await visitor.ask(f"in/{room.link(ANN)}", "POST", headers={"Origin": "http://evil.example"}, form={})
        assert forged.code in (403, 404), "another site's form"
        fresh = Visitor(room.url)
        assert (await fresh.ask(f"in/{room.link(ANN)}", "POST")).code in (403, 404), "without the form's token"
        assert "rightdoor-seat" not in fresh.cookies

    run(scenario())


def test_only_the_address_of_the_class_is_answered(room):
    async def scenario():
        visitor = Visitor(room.url)
        for host in ("evil.example", "evil.example:80", f"localhost.evil.example:{room.folder.port}", ""):
            response = await visitor.ask("", headers={"Host": host})
            assert response.code in (400, 403, 404), (host, response.code)

    run(scenario())


# ---- by websocket ----------------------------------------------------------------------------------------------

RUN = {
    "code": "open({path!r}, 'w').write('x')",
    "silent": False,
    "store_history": False,
    "user_expressions": {},
    "allow_stdin": False,
}


def attempts(path):
    """`(channel, kind, content)` of everything that a page has no business to say."""
    code = {**RUN, "code": RUN["code"].format(path=path)}
    yield from [(channel, "execute_request", code) for channel in ("shell", "control", "stdin", "iopub", "hb", "")]
    yield "shell", "execute_request", {**code, "silent": True}
    yield "shell", "complete_request", {"code": "import o", "cursor_pos": 8}
    yield "shell", "inspect_request", {"code": "lesson", "cursor_pos": 6, "detail_level": 1}
    yield "shell", "is_complete_request", {"code": "1"}
    yield (
        "shell",
        "history_request",
        {"output": True, "raw": True, "hist_access_type": "range", "session": 0, "start": 0, "stop": 99},
    )
    yield "stdin", "input_reply", {"value": "x"}
    for kind in ("shutdown_request", "interrupt_request", "debug_request", "create_subshell_request", "list_subshell_request",
                 "usage_request", "abort_request", "clear_request", "apply_request"):  # fmt: skip
        yield from ((channel, kind, {"restart": False}) for channel in ("control", "shell"))
    yield (
        "shell",
        "comm_open",
        {"comm_id": "a", "target_name": "jupyter.widget", "data": {"state": {"_model_module": "os"}}},
    )
    yield "shell", "comm_open", {"comm_id": "b", "target_name": "anything", "target_module": "os", "data": {}}
    yield "shell", "comm_close", {"comm_id": "a", "data": {}}
    yield "shell", "comm_info_request", {}
    yield "control", "kernel_info_request", {}


@pytest.mark.parametrize("protocol", [V1, None], ids=["v1", "text"])
def test_no_code_runs_and_no_other_message_passes(room, tmp_path, protocol):
    trap = tmp_path / "trap"

    async def scenario():
        ann = await seated(room, ANN)
        await ann.leave()
        await ann.load()
        await ann.connect(protocol=protocol)
        sent = [await ann.send(kind, content, channel) for channel, kind, content in attempts(str(trap))]
        known = await ann.send("kernel_info_request", {})
        await ann.until(lambda: known in ann.replies, "the one answer that is allowed")
        await ann.widgets()
        assert not set(sent) & ann.replies.keys()
        assert {kind for _, kind, _ in ann.seen} <= {"status", "kernel_info_reply", "comm_msg"}
        assert await ann.pulse() == "here", "the kernel is alive"
        await ann.leave()

    run(scenario())
    assert not trap.exists()


def test_a_message_cannot_be_read_in_two_ways(room, tmp_path):
    trap = tmp_path / "trap"
    code = json.dumps({**RUN, "code": RUN["code"].format(path=str(trap))})
    double = b'{"msg_id":"m","msg_type":"execute_request","session":"s","msg_type":"comm_msg"}'

    async def scenario():
        ann = await seated(room, ANN)
        reversed_twins = b'{"msg_id":"n","msg_type":"comm_msg","session":"s","msg_type":"execute_request"}'
        for header in (double, reversed_twins, b'{"msg_type":"execute_request"}', b"[]", b"\xff", b""):
            await ann.socket.write_message(v1("shell", header, {}, {}, code.encode()), binary=True)
        await ann.socket.write_message(v1("shell", {"msg_type": "kernel_info_request"}, {}), binary=True)
        await ann.socket.write_message(b"\xff" * 40, binary=True)
        await ann.socket.write_message("not json")
        head = {"subshell_id": "x", "secret": 1}
        known = await ann.send("kernel_info_request", {}, header=head)
        await ann.until(lambda: known in ann.replies, "an answer")
        assert await ann.pulse() == "here"
        await ann.leave()

    run(scenario())
    assert not trap.exists()


def test_widgets_take_what_a_page_may_say_and_no_more(room, tmp_path):
    """A comm message to a widget that is there: its state cannot become code, and unknown widgets are not heard."""

    async def scenario():
        ann = await seated(room, ANN)
        before, sheet = len(room.events()), ann.sheet
        for data in ({"method": "update", "state": {"_esm": "alert(1)", "view": {"serial": -1, "parts": []}, "layout": "IPY_MODEL_x"}},
                     {"method": "update", "state": {"comm": None, "on_act": "os.system", "__class__": "x"}},
                     {"method": "custom", "content": {"do": "__init__", "of": "../../etc", "values": {"a": [1]}}},
                     {"method": "custom", "content": "text"}, {"method": "request_state"}, {"method": "nonsense"}, {}):  # fmt: skip
            await ann.send("comm_msg", {"comm_id": sheet, "data": data})
            await ann.send("comm_msg", {"comm_id": "no-such-comm", "data": data})
        known = await ann.send("kernel_info_request", {})
        await ann.until(lambda: known in ann.replies, "an answer")
        assert len(room.events()) == before and await ann.pulse() == "here"
        await ann.leave()

    run(scenario())


def test_nobody_reaches_anothers_kernel(room):
    async def scenario():
        ann, eve = await seated(room, ANN), Visitor(room.url)
        await eve.enter(room.link(EVE))
        stranger = Visitor(room.url)
        for visitor in (eve, stranger):
            with pytest.raises(HTTPClientError) as refused:
                await visitor.connect(kernel=ann.kernel)
            assert refused.value.code == 403
            assert (await visitor.ask(f"api/kernels/{ann.kernel}")).code in (302, 403, 404)
            for path in (
                f"voila/api/shutdown/{ann.kernel}",
                f"api/kernels/{ann.kernel}/restart",
                f"api/kernels/{ann.kernel}/interrupt",
            ):
                assert (await visitor.ask(path, "POST", form={})).code in (403, 404), path
            assert (await visitor.ask(f"api/kernels/{ann.kernel}", "DELETE", form={})).code in (403, 404, 405)
            answer = json.loads((await visitor.ask(f"pulse?kernel={ann.kernel}")).body)["state"]
            assert answer in ("gone", "elsewhere", "no-link")
        with pytest.raises(HTTPClientError):
            await ann.connect(headers={"Origin": "http://evil.example"})  # another site's page, with her cookie
        assert await ann.pulse() == "here"
        await ann.leave()

    run(scenario())


def test_who_floods_is_disconnected_and_the_class_goes_on(room):
    async def scenario():
        eve, ann = await seated(room, EVE), await seated(room, ANN)
        with pytest.raises(Exception):  # noqa: B017  (whatever a closed socket raises)
            for _ in range(5_000):
                await eve.send("kernel_info_request", {})
                await asyncio.sleep(0)
            await eve.until(lambda: False, "the end of it", 3)
        assert eve.socket.close_code == 1008
        with pytest.raises(Exception):  # noqa: B017
            big = await seated(room, BOB)
            await big.send("comm_msg", {"comm_id": big.sheet, "data": {"x": "a" * 1_000_000}})
            await big.until(lambda: big.reader.done() and False, "the end of it", 3)
        known = await ann.send("kernel_info_request", {})
        await ann.until(lambda: known in ann.replies, "an answer", 5)
        assert (await ann.ask("in/x", "POST", body="a" * 100_000)).code in (400, 599, 413)
        await ann.leave()

    run(scenario())


def test_links_cannot_be_tried_out_at_leisure(room):
    async def scenario():
        visitor, codes = Visitor(room.url), []
        for n in range(40):
            codes.append((await visitor.ask(f"in/{'A' * 30}.{n:06}.{'b' * 43}")).code)
        assert codes[0] == 403 and codes[-1] == 429
        ann = Visitor(room.url)
        assert (await ann.enter(room.link(ANN))).endswith("seat.ipynb"), "a good link is let in all the same"

    run(scenario())


# ---- the record and the key ------------------------------------------------------------------------------------


def test_the_key_of_a_step_is_nowhere_before_it_is_answered(room):
    """All that a page received, in every message, before an answer: no verdict, no reason, no key, no score."""

    async def scenario():
        ann = await seated(room, ANN)
        room.record.direct(*_started(room))
        await ann.until(lambda: "data-case" in ann.text(), "the case", 10)
        case = cases.load(room.plan.cases[0], room.book)
        for do in ("next", "debrief", "explore", "fact", "restart", "keep", "feedback", "key", "answer-key"):
            await ann.act(do)
        heard = json.dumps(without_files(ann.seen), ensure_ascii=False)
        for step in case.steps.values():
            for option in step.options:
                if option.why:
                    assert room_says(option.why) not in heard, (step.id, option.id)
        assert "rs-verdict" not in heard and "rs-mark-" not in heard and '"score"' not in heard
        events = [e for e in room.events() if e.learner == ANN]
        assert not any(e.kind in ("answered", "finished") for e in events)
        await ann.leave()

    run(scenario())


def without_files(value):
    """A value without the style sheet and the script that every widget brings along."""
    if isinstance(value, dict):
        return {key: without_files(inner) for key, inner in value.items() if key not in ("_css", "_esm")}
    return [without_files(inner) for inner in value] if isinstance(value, list | tuple) else value


def room_says(pair):
    return pair.zh.split("{")[0][:40] or pair.en


def _started(room):
    from rightdoor.records import Control

    return [Control("started", room.drill)]


def test_what_a_browser_says_of_itself_changes_nothing(room):
    """Code, store and drill come from the server: headers, cookies and queries that name another are not heard."""

    async def scenario():
        eve = Visitor(room.url)
        await eve.enter(room.link(EVE))
        eve.cookies |= {"RIGHTDOOR_LEARNER": BOB, "learner": BOB}
        page = eve.page
        for query in (f"?RIGHTDOOR_LEARNER={BOB}", f"?learner={BOB}&RIGHTDOOR_STORE=/tmp/x&RIGHTDOOR_DRILL=y"):
            eve.page = page + query
            await eve.arrive()
            await asyncio.sleep(0.5)
            await eve.leave()
        joined = {c.learner for c in room.record.controls(room.drill) if c.kind == "joined"}
        assert EVE in joined
        assert not [e for e in room.events() if e.learner == EVE and e.drill != room.drill]

    run(scenario())


# ---- secrets and files -----------------------------------------------------------------------------------------


def test_the_log_holds_no_secret(room):
    async def scenario():
        ann = await seated(room, ANN)
        await ann.ask(f"in/{room.link(BOB)}", "POST", headers={"Origin": "http://evil.example"}, form={})
        await ann.ask(f"in/{room.link(BOB)}?x=1", "DELETE", form={})
        await ann.ask("nowhere", headers={"Referer": f"{room.url}in/{room.link(BOB)}"})
        ticket = ann.cookies["rightdoor-seat"]
        await ann.leave()
        return ticket

    ticket = run(scenario())
    time.sleep(0.3)
    log = room.log.read_text()
    assert "GET /in/…" in log, "it is written, and without the link"
    for secret in (ticket, *(room.link(code) for code in (ANN, BOB, EVE, INSTRUCTOR)), room.folder.key.hex()):
        assert secret not in log
    assert not re.search(r"rightdoor-seat=[^…]", log)


def test_every_file_of_a_class_is_its_owners_alone(room):
    opening.print_links(room.folder, room.record)
    room.folder.keep_devices({ANN: "x"})
    assert stat.S_IMODE(room.folder.path.stat().st_mode) == 0o700
    for path in room.folder.path.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_the_key_is_this_classs_alone(room):
    other = Links(room.folder.key, "another-drill", 12)
    alien = Links(os.urandom(32), room.drill, 12)

    async def scenario():
        visitor = Visitor(room.url)
        for links in (other, alien):
            response = await visitor.ask(f"in/{links.link(Holder(TRAINEE, ANN))}")
            assert response.code in (403, 429)
            visitor.cookies["rightdoor-seat"] = links.ticket(Holder(INSTRUCTOR, INSTRUCTOR, 0, "d"))
            assert (await visitor.ask("voila/render/en/console.ipynb")).code == 302

    run(scenario())


def test_nothing_listens_elsewhere(room):
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    ours = {r[1].split(":")[0] for r in rows if r[3] == "0A" and int(r[1].split(":")[1], 16) == room.folder.port}
    assert ours == {"0100007F"}


def test_drills_are_told_apart():
    assert drills.seed_of("a", ANN) != drills.seed_of("b", ANN)
