#!/usr/bin/env python3
# Over 400 lines: it is all that is there before the set-up, so it is one file and imports nothing of ours.
"""RightDoor · 找对门: one door for everybody. Needs Python and nothing else.

    python3 start.py                    open the lessons in the browser
    python3 start.py lab                the same notebooks in JupyterLab
    python3 start.py setup              prepare everything, open nothing
    python3 start.py report             render the sample report into reports/
    python3 start.py test [arguments]   run all tests, or those that the arguments name (they go to pytest)
    python3 start.py proof [NAME]       one long proof at full size (tests/proofs; without a name: all of them)
    python3 start.py bench [NAME ...]   the benchmarks, as one table in benchmarks/RESULTS.md
    python3 start.py audit              ask which pinned packages have known vulnerabilities (needs the network)

Options: --lang zh-Hans|zh-Hant|en, --port N, --no-browser, --rebuild (make .venv anew).

The first start makes .venv/ and installs what requirements.lock pins; later starts skip that while the lock, the
project file and the Python version are the same. This file must be readable by Python 3.6, to say what is needed.
"""

import argparse
import contextlib
import functools
import hashlib
import importlib.util
import json
import locale
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "rightdoor-stamp"
LOG = VENV / "rightdoor-setup.log"
LOCK = ROOT / "requirements.lock"
OLDEST = (3, 11)
MEGABYTES = 900  # what .venv takes while it is made, rounded up
PORT = 8888
VERBS = ("open", "setup", "lab", "test", "proof", "bench", "report", "audit")
LANGS = ("zh-Hans", "zh-Hant", "en")
# Files go to two workers in their order, the long ones of the browser first; nbval runs in a process of its own.
TESTS = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-p", "no:nbval"]

# key: 简体, 繁體, English. OpenCC is not there before the set-up; a test compares the first two.
WORDS = {
    "old": (
        "找对门需要 Python {need} 或更新的版本，这里是 {have}。请安装新版本后再运行。",
        "找對門需要 Python {need} 或更新的版本，這裡是 {have}。請安裝新版本後再運行。",
        "RightDoor needs Python {need} or newer; this is {have}. Please install a newer one and run this again.",
    ),
    "network": (
        "连不上网络，没能下载所需的软件。只有第一次启动需要网络；请接通后再运行一次。",
        "連不上網絡，沒能下載所需的軟件。只有第一次啟動需要網絡；請接通後再運行一次。",
        "The network cannot be reached, so what is needed could not be downloaded. Only the first start "
        "needs it; please connect and run this again.",
    ),
    "disk": (
        "磁盘空间不足：需要大约 {need} MB。请腾出空间后再运行一次。",
        "磁盤空間不足：需要大約 {need} MB。請騰出空間後再運行一次。",
        "The disk is full: about {need} MB are needed. Please make room and run this again.",
    ),
    "rights": (
        "没有权限写入 {where}。请把找对门放到你自己的文件夹里再运行。",
        "沒有權限寫入 {where}。請把找對門放到你自己的文件夾裡再運行。",
        "No permission to write to {where}. Please move RightDoor to a folder of your own and run this again.",
    ),
    "unknown": (
        "准备没有完成。详细记录在 {log}；可以用 --rebuild 重来一次。",
        "準備沒有完成。詳細記錄在 {log}；可以用 --rebuild 重來一次。",
        "The set-up was not completed. Details are in {log}; --rebuild starts it afresh.",
    ),
    "broken": (
        ".venv 已损坏，需要重新建立（你的回答不在其中）。",
        ".venv 已損壞，需要重新建立（你的回答不在其中）。",
        "The folder .venv is broken and has to be made anew (your answers are not in it).",
    ),
    "ask": ("现在重新建立吗？[Y/n] ", "現在重新建立嗎？[Y/n] ", "Make it anew now? [Y/n] "),
    "kept": (
        "没有改动。要重新建立，请加上 --rebuild。",
        "沒有改動。要重新建立，請加上 --rebuild。",
        "Nothing was changed. To make it anew, add --rebuild.",
    ),
    "taken": (
        "端口 {port} 已被占用。请换一个端口，或者不写 --port。",
        "端口 {port} 已被佔用。請換一個端口，或者不寫 --port。",
        "Port {port} is taken. Please choose another, or leave --port out.",
    ),
    "needs": (
        "还缺少 {what}。请先运行：{command}",
        "還缺少 {what}。請先運行：{command}",
        "Still missing: {what}. Please run first: {command}",
    ),
    "needs-by-hand": (
        "还缺少 {what}。请先安装。",
        "還缺少 {what}。請先安裝。",
        "Still missing: {what}. Please install it first.",
    ),
    "font": (
        "中文字体（如 Noto Sans CJK）",
        "中文字體（如 Noto Sans CJK）",
        "a Chinese font (such as Noto Sans CJK)",
    ),
    "installing": ("正在安装 {what} ……", "正在安裝 {what} ……", "Installing {what} …"),
    "make": (
        "第一次启动，正在准备（约一分钟）……",
        "第一次啟動，正在準備（約一分鐘）……",
        "First start, preparing (about a minute) …",
    ),
    "again": ("有更新，正在准备 ……", "有更新，正在準備 ……", "Something has changed: preparing …"),
    "step-venv": ("  1/4 建立 .venv", "  1/4 建立 .venv", "  1/4 making .venv"),
    "step-uv": ("  2/4 取得安装工具", "  2/4 取得安裝工具", "  2/4 fetching the installer"),
    "step-lock": ("  3/4 下载并安装软件", "  3/4 下載並安裝軟件", "  3/4 downloading and installing software"),
    "step-package": ("  4/4 安装找对门", "  4/4 安裝找對門", "  4/4 installing RightDoor"),
    "slow-way": (
        "  uv 在这里不能用，改用 pip，会慢一些",
        "  uv 在這裡不能用，改用 pip，會慢一些",
        "  uv does not work here; using pip, which is slower",
    ),
    "ready": ("准备好了（{seconds} 秒）。", "準備好了（{seconds} 秒）。", "Ready ({seconds} s)."),
    "no-proof": (
        "没有这个证明；有：{names}",
        "沒有這個證明；有：{names}",
        "There is no such proof; there are: {names}",
    ),
    "vulnerable": ("{name} {version}：{ids}", "{name} {version}：{ids}", "{name} {version}: {ids}"),
    "not-asked": (
        "{count} 个软件包里有 {unknown} 个查不到漏洞数据：这里的软件源没有。不等于没有漏洞，请在能访问 PyPI 的网络上再查一次。",
        "{count} 個軟件包裡有 {unknown} 個查不到漏洞數據：這裡的軟件源沒有。不等於沒有漏洞，請在能訪問 PyPI 的網絡上再查一次。",
        "No data on {unknown} of {count} packages: the index here has none. That is no clean bill of health; please ask "
        "again where PyPI can be reached.",
    ),
    "sound": (
        "{count} 个软件包都查过了，没有已知漏洞。",
        "{count} 個軟件包都查過了，沒有已知漏洞。",
        "All {count} packages were looked up; none has a known vulnerability.",
    ),
    "stopped": ("已停止。", "已停止。", "Stopped."),
}

SIGNS = (  # what installers and systems say, lower case, and what it means
    ("disk", ("no space left", "os error 28", "errno 28", "not enough space", "os error 112", "disk quota")),
    ("rights", ("permission denied", "os error 13", "errno 13", "read-only file system", "access is denied")),
    (
        "network",
        (
            "failed to fetch",
            "error sending request",
            "dns error",
            "name resolution",
            "newconnectionerror",
            "connection refused",
            "connection reset",
            "connecttimeout",
            "read timed out",
            "readtimeout",
            "network is unreachable",
            "no route to host",
            "proxyerror",
            "from versions: none",
            "timed out",
            "could not connect",
            "getaddrinfo",
            "failed to download",
        ),
    ),
)


class Told(Exception):
    """Ends the program with one sentence from WORDS."""

    def __init__(self, key, code=2, **values):
        super().__init__(key)
        self.key, self.code, self.values = key, code, values


class Failed(Exception):
    """A program that we ran did not succeed; `output` is what it said."""

    def __init__(self, output):
        super().__init__(output[-400:])
        self.output = output


class Voice:
    """Says the sentences in one language, one calm line each."""

    def __init__(self, lang):
        self.lang = lang

    def words(self, key, **values):
        return WORDS[key][LANGS.index(self.lang)].format(**values)

    def say(self, key, **values):
        print(self.words(key, **values), flush=True)


def main(arguments=None):
    """Do what the command line asks for; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old console may lack Chinese; it must not end in a traceback
    options, rest = parse(sys.argv[1:] if arguments is None else arguments)
    voice = Voice(options.lang)
    try:
        if sys.version_info < OLDEST:
            raise Told("old", need=dotted(OLDEST), have=dotted(sys.version_info[:3]))
        if options.verb in ("open", "lab"):
            options.port = choose_port(options.port)  # before a minute of set-up, not after it
        prepare(voice, options.rebuild)
        verbs = {"setup": ready, "test": test, "proof": proof, "bench": bench, "report": report, "audit": audit}
        return verbs.get(options.verb, serve)(voice, options, rest)
    except Told as told:
        print(voice.words(told.key, **told.values), file=sys.stderr, flush=True)
        return told.code
    except KeyboardInterrupt:
        voice.say("stopped")
        return 130


def parse(arguments):
    """(options, what is left for pytest). The first word that is not an option of ours is the verb."""
    parser = argparse.ArgumentParser(
        prog="start.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", nargs="?", choices=VERBS, default="open", help=argparse.SUPPRESS)
    parser.add_argument("--lang", choices=LANGS, default=system_language(), help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--no-browser", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--rebuild", action="store_true", help=argparse.SUPPRESS)
    verb = next((word for word in arguments if word in VERBS), None)
    if verb in ("test", "proof", "bench"):  # everything after the verb is theirs, even if it looks like ours
        cut = arguments.index(verb) + 1
        return parser.parse_args(arguments[:cut]), arguments[cut:]
    return parser.parse_args(arguments), []


def dotted(version):
    return ".".join(str(part) for part in version)


# The language of the user


def system_language():
    """zh-Hant for a Chinese of Taiwan, Hong Kong or Macao, zh-Hans for any other Chinese, else en."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return language_of(os.environ[name])
    if sys.platform == "win32":
        import ctypes

        return language_of(locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), ""))
    if sys.platform == "darwin":
        try:
            return language_of(run(["defaults", "read", "-g", "AppleLocale"]))
        except (Failed, OSError):
            return "en"
    return "en"


def language_of(name):
    """One of LANGS for a locale's name such as zh_TW.UTF-8 or zh-Hant-HK."""
    parts = name.split(".")[0].split("@")[0].strip().lower().replace("_", "-").split("-")
    if parts[0] != "zh":
        return "en"
    return "zh-Hant" if {"hant", "tw", "hk", "mo"} & set(parts) and "hans" not in parts else "zh-Hans"


# The environment in .venv


def prepare(voice, rebuild=False):
    """Make .venv what requirements.lock says, unless it is already. Raises Told."""
    if rebuild:
        remove(VENV)
    version = version_of(python())
    if VENV.exists() and not version:
        offer_rebuild(voice)
    if STAMP.is_file() and STAMP.read_text("utf-8") == fingerprint(version):
        return
    began = time.time()
    voice.say("again" if version else "make")
    if not version and shutil.disk_usage(str(ROOT)).free < MEGABYTES * 1000 * 1000:
        raise Told("disk", need=MEGABYTES)
    try:
        build(voice)
        STAMP.write_text(fingerprint(version_of(python())), "utf-8")
    except Failed as failed:
        raise diagnosis(failed.output) from None
    except OSError as error:
        raise diagnosis(str(error)) from None
    voice.say("ready", seconds=round(time.time() - began))


def python():
    """The interpreter of .venv."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def version_of(interpreter):
    """What this Python calls its version; an empty string if it is missing, broken or too old."""
    code = "import sys; print(sys.version); sys.exit(sys.version_info < {!r})".format(OLDEST)
    try:
        return run([interpreter, "-c", code])
    except (Failed, OSError):
        return ""


def offer_rebuild(voice):
    """Remove a broken .venv, after asking if there is somebody to ask. Raises Told if the answer is no."""
    voice.say("broken")
    asked = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    if asked and input(voice.words("ask")).strip().lower()[:1] == "n":
        raise Told("kept", code=1)
    remove(VENV)


def remove(folder):
    """Delete a folder. Raises Told if the system will not allow it."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        try:
            shutil.rmtree(str(folder))
        except OSError as error:
            raise diagnosis(str(error)) from None


def fingerprint(version):
    """Changes with the lock, the project file, the Python version and the place of this folder."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode(), version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def build(voice):
    """The four steps. Raises Failed with what a step said, or Told."""
    voice.say("step-venv")
    if not python().exists():
        make_venv(voice)
    voice.say("step-uv")
    install = installer(voice)
    voice.say("step-lock")
    try:
        install("--require-hashes", "--requirement", LOCK)
    except Failed as failed:
        if install is pip or explain(failed.output) != "unknown":
            raise
        voice.say("slow-way")
        install = pip
        install("--require-hashes", "--requirement", LOCK)
    voice.say("step-package")
    install("--no-deps", "--no-build-isolation", "--editable", ROOT)


def make_venv(voice):
    """Make .venv with pip in it; on Debian as root, install what Python lacks for that."""
    if not importlib.util.find_spec("ensurepip"):
        require(voice, {"python{}.{}-venv".format(*sys.version_info[:2]): "Python venv"})
    run([sys.executable, "-m", "venv", VENV])


def installer(voice):
    """A function that installs into .venv: uv if it can be had, else pip."""
    try:
        settings = run([python(), "-m", "pip", "config", "list"])
    except Failed:
        run([python(), "-m", "ensurepip"])  # a .venv that was made without pip
        settings = ""
    pinned = VENV / "uv.lock"
    pinned.write_text(block_of("uv", LOCK.read_text("utf-8")), "utf-8")
    try:
        pip("--require-hashes", "--requirement", pinned)
        run([python(), "-m", "uv", "--version"])
    except Failed as failed:
        if explain(failed.output) != "unknown":
            raise
        voice.say("slow-way")
        return pip
    return functools.partial(uv, mirror_in(settings))


def mirror_in(settings):
    """The index that the user has set for pip, often a mirror nearby, or an empty string."""
    for line in settings.splitlines():
        name, _, value = line.partition("=")
        if name.endswith(".index-url"):
            return value.strip().strip("'")
    return ""


def pip(*arguments):
    command = [python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    run(command + list(arguments))


def uv(mirror, *arguments):
    """uv does not read pip's settings, so the mirror is handed on."""
    environment = dict(os.environ, **({"UV_DEFAULT_INDEX": mirror} if mirror else {}))
    command = [python(), "-m", "uv", "pip", "install", "--quiet", "--python", python(), "--compile-bytecode"]
    run(command + list(arguments), environment)


def block_of(name, lock):
    """The lines of one package in the lock, with its hashes."""
    lines, inside = [], False
    for line in lock.splitlines(True):
        if not line.startswith((" ", "#")):
            inside = line.startswith(name + "==")
        if inside:
            lines.append(line)
    return "".join(lines)


def run(command, environment=None):
    """Run a program to its end and return what it said. Raises Failed with the same, OSError if it cannot start."""
    process = subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=str(ROOT),
        env=environment,
    )
    try:
        output = process.communicate()[0].decode("utf-8", "replace")
    except KeyboardInterrupt:
        process.kill()
        process.wait()
        raise
    if process.returncode:
        raise Failed("$ {}\n{}".format(" ".join(str(part) for part in command), output))
    return output


def explain(output):
    """The key of WORDS for what an installer or the system said."""
    said = output.lower()
    return next((key for key, signs in SIGNS if any(sign in said for sign in signs)), "unknown")


def diagnosis(output):
    """The Told for a failed step; the details are kept in a file."""
    with contextlib.suppress(OSError):  # a full disk, or no .venv: the sentence has to do
        LOG.write_text(output, "utf-8")
    return Told(explain(output), need=MEGABYTES, where=ROOT, log=LOG)


# What the verbs do


def ready(voice, options, rest):
    return 0


def serve(voice, options, rest):
    """Run the server until Ctrl-C. It ends when our end of the pipe closes, so that none survives this program."""
    command = [python(), "-P", "-m", "rightdoor.server", "--lang", options.lang, "--port", options.port]
    command += ["--until-stdin-closes"] + ["--lab"] * (options.verb == "lab") + ["--no-browser"] * options.no_browser
    process = subprocess.Popen(
        [str(part) for part in command], stdin=subprocess.PIPE, cwd=str(ROOT), env=child_environment()
    )
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.stdin.close()  # the terminal has told the server too; a second Ctrl-C ends it at once
            try:
                process.wait(15)
                return 0
            except (KeyboardInterrupt, subprocess.TimeoutExpired):
                process.kill()


def child_environment(**more):
    """Ours, with .venv first, and UTF-8 everywhere, also on an old Windows console."""
    paths = str(python().parent) + os.pathsep + os.environ.get("PATH", "")
    return dict(os.environ, PATH=paths, VIRTUAL_ENV=str(VENV), PYTHONUTF8="1", **more)


def choose_port(wanted):
    """The port asked for, or the first free one from the usual one on. Raises Told if the one asked for is taken."""
    if wanted is not None:
        if not free(wanted):
            raise Told("taken", port=wanted)
        return wanted
    return next((port for port in range(PORT, PORT + 50) if free(port)), 0)


def free(port):
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            return False
    return True


def report(voice, options, rest):
    """Render the sample report, and show it where there is a screen."""
    command = [python(), "-P", "-m", "rightdoor.cli", "report", "sample", "--lang", options.lang]
    command += ["--out", ROOT / "reports"] + ["--open"] * (has_screen() and not options.no_browser)
    return subprocess.call([str(part) for part in command], cwd=str(ROOT), env=child_environment())


def has_screen():
    return sys.platform in ("win32", "darwin") or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def test(voice, options, rest):
    """Make sure of a browser, a Chinese font and a database server, then run pytest; its exit code is ours."""
    missing = {} if chromium() else dict(BROWSERS)
    if not chinese_font():
        missing["fonts-noto-cjk"] = voice.words("font")
    if not postgresql():
        missing["postgresql"] = "PostgreSQL"
    if not shutil.which("configurable-http-proxy"):
        missing["node-configurable-http-proxy"] = "configurable-http-proxy"
    if missing:
        require(voice, missing)
    command = [str(python()), "-m", "pytest"] + (rest or TESTS)
    return subprocess.call(command, cwd=str(ROOT), env=child_environment(RIGHTDOOR_CHROMIUM=chromium()))


def proof(voice, options, rest):
    """Run proofs at full size, which takes minutes, and show what they measured. The first word names one."""
    names = sorted(path.stem[len("test_") :] for path in (ROOT / "tests" / "proofs").glob("test_*.py"))
    chosen, rest = (rest[:1], rest[1:]) if rest and not rest[0].startswith("-") else (names, rest)
    if chosen[0] not in names:
        raise Told("no-proof", names=", ".join(names))
    missing = {} if postgresql() else {"postgresql": "PostgreSQL"}
    if "hub" in chosen and not shutil.which("configurable-http-proxy"):
        missing["node-configurable-http-proxy"] = "configurable-http-proxy"
    if "desk_letter" in chosen:  # every letter goes through LibreOffice, whose PDF must hold the Chinese
        if not shutil.which("soffice"):
            missing["libreoffice-writer-nogui"] = "LibreOffice Writer"
        if not chinese_font():
            missing["fonts-noto-cjk"] = voice.words("font")
    if missing:
        require(voice, missing)
    command = [str(python()), "-m", "pytest", "-s", "--timeout", "0"]  # minutes are meant here
    command += ["tests/proofs/test_{}.py".format(name) for name in chosen] + rest
    return subprocess.call(command, cwd=str(ROOT), env=child_environment(RIGHTDOOR_PROOF="full"))


def audit(voice, options, rest):
    """Ask about every pin of the lock; 0 only if all were looked up and none is known to be vulnerable."""
    command = [python(), "-m", "pip_audit", "--requirement", LOCK, "--no-deps", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off"]
    asked = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, error = (stream.decode("utf-8", "replace") for stream in asked.communicate())
    try:
        packages = json.loads(out)["dependencies"]
    except ValueError:
        raise diagnosis(error) from None
    bad = [package for package in packages if package.get("vulns")]
    unknown = [package for package in packages if "skip_reason" in package]
    for package in bad:
        ids = ", ".join(found["id"] for found in package["vulns"])
        voice.say("vulnerable", name=package["name"], version=package["version"], ids=ids)
    if unknown:
        voice.say("not-asked", count=len(packages), unknown=len(unknown))
    elif not bad:
        voice.say("sound", count=len(packages))
    return 1 if bad or unknown else 0


def bench(voice, options, rest):
    """Run the benchmarks, or those named; Chromium measures the pages."""
    if not chromium():
        require(voice, dict(BROWSERS))
    command = [str(python()), str(ROOT / "benchmarks" / "all.py")] + rest
    return subprocess.call(command, cwd=str(ROOT), env=child_environment(RIGHTDOOR_CHROMIUM=chromium()))


def postgresql():
    """Whether a PostgreSQL server can be started here: Debian keeps its programs off the PATH."""
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


# The shell without windows runs most tests at half the cost; one looks at what a browser with a profile keeps.
BROWSERS = {"chromium": "Chromium", "chromium-headless-shell": "Chromium (headless)"}


def chromium():
    """Path of a Chromium or Chrome, or an empty string. The shell without windows is the same one at half the cost."""
    names = (
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    )
    places = [os.environ.get("RIGHTDOOR_CHROMIUM")] + [shutil.which(name) for name in names]
    places.append("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    for folder in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        places.append(os.path.join(os.environ.get(folder, ""), "Google", "Chrome", "Application", "chrome.exe"))
    return next((place for place in places if place and os.path.isfile(place)), "")


def chinese_font():
    """Whether Chinese can be drawn. Windows and macOS bring a font."""
    if sys.platform in ("win32", "darwin"):
        return True
    try:
        return bool(run(["fc-list", ":lang=zh", "family"]).strip())
    except (Failed, OSError):
        return False


def require(voice, missing):
    """Install Debian packages, {package: what it is}, as root; otherwise raise Told with what to do."""
    what, packages = " + ".join(missing.values()), list(missing)
    if not shutil.which("apt-get"):
        raise Told("needs-by-hand", what=what)
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        command = "sudo apt-get update && sudo apt-get install " + " ".join(packages)
        raise Told("needs", what=what, command=command)
    voice.say("installing", what=what)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    try:
        run(["apt-get", "update", "--quiet"], environment)
        run(["apt-get", "install", "--yes", "--quiet", "--no-install-recommends"] + packages, environment)
    except Failed as failed:
        key = explain(failed.output)
        if key in ("disk", "network"):
            raise Told(key, need=MEGABYTES) from None
        raise Told("needs", what=what, command="apt-get install " + " ".join(packages)) from None
    importlib.invalidate_caches()


if __name__ == "__main__":
    sys.exit(main())
