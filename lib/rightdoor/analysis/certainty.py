"""Certainty against correctness: whether those who are sure are right."""

import pandas as pd

from rightdoor.analysis.items import SMALLEST_GROUP, _tries
from rightdoor.mastery import wilson
from rightdoor.records.event import CERTAINTY


def certainty(table, every=False):
    """One row for each degree of certainty, surest first: n (answers), learners, right (share), low, high (95 %).

    First tries only, unless `every`. Rows of fewer than SMALLEST_GROUP learners say no more than that.
    """
    tries = _tries(table, every)
    rows = []
    for degree in CERTAINTY:
        mine = tries[tries["certainty"] == degree]
        n, learners = len(mine), mine["learner"].nunique()
        right = float((mine["score"] >= 1).mean()) if learners >= SMALLEST_GROUP else float("nan")
        low, high = wilson(right, n) if learners >= SMALLEST_GROUP else (float("nan"), float("nan"))
        rows.append((degree, n, learners, right, low, high))
    return pd.DataFrame(rows, columns=["certainty", "n", "learners", "right", "low", "high"]).set_index("certainty")
