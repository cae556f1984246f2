"""Somebody's browser at a class, in the real protocol: HTTP with cookies, and Jupyter's websocket to the kernel.

No mouse and no picture, so that forty of them fit on one machine. `Visitor` comes in by a link, loads the page and
speaks to its widgets; it can also say what no page would say, which is what the tests of security need.
"""

import asyncio
import json
import re
import time
import uuid
from contextlib import suppress
from urllib.parse import urlencode

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

V1 = "v1.kernel.websocket.jupyter.org"
PATIENCE = 60  # seconds
AsyncHTTPClient.configure(None, max_clients=200)  # a whole class at once


class Visitor:
    """One browser. `url` is where the class is served, with a slash at the end."""

    def __init__(self, url):
        self.url, self.cookies, self.kernel, self.socket = url, {}, None, None
        self.session, self.states, self.heard, self.replies, self.reader = (
            uuid.uuid4().hex,
            {},
            asyncio.Event(),
            {},
            None,
        )
        self.idle = set()  # ids of messages that the kernel has dealt with
        self.seen = []  # every message that arrived, as text

    # ---- HTTP ------------------------------------------------------------------------------------------------------

    async def ask(self, path, method="GET", form=None, headers=None, body=None):
        """The response to one request, whatever its status; cookies are kept, redirections are not followed."""
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), **(headers or {})}
        if form is not None:
            body = urlencode({"_xsrf": self.cookies.get("_xsrf", ""), **form})
        if method in ("POST", "PUT", "PATCH") and body is None:
            body = ""
        request = HTTPRequest(self.url + path.lstrip("/"), method, headers, body, follow_redirects=False,
                              request_timeout=3 * PATIENCE, allow_nonstandard_methods=True)  # fmt: skip
        response = await AsyncHTTPClient().fetch(request, raise_error=False)
        for cookie in response.headers.get_list("Set-Cookie"):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return response

    async def enter(self, link):
        """Open a personal link (its text) and press the button; the address of one's own page."""
        page = await self.ask(f"in/{link}")
        assert page.code == 200, page.body.decode()[:3000]
        response = await self.ask(f"in/{link}", "POST", form={})
        assert response.code == 303, response.code
        self.page = response.headers["Location"]
        return self.page

    async def load(self):
        """Load one's own page: its text. The kernel that it names is the one that `connect` connects to."""
        response = await self.ask(self.page)
        end = time.monotonic() + PATIENCE
        while response.code == 429 and time.monotonic() < end:  # as the page says: a moment later
            await asyncio.sleep(1)
            response = await self.ask(self.page)
        assert response.code == 200, (response.code, response.body.decode()[:500])
        body = response.body.decode()
        named = re.search(r'"kernelId": "([^"]+)"', body)
        assert named, body[-500:]
        self.kernel = named[1]
        return body

    async def pulse(self):
        """What the server says of this page now."""
        return json.loads((await self.ask(f"pulse?kernel={self.kernel}")).body)["state"]

    # ---- websocket -------------------------------------------------------------------------------------------------

    async def connect(self, kernel=None, protocol=V1, headers=None):
        """Open the websocket to one's kernel, or to another's. HTTPClientError if it is refused."""
        address = (
            f"{self.url.replace('http', 'ws', 1)}api/kernels/{kernel or self.kernel}/channels?session_id={self.session}"
        )
        cookie = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        self.protocol = protocol
        self.socket = await websocket_connect(
            HTTPRequest(address, headers={"Cookie": cookie, **(headers or {})}, connect_timeout=PATIENCE),
            subprotocols=[protocol] if protocol else None,
        )
        self.reader = asyncio.ensure_future(self._read())

    async def widgets(self):
        """Learn the state of every widget, as a page does when it loads."""
        comm = uuid.uuid4().hex
        await self.send("comm_open", {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}, "target_module": None},
                        metadata={"version": "1.0.0"})  # fmt: skip
        await self.send("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        await self.until(lambda: self.sheets, "the widgets")

    async def send(self, kind, content, channel="shell", metadata=None, header=None):
        """Send one message in the protocol that was agreed on; its id."""
        id = uuid.uuid4().hex
        head = {"msg_id": id, "msg_type": kind, "username": "", "session": self.session, "date": "", "version": "5.3",
                **(header or {})}  # fmt: skip
        if self.protocol == V1:
            await self.socket.write_message(v1(channel, head, {}, metadata or {}, content), binary=True)
        else:
            message = {"channel": channel, "header": head, "parent_header": {}, "metadata": metadata or {},
                       "content": content, "buffers": []}  # fmt: skip
            await self.socket.write_message(json.dumps(message))
        return id

    async def act(self, do, of="", values=None, sheet=None):
        """Press a control of the sheet and wait until the kernel has answered; the seconds that took."""
        sheet = sheet or self.sheet
        began = time.monotonic()
        content = {"do": do, "of": of, "values": values or {}}
        id = await self.send("comm_msg", {"comm_id": sheet, "data": {"method": "custom", "content": content}})
        await self.until(lambda: id in self.idle, f"an answer to {do}")
        return time.monotonic() - began

    async def until(self, condition, what, seconds=PATIENCE):
        """Wait until something that arrives makes the condition true."""
        deadline = time.monotonic() + seconds
        while not condition():
            self.heard.clear()
            left = deadline - time.monotonic()
            assert left > 0, f"{what} did not come"
            with suppress(TimeoutError):
                await asyncio.wait_for(self.heard.wait(), min(left, 1))
            if self.reader is not None and self.reader.done() and not condition():
                raise ConnectionError(f"the line was lost before {what}")

    async def arrive(self):
        """Load one's page, connect, and learn its widgets."""
        await self.leave()
        await self.load()
        await self.connect()
        await self.widgets()

    async def leave(self):
        """Drop off the network."""
        if self.socket is not None:
            self.socket.close()
            self.reader.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await self.reader
        self.socket, self.reader, self.states, self.seen, self.idle = None, None, {}, [], set()

    @property
    def sheets(self):
        """The ids of the sheets on the page."""
        return [id for id, state in self.states.items() if "view" in state]

    @property
    def sheet(self):
        """The sheet that shows a case, or the only one."""
        return next((id for id in self.sheets if "data-case" in self.text(id)), self.sheets[0])

    def text(self, sheet=None):
        """The HTML that a sheet shows."""
        return "".join(html for _, html in self.states[sheet or self.sheet]["view"]["parts"])

    async def _read(self):
        while (message := await self.socket.read_message()) is not None:
            channel, parts = (
                from_v1(message) if isinstance(message, bytes) and self.protocol == V1 else from_text(message)
            )
            header, content = parts[0], parts[3]
            self.seen.append((channel, header["msg_type"], content))
            self._take(header["msg_type"], parts[1], content)
            self.heard.set()
        self.heard.set()

    def _take(self, kind, parent, content):
        if kind.endswith("_reply"):
            self.replies[parent.get("msg_id")] = content
        if kind == "status" and content["execution_state"] == "idle":
            self.idle.add(parent.get("msg_id"))
        if kind == "comm_open" and content["target_name"] == "jupyter.widget":
            self.states[content["comm_id"]] = content["data"].get("state", {})
        if kind == "comm_msg":
            data = content["data"]
            if data.get("method") == "update_states":
                self.states |= {id: model["state"] for id, model in data["states"].items()}
            elif data.get("method") in ("update", "echo_update") and content["comm_id"] in self.states:
                self.states[content["comm_id"]] |= data.get("state", {})


def v1(channel, *parts):
    """A message in the binary protocol that Jupyter's own pages speak."""
    packed = [channel.encode(), *(part if isinstance(part, bytes) else json.dumps(part).encode() for part in parts)]
    offsets = [8 * (len(packed) + 2)]
    for part in packed:
        offsets.append(offsets[-1] + len(part))
    return b"".join([(len(offsets)).to_bytes(8, "little"), *(o.to_bytes(8, "little") for o in offsets), *packed])


def from_v1(message):
    """`(channel, [header, parent, metadata, content])`."""
    count = int.from_bytes(message[:8], "little")
    at = [int.from_bytes(message[8 * (i + 1) : 8 * (i + 2)], "little") for i in range(count)]
    pieces = [message[at[i] : at[i + 1]] for i in range(count - 1)]
    return pieces[0].decode(), [json.loads(piece) for piece in pieces[1:5]]


def from_text(message):
    """The same of the older protocol."""
    read = json.loads(message)
    return read["channel"], [read[name] for name in ("header", "parent_header", "metadata", "content")]
