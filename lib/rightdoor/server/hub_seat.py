"""`python -m rightdoor.server.hub_seat`: the server that a JupyterHub starts for one learner of a course.

The lessons as pages, and of Jupyter only what they need: no JupyterLab, no files, no terminal, no code on the websocket.
Who she is and where her record is kept stand in the environment that the hub gives (RIGHTDOOR_LEARNER, RIGHTDOOR_STORE).
"""

import os
import sys

from rightdoor import lean

lean.skip_iri_grammar()  # before anything imports nbformat

from rightdoor.server.home import JupyterHome  # noqa: E402
from rightdoor.text import LANGS, notebooks_folder  # noqa: E402

IDLE = 30 * 60  # seconds without anybody, after which the server ends; the hub starts it again when she comes back


def main():
    """Serve until the hub ends it."""
    lang = os.environ.get("RIGHTDOOR_LANG", LANGS[0])
    with JupyterHome(lang) as home:
        _serve(home, lang)
    return 0


def _serve(home, lang):
    from rightdoor.server import app, class_settings, settings  # Jupyter reads the environment when it is imported
    from rightdoor.server.class_socket import SeatConnection
    from rightdoor.server.hub_app import HubSeat

    prefix = os.environ.get("JUPYTERHUB_SERVICE_PREFIX", "/")
    config = settings.configuration(notebooks_folder(), lang, 0, "", home)
    config.ServerApp.update(
        jpserver_extensions={"jupyterhub": True, "voila": True},
        kernel_websocket_connection_class=SeatConnection,
        default_url=f"/voila/render/{lang}/start.ipynb",
        shutdown_no_activity_timeout=IDLE,
        tornado_settings={
            "headers": {**class_settings.HEADERS, "Content-Security-Policy": settings.CONTENT_POLICY},
            "mathjax_url": prefix.rstrip("/") + settings.NO_FORMULAS,
        },
    )
    config.WarmKernels.update(pool_size=0, watched=[])  # a warm kernel for each learner would double what she takes
    app.run(config, HubSeat, lang=lang, show_page=False)


if __name__ == "__main__":
    sys.exit(main())
