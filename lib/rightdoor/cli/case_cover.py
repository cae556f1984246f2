"""What the library of cases covers, as a table: one line for each leaker, route, turn, kind of step and so on."""

import json

from rightdoor import cases
from rightdoor.cli.parser import printable
from rightdoor.cli.progress import Progress
from rightdoor.feedback.cover import GROUPS, cover, label, missing
from rightdoor.text import Pair, say, ui

MOST_NAMED = 4  # cases named on a line
WALKED = Pair("已走完 {n} 个案例……", "{n} cases walked …")
SIZE = Pair(
    "{cases} 个案例，平均 {mean} 步；{branched} 个有分支。",
    "{cases} cases of {mean} steps on average; {branched} with branches.",
)
FULL = Pair("没有缺口。", "Nothing is missing.")
GAPS = Pair("还没有案例的：{names}。", "Covered by no case: {names}.")


def show(book, chosen, lang, as_json=False):
    """Print what the chosen Cases cover (without any: the library); exit code 1 where the library misses something."""
    found = chosen or [cases.load(id, book) for id in cases.practice(book.root)]
    with Progress(WALKED, lang) as told:
        covered = cover(_counted(found, told), book)
    gaps = [] if chosen else missing(covered)
    if as_json:
        print(
            json.dumps({"covered": covered, "missing": [f"{g}:{id}" for g, id in gaps]}, ensure_ascii=False, indent=1)
        )
        return 1 if gaps else 0
    print(say(size(found), lang))
    for group, ids in covered.items():
        print(f"\n{printable(say(GROUPS[group], lang))}")
        for id, where in ids.items():
            if chosen and not where:
                continue
            print(printable(f"  {say(label(group, id, book), lang)}{ui('colon', lang)}{len(where)}  {_names(where)}"))
    if not chosen:
        names = Pair.join([label(group, id, book) for group, id in gaps])
        print("", say(GAPS.format(names=names) if gaps else FULL, lang), sep="\n")
    return 1 if gaps else 0


def size(found):
    """How many cases, how long on average, how many of them with branches."""
    branched = sum(any(o.next for s in case.steps.values() for o in s.options) for case in found)
    mean = f"{sum(len(case.steps) for case in found) / max(len(found), 1):.1f}"
    return SIZE.format(cases=len(found), mean=mean, branched=branched)


def _counted(found, told):
    for n, case in enumerate(found):
        yield case
        told(n + 1)


def _names(where):
    return " ".join(where[:MOST_NAMED]) + (" …" if len(where) > MOST_NAMED else "")
