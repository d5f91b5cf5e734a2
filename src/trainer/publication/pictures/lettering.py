"""How much room words take in a picture, without a browser to ask.

The widths are those of Literata at weight 600, rounded up, in thousandths of the
type size: a label set in 400, or in the fallback, never needs more.
"""

import unicodedata
from dataclasses import dataclass
from html import escape
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

ASCENT, DESCENT = 0.86, 0.28
"""Of the type size, above and below the baseline."""

_GROUPS = {
    300: " '′",
    350: "’‘›‹‚,j;!.:·¡-[]()",
    400: "li{}°•ı⁄",
    450: '"″f1It|*ªº',
    500: "„/\\_s–®",
    550: "rz«»2c57“”e",
    600: "?¿39a6J8$^+4<=>~£±×÷−gxyð↑↓",
    650: "0Svøo¶§FqbPÞþdpLkµ",
    700: "EuZBhn#€",
    750: "CßYXRTAV¥",
    800: "GOØKDÐQU",
    850: "©&æNH",
    900: "%w",
    950: "@…œ",
    1000: "mM—¼",
    1100: "W½¾ÆŒ™",
}
_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_UNKNOWN, _IDEOGRAPH, _MARK = 850, 1050, 0


def number(value: float) -> str:
    """Write a coordinate: one decimal at most, never `-0`."""
    written = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def text_width(text: str, size: float) -> float:
    """Tell how wide a line of text can be at this size; never less than it is."""
    return sum(_letter_width(letter) for letter in text) * size / 1000


def _letter_width(letter: str) -> int:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return _MARK
    if unicodedata.east_asian_width(letter) in "WF":
        return _IDEOGRAPH
    plain = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS.get(plain, _UNKNOWN) + (30 if plain != letter else 0)


def wrap(text: str, size: float, width: float, most: int = 2) -> tuple[str, ...]:
    """Break a label into at most `most` lines of at most `width`.

    What does not fit ends in an ellipsis: the full words stand in the description and
    in the list beside the picture.
    """
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most:
        taken = 1
        while taken < len(rest) and text_width(" ".join(rest[: taken + 1]), size) <= width:
            taken += 1
        lines.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    if rest:
        lines[-1] = f"{lines[-1]} {' '.join(rest)}"
    return tuple(shorten(line, size, width) for line in lines)


def shorten(line: str, size: float, width: float) -> str:
    """Cut a line to `width`, with an ellipsis where something was cut."""
    if text_width(line, size) <= width:
        return line
    kept = line
    while kept and text_width(kept + "…", size) > width:
        kept = kept[:-1]
    return kept.rstrip(" ,.;:") + "…"


@dataclass(frozen=True)
class Label:
    """A text of one or more lines at a place in a picture; `y` is the first baseline."""

    lines: tuple[str, ...]
    x: float
    y: float
    classes: str
    size: float = 16
    anchor: Anchor = "middle"
    leading: float = 1.15

    @property
    def width(self) -> float:
        """The width of its longest line."""
        return max((text_width(line, self.size) for line in self.lines), default=0)

    @property
    def box(self) -> Box:
        """The room that it takes."""
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width
        left = self.x - shift
        bottom = self.y + self.size * (self.leading * (len(self.lines) - 1) + DESCENT)
        return left, self.y - self.size * ASCENT, left + self.width, bottom

    def draw(self) -> str:
        """Return it as `<text>`; the size itself comes from the class."""
        place = f'class="{self.classes}" text-anchor="{self.anchor}"'
        x, y = number(self.x), number(self.y)
        if len(self.lines) == 1:
            return f'<text {place} x="{x}" y="{y}">{escape(self.lines[0])}</text>'
        steps = (number(self.y + k * self.size * self.leading) for k in range(len(self.lines)))
        spans = " ".join(
            f'<tspan x="{x}" y="{step}">{escape(line)}</tspan>'
            for step, line in zip(steps, self.lines, strict=True)
        )
        return f"<text {place}>{spans}</text>"
