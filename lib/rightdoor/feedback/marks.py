"""Certainty-based marking and the price of a hint.

Who is sure and right gains most, who is sure and wrong loses most, so that it pays to know what one knows (the scale of
Gardner-Medwin, University College London). Both are optional: without them the score of an answer stands as it is.
"""

HINT_COSTS = 0.25
POINTS = {"sure": (3, -6), "think-so": (2, -2), "guess": (1, 0)}  # for a right answer, for a wrong one


def after_hint(score, hinted):
    """The score 0 to 1 of an answer, less a quarter of it where a hint was asked for."""
    return round(score * (1 - HINT_COSTS), 3) if hinted else score


def points(score, certainty):
    """The points of an answer, -6 to 3, in proportion where it is partly right; None where no certainty was given."""
    if certainty not in POINTS:
        return None
    right, wrong = POINTS[certainty]
    return round(wrong + score * (right - wrong), 2)
