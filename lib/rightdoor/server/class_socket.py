"""What a page of a class may say to its kernel: messages to the widgets that are on it, and nothing else.

A browser is not trusted. On the websocket of a seat pass `kernel_info_request`, `comm_info_request` for widgets, the
opening of the channel by which a page asks for the state of its widgets, and `comm_msg`; all on the shell channel, none
above a size, none faster than a person and her page can act. Everything else is dropped and written to the log by its
type. Outwards pass the same replies and what draws a page; the tracebacks and prints of a kernel stay in the house.
"""

import json
import time

from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

V1 = "v1.kernel.websocket.jupyter.org"
WIDGET, STATES = "jupyter.widget", "jupyter.widget.control"
LARGEST = 256 * 1024  # bytes of one message from a page
BURST, A_SECOND = 240, 60  # messages: a page that loads asks for the state of every widget at once
FEWEST, MOST = 6, 32  # offsets in a message: channel, four parts and the end; with buffers some more
HEADER = ("msg_id", "msg_type", "username", "session", "date", "version")
OUTWARDS = frozenset(
    "status kernel_info_reply comm_info_reply comm_open comm_msg comm_close display_data update_display_data"
    " clear_output shutdown_reply".split()
)


def allowed(channel, kind, content):
    """Whether a page may send a message of this kind, with this content, on this channel."""
    if channel != "shell" or not isinstance(content, dict):
        return False
    if kind == "comm_info_request":
        return content.get("target_name") == WIDGET
    if kind == "comm_open":
        return content.get("target_name") == STATES
    return kind in ("kernel_info_request", "comm_msg")


class Pace:
    """A bucket of `burst` tokens that fills at `a_second`; `spend()` is False when it is empty."""

    def __init__(self, burst, a_second, clock=time.monotonic):
        self.burst, self.a_second, self.clock = burst, a_second, clock
        self.left, self.at = burst, clock()

    def spend(self):
        now = self.clock()
        self.left = min(self.burst, self.left + (now - self.at) * self.a_second)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


class SeatConnection(ZMQChannelsWebsocketConnection):
    """The websocket of one page to its own kernel, with a filter in both directions."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pace = Pace(BURST, A_SECOND)

    def handle_incoming_message(self, incoming_msg):
        if not self.pace.spend():
            self.log.warning("A page sends faster than a person can act; its connection is closed")
            self.websocket_handler.close(1008, "too fast")
            return
        try:
            channel, parts, buffers = self._read(incoming_msg)
            kind, passes = parts[0]["msg_type"], allowed(channel, parts[0]["msg_type"], parts[3])
        except Exception:  # whatever a page may send: it is not for the kernel
            channel, kind, passes = "?", "unreadable", False
        if not passes:
            self.log.warning("Refused on a seat's websocket: %.40r on %.20r", kind, channel)
        elif self.channels:  # written anew from what was understood, so that the kernel understands the same
            header = {key: parts[0][key] for key in HEADER if key in parts[0]}
            told = [self.session.pack(part) for part in (header, *parts[1:])]
            self.session.send_raw(self.channels["shell"], [*told, *buffers])

    def _read(self, message):
        """`(channel, [header, parent header, metadata, content], buffers)` of a message in either protocol."""
        if self.subprotocol == V1:
            said = int.from_bytes(message[:8], "little")
            if not FEWEST <= said <= MOST or 8 * (said + 1) > len(message):
                raise ValueError  # Jupyter itself would believe any number, and try to read so many parts
            channel, parts = deserialize_msg_from_ws_v1(message)
            return channel, [self.session.unpack(part) for part in parts[:4]], parts[4:]
        read = json.loads(message)  # a page of the older protocol sends no buffers here, and so nothing binary
        return read["channel"], [read[name] for name in ("header", "parent_header", "metadata", "content")], []

    def handle_outgoing_message(self, stream, outgoing_msg):
        _, parts = self.session.feed_identities(outgoing_msg)
        if self.session.unpack(parts[1]).get("msg_type") in OUTWARDS:
            super().handle_outgoing_message(stream, outgoing_msg)
