"""The red lines of a day, each with the articles on which it rests."""

from rightdoor.law.decide import decide
from rightdoor.law.facts import parse
from rightdoor.practice.markup import tag
from rightdoor.practice.pages import one_sheet
from rightdoor.practice.quote import cites
from rightdoor.text import say, ui

WIDEST = "police_officer"  # the leaker against whom every red line holds


def red_lines(book, on, lang):
    """A sheet with every red line of the day `on`, numbered, as the law lays them out where an officer leaked."""
    facts = parse({"on": on.isoformat(), "leaker": {"actor": WIDEST}})
    rows = [
        tag("li", say(line.says, lang), tag("p", ui("basis", lang), cites(book, line.basis, lang), class_="rs-small"))
        for line in decide(facts, book, on).red_lines
    ]
    return one_sheet(lang, ui("red-lines-sheet", lang), tag("ol", rows))
