"""Events as rows of a CSV file that a spreadsheet opens: UTF-8 with a mark, commas, CRLF (RFC 4180)."""

import csv
import io

COLUMNS = (
    "at learner case step attempt kind response score certainty seconds lang offered walk version snapshot seed basis drill id"
).split()
MARK = "\ufeff"  # without it a spreadsheet takes UTF-8 for something else


def _csv(values):
    out = io.StringIO()
    csv.writer(out).writerow(values)
    return out.getvalue()


HEAD = MARK + _csv(COLUMNS)


def line(row):
    """A row of the log as a line. Lists are `;`-separated, a match is `item=place`; nothing can be taken for a formula,
    since ids begin with a letter or digit and numbers are not negative."""
    return _csv([_cell(row[name]) for name in COLUMNS])


def _cell(value):
    if isinstance(value, dict):
        return ";".join(f"{key}={inner}" for key, inner in value.items())
    return ";".join(map(str, value)) if isinstance(value, list | tuple) else value
