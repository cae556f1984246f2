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
        "which-door",
        Pair("民警私下查人，该找哪个门", "An officer looked someone up: which door?"),
        Pair(
            "从来访人的第一句话，做到把材料交给对的机关。",
            "From the client's first words to the right bodies, in the right order.",
        ),
        25,
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
