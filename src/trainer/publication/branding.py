"""A society's own colours: all tokens from one accent, checked for contrast, as a style sheet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches

from trainer.publication.colours import TOKENS, Colour, Scheme, contrast, failures, parse
from trainer.words import Phrase, phrase

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


def brand_of(written: object) -> tuple[Brand, tuple[Phrase, ...]]:
    """Read what stands under `colours`, whatever that is; return it with all that is wrong with it."""
    misshapen = tuple(_misshapen(written))
    if misshapen or not isinstance(written, Mapping):
        return Brand(), misshapen
    brand = Brand(
        accent=_as_text(written.get("accent")),
        light=_as_texts(written.get("light")),
        dark=_as_texts(written.get("dark")),
    )
    return brand, faults(brand)


def faults(brand: Brand) -> tuple[Phrase, ...]:
    """Return everything that is wrong with the chosen colours: names, forms, contrasts."""
    malformed = tuple(_malformed(brand))
    return malformed or tuple(_unreadable(brand))


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
    own = brand.light if scheme == "light" else brand.dark
    if not brand.accent:
        return dict(own)
    accent = parse(brand.accent)
    derived = _light(accent) if scheme == "light" else _dark(accent)
    return derived | dict(own)


def _light(accent: Colour) -> dict[str, str]:
    paper = parse(TOKENS["light"]["paper"])
    deep = _written(_mixed(accent, BLACK, 0.25))
    plain = _written(accent)
    return {
        "mulberry": plain,
        "mulberry-deep": deep,
        "mulberry-tint": _written(_mixed(accent, paper, 0.9)),
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
        "mulberry": _written(text),
        "mulberry-deep": _written(_mixed(text, WHITE, 0.4)),
        "mulberry-tint": _written(_mixed(accent, card, 0.8)),
        "mulberry-fill": _written(fill),
        "button": _written(button),
        "button-hover": _written(_until(_mixed(button, WHITE, 0.1), BLACK, WHITE, 4.6)),
        "button-edge": _written(fill),
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


def _written(colour: Colour) -> str:
    return "#" + "".join(f"{part:02X}" for part in colour)


def _declared(chosen: Mapping[str, str]) -> str:
    return ";".join(f"--tr-{token}:{value}" for token, value in sorted(chosen.items()))


def _as_texts(written: Mapping[object, object] | None) -> dict[str, str]:
    return {str(token): _as_text(value) for token, value in (written or {}).items()}


def _as_text(value: object) -> str:
    return "" if value is None else str(value)


def _misshapen(written: object) -> Iterator[Phrase]:
    if written is None:
        return
    if not isinstance(written, Mapping):
        yield phrase("Expected: {example}.", example='`accent: "#7A2E4D"`')
        return
    known = [part.name for part in fields(Brand)]
    for key in written:
        if key not in known:
            near = get_close_matches(str(key), known, n=1) or ["accent"]
            yield phrase("There is no `{key}` here. Did you mean `{near}`?", key=key, near=near[0])
    for scheme in ("light", "dark"):
        if not isinstance(written.get(scheme) or {}, Mapping):
            yield phrase(
                "`{scheme}` holds colours by their names. Expected: {example}.",
                scheme=scheme,
                example=f'`{scheme}: {{paper: "#FFFFFF"}}`',
            )


def _malformed(brand: Brand) -> Iterator[Phrase]:
    named = [("accent", brand.accent)] if brand.accent else []
    for scheme, own in (("light", brand.light), ("dark", brand.dark)):
        for token, value in own.items():
            if token not in TOKENS["light"]:
                near = get_close_matches(token, TOKENS["light"], n=1) or ["mulberry"]
                yield phrase(
                    "There is no colour `{token}` under `{scheme}`. Did you mean `{near}`?",
                    token=token,
                    scheme=scheme,
                    near=near[0],
                )
            named.append((f"{scheme}: {token}", value))
    for name, value in named:
        try:
            parse(str(value))
        except ValueError:
            yield phrase(
                'The colour {name} is `{value}`. Write it with six digits and in quotes, as "#7A2E4D".',
                name=name,
                value=value,
            )


def _unreadable(brand: Brand) -> Iterator[Phrase]:
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        for failure in failures(tokens(brand, scheme), scheme):
            yield phrase(
                "In the {scheme} scheme `{front}` ({front_value}) on `{ground}` ({ground_value}) has a "
                "contrast of {reached} to 1, and needs {needs}. Choose a {way} `{front}`.",
                scheme=scheme,
                front=failure.pair.front,
                front_value=failure.front,
                ground=failure.pair.ground,
                ground_value=failure.ground,
                reached=f"{failure.contrast:.1f}",
                needs=f"{failure.pair.needs:.1f}",
                way=phrase("darker") if scheme == "light" else phrase("lighter"),
            )
