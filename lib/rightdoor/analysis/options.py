"""Which wrong option draws most, and which right one is left out most.

The right answer stands in no event; it differs with the variant. What is right is read off the fully right answers to
the same variant, and of the answers that were not, each part is compared with it. Only different answers are looked
at, with their number, so that the size of the class does not matter.
"""

import json
from collections import Counter

import pandas as pd

ITEM = ["case", "step"]


def drawing(table, tries):
    """wrong, wrong_n, missed, missed_n for each step of the tries; missing where nothing can be said."""
    begun = table[table["kind"].isin(["started", "restarted"])].drop_duplicates("walk")
    variant = dict(zip(begun["walk"].cat.codes, begun["response"].cat.codes, strict=True))
    frame = pd.DataFrame(
        {
            "case": tries["case"],
            "step": tries["step"],
            "response": tries["response"],
            "variant": tries["walk"].cat.codes.map(variant).fillna(-1).astype(int),
            "right": tries["score"] >= 1,
        }
    )
    counted = (
        frame.groupby(["case", "step", "variant", "response", "right"], observed=True).size().reset_index(name="n")
    )
    rows = {key: _most(group) for key, group in counted.groupby(ITEM, observed=True)}
    index = pd.MultiIndex.from_tuples(list(rows), names=ITEM)
    return pd.DataFrame(list(rows.values()), index, columns=["wrong", "wrong_n", "missed", "missed_n"])


def _most(group):
    wrong, missed = Counter(), Counter()
    for _, rows in group.groupby("variant"):
        right = [parts(text) for text in rows.loc[rows["right"], "response"]]
        known = set().union(*right), set.intersection(*map(set, right)) if right else set()
        for text, n in rows.loc[~rows["right"], ["response", "n"]].itertuples(index=False):
            _compare(text, n, right, known, wrong, missed)
    return (*_first(wrong), *_first(missed))


def _compare(text, n, right, known, wrong, missed):
    given = parts(text)
    if len(given) > 1 and not right:
        return  # nobody was fully right: which part is wrong cannot be told
    wrong.update({part: n for part in given if part not in known[0]})
    if text.startswith("["):
        missed.update(dict.fromkeys(known[1] - set(given), n))


def _first(counter):
    """The most frequent, and of equals the first by name; `(None, None)` of nothing."""
    return min(counter.items(), key=lambda pair: (-pair[1], pair[0]), default=(None, None))


def parts(text):
    """The parts of an answer as it is stored: its id or number, the ids of a list, or `item=place` of a match."""
    answer = json.loads(text)
    if isinstance(answer, dict):
        return tuple(f"{item}={place}" for item, place in answer.items())
    return tuple(map(str, answer)) if isinstance(answer, list) else (str(answer),)
