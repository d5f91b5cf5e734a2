"""The way that somebody took through a scenario, with the ways that they did not take."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.publication.pictures.lettering import BOLD, Box, Label, number, wrap
from trainer.publication.pictures.svg import Named, Point, Words, circle_shape, frame, grown

WIDTH, ROW, SIZE = 340, 64, 13


@dataclass(frozen=True)
class Turning:
    """A turning point: what one could do there, and what one did."""

    title: str
    options: tuple[str, ...]
    """Each in a few words."""
    chosen: int


@dataclass(frozen=True)
class _Row:
    taken: str
    others: str
    nodes: str
    box: Box
    end: Point


def way(turnings: Sequence[Turning], *, words: Words, prefix: str = "way") -> str:
    """Draw the turning points from top to bottom."""
    start: Point = (WIDTH / 2, 12)
    rows: list[_Row] = []
    for turning in turnings:
        end, floor = (rows[-1].end, rows[-1].box[3] + 4) if rows else (start, start[1])
        rows.append(_row(turning, end, floor))
    body = (
        circle_shape("tr-node is-start", start, 5)
        + "".join(row.others for row in rows)
        + "".join(row.taken for row in rows)
        + "".join(row.nodes for row in rows)
    )
    _, _, _, bottom = grown([(0, 0, WIDTH, 20), *(row.box for row in rows)], 2)
    return frame(
        "way",
        (0, 0, WIDTH, bottom),
        Named(
            prefix=prefix,
            title=words.gettext("The way you took"),
            desc=" ".join(_told(turning, words) for turning in turnings),
        ),
        body,
    )


def _row(turning: Turning, start: Point, floor: float) -> _Row:
    column = WIDTH / len(turning.options)
    y = floor + ROW * 0.6
    taken, others, nodes, boxes = "", "", "", []
    end = start
    for k, option in enumerate(turning.options):
        x = column * (k + 0.5)
        chosen = k == turning.chosen
        classes = " is-chosen" if chosen else ""
        curve = f'<path class="tr-way{classes}" d="{_curve(start, (x, y))}"/>'
        label = Label(
            wrap(option, SIZE * (BOLD if chosen else 1), column - 6, 4),
            x,
            y + 25,
            f"tr-label{classes}",
            size=SIZE,
        )
        boxes.append(label.box)
        nodes += circle_shape(f"tr-node{classes}", (x, y), 9 if chosen else 6) + label.draw()
        if chosen:
            taken, end = curve, (x, label.box[3] + 4)
        else:
            others += curve
    return _Row(taken, others, nodes, grown(boxes, 0), end)


def _curve(start: Point, end: Point) -> str:
    (x, y), (to_x, to_y), middle = start, end, (start[1] + end[1]) / 2
    turns = ((x, y), (x, middle), (to_x, middle), (to_x, to_y))
    first, *rest = (f"{number(a)} {number(b)}" for a, b in turns)
    return f"M{first}C{' '.join(rest)}"


def _told(turning: Turning, words: Words) -> str:
    return words.ngettext(
        "{title}: you chose {option}; there was no other way.",
        "{title}: you chose {option}, one of {number}.",
        len(turning.options),
        title=turning.title,
        option=turning.options[turning.chosen],
    )
