"""The doors: every published id, dated predecessors, doubt that shows, and never a way to a body that is gone."""

from datetime import date, timedelta

import pytest

TODAY = date(2026, 11, 24)
PUBLISHED = [
    "police",
    "police-other-organ",
    "police-inspectorate",
    "supervision-commission",
    "stationed-discipline-office",
    "procuratorate",
    "procuratorate-public-interest",
    "court-inspectorate",
    "cyberspace-administration",
    "incident-report",
    "telecom-authority",
    "spam-center",
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
    "government-hotline",
    "letters-and-visits",
    "administrative-reconsideration",
    "administrative-litigation",
    "state-compensation",
    "civil-court",
    "private-prosecution",
    "legal-aid",
    "anti-fraud",
    "minors-protection",
    "women-federation",
]
PHONES = {
    "police": "110",
    "police-inspectorate": "12389",
    "supervision-commission": "12388",
    "procuratorate": "12309",
    "market-regulator": "12315",
    "government-hotline": "12345",
    "legal-aid": "12348",
    "anti-fraud": "96110",
}


@pytest.mark.parametrize("id", PUBLISHED)
def test_every_published_door_is_open_today(book, id):
    door = book.door(id, TODAY)
    assert door.accepts and door.basis and door.source  # an end that is known already does not shut it today
    assert door.name.zh and door.name.en


@pytest.mark.parametrize(("id", "phone"), PHONES.items())
def test_the_numbers_that_trainees_learn(book, id, phone):
    assert phone in book.door(id, TODAY).phone.split(";")


def test_bodies_change_on_their_day(book):
    assert "工商" in book.door("market-regulator", date(2018, 3, 1)).name.zh
    assert "市场监督" in book.door("market-regulator", date(2018, 4, 1)).name.zh
    assert "国家金融监督管理" in book.door("financial-regulator", TODAY).name.zh
    assert book.door("financial-regulator", date(2019, 1, 1)).name != book.door("financial-regulator", TODAY).name
    bureau = book.channels["administrative-supervision-bureau"][-1]
    assert bureau.until and bureau.succeeded_by == "supervision-commission"


def test_whoever_is_refused_is_never_sent_to_a_body_that_has_ended(book):
    for rows in book.channels.values():
        for row in rows:
            last = row.until - timedelta(days=1) if row.until else TODAY
            for matter, other in row.refuses:
                assert not other or book.door(other, last), (row.id, matter, other)


def test_every_door_is_covered_once_in_every_quarter_of_its_life(book):
    for id, rows in book.channels.items():
        day = rows[0].since
        while day <= TODAY and (rows[-1].until is None or day < rows[-1].until):
            assert sum(row.since <= day and (row.until is None or day < row.until) for row in rows) == 1, (id, day)
            day += timedelta(days=91)


def test_numbers_hold_whenever_they_are_promised(book):
    """A term that a door must keep has a value on the door's last day, and so has the article behind it."""
    for rows in book.channels.values():
        for row in rows:
            last = row.until - timedelta(days=1) if row.until else TODAY
            for id in row.deadline:
                number = book.parameter(id, last)
                assert number.value >= 0 and book.article(number.basis, last)
