"""A Jupyter home of the server's own, so that the settings of the user's other Jupyter do not change a lesson.

Everything lives in one temporary folder that is removed when the server ends. Kernels and extensions still come from
the environment in which the server runs.
"""

import json
import os
import shutil
import tempfile
from pathlib import Path

SHARE = Path(__file__).parent / "share"
LAB_LOCALES = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "en": "en"}
# Whatever a user may have set for another Jupyter.
FOREIGN = ("JUPYTER_CONFIG_PATH", "JUPYTER_NO_CONFIG", "JUPYTERLAB_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTER_TOKEN")
# News, update checks and the extension manager are the parts of JupyterLab that ask outside hosts.
# The Voilà preview would be a second, unexplained way to the page from which the trainee came;
# jupytext is for building notebooks, and no language server runs here.
SWITCHED_OFF = (
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/extensionmanager-extension",
    "@voila-dashboards/jupyterlab-preview",
    "@jupyterlab/lsp-extension",
    "jupyterlab-jupytext",
)


class JupyterHome:
    """The folders that Jupyter reads and writes, and the environment variables that lead to them.

    As a context it is entered before Jupyter is imported, and removed at the end.
    """

    def __init__(self, lang):
        """Make the folders for one of the three languages and write the settings of JupyterLab."""
        self.folder = Path(tempfile.mkdtemp(prefix="rightdoor-"))
        for name in ("config", "data", "runtime", "ipython", "workspaces", "settings"):
            (self.folder / name).mkdir()
        self._write("page_config", {"disabledExtensions": dict.fromkeys(SWITCHED_OFF, True)})
        self._write("default_setting_overrides", _lab_settings(lang))

    def __enter__(self):
        """Point this process and its kernels to the folders."""
        for name in FOREIGN:
            os.environ.pop(name, None)
        os.environ.update(
            JUPYTER_CONFIG_DIR=str(self.folder / "config"),
            JUPYTER_DATA_DIR=str(self.folder / "data"),
            JUPYTER_RUNTIME_DIR=str(self.folder / "runtime"),
            IPYTHONDIR=str(self.folder / "ipython"),
            JUPYTER_PATH=str(SHARE),
        )
        return self

    def __exit__(self, *_):
        self.remove()

    def remove(self):
        """Delete the folders."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write(self, name, content):
        folder = self.folder / "config" / "labconfig"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")


def _lab_settings(lang):
    return {
        "@jupyterlab/translation-extension:plugin": {"locale": LAB_LOCALES[lang]},
        "@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"},
    }
