"""The line of a gauge in a scenario: a dot, and a ghost where it was. No number, no sum."""

from trainer.publication.pictures.svg import circle_shape, ornament

LEVELS = 5


def gauge(level: int, before: int | None = None) -> str:
    """Draw a level from 0 to 4; the words beside it say what it is like."""
    at, was = _x(level), _x(level if before is None else before)
    moved = ""
    if at != was:
        moved = f'<path class="tr-move" d="M{was} 9H{at}"/>' + circle_shape("tr-was", (was, 9), 4)
    line = '<path class="tr-line" d="M8 9H112"/>'
    return ornament("tr-gauge__line", 120, 18, line + moved + circle_shape("tr-now", (at, 9), 6))


def _x(level: int) -> int:
    return 8 + min(max(level, 0), LEVELS - 1) * 26
