"""The Jupyter server of one learner behind a hub, on a list of addresses of its own."""

import re

from traitlets import Unicode

from rightdoor.server.app import LessonServer

# What remains of Jupyter's addresses, as their patterns begin after the base URL.
KEPT = (
    r"/voila/render/(.*)",
    r"/voila/static/(.*)",
    r"/voila/templates/(.*)",
    r"/voila/labextensions/(.*)",
    r"/voila/api/themes/(.*)",
    r"/voila/api/shutdown/(.*)",
    r"/api/kernels/(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)",
    r"/api/kernels/(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)/channels",
    r"/api/status",
    r"/api",
    r"/oauth_callback",
    r"/jupyterhub-health",
    r"/?",
    r"/",
    r"(.*)",
)


class HubSeat(LessonServer):
    """Serves one learner."""

    landing = Unicode("")

    def init_httpserver(self):
        """Before the first request: of all that Jupyter has to offer only this remains."""
        for router in self._routers():
            router.rules[:] = [rule for rule in router.rules if self._kept(rule)]
        super().init_httpserver()

    def _routers(self):
        for outer in self.web_app.default_router.rules:
            if hasattr(outer.target, "rules"):
                yield outer.target

    def _kept(self, rule):
        regex = getattr(rule.matcher, "regex", None)
        if regex is None:
            return True
        pattern = regex.pattern.rstrip("$").removeprefix(re.escape(self.base_url.rstrip("/")))
        return pattern.removeprefix(self.base_url.rstrip("/")) in KEPT

    def _announce(self):
        """The hub knows where it is."""
