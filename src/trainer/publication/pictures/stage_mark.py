"""The small mark beside a stage of a vignette: seven dots, the filled ones speak."""

from dataclasses import dataclass

from trainer.publication.pictures.svg import circle_shape, ornament, polar

DOTS = 7


@dataclass(frozen=True)
class _Stage:
    presenter: bool
    group: bool
    back: bool = False


STAGES = {
    "telling": _Stage(presenter=True, group=False),
    "questions": _Stage(presenter=True, group=True),
    "group": _Stage(presenter=False, group=True, back=True),
    "return": _Stage(presenter=True, group=False),
    "follow-up": _Stage(presenter=True, group=False),
    "afterwards": _Stage(presenter=False, group=False),
}
"""Who speaks in which stage, and when the presenter sits outside the circle."""


def stage_mark(kind: str) -> str:
    """Draw the mark of a stage; the heading beside it has the word."""
    return ornament("tr-mark", 40, 40, mark_dots(kind))


def mark_dots(kind: str) -> str:
    """Draw the dots alone, in 40 by 40."""
    stage = STAGES.get(kind, STAGES["afterwards"])
    dots = []
    for k in range(DOTS):
        speaks = stage.presenter if k == 0 else stage.group
        x, y = polar(20 if k == 0 and stage.back else 13, 180 + k * 360 / DOTS)
        dots.append(circle_shape(f"tr-dot is-{'on' if speaks else 'off'}", (20 + x, 24 + y), 3))
    return "".join(dots)
