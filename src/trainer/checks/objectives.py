"""Objectives exist, are taught and are practised."""

from collections.abc import Iterator

from trainer.checks.context import Context
from trainer.checks.naming import hint_for
from trainer.model import Id
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

OBJECTIVE_EXISTS = Rule(
    "objective-exists",
    Severity.ERROR,
    "The objectives that a lesson teaches and an activity practises are objectives of a module.",
    "Write the id as it stands under `objectives` in a `module.yml`.",
)
OBJECTIVE_IS_TAUGHT = Rule(
    "objective-is-taught",
    Severity.ERROR,
    "Every objective is taught by a lesson.",
    "Add its id to the `objectives` of the lesson that teaches it, or drop the objective.",
)
OBJECTIVE_IS_PRACTISED = Rule(
    "objective-is-practised",
    Severity.ERROR,
    "Every objective is practised in an activity.",
    "Add its id to the `practises` of an activity, or drop the objective.",
)
RULES = (OBJECTIVE_EXISTS, OBJECTIVE_IS_TAUGHT, OBJECTIVE_IS_PRACTISED)


def objective_exists(context: Context) -> Iterator[Problem]:
    """Yield each objective that is named and that no module has."""
    for name in (*_taught(context), *_practised(context)):
        if name not in context.objectives and not context.may_be("objective", name):
            yield OBJECTIVE_EXISTS.broken(
                name.place,
                phrase("No module has an objective “{id}”.", id=name),
                hint_for(
                    name,
                    list(context.objectives),
                    phrase("Objectives stand in the `module.yml` of each module."),
                ),
            )


def objective_is_taught(context: Context) -> Iterator[Problem]:
    """Yield each objective that no lesson names."""
    taught = set(_taught(context))
    for objective in context.objectives.values() if context.is_whole else ():
        if objective.id not in taught:
            yield OBJECTIVE_IS_TAUGHT.broken(
                objective.id.place,
                phrase("No lesson teaches the objective “{id}”.", id=objective.id),
                phrase("Add `{id}` to the `objectives` of a lesson.", id=objective.id),
            )


def objective_is_practised(context: Context) -> Iterator[Problem]:
    """Yield each objective that no activity practises."""
    practised = set(_practised(context))
    for objective in context.objectives.values() if context.is_whole else ():
        if objective.id not in practised:
            yield OBJECTIVE_IS_PRACTISED.broken(
                objective.id.place,
                phrase("No activity practises the objective “{id}”.", id=objective.id),
                phrase("Add `practises: [{id}]` to an activity.", id=objective.id),
            )


def _taught(context: Context) -> Iterator[Id]:
    return (name for lesson in context.course.lessons for name in lesson.objectives)


def _practised(context: Context) -> Iterator[Id]:
    return (name for activity in context.activities for name in activity.practises)


CHECKS = (objective_exists, objective_is_taught, objective_is_practised)
