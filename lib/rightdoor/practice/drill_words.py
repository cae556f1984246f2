"""What a drill looks like on a sheet, for trainee and instructor alike: the clock, the phase, a time of it."""

from rightdoor import drills
from rightdoor.practice.markup import join, tag
from rightdoor.text import ui

PHASES = {
    drills.WAITING: "phase-waiting",
    drills.RUNNING: "phase-running",
    drills.PAUSED: "phase-paused",
    drills.OVER: "phase-over",
    drills.CLOSED: "phase-closed",
}


def clock(clock, lang):
    """The clock, which the page lets run from what the kernel said, and the phase in words."""
    runs = "yes" if clock.phase == drills.RUNNING else None
    ticking = tag(
        "b", minutes(clock.left), role="timer", data_left=f"{clock.left:.1f}", data_runs=runs, class_="rs-time"
    )
    words = tag("span", ui(PHASES[clock.phase], lang), class_=f"rs-phase rs-phase-{clock.phase}")
    shown = join(tag("span", ui("time-left", lang)), ticking) if clock.phase != drills.CLOSED else None
    return tag("p", words, shown, class_="rs-clock")


def minutes(seconds):
    """Seconds as m:ss."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
