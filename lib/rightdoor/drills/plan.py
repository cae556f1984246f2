"""Plans: what a class works through, against which clock, and what becomes known on the way. data/drills/*.yaml."""

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from rightdoor import cases, yamlfile
from rightdoor.tables import Problem
from rightdoor.tables.read import yaml_file
from rightdoor.text import Pair, data_folder

ONE_OF_SEVERAL = Pair(
    "{says}（各人的数字不同，这是其中一种。）", "{says} (Figures differ between trainees; these are one set.)"
)
EACH, CLOSE, NEVER = "each", "close", "never"  # when a trainee sees feedback


class PlanError(ValueError):
    """The plan cannot be used; `problems` lists everything wrong with its file."""

    def __init__(self, problems):
        super().__init__("\n".join(f"{p.place}: {p.says.en} {p.cure.en}".rstrip() for p in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Inject:
    """Something that becomes known: after `at` minutes, when `share` percent have answered `step`, or by hand.

    `case` and `news` name news of a case; without them it is words only. `say` is what is said, names of the variant
    left as `{name}`.
    """

    id: str
    say: Pair
    case: str = ""
    news: str = ""
    at: int | None = None
    step: str = ""
    share: int = 0

    def told(self, book):
        """The words for those who see the whole class: one variant filled in, and said so where variants differ."""
        if not self.case:
            return self.say
        case = cases.load(self.case, book)
        told = [cases.fill(self.say, case, variant) for variant in cases.variants(case)]
        return told[0] if len(set(told)) == 1 else ONE_OF_SEVERAL.format(says=told[0])


@dataclass(frozen=True, slots=True)
class Expected:
    """What the trainees should do: answer `step` (CASE/STEP) with at least `score` percent, within `by` minutes."""

    id: str
    says: Pair
    step: str
    score: int = 100
    by: int | None = None


@dataclass(frozen=True)
class Plan:
    """A plan. `cases` are case ids in order; `feedback` is EACH, CLOSE or NEVER; `version` that of the file."""

    id: str
    title: Pair
    about: Pair
    level: str
    minutes: int
    feedback: str
    objectives: tuple[Pair, ...]
    cases: tuple[str, ...]
    injects: tuple[Inject, ...]
    expect: tuple[Expected, ...]
    notes: Pair
    version: str
    path: Path | None = field(default=None, compare=False)

    def inject(self, id):
        """The Inject of that id, or None."""
        return next((inject for inject in self.injects if inject.id == id), None)


def library(root=None):
    """The ids of all plans in the folder `root`/drills (default: this checkout's data/), sorted."""
    return tuple(sorted(path.stem for path in ((root or data_folder()) / "drills").glob("*.yaml")))


@lru_cache(maxsize=32)
def read_plan(id, book):
    """The Plan in the file of that id. Raises PlanError with every problem of it, or LookupError without one."""
    if id not in library(book.root):
        raise LookupError(f"no plan {id!r}: there is {', '.join(library(book.root))}")
    plan, problems = read(book.root / "drills" / f"{id}.yaml", book)
    if problems:
        raise PlanError(problems)
    return plan


def check(book):
    """Every Problem of every plan file."""
    return tuple(p for id in library(book.root) for p in read(book.root / "drills" / f"{id}.yaml", book)[1])


def read(path, book):
    """`(Plan or None, problems)` of one file."""
    problems = []
    content = yaml_file(path, "drill", problems, f"drills/{path.name}")
    if content is None:
        return None, problems
    problems += _faults(path, content, book)
    return (None if problems else _plan(path, content, book)), problems


def _plan(path, content, book):
    return Plan(
        content["id"],
        Pair.of(content["title"]),
        Pair.of(content["about"]),
        content["level"],
        content["minutes"],
        content["feedback"],
        tuple(map(Pair.of, content["objectives"])),
        tuple(content["cases"]),
        tuple(_inject(raw, book) for raw in content.get("injects", ())),
        tuple(
            Expected(raw["id"], Pair.of(raw["says"]), raw["step"], raw.get("score", 100), raw.get("by"))
            for raw in content["expect"]
        ),
        Pair.of(content["notes"]),
        hashlib.sha256(path.read_bytes()).hexdigest()[:12],
        path,
    )


def _inject(raw, book):
    case, _, news = raw.get("news", "").partition("/")
    words = cases.load(case, book).news[news].say if news else Pair.of(raw["say"])
    when = raw.get("when", {})
    return Inject(raw["id"], words, case, news, raw.get("at"), when.get("step", ""), when.get("share", 0))


# ---- what can be wrong beyond the shape ------------------------------------------------------------------------


def _faults(path, content, book):
    def fault(keys, zh, en, cure=("", "")):
        return Problem(f"drills/{path.name}:{yamlfile.line_of(path, keys)}", Pair(zh, en), Pair(*cure))

    if content["id"] != path.stem:
        yield fault(
            ["id"],
            f"编号“{content['id']}”应与文件名相同。",
            f"the id '{content['id']}' must be the file's name.",
            ("改文件名，或改编号。", "rename the file, or correct the id."),
        )
    known, played = cases.library(book.root), {}
    for position, id in enumerate(content["cases"]):
        if id not in known:
            yield fault(
                ["cases", position],
                f"没有案例“{id}”。",
                f"there is no case '{id}'.",
                (
                    "写一个案例编号；rightdoor case check 列出全部。",
                    "write the id of a case; rightdoor case check lists them.",
                ),
            )
            continue
        try:
            played[id] = cases.load(id, book)
        except cases.CaseError as error:
            yield fault(
                ["cases", position],
                f"案例“{id}”有 {len(error.problems)} 处错误。",
                f"the case '{id}' has faults: {len(error.problems)}.",
                (f"先运行 rightdoor case check {id}。", f"first run rightdoor case check {id}."),
            )
    if len(played) == len(content["cases"]):
        for keys, place, is_news in _places(content):
            case, _, id = place.partition("/")
            if case not in played or id not in (played[case].news if is_news else played[case].steps):
                yield fault(
                    keys,
                    f"“{place}”不是本计划里的案例的{'消息' if is_news else '步骤'}。",
                    f"'{place}' is no {'news' if is_news else 'step'} of a case of this plan.",
                    (
                        "写成“案例/编号”，案例要列在 cases 里。",
                        "write it as CASE/ID, with the case listed under cases.",
                    ),
                )
    yield from _repeated_and_late(content, fault)


def _places(content):
    """`(keys, CASE/ID, whether it is news)` of everything in a case that the plan names."""
    for position, raw in enumerate(content.get("injects", ())):
        if "news" in raw:
            yield ["injects", position, "news"], raw["news"], True
        if "when" in raw:
            yield ["injects", position, "when", "step"], raw["when"]["step"], False
    for position, raw in enumerate(content["expect"]):
        yield ["expect", position, "step"], raw["step"], False


def _repeated_and_late(content, fault):
    for part in ("injects", "expect"):
        ids = [raw["id"] for raw in content.get(part, ())]
        for position, id in enumerate(ids):
            if id in ids[:position]:
                yield fault(
                    [part, position, "id"],
                    f"编号“{id}”写了两次。",
                    f"the id '{id}' is written twice.",
                    ("给其中一个换编号。", "give one of them another id."),
                )
    late = [
        ("injects", n, "at")
        for n, raw in enumerate(content.get("injects", ()))
        if raw.get("at", 0) >= content["minutes"]
    ]
    late += [("expect", n, "by") for n, raw in enumerate(content["expect"]) if raw.get("by", 0) > content["minutes"]]
    for keys in late:
        yield fault(
            keys,
            f"演练只有 {content['minutes']} 分钟。",
            f"the drill lasts {content['minutes']} minutes only.",
            ("改早一些，或加长演练。", "make it earlier, or the drill longer."),
        )
