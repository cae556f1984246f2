"""The way in for the browser that the program opens itself.

Whoever is logged in to the computer can read the command line of a browser, and with it an address that holds the
token. So the browser is given one that is good once: it sets the cookie and leads to the page.
"""

import secrets

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler


class Enter(JupyterHandler):
    """`/enter/TICKET`: the first who comes is let in, everybody after her is asked for the token like any stranger."""

    def initialize(self, tickets, landing):
        self.tickets, self.landing = tickets, landing

    @allow_unauthenticated
    def get(self, ticket):
        if ticket in self.tickets:
            self.tickets.remove(ticket)
            identity = self.identity_provider
            identity.set_login_cookie(self, identity.generate_anonymous_user(self))
        self.redirect(self.landing)


def once(server):
    """An address of a running LessonServer that lets one browser in, once."""
    ticket = secrets.token_urlsafe(24)
    about = {"tickets": [ticket], "landing": server.landing}
    server.web_app.add_handlers(".*$", [(r"/enter/([\w-]+)", Enter, about)])
    return f"http://{server.ip}:{server.port}/enter/{ticket}"
