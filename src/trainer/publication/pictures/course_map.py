"""The course as a circle of chairs: one a module, the wider the longer it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from math import pi

from trainer.publication.pictures.lettering import Label, number, wrap
from trainer.publication.pictures.svg import (
    Named,
    Words,
    back,
    circle_shape,
    frame,
    polar,
    seat,
    turned,
)

RING, RUG, HALF = 152, 104, 210
DEPTH = 42
"""Of a seat; a script that fills seats in the browser uses the same figure."""
FULLEST = 0.84
"""How much of the ring chairs may take; the rest is room between them."""


@dataclass(frozen=True)
class Module:
    """A chair."""

    id: str
    number: str
    title: str
    hours: float
    length: str
    """The hours in words: “2.5 hours”."""
    done: float = 0
    """From 0 to 1."""
    here: bool = False

    @property
    def state(self) -> str:
        """Its state as a class."""
        return "done" if self.done >= 1 else "begun" if self.done > 0 else "open"


def course_map(
    modules: Sequence[Module], *, centre: str, below: str = "", words: Words, prefix: str = "map"
) -> str:
    """Draw the modules of a course. `centre` and `below` are the words in the middle."""
    widths = _widths(modules)
    gap = (2 * pi * RING - sum(widths)) / len(modules)
    ends = accumulate(width + gap for width in widths)
    scale = 360 / (sum(widths) + gap * len(modules))
    chairs = [
        _chair(module, width, (end - (width + gap) / 2) * scale, f"{prefix}-clip-{k}")
        for k, (module, width, end) in enumerate(zip(modules, widths, ends, strict=True), 1)
    ]
    body = circle_shape("tr-rug", (0, 0), RUG) + "".join(chairs) + _middle(centre, below)
    return frame(
        "map",
        (-HALF, -HALF, HALF, HALF),
        Named(
            prefix=prefix,
            title=words.ngettext(
                "The course: {number} module as a chair",
                "The course: {number} modules as a circle of chairs",
                len(modules),
            ),
            desc=_told(modules, centre, words),
        ),
        body,
    )


def _widths(modules: Sequence[Module]) -> list[float]:
    wanted = [20 + 13 * max(module.hours, 0) for module in modules]
    room = 2 * pi * RING * FULLEST
    scale = min(1, room / sum(wanted))
    return [min(width * scale, 130) for width in wanted]


def _chair(module: Module, width: float, degrees: float, clip: str) -> str:
    at = polar(RING, degrees)
    cut = DEPTH * min(max(module.done, 0), 1)
    seated = (
        back(width, DEPTH)
        + seat(width, DEPTH)
        + f'<clipPath id="{escape(clip)}"><rect class="tr-cut" x="{number(-width / 2)}" '
        f'y="{number(DEPTH / 2 - cut)}" width="{number(width)}" height="{number(cut)}"/></clipPath>'
        f'<g clip-path="url(#{escape(clip)})">{seat(width, DEPTH, "tr-fill")}</g>'
        + circle_shape("tr-plate", (0, 0), min(12, width / 2))
    )
    label = Label((module.number,), at[0], at[1] + 6, "tr-num", size=17)
    here = " is-here" if module.here else ""
    return (
        f'<g class="tr-chair is-{module.state}{here}" data-tr-page="{escape(module.id)}">'
        + turned(at, degrees, seated)
        + label.draw()
        + circle_shape("tr-here", polar(RING + 44, degrees), 5)
        + "</g>"
    )


def _middle(centre: str, below: str) -> str:
    big = wrap(centre, 27, RUG * 1.84, 2)
    small = wrap(below, 16, RUG * 1.6, 3)
    height = len(big) * 30 + len(small) * 19
    top = 24 - height / 2
    labels = [Label(big, 0, top, "tr-big", size=27, leading=1.1)]
    if small:
        labels.append(Label(small, 0, top + 30 * len(big) - 6, "tr-small"))
    return "".join(label.draw() for label in labels)


def _told(modules: Sequence[Module], centre: str, words: Words) -> str:
    states = {
        "done": words.gettext("done"),
        "begun": words.gettext("begun"),
        "open": words.gettext("not begun"),
    }
    each = "; ".join(
        f"{module.number}, {module.title}, {module.length}, {states[module.state]}"
        for module in modules
    )
    return words.gettext("{total} in all. {modules}.", total=centre, modules=each)
