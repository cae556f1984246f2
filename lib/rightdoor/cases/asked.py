"""What can be wrong with a question to the law: an id that the law does not know, an option without feedback."""

from rightdoor.cases.faults import ADD_WORD, fault
from rightdoor.cases.kinds import DECIDES, PLACES
from rightdoor.law import decide as _decide  # noqa: F401  (fills the book of rules)
from rightdoor.law.ask import QUESTIONS, name_of
from rightdoor.law.facts import STEP
from rightdoor.law.rule import BOOK_OF_RULES
from rightdoor.tables.check import citation
from rightdoor.text import Pair

FINDINGS = ("crime", "administrative", "discipline", "civil", "state_liability", "public_interest", "unsettled")
# Questions for which the law gives the reason of each option in every case; elsewhere the author writes it
REASONED = frozenset({"doors", "stage", "matter", "letter", "not_doors", "limits", "findings", "liability"})
ONLY_FOR = {
    "to": ("letter",),
    "claim": ("verdict",),
    "places": tuple(n for n, d in DECIDES.items() if "match" in d.kinds),
    "stages": ("doors",),
}


def rule_ids(*chapters):
    """The ids of the rules of these chapters."""
    return {rule.id for name in chapters for rule in BOOK_OF_RULES[name]}


def questions(case, at):
    """Problems of the options, items and places of every step that the law judges."""
    for step in case.steps.values():
        yield from _fields(case, step, at)
        for position, option in enumerate(step.options):
            place = at.option(step, position)
            yield from _words(step, option, place)
            if step.judged:
                yield from _known(case, step, option, place)
        if step.kind.id == "match":
            yield from _places(case, step, at)
        if not step.kind.listed:
            yield from _number(case, step, at)


def _fields(case, step, at):
    for name, allowed in ONLY_FOR.items():
        written = (
            getattr(step, name)
            if name != "stages"
            else step.stages != type(step).__dataclass_fields__["stages"].default
        )
        if written and step.decide not in allowed:
            yield fault(
                at("steps", step.id, name),
                f"这一步用不上“{name}”。",
                f"'{name}' does not belong to this step.",
                ("删去它。", "remove it."),
            )
    if step.decide == "letter" and step.to not in case.book.doors(case.today):
        yield fault(
            at("steps", step.id, "to"),
            f"信要写明寄给哪个渠道（to），{case.today} 没有“{step.to}”。",
            f"a letter needs the door it goes to (to); there is no '{step.to}' on {case.today}.",
            (
                "写一个 channels.csv 里当天有效的编号。",
                "write the id of a door of channels.csv that is in force that day.",
            ),
        )
    if step.decide == "verdict" and step.kind.id == "choose-one" and step.claim not in _hearsay(case):
        yield fault(
            at("steps", step.id, "claim"),
            f"hearsay.yaml 中没有“{step.claim}”。",
            f"there is no '{step.claim}' in hearsay.yaml.",
            ("claim 写一条常见说法的编号。", "claim must be the id of a row of hearsay.yaml."),
        )


def _words(step, option, place):
    if option.label == Pair(option.of, option.of):
        yield fault(
            place, f"“{option.id}”没有文字。", f"'{option.id}' has no words.", ("写上 label。", "give it a label.")
        )
    reasoned = step.decide in REASONED or (step.decide == "verdict" and step.kind.id == "match")
    if not (reasoned or option.why or option.tell or option.hint):
        yield fault(
            place,
            f"选项“{option.id}”没有反馈。",
            f"the option '{option.id}' has no feedback.",
            ("写上 why、tell 或 hint。", "give it why, tell or hint."),
        )
    if step.judged and (option.tell or option.hint or option.learn):
        yield fault(
            place,
            "由法律判断的步骤，选项不能带 tell、hint 或 learn。",
            "where the law judges, an option cannot have tell, hint or learn.",
            ("改写为 why，或者去掉 decide。", "make it a why, or take decide away."),
        )
    if option.facts and not (step.kind.id == "match" and step.decide in OWN_FACTS):
        yield fault(
            place,
            "这里的选项不能带 facts。",
            "an option cannot have facts here.",
            (
                "删去 facts；只有 match 里由 doors 或 crime.tier 判断的选项可以有。",
                "remove facts: only items of a match judged by doors or crime.tier have them.",
            ),
        )


OWN_FACTS = ("doors", "crime.tier")


def _known(case, step, option, place):
    """The option must be something that the law, or the Book, can answer about."""
    kind, decide = step.kind.id, step.decide
    if decide in ("red_lines", "letter"):
        yield from _line(case, step, option, place)
    if kind == "match" and decide in OWN_FACTS and not option.facts:
        yield fault(
            place,
            f"“{option.id}”没有写 facts。",
            f"'{option.id}' has no facts.",
            ("写上这一小案的事实。", "give it the facts of its small case."),
        )
    if decide == "limits":
        yield from citation(case.book, place, option.of)
    what = _list_of(case, step)
    if what and option.of not in what[1] and not (kind == "choose-one" and option.id == "unknown"):
        yield fault(place, f"“{option.of}”不在{what[0].zh}中。", f"'{option.of}' is not {what[0].en}.", ADD_WORD)


def _line(case, step, option, place):
    """An act or a line of a letter: the red line must exist; what crosses none names what allows it."""
    if option.red_line and option.red_line not in rule_ids("red_lines"):
        yield fault(
            place,
            f"没有红线“{option.red_line}”。",
            f"there is no red line '{option.red_line}'.",
            ("编号见规则手册的 red_lines 一章。", "see the chapter red_lines of the rule book."),
        )
    if step.decide == "red_lines" and not (option.red_line or option.cite):
        yield fault(
            place,
            f"选项“{option.id}”既没有红线，也没有依据。",
            f"the option '{option.id}' names neither a red line nor an article.",
            (
                "写 red_line（不可以做）或 cite（可以做的依据）。",
                "give it red_line (must not) or cite (the article that allows it).",
            ),
        )
    if step.decide == "letter" and not (
        option.red_line or option.cite or option.id in case.book.vocabulary["letter_element"]
    ):
        yield fault(
            place,
            f"“{option.id}”不是信的要素，也没有红线或依据。",
            f"'{option.id}' is no element of a letter and names neither a red line nor an article.",
            ADD_WORD,
        )


def _list_of(case, step):
    """`(what it is called, ids)` of the closed list that the options of a step come from, or None."""
    kind, decide, words = step.kind.id, step.decide, DECIDES[step.decide].words
    if decide in ("not_doors", "stage") or kind == "order-doors":
        return Pair(f"{case.today} 开着的渠道", f"a door that is open on {case.today}"), case.book.doors(case.today)
    if kind == "match" and decide in ("data.class", "matter"):
        name = {"data.class": "data_kind"}.get(decide, decide)
        return Pair(f"词表 {name} ", f"a word of the list {name}"), case.book.vocabulary[name]
    if kind == "match" and decide == "verdict":
        return Pair("hearsay.yaml ", "the id of a row of hearsay.yaml"), _hearsay(case)
    if decide == "findings":
        return Pair("规则手册", "the id of a rule"), rule_ids(*FINDINGS)
    if decide == "ask_next":
        return Pair("可问的事实", "a fact that can be asked"), _Asked()
    if decide == "proves":
        return Pair("事实的路径", "the path of a fact"), _Paths()
    return (
        (Pair(f"词表 {words} ", f"a word of the list {words}"), case.book.vocabulary[words])
        if words and kind != "match"
        else None
    )


class _Asked:
    def __contains__(self, path):
        return name_of(path) in QUESTIONS


class _Paths:
    def __contains__(self, path):
        return all(STEP.match(part) for part in path.split("."))


def _places(case, step, at):
    doors, words = case.book.doors(case.today), case.book.vocabulary.get(DECIDES[step.decide].words, {})
    more = PLACES.get(step.decide, {})
    known = {"doors": doors, "matter": doors, "red_lines": rule_ids("red_lines"), "proves": rule_ids(*FINDINGS)}
    for position, place in enumerate(step.places):
        if place.id not in more and place.id not in known.get(step.decide, words):
            yield fault(
                at("steps", step.id, "places", position),
                f"“{place.id}”不是这里能放的位置。",
                f"'{place.id}' is not a place that the law can answer with here.",
                ADD_WORD,
            )
        elif place.label == Pair(place.id, place.id):
            yield fault(
                at("steps", step.id, "places", position),
                f"“{place.id}”没有文字。",
                f"'{place.id}' has no words.",
                ("写上 label。", "give it a label."),
            )
    if len({place.id for place in step.places}) < max(len(step.places), 2):
        yield fault(
            at("steps", step.id, "places"),
            "至少要有两个不同的位置。",
            "there must be two places or more, all different.",
            ("在 places 里补一个位置。", "add a place under places."),
        )


def _number(case, step, at):
    if step.decide == "needed" and not step.tier:
        yield fault(
            at("steps", step.id, step.kind.key),
            "needed 要写明 tier。",
            "needed asks for a tier.",
            ("补上 tier: serious 或 especially_serious。", "add tier: serious or especially_serious."),
        )
    if step.limit:
        yield from citation(case.book, at("steps", step.id, "date", "limit"), step.limit)


def _hearsay(case):
    return {row.id for row in case.book.hearsay}
