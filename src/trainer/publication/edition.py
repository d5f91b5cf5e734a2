"""Facilitator's text leaves the course before anything is rendered.

What the learner's edition must not hold is then nowhere in its publication: no
template and no style has to hide it.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, TypeVar

from trainer.model import Element
from trainer.publication.values import Edition

FACILITATOR = "facilitator"
T = TypeVar("T")


def for_edition(value: T, edition: Edition) -> T:
    """Return the course (or any part of it) as an edition may hold it."""
    return value if edition is Edition.FACILITATOR else _without(value)


def _without(value: Any) -> Any:
    if isinstance(value, Element):
        changed: dict[str, Any] = {
            field.name: None if field.name == FACILITATOR else _without(getattr(value, field.name))
            for field in fields(value)
        }
        kept = all(changed[name] is getattr(value, name) for name in changed)
        return value if kept else replace(value, **changed)
    if isinstance(value, tuple):
        items = tuple(_without(item) for item in value)
        return value if all(a is b for a, b in zip(items, value, strict=True)) else items
    if isinstance(value, Mapping):
        return MappingProxyType({key: _without(item) for key, item in value.items()})
    return value
