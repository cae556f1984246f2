"""The Book answers by id and day or says why not; a reader of any table finds one row for each dated version."""

import shutil
from datetime import date

import pytest

from rightdoor import tables
from rightdoor.tables import BookError, NotInForce, Problem, UnknownId, in_force
from rightdoor.tables.rows import periods
from rightdoor.text import LANGS, data_folder, say


class Row:
    def __init__(self, since, until=None):
        self.since, self.until = date.fromisoformat(since), until and date.fromisoformat(until)


@pytest.fixture
def root(tmp_path):
    shutil.copytree(data_folder(), tmp_path / "data", ignore=shutil.ignore_patterns("cases", "drills"))
    return tmp_path / "data"


def test_half_open_periods():
    rows = (Row("2009-02-28", "2015-11-01"), Row("2015-11-01"))
    assert in_force(rows, date(2015, 10, 31)) is rows[0]
    assert in_force(rows, date(2015, 11, 1)) is rows[1]
    with pytest.raises(NotInForce):
        in_force(rows, date(2009, 2, 27))
    with pytest.raises(NotInForce):
        in_force(rows[:1], date(2015, 11, 1))


def test_a_day_without_a_version_is_told_which_days_have_one(book):
    with pytest.raises(NotInForce) as caught:
        book.article("criminal-law/253-1", date(2009, 2, 27))
    for lang in LANGS:
        sentence = say(caught.value.says, lang)
        assert all(day in sentence for day in ("2009-02-27", "2009-02-28", "2015-11-01"))


@pytest.mark.parametrize(
    "rows, word",
    [
        ([Row("2015-01-01", "2015-01-01")], "ends on or before"),
        ([Row("2015-01-01", "2014-01-01")], "ends on or before"),
        ([Row("2015-01-01", "2016-01-02"), Row("2016-01-01")], "overlaps"),
        ([Row("2015-01-01"), Row("2016-01-01")], "overlaps"),
        ([Row("2016-01-01", "2017-01-01"), Row("2015-01-01")], "overlaps"),
        ([Row("2015-01-01", "2015-12-31"), Row("2016-01-01")], "no row covers"),
    ],
)
def test_periods(rows, word):
    problems = list(periods(rows, "x", str))
    assert word in problems[0].says.en and problems[0].place == str(len(rows) - 1)
    assert problems[0].says.zh and problems[0].cure.zh


@pytest.mark.parametrize(
    "id",
    [
        "",
        "no-such/1",
        "criminal-law",
        "criminal-law/",
        "criminal-law/二百",
        "../etc/1",
        "criminal-law/253-1:0",
        "criminal-law/253-1:99(1)",
    ],
)
def test_unknown_ids_are_said_to_be_unknown(book, id):
    with pytest.raises(UnknownId) as caught:
        book.article(id, date(2026, 1, 1))
    assert all(say(caught.value.says, lang) for lang in LANGS)


def test_every_table_is_a_frame(book):
    wanted = {
        "doors": sum(map(len, book.channels.values())),
        "articles": sum(len(a.versions) for a in book.articles.values()),
        "parameters": sum(map(len, book.parameters.values())),
        "hearsay": len(book.hearsay),
        "watch": len(book.watch),
        "vocabulary": sum(map(len, book.vocabulary.values())),
    }
    assert {name: len(book.frame(name)) for name in wanted} == wanted
    with pytest.raises(UnknownId):
        book.frame("no-such-table")


def test_the_snapshot_changes_with_the_data(root):
    before = tables.read_all(root)[0].snapshot
    path = root / "parameters" / "crime.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# a word\n", encoding="utf-8")
    assert len(before) == 12 and tables.read_all(root)[0].snapshot != before


def test_loading_raises_everything_at_once(root):
    (root / "hearsay.yaml").unlink()
    (root / "statutes" / "pipl.yaml").write_bytes(b"id: [\n")
    lines = (root / "channels.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (root / "channels.csv").write_text(lines[0] + lines[1].replace("criminal-report", "no-such-kind"), encoding="utf-8")
    with pytest.raises(BookError) as caught:
        tables.load(root)
    places = [p.place for p in caught.value.problems]
    assert {"hearsay.yaml", "channels.csv:2:police:kind"} <= set(places)
    assert any(place.startswith("statutes/pipl.yaml:") for place in places)
    assert not any("pipl/" in p.says.en for p in caught.value.problems), (
        "a lost file is one fault, not one for each citation"
    )


def test_a_sound_book_points_to_nothing_that_is_gone(book):
    for rows in book.channels.values():
        for row in rows:
            last = date.fromordinal(row.until.toordinal() - 1) if row.until else date(2026, 11, 24)
            for _, door in row.refuses:
                assert not door or book.door(door, last)
            if row.succeeded_by:
                assert book.door(row.succeeded_by, row.until)


def test_problems_are_plain_values():
    assert Problem("a", tables.rows.NOTHING) == Problem("a", tables.rows.NOTHING)


def test_an_open_question_stands_beside_what_leans_on_it(book):
    """The police law is under revision: its articles say so, and an article that nothing touches does not."""
    assert any("人民警察法" in doubt.zh for doubt in book.article("police-law/46", date(2026, 3, 1)).doubts)
    assert book.article("constitution/41", date(2026, 3, 1)).doubts == ()
