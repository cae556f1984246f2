"""The end of a case: the score by skill, the way taken beside the law's, the doors, the dates, and what else follows."""

from rightdoor import feedback
from rightdoor.feedback.explore import NONE
from rightdoor.practice.answer import SIGNS
from rightdoor.practice.doors import cited, door_cards, shut_doors
from rightdoor.practice.markup import capital, fold, join, tag
from rightdoor.practice.question import signed
from rightdoor.text import Pair, say, ui

MOST_UNASKED = 3
ENOUGH = 0.8  # of a check: so much right at once, and the lesson is behind her
KINDS = ("administrative", "discipline", "civil", "state_liability", "public_interest")


def debrief(walk, lang):
    """Everything to look back on, for a walk that is done. Sections are folded so that a phone shows them at a glance."""
    decision, told = walk.decision.as_json(lang), feedback.debrief(walk)
    return join(
        _heading(lang),
        tag("p", ui("debrief-lead", lang)),
        _skills(walk, told, lang),
        _ways(walk, told, lang),
        door_cards(walk, decision, lang),
        _dates(walk, decision, lang),
        shut_doors(walk, decision, lang),
        _liability(walk, decision, lang),
    )


def short_debrief(walk, lang):
    """The same for a check: how many of its questions were right at once, and each answer beside the law's."""
    told = feedback.debrief(walk)
    right = sum(line.verdict == "right" for line in told.lines)
    return join(
        _heading(lang),
        tag("p", tag("b", ui("check-score", lang, n=right, of=len(told.lines)))),
        tag("p", ui("check-high" if right >= ENOUGH * len(told.lines) else "check-low", lang)),
        _ways(walk, told, lang),
    )


def answers_beside(walk, lang):
    """Each judged answer of a walk that need not be done, beside the law's; None without any."""
    return _ways(walk, feedback.debrief(walk), lang)


def _heading(lang):
    return tag("h3", ui("debrief", lang), tabindex="-1", data_focus="debrief")


# ---- scores ---------------------------------------------------------------------------------------------------------


def _skills(walk, told, lang):
    if not told.skills:
        return None
    pointed = any(skill.points is not None for skill in told.skills)
    rows = [
        tag(
            "tr",
            tag("th", capital(say(walk.case.book.label("skill", skill.id), lang)), scope="row"),
            tag("td", percent(skill.score), " ", tag("span", _in_words(skill.score, lang), class_="rs-mark-words")),
            tag("td", "–" if skill.points is None else signed(skill.points)) if pointed else None,
        )
        for skill in told.skills
    ]
    head = [tag("th", ui(key, lang), scope="col") for key in ("skill", "score", "points")[: 3 if pointed else 2]]
    return join(
        tag("h4", ui("by-skill", lang)),
        tag("p", ui("first-answers-count", lang), class_="rs-quiet"),
        tag("table", tag("thead", tag("tr", head)), tag("tbody", rows), class_="rs-table"),
    )


def percent(score):
    """A score from 0 to 1 as whole per cent."""
    return f"{round(100 * score)}%"


def _in_words(score, lang):
    return ui("score-full" if score == 1 else "score-part" if score >= 0.5 else "score-low", lang)


# ---- her way beside the law's -----------------------------------------------------------------------------------------


def _ways(walk, told, lang):
    """Each judged step, folded: her answer and the law's side by side; then where the ways part and what was not asked."""
    if not told.lines:
        return None
    others = [
        _asks(walk, [id for id in told.law_path if id not in told.path], "law-path-only", lang),
        _asks(walk, [id for id in told.path if id not in told.law_path], "my-path-only", lang),
        _listed("still-open", told.unasked[:MOST_UNASKED], lang),
    ]
    lines = [_line(walk, number, line, lang) for number, line in enumerate(told.lines, 1)]
    return join(tag("h4", ui("two-ways", lang)), tag("div", lines, class_="rs-lines"), others)


def _line(walk, number, line, lang):
    handle = join(
        tag("span", SIGNS[line.verdict], aria_hidden="true", class_=f"rs-mark rs-mark-{line.verdict}"),
        tag("span", f"{number}. ", say(line.ask, lang)),
        tag("span", ui(f"verdict-{line.verdict}", lang), " ", percent(line.score), class_="rs-mark-words"),
    )
    sides = [_side("my-answer" if line.verdict != "right" else "my-answer-and-law", line.mine, lang)]
    sides += [_side("law-answer", line.law, lang)] if line.verdict != "right" else []
    notes = [ui("hint-taken", lang)] if line.hinted else []
    if line.certainty:
        notes.append(ui("step-points", lang, sure=ui(f"certainty-{line.certainty}", lang), n=signed(line.points)))
    notes += [ui("tried-times", lang, n=line.tries)] if line.tries > 1 else []
    return fold(
        handle,
        tag("div", sides, class_="rs-beside"),
        tag("p", " ".join(notes), class_="rs-small") if notes else None,
        look="rs-line",
    )


def _side(key, pairs, lang):
    words = [tag("li", capital(say(pair, lang))) for pair in pairs] or [tag("li", ui("nothing-chosen", lang))]
    return tag("div", tag("b", ui(key, lang)), tag("ul", words))


def _asks(walk, ids, key, lang):
    return _listed(key, [walk.fill(walk.case.steps[id].ask) for id in ids], lang)


def _listed(key, pairs, lang):
    if not pairs:
        return None
    return join(tag("p", ui(key, lang), class_="rs-quiet"), tag("ul", [tag("li", say(p, lang)) for p in pairs]))


# ---- dates and liability ------------------------------------------------------------------------------------------------


def _dates(walk, decision, lang):
    """The dates that the law gives on the facts of the case, the nearest first."""
    rows = [
        tag("li", tag("b", limit["until"]), " ", limit["what"], " ", _basis(walk, [limit["basis"]], lang))
        for limit in decision["limits"]
    ]
    return fold(ui("dates-here", lang, n=len(rows)), tag("ul", rows)) if rows else None


def _liability(walk, decision, lang):
    found = [("crime", decision["crime"]["findings"]), *((kind, decision[kind]) for kind in KINDS)]
    blocks = [
        join(
            tag("p", tag("b", capital(say(walk.case.book.label("liability_kind", kind), lang)))),
            tag("ul", [tag("li", f["says"], " ", _basis(walk, f["basis"], lang)) for f in findings]),
        )
        for kind, findings in found
        if findings
    ]
    if decision["unsettled"]:
        blocks.append(
            join(
                tag("p", tag("b", ui("unsettled", lang))),
                tag("ul", [tag("li", f["says"]) for f in decision["unsettled"]]),
            )
        )
    return fold(ui("law-on-this", lang), blocks) if blocks else None


def _basis(walk, ids, lang):
    return tag("span", cited(walk.case.book, ids, lang), class_="rs-small")


# ---- the explorer -------------------------------------------------------------------------------------------------------


class Explorer:
    """Change one fact and see what changes: holds which fact and which value were chosen; positions, not values."""

    def __init__(self, walk):
        self.walk, self.knobs = walk, feedback.knobs(walk)
        self.fact, self.value, self.changes = 0, None, ()

    def turn(self, values):
        """Take what the form says; with a value, work out what changes. What is not on offer is passed over."""
        fact = _index(values.get("fact"), self.knobs)
        if fact is not None and fact != self.fact:
            self.fact, self.value, self.changes = fact, None, ()
            return
        self.value = _index(values.get("value"), self.knobs[self.fact].choices)
        if self.value is not None:
            knob = self.knobs[self.fact]
            self.changes = feedback.explore(self.walk, knob.path, knob.choices[self.value][0])

    def said(self, lang):
        """What is read aloud after a turn."""
        return " ".join(say(change.says, lang) for change in self.changes)

    def show(self, lang):
        """The two selects, the button and what changed."""
        knob = self.knobs[self.fact]
        facts = [(str(i), capital(say(k.says, lang))) for i, k in enumerate(self.knobs)]
        values = [(str(i), capital(say(label, lang))) for i, (_, label) in enumerate(knob.choices)]
        form = tag(
            "form",
            _select(ui("explore-fact", lang), "fact", facts, str(self.fact), do="fact"),
            tag("p", ui("explore-now", lang, value=say(_present(knob), lang)), class_="rs-quiet"),
            _select(ui("explore-value", lang), "value", values, str(self.value)),
            tag("button", ui("explore-go", lang), type="submit", data_do="explore", class_="rd-button"),
            data_do="explore",
            class_="rs-explore",
        )
        changes = [tag("li", say(change.says, lang)) for change in self.changes]
        found = join(
            tag("h5", ui("explore-found", lang), tabindex="-1", data_focus="explored"),
            tag("ul", changes, class_="rs-changes"),
        )
        return join(
            tag("h4", ui("explore", lang)),
            tag("p", ui("explore-lead", lang), class_="rs-quiet"),
            form,
            found if changes else None,
        )


def _select(words, name, choices, chosen, do=None):
    options = [tag("option", text, value=value, selected=value == chosen) for value, text in choices]
    return tag(
        "label",
        tag("span", words),
        tag("select", options, name=name, data_do=do, data_focus=name),
        class_="rs-item",
    )


def _index(text, items):
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and int(text) < len(items) else None


def _present(knob):
    """The present value of a fact in words."""
    value = list(knob.value) if isinstance(knob.value, list | tuple) else knob.value
    found = [label for choice, label in knob.choices if choice == value]
    if not found and isinstance(value, list):
        found = [label for choice, label in knob.choices if choice and choice[0] in value]
    if value == []:
        return NONE
    return Pair.join(found, "、", ", ") if found else Pair(str(value), str(value))
