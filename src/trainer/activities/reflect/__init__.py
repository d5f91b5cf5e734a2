"""Reflect: free writing with a prompt and a suggested time."""

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.activities.kind import Kind
from trainer.model import Activity, Course, Id, Line, Prose, Written, reading_minutes
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

SUGGESTED_MINUTES = 5


@dataclass(frozen=True, kw_only=True)
class Reflect(Activity):
    """A prompt to write to. `duration` is the suggested time."""

    prompt: Line
    """What to write about."""
    text: Prose | None = None
    """What one needs to know first."""
    after: Id | None = None
    """An earlier reflection, to be shown beside this one."""


AFTER_IS_EARLIER = Rule(
    "reflect-after-is-earlier",
    Severity.ERROR,
    "`after` names a reflection that comes earlier in the course.",
    "Write the id of the earlier reflection.",
)


def check(reflect: Reflect, course: Course) -> Iterator[Problem]:
    """Yield what is wrong with a reflection."""
    if reflect.after is None:
        return
    ids = [activity.id for activity in course.activities if isinstance(activity, Reflect)]
    here = ids.index(reflect.id) if reflect.id in ids else len(ids)
    if reflect.after not in ids[:here]:
        yield AFTER_IS_EARLIER.broken(
            reflect.after.place,
            phrase("No earlier reflection is called “{id}”.", id=reflect.after),
            phrase("Name a `reflect` that stands before this one in the course."),
        )


def minutes(reflect: Reflect, _course: Course) -> float:
    """The suggested time, or five minutes, and the reading."""
    writing = reflect.duration.minutes if reflect.duration else SUGGESTED_MINUTES
    return writing + reading_minutes(reflect)


def shown(reflect: Reflect, _course: Course) -> Iterator[Written]:
    """Everything: nothing is held back."""
    yield reflect.prompt
    if reflect.text:
        yield reflect.text


KIND = Kind("reflect", Reflect, __name__, minutes, shown, (AFTER_IS_EARLIER,), check)
