"""Personal links at the door of a JupyterHub: the hub's Authenticator for a course. No password, no account of its own."""

import os
from pathlib import Path

from jupyterhub.auth import Authenticator
from jupyterhub.handlers import BaseHandler

from rightdoor.classroom import TRAINEE, Holder, Links, Refused
from rightdoor.server.class_words import CLASS_WORDS
from rightdoor.text import LANGS

KEY_BYTES = 32
HOURS = 24 * 60  # two months: a course


def course_links(key_file, course, hours=HOURS):
    """The Links of a course, whose key is in a file for its owner only; the file is made on first use."""
    path = Path(key_file)
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as out:
            out.write(os.urandom(KEY_BYTES))
    return Links(path.read_bytes(), course, hours)


def course_link(links, url, code):
    """The full address of a learner's link; `url` is where the hub is reached, with a slash at the end."""
    return f"{url}hub/in/{links.link(Holder(TRAINEE, code))}"


class LinkAuthenticator(Authenticator):
    """Lets in whoever holds a good link, under the learner code in it. `links` are the Links of the course."""

    links = None

    async def authenticate(self, handler, data):
        try:
            return self.links.admit(data.get("link", "")).code
        except Refused:
            return None

    def get_handlers(self, app):
        return [("/in/([A-Za-z0-9._-]{1,400})", WayIn)]

    def get_custom_html(self, base_url):
        words = [(lang, CLASS_WORDS[lang]) for lang in LANGS]
        return "".join(
            f'<section lang="{lang}"><h1>{w["no-link"]}</h1><p>{w["no-link-why"]}</p></section>' for lang, w in words
        )


class WayIn(BaseHandler):
    """`/hub/in/LINK`"""

    async def get(self, link):
        user = await self.login_user({"link": link})
        if user is None:
            self.redirect(self.hub.base_url + "login")
        else:
            self.redirect(self.get_next_url(user))
