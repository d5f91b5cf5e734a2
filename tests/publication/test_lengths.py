"""Lengths of time are written in one way, by the pages and by their scripts."""

import pytest

from trainer.publication.lengths import about, time_told
from trainer.words import catalogue
from trainer.words.script_words import script_words

WORDS = catalogue("en")


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (0.2, "1 minute"),
        (25, "25 minutes"),
        (59.6, "1 hour"),
        (100, "1 h 40"),
        (120, "2 hours"),
        (125, "2 h 05"),
    ],
)
def test_a_length_is_told_to_the_minute(minutes: float, told: str) -> None:
    assert time_told(minutes, WORDS) == told


@pytest.mark.parametrize(("minutes", "told"), [(100, "1 h 40"), (1450, "24 hours")])
def test_a_whole_course_is_told_in_whole_hours(minutes: float, told: str) -> None:
    assert about(minutes, WORDS) == told


def test_scripts_have_the_same_words() -> None:
    assert {
        "{number} minute", "{number} minutes", "{number} hour", "{number} hours",
        "{hours} h {minutes}",
    } <= set(script_words())  # fmt: skip
