"""Statistics of each judged step, by the definitions that Moodle publishes for its quiz reports.

With x the scores at the step (0 to 1) and X the score on the rest of the same case:

- facility: the mean of x. sd: its standard deviation.
- discrimination: the correlation of x and X, C(x, X) / sqrt(V(x) V(X)).
- efficiency: C(x, X) / Cmax(x, X), Cmax being the covariance when both are sorted, the most that is possible.

Moodle gives these in percent and takes X as a sum. Here not everybody reaches every step, so X is the mean over the
other steps that the learner reached; where all reach all, both give the same figures.
"""

import numpy as np
import pandas as pd

from rightdoor.analysis.options import drawing
from rightdoor.mastery import wilson

SMALLEST_GROUP = 5
ITEM = ["case", "step"]


def items(table, every=False):
    """One row for each judged step, indexed by case and step.

    Columns: began, reached, stopped, n (learners: who began the case, came to the step, went no further, answered),
    shown (False where n is below SMALLEST_GROUP and the rest is missing), facility, low, high (95 % interval), right
    (share of full marks), sd, discrimination, efficiency, seconds (median), slow (upper quartile), wrong, wrong_n (the
    wrong option chosen most and by how many), missed, missed_n (the right one left out most), sure_n, sure_wrong.
    `every`: all walks count, each as if by another learner; otherwise the first try of each learner.
    """
    tries = _tries(table, every)
    if tries.empty:
        return pd.DataFrame(columns=COLUMNS, index=pd.MultiIndex.from_arrays([[], []], names=ITEM))
    found = _reach(table).join(_scores(tries)).join(_times(tries)).join(_sure(tries)).join(drawing(table, tries))
    found = found[found["n"].notna()].copy()
    found["n"] = found["n"].astype(int)
    bounds = [wilson(p, n) for p, n in zip(found["facility"], found["n"], strict=True)]
    found["low"], found["high"] = zip(*bounds, strict=True)
    return _suppressed(found)[COLUMNS]


COLUMNS = (
    "began reached stopped n shown facility low high right sd discrimination efficiency seconds slow wrong wrong_n "
    "missed missed_n sure_n sure_wrong"
).split()
COUNTS = ["began", "reached", "stopped", "n"]


def _tries(table, every):
    """The rows that count: judged, the first in its walk, and of those the first of the learner unless `every`."""
    tries = table[(table["kind"] == "answered") & table["score"].notna() & (table["attempt"] <= 1)]
    who = ["walk"] if every else ["learner"]
    tries = tries.drop_duplicates([*who, *ITEM])
    return tries.assign(who=tries[who[0]].cat.codes)


def _scores(tries):
    """n, facility, right, sd, discrimination and efficiency of each step."""
    x = tries["score"].astype(float)
    together = x.groupby([tries["who"], tries["case"]], observed=True)
    others = together.transform("size") - 1
    rest = (together.transform("sum") - x) / others.where(others > 0)
    frame = pd.DataFrame({"case": tries["case"], "step": tries["step"], "x": x, "rest": rest})
    by_item = frame.groupby(ITEM, observed=True)
    told = by_item["x"].agg(n="size", facility="mean", sd="std")
    told["right"] = (x >= 1).groupby([tries["case"], tries["step"]], observed=True).mean()
    pairs = [(key, *_discrimination(group)) for key, group in by_item[["x", "rest"]]]
    index = pd.MultiIndex.from_tuples([key for key, *_ in pairs], names=ITEM)
    return told.join(
        pd.DataFrame({"discrimination": [p[1] for p in pairs], "efficiency": [p[2] for p in pairs]}, index)
    )


def _discrimination(group):
    """`(discrimination, efficiency)`, each missing where nothing varies."""
    group = group.dropna()
    x, rest = group["x"].to_numpy(), group["rest"].to_numpy()
    if len(x) < 2 or np.ptp(x) == 0 or np.ptp(rest) == 0:
        return np.nan, np.nan
    covariance = _covariance(x, rest)
    most = _covariance(np.sort(x), np.sort(rest))
    return covariance / (x.std(ddof=1) * rest.std(ddof=1)), covariance / most if most > 0 else np.nan


def _covariance(a, b):
    return ((a - a.mean()) * (b - b.mean())).sum() / (len(a) - 1)


def _times(tries):
    by_item = tries.groupby(ITEM, observed=True)["seconds"]
    return pd.DataFrame({"seconds": by_item.median(), "slow": by_item.quantile(0.75)})


def _sure(tries):
    """How many were sure, and what share of them was wrong."""
    sure = tries[tries["certainty"] == "sure"]
    wrong = (sure["score"] < 1).groupby([sure["case"], sure["step"]], observed=True)
    return pd.DataFrame({"sure_n": wrong.size(), "sure_wrong": wrong.mean()})


def _reach(table):
    """began, reached and stopped of each step: learners who did anything there, and whose last act in the case it was."""
    began = table.groupby("case", observed=True)["learner"].nunique()
    at_step = table[table["step"] != ""]
    reached = at_step.groupby(ITEM, observed=True)["learner"].nunique().rename("reached").to_frame()
    finished = table.loc[table["kind"] == "finished", ["learner", "case"]].drop_duplicates().assign(done=True)
    last = at_step.drop_duplicates(["learner", "case"], keep="last").merge(finished, "left", ["learner", "case"])
    stopped = last[last["done"].isna()].groupby(ITEM, observed=True).size().rename("stopped")
    reached["began"] = began.reindex(reached.index.get_level_values("case").astype(str)).to_numpy()
    return reached.join(stopped).fillna({"stopped": 0}).astype({"stopped": int})


def _suppressed(found):
    """Nothing but that there is a small group where there is one: few learners can be told apart by their answers."""
    found["shown"] = found["n"] >= SMALLEST_GROUP
    rest = [name for name in found.columns if name not in (*COUNTS, "shown")]
    found.loc[~found["shown"], rest] = np.nan
    for option, count in (("wrong", "wrong_n"), ("missed", "missed_n")):
        found.loc[~(found[count] >= SMALLEST_GROUP), [option, count]] = np.nan
    found.loc[~(found["sure_n"] >= SMALLEST_GROUP), ["sure_n", "sure_wrong"]] = np.nan
    return found
