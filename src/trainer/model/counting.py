"""How many words there are to read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields

from trainer.model.element import Element
from trainer.model.written import Line, Prose, Written

WORDS_A_MINUTE = 200
"""Slow enough for thinking while one reads."""

_WORD = re.compile(r"\w[\w’'\-]*")
_TARGET = re.compile(r"\]\([^)\s]*\)|\[@[^\]]*\]")
HIDDEN = frozenset({"facilitator", "formerly", "claims", "themes"})
"""Fields that a learner does not read as text."""


def texts(value: object) -> Iterator[Written]:
    """Yield every piece of Markdown in an element, in order, the facilitator's left out."""
    if isinstance(value, (Line, Prose)):
        yield value
    elif isinstance(value, Element):
        for field in fields(value):
            if field.name not in HIDDEN:
                yield from texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)


def count_words(*values: object) -> int:
    """Count the words of all Markdown in the values; link targets and citations are none."""
    return sum(
        len(_WORD.findall(_TARGET.sub("]", str(text)))) for value in values for text in texts(value)
    )


def reading_minutes(*values: object) -> float:
    """How long the values take to read."""
    return count_words(*values) / WORDS_A_MINUTE
