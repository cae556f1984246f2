"""The course: its lessons in order, what each trains, and the cases to practise on. A lesson's notebook is `id`.ipynb."""

from dataclasses import dataclass

from rightdoor.text import Pair

CHECK = "check-"  # begins the id of a check: a case of five judged steps at the end of a lesson


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson. `minutes` is how long it takes, `skills` what it trains, `cases` what is practised, easiest first."""

    id: str
    title: Pair
    about: Pair
    minutes: int
    skills: tuple[str, ...]
    cases: tuple[str, ...]

    @property
    def check(self):
        """The id of the case that checks what was learned."""
        return CHECK + self.id

    @property
    def page(self):
        """The name of its notebook."""
        return f"{self.id}.ipynb"


COURSE = (
    Lesson(
        "what-is-personal-information",
        Pair("什么是个人信息", "What personal information is"),
        Pair(
            "传出去的是什么，哪部法律管它，定罪时放在哪一档。",
            "What got out, which law covers it, and in which class it falls.",
        ),
        25,
        ("classify-data",),
        ("app-over-collects", "station-case-file"),
    ),
    Lesson(
        "who-leaked",
        Pair("是谁泄露的", "Who leaked it"),
        Pair(
            "三个问题认清泄露人：人还是单位，公事还是私事，信息从哪里来。",
            "Three questions place the leaker: person or body, public business or not, and where the data came from.",
        ),
        25,
        ("classify-leaker",),
        ("school-list", "village-list-photo", "outsourced-hotline"),
    ),
    Lesson(
        "how-serious",
        Pair("情节有多重", "How serious is it?"),
        Pair(
            "够不够罪，差多少，下面还有哪几级；用计算器自己拨一拨。",
            "Is it a crime, how far from it, and what lies below; with a calculator to try it out.",
        ),
        30,
        ("measure-seriousness",),
        ("courier-waybills", "officer-only-looked", "mixed-bag"),
    ),
    Lesson(
        "which-door",
        Pair("该找哪个门", "Which door?"),
        Pair(
            "民警私下查人：从来访人的第一句话，做到把材料交给对的机关。",
            "An officer looked someone up: from the client's first words to the right bodies, in the right order.",
        ),
        30,
        ("choose-door", "order-doors"),
        ("police-lookup", "hospital-manager", "property-owners-list"),
    ),
)


def lesson(id):
    """The Lesson of that id. LookupError if the course has none."""
    found = next((one for one in COURSE if one.id == id), None)
    if found is None:
        raise LookupError(f"no lesson {id!r}: the course has {', '.join(one.id for one in COURSE)}")
    return found
