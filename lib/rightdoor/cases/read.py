"""From files to Cases. Only the case asked for is read; everything wrong in it is reported at once."""

import hashlib
from functools import lru_cache

from rightdoor.cases.case import case_of
from rightdoor.cases.check import kind_faults, size_faults, static_faults
from rightdoor.cases.review import review_faults
from rightdoor.course import CHECK
from rightdoor.tables import Problem
from rightdoor.tables.read import yaml_file
from rightdoor.text import Pair, data_folder


class CaseError(ValueError):
    """The case cannot be played; `problems` lists everything wrong with its file."""

    def __init__(self, problems):
        super().__init__("\n".join(f"{p.place}: {p.says.en} {p.cure.en}".rstrip() for p in problems))
        self.problems = tuple(problems)


def library(root=None):
    """The ids of all cases in the folder `root`/cases (default: this checkout's data/), sorted; checks are among them."""
    return tuple(sorted(path.stem for path in ((root or data_folder()) / "cases").glob("*.yaml")))


def practice(root=None):
    """Those of the library that are offered for practice: all but the checks at the end of lessons."""
    return tuple(id for id in library(root) if not is_check(id))


def is_check(id):
    """Whether the case of that id is the check of a lesson."""
    return id.startswith(CHECK)


@lru_cache(maxsize=64)
def load(id, book):
    """The Case of that id, read once in a process. Raises CaseError with every problem of its file."""
    case, problems = read(book.root / "cases" / f"{id}.yaml", book)
    if problems:
        raise CaseError(problems)
    return case


def check(book):
    """Every Problem of every case file: shape, graph, words, articles, doors, feedback."""
    known = library(book.root)
    problems = list(review_faults(book.root, known))
    for id in known:
        problems += read(book.root / "cases" / f"{id}.yaml", book)[1]
    return tuple(problems)


def read(path, book):
    """`(Case or None, problems)` of one file."""
    label, problems = f"cases/{path.name}", []
    content = yaml_file(path, "case", problems, label)
    if content is None:
        return None, problems
    if content["id"] != path.stem:
        problems.append(
            Problem(
                f"{label}:1",
                Pair(f"编号“{content['id']}”应与文件名相同。", f"the id '{content['id']}' must be the file's name."),
                Pair("改文件名，或改编号。", "rename the file, or correct the id."),
            )
        )
    problems += [*size_faults(path, content), *kind_faults(path, content)]
    if problems:
        return None, problems
    case = case_of(content, hashlib.sha256(path.read_bytes()).hexdigest()[:12], path, book)
    return case, list(static_faults(case))
