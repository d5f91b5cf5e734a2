"""What all pictures have in common: the frame with its names, points on a circle, a chair."""

from dataclasses import dataclass
from html import escape
from math import cos, radians, sin
from typing import Protocol

from trainer.publication.pictures.lettering import Box, number

Point = tuple[float, float]


class Words(Protocol):
    """Says the product's own words in the course's language; `trainer.words.Catalogue` does."""

    def gettext(self, message: str, **values: object) -> str:
        """Return the message with its `{names}` filled in."""

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the form for `number`; `{number}` is filled in too."""


def polar(radius: float, degrees: float) -> Point:
    """Return a point on a circle round the origin.

    0 degrees is at the bottom and degrees run clockwise, as one walks round.
    """
    angle = radians(degrees)
    return -radius * sin(angle), radius * cos(angle)


@dataclass(frozen=True)
class Named:
    """What a picture is and what it shows, and the prefix of the ids that say so."""

    prefix: str
    title: str
    desc: str


def frame(name: str, box: Box, named: Named, body: str) -> str:
    """Wrap a drawing as a picture that tells its name and what it shows."""
    left, top, right, bottom = box
    view = " ".join(number(value) for value in (left, top, right - left, bottom - top))
    ids = escape(named.prefix)
    return (
        f'<svg class="tr-pic tr-pic--{name}" viewBox="{view}" role="img" '
        f'aria-labelledby="{ids}-t {ids}-d"><title id="{ids}-t">{escape(named.title)}</title>'
        f'<desc id="{ids}-d">{escape(named.desc)}</desc>{body}</svg>'
    )


def ornament(classes: str, width: float, height: float, body: str) -> str:
    """Wrap a drawing that says nothing which is not in words beside it."""
    return (
        f'<svg class="{classes}" viewBox="0 0 {number(width)} {number(height)}" '
        f'aria-hidden="true" focusable="false">{body}</svg>'
    )


def circle_shape(classes: str, at: Point, radius: float) -> str:
    """Draw a dot or a disc."""
    x, y = at
    return f'<circle class="{classes}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def turned(at: Point, degrees: float, body: str, classes: str = "") -> str:
    """Put a drawing somewhere, turned so that its foot points away from the middle."""
    x, y = at
    named = f' class="{classes}"' if classes else ""
    return (
        f'<g{named} transform="translate({number(x)} {number(y)}) '
        f'rotate({number(degrees)})">{body}</g>'
    )


def seat(width: float, height: float, classes: str = "tr-seat") -> str:
    """Draw a chair's seat round the origin."""
    return (
        f'<rect class="{classes}" x="{number(-width / 2)}" y="{number(-height / 2)}" '
        f'width="{number(width)}" height="{number(height)}" '
        f'rx="{number(min(width, height) * 0.34)}"/>'
    )


def back(width: float, height: float) -> str:
    """Draw the back of a chair, outside its seat."""
    x, y, deep = width / 2, height / 2 + 3.5, height / 2 + 12
    return (
        f'<path class="tr-back" d="M{number(-x)} {number(y)}C{number(-x * 0.6)} {number(deep)} '
        f'{number(x * 0.6)} {number(deep)} {number(x)} {number(y)}"/>'
    )


def grown(boxes: list[Box], margin: float) -> Box:
    """Return the smallest box round all of these, with a margin."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts) - margin, min(tops) - margin, max(rights) + margin, max(bottoms) + margin
