"""The rehearsal of a drill, before its seats are copied: it goes to the end, and leaves nothing that a seat could show."""

import pytest

from rightdoor.server import class_settings

SCRIPT = """
from ipywidgets.widgets.widget import _instances
from rightdoor.practice import rehearsal, seat

made, begin = [], seat.Seat.__init__
def remember(self, *about):
    begin(self, *about)
    made.append(self)
seat.Seat.__init__ = remember
rehearsal.rehearse({plan!r}, {lang!r})
print(len(made), made[0].phase, made[0].lang, made[0].sheet.comm, len(_instances))
"""


@pytest.mark.parametrize(("plan", "lang"), [("police-lookup", "zh-Hant"), ("mixed-examination", "en")])
def test_a_seat_is_played_to_the_end_and_leaves_no_widget(run_python, plan, lang):
    assert run_python(SCRIPT.format(plan=plan, lang=lang)).split() == ["1", "closed", lang, "None", "0"]


def test_a_rehearsal_that_fails_is_no_reason_not_to_open(caplog):
    exec(class_settings.REHEARSAL.format(plan="no-such-plan", lang="en"), {})
    assert "no-such-plan" in caplog.text
