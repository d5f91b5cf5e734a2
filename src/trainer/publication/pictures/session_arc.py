"""A session in minutes: a flat arch on a wide screen, a line that runs down on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.publication.pictures.lettering import Label, number, shorten, text_width
from trainer.publication.pictures.stage_mark import mark_dots
from trainer.publication.pictures.svg import Named, Words, frame


@dataclass(frozen=True)
class Segment:
    """A part of the session."""

    start: float
    end: float
    short: str
    """The label in the picture."""
    name: str
    """The same in the description, as part of a sentence."""
    deep: bool = False
    """The presenter sits back and listens."""
    mark: str = ""
    """The kind of a stage, whose mark is drawn where there is room."""

    @property
    def middle(self) -> float:
        """The minute in its middle."""
        return (self.start + self.end) / 2

    def classes(self, place: int) -> str:
        """Its classes; neighbours differ a little."""
        return "tr-seg" + " is-deep" * self.deep + " is-odd" * (place % 2)


def arc_told(segments: Sequence[Segment], words: Words) -> str:
    """Say what the picture shows."""
    return " ".join(_segment_told(segment, words) for segment in segments)


def _segment_told(segment: Segment, words: Words) -> str:
    values = {
        "start": number(segment.start),
        "end": number(segment.end),
        "name": segment.name,
    }
    if segment.deep:
        return words.gettext("Minute {start} to {end}: {name} (the presenter sits back).", **values)
    return words.gettext("Minute {start} to {end}: {name}.", **values)


# -- wide ------------------------------------------------------------------------------

WIDTH, LEFT, RIGHT, BASE, TOP = 760, 20, 740, 196, 26
LANE, FIRST_LANE, LANES, APART, SWEEPS = 30, 48, 5, 12, 6
MARK_WIDTH, MARK_HEIGHT = 56, 80
"""The room that a stage's mark needs under the arch."""


@dataclass(frozen=True)
class _Placed:
    label: Label
    at: float
    lane: int


def session_arc(segments: Sequence[Segment], *, title: str, words: Words, prefix: str) -> str:
    """Draw the session as an arch over its minutes, for a wide screen."""
    total = max(segment.end for segment in segments)
    placed = _placed(segments, total)
    body = (
        "".join(
            f'<path class="{segment.classes(k)}" d="{_area(segment, total)}"/>'
            for k, segment in enumerate(segments)
        )
        + f'<path class="tr-curve" d="M{_along(0, total, total, 120)}"/>'
        + f'<path class="tr-baseline" d="M{LEFT} {BASE}H{RIGHT}"/>'
        + "".join(_mark(segment, total) for segment in segments)
        + "".join(_led(label) for label in placed)
        + "".join(_tick(minute, total) for minute in _ticks(segments, total, 26))
    )
    height = BASE + FIRST_LANE + LANE * max(item.lane for item in placed) + 14
    return frame(
        "arc",
        (0, 0, WIDTH, height),
        Named(prefix=prefix, title=title, desc=arc_told(segments, words)),
        body,
    )


def _x(minute: float, total: float) -> float:
    return LEFT + (RIGHT - LEFT) * minute / total


def _y(minute: float, total: float) -> float:
    flat = float(abs(2 * minute / total - 1) ** 2.5)
    return BASE - (BASE - TOP) * (1 - flat)


def _along(start: float, end: float, total: float, steps: int) -> str:
    minutes = (start + (end - start) * k / steps for k in range(steps + 1))
    return "L".join(f"{number(_x(m, total))} {number(_y(m, total))}" for m in minutes)


def _area(segment: Segment, total: float) -> str:
    steps = max(2, round((segment.end - segment.start) / total * 90))
    arch = _along(segment.start, segment.end, total, steps)
    left, right = number(_x(segment.start, total)), number(_x(segment.end, total))
    return f"M{left} {BASE}L{arch}L{right} {BASE}Z"


def _mark(segment: Segment, total: float) -> str:
    room = _x(segment.end, total) - _x(segment.start, total)
    height = BASE - _y(segment.middle, total)
    if not segment.mark or room < MARK_WIDTH or height < MARK_HEIGHT:
        return ""
    x = number(_x(segment.middle, total) - 26)
    return f'<g transform="translate({x} {BASE - 74}) scale(1.3)">{mark_dots(segment.mark)}</g>'


def _placed(segments: Sequence[Segment], total: float) -> list[_Placed]:
    """Find a lane for each label, and a little room to the side, so that nothing touches."""
    choices = [_choices(segment, total) for segment in segments]
    placed = [options[0] for options in choices]
    for _ in range(SWEEPS):
        for k, options in enumerate(choices):
            others = placed[:k] + placed[k + 1 :]
            costs = [_cost(option, others) for option in options]
            placed[k] = options[costs.index(min(costs))]
    return placed


def _choices(segment: Segment, total: float) -> list[_Placed]:
    at = _x(segment.middle, total)
    text = shorten(segment.short, 16, 260)
    half = text_width(text, 16) / 2
    return [
        _Placed(
            Label(
                (text,),
                min(max(at + shift * half, half + 4), WIDTH - 4 - half),
                BASE + FIRST_LANE + LANE * lane,
                "tr-seglabel",
            ),
            at,
            lane,
        )
        for lane in range(LANES)
        for shift in (0, -0.4, 0.4, -0.8, 0.8)
    ]


def _cost(one: _Placed, others: Sequence[_Placed]) -> float:
    """Touching labels cost most, then leads through labels, then depth, then distance."""
    touching = sum(_touch(one, other) for other in others)
    crossing = sum(_cross(one, other) for other in others)
    return 1000 * touching + 200 * crossing + 12 * one.lane + abs(one.label.x - one.at) / 4


def _touch(one: _Placed, other: _Placed) -> bool:
    (left, _, right, _), (from_x, _, to_x, _) = one.label.box, other.label.box
    return one.lane == other.lane and left < to_x + APART and from_x < right + APART


def _cross(one: _Placed, other: _Placed) -> bool:
    upper, lower = (one, other) if one.lane < other.lane else (other, one)
    left, _, right, _ = upper.label.box
    return upper.lane != lower.lane and left - 5 < lower.at < right + 5


def _led(item: _Placed) -> str:
    foot = number(item.label.y - 15)
    return (
        f'<path class="tr-lead-line" d="M{number(item.at)} {BASE + 4}V{foot}"/>' + item.label.draw()
    )


def _tick(minute: float, total: float) -> str:
    x = number(_x(minute, total))
    label = Label((number(minute),), _x(minute, total), BASE + 20, "tr-minute", size=14)
    return f'<path class="tr-tick" d="M{x} {BASE}v6"/>' + label.draw()


def _ticks(segments: Sequence[Segment], total: float, apart: float) -> list[float]:
    """Choose the minutes to write: the first, the last, and those between with room."""
    closest = apart * total / (RIGHT - LEFT)
    chosen: list[float] = [0.0]
    for minute in sorted({segment.start for segment in segments}):
        if minute - chosen[-1] >= closest and total - minute >= closest:
            chosen.append(minute)
    return [*chosen, total]


# -- phone -----------------------------------------------------------------------------

PHONE, LINE, HEAD, LABELS = 340, 46, 16, 134
ROOM = 22
"""Between two labels."""


def session_arc_phone(segments: Sequence[Segment], *, title: str, words: Words, prefix: str) -> str:
    """Draw the same session down a line, for a phone."""
    total = max(segment.end for segment in segments)
    scale = max(540, ROOM * len(segments)) / total
    foot = HEAD + total * scale
    baselines = _spread([HEAD + segment.middle * scale + 5 for segment in segments], foot + 4)
    body = "".join(
        _bar(segment, k, scale) + _side(segment, baselines[k], scale)
        for k, segment in enumerate(segments)
    )
    minutes = _ticks(segments, total, 20 * (RIGHT - LEFT) / (total * scale))
    body += f'<path class="tr-baseline" d="M{LINE} {HEAD}V{number(foot)}"/>' + "".join(
        Label((number(minute),), LINE - 8, HEAD + minute * scale + 5, "tr-minute", 14, "end").draw()
        for minute in minutes
    )
    return frame(
        "arc-down",
        (0, 0, PHONE, foot + 14),
        Named(prefix=prefix, title=title, desc=arc_told(segments, words)),
        body,
    )


def _wide(segment: Segment) -> int:
    return 64 if segment.deep else 40


def _bar(segment: Segment, place: int, scale: float) -> str:
    top, height = HEAD + segment.start * scale, (segment.end - segment.start) * scale
    return (
        f'<rect class="{segment.classes(place)}" x="{LINE}" y="{number(top)}" '
        f'width="{_wide(segment)}" height="{number(height)}"/>'
    )


def _side(segment: Segment, baseline: float, scale: float) -> str:
    start, middle = LINE + _wide(segment) + 4, HEAD + segment.middle * scale
    text = shorten(segment.short, 16, PHONE - LABELS - 4)
    return (
        f'<path class="tr-lead-line" d="M{start} {number(middle)}L128 {number(baseline - 5)}"/>'
        + Label((text,), LABELS, baseline, "tr-seglabel", anchor="start").draw()
    )


def _spread(wanted: list[float], foot: float) -> list[float]:
    """Push labels apart, first downwards, then back up where they would pass the foot."""
    down: list[float] = []
    for y in wanted:
        down.append(max(y, down[-1] + ROOM) if down else y)
    limit, up = foot, []
    for y in reversed(down):
        up.append(min(y, limit))
        limit = up[-1] - ROOM
    return up[::-1]
