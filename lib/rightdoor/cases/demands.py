"""How much a case asks of a trainee, so that a newcomer begins with an easy one."""

HARD_KINDS = frozenset({"match", "finding", "letter", "number", "date"})
LEVELS = ("first", "middle", "full")
MOST_FIRST, MOST_MIDDLE = 3, 4  # so many demands at most make a first case, and a middling one


def demands(case):
    """The number of its demands beyond choosing answers and doors: kinds of step, branches, a door that was shut."""
    story = [case.steps[id] for id in case.story]
    kinds = {step.kind.id for step in story} & HARD_KINDS
    branches = any(option.next for step in story for option in step.options)
    shut = any("escalation" in step.stages for step in story)
    return len(kinds) + branches + shut


def level(case):
    """How much a case asks for, as one of LEVELS."""
    found = demands(case)
    return LEVELS[0 if found <= MOST_FIRST else 1 if found <= MOST_MIDDLE else 2]
