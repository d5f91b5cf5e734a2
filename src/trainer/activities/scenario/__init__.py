"""Scenario: a branching session in the leader's chair, or a morning in the surgery."""

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.activities.kind import Kind
from trainer.activities.naming import meant_by
from trainer.activities.scenario.rules import RULES, check_scenarios
from trainer.model import Course, Use, Written, reading_minutes
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase


@dataclass(frozen=True, kw_only=True)
class ScenarioUse(Use):
    """A scenario to play."""


EXISTS = Rule(
    "activity-scenario-exists",
    Severity.ERROR,
    "The scenario that an activity names exists.",
    "Write the id of a file in `curriculum/scenarios/`.",
)


def check(use: ScenarioUse, course: Course) -> Iterator[Problem]:
    """Yield what is wrong with the use of a scenario."""
    if use.of not in course.scenario_of:
        yield EXISTS.broken(
            use.of.place,
            phrase("There is no scenario “{id}”.", id=use.of),
            meant_by(
                use.of,
                course.scenario_of,
                phrase("Scenarios are files in `curriculum/scenarios/`, named by their id."),
            ),
        )


def minutes(use: ScenarioUse, course: Course) -> float:
    """What the scenario says of itself: nobody reads all of its branches."""
    scenario = course.scenario_of.get(use.of)
    return scenario.duration.minutes + reading_minutes(use.prompt) if scenario else 0


def shown(use: ScenarioUse, course: Course) -> Iterator[Written]:
    """The prompt and the lead; no scene and no consequence."""
    if use.prompt:
        yield use.prompt
    scenario = course.scenario_of.get(use.of)
    if scenario:
        yield scenario.lead


KIND = Kind(
    "scenario", ScenarioUse, __name__, minutes, shown, (EXISTS, *RULES), check, check_scenarios
)
