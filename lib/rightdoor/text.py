"""Words in three scripts from one source.

Prose is written once in Simplified Chinese and once in English (a Pair). Traditional Chinese is derived from the
Simplified by OpenCC (`s2tw`: characters, not vocabulary, so that names of statutes keep their words), after the
reviewed phrases of data/text/zh_hant.yaml have been set aside.
"""

import locale
import os
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rightdoor import yamlfile

LANGS = ("zh-Hans", "zh-Hant", "en")


def data_folder():
    """The folder `data/` of this checkout."""
    return Path(__file__).resolve().parents[2] / "data"


def notebooks_folder():
    """The folder `notebooks/` of this checkout."""
    return Path(__file__).resolve().parents[2] / "notebooks"


@dataclass(frozen=True, slots=True)
class Pair:
    """One text in Simplified Chinese and in English."""

    zh: str
    en: str

    @classmethod
    def of(cls, mapping):
        """From `{zh: …, en: …}`; KeyError when a half is missing."""
        return cls(mapping["zh"], mapping["en"])

    def format(self, **values):
        """Both halves with `{name}` filled in; a value may itself be a Pair."""
        return Pair(
            self.zh.format(**{k: v.zh if isinstance(v, Pair) else v for k, v in values.items()}),
            self.en.format(**{k: v.en if isinstance(v, Pair) else v for k, v in values.items()}),
        )

    @staticmethod
    def join(pairs, zh="、", en=", "):
        """One Pair of several, with a separator for each language."""
        pairs = list(pairs)
        return Pair(zh.join(p.zh for p in pairs), en.join(p.en for p in pairs))


def say(pair, lang):
    """The text in one of LANGS. Another language raises ValueError: nothing falls back."""
    if lang == "en":
        return pair.en
    if lang == "zh-Hans":
        return pair.zh
    if lang == "zh-Hant":
        return convert(pair.zh)
    raise ValueError(f"unknown language {lang!r}: one of {', '.join(LANGS)}")


HALVES = re.compile("[\ud800-\udfff]")  # of letters, as in a file name that is no UTF-8; OpenCC takes whole ones only


@lru_cache(maxsize=20_000)
def convert(text):
    """Simplified to Traditional Chinese, reviewed phrases first."""
    phrases, pattern = _overrides()
    text = HALVES.sub("\ufffd", text)
    if not pattern:
        return _opencc().convert(text)
    pieces = pattern.split(text)
    return "".join(phrases[p] if i % 2 else _opencc().convert(p) for i, p in enumerate(pieces))


def default_lang(environ=None):
    """The language of the terminal: Traditional for Taiwan, Hong Kong and Macau, Simplified for other Chinese, else English."""
    environ = os.environ if environ is None else environ
    names = [environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((n for n in names if n), locale.getlocale()[0] or "").replace("-", "_").lower()
    if not name.startswith(("zh", "chinese")):
        return "en"
    return "zh-Hant" if any(mark in name for mark in ("tw", "hk", "mo", "hant", "traditional")) else "zh-Hans"


def ui_pair(key):
    """The words of a button or message, by their key in data/text/ui.yaml. KeyError if there is none."""
    return _ui()[key]


def ui(key, lang, **values):
    """The same in one language, with `{name}` filled in."""
    pair = ui_pair(key)
    return say(pair.format(**values) if values else pair, lang)


def fold(text):
    """The text as search compares it: half width, lower case, Traditional characters turned into Simplified."""
    return _opencc("t2s").convert(unicodedata.normalize("NFKC", text)).lower()


@lru_cache(maxsize=2)
def _opencc(config="s2tw"):
    import opencc  # only who reads Traditional Chinese, or searches, pays for it

    return opencc.OpenCC(config)


@lru_cache(maxsize=1)
def _overrides():
    phrases = yamlfile.read(data_folder() / "text" / "zh_hant.yaml") or {}
    longest_first = sorted(phrases, key=len, reverse=True)
    return phrases, re.compile("(" + "|".join(map(re.escape, longest_first)) + ")") if phrases else None


@lru_cache(maxsize=1)
def _ui():
    return {key: Pair.of(value) for key, value in yamlfile.read(data_folder() / "text" / "ui.yaml").items()}
