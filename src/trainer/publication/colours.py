"""Whether a society's own colours can be read: the contrast of every pair that the look uses.

Tokens are named as in `assets/tokens.css`, without `--tr-`. The figures are those of
WCAG 2: text needs 4.5 to 1; the edges of controls, filled shapes and the focus ring need 3.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Colour = tuple[int, int, int]
Scheme = Literal["light", "dark"]

TEXT, SHAPE = 4.5, 3.0

_WRITTEN = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
_LINEAR_BELOW = 0.04045
"""Below this share of full light sRGB is linear."""

TOKENS: Mapping[Scheme, Mapping[str, str]] = {
    "light": {
        "paper": "#FAF8F6",
        "card": "#FFFFFF",
        "sunk": "#F1ECE8",
        "line": "#DCD3CD",
        "rule": "#877B75",
        "ink": "#2A2326",
        "soft": "#5F5458",
        "mulberry": "#7A2E4D",
        "mulberry-deep": "#5E2039",
        "mulberry-tint": "#F6E9EE",
        "mulberry-fill": "#7A2E4D",
        "moss": "#3D6145",
        "moss-fill": "#3D6145",
        "on-fill": "#FFFFFF",
        "button": "#7A2E4D",
        "button-hover": "#5E2039",
        "button-edge": "#7A2E4D",
        "on-button": "#FFFFFF",
        "straw": "#F7EBC8",
        "straw-ink": "#67490A",
        "slate": "#2F5266",
        "slate-tint": "#E3EBF0",
        "rug": "#F1ECE8",
        "focus": "#1F5FA8",
    },
    "dark": {
        "paper": "#1E1A1D",
        "card": "#282327",
        "sunk": "#161315",
        "line": "#474045",
        "rule": "#93888D",
        "ink": "#EEE7E4",
        "soft": "#C0B5B8",
        "mulberry": "#E3B4BE",
        "mulberry-deep": "#F2D3D9",
        "mulberry-tint": "#3B2530",
        "mulberry-fill": "#BC7C92",
        "moss": "#A9CDAA",
        "moss-fill": "#7FA886",
        "on-fill": "#1E1A1D",
        "button": "#8C4260",
        "button-hover": "#A2527A",
        "button-edge": "#BC7C92",
        "on-button": "#FFFFFF",
        "straw": "#3C3217",
        "straw-ink": "#EDD796",
        "slate": "#AECDDD",
        "slate-tint": "#213039",
        "rug": "#282327",
        "focus": "#8FC1FF",
    },
}
"""The colours of the look; a test proves that `assets/tokens.css` says the same."""


@dataclass(frozen=True)
class Pair:
    """Two tokens that stand on each other somewhere, and the contrast that they need."""

    front: str
    ground: str
    needs: float


def _pairs(needs: float, grounds: Mapping[str, str]) -> Iterator[Pair]:
    for front, names in grounds.items():
        yield from (Pair(front, ground, needs) for ground in names.split())


PAIRS: tuple[Pair, ...] = (
    *_pairs(
        TEXT,
        {
            "ink": "paper card sunk straw slate-tint mulberry-tint rug",
            "soft": "paper card sunk slate-tint mulberry-tint rug",
            "mulberry": "paper card sunk slate-tint mulberry-tint",
            "mulberry-deep": "paper card mulberry-tint",
            "moss": "paper card",
            "straw-ink": "paper card",
            "slate": "slate-tint",
            "on-button": "button button-hover",
            "on-fill": "moss-fill",
        },
    ),
    *_pairs(
        SHAPE,
        {
            "button-edge": "paper",
            "moss-fill": "paper card",
            "mulberry-fill": "paper card rug mulberry-tint",
            "rule": "paper card slate-tint",
            "focus": "paper card slate-tint",
        },
    ),
)
"""Every pair of the look."""


@dataclass(frozen=True)
class Failure:
    """A pair that cannot be read well enough."""

    scheme: Scheme
    pair: Pair
    front: str
    ground: str
    contrast: float


def parse(written: str) -> Colour:
    """Read `#rrggbb`; anything else is a ValueError."""
    found = _WRITTEN.fullmatch(written.strip())
    if not found:
        message = f"not a colour of the form #rrggbb: {written!r}"
        raise ValueError(message)
    red, green, blue = (int(part, 16) for part in found.groups())
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Return the relative luminance, 0 for black and 1 for white."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    if share <= _LINEAR_BELOW:
        return share / 12.92
    return float(((share + 0.055) / 1.055) ** 2.4)


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio, from 1 to 21, whichever of the two is the lighter."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def failures(changed: Mapping[str, str], scheme: Scheme) -> Iterator[Failure]:
    """Yield the pairs that fail once these tokens are changed.

    Only pairs with a changed token in them are looked at. Unknown tokens are a KeyError,
    unreadable colours a ValueError: check both before.
    """
    known = TOKENS[scheme]
    said = {**known, **{token: changed[token] for token in changed if known[token]}}
    for pair in PAIRS:
        if pair.front not in changed and pair.ground not in changed:
            continue
        reached = contrast(parse(said[pair.front]), parse(said[pair.ground]))
        if reached < pair.needs:
            yield Failure(scheme, pair, said[pair.front], said[pair.ground], reached)
