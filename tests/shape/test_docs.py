"""The generated pages are in step with the data, and say what they must."""

import re

from rightdoor import upkeep
from rightdoor.law.rule import BOOK_OF_RULES
from rightdoor.text import data_folder

DOCS = data_folder().parent / "docs"


def test_the_generated_pages_are_in_step():
    assert upkeep.docs_drift() == [], "run `rightdoor build`"


def test_every_rule_stands_beside_its_article_and_an_example():
    chapters = (DOCS / "rule-book.md").read_text(encoding="utf-8").split("\n### ")[1:]
    printed = {chapter.split("\n")[0]: chapter for chapter in chapters}
    assert set(printed) == {rule.id for rules in BOOK_OF_RULES.values() for rule in rules}
    letters = {rule.id for rule in BOOK_OF_RULES["letter"]}  # their examples are the letters of the cases
    for id, text in printed.items():
        assert "**" in text and ("\n- " in text or id in letters), f"{id} has no article or no example"


def test_every_door_is_in_the_table(book):
    table = (DOCS / "doors.md").read_text(encoding="utf-8")
    assert all(f"`{id}`" in table for id in book.channels)


def test_impact_names_every_kind_of_dependent(book):
    found = upkeep.impact(book, "public-security-penalties/56")
    assert {"doors", "rules", "parameters", "cases", "lessons", "hearsay", "watch"} <= set(found)
    assert "police" in found["doors"] and "which-door" in found["lessons"]


def test_impact_does_not_take_one_number_for_another(book):
    lessons = upkeep.impact(book, "pipl/45")["lessons"]
    assert "evidence-and-red-lines" in lessons
    assert "evidence-and-red-lines" not in upkeep.impact(book, "pipl/4")["lessons"]


def test_currency_lists_doubt_and_age(book):
    from datetime import date

    today = upkeep.currency(book, date(2026, 11, 24))
    assert {"watch", "doors", "articles"} <= {row["kind"] for row in today}
    assert not any("last checked" in row["why"]["en"] for row in today)
    later = upkeep.currency(book, date(2027, 11, 24))
    assert sum("last checked" in row["why"]["en"] for row in later) > 400


def test_every_link_of_the_pages_leads_somewhere():
    root = DOCS.parent
    pages = [
        *root.glob("*.md"),
        *DOCS.rglob("*.md"),
        *(root / "deploy").glob("*.md"),
        *(root / "benchmarks").glob("*.md"),
    ]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))]
    dead = [
        f"{page.relative_to(root)}: {link}"
        for page, link in links
        if not re.match(r"https?:|#", link) and not (page.parent / link.partition("#")[0]).exists()
    ]
    assert len(links) > 10 and dead == []
