"""Declared durations add up, and are true."""

from collections.abc import Iterator
from math import ceil

from trainer.activities import kind_of
from trainer.checks.context import Context
from trainer.model import Activity, Arc, Course, Lesson, Passage, reading_minutes
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

ADDS_UP = Rule(
    "module-duration-adds-up",
    Severity.ERROR,
    "A module's duration is the sum of its lessons' durations.",
    "Write the sum that the message gives.",
)
IS_TRUE = Rule(
    "duration-is-true",
    Severity.WARNING,
    "A lesson's duration agrees, within a third, with its words (200 a minute) and its activities.",
    "Change the lesson's `duration`, shorten the lesson, or give an activity whose time is"
    " reckoned wrongly a `duration` of its own.",
)
RULES = (ADDS_UP, IS_TRUE)
_MARGIN = 1 / 3
_STEP = 5
_LEAST = 1.0
"""Minutes; nothing that a lesson holds counts as less."""
_HOUR = 60


def module_duration_adds_up(context: Context) -> Iterator[Problem]:
    """Yield each module whose duration is not the sum of its lessons."""
    for module in context.course.modules:
        if not context.broken_ids.isdisjoint((module.id, *module.head.lessons)):
            continue
        total = sum(lesson.duration.minutes for lesson in module.lessons)
        declared = module.head.duration
        if abs(total - declared.minutes) >= 1:
            yield ADDS_UP.broken(
                declared.place,
                phrase(
                    "The module says {declared}, but its lessons add up to {total}.",
                    declared=declared,
                    total=in_words(total),
                ),
                phrase("Write `duration: {total}`, or change a lesson.", total=in_words(total)),
            )


def duration_is_true(context: Context) -> Iterator[Problem]:
    """Yield each lesson whose duration is far from what it takes."""
    faulty = {activity.id for activity, faults in context.faults_of_kinds if faults}
    unsure = faulty | context.broken_ids
    for lesson in context.course.lessons:
        names = (lesson.id, *(activity.id for activity in lesson.exercises()))
        if not unsure.isdisjoint(names):
            continue
        reading = reading_of(lesson)
        doing = sum(minutes_of(each, context.course) for each in lesson.exercises())
        total = max(_LEAST, reading + doing)
        if not agree(lesson.duration.minutes, total):
            yield IS_TRUE.broken(
                lesson.duration.place,
                phrase(
                    "The lesson says {declared}, but comes to about {total} min:"
                    " {reading} min to read and {doing} min to do.",
                    declared=lesson.duration,
                    total=round(total),
                    reading=round(reading),
                    doing=round(doing),
                ),
                phrase(
                    "Write `duration: {likely}`, or change what the lesson holds.",
                    likely=likely_for(total),
                ),
            )


def agree(declared: float, total: float) -> bool:
    """Tell whether a lesson may declare so many minutes when it comes to this total."""
    return abs(total - declared) <= declared * _MARGIN


def likely_for(total: float) -> str:
    """Return a duration that agrees with so many minutes: a round one, if there is one."""
    rounded = (_STEP * round(total / _STEP), round(total))
    return in_words(next((each for each in rounded if agree(each, total)), ceil(total)))


def reading_of(lesson: Lesson) -> float:
    """Return how many minutes the lesson's own text takes to read, without its activities."""
    passages = [part for part in lesson.activities if isinstance(part, Passage | Arc)]
    return reading_minutes(
        lesson.content_note, lesson.lead, lesson.text, lesson.take_along, *passages
    )


def minutes_of(activity: Activity, course: Course) -> float:
    """Return how long an activity takes: what it says itself, or what its kind reckons."""
    if activity.duration:
        return activity.duration.minutes
    return kind_of(activity).minutes(activity, course)


def in_words(minutes: float) -> str:
    """Return a duration as an author would write it."""
    hours, rest = divmod(round(minutes), _HOUR)
    written = [f"{hours} h"] if hours else []
    return " ".join(written + ([f"{rest} min"] if rest or not hours else []))


CHECKS = (module_duration_adds_up, duration_is_true)
