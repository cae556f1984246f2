"""The Jupyter server itself, as far as it differs from the stock one."""

import asyncio
import json
import os
import signal
import sys
import threading
import webbrowser

import voila.server_extension
from jupyter_server.serverapp import ServerApp
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.web import RedirectHandler
from traitlets import Bool, Unicode

from rightdoor.server import enter, notebooks, words
from rightdoor.server.pages import LessonPage
from rightdoor.server.screen import has_screen
from rightdoor.server.translations import TraditionalChinese

ENDS_WITHIN = 5  # seconds


class LessonServer(ServerApp):
    """JupyterLab and Voilà on one loopback port, with the pool of warm kernels and our own pages."""

    lang = Unicode("zh-Hans", help="Language of the start page and of the lines on the terminal.")
    landing = Unicode("", help="Path of the page to open, without the token.")
    show_page = Bool(True, help="Open a browser when there is a screen.")
    announce_json = Bool(False, help="Print the address as one line of JSON, for programs.")
    no_browser_open_file = Bool(True, help="Write no file with the token into the user's folders.")
    until_stdin_closes = Bool(False, help="End when standard input closes, so that no orphan survives its parent.")

    def load_config_file(self, suppress_errors=True):
        """Read no settings but those given in code."""

    def load_server_extensions(self):
        """JupyterLab and Voilà, with our page in place of Voilà's and no list of files."""
        ours = [("/voila", RedirectHandler, {"url": "/"}), ("/lab/api/translations/zh_TW", TraditionalChinese)]
        self.web_app.add_handlers(".*$", ours)
        voila.server_extension.TornadoVoilaHandler = LessonPage
        super().load_server_extensions()
        self.contents_manager.register_pre_save_hook(notebooks.without_outputs)
        for name in ("jinja2_env", "voila_jinja2_env"):
            self.web_app.settings[name].globals.update(
                error_words=words.ERROR_WORDS, product=words.PRODUCT, start_url=self.default_url
            )
        send_small_messages_at_once()

    async def _post_start(self):
        await super()._post_start()
        self.kernel_manager.fill()
        if self.until_stdin_closes:
            threading.Thread(target=self._wait_for_end_of_input, daemon=True).start()
        self._announce()

    def _announce(self):
        address = f"http://{self.ip}:{self.port}{self.landing}?token={self.identity_provider.token}"
        if self.announce_json:
            where = {"url": f"http://{self.ip}:{self.port}/", "token": self.identity_provider.token}
            print(json.dumps(where), flush=True)
            return
        opened, stop = words.terminal("open", self.lang), words.terminal("stop", self.lang)
        print(opened, f"    {address}", stop, sep="\n\n", flush=True)
        if self.show_page and has_screen():
            threading.Thread(target=webbrowser.open, args=(enter.once(self),), daemon=True).start()

    def _wait_for_end_of_input(self):
        while os.read(sys.stdin.fileno(), 1024):  # not by sys.stdin: its lock would trouble the interpreter's end
            pass
        self.io_loop.add_callback(self.stop)

    def stop(self, from_signal=False):
        """End once: Ctrl-C and the end of input come together, and the second must not cut short the first."""
        if not self._stopping:
            super().stop(from_signal)

    def init_signal(self):
        """Ctrl-C is heard too when standard input is a pipe."""
        super().init_signal()
        signal.signal(signal.SIGINT, self._handle_sigint)

    def _handle_sigint(self, sig, frame):
        """Ctrl-C ends the server at once; nobody is asked "y/n"."""
        self.stop(from_signal=True)

    _signal_stop = _handle_sigint


def send_small_messages_at_once():
    """Turn off Nagle's algorithm on the websocket to a kernel, which Lab and Voilà both use.

    With it a click waits about 40 ms for the acknowledgement of the message before: 47.6 ms a click against 7.6.
    """
    stock = KernelWebsocketHandler.open

    async def open_without_delay(self, kernel_id):
        self.set_nodelay(True)
        await stock(self, kernel_id)

    if stock.__name__ != open_without_delay.__name__:
        KernelWebsocketHandler.open = open_without_delay


def run(config, kind=LessonServer, **traits):
    """Run a server of this kind until it is told to end. Raises OSError if the port cannot be had."""
    server = kind(config=config, **traits)
    server.initialize(argv=[], find_extensions=False)
    try:
        server.start()
    finally:
        let_go(server)


def let_go(server):
    """Give up the pages that were still loading when the loop ended.

    anyio reads their notebooks in threads, which end only with the page that asked and would keep this process, and its
    port, for ever.
    """
    loop = server.io_loop.asyncio_loop
    left = asyncio.all_tasks(loop) if not loop.is_closed() else ()
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.wait(left, timeout=ENDS_WITHIN))
