"""`python -m rightdoor.server.classroom --folder FOLDER`: serve the class in this folder until Ctrl-C."""

import argparse
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

from rightdoor import lean

lean.skip_iri_grammar()  # before anything imports nbformat

from rightdoor.classroom import ClassError, ClassFolder, Seats  # noqa: E402
from rightdoor.records import Log, StoreError  # noqa: E402
from rightdoor.server import class_words, words  # noqa: E402
from rightdoor.server.home import JupyterHome  # noqa: E402
from rightdoor.text import LANGS, notebooks_folder, say  # noqa: E402

LOOPBACK = ("127.0.0.1", "localhost")


def main(arguments=None):
    """Parse the command line, serve, return an exit code: 0 ended, 2 cannot start."""
    options = _parser().parse_args(arguments)
    try:
        folder = ClassFolder(options.folder)
        seats = Seats(folder, Log(folder.store))
    except (ClassError, StoreError) as error:
        problem = error.problem
        print(f"{problem.place}: {say(problem.says, options.lang)} {say(problem.cure, options.lang)}", file=sys.stderr)
        return 2
    if fault := _fault(folder):
        print(class_words.terminal(fault, options.lang, port=folder.port, host=folder.host), file=sys.stderr)
        return 2
    for name in ("RIGHTDOOR_LEARNER", "RIGHTDOOR_DRILL", "RIGHTDOOR_CLASS"):
        os.environ.pop(name, None)  # each kernel gets its own
    with suppress(KeyboardInterrupt), JupyterHome(folder.lang) as home:  # Ctrl-C before the server could hear it
        _serve(options, seats, home)
    if not options.announce_json:
        print(words.terminal("ended", options.lang))
    return 0


def _serve(options, seats, home):
    from rightdoor.server import class_app, class_settings  # Jupyter reads the environment when it is imported

    folder = seats.folder
    names = {folder.host, *(LOOPBACK if folder.host == LOOPBACK[0] else ())}
    hosts = {f"{name}:{folder.port}" for name in names}
    level = "INFO" if options.verbose else "ERROR"
    plan = next((c.data["plan"] for c in seats.log.controls(folder.drill) if c.kind == "opened"), "")
    config = class_settings.configuration(Path(options.root).resolve(), folder, home, level, plan)
    class_app.ClassServer.serve(
        config,
        seats=seats,
        hosts=hosts,
        lang=options.lang,
        announce_json=options.announce_json,
        until_stdin_closes=options.until_stdin_closes,
    )


def _fault(folder):
    """Why the address cannot be listened on, as a key of the words; empty if it can."""
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((folder.host, 0))
        except OSError:
            return "no-address"
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((folder.host, folder.port))
        except (OSError, OverflowError):
            return "taken"
    return ""


def _parser():
    parser = argparse.ArgumentParser(prog="python -m rightdoor.server.classroom", description=__doc__)
    parser.add_argument("--folder", required=True, help="the folder of the class")
    parser.add_argument("--root", default=notebooks_folder(), help="the notebooks folder")
    parser.add_argument("--lang", choices=LANGS, default="zh-Hans")
    parser.add_argument("--announce-json", action="store_true", help="print the address as one line of JSON")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end when standard input closes")
    parser.add_argument("--verbose", action="store_true", help="show what the server does")
    return parser


if __name__ == "__main__":
    sys.exit(main())
