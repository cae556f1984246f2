"""The folder of a class: its key, where it is served, its roster and its sheet of links; for its owner only."""

import json
import os
import secrets
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from rightdoor.records.place import private, private_folder
from rightdoor.tables import Problem
from rightdoor.text import Pair

KEY_BYTES = 32
ABOUT = "class.json"


class ClassError(Exception):
    """A class cannot be opened or found. `problem` says where, why and what to do."""

    def __init__(self, problem):
        super().__init__(f"{problem.place}: {problem.says.en} {problem.cure.en}".rstrip())
        self.problem = problem


@dataclass(frozen=True, slots=True)
class About:
    """What a class.json says: the drill's id, the language of the instructor, where the class is served and recorded,
    for how many hours links hold, and the turn of the instructor's link."""

    drill: str
    lang: str
    host: str
    port: int
    store: str
    hours: int
    certificate: str = ""
    certificate_key: str = ""
    instructor_turn: int = 0


class ClassFolder:
    """A class on disk. Everything in it is readable by its owner alone; the key never leaves it."""

    def __init__(self, path):
        """Open the class at `path`. ClassError if there is none, or if it cannot be read."""
        self.path = Path(path)
        self._about = self._stamp = None
        self.read_again()
        try:
            self.key = (self.path / "key").read_bytes()
        except OSError as error:
            raise ClassError(_unreadable(self.path / "key", error)) from None
        if len(self.key) != KEY_BYTES:
            raise ClassError(_spoilt(self.path / "key"))

    @classmethod
    def make(cls, path, about):
        """A new class, described by an About. ClassError if the folder cannot be written."""
        path = Path(path)
        try:
            private_folder(path)
            _write(path / "key", secrets.token_bytes(KEY_BYTES))
            _write(path / ABOUT, _json(about))
        except OSError as error:
            raise ClassError(_unwritable(path, error)) from None
        return cls(path)

    @staticmethod
    def there(path):
        """Whether a class was made in this folder."""
        return (Path(path) / ABOUT).is_file()

    def __getattr__(self, name):
        if name not in About.__slots__:
            raise AttributeError(name)
        return getattr(self._about, name)

    def read_again(self):
        """Take up what another program changed in class.json."""
        path = self.path / ABOUT
        try:
            stamp = path.stat().st_mtime_ns
            if stamp == self._stamp:
                return
            self._about, self._stamp = About(**json.loads(path.read_text("utf-8"))), stamp
        except OSError as error:
            if self._about is None:
                raise ClassError(_unreadable(path, error)) from None
        except (ValueError, TypeError):
            if self._about is None:
                raise ClassError(_spoilt(path)) from None

    def change(self, **what):
        """Change what class.json says."""
        self._about = replace(self._about, **what)
        self.write(ABOUT, _json(self._about).decode())
        self.read_again()

    def write(self, name, text):
        """Put a file into the folder in one move, for its owner only; returns its path."""
        try:
            _write(self.path / name, text.encode())
        except OSError as error:
            raise ClassError(_unwritable(self.path, error)) from None
        return self.path / name

    def devices(self):
        """`{code: device}` as last kept; empty when there is nothing that can be read."""
        try:
            return dict(json.loads((self.path / "devices.json").read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return {}

    def keep_devices(self, devices):
        """Keep on which device each seat is open."""
        self.write("devices.json", json.dumps(devices))

    @property
    def url(self):
        """Where the class is served, with a slash at the end."""
        return f"{'https' if self.certificate else 'http'}://{self.host}:{self.port}/"


def _json(about):
    return json.dumps({name: getattr(about, name) for name in About.__slots__}, indent=2).encode()


def _write(path, content):
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    with open(draft, "xb", opener=private) as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    os.replace(draft, path)


def _unreadable(path, error):
    reason = getattr(error, "strerror", None) or "error"
    return Problem(
        str(path),
        Pair(f"这里没有可以打开的班级（{reason}）。", f"there is no class here that can be opened ({reason})."),
        Pair("检查 --folder，或者用 rightdoor class open 新开一个班。",
             "check --folder, or open a new class with rightdoor class open."),
    )  # fmt: skip


def _unwritable(path, error):
    reason = getattr(error, "strerror", None) or "error"
    return Problem(
        str(path),
        Pair(f"班级文件夹写不进去（{reason}）。", f"the folder of the class cannot be written ({reason})."),
        Pair("用 --folder 换一个你可以写入的文件夹。", "choose a folder that you may write with --folder."),
    )


def _spoilt(path):
    return Problem(
        str(path),
        Pair("内容被改动过，读不懂。", "has been changed and cannot be read."),
        Pair("换一个 --folder 新开一个班；已经记下的答案都在学习记录里。",
             "open a new class with another --folder; the answers given are in the learning record."),
    )  # fmt: skip
