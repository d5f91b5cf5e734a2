"""How somebody saw themselves lead, on two occasions; no occasion is a gap, never a zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.publication.pictures.lettering import Label, number
from trainer.publication.pictures.svg import Named, Words, circle_shape, frame, polar

HALF, RIM = 210, 138


@dataclass(frozen=True)
class Occasion:
    """One filling-in of a rating: for each row the number of a step of its scale, or none."""

    label: str
    values: tuple[int | None, ...]


def radar(
    items: Sequence[str],
    occasions: Sequence[Occasion],
    *,
    scale: Sequence[str],
    title: str,
    words: Words,
    prefix: str,
) -> str:
    """Draw the last occasion over the first; the axes carry numbers, the table the names.

    `scale` names the steps from the middle to the rim. The same drawing stands in
    `activities/rate/pictures.js`, for what a learner has kept in the browser.
    """
    latest = occasions[-1]
    earlier = occasions[0] if len(occasions) > 1 else None
    radii = [RIM * (step + 0.6) / (len(scale) - 0.4) for step in range(len(scale))]
    rings = "".join(circle_shape("tr-grid", (0, 0), radius) for radius in radii)
    axes = "".join(_axis(k, radii[0], 180 + k * 360 / len(items)) for k in range(len(items)))
    lines = _line(earlier.values, radii, "is-then", 2.2) if earlier else ""
    lines += _line(latest.values, radii, "is-now", 3.4)
    return frame(
        "radar",
        (-HALF, -HALF, HALF, HALF),
        Named(prefix=prefix, title=title, desc=_told(items, latest, earlier, scale, words)),
        rings + axes + lines,
    )


def _axis(place: int, inner: float, degrees: float) -> str:
    (x, y), (to_x, to_y) = polar(inner, degrees), polar(RIM, degrees)
    label_x, label_y = polar(RIM + 20, degrees)
    return (
        f'<path class="tr-spoke" d="M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}"/>'
        + Label((str(place + 1),), label_x, label_y + 5, "tr-axis").draw()
    )


def _line(values: Sequence[int | None], radii: Sequence[float], classes: str, radius: float) -> str:
    points = [
        None if value is None else polar(radii[value], 180 + k * 360 / len(values))
        for k, value in enumerate(values)
    ]
    written = [None if p is None else f"{number(p[0])} {number(p[1])}" for p in points]
    dots = "".join(circle_shape(f"tr-pt {classes}", p, radius) for p in points if p is not None)
    return f'<path class="tr-poly {classes}" d="{_path(written)}"/>{dots}'


def _path(points: Sequence[str | None]) -> str:
    """Join neighbours round the circle; a gap parts the line."""
    if None not in points:
        return f"M{'L'.join(p for p in points if p)}Z"
    gap = points.index(None)
    runs: list[list[str]] = [[]]
    for point in (*points[gap + 1 :], *points[: gap + 1]):
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return "".join(f"M{'L'.join(run)}" for run in runs if len(run) > 1)


def _told(
    items: Sequence[str],
    latest: Occasion,
    earlier: Occasion | None,
    scale: Sequence[str],
    words: Words,
) -> str:
    said = [
        words.ngettext(
            "{number} row, from “{least}” in the middle to “{most}” at the rim.",
            "{number} rows, from “{least}” in the middle to “{most}” at the rim.",
            len(items),
            least=scale[0],
            most=scale[-1],
        )
    ]
    if earlier:
        labels = {"latest": latest.label, "earlier": earlier.label}
        said.append(words.gettext("{latest} over {earlier}.", **labels))
        better = _names(items, latest, earlier)
        if better:
            said.append(words.gettext("Further out now: {names}.", names=better))
    missing = ", ".join(
        item for item, value in zip(items, latest.values, strict=True) if value is None
    )
    if missing:
        said.append(words.gettext("A gap: {names}.", names=missing))
    said.append(words.gettext("The table has every value."))
    return " ".join(said)


def _names(items: Sequence[str], latest: Occasion, earlier: Occasion) -> str:
    pairs = zip(items, latest.values, earlier.values, strict=True)
    return ", ".join(
        item for item, now, then in pairs if now is not None and then is not None and now > then
    )
