"""kill -9 at random moments: every answer that was acknowledged is there afterwards, and the file is sound.

Full size: 200 kills; reduced: 20.
"""

import random
import signal
import sqlite3
import subprocess
import sys
import threading

from sizes import full, report

from rightdoor.records import Log

KILLS = 200 if full() else 20
AT_ONCE = 4

WRITER = """
import sys
from rightdoor.records import Event, Log
log = Log(sys.argv[1])
while True:
    event = Event("answered", "local-abc234", "police-lookup", "w-1", response="serious", offered=("none", "serious"))
    problem = log.keep(event)
    if problem is None:
        sys.stdout.write(event.id + "\\n")
        sys.stdout.flush()
"""


class Writer:
    """A process that writes and acknowledges until it is killed."""

    def __init__(self, store):
        self.process = subprocess.Popen([sys.executable, "-c", WRITER, str(store)], stdout=subprocess.PIPE, text=True)
        self.ids, self.first = [], threading.Event()
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            if line.endswith("\n"):  # the last line may be torn, and then it was not acknowledged
                self.ids.append(line.strip())
                self.first.set()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.reader.join()
        self.process.wait()
        self.process.stdout.close()
        return self.ids


def test_no_acknowledged_answer_is_lost_to_kill_9(tmp_path):
    store, pick, acknowledged, kills = tmp_path / "events.sqlite", random.Random(11), [], 0
    Log(store).close()
    while kills < KILLS:
        writers = [Writer(store) for _ in range(AT_ONCE)]
        for writer in writers:
            assert writer.first.wait(60)
            threading.Event().wait(pick.random() * 0.05)
            acknowledged += writer.kill()
            kills += 1
    log = Log(store)
    kept = [event.id for event in log.events()]
    with sqlite3.connect(store) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    report(f"{kills} kills, {len(acknowledged)} acknowledged, {len(kept)} kept, none lost")
    assert log.report is None
    assert set(acknowledged) <= set(kept) and len(kept) == len(set(kept))
    assert len(kept) - len(acknowledged) <= kills  # at most the answer that each was about to acknowledge
