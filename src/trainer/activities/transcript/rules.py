"""What is true of every transcript, wherever it is used."""

from collections.abc import Iterator

from trainer.activities.speakers import SPEAKER_IS_LISTED, unknown_speakers
from trainer.model import Course, TranscriptTurn
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

TURN_IS_ONE_THING = Rule(
    "turn-is-one-thing",
    Severity.ERROR,
    "A turn is one thing: somebody speaks, or something happens, or a minute, or a stop.",
    "Part it into two turns.",
)
STOP_OFFERS_WAITING = Rule(
    "stop-offers-waiting",
    Severity.ERROR,
    "At a stop the learner can wait, and can say at least one thing.",
    "Add a choice with `wait: true`, or one with `say`.",
)
RULES = (SPEAKER_IS_LISTED, TURN_IS_ONE_THING, STOP_OFFERS_WAITING)


def check_transcript(course: Course) -> Iterator[Problem]:
    """Yield what is wrong with the course's transcripts."""
    for transcript in course.transcripts:
        yield from unknown_speakers(transcript.turns, transcript.people)
        for turn in transcript.turns:
            yield from _check_turn(turn)


def _check_turn(turn: TranscriptTurn) -> Iterator[Problem]:
    said = [turn.speaker, turn.scene, turn.minute, turn.stop]
    if sum(1 for thing in said if thing is not None) != 1:
        yield TURN_IS_ONE_THING.broken(
            turn.place,
            phrase("This turn is not one thing."),
            phrase("Write one of: a speaker with words, `scene`, `minute`, `stop`."),
        )
    if turn.stop:
        waits = sum(1 for choice in turn.stop.choices if choice.wait)
        says = sum(1 for choice in turn.stop.choices if choice.say)
        if not waits or not says or waits + says != len(turn.stop.choices):
            yield STOP_OFFERS_WAITING.broken(
                turn.stop.place,
                phrase(
                    "The stop “{id}” does not offer both waiting and speaking.", id=turn.stop.id
                ),
                phrase("Each choice has either `wait: true` or `say`, and both must occur."),
            )
