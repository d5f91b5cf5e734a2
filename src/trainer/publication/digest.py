"""A fingerprint of what a learner answers to, so that a later change can be told to them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from hashlib import sha256

from trainer.model import Activity, Course, Element, Id, Use

_SILENT = frozenset({"place", "facilitator", "formerly", "practises", "duration"})
_LENGTH = 12


def digest(activity: Activity, course: Course) -> str:
    """Return twelve hexadecimal digits of the activity's content and of the file that it plays."""
    parts = list(_parts(replace(activity, id=Id(""))))  # another name is not another question
    if isinstance(activity, Use):
        for library in (course.vignette_of, course.transcript_of, course.scenario_of):
            parts += list(_parts(library.get(activity.of)))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]


def _parts(value: object) -> Iterator[str]:
    if isinstance(value, Element):
        for field in fields(value):
            if field.name not in _SILENT:
                yield field.name
                yield from _parts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield str(key)
            yield from _parts(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts(item)
    else:
        yield str(value)
