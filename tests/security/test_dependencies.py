"""Dependencies: only what was pinned is installed, and an audit that learned nothing does not say that all is well."""

import base64
import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start():
    """start.py as a module."""
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wheel(folder, body):
    """A package `pinned` with this body, ready to be installed; returns the hash of its file."""
    path, about = folder / "pinned-1-py3-none-any.whl", "pinned-1.dist-info"
    files = {
        "pinned.py": body,
        f"{about}/METADATA": "Metadata-Version: 2.1\nName: pinned\nVersion: 1\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {
        name: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        for name, text in files.items()
    }
    record = [f"{name},sha256={digests[name]},{len(text)}" for name, text in files.items()]
    with zipfile.ZipFile(path, "w") as out:
        for name, text in [*files.items(), (f"{about}/RECORD", "\n".join([*record, f"{about}/RECORD,,"]))]:
            out.writestr(name, text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("by", [["pip", "install", "--quiet", "--disable-pip-version-check"], ["uv", "pip", "install", "--quiet"]],
                         ids=["pip", "uv"])  # fmt: skip
def test_a_package_that_is_not_what_was_pinned_is_not_installed(tmp_path, by):
    lock, into = tmp_path / "requirements.lock", tmp_path / "site"
    lock.write_text(f"pinned==1 --hash=sha256:{wheel(tmp_path, 'kind = 1')}\n")
    command = [sys.executable, "-m", *by, "--target", into, "--no-index", "--find-links", tmp_path, "--no-cache-dir",
               "--require-hashes", "--requirement", lock]  # fmt: skip
    command = [word if word != "--no-cache-dir" or by[0] == "pip" else "--no-cache" for word in command]
    assert subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    assert (into / "pinned.py").read_text() == "kind = 1"
    shutil.rmtree(into)
    wheel(tmp_path, "kind = 2  # another file under the same name")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode != 0 and "hash" in done.stderr.lower()
    assert not (into / "pinned.py").exists()


def test_everything_is_installed_with_its_hashes():
    """Of the ways in start.py to install, only the one of this checkout itself has no hash, and it asks no index."""
    source = (ROOT / "start.py").read_text("utf-8")
    calls = [line.strip() for line in source.splitlines() if line.strip().startswith(("install(", "pip(", "uv("))]
    assert len(calls) >= 4
    assert all(
        "--require-hashes" in call or '"--no-deps", "--no-build-isolation", "--editable", ROOT' in call
        for call in calls
    )


@pytest.mark.parametrize(("packages", "code", "said"), [
    ([{"name": "a", "version": "1", "vulns": []}], 0, "none has a known vulnerability"),
    ([{"name": "a", "version": "1", "vulns": [{"id": "CVE-1"}, {"id": "CVE-2"}]}], 1, "a 1: CVE-1, CVE-2"),
    ([{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "not found"}], 1, "No data on 1 of 2 packages"),
])  # fmt: skip
def test_an_audit_says_what_it_found_and_what_it_could_not_ask(
    start, tmp_path, monkeypatch, capsys, packages, code, said
):
    module = tmp_path / "pip_audit.py"
    module.write_text(f"print({json.dumps(json.dumps({'dependencies': packages}))})")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert start.audit(start.Voice("en"), None, []) == code
    assert said in capsys.readouterr().out
