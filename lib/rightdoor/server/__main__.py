"""`python -m rightdoor.server`: run the server in this process until Ctrl-C."""

import argparse
import secrets
import socket
import sys
from contextlib import suppress
from pathlib import Path

from rightdoor import lean

lean.skip_iri_grammar()  # before anything imports nbformat

from rightdoor.server import words  # noqa: E402
from rightdoor.server.home import JupyterHome  # noqa: E402
from rightdoor.text import LANGS, notebooks_folder  # noqa: E402


def main(arguments=None):
    """Parse the command line, run the server, return an exit code: 0 ended, 2 cannot start."""
    options = _parser().parse_args(arguments)
    root = Path(options.root).resolve()
    if not root.is_dir():
        print(words.terminal("no-root", options.lang, root=root), file=sys.stderr)
        return 2
    port = options.port or free_port()
    if not can_listen(port):
        print(words.terminal("taken", options.lang, port=port), file=sys.stderr)
        return 2
    with suppress(KeyboardInterrupt), JupyterHome(options.lang) as home:  # Ctrl-C before the server could hear it
        _serve(options, root, port, home)
    if not options.announce_json:
        print(words.terminal("ended", options.lang))
    return 0


def _serve(options, root, port, home):
    from rightdoor.server import app, settings  # Jupyter reads the environment when it is imported

    log_level = "INFO" if options.verbose else "ERROR"
    config = settings.configuration(root, options.lang, port, secrets.token_hex(24), home, log_level)
    start = config.ServerApp.default_url
    app.run(
        config,
        lang=options.lang,
        landing=start.replace("/voila/render/", "/lab/tree/") if options.lab else start,
        show_page=not options.no_browser,
        announce_json=options.announce_json,
        until_stdin_closes=options.until_stdin_closes,
    )


def free_port():
    """A port of the loopback address that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def can_listen(port):
    """Whether a server could listen on this port of the loopback address."""
    with socket.socket() as probe:
        if sys.platform != "win32":  # there the option would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            return False
        return True


def _parser():
    parser = argparse.ArgumentParser(prog="python -m rightdoor.server", description=__doc__)
    parser.add_argument("--root", default=notebooks_folder(), help="the notebooks folder")
    parser.add_argument("--lang", choices=LANGS, default="zh-Hans")
    parser.add_argument("--port", type=int, default=0, help="0: any free port")
    parser.add_argument("--lab", action="store_true", help="open JupyterLab instead of the start page")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--announce-json", action="store_true", help="print the address as one line of JSON")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end when standard input closes")
    parser.add_argument("--verbose", action="store_true", help="show what the server does")
    return parser


if __name__ == "__main__":
    sys.exit(main())
