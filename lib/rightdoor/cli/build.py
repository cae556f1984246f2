"""rightdoor build: make the notebooks and the reference pages from their sources."""

import sys

from rightdoor import build, upkeep
from rightdoor.text import Pair, say


def add(commands):
    """Add `build`."""
    parser = commands.add(
        "build", Pair("由源文件生成笔记本和参考页", "make notebooks and reference pages from their sources"), run
    )
    parser.option(
        "--check", action="store_true", help=Pair("只检查是否落后，不写文件", "only tell what lags, write nothing")
    )


def run(args):
    """Exit 0 when everything is in step (or was brought there), 1 when --check finds something behind."""
    rooms = ((build.drift, build.build), (upkeep.docs_drift, upkeep.build_docs))
    changed = [name for look, write in rooms for name in (look if args.check else write)()]
    for name in changed:
        print(name)
    done = Pair("落后的文件：", "Files that lag behind: ") if args.check else Pair("已更新的文件：", "Files updated: ")
    print(f"{say(done, args.lang)}{len(changed)}", file=sys.stderr)
    return 1 if args.check and changed else 0
