"""A roster from a stranger, and what an instructor's curiosity meets: names are text, and stand where they must and nowhere else."""

import csv
from datetime import date
from html.parser import HTMLParser

import pytest

from rightdoor import roster
from rightdoor.classroom.sheet import sheet
from rightdoor.cli import main
from rightdoor.records import Event, Log
from rightdoor.reports import jobs
from rightdoor.reports.make import make
from rightdoor.roster import Person, Roster

HOSTILE = "<script>harm()</script><img src=x onerror=harm()>\"'&{{7*7}}"
CLASS = Roster((Person("class-abc234", "王丽", "zh-Hans"), Person("class-bcd345", "Anne O’Neil", "en")))
TODAY = date(2026, 11, 27)


class Tags(HTMLParser):
    """What a browser would make of a page: its tags with their attributes, and its text."""

    def __init__(self, page):
        super().__init__()
        self.found, self.text = [], ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text += data


def check_harmless(page):
    """The name is there as text and has become nothing else."""
    seen = Tags(page)
    assert HOSTILE in seen.text
    assert not [tag for tag, _ in seen.found if tag in ("script", "iframe", "object", "embed")]
    assert not [
        (tag, attributes) for tag, attributes in seen.found if "harm" in str(attributes) or attributes.get("src") == "x"
    ]


@pytest.fixture
def log(tmp_path):
    log = Log(tmp_path / "events.sqlite")
    for n, person in enumerate(CLASS.people):
        log.append(
            Event(
                "answered", person.code, "police-lookup", f"w-{n}", step="tier", attempt=1, response="none", score=0.0
            )
        )
    yield log
    log.close()


@pytest.mark.parametrize(
    "name", [HOSTILE, '=HYPERLINK("http://example.org")', "@SUM(1)", "x\u202ey", "\x1b[2J", "a\nb\rc\x00"]
)
def test_a_hostile_name_does_not_come_in(tmp_path, name, capsys):
    path = tmp_path / "class.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([roster.COLUMNS, ("class-abc234", name, "en")])
    (tmp_path / "names.txt").write_text("Li Lei\n")
    code = main(
        [
            "--lang",
            "en",
            "records",
            "roster",
            str(tmp_path / "names.txt"),
            "--keep",
            str(path),
            "--out",
            str(tmp_path / "new.csv"),
        ]
    )
    told = capsys.readouterr()
    assert code == 2 and "class.csv:" in told.err and "Traceback" not in told.err
    assert not set(told.err) & set("\x1b\u202e\x00") and not (tmp_path / "new.csv").exists()


def test_if_it_came_in_all_the_same_it_is_text_on_the_sheet_of_links():
    page = sheet([Person("class-abc234", HOSTILE, "en")], lambda code: f"http://127.0.0.1/in/{code}", None, 12, "en")
    check_harmless(page)


def test_and_text_in_the_report_of_its_bearer(log, tmp_path):
    (job,) = jobs.trainee(Roster((Person("class-abc234", HOSTILE, "en"),)), log, TODAY)
    check_harmless(make(job, tmp_path).html.read_text("utf-8"))


def test_a_name_stands_in_the_report_of_the_person_herself_and_in_no_other(log):
    first, second = jobs.trainee(CLASS, log, TODAY)
    assert first.parameters["name"] == "王丽" and second.parameters["name"] == "Anne O’Neil"
    assert "class-bcd345" not in first.record and "class-abc234" not in second.record
    assert "王丽" not in str(second) and "Anne" not in str(first)
    assert not [one.name for one in CLASS.people if one.name in str(jobs.cohort(CLASS, log, TODAY, "en"))]


def test_no_name_reaches_the_record(tmp_path, log):
    log.export(tmp_path / "all.jsonl")
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"class-abc234" in kept
    assert not [one.name for one in CLASS.people if one.name.encode() in kept]
