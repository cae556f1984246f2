"""Open a class, take one up again after a break, hand out its links, revoke one."""

from datetime import datetime

from rightdoor import drills, roster
from rightdoor.classroom.folder import About, ClassError, ClassFolder
from rightdoor.classroom.links import INSTRUCTOR, TRAINEE
from rightdoor.classroom.seats import Seats
from rightdoor.classroom.sheet import sheet
from rightdoor.records import Control
from rightdoor.tables import Problem
from rightdoor.text import Pair

PORT = 8765
HOURS = 12
LOOPBACK = "127.0.0.1"
SHEET = "links.html"
ROSTER = "roster.csv"


def classes_folder():
    """Where classes are kept unless another folder is named."""
    from platformdirs import user_data_path

    return user_data_path("rightdoor", appauthor=False) / "classes"


def usual_folder(plan, now=None):
    """The folder of a class that is opened with this plan today."""
    return classes_folder() / f"{plan}-{now or datetime.now():%Y%m%d}"


def latest_folder():
    """The folder of the class that was opened or changed last. ClassError if there is none."""
    found = sorted(classes_folder().glob("*/class.json"), key=lambda path: path.stat().st_mtime)
    if not found:
        raise ClassError(
            Problem(
                str(classes_folder()),
                Pair("这里还没有开过班。", "no class has been opened here."),
                Pair(
                    "用 --folder 指出班级文件夹，或者先 rightdoor class open。",
                    "name its folder with --folder, or run rightdoor class open first.",
                ),
            )
        )
    return found[-1].parent


def open_class(path, plan, people, log, book, **about):
    """A new class in the folder `path`: the Plan, the Roster, and the fields of About that differ from the usual."""
    drill = drills.open_drill(log, plan, people.people, book)
    usual = {"lang": "zh-Hans", "host": LOOPBACK, "port": PORT, "hours": HOURS}
    folder = ClassFolder.make(path, About(drill=drill, store=log.store, **{**usual, **about}))
    keep_roster(folder, people)
    return folder


def take_up(path, people, log, plan=None, **changed):
    """The class that is in the folder, with who is new in the Roster (or None) seated; `changed` fields of About.

    The port, the key and the links stay as they are. ClassError if the class there is of another plan.
    """
    folder = ClassFolder(path)
    controls = log.controls(folder.drill)
    there = next((c.data["plan"] for c in controls if c.kind == "opened"), None)
    if there is None:
        raise ClassError(_not_recorded(folder, log))
    if plan and plan != there:
        raise ClassError(_another_plan(path, there))
    if people is not None:
        seated = {c.learner for c in controls if c.kind == "seated"}
        new = [p for p in people.people if p.code not in seated]
        if new:
            log.direct(*(Control("seated", folder.drill, p.code, {"lang": p.lang}) for p in new))
        keep_roster(folder, people)
    if changed:
        folder.change(**changed)
    return folder


def keep_roster(folder, people):
    """A copy of the roster beside the class, so that a page and the console find the names."""
    (folder.path / ROSTER).unlink(missing_ok=True)
    roster.write(folder.path / ROSTER, people)


def roster_of(folder):
    """The Roster that the class was opened with."""
    return roster.read(folder.path / ROSTER)


def print_links(folder, log, codes=None):
    """Write the sheet of links into the folder; returns its path. With `codes`: only theirs, and nobody is barred."""
    seats, people = Seats(folder, log), roster_of(folder).people
    chosen = people if codes is None else [p for p in people if p.code in codes]
    own = address(folder, seats, INSTRUCTOR) if codes is None or INSTRUCTOR in codes else None
    text = sheet(chosen, lambda code: address(folder, seats, code), own, folder.hours, folder.lang)
    return folder.write(SHEET if codes is None else f"links-{'-'.join(sorted(codes))[:60]}.html", text)


def address(folder, seats, code):
    """The full address of a personal link."""
    return f"{folder.url}in/{seats.link(code, INSTRUCTOR if code == INSTRUCTOR else TRAINEE)}"


def revoke(folder, log, code):
    """Make every link and every open page of this code worthless. ClassError for a code that is not in the class."""
    known(folder, log, code)
    if code == INSTRUCTOR:
        folder.change(instructor_turn=folder.instructor_turn + 1)
    else:
        log.direct(Control("revoked", folder.drill, code))


def let_in_again(folder, log, code):
    """A revoked code may have a new link. ClassError for a code that is not in the class."""
    known(folder, log, code)
    kinds = [c.kind for c in log.controls(folder.drill) if c.learner == code and c.kind in ("revoked", "readmitted")]
    if kinds and kinds[-1] == "revoked":
        log.direct(Control("readmitted", folder.drill, code))


def known(folder, log, code):
    """Raise ClassError unless the code is in the class."""
    if code != INSTRUCTOR and not any(c.kind == "seated" and c.learner == code for c in log.controls(folder.drill)):
        code = "".join(c for c in code[:40] if c.isprintable())
        raise ClassError(
            Problem(
                str(folder.path),
                Pair(f"这个班没有代码 {code}。", f"nobody in this class has the code {code}."),
                Pair(
                    "代码见 roster.csv；老师自己的链接用 instructor。",
                    "roster.csv lists the codes; the instructor's own link goes by “instructor”.",
                ),
            )
        )


def _another_plan(path, there):
    return Problem(
        str(path),
        Pair(
            f"这个文件夹里的班用的是另一个方案：{there}。", f"the class in this folder follows another plan: {there}."
        ),
        Pair("用 --folder 换一个文件夹，或者写上那个方案。", "choose another folder with --folder, or name that plan."),
    )


def _not_recorded(folder, log):
    return Problem(
        str(folder.path),
        Pair("学习记录里没有这个班。", "the learning record does not know this class."),
        Pair(f"它应当在 {log.store} 里：检查 --store。", f"it should be in {log.store}: check --store."),
    )
