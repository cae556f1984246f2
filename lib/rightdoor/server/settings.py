"""What the server is told: loopback only, one kernel, our page, no outside host."""

import os
from pathlib import Path

from traitlets.config import Config

from rightdoor.server import notebooks, words
from rightdoor.server.home import SHARE
from rightdoor.server.kernels import WarmKernels

NO_FORMULAS = "/voila/static/no-formulas.js"  # Voilà would ask a public CDN for MathJax on every page
TEMPLATES = SHARE / "voila" / "templates" / "rightdoor"
LOOPBACK = "127.0.0.1"
LONGEST_SOCKET = 103  # bytes in the name of a socket: macOS; Linux takes 107
IDLE_SECONDS = 15 * 60  # a kernel without a page for this long is ended

# The browser itself refuses whatever would leave this machine.
CONTENT_POLICY = "; ".join(
    [
        "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
        "connect-src 'self' data: blob:",
        "frame-ancestors 'self'",
        "form-action 'self'",
        "base-uri 'self'",
    ]
)

# All that a lesson page needs of what JupyterLab can be extended with.
LESSON_EXTENSIONS = ["@voila-dashboards/widgets-manager8", "@jupyter-widgets/jupyterlab-manager", "anywidget"]

# What a lesson's first cells would otherwise load while the trainee waits. An error is left to the lesson itself: it
# says it on its page, in the trainee's language.
WARM_UP = """
for _ in ("rightdoor.lesson", "rightdoor.law.decide", "rightdoor.records.store", "sqlalchemy.dialects.sqlite"):
    __import__(_)
__import__("rightdoor").tables.load()
__import__("rightdoor").lesson.when_shown()
del _
"""


def configuration(root, lang, port, token, home, log_level="ERROR"):
    """The traitlets Config for one run. `root` is the notebooks folder; `home` a JupyterHome that has been entered."""
    config = Config()
    config.Application.log_level = log_level
    config.ServerApp.update(
        ip=LOOPBACK,
        port=port,
        port_retries=0,
        root_dir=str(root),
        default_url="/voila/render/" + notebooks.start_page(lang),
        open_browser=False,
        allow_root=True,
        allow_remote_access=False,
        terminals_enabled=False,
        kernel_manager_class=WarmKernels,
        jpserver_extensions={"jupyterlab": True, "voila": True},
        extra_template_paths=[str(TEMPLATES)],
        tornado_settings={
            "headers": {"Content-Security-Policy": CONTENT_POLICY, "Referrer-Policy": "same-origin"},
            "mathjax_url": NO_FORMULAS,
        },
    )
    config.IdentityProvider.token = token
    config.KernelSpecManager.allowed_kernelspecs = {"python3"}
    _kernels(config, root, lang, home)
    _lab(config, home)
    _voila(config, root)
    return config


def _kernels(config, root, lang, home):
    package = Path(__file__).resolve().parents[1]
    config.WarmKernels.update(
        cull_idle_timeout=IDLE_SECONDS,
        cull_interval=60,
        cull_connected=False,
        pool_path=lang if (root / lang).is_dir() else "",
        warm_up=WARM_UP,
        watched=[str(package), str(package.parents[1] / "data")],
    )
    if _speaks_through_files(home):
        config.KernelManager.transport = "ipc"
    else:  # a machine may have several users
        config.WarmKernels.transport_encryption = "auto"


def _speaks_through_files(home):
    """Whether server and kernels can meet at sockets in the owner-only home.

    A TCP port is chosen by the server and bound by the kernel later: under load another process takes it in between,
    and the kernel ends before it has said a word.
    """
    longest = home.folder / "runtime" / f"kernel-{'0' * 36}-ipc-99"
    return os.name == "posix" and len(os.fsencode(longest)) <= LONGEST_SOCKET


def _lab(config, home):
    config.LabApp.update(
        workspaces_dir=str(home.folder / "workspaces"),
        user_settings_dir=str(home.folder / "settings"),
        extension_manager="readonly",
        news_url=None,
        check_for_updates_class="jupyterlab.NeverCheckForUpdate",
    )


def _voila(config, root):
    config.VoilaConfiguration.update(
        template="rightdoor",
        theme="light",
        strip_sources=True,
        show_tracebacks=False,
        allow_template_override="NO",
        allow_theme_override="NO",
        resources={"words": words.PAGE_WORDS, "language_names": words.LANGUAGE_NAMES, "product": words.PRODUCT},
        extension_allowlist=LESSON_EXTENSIONS,
        page_config_hook=notebooks.page_config_hook(root),
    )
