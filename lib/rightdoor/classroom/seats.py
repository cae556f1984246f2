"""Who may sit where now: the turn of each code's links, and the device on which each seat is open.

Turns are read off the control events, so that `class revoke` in another window is heard within a second. The device is
kept in the class folder, so that a server that comes back knows it.
"""

import time
from collections import Counter

from rightdoor.classroom.links import INSTRUCTOR, Holder, Links, Refused, on_a_device
from rightdoor.records import StoreError

FRESH = 1.0  # seconds for which what was read is good


class Seats:
    """The seats of one class: `folder` is its ClassFolder, `log` the Log, `clock` gives seconds."""

    def __init__(self, folder, log, clock=time.monotonic):
        self.folder, self.log, self.clock = folder, log, clock
        self.links = Links(folder.key, folder.drill, folder.hours)
        self.langs, self.turns, self.barred = {}, Counter(), set()
        self.devices, self._seen, self._read_at = folder.devices(), -1, float("-inf")

    def link(self, code, role):
        """The text of the present link of this code."""
        self._refresh()
        return self.links.link(Holder(role, code, self._turn(code)))

    def arrive(self, text):
        """Somebody opens a link: its Holder, without a device. Raises Refused."""
        holder = self.links.admit(text)
        self._check(holder)
        return holder

    def sit(self, holder):
        """She comes in on a browser of her own: `(Holder with the device, the ticket for its cookie)`.

        From now on her seat is open there, and no more where it was open before. An instructor may come in twice.
        """
        holder = on_a_device(holder)
        if holder.role != INSTRUCTOR:
            self.devices[holder.code] = holder.device
            self.folder.keep_devices(self.devices)
        return holder, self.links.ticket(holder)

    def holder(self, ticket):
        """The Holder of a ticket that a browser sent. Raises Refused, also "moved" for a seat open elsewhere by now."""
        holder = self.links.holder(ticket)
        self._check(holder)
        if holder.role != INSTRUCTOR and self.devices.setdefault(holder.code, holder.device) != holder.device:
            raise Refused("moved")
        return holder

    def lang(self, holder):
        """The language in which a Holder reads at first."""
        return self.langs.get(holder.code, self.folder.lang)

    def _check(self, holder):
        self._refresh()
        if holder.role != INSTRUCTOR and holder.code not in self.langs:
            raise Refused("stranger")
        if holder.turn != self._turn(holder.code) or holder.code in self.barred:
            raise Refused("revoked")

    def _turn(self, code):
        return self.folder.instructor_turn if code == INSTRUCTOR else self.turns[code]

    def _refresh(self):
        if self.clock() - self._read_at < FRESH:
            return
        self._read_at = self.clock()
        self.folder.read_again()
        try:
            seen = self.log.controls_seen(self.folder.drill)
            if seen != self._seen:
                self._take(self.log.controls(self.folder.drill))
                self._seen = seen
        except StoreError:
            pass  # what was known holds; the seats themselves tell of the store

    def _take(self, controls):
        self.langs = {c.learner: c.data["lang"] for c in controls if c.kind == "seated"}
        self.turns = Counter(c.learner for c in controls if c.kind == "revoked")
        last = {c.learner: c.kind for c in controls if c.kind in ("revoked", "readmitted")}
        self.barred = {code for code, kind in last.items() if kind == "revoked"}
