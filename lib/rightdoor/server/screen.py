"""Whether a browser window could be seen here."""

import os
import sys


def has_screen(environ=None, platform=None):
    """True on Windows and macOS; elsewhere only with a display server (X11, Wayland or WSL's bridge)."""
    environ = os.environ if environ is None else environ
    if (platform or sys.platform) in ("win32", "darwin"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))
