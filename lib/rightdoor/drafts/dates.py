"""The dates of a plan for a calendar program: all-day events that name door, term and article, and no person."""

import hashlib
from datetime import UTC, datetime, timedelta

import icalendar

from rightdoor.plan.make import reminder
from rightdoor.text import Pair

PRODUCT = "-//RightDoor//case desk//ZH"
LIMIT = Pair("期限：{what}", "Limit: {what}")
ANSWER = Pair("查回音：{door}——{what}", "Answer due: {door}: {what}")
BASIS = Pair("依据：{basis}。", "Basis: {basis}.")
IF_HANDED_IN = Pair(
    "按 {day} 交出材料推算；实际收到的日期不同，请改这一天。依据：{basis}。",
    "Reckoned from papers handed in on {day}; if they arrived on another day, move this one. Basis: {basis}.",
)
ASSUMED = Pair(
    "该年放假安排未公布，没有扣除法定节假日。", "That year's public holidays were not out and are not left out."
)
CHECK = Pair("这一期限以当地答复为准。", "Confirm this term locally.")


def events(plan):
    """`(day, title, explanation, day of the reminder)` of every date of a plan, the nearest first. Titles are Pairs."""
    found = []
    for clock in plan.dates:
        basis = BASIS.format(basis=plan.book.cite(clock.basis))
        found.append((clock.until, LIMIT.format(what=clock.what), basis, reminder(clock.until, plan.today)))
    for place in plan.places:
        for due in place.due:
            if due.until:
                says = IF_HANDED_IN.format(day=plan.reported.isoformat(), basis=plan.book.cite(due.basis))
                for extra in [ASSUMED] * (not due.official) + [CHECK] * (due.status != "verified"):
                    says = Pair(says.zh + extra.zh, f"{says.en} {extra.en}")
                found.append((due.until, ANSWER.format(door=place.row.name, what=due.what), says, due.until))
    return sorted(found, key=lambda event: event[0])


def calendar(plan, say):
    """The bytes of an .ics file (RFC 5545). `say` turns a Pair into text."""
    out = icalendar.Calendar()
    out.add("prodid", PRODUCT)
    out.add("version", "2.0")
    stamp = datetime.now(UTC).replace(microsecond=0)
    for day, title, explanation, remind in events(plan):
        event = icalendar.Event()
        event.add("uid", f"{hashlib.sha256(f'{day}{title.zh}'.encode()).hexdigest()[:24]}@rightdoor")
        event.add("dtstamp", stamp)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", say(title))
        event.add("description", say(explanation))
        event.add("transp", "TRANSPARENT")
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", say(title))
        alarm.add("trigger", timedelta(hours=9) - (day - remind))
        event.add_component(alarm)
        out.add_component(event)
    return out.to_ical()
