"""A row of small chairs: how many lessons a module has, and how far one is."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from trainer.publication.pictures.svg import Named, Words, circle_shape, frame

STEP, WIDTH, HEIGHT = 24, 15, 12


@dataclass(frozen=True)
class LessonSeat:
    """A lesson of the module."""

    id: str
    title: str
    state: Literal["open", "begun", "done"] = "open"
    here: bool = False


def lessons_strip(lessons: Sequence[LessonSeat], *, words: Words, prefix: str) -> str:
    """Draw the lessons of a module in their order."""
    body = "".join(_seat(lesson, (k + 0.5) * STEP) for k, lesson in enumerate(lessons))
    return frame(
        "strip",
        (0, 0, STEP * max(len(lessons), 1), 32),
        Named(
            prefix=prefix,
            title=words.ngettext("{number} lesson", "{number} lessons", len(lessons)),
            desc=_told(lessons, words),
        ),
        body,
    )


def _seat(lesson: LessonSeat, x: float) -> str:
    left, right, top = x - WIDTH / 2, x + WIDTH / 2, 10
    half = top + HEIGHT / 2
    corner = f"H{right:g}v2a4 4 0 0 1-4 4H{left + 4:g}a4 4 0 0 1-4-4z"
    bow = f"C{left + 3:g} 29.5 {right - 3:g} 29.5 {right:g} 26"
    here = " is-here" if lesson.here else ""
    return (
        f'<g class="tr-chair is-{lesson.state}{here}" data-tr-page="{escape(lesson.id)}">'
        f'<rect class="tr-seat" x="{left:g}" y="{top}" width="{WIDTH}" height="{HEIGHT}" rx="4"/>'
        f'<path class="tr-fill tr-half" d="M{left:g} {half:g}{corner}"/>'
        f'<path class="tr-back" d="M{left:g} 26{bow}"/>'
        + circle_shape("tr-here", (x, 4), 2.5)
        + "</g>"
    )


def _told(lessons: Sequence[LessonSeat], words: Words) -> str:
    done = sum(lesson.state == "done" for lesson in lessons)
    said = [words.ngettext("{number} is done.", "{number} are done.", done)] if done else []
    said += [
        words.gettext("You are at lesson {place}, {title}.", place=k, title=lesson.title)
        for k, lesson in enumerate(lessons, 1)
        if lesson.here
    ]
    return " ".join(said) or ", ".join(lesson.title for lesson in lessons)
