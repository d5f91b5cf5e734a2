"""One row of a rating over the occasions, small enough for a table's row."""

from collections.abc import Sequence

from trainer.publication.pictures.lettering import number
from trainer.publication.pictures.svg import Point, circle_shape, ornament

WIDTH, HEIGHT, EDGE = 96, 26, 8


def spark(values: Sequence[int | None], steps: int = 3) -> str:
    """Draw the line; none is a gap. The cell beside it has the word.

    Values run from 0 to `steps`. The same drawing stands in `activities/rate/pictures.js`.
    """
    points = [
        None if value is None else _at(k, len(values), value / steps)
        for k, value in enumerate(values)
    ]
    known = [point for point in points if point is not None]
    dots = "".join(circle_shape("tr-pt", point, 1.8) for point in known[:-1])
    dots += "".join(circle_shape("tr-pt is-now", point, 3.4) for point in known[-1:])
    base = f'<path class="tr-base" d="M4 {HEIGHT - 5}H{WIDTH - 4}"/>'
    line = _path(points)
    drawn = f'<path class="tr-poly is-now" d="{line}"/>' if line else ""
    return ornament("tr-spark", WIDTH, HEIGHT, base + drawn + dots)


def _at(place: int, count: int, share: float) -> Point:
    x = EDGE + place * (WIDTH - 2 * EDGE) / max(count - 1, 1)
    return x, HEIGHT - 5 - share * (HEIGHT - 10)


def _path(points: Sequence[Point | None]) -> str:
    path, pen = "", "M"
    for point in points:
        if point is None:
            pen = "M"
            continue
        path += f"{pen}{number(point[0])} {number(point[1])}"
        pen = "L"
    return path
