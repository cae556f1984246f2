"""JupyterLab's menus in Traditional Chinese.

The official zh-TW pack translates a quarter of the interface and none of the menus, the zh-CN pack all of it. So what
the zh-TW pack lacks is taken from the zh-CN pack and converted, as the lessons' own words are.
"""

import json
from functools import lru_cache

from jupyter_server.base.handlers import APIHandler
from jupyterlab_server.translation_utils import get_language_pack
from tornado import web

from rightdoor.text import convert


class TraditionalChinese(APIHandler):
    """`/lab/api/translations/zh_TW`"""

    @web.authenticated
    def get(self):
        self.finish(json.dumps({"data": traditional_pack(), "message": ""}))


@lru_cache(maxsize=1)
def traditional_pack():
    """All words of the interface, {domain: {key: [words]}}, in Traditional Chinese."""
    official, simplified = get_language_pack("zh_TW")[0], get_language_pack("zh_CN")[0]
    return {
        domain: {**_converted(simplified.get(domain, {})), **_translated(official.get(domain, {}))}
        for domain in {**simplified, **official}
    }


def _converted(words):
    return {key: value if key == "" else [convert(text) for text in value] for key, value in words.items()}


def _translated(words):
    return {key: value for key, value in words.items() if key == "" or all(value)}
