"""The pages of a class: the way in, the seat, the console, and what tells a page that it has been left behind."""

import secrets
from dataclasses import dataclass

from jupyter_server.auth import IdentityProvider, User
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado import web
from tornado.ioloop import IOLoop
from tornado.websocket import WebSocketHandler

from rightdoor.classroom import INSTRUCTOR, TRAINEE, Refused
from rightdoor.server import class_words
from rightdoor.server.class_socket import LARGEST, Pace
from rightdoor.server.pages import LessonPage, LessonRenderer
from rightdoor.text import LANGS

COOKIE = "rightdoor-seat"
PAGES = {TRAINEE: "seat.ipynb", INSTRUCTOR: "console.ipynb"}
CONSOLES = 4  # pages that one instructor's browser may have open
UNHEARD = 12  # seconds without an answer to a ping, after which a line counts as lost
WRONG_LINKS = (30, 0.5)  # tries from one address with links that are no good: at once, and then a second
LOADS = (12, 0.2)  # pages that one seat may load: at once, and then a second


@dataclass
class Seat(User):
    """The user of a request: who she is in the class."""

    holder: object = None

    @property
    def owner(self):
        """Whose kernels: a trainee has one seat, an instructor one console on each device."""
        holder = self.holder
        return f"{holder.role}/{holder.device if holder.role == INSTRUCTOR else holder.code}"


class ClassIdentity(IdentityProvider):
    """Knows a user by the ticket in her cookie, and by nothing else: no token, no password."""

    def get_user(self, handler):
        handler.refused = None
        ticket = handler.get_cookie(COOKIE)
        if not ticket:
            return None
        try:
            holder = handler.settings["class_seats"].holder(ticket)
        except Refused as refused:
            handler.refused = refused.why
            return None
        return Seat(username=f"{holder.role}-{holder.code}", holder=holder)

    def is_token_authenticated(self, handler):
        return False


class ClassHandler(JupyterHandler):
    """What all pages of a class share: the host that they may be called by, their headers, their words."""

    def check_host(self):
        """Only the address that the class is opened at: a name that leads here from elsewhere is refused."""
        return self.request.host in self.settings["class_hosts"]

    @property
    def seats(self):
        return self.settings["class_seats"]

    def keep(self, ticket):
        """Give the browser its ticket; no script can read it and no other site can send it."""
        self.set_cookie(
            COOKIE, ticket, httponly=True, samesite="Lax", path="/", max_age=self.seats.links.seconds,
            secure=self.request.protocol == "https",
        )  # fmt: skip

    def say(self, key, status=200, **more):
        """A page with one message in three languages."""
        self.set_status(status)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(self.render_template("class.html", key=key, notes=class_words.CLASS_WORDS, **more))

    def write_error(self, status_code, **kwargs):
        self.say("missing" if status_code in (403, 404, 405) else "broken", status_code)

    def too_many(self, kind, who, burst, a_second):
        """Whether `who` does this oftener than the pace allows."""
        paces = self.settings["class_paces"]
        pace = paces.setdefault((kind, who), Pace(burst, a_second))
        if len(paces) > 5_000:
            paces.clear()
        return not pace.spend()


class Nothing(ClassHandler):
    """Every address that a class does not have."""

    @allow_unauthenticated
    def get(self):
        raise web.HTTPError(404)

    head = post = put = patch = delete = options = get


class Home(ClassHandler):
    """`/`: to one's own page, or what to do without a link."""

    @allow_unauthenticated
    def get(self):
        if self.current_user is not None:
            self.redirect(own_page(self.seats, self.current_user.holder))
        elif self.refused == "moved":
            self.xsrf_token  # noqa: B018  (sets the cookie that the form needs)
            self.say("moved", 403, form="/here", button="here")
        else:
            self.say(self.refused or "no-link", 200 if self.refused is None else 403)

    head = get


class WayIn(ClassHandler):
    """`/in/LINK`: shows a button, and only its press takes the seat: what previews links in a chat moves nobody."""

    @allow_unauthenticated
    def get(self, link):
        holder = self._arriving(link)
        if holder is None:
            return
        if self.current_user is not None and same_person(self.current_user.holder, holder):
            self.redirect(own_page(self.seats, holder))
            return
        self.xsrf_token  # noqa: B018  (sets the cookie that the form needs)
        key = "enter-instructor" if holder.role == INSTRUCTOR else "enter"
        self.say(key, form=self.request.path, button=key, code=holder.code, first=self.seats.lang(holder))

    @allow_unauthenticated
    async def post(self, link):
        holder = self._arriving(link)
        if holder is None:
            return
        holder, ticket = self.seats.sit(holder)
        self.keep(ticket)
        self.redirect(own_page(self.seats, holder), status=303)

    def _arriving(self, link):
        """The Holder of a link; None when the page that says why not has been sent."""
        address = self.request.remote_ip
        try:
            return self.seats.arrive(link)
        except Refused as refused:
            slow = self.too_many("link", address, *WRONG_LINKS)
            self.say("too-often" if slow else refused.why, 429 if slow else 403)
            return None


class GoOnHere(ClassHandler):
    """`/here`: the seat comes back to a device that it has left."""

    @allow_unauthenticated
    def post(self):
        if self.refused != "moved":
            raise web.HTTPError(403)
        holder, ticket = self.seats.sit(self.seats.links.holder(self.get_cookie(COOKIE)))
        self.keep(ticket)
        self.redirect(own_page(self.seats, holder), status=303)


class SeatRenderer(LessonRenderer):
    """Renders the page of a seat; its kernel is the seat's own."""

    seat = None

    async def kernel_for(self, name):
        owner, environ, most = self.seat
        return await self.kernels.seat(owner, environ, self.folder, most)


class SeatPage(LessonPage, ClassHandler):
    """`/voila/render/LANG/seat.ipynb` for a trainee, `console.ipynb` for an instructor; no other notebook."""

    renderer_class = SeatRenderer

    @allow_unauthenticated
    async def get(self, path=None):
        if self.current_user is None:
            self.redirect("/")
            return
        lang, _, name = path.partition("/")
        if lang not in LANGS or name != PAGES[self.current_user.holder.role]:
            raise web.HTTPError(404)
        if self.too_many("load", self.current_user.owner, *LOADS):
            self.say("too-often", 429)
            return
        await super().get(path)

    def _renderer(self, path):
        renderer, holder = super()._renderer(path), self.current_user.holder
        self.nonce = renderer.page_config["rightdoor"]["nonce"] = secrets.token_urlsafe(16)
        policy = self.settings["class_policy"].replace("script-src", f"script-src 'nonce-{self.nonce}'")
        self.set_header("Content-Security-Policy", policy)
        about = self.settings["class_environ"]
        if holder.role == INSTRUCTOR:
            renderer.seat = (self.current_user.owner, about["console"], CONSOLES)
        else:
            renderer.seat = (self.current_user.owner, {**about["seat"], "RIGHTDOOR_LEARNER": holder.code}, 1)
        return renderer

    def write_error(self, status_code, **kwargs):
        ClassHandler.write_error(self, status_code, **kwargs)


class Pulse(ClassHandler):
    """`/pulse?kernel=ID`: `{"state": ...}`, asked by every open page every few seconds.

    "here": all is well; "gone": the kernel has ended, load the page again; "moved", "elsewhere", "revoked", "expired",
    "no-link": this page is no longer the seat.
    """

    _track_activity = False

    @allow_unauthenticated
    async def get(self):
        self.set_header("Cache-Control", "no-store")
        self.finish({"state": await self._state()})

    async def _state(self):
        if self.current_user is None:
            return self.refused or "no-link"
        kernels, kernel_id = self.kernel_manager, self.get_argument("kernel", "")
        if not kernels.owns(self.current_user.owner, kernel_id):
            return "elsewhere" if kernels.has_seat(self.current_user.owner) else "gone"
        return "here" if await kernels.lives(kernel_id) else "gone"


class KernelModel(ClassHandler):
    """`/api/kernels/ID`: what Voilà's page asks about its kernel before it connects."""

    async def get(self, kernel_id):
        self._own(kernel_id)
        self.finish({"id": kernel_id, "name": "python3"})

    def _own(self, kernel_id):
        if self.current_user is None or not self.kernel_manager.owns(self.current_user.owner, kernel_id):
            raise web.HTTPError(403)


class SeatSocket(ClassHandler, KernelWebsocketHandler):
    """`/api/kernels/ID/channels`, for the holder of the seat whose kernel this is."""

    @property
    def max_message_size(self):
        return LARGEST

    async def get(self, kernel_id):
        if self.current_user is None or not self.kernel_manager.owns(self.current_user.owner, kernel_id):
            raise web.HTTPError(403)
        await super().get(kernel_id)

    async def open(self, kernel_id):
        self.set_nodelay(True)
        self.settings["class_sockets"].add(self)
        await super().open(kernel_id)

    def answers(self):
        """Whether its page has been heard of lately: a phone that has left the network closes nothing."""
        return IOLoop.current().time() - self.last_pong < UNHEARD

    def on_close(self):
        self.settings["class_sockets"].discard(self)
        if getattr(self, "connection", None):
            super().on_close()

    def write_error(self, status_code, **kwargs):
        self.finish()


async def watch(settings):
    """Close the sockets of seats that were revoked, have moved or run out, end the kernels of those revoked, and note
    whose line is lost."""
    there = set()
    for socket in list(settings["class_sockets"]):
        try:
            holder = settings["class_seats"].holder(socket.get_cookie(COOKIE, ""))
            if holder.role == TRAINEE and socket.answers():
                there.add(holder.code)
        except Refused as refused:
            WebSocketHandler.close(socket, 1008, refused.why)
            if refused.why != "moved":  # the kernel of a seat that moved has ended already
                await settings["kernel_manager"].end_all_of(socket.current_user.owner)
    settings["class_lines"].look(there)


class Leave(KernelModel):
    """`/voila/api/shutdown/ID`: a page that is closed ends its kernel."""

    def post(self, kernel_id):
        self._own(kernel_id)
        self.kernel_manager.end_soon(kernel_id)
        self.set_status(204)
        self.finish()


def own_page(seats, holder):
    """The address of a Holder's page."""
    return f"/voila/render/{seats.lang(holder)}/{PAGES[holder.role]}"


def same_person(one, other):
    """Whether two Holders have the same role and code in the same turn."""
    return (one.role, one.code, one.turn) == (other.role, other.code, other.turn)
