"""pyproject.toml, requirements.lock and environment.yml describe one environment, and it comes from no named host."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))


def declared():
    """Every requirement that is written by hand."""
    lines = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    lines += [line for extra in PROJECT["project"]["optional-dependencies"].values() for line in extra]
    lines += [line for group in PROJECT["dependency-groups"].values() for line in group]
    return sorted({line: Requirement(line) for line in lines}.values(), key=str)


def pinned():
    """[(requirement, hashes)] of the lock, one for each platform or Python version that differs."""
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n", "", LOCK).strip())
    return [
        (Requirement(entry.split("\\")[0].strip()), re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
        for entry in entries
    ]


def versions_of(name):
    found = [r for r, _ in pinned() if canonicalize_name(r.name) == canonicalize_name(name)]
    return [next(iter(r.specifier)).version for r in found]


@pytest.mark.parametrize("requirement", declared(), ids=str)
def test_lock_satisfies_what_is_declared(requirement):
    versions = versions_of(requirement.name)
    assert versions, f"{requirement.name} is not in requirements.lock: write it anew (see pyproject.toml)"
    assert all(requirement.specifier.contains(version) for version in versions)


def test_every_pin_is_exact_and_hashed():
    for requirement, hashes in pinned():
        assert [s.operator for s in requirement.specifier] == ["=="], requirement
        assert hashes and len(set(hashes)) == len(hashes), requirement


def test_lock_is_for_every_platform():
    files = {canonicalize_name(r.name): len(hashes) for r, hashes in pinned()}
    for compiled in ("numpy", "pandas", "pyzmq", "psycopg-binary"):
        assert files[compiled] > 20, f"{compiled}: {files[compiled]} files cannot serve all systems"
    text = {str(r.marker) for r, _ in pinned() if r.marker}
    assert any("win32" in marker for marker in text) and any("darwin" in marker for marker in text)


@pytest.mark.parametrize("name", ["requirements.lock", "environment.yml", "pyproject.toml", "start.py", ".ci/run"])
def test_no_registry_is_named(name):
    text = (ROOT / name).read_text("utf-8")
    found = re.findall(r"https?://\S+|file:\S+|--(?:extra-)?index-url|--find-links|pypi\.org|pythonhosted", text)
    commands = {"--no-emit-find-links", "--no-emit-index-url"}
    assert not [f for f in found if f"--no-emit-{f[2:]}" not in commands]


def test_conda_door_leads_to_the_same_lock():
    assert set(CONDA) == {"name", "channels", "dependencies"} and CONDA["name"] == PROJECT["project"]["name"]
    *conda, last = CONDA["dependencies"]
    assert last == {"pip": ["--requirement requirements.lock"]}
    # a match specification that conda, mamba and pixi all read: name, then operator and version
    parts = [re.fullmatch(r"([a-z0-9][a-z0-9._-]*)(>=|==?|<=?|>)(\d+(?:\.\d+)*)", line) for line in conda]
    assert all(parts), conda
    named = {part[1]: part[3] for part in parts}
    assert set(named) == {"python", "pip"}
    oldest = SpecifierSet(PROJECT["project"]["requires-python"])
    assert oldest.contains(named["python"])
    assert str(oldest) == f">={named['python']}", "the conda door has the oldest Python that is promised"


def test_the_readmes_show_the_conda_door():
    for readme in ("README.md", "README.zh.md"):
        text = (ROOT / readme).read_text("utf-8")
        assert "environment.yml" in text, readme


def test_ci_does_what_anybody_can_do():
    lines = [line for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', 'exec python3 start.py test "$@"']
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111 or sys.platform == "win32"


def imported(folder):
    """{top-level module: a file that imports it} of everything under the folder that is not ours."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and not node.level else []
            found.update({name.split(".")[0]: path for name in names})
    ours = [*folder.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]  # a benchmark measures what a test can drive
    local = {"rightdoor"} | {p.stem for p in ours} | {p.name for p in folder.iterdir() if p.is_dir()}
    return {name: path for name, path in found.items() if name not in sys.stdlib_module_names and name not in local}


@pytest.mark.parametrize("folder", ["lib", "tests", "notebooks", "benchmarks"])
def test_what_is_imported_is_declared(folder):
    if not (ROOT / folder).is_dir():
        return  # a folder that is not there imports nothing
    homes = packages_distributions()
    extras = PROJECT["project"]["optional-dependencies"]  # a command that needs one says so; "test" is for tests alone
    lines = PROJECT["project"]["dependencies"] + [line for name in extras if name != "test" for line in extras[name]]
    runtime = {canonicalize_name(Requirement(line).name) for line in lines}
    known = runtime if folder == "lib" else {canonicalize_name(r.name) for r in declared()}
    missing = [
        f"{path.relative_to(ROOT)} imports {module}: name its package in pyproject.toml"
        for module, path in imported(ROOT / folder).items()
        if not {canonicalize_name(d) for d in homes.get(module, [])} & known
    ]
    assert not missing, "\n".join(missing)
