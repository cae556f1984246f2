"""Repair what a spreadsheet or editor certainly did to a file; whatever needs a judgement is left to `check`."""

import os

from rightdoor.tables.channels import KINDS, NAME, familiar
from rightdoor.tables.spreadsheet import decode, undo, written
from rightdoor.text import Pair


def mend(root):
    """Repair data files in place; yields `(file, what was done, name of the file as it was)`.

    The file as it was is kept beside it as NAME.before-fix (-2, -3 … if that name is taken).
    """
    known = None

    def seen():
        nonlocal known
        known = known or familiar(root)
        return known

    for path in sorted([*root.glob("**/*.yaml"), root / NAME]):
        if not path.is_file():
            continue
        raw = path.read_bytes()
        text, harms = _mended_table(raw, seen) if path.name == NAME else decode(raw, seen)
        if harms and text is not None:
            kept = _keep(path, raw)
            _replace(path, text)
            done = list({harm.undone.zh: harm.undone for harm in harms}.values())
            yield path.relative_to(root).as_posix(), Pair.join(done, "；", "; "), kept.name


def _mended_table(raw, seen):
    sheet = undo(raw, KINDS, seen)
    return (None if sheet.fault else written(sheet)), sheet.harms


def _keep(path, raw):
    number = 1
    while True:
        kept = path.with_name(f"{path.name}.before-fix" + (f"-{number}" if number > 1 else ""))
        try:
            with kept.open("xb") as file:
                file.write(raw)
            return kept
        except FileExistsError:
            number += 1


def _replace(path, text):
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, encoding="utf-8", newline="")
    os.replace(fresh, path)
