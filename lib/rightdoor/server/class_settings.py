"""What the server of a class is told, where it differs from the server of the lessons."""

from rightdoor.classroom.lines import Lines
from rightdoor.server import class_words, notebooks, settings
from rightdoor.server.class_kernels import SeatKernels
from rightdoor.server.class_pages import ClassIdentity
from rightdoor.server.class_socket import SeatConnection

# No script but our files, those that our files make (blob: is how anywidget loads a widget) and, on a seat's page, the two
# that carry the page's nonce; no frame, no plug-in, no form and no request to elsewhere.
CONTENT_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "base-uri 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Referrer-Policy": "same-origin",  # the address of the way in is a secret
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
PING_EVERY, PONG_WITHIN = 4_000, 90_000  # milliseconds; a page that is only slow must not be made to load again
LARGEST_REQUEST = 64 * 1024  # bytes: a page sends its answers on the websocket

# What the first minute of a seat would otherwise load, so that the copies share it.
WARM_UP = (
    settings.WARM_UP
    + """
_ = __import__("rightdoor.lesson", fromlist=["*"])
__import__("rightdoor.text", fromlist=["*"]).convert("复议")
for _name in ("sqlalchemy.dialects.sqlite", "IPython.core.displaypub", "ipywidgets", "anywidget"):
    __import__(_name)
"""
)


# A trainee's way through the drill, gone once. Whatever stands in its way will be told to whom it concerns.
REHEARSAL = """
try:
    __import__("rightdoor.practice.rehearsal", fromlist=["*"]).rehearse({plan!r}, {lang!r})
except Exception:
    __import__("logging").getLogger("rightdoor").exception("the rehearsal")
"""


def configuration(root, folder, home, log_level="ERROR", plan=""):
    """The traitlets Config for one run of the class in a ClassFolder, whose drill follows the plan of that id."""
    config = settings.configuration(root, folder.lang, folder.port, "", home, log_level)
    config.ServerApp.update(
        ip=folder.host,
        default_url="/",
        jpserver_extensions={"voila": True},
        kernel_manager_class=SeatKernels,
        kernel_websocket_connection_class=SeatConnection,
        identity_provider_class=ClassIdentity,
        max_body_size=LARGEST_REQUEST,
        certfile=folder.certificate,
        keyfile=folder.certificate_key,
        tornado_settings={
            "headers": HEADERS,
            "class_policy": CONTENT_POLICY,
            "mathjax_url": settings.NO_FORMULAS,
            "login_url": "/",
            "ws_ping_interval": PING_EVERY,
            "ws_ping_timeout": PONG_WITHIN,
            "xsrf_cookie_kwargs": {"samesite": "Strict"},
        },
    )
    config.KernelManager.autorestart = False  # a new kernel would not know the page; the page loads again
    config.WarmKernels.update(
        watched=[],
        warm_up=WARM_UP,
        pool_size=3,
        refill_after=0.3,
        kernel_manager_class="rightdoor.server.forked.SeatKernelManager",
    )
    config.SeatKernels.rehearsal = REHEARSAL.format(plan=plan, lang=folder.lang) if plan else ""
    config.VoilaConfiguration.page_config_hook = page_config_hook(root)
    return config


def of_the_class(seats, hosts):
    """What the handlers of a class find among the server's settings. `hosts` are the names it may be called by."""
    folder = seats.folder
    seat = {"RIGHTDOOR_STORE": folder.store, "RIGHTDOOR_DRILL": folder.drill}
    return {
        "class_seats": seats,
        "class_hosts": hosts,
        "class_environ": {"seat": seat, "console": {**seat, "RIGHTDOOR_CLASS": str(folder.path)}},
        "class_sockets": set(),
        "class_lines": Lines(folder, seats.devices),
        "class_paces": {},
    }


def page_config_hook(root):
    """A hook for Voilà: a page of a class leads to no other page but itself in another language."""

    def hook(page_config, notebook_path="", **_):
        place = notebooks.place(root, notebook_path)
        page_config.pop("serverRoot", None)  # where this computer keeps its files is nobody's business
        page_config["rightdoor"] = {**place, "start": None, "words": class_words.PAGE_WORDS[place["lang"]]}
        return page_config

    return hook
