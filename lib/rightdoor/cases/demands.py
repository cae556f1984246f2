"""How much a case asks of a trainee, so that a newcomer begins with an easy one."""

HARD_KINDS = frozenset({"match", "finding", "letter", "number", "date"})


def demands(case):
    """The number of its demands beyond choosing answers and doors: kinds of step, branches, a door that was shut."""
    kinds = {step.kind.id for step in case.steps.values()} & HARD_KINDS
    branches = any(option.next for step in case.steps.values() for option in step.options)
    shut = any("escalation" in step.stages for step in case.steps.values())
    return len(kinds) + branches + shut
