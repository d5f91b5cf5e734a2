"""Practise: roles, steps and minutes for a workshop or a pair, and what to talk about afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.activities.kind import Kind
from trainer.model import Activity, Course, Duration, Element, Line, Prose, Written, reading_minutes


@dataclass(frozen=True, kw_only=True)
class PractiseRole(Element):
    """A part in the exercise."""

    name: Line
    """What the part is called."""
    does: Line
    """What one does in it."""


@dataclass(frozen=True, kw_only=True)
class PractiseStep(Element):
    """One step with its time."""

    duration: Duration
    """How long it takes."""
    text: Line
    """What one does."""


@dataclass(frozen=True, kw_only=True)
class Practise(Activity):
    """An exercise to do aloud, alone or with others."""

    prompt: Line
    """What it is."""
    text: Prose | None = None
    """What one needs to know first."""
    people: int
    """For how many."""
    roles: tuple[PractiseRole, ...] = ()
    """The parts."""
    steps: tuple[PractiseStep, ...]
    """What happens, step by step."""
    afterwards: tuple[Line, ...] = ()
    """What to talk about afterwards."""


def minutes(practise: Practise, _course: Course) -> float:
    """The steps, and the reading."""
    return sum(step.duration.minutes for step in practise.steps) + reading_minutes(practise)


def shown(practise: Practise, _course: Course) -> Iterator[Written]:
    """Everything: nothing is held back."""
    yield practise.prompt
    if practise.text:
        yield practise.text
    for step in practise.steps:
        yield step.text


KIND = Kind("practise", Practise, __name__, minutes, shown)
