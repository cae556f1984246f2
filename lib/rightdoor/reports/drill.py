"""The report on a drill: whether what was expected was done, what to teach again, who did what, and what happened when."""

from collections import Counter

from rightdoor import cases, drills
from rightdoor.reports import draw
from rightdoor.reports import record as records_of
from rightdoor.reports.page import NOTHING, Page, PageError, in_words
from rightdoor.text import say

CONTENTS = ("expected", "again", "seats", "moments", "law", "notice")
SLOTS = 12  # columns of the picture


class Drill(Page):
    """The report of the drill `drill`.

    `record` is a JSON Lines file of its Controls and Events, `names` {code: name} from a roster, or empty. Raises
    PageError when the record, the plan or the law cannot be read.
    """

    template = "drill"

    def __init__(self, drill, lang, made_on, record, names=None, book=None):
        super().__init__(lang, made_on, book)
        self.names = names or {}
        with in_words(lang):
            self.controls, self.events = records_of.read_drill(record)
        try:
            plan = drills.plan_of(self.controls, self.book)
        except (drills.PlanError, LookupError):
            raise PageError(self.word("drill-plan-gone", drill=drill)) from None
        with in_words(lang):
            self.debrief = drills.debrief(plan, self.controls, self.events, self.book)

    @property
    def subtitle(self):
        """What was practised."""
        return self.debrief.title

    @property
    def came(self):
        """How many took part."""
        return sum(seat.attended for seat in self.debrief.seats)

    def head(self):
        """What was practised, when, how long, and by how many."""
        told = self.debrief
        contents = [part for part in CONTENTS if part != "seats" or told.seats]
        facts = [
            ("drill", told.drill),
            ("drill-day", (told.began or told.opened)[:10]),
            ("drill-minutes", told.minutes),
            ("attended", self.word("attended-of", n=self.came, of=len(told.seats))),
            ("made", self.made_on),
        ]
        return self.section("head", self.title, facts=facts, contents=contents)

    def expected(self):
        """Every expected action, and how many did it."""
        return self.section("expected", "expected", picture=self._answers())

    def again(self):
        """The three things to teach again."""
        titles = {one.case: say(cases.load(one.case, self.book).title, self.lang) for one in self.debrief.again}
        return self.section("again", "again", titles=titles)

    def seats(self):
        """Every trainee in a row."""
        return self.section("seats", "seats") if self.debrief.seats else NOTHING

    def moments(self):
        """What happened to the class, by the clock."""
        moments = [m for m in self.debrief.timeline if not m.code]
        return self.section("moments", "moments", moments=moments)

    def law(self):
        """Which law data this rests on."""
        return super().law(*(c.data.get("snapshot", "") for c in self.controls if c.kind == "opened"))

    def data_notice(self):
        """Whose data is in it, and who should see it."""
        return self.section("notice_drill", "notice")

    def person(self, code):
        """The name of a trainee, or the code where there is none."""
        return self.names.get(code, code)

    def clock(self, seconds):
        """What the clock showed, as minutes and seconds."""
        return f"{seconds // 60}:{seconds % 60:02}"

    def _answers(self):
        """A Picture of the answers by the minute of the clock; None before the first."""
        at = [m.clock for m in self.debrief.timeline if m.kind in ("answered", "asked")]
        if not at:
            return None
        wide = max(1, -(-(max(at) + 1) // (60 * SLOTS)))  # minutes, so that there are at most SLOTS columns
        counts = Counter(clock // (60 * wide) for clock in at)
        slots = [(str(slot * wide), counts[slot]) for slot in range(max(counts) + 1)]
        spoken = "; ".join(f"{minute}′ {n}" for minute, n in slots if n)
        alt = self.word("answers-alt", minutes=spoken)
        return draw.columns(self.word("answers-title"), slots, alt, self.lang)
