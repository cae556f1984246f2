"""Whose line is lost: what the server sees, what the console shows of it, and what the projector must not."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from test_seat import act, answer, control, html, sit, words

from rightdoor.classroom import ClassError, lines
from rightdoor.practice.console import Console

NOON = datetime(2026, 11, 27, 4, tzinfo=UTC)


class Folder:
    """A folder of a class, of which only the writing matters; `full`: nothing can be written."""

    def __init__(self, path):
        self.path, self.full, self.written = path, False, 0

    def write(self, name, text):
        if self.full:
            raise ClassError.__new__(ClassError)
        self.written += 1
        (self.path / name).write_text(text, encoding="utf-8")


def test_a_line_is_lost_from_when_it_was_missed_until_it_is_back(tmp_path):
    folder = Folder(tmp_path)
    seen = lines.Lines(folder, known={"ann"})
    seen.look({"bob"}, NOON)
    assert lines.lost(tmp_path) == {"ann": NOON}, "she was in before the server was started anew"
    for later in range(1, 4):
        seen.look({"bob"}, NOON + timedelta(seconds=later))
    assert lines.lost(tmp_path) == {"ann": NOON} and folder.written == 1, "nothing is written without need"
    seen.look({"ann"}, NOON + timedelta(seconds=5))
    assert lines.lost(tmp_path) == {"bob": NOON + timedelta(seconds=5)}
    folder.full = True
    seen.look({"ann", "bob"})  # the class goes on


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '{"ann": 3}', '{"ann": "yesterday"}', '{"ann": "2026-11-27T04:00:00+00:00"']
)
def test_a_file_that_cannot_be_read_says_nothing(tmp_path, text):
    (tmp_path / lines.NAME).write_text(text)
    assert lines.lost(tmp_path) == {} == lines.lost(None) == lines.lost(tmp_path / "nowhere")


@pytest.fixture
def console(book, log, opened, tmp_path):
    """A console in a class of four, two of whom have come."""
    drill = opened()
    control(log, drill, "started")
    for code in ("trainee-1", "trainee-2"):
        answer(sit(log, book, drill, code))
    return Console(log, drill, tmp_path, book, "en")


def lose(tmp_path, *codes, seconds=40):
    seen = lines.Lines(Folder(tmp_path), codes)
    seen.look(set(), datetime.now(UTC) - timedelta(seconds=seconds))


def test_the_board_tells_a_line_that_is_lost_and_the_projector_only_how_many(console, tmp_path):
    before = console.sheet.view["serial"]
    lose(tmp_path, "trainee-1", "trainee-4", seconds=2)
    console.tick()
    assert console.sheet.view["serial"] == before, "it may only be loading its page again"
    lose(tmp_path, "trainee-1", "trainee-4")
    console.tick()
    assert re.search(r"line lost for 0:[45]\d", words(console, "rows")) and 'data-runs="up"' in html(console, "rows")
    assert words(console, "rows").count("line lost") == 1, "nobody misses one who never came"
    assert "1 line lost" in words(console, "counts")
    act(console, "view", "projector")
    assert "1 line lost" in words(console) and "trainee-" not in html(console) and "line lost for" not in words(console)
    lose(tmp_path)
    (tmp_path / lines.NAME).write_text("{}")
    console.tick()
    assert "line lost" not in words(console)


@pytest.mark.parametrize(("lang", "told"), [("zh-Hans", r"断线 0:[45]\d"), ("zh-Hant", r"斷線 0:[45]\d")])
def test_in_the_instructors_own_script(book, log, opened, tmp_path, lang, told):
    drill = opened()
    control(log, drill, "started")
    answer(sit(log, book, drill))
    lose(tmp_path, "trainee-1")
    assert re.search(told, words(Console(log, drill, tmp_path, book, lang), "rows"))


# ---- the debrief, played again --------------------------------------------------------------------------------------


def test_the_debrief_plays_by_itself_until_it_is_stopped_or_over(console, log):
    act(console, "view", "debrief")
    console._last = lambda: 9
    act(console, "play", "on")
    assert "Minute 0 of 9" in words(console, "replay") and "Pause" in words(console, "replay")
    assert console.sheet.view["focus"] == "play"
    console.tick()
    console.tick()
    assert "Minute 2 of 9" in words(console, "replay") and console.sheet.view["unasked"]
    act(console, "pace", pace="5")
    console.tick()
    assert "Minute 7 of 9" in words(console, "replay")
    act(console, "play", "off")
    console.tick()
    assert "Minute 7 of 9" in words(console, "replay") and "Play" in words(console, "replay")
    act(console, "play", "on")
    console.tick()
    assert "Minute 9 of 9" in words(console, "replay") and not console.replay.plays, "and it stops at the end"
    act(console, "play", "on")
    assert "Minute 0 of 9" in words(console, "replay"), "once more from the beginning"
    act(console, "replay", "", minute="4")
    console.tick()
    assert "Minute 4 of 9" in words(console, "replay"), "who takes the slider stops it"
    act(console, "pace", pace="1000")
    assert console.replay.pace == 5


def test_it_does_not_play_behind_another_view(console):
    act(console, "view", "debrief")
    console._last = lambda: 9
    act(console, "play", "on")
    act(console, "view", "board")
    console.tick()
    act(console, "view", "debrief")
    assert "Minute 0 of 9" in words(console, "replay")


def test_the_debrief_can_be_shown_to_the_class_without_names(console, log):
    control(log, console.id, "injected", inject="call-from-station")
    console.tick()
    act(console, "view", "debrief")
    assert "trainee-1" in html(console)
    act(console, "names", "off")
    console.tick()
    assert "trainee-" not in html(console) and "the clock starts" in words(console, "then")
    assert "0/2" in words(console, "news") and "Three things to teach again" in words(console)
    act(console, "names", "on")
    assert "trainee-1" in html(console)
