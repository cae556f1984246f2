"""The server of a class: Voilà for two notebooks and nothing else of Jupyter, on a list of addresses of its own."""

import json
import logging
import os
import re

from tornado.ioloop import PeriodicCallback
from tornado.web import URLSpec
from traitlets import Any

from rightdoor.server import class_pages as pages
from rightdoor.server import class_words, words
from rightdoor.server.app import LessonServer, let_go
from rightdoor.server.class_settings import of_the_class
from rightdoor.server.forked import end_children
from rightdoor.server.settings import LOOPBACK

# Files of Voilà, of the widgets and of our template: the same for everybody, and public with the product.
FILES = (r"/voila/static/(.*)", r"/voila/templates/(.*)", r"/voila/labextensions/(.*)", r"/voila/api/themes/(.*)")
SECRET = re.compile(r"(/in/)[^\s\"']+|((?:rightdoor-seat|_xsrf)=)[^\s;\"']+")
KERNEL = r"(?P<kernel_id>[0-9a-f-]{36})"
WATCH_EVERY = 1000  # milliseconds


class WithoutSecrets(logging.Filter):
    """Takes links and cookies out of whatever is written to the log."""

    def filter(self, record):
        record.msg, record.args = SECRET.sub(lambda found: (found[1] or found[2]) + "…", record.getMessage()), ()
        return True


def access(handler, log):
    """One line of the log for a request."""
    request = handler.request
    log.info("%s %s %.80s %.0f ms", handler.get_status(), request.method, request.path, 1000 * request.request_time())


class ClassServer(LessonServer):
    """Serves one class until it is told to end."""

    seats = Any(help="The Seats of the class.")
    hosts = Any(help="The names, with the port, that it may be called by.")

    def init_logging(self):
        super().init_logging()
        for handler in self.log.handlers:
            handler.addFilter(WithoutSecrets())

    def init_httpserver(self):
        """Before the first request: of all that Jupyter has to offer only this remains."""
        self._keep_only(self._ours())
        self.web_app.settings.update(of_the_class(self.seats, self.hosts))
        super().init_httpserver()
        self.watching = PeriodicCallback(lambda: pages.watch(self.web_app.settings), WATCH_EVERY)
        self.watching.start()

    def _ours(self):
        here = {rule.matcher.regex.pattern.rstrip("$"): rule for rule in self._rules()}
        render = here[r"/voila/render/(.*)"]
        return [
            *(
                URLSpec(path.replace("(.*)", r"(?!.*\.\.)(.*)"), here[path].target, here[path].target_kwargs)
                for path in FILES
            ),
            (r"/", pages.Home),
            (r"/in/([A-Za-z0-9._-]{1,400})", pages.WayIn),
            (r"/here", pages.GoOnHere),
            (r"/pulse", pages.Pulse),
            (r"/voila/render/(.*)", pages.SeatPage, render.target_kwargs),
            (rf"/api/kernels/{KERNEL}", pages.KernelModel),
            (rf"/api/kernels/{KERNEL}/channels", pages.SeatSocket),
            (rf"/voila/api/shutdown/{KERNEL}", pages.Leave),
            (r".*", pages.Nothing),
        ]

    def _rules(self):
        for outer in self.web_app.default_router.rules:
            yield from (rule for rule in getattr(outer.target, "rules", ()) if hasattr(rule.matcher, "regex"))

    def _keep_only(self, handlers):
        app = self.web_app
        del app.default_router.rules[:-1]  # the last leads to the router for any host
        del app.wildcard_router.rules[:]
        app.wildcard_router.add_rules(handlers)

    def _announce(self):
        folder = self.seats.folder
        if self.announce_json:
            print(json.dumps({"url": folder.url, "pid": os.getpid()}), flush=True)
            return
        how = "loopback" if folder.host == LOOPBACK else "encrypted" if folder.certificate else "network"
        lines = [class_words.terminal("open", self.lang), f"    {folder.url}", class_words.terminal(how, self.lang)]
        print(*lines, words.terminal("stop", self.lang), sep="\n\n", flush=True)

    @classmethod
    def serve(cls, config, **traits):
        """Run until it is told to end. Raises OSError if the port cannot be had."""
        server = cls(config=config, **traits)
        server.initialize(argv=[], find_extensions=False)
        server.web_app.settings["log_function"] = lambda handler: access(handler, server.log)
        try:
            server.start()
        finally:  # whatever cut the orderly end short: this process cannot end before its nursery has
            let_go(server)
            end_children()
