"""What the server knows of the notebooks folder: LANG/NAME.ipynb, the same names in three languages."""

from pathlib import Path

from rightdoor.text import LANGS

START = "start.ipynb"


def start_page(lang):
    """Path of the start page of a language, relative to the notebooks folder."""
    return f"{lang}/{START}"


def page_config_hook(root):
    """A hook for Voilà that tells the page where it is: its path, its start page and its other languages."""

    def hook(page_config, notebook_path="", **_):
        page_config["rightdoor"] = place(Path(root), notebook_path)
        return page_config

    return hook


def place(root, path):
    """Where a notebook stands: its `path`, its `lang` or None, the path of its `start` page or None and its
    `siblings`, a list of [language, path], itself included. A file that does not exist is not offered."""
    lang, _, name = path.partition("/")
    if lang not in LANGS:
        return {"path": path, "lang": None, "start": None, "siblings": []}
    siblings = [[other, f"{other}/{name}"] for other in LANGS if (root / other / name).is_file()]
    start = start_page(lang) if (root / lang / START).is_file() else None
    return {"path": path, "lang": lang, "start": start, "siblings": siblings}


def without_outputs(model=None, path="", **_):
    """A hook for saving: a lesson is saved in JupyterLab as it was delivered, without a trainee's results in it."""
    if model["type"] != "notebook" or path.strip("/").partition("/")[0] not in LANGS:
        return
    content = model["content"]
    content.get("metadata", {}).pop("widgets", None)
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
            cell.get("metadata", {}).pop("execution", None)
