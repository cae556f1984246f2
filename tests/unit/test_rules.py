"""The book of rules: each rule names articles that exist, is short, says what it means, and speaks in some sentence."""

import ast
import inspect
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rightdoor.law import decide, terms
from rightdoor.law.doors.words import BRING, WORDS
from rightdoor.law.facts import parse
from rightdoor.law.rule import BOOK_OF_RULES, in_force, law_of, predecessor
from rightdoor.tables import UnknownId
from rightdoor.upkeep import SENTENCES_DAY, sentence_facts

sys.path.append(str(Path(__file__).parents[1] / "spec"))
from test_spec import sentences

RULES = [rule for rules in BOOK_OF_RULES.values() for rule in rules]
FOLDER = Path(decide.__file__).parent
SMALL = {0, 1, 2, 3}


def known(book, id):
    """Whether the article, paragraph or item is in the tables in some version."""
    for version in book.versions(id.partition(":")[0]):
        try:
            book.article(id, version.since)
            return True
        except UnknownId:
            continue
    return False


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.chapter}:{rule.id}")
def test_rule_names_its_articles_and_its_meaning(rule, book):
    """Every article of the decorator is in the tables; the function is short and says in a sentence what it finds."""
    assert rule.articles and all(known(book, id) for id in rule.articles)
    assert rule.meaning.endswith(".")
    assert len(inspect.getsource(rule.find).rstrip().splitlines()) <= 25


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.chapter}:{rule.id}")
def test_rule_speaks_from_the_day_of_its_article(rule, book):
    """On the first day of each version of its first article a rule may speak; the day before it may not.

    Unless an earlier version, or the same provision under an earlier number, was in force then.
    """
    first = rule.named[0]
    versions = book.versions(rule.articles[0].partition(":")[0])
    for version in versions:
        eve = version.since - timedelta(days=1)
        moved_on = version.succeeded_by and version is not versions[-1]
        assert bool(law_of(book, version.since).citable([first])) or moved_on or first.startswith("=")
        covered = any(v.since <= eve and (v.until is None or eve < v.until) for v in versions)
        if not covered and not predecessor(book, first.partition(":")[0], eve):
            assert not law_of(book, eve).citable([first])


def test_every_rule_speaks_in_some_sentence(book, monkeypatch):
    """The sentences of tests/spec make every rule speak at least once."""
    spoken = set()

    def listening(rule):
        def find(case):
            found = rule.find(case)
            if found:
                spoken.add(rule.id)
            return found

        return replace(rule, find=find)

    quiet = {"letter"}
    for name, rules in BOOK_OF_RULES.items():
        monkeypatch.setitem(BOOK_OF_RULES, name, [listening(rule) for rule in rules])
    in_force.cache_clear()
    for given, sentence in (s.values for s in sentences()):
        decide.decide(parse(sentence_facts(given, sentence)), book, SENTENCES_DAY)
    in_force.cache_clear()
    assert {rule.id for rule in RULES if rule.chapter not in quiet} - spoken == set()


def test_rule_ids_are_unique():
    """A finding is named by one rule only."""
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


def test_every_door_has_words_and_articles(book):
    """Each door of the contract has a sentence, articles that exist and things to bring."""
    assert set(terms.DOOR) <= set(WORDS)
    for word in WORDS.values():
        assert word.articles and all(known(book, id) for id in word.articles)
        assert all(key in BRING for key in word.bring)


def test_no_number_of_the_law_is_in_code():
    """Numbers the law sets are parameters: the code knows only counting numbers."""
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value not in SMALL:
                parent = path.read_text(encoding="utf-8").splitlines()[node.lineno - 1]
                assert any(word in parent for word in ("maxsize", "[:40]", "12", "weekday", "LARGEST")), (
                    f"{path.name}:{node.lineno}: {node.value}"
                )


def test_renumbered_article_is_cited_under_the_number_of_the_day(book):
    """The Supervision Law on reports: 35 until 2025-05-31, 38 afterwards; a new rule has no earlier number."""
    from datetime import date

    before, after = law_of(book, date(2025, 5, 31)), law_of(book, date(2025, 6, 1))
    assert (before.cite("supervision-law/38"), after.cite("supervision-law/38")) == (
        "supervision-law/35",
        "supervision-law/38",
    )
    assert law_of(book, date(2025, 12, 31)).cite("cybersecurity-law/46") == "cybersecurity-law/44"
    assert law_of(book, date(2025, 12, 31)).cite("=public-security-penalties/139:1(12)") is None
    assert law_of(book, date(2018, 3, 19)).cite("supervision-law/38") is None


def test_law_asks_nothing_heavy():
    """Deciding imports neither pandas nor jupyter nor a YAML reader of its own."""
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert all(name.partition(".")[0] in ALLOWED for name in names), f"{path.name}: {names}"


ALLOWED = {
    "bisect",
    "itertools",
    "rightdoor",
    "dataclasses",
    "datetime",
    "functools",
    "math",
    "typing",
    "re",
    "chinese_calendar",
}
