"""A problem as one line of MkDocs' log."""

from trainer.problems import Problem


def told(problem: Problem) -> str:
    """Return place, message and hint of a problem."""
    return f"{problem.place}: {problem.message} {problem.hint} [{problem.rule.id}]"
