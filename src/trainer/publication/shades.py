"""All tokens of a society's look from its one accent, as a style sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.publication.colours import TOKENS, Colour, Scheme, contrast, parse

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
_STEPS = 50
_READS_WELL = 7.0
_BUTTON = 5.0


@dataclass(frozen=True)
class Brand:
    """What a society chose: one accent for everything that acts, and tokens of its own."""

    accent: str = ""
    light: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)


def style_sheet(brand: Brand) -> str:
    """Return the rules that set the tokens of both schemes; empty where nothing was chosen."""
    light, dark = tokens(brand, "light"), tokens(brand, "dark")
    if not light and not dark:
        return ""
    return (
        f':root,[data-md-color-scheme="default"]{{{_declared(light)}}}\n'
        f'[data-md-color-scheme="slate"]{{{_declared(dark)}}}\n'
    )


def tokens(brand: Brand, scheme: Scheme) -> dict[str, str]:
    """Return the tokens that change in a scheme; a token named outright wins over the accent."""
    own = own_tokens(brand, scheme)
    if not brand.accent:
        return dict(own)
    accent = parse(brand.accent)
    derived = _light(accent) if scheme == "light" else _dark(accent)
    return derived | dict(own)


def _light(accent: Colour) -> dict[str, str]:
    paper = parse(TOKENS["light"]["paper"])
    deep = as_hex(_mixed(accent, BLACK, 0.25))
    plain = as_hex(accent)
    return {
        "mulberry": plain,
        "mulberry-deep": deep,
        "mulberry-tint": as_hex(_mixed(accent, paper, 0.9)),
        "mulberry-fill": plain,
        "button": plain,
        "button-hover": deep,
        "button-edge": plain,
    }


def _dark(accent: Colour) -> dict[str, str]:
    """The dark scheme is its own drawing: lighter for text, deeper for fills."""
    card = parse(TOKENS["dark"]["card"])
    text = _until(accent, WHITE, card, _READS_WELL)
    fill = _until(accent, WHITE, card, 4.0)
    button = _until(accent, BLACK, WHITE, _BUTTON)
    return {
        "mulberry": as_hex(text),
        "mulberry-deep": as_hex(_mixed(text, WHITE, 0.4)),
        "mulberry-tint": as_hex(_mixed(accent, card, 0.8)),
        "mulberry-fill": as_hex(fill),
        "button": as_hex(button),
        "button-hover": as_hex(_until(_mixed(button, WHITE, 0.1), BLACK, WHITE, 4.6)),
        "button-edge": as_hex(fill),
    }


def _until(colour: Colour, towards: Colour, ground: Colour, wanted: float) -> Colour:
    """Mix a colour towards another in small steps until it stands out from the ground."""
    for step in range(_STEPS + 1):
        mixed = _mixed(colour, towards, step / _STEPS)
        if contrast(mixed, ground) >= wanted:
            return mixed
    return towards


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def as_hex(colour: Colour) -> str:
    """Write a colour as `#RRGGBB`."""
    return "#" + "".join(f"{part:02X}" for part in colour)


def _declared(chosen: Mapping[str, str]) -> str:
    return ";".join(f"--tr-{token}:{value}" for token, value in sorted(chosen.items()))


def own_tokens(brand: Brand, scheme: str) -> Mapping[str, str]:
    """Return the tokens that a society named outright in a scheme."""
    return brand.light if scheme == "light" else brand.dark
