"""How much room words take in a picture, without a browser to ask.

The widths are those of Literata at weight 400, the italic with it, rounded up, in
thousandths of the type size. Weight 600 is wider by a tenth at most.
"""

import unicodedata
from dataclasses import dataclass
from html import escape
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

ASCENT, DESCENT = 0.9, 0.3
"""Of the type size, above and below the baseline."""

GROUPS = {
    225: " ′",
    275: "'⁄",
    325: "j¹‹›",
    350: "!(),.:;[]il¡°·ı‘’‚",
    375: "-{}•",
    400: "f²″",
    425: '"1It|³',
    450: "/\\ªº",
    475: "*rs„",
    500: "_cz«®",
    525: "257e»–“”",
    550: "369?¿",
    575: "$48Jagxy↑↓",
    600: "+0<=>S^oqv~£±¶×ð÷øþ−",
    625: "FPbdkp§Þ",
    650: "ELu",
    675: "BZhn",
    700: "#C¥ß",
    725: "RXY€",
    750: "ATV",
    775: "DGKOQØ",
    800: "©",
    825: "&Uæ",
    850: "%HN",
    875: "@w",
    925: "œ",
    975: "m½¼¾…",
    1000: "Æ",
    1025: "M—™",
    1100: "WŒ",
}
_WIDTHS = {letter: width for width, letters in GROUPS.items() for letter in letters}
_UNKNOWN, _IDEOGRAPH, _MARK = 850, 1050, 0
BOLD = 1.1
"""How much wider the same words are at weight 600."""


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
