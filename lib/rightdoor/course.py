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
        ("courier-waybills", "officer-only-looked", "renovation-purchase"),
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
    Lesson(
        "how-to-report",
        Pair("怎么举报", "How to report"),
        Pair(
            "当面、电话、信、网上；署不署名；一封写得明白的信；回执和日子。",
            "In person, by telephone, letter or on line; signed or not; a clear letter; the receipt and the clock.",
        ),
        30,
        ("write-report", "know-clocks"),
        ("social-insurance-favour", "silent-commission"),
    ),
    Lesson(
        "evidence-and-red-lines",
        Pair("证据和红线", "Evidence and red lines"),
        Pair(
            "留什么、怎么留，哪些办法碰都不能碰。",
            "What to keep and how, and which ways are not to be touched.",
        ),
        30,
        ("gather-evidence", "red-lines"),
        ("buy-a-sample", "big-words", "mixed-bag"),
    ),
    Lesson(
        "when-the-door-is-shut",
        Pair("门关了怎么办", "When the door is shut"),
        Pair(
            "不接、不立案、没回音、不处罚：各往哪里走，还剩几天。",
            "Not accepted, not filed, no answer, no penalty: where each leads, and how many days are left.",
        ),
        30,
        ("shut-door", "know-clocks"),
        ("notice-of-non-filing", "silent-regulator", "new-year-eve"),
    ),
    Lesson(
        "money-and-deletion",
        Pair("要赔偿、要删除、要法律援助", "Money, deletion and legal aid"),
        Pair(
            "先留证再删除；三种钱各向谁要；请不起律师怎么办。",
            "Evidence first, deletion after; from whom each kind of money is claimed; and no money for a lawyer.",
        ),
        30,
        ("money-and-deletion",),
        ("app-over-collects", "school-list", "court-clerk-judgment"),
    ),
    Lesson(
        "hearsay",
        Pair("网上说的，还能信吗", "What the web says: can it be trusted?"),
        Pair(
            "把一张真实的网页一句一句审完，再把旧的换成今天的。",
            "A real page from the web on trial, line by line, and today's doors put in place of the old.",
        ),
        30,
        ("judge-hearsay",),
        ("page-on-trial",),
    ),
    Lesson(
        "case-clinic",
        Pair("案例门诊", "Case clinic"),
        Pair(
            "一件事从头想到尾；照你还不稳的地方，挑三个案子练。",
            "One matter from end to end, and three cases chosen by what you are not yet firm in.",
        ),
        30,
        ("classify-leaker", "measure-seriousness", "order-doors", "shut-door"),
        (),
    ),
)


def lesson(id):
    """The Lesson of that id. LookupError if the course has none."""
    found = next((one for one in COURSE if one.id == id), None)
    if found is None:
        raise LookupError(f"no lesson {id!r}: the course has {', '.join(one.id for one in COURSE)}")
    return found
