"""How somebody saw themselves lead, on two occasions; no occasion is a gap, never a zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.publication.pictures.lettering import Label, number
from trainer.publication.pictures.svg import Named, Words, circle_shape, frame, polar

HALF, RIM, STEPS = 210, 138, 3


@dataclass(frozen=True)
class Occasion:
    """One filling-in of the form: a value from 0 to 3 for each competency, or none."""

    label: str
    values: tuple[int | None, ...]


def radar(
    items: Sequence[str], occasions: Sequence[Occasion], *, title: str, words: Words, prefix: str
) -> str:
    """Draw the last occasion over the first; the axes carry numbers, the table the names."""
    latest = occasions[-1]
    earlier = occasions[0] if len(occasions) > 1 else None
    rings = "".join(circle_shape("tr-grid", (0, 0), _radius(step)) for step in range(STEPS + 1))
    axes = "".join(_axis(k, 180 + k * 360 / len(items)) for k in range(len(items)))
    lines = (_line(earlier.values, "is-then", 2.2) if earlier else "") + _line(
        latest.values, "is-now", 3.4
    )
    return frame(
        "radar",
        (-HALF, -HALF, HALF, HALF),
        Named(prefix=prefix, title=title, desc=_told(items, latest, earlier, words)),
        rings + axes + lines,
    )


def _radius(value: int) -> float:
    return RIM * (value + 0.6) / (STEPS + 0.6)


def _axis(place: int, degrees: float) -> str:
    (x, y), (to_x, to_y) = polar(_radius(0), degrees), polar(RIM, degrees)
    label_x, label_y = polar(RIM + 20, degrees)
    return (
        f'<path class="tr-spoke" d="M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}"/>'
        + Label((str(place + 1),), label_x, label_y + 5, "tr-axis").draw()
    )


def _line(values: Sequence[int | None], classes: str, radius: float) -> str:
    points = [
        None if value is None else polar(_radius(value), 180 + k * 360 / len(values))
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


def _told(items: Sequence[str], latest: Occasion, earlier: Occasion | None, words: Words) -> str:
    said = [
        words.ngettext(
            "{number} competency, from not seen in the middle to steady at the rim.",
            "{number} competencies, from not seen in the middle to steady at the rim.",
            len(items),
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
        said.append(words.gettext("No occasion yet: {names}.", names=missing))
    said.append(words.gettext("The table has every value."))
    return " ".join(said)


def _names(items: Sequence[str], latest: Occasion, earlier: Occasion) -> str:
    pairs = zip(items, latest.values, earlier.values, strict=True)
    return ", ".join(
        item for item, now, then in pairs if now is not None and then is not None and now > then
    )
