"""The sheet of personal links of a course: python deploy/links.py ROSTER.csv --url https://course.example.cn/ --out links.html

Needs the settings of the hub: RIGHTDOOR_HUB_STATE, and RIGHTDOOR_COURSE if it was given.
"""

import argparse
import os
import sys

from rightdoor import roster
from rightdoor.classroom.sheet import sheet
from rightdoor.records.place import private
from rightdoor.server.hub_links import HOURS, course_link, course_links
from rightdoor.text import LANGS, say


def main(arguments=None):
    """Write the sheet; returns the exit code: 0 done, 2 bad input."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("roster")
    parser.add_argument("--url", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--lang", choices=LANGS, default=LANGS[0])
    options = parser.parse_args(arguments)
    try:
        people = roster.read(options.roster).people
    except roster.RosterError as error:
        print(
            *(f"{p.place}: {say(p.says, options.lang)} {say(p.cure, options.lang)}" for p in error.problems),
            sep="\n",
            file=sys.stderr,
        )
        return 2
    links = course_links(
        os.path.join(os.environ["RIGHTDOOR_HUB_STATE"], "links.key"), os.environ.get("RIGHTDOOR_COURSE", "course")
    )
    url = options.url.rstrip("/") + "/"
    text = sheet(people, lambda code: course_link(links, url, code), None, HOURS, options.lang)
    with open(options.out, "x", encoding="utf-8", opener=private) as out:
        out.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
