"""Whether a lawyer has reviewed a case: data/reviews.csv, one row for each review of one version of one case."""

import csv
import re
from datetime import date

from rightdoor.cases.faults import fault
from rightdoor.text import Pair

COLUMNS = ("case", "version", "reviewer", "qualification", "on", "outcome", "note")
OUTCOMES = ("approved", "approved-with-changes", "rejected")
NOT_REVIEWED = Pair("尚未经律师审阅。", "Not yet reviewed by a lawyer.")
EDITED_SINCE = Pair(
    "律师 {who}（{as_}）于 {on} 审阅过较早的版本（{version}）；此后改过，现在的版本尚未经律师审阅。",
    "{who} ({as_}) reviewed an earlier version ({version}) on {on}; it has been edited since, and the present version "
    "is not yet reviewed by a lawyer.",
)
REVIEWED = {
    "approved": Pair("律师 {who}（{as_}）于 {on} 审阅通过。", "Reviewed and approved by {who} ({as_}) on {on}."),
    "approved-with-changes": Pair(
        "律师 {who}（{as_}）于 {on} 审阅，修改后通过。", "Reviewed by {who} ({as_}) on {on}, approved with changes."
    ),
    "rejected": Pair(
        "律师 {who}（{as_}）于 {on} 审阅，认为不能使用。", "Reviewed by {who} ({as_}) on {on}: not fit for use."
    ),
}


def rows(root):
    """The rows of reviews.csv as dicts, in the order of the file; none where there is no file."""
    path = root / "reviews.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(file)]


def status(case):
    """Where the review of this case stands, as one sentence."""
    mine = [row for row in rows(case.book.root) if row.get("case") == case.id]
    if not mine:
        return NOT_REVIEWED
    row = mine[-1]
    words = {"who": row["reviewer"], "as_": row["qualification"], "on": row["on"], "version": row["version"]}
    return (REVIEWED[row["outcome"]] if row["version"] == case.version else EDITED_SINCE).format(**words)


def review_faults(root, known):
    """Problems of reviews.csv: other columns, an unknown case or outcome, a date that is none, nobody named."""
    for line, row in enumerate(rows(root), 2):
        place = f"reviews.csv:{line}"
        if tuple(row) != COLUMNS:
            yield fault(
                place,
                "列应为：" + "、".join(COLUMNS) + "。",
                "the columns must be " + ", ".join(COLUMNS) + ".",
                ("改正第一行。", "correct the first row."),
            )
            return
        if row["case"] not in known:
            yield fault(
                place,
                f"没有案例“{row['case']}”。",
                f"there is no case '{row['case']}'.",
                ("写一个案例编号。", "write the id of a case."),
            )
        if row["outcome"] not in OUTCOMES:
            yield fault(
                place,
                f"outcome 应为：{'、'.join(OUTCOMES)}。",
                f"outcome must be one of {', '.join(OUTCOMES)}.",
                ("改成其中一个。", "make it one of these."),
            )
        if not re.fullmatch(r"[0-9a-f]{12}", row["version"]):
            yield fault(
                place,
                "version 是审阅单上的十二位版本号。",
                "version is the twelve digits of the review sheet.",
                ("从审阅单上抄下来。", "copy it from the sheet."),
            )
        if not (row["reviewer"] and row["qualification"]):
            yield fault(
                place,
                "要写明审阅人和资格。",
                "the reviewer and the qualification must be named.",
                ("补上姓名和资格。", "add both."),
            )
        try:
            date.fromisoformat(row["on"])
        except ValueError:
            yield fault(
                place,
                f"“{row['on']}”不是日期。",
                f"'{row['on']}' is not a date.",
                ("写成 2026-01-31。", "write it as 2026-01-31."),
            )
