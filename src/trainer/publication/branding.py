"""A society's own colours, read from its settings: what is wrong with each, and what would do."""

from collections.abc import Iterator, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches

from trainer.publication.colours import TOKENS, Colour, Failure, Scheme, contrast, failures, parse
from trainer.publication.shades import BLACK, Brand, as_hex, own_tokens, tokens
from trainer.words import Phrase, phrase

_SHADES = 200
"""How finely other shades of a colour are tried."""
_SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_ACCENT = ("accent",)


@dataclass(frozen=True)
class Fault:
    """What is wrong with one setting that a society wrote, and what would be right."""

    setting: tuple[str, ...]
    """The keys that lead to it from `colours`."""
    message: Phrase
    hint: Phrase
    is_empty: bool = False
    """Whether nothing stands behind the key."""

    def __str__(self) -> str:
        """Say it in English."""
        return f"{self.message} {self.hint}"


def brand_of(written: object) -> tuple[Brand, tuple[Fault, ...]]:
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


def faults(brand: Brand) -> tuple[Fault, ...]:
    """Return everything that is wrong with the chosen colours: names, forms, contrasts."""
    malformed = tuple(_malformed(brand))
    return malformed or tuple(_unreadable(brand))


def _as_texts(written: Mapping[object, object] | None) -> dict[str, str]:
    return {str(token): _as_text(value) for token, value in (written or {}).items()}


def _as_text(value: object) -> str:
    return "" if value is None else str(value)


def _misshapen(written: object) -> Iterator[Fault]:
    if written is None:
        return
    if not isinstance(written, Mapping):
        yield Fault(
            (),
            phrase("Here stands no list of colours by their names."),
            phrase("Expected: {example}.", example='`accent: "#7A2E4D"`'),
        )
        return
    known = [part.name for part in fields(Brand)]
    for key in written:
        if key not in known:
            near = get_close_matches(str(key), known, n=1) or ["accent"]
            yield Fault(
                (str(key),),
                phrase("There is no `{key}` here.", key=key),
                phrase("Did you mean `{near}`?", near=near[0]),
            )
    if "accent" in written and written["accent"] is None:
        yield _empty(_ACCENT)
    for scheme in _SCHEMES:
        if not isinstance(written.get(scheme) or {}, Mapping):
            example = f'`{scheme}: {{paper: "#FFFFFF"}}`'
            yield Fault(
                (scheme,),
                phrase("`{scheme}` holds colours by their names.", scheme=scheme),
                phrase("Expected: {example}.", example=example),
            )


def _empty(setting: tuple[str, ...]) -> Fault:
    return Fault(
        setting,
        phrase("There is nothing behind `{key}`.", key=setting[-1]),
        phrase('Write the colour with six digits and in quotes, as "#7A2E4D".'),
        is_empty=True,
    )


def _malformed(brand: Brand) -> Iterator[Fault]:
    named: dict[tuple[str, ...], str] = {_ACCENT: brand.accent} if brand.accent else {}
    for scheme in _SCHEMES:
        for token, value in own_tokens(brand, scheme).items():
            named[scheme, token] = value
            if token not in TOKENS["light"]:
                near = get_close_matches(token, TOKENS["light"], n=1) or ["mulberry"]
                yield Fault(
                    (scheme, token),
                    phrase(
                        "There is no colour `{token}` under `{scheme}`.", token=token, scheme=scheme
                    ),
                    phrase("Did you mean `{near}`?", near=near[0]),
                )
    for setting, value in named.items():
        if not value:
            yield _empty(setting)
        elif not _is_colour(value):
            yield Fault(
                setting,
                phrase("The colour {name} is `{value}`.", name=": ".join(setting), value=value),
                phrase('Write it with six digits and in quotes, as "#7A2E4D".'),
            )


def _is_colour(value: str) -> bool:
    try:
        parse(value)
    except ValueError:
        return False
    return True


def _unreadable(brand: Brand) -> Iterator[Fault]:
    """Tell each setting once, with the worst of the pairs that rest on it."""
    worst: dict[tuple[str, ...], Failure] = {}
    for setting, failure in _blamed(brand):
        if setting not in worst or _share(failure) < _share(worst[setting]):
            worst[setting] = failure
    for setting, failure in worst.items():
        better = shade_that_does(brand, setting)
        yield (
            _unreadable_accent(brand, failure, better)
            if setting == _ACCENT
            else (_unreadable_token(setting, failure, better))
        )


def _share(failure: Failure) -> float:
    return failure.contrast / failure.pair.needs


def _unreadable_accent(brand: Brand, failure: Failure, better: str) -> Fault:
    numbers = {"reached": f"{failure.contrast:.1f}", "needs": f"{failure.pair.needs:.1f}"}
    if better and contrast(parse(better), BLACK) > contrast(parse(brand.accent), BLACK):
        message = phrase(
            "The accent {value} is too dark to be read on the page "
            "({reached} to 1; {needs} is needed).",
            value=brand.accent,
            **numbers,
        )
    else:
        message = phrase(
            "The accent {value} is too light to be read on the page "
            "({reached} to 1; {needs} is needed).",
            value=brand.accent,
            **numbers,
        )
    hint = phrase("{value} would do.", value=better)
    return Fault(
        _ACCENT,
        message,
        hint if better else phrase("No shade of it fits the colours under `light` and `dark`."),
    )


def _unreadable_token(setting: tuple[str, ...], failure: Failure, better: str) -> Fault:
    pair = failure.pair
    other = pair.ground if setting[-1] == pair.front else pair.front
    return Fault(
        setting,
        phrase(
            "In the {scheme} scheme `{front}` ({front_value}) is too like `{ground}` "
            "({ground_value}) to be read on it ({reached} to 1; {needs} is needed).",
            scheme=failure.scheme,
            front=pair.front,
            front_value=failure.front,
            ground=pair.ground,
            ground_value=failure.ground,
            reached=f"{failure.contrast:.1f}",
            needs=f"{pair.needs:.1f}",
        ),
        phrase("{value} would do for `{token}`.", value=better, token=setting[-1])
        if better
        else phrase("No shade of it would do: choose a `{other}` that fits it.", other=other),
    )


def _blamed(brand: Brand) -> Iterator[tuple[tuple[str, ...], Failure]]:
    """Yield each pair that fails, with the setting that it rests on."""
    for scheme in _SCHEMES:
        own, known = own_tokens(brand, scheme), TOKENS[scheme]
        for failure in failures(tokens(brand, scheme), scheme):
            pair = failure.pair
            ground_alone = contrast(parse(known[pair.front]), parse(failure.ground)) < pair.needs
            if pair.front in own:
                yield (scheme, pair.front), failure
            elif pair.ground in own and (failure.front == known[pair.front] or ground_alone):
                yield (scheme, pair.ground), failure
            else:
                yield _ACCENT, failure


def shade_that_does(brand: Brand, setting: tuple[str, ...]) -> str:
    """Return the nearest darker or lighter shade with which nothing is wrong with a setting, or none."""
    written = brand.accent if setting == _ACCENT else own_tokens(brand, setting[0])[setting[1]]
    for shade in _shades(parse(written)):
        changed = _with(brand, setting, shade)
        if all(blamed != setting for blamed, _failure in _blamed(changed)):
            return shade
    return ""


def _shades(colour: Colour) -> Iterator[str]:
    """Yield shades of the same hue, the nearest first."""
    hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in colour))
    for step in range(1, _SHADES + 1):
        for shade in (lightness - step / _SHADES, lightness + step / _SHADES):
            if 0 <= shade <= 1:
                red, green, blue = hls_to_rgb(hue, shade, saturation)
                yield as_hex((round(red * 255), round(green * 255), round(blue * 255)))


def _with(brand: Brand, setting: tuple[str, ...], value: str) -> Brand:
    if setting == _ACCENT:
        return replace(brand, accent=value)
    scheme, token = setting
    own = {**own_tokens(brand, scheme), token: value}
    return replace(brand, light=own) if scheme == "light" else replace(brand, dark=own)
