"""Where the log is, whose it is, and what is said when it cannot be used."""

import os
import secrets
import uuid
from pathlib import Path

from rightdoor.records.event import CODE
from rightdoor.tables import Problem
from rightdoor.text import Pair

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is mistaken for another when read aloud or copied


class StoreError(Exception):
    """The log cannot be opened, read or written. `problem` says where, why and what to do, in both languages.

    `kind` is "full" (the disk), "damaged" (the file) or empty.
    """

    def __init__(self, problem, kind=""):
        super().__init__(f"{problem.place}: {problem.says.en} {problem.cure.en}".rstrip())
        self.problem, self.kind = problem, kind


def default_store():
    """RIGHTDOOR_STORE (a path or a database URL), or `events.sqlite` in the user's data folder."""
    return os.environ.get("RIGHTDOOR_STORE") or str(_data_folder() / "events.sqlite")


def local_code(store=None):
    """The code of a single user at home, `local-xxxxxx`: made once, kept beside the store. Raises StoreError."""
    path = code_file(store)
    try:
        private_folder(path.parent)
        if not path.exists():
            code = "local-" + "".join(secrets.choice(LETTERS) for _ in range(6))
            draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
            with open(draft, "x", opener=private) as out:
                out.write(code + "\n")
            try:
                os.link(draft, path)  # whoever is first decides; the other reads what the first wrote
            except FileExistsError:
                pass
            except OSError:
                os.replace(draft, path)  # a file system without hard links
            draft.unlink(missing_ok=True)
        code = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(unwritable(path.parent, error)) from None
    if not CODE.match(code):
        raise StoreError(
            Problem(
                str(path),
                Pair("学员代码文件的内容不对。", "the file with the learner code has been changed."),
                Pair("删除这个文件，会生成新的代码。", "delete this file and a new code will be made."),
            )
        )
    return code


def code_file(store):
    store = str(store or default_store())
    return (_data_folder() if "://" in store else Path(store).expanduser().absolute().parent) / "learner-code.txt"


def _data_folder():
    from platformdirs import user_data_path

    return user_data_path("rightdoor", appauthor=False)


def private(path, flags):
    return os.open(path, flags, 0o600)


def private_folder(folder):
    """Make the folder, for its owner only, unless it is there. OSError when that cannot be done."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def unwritable(folder, error):
    """The Problem of a folder or file that cannot be written."""
    reason = getattr(error, "strerror", None) or "error"
    return Problem(
        str(folder),
        Pair(f"学习记录写不进去（{reason}）。", f"the learning record cannot be written ({reason})."),
        Pair(
            "请把 RIGHTDOOR_STORE 设为一个您可以写入的文件，再重新打开。",
            "set RIGHTDOOR_STORE to a file that you may write, and open the lesson again.",
        ),
    )
