"""Transcript: the turns of a session, to read, to mark, or to stop at and decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from trainer.activities.kind import Kind
from trainer.activities.naming import meant_by
from trainer.activities.transcript.rules import RULES, check_transcript
from trainer.model import Course, Use, Written, reading_minutes
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase


class Mode(StrEnum):
    """What the learner does with a transcript."""

    READ = "read"
    MARK = "mark"
    STOPS = "stops"


@dataclass(frozen=True, kw_only=True)
class TranscriptUse(Use):
    """A session to read, to mark, or to stop at and decide."""

    mode: Mode = Mode.READ
    """`read`, `mark` or `stops`."""


EXISTS = Rule(
    "activity-transcript-exists",
    Severity.ERROR,
    "The transcript that an activity names exists, and has what its mode needs.",
    "Write the id of a file in `curriculum/transcripts/`; give it stops, or turns with `leaves` and `reading`.",
)
_SECONDS_A_MARK = 20


def check(use: TranscriptUse, course: Course) -> Iterator[Problem]:
    """Yield what is wrong with the use of a transcript."""
    transcript = course.transcript_of.get(use.of)
    if transcript is None:
        yield EXISTS.broken(
            use.of.place,
            phrase("There is no transcript “{id}”.", id=use.of),
            meant_by(
                use.of,
                course.transcript_of,
                phrase("Transcripts are files in `curriculum/transcripts/`, named by their id."),
            ),
        )
        return
    stops = any(turn.stop for turn in transcript.turns)
    marks = any(turn.leaves for turn in transcript.turns)
    if (use.mode == Mode.STOPS and not stops) or (use.mode == Mode.MARK and not marks):
        yield EXISTS.broken(
            use.of.place,
            phrase(
                "The transcript “{id}” has nothing for the mode `{mode}`.", id=use.of, mode=use.mode
            ),
            phrase("`stops` needs stops in it; `mark` needs turns with `leaves` and `reading`."),
        )


def minutes(use: TranscriptUse, course: Course) -> float:
    """The reading, a minute a stop, and twenty seconds for each turn that may be marked."""
    transcript = course.transcript_of.get(use.of)
    if transcript is None:
        return 0
    if transcript.duration:
        return transcript.duration.minutes
    stops = sum(1 for turn in transcript.turns if turn.stop)
    marked = sum(1 for turn in transcript.turns if turn.leaves) if use.mode == Mode.MARK else 0
    return reading_minutes(use, transcript) + stops + marked * _SECONDS_A_MARK / 60


def shown(use: TranscriptUse, course: Course) -> Iterator[Written]:
    """What is said, up to the first stop; no readings."""
    if use.prompt:
        yield use.prompt
    transcript = course.transcript_of.get(use.of)
    if transcript is None:
        return
    yield transcript.lead
    for turn in transcript.turns:
        if turn.stop and use.mode == Mode.STOPS:
            return
        if turn.words:
            yield turn.words


KIND = Kind(
    "transcript", TranscriptUse, __name__, minutes, shown, (EXISTS, *RULES), check, check_transcript
)
