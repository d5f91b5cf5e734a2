"""The circle in a session: who speaks, who has spoken, who moved a chair back, who is in mind."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi
from typing import Literal

from trainer.publication.pictures.lettering import BOLD, Box, Label, text_width, wrap
from trainer.publication.pictures.svg import (
    Named,
    Words,
    back,
    circle_shape,
    frame,
    grown,
    polar,
    seat,
    turned,
)

State = Literal["speaks", "spoke", "silent"]

HALF = 218
"""Half the width: at 390 px a label of 16 is shown at 13 or more."""
RINGS = (112, 104, 96, 90, 84)
"""Radii of the ring of chairs; it draws in where names are long."""
MIDDLE = 0.1
"""How far across, at radius 1, a chair still counts as top or bottom."""
ASIDE = 0.8
"""How far across a chair that has moved back has its name above or below it, for want of room."""
BEYOND, EDGE = 35, 2
"""From the ring to a name beside a chair; from a name to the picture's edge."""
SIZE = 16


@dataclass(frozen=True)
class Person:
    """A chair. Give the leader first: the first chair stands at the bottom."""

    name: str
    role: str = "member"
    state: State = "silent"
    back: bool = False
    """Moved out of the circle, as a presenter does."""


@dataclass(frozen=True)
class _Place:
    person: Person
    degrees: float
    radius: float
    lines: tuple[str, ...]


def circle(
    people: Sequence[Person],
    *,
    minute: int | None = None,
    in_mind: str = "",
    words: Words,
    prefix: str = "circle",
) -> str:
    """Draw a group at one moment."""
    places = _places(people)
    ring = min(place.radius for place in places)
    width = min(38.0, 2 * pi * ring / len(people) * 0.76)
    rug = ring - 36
    labels = [_name(place) for place in places]
    body = (
        circle_shape("tr-rug", (0, 0), rug)
        + "".join(_chair(place, ring, width) for place in places)
        + "".join(label.draw() for label in labels)
        + _in_mind(in_mind, rug)
    )
    title = (
        words.gettext("The circle")
        if minute is None
        else words.gettext("The circle at minute {minute}", minute=minute)
    )
    return frame(
        "circle",
        _bounds(places, labels),
        Named(prefix=prefix, title=title, desc=_told(people, in_mind, words)),
        body,
    )


def _places(people: Sequence[Person]) -> list[_Place]:
    """Draw the ring in only as far as the names need."""
    for ring in RINGS:
        places = [_place(person, k * 360 / len(people), ring) for k, person in enumerate(people)]
        if not any("…" in line for place in places for line in place.lines):
            break
    return places


def _place(person: Person, degrees: float, ring: float) -> _Place:
    radius = ring + (46 if person.back else 0)
    across = abs(polar(radius + BEYOND, degrees)[0])
    room = HALF if abs(polar(1, degrees)[0]) < MIDDLE else HALF - EDGE - across
    if _aside(person, degrees):
        room = 2 * (HALF - EDGE - abs(polar(radius, degrees)[0]))
    # whoever comes to speak is set bold where they sit, without being drawn anew
    return _Place(person, degrees, radius, _broken(wrap(person.name, SIZE * BOLD, room, 2)))


def _broken(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Break a name of two lines where they come out most alike: `Anneke / de Wit`."""
    words = " ".join(lines).split()
    if not lines[1:] or any("…" in line for line in lines):
        return lines
    ways = [(" ".join(words[:k]), " ".join(words[k:])) for k in range(1, len(words))]
    return min(ways, key=lambda way: max(text_width(line, SIZE) for line in way))


def _aside(person: Person, degrees: float) -> bool:
    return person.back and abs(polar(1, degrees)[0]) > ASIDE


def _name(place: _Place) -> Label:
    """Set a name outside its chair, growing away from the circle."""
    across, down = polar(1, place.degrees)
    x, y = polar(place.radius + BEYOND, place.degrees)
    extra = SIZE * 1.15 * (len(place.lines) - 1)
    classes = f"tr-name is-{place.person.state} is-{place.person.role}"
    if _aside(place.person, place.degrees):
        x, y = polar(place.radius, place.degrees)
        y += 38 if down > -MIDDLE else -30 - extra
        return Label(place.lines, x, y, classes, size=SIZE)
    if abs(across) < MIDDLE:
        y += 13 if down > 0 else -4 - extra
        return Label(place.lines, 0, y, classes, size=SIZE)
    y += 5 - extra * (1 - down) / 2 + 6 * down
    return Label(place.lines, x, y, classes, size=SIZE, anchor="start" if across > 0 else "end")


def _chair(place: _Place, ring: float, width: float) -> str:
    person, height = place.person, width * 0.84
    trace = ""
    if person.back:
        trace = turned(
            polar(ring, place.degrees), place.degrees, seat(width - 2, height - 2), "tr-trace"
        )
    rays = ""
    if person.state == "speaks":
        start, end = -height / 2 - 7, -height / 2 - 17
        rays = "".join(
            f'<path class="tr-ray" d="M{x} {start:.0f}L{x * 1.6:.0f} {end:.0f}"/>'
            for x in (-10, 0, 10)
        )
    drawn = back(width, height) + seat(width, height) + rays
    classes = f"tr-chair is-{person.state} is-{person.role}"
    return trace + turned(polar(place.radius, place.degrees), place.degrees, drawn, classes)


def _in_mind(text: str, rug: float) -> str:
    lines = wrap(text, 18, rug * 1.7, 3)
    if not lines:
        return ""
    first = 6 - (len(lines) - 1) * 18 * 1.15 / 2
    return Label(lines, 0, first, "tr-absent", size=18).draw()


def _bounds(places: Sequence[_Place], labels: Sequence[Label]) -> Box:
    chairs: list[Box] = [(-HALF, -1.0, HALF, 1.0)]
    for place in places:
        x, y = polar(place.radius, place.degrees)
        chairs.append((x, y - 32, x, y + 32))
    _, top, _, bottom = grown([*chairs, *(label.box for label in labels)], 5)
    return -HALF, top, HALF, bottom


def _told(people: Sequence[Person], in_mind: str, words: Words) -> str:
    said = [
        words.ngettext("{number} chair in a circle.", "{number} chairs in a circle.", len(people))
    ]
    said += [
        words.gettext("{name} has moved back from the circle.", name=person.name)
        for person in people
        if person.back
    ]
    speaking = [person.name for person in people if person.state == "speaks"]
    said += [words.gettext("{name} speaks.", name=name) for name in speaking]
    if not speaking:
        said.append(words.gettext("Nobody speaks."))
    silent = ", ".join(person.name for person in people if person.state == "silent")
    if silent:
        said.append(words.gettext("Not yet heard: {names}.", names=silent))
    if in_mind:
        said.append(words.gettext("In mind: {name}", name=in_mind))
    return " ".join(said)
