"""What all parts of a course have in common."""

from dataclasses import dataclass, field
from typing import Annotated, ClassVar, TypeVar

from trainer.problems import NOWHERE, Place

T = TypeVar("T")

ONE_OR_MORE = "one or more"
OneOrMore = Annotated[tuple[T, ...], ONE_OR_MORE]
"""A list that may be written as its only item."""


@dataclass(frozen=True, kw_only=True)
class Element:
    """A mapping in a file of the course.

    A subclass may name a field in `shorthand`, for authors who write just that field's
    value instead of the mapping; and two fields in `open_key`, which take the one key
    that is no field's name, and its value.
    """

    shorthand: ClassVar[str] = ""
    open_key: ClassVar[tuple[str, str] | None] = None

    place: Place = field(default=NOWHERE, compare=False, repr=False)
