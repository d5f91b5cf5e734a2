"""Everything that an element holds, in the order of its fields."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, cast

from trainer.model import Element, Written

Part = Element | Written


def parts(value: object) -> Iterator[Part]:
    """Yield the elements and the pieces of writing in a value, itself first, facilitator's too."""
    if isinstance(value, Written):
        yield value
    elif isinstance(value, Element):
        yield value
        for name in _names(type(value)):
            yield from parts(getattr(value, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from parts(key)
            yield from parts(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)


def _names(element: type[Element]) -> tuple[str, ...]:
    return _names_of(cast("Hashable", element))


@cache
def _names_of(element: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(element) if field.name != "place")
