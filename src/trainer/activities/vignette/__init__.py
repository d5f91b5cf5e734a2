"""Vignette: a case whose stages open one by one, with a pause to imagine before each."""

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.activities.kind import Kind
from trainer.activities.naming import meant_by
from trainer.model import Course, Use, Written, reading_minutes
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase


@dataclass(frozen=True, kw_only=True)
class VignetteUse(Use):
    """A case to read in stages."""


EXISTS = Rule(
    "activity-vignette-exists",
    Severity.ERROR,
    "The vignette that an activity names exists.",
    "Write the id of a file in `vignettes/`.",
)


def check(use: VignetteUse, course: Course) -> Iterator[Problem]:
    """Yield what is wrong with the use of a vignette."""
    if use.of not in course.vignette_of:
        yield EXISTS.broken(
            use.of.place,
            phrase("There is no vignette “{id}”.", id=use.of),
            meant_by(
                use.of,
                course.vignette_of,
                phrase("Vignettes are files in `vignettes/`, named by their id."),
            ),
        )


def minutes(use: VignetteUse, course: Course) -> float:
    """The reading, and a minute a pause."""
    vignette = course.vignette_of.get(use.of)
    if vignette is None:
        return 0
    return reading_minutes(use, vignette) + sum(1 for stage in vignette.stages if stage.pause)


def shown(use: VignetteUse, course: Course) -> Iterator[Written]:
    """The prompt and the first stage, unless a note stands before it."""
    if use.prompt:
        yield use.prompt
    vignette = course.vignette_of.get(use.of)
    if vignette:
        yield vignette.lead


KIND = Kind("vignette", VignetteUse, __name__, minutes, shown, (EXISTS,), check)
