"""What a person adds in her own words for a letter of report, and which doors take such a letter."""

from dataclasses import dataclass

from rightdoor.text import Pair

# Doors that want a statement of claim, a form or a call take no letter of report.
LETTER_DOORS = frozenset(
    {
        "police",
        "police-other-organ",
        "police-inspectorate",
        "supervision-commission",
        "stationed-discipline-office",
        "procuratorate",
        "procuratorate-public-interest",
        "court-inspectorate",
        "cyberspace-administration",
        "telecom-authority",
        "market-regulator",
        "consumer-association",
        "financial-regulator",
        "central-bank",
        "health-authority",
        "education-authority",
        "transport-authority",
        "postal-authority",
        "superior-organ",
        "employer",
        "data-handler",
        "platform-notice",
        "letters-and-visits",
    }
)

# Parts of the story of which the writer says whether she knows them or guesses them.
PARTS = {
    "who": Pair("是谁泄露的", "who leaked it"),
    "what": Pair("对方做了什么", "what was done"),
    "which": Pair("泄露了哪些信息、多少条", "which data leaked, and how much"),
    "when": Pair("什么时候的事", "when it happened"),
    "why": Pair("为了什么", "for what purpose"),
    "harm": Pair("后果是由这件事引起的", "that the harm came from it"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """What was typed for one letter; every text may be empty. `known` holds the ids of PARTS that she knows at first
    hand or can prove; all others are written down as conjecture."""

    unit: str = ""
    story: str = ""
    source: str = ""
    guesses: str = ""
    evidence: str = ""
    known: tuple[str, ...] = ()

    @property
    def texts(self):
        """The texts by their field, without the empty ones."""
        fields = ("unit", "story", "source", "guesses", "evidence")
        return {name: getattr(self, name) for name in fields if getattr(self, name)}


def letter_doors(plan):
    """The ids of the plan's doors that take a letter, in order."""
    return tuple(place.way.id for place in plan.places if place.way.id in LETTER_DOORS)
