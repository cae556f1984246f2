"""A class that is really served: opened as `rightdoor class open` opens it, with its record and its log to look at."""

import json
import subprocess
import sys
from contextlib import contextmanager

from rightdoor import drills, tables
from rightdoor.classroom import INSTRUCTOR, TRAINEE, Seats, opening
from rightdoor.records import Log
from rightdoor.roster import Person, Roster
from rightdoor.server.__main__ import free_port

STARTS_WITHIN = 90


class Schoolroom:
    """One class on loopback. `url` ends with a slash; `store` is where its record is; `log` is what the server wrote."""

    def __init__(self, folder, plan, codes, langs=("zh-Hans", "zh-Hant", "en"), root=None, store=None, **about):
        self.book, self.where, self.root = tables.load(), folder, root
        self.store, self.log = str(store or folder / "record" / "events.sqlite"), folder / "server.log"
        folder.mkdir(parents=True, exist_ok=True)
        people = Roster(tuple(Person(code, f"学员{n}", langs[n % len(langs)]) for n, code in enumerate(codes)))
        log = Log(self.store)
        self.plan = drills.load(plan, self.book)
        about = {"port": free_port(), "lang": "en", **about}
        self.folder = opening.open_class(folder / "class", self.plan, people, log, self.book, **about)
        self.seats = Seats(self.folder, log)
        self.record = log
        self.codes, self.drill, self.url, self.process = list(codes), self.folder.drill, self.folder.url, None

    def link(self, code):
        """The text of somebody's personal link."""
        return self.seats.link(code, INSTRUCTOR if code == INSTRUCTOR else TRAINEE)

    def start(self):
        """Start the server and wait until it answers."""
        command = [sys.executable, "-P", "-m", "rightdoor.server.classroom", "--folder", str(self.folder.path)]
        command += ["--announce-json", "--until-stdin-closes", "--verbose", "--lang", "en"]
        command += ["--root", str(self.root)] if self.root else []
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
        line = self.process.stdout.readline()
        assert line, self.log.read_text()[-3000:]
        assert json.loads(line)["url"] == self.url
        return self

    def kill(self):
        """kill -9, as when the power goes."""
        self.process.kill()
        self.process.communicate()

    def stop(self):
        """End it as Ctrl-C does."""
        self.process.stdin.close()
        self.process.wait(90)
        self.process.stdout.close()

    def events(self):
        """Every event of the drill so far."""
        return self.record.events(drill=self.drill)


@contextmanager
def schoolroom(folder, plan="warm-up", codes=("class-ann111", "class-bob222", "class-eve333"), **more):
    """A Schoolroom that is served inside the `with`."""
    room = Schoolroom(folder, plan, codes, **more).start()
    try:
        yield room
    finally:
        if room.process.poll() is None:
            room.stop()
        room.record.close()
