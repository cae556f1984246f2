"""What a case file says, as frozen values. It holds no answer: the law computes it on the day of the case."""

import itertools
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rightdoor.cases.kinds import DECIDES, KINDS, NOT_KNOWN, PLACES, Kind
from rightdoor.law.ask import QUESTIONS, name_of
from rightdoor.tables import Book
from rightdoor.text import Pair

FIRST_STAGES = ("now", "primary")
NAME = re.compile(r"\{([a-z][a-z_]*)\}")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a trainee can choose, or an item or place of a match.

    `tell` is what the client answers, `learn` the facts in it (path to value); `hint` says why it does not help and
    sends the trainee back; `why` is a reason true in every variant; `red_line` names the line it would cross. `of` is
    what the law is asked about (an item's data kind, hearsay id, fact path …; its id where the file says nothing);
    `facts` are the facts of a small case of its own.
    """

    id: str
    label: Pair
    tell: Pair | None = None
    hint: Pair | None = None
    why: Pair | None = None
    learn: dict = field(default_factory=dict)
    red_line: str = ""
    cite: tuple[str, ...] = ()
    next: str = ""
    of: str = ""
    facts: dict = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `kind` is of KINDS; `decide` names what the law is asked (empty: an interview step).

    `stages` are the stages whose doors must be chosen; `places` where items can be put; `to` the door that a letter
    goes to; `claim` a hearsay id; `day` says whose law answers ("conduct" or "today") where the question leaves it
    open. A number is a `parameter`, or `needed` (the least value at this path of facts that makes the crime `tier`);
    a date is the one of a `limit` (its article). `mistakes` maps numbers or dates that people give to why not.
    """

    id: str
    kind: Kind
    ask: Pair
    skill: str
    next: str
    options: tuple[Option, ...] = ()
    say: Pair | None = None
    hint: Pair | None = None
    learn: dict = field(default_factory=dict)
    decide: str = ""
    least: int = 1
    most: int = 0
    parameter: str = ""
    mistakes: dict = field(default_factory=dict)
    keep_order: bool = False
    cite: tuple[str, ...] = ()
    stages: tuple[str, ...] = FIRST_STAGES
    places: tuple[Option, ...] = ()
    needed: str = ""
    tier: str = ""
    limit: str = ""
    claim: str = ""
    to: str = ""
    day: str = ""

    @property
    def judged(self):
        """Whether the law knows the answer."""
        return bool(self.decide)

    def option(self, id):
        """The option of that id, or None."""
        return next((o for o in self.options if o.id == id), None)


@dataclass(frozen=True, slots=True)
class News:
    """What may become known in the middle of a drill: what is said, the facts in it, the step that asks about it.

    It reaches nobody who has not answered the step `after`, where one is named.
    """

    id: str
    say: Pair
    learn: dict
    go: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario. `on` is the day of the conduct, `today` the day on which the client comes.

    `version` is twelve hex digits that change when the file does. `walks` are tests and never shown.
    """

    id: str
    title: Pair
    on: date
    today: date
    minutes: int
    start: str
    skills: tuple[str, ...]
    sections: tuple[str, ...]
    facts: dict = field(compare=False)
    vary: dict = field(compare=False)
    words: dict = field(compare=False)
    steps: dict = field(compare=False)
    walks: tuple = field(compare=False)
    version: str
    path: Path = field(compare=False)
    book: Book = field(compare=False, repr=False)
    news: dict = field(default_factory=dict, compare=False)

    @property
    def story(self):
        """The ids of the steps that are met without any news, in the order of the file."""
        found, edge = set(), {self.start}
        while edge:
            found |= edge
            steps = [self.steps[id] for id in edge if id in self.steps]
            edge = {id for step in steps for id in (step.next, *(o.next for o in step.options))} - found
        return tuple(id for id in self.steps if id in found)


def day_of(step, case):
    """The day whose law answers a step: that of the conduct for what it was, that of the visit for what to do now."""
    by_conduct = DECIDES[step.decide].conduct if step.judged else False
    return case.on if (step.day or ("conduct" if by_conduct else "today")) == "conduct" else case.today


def variants(case):
    """Every combination of the varied values, as dicts, in the order of the file."""
    return [dict(zip(case.vary, values, strict=True)) for values in itertools.product(*case.vary.values())]


def fill(pair, case, variant):
    """The text with `{name}` replaced by the variant's word or value; any other brace stays as it is."""
    if pair is None:
        return None
    words = {name: _word(case, name, value) for name, value in variant.items()}
    return Pair(
        *(
            NAME.sub(
                lambda m, half=half: str(getattr(words[m[1]], half)) if m[1] in words else m[0], getattr(pair, half)
            )
            for half in ("zh", "en")
        )
    )


def fill_facts(value, variant):
    """The same for facts: the string "{name}" becomes the varied value itself, with its type."""
    if isinstance(value, dict):
        return {key: fill_facts(inner, variant) for key, inner in value.items()}
    if isinstance(value, list):
        return [fill_facts(inner, variant) for inner in value]
    match = NAME.fullmatch(value) if isinstance(value, str) else None
    return variant[match[1]] if match and match[1] in variant else value


def _word(case, name, value):
    return case.words.get(name, {}).get(str(value)) or Pair(str(value), str(value))


# ---- from the parsed YAML ----------------------------------------------------------------------------------


def case_of(content, version, path, book):
    """A Case from the content of a file that fits the schema; `book` supplies labels not written in the file."""
    facts = {"on": content["on"], **content.get("facts", {})}
    words = {name: {str(v): Pair.of(p) for v, p in table.items()} for name, table in content.get("words", {}).items()}
    return Case(
        content["id"],
        Pair.of(content["title"]),
        date.fromisoformat(content["on"]),
        date.fromisoformat(content["today"]),
        content["minutes"],
        content["start"],
        tuple(content["skills"]),
        tuple(content["sections"]),
        facts,
        content.get("vary", {}),
        words,
        {id: _step(id, raw, content, book) for id, raw in content["steps"].items()},
        tuple(content["walks"]),
        version,
        path,
        book,
        {
            id: News(id, Pair.of(raw["say"]), raw.get("learn", {}), raw["go"], raw.get("after", ""))
            for id, raw in content.get("news", {}).items()
        },
    )


def _step(id, raw, content, book):
    kind = next(KINDS[key] for key in KINDS if key in raw)
    told = {} if kind.listed else raw[kind.key]
    decide = raw.get("decide") or kind.asks or _asked(told)
    options = tuple(_option(o, raw, decide, content, book) for o in (raw[kind.key] if kind.listed else ()))
    return Step(
        id,
        kind,
        Pair.of(raw["ask"]),
        raw.get("skill", ""),
        raw["next"],
        options,
        _pair(raw, "say"),
        _pair(raw, "hint"),
        raw.get("learn", {}),
        decide,
        raw.get("least", 1),
        raw.get("most", len(options)),
        told.get("parameter", ""),
        {m["value"]: Pair.of(m["why"]) for m in told.get("mistakes", ())},
        raw.get("keep_order", False),
        tuple(raw.get("cite", ())),
        tuple(raw.get("stages", FIRST_STAGES)),
        _places(raw, decide, content, book) if kind.id == "match" or "places" in raw else (),
        told.get("needed", ""),
        told.get("tier", ""),
        told.get("limit", ""),
        raw.get("claim", ""),
        raw.get("to", ""),
        raw.get("day", ""),
    )


def _asked(told):
    """What a number asks of the law, by the word that the file uses."""
    return next((word for word in ("parameter", "needed", "score") if word in told), "")


def _option(raw, step, decide, content, book):
    of = str(raw.get("of", raw["id"]))
    return Option(
        raw["id"],
        _pair(raw, "label") or _label(of, step, decide, content, book),
        _pair(raw, "tell"),
        _pair(raw, "hint"),
        _pair(raw, "why"),
        raw.get("learn", {}),
        raw.get("red_line", ""),
        tuple(raw.get("cite", ())),
        raw.get("next", ""),
        of,
        raw.get("facts", {}),
    )


def _places(raw, decide, content, book):
    """The places of a match: as written, else every word of the question's list and what else the law may answer."""
    listed = book.vocabulary.get(DECIDES[decide].words if decide else "", {})
    more = PLACES.get(decide, {})
    written = raw.get("places", [{"id": id} for id in (*listed, *more)])
    doors = book.doors(date.fromisoformat(content["today"]))
    words = {**listed, **more, **{id: door.name for id, door in doors.items()}}
    return tuple(
        Option(place["id"], _pair(place, "label") or words.get(place["id"], Pair(place["id"], place["id"])))
        for place in written
    )


def _label(of, step, decide, content, book):
    """The book's own words for an option without a label; its id where the book has none (check says so)."""
    today = date.fromisoformat(content["today"])
    kind = next(key for key in KINDS if key in step)
    try:
        if kind == "offer" or decide in ("not_doors", "stage"):
            return book.door(of, today).name
        if decide == "verdict" and kind == "match":
            return next(row.claim for row in book.hearsay if row.id == of)
        if decide == "ask_next":
            return QUESTIONS[name_of(of)]
        if of == "unknown":
            return NOT_KNOWN
        words = ITEM_WORDS.get(decide) if kind == "match" else LETTER if kind == "letter" else DECIDES[decide].words
        return book.label(words, of)
    except (LookupError, ValueError, StopIteration):
        return Pair(of, of)


LETTER = "letter_element"
ITEM_WORDS = {"data.class": "data_kind", "matter": "matter"}


def _pair(raw, key):
    return Pair.of(raw[key]) if key in raw else None
