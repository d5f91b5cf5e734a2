"""A question: one or several answers, and feedback on each that says what it would do."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from trainer.activities.kind import Kind
from trainer.model import Activity, Course, Element, Line, Prose, Verdict, Written, reading_minutes
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase, phrases


class Choose(StrEnum):
    """How many answers the learner may open as their own."""

    ONE = "one"
    SEVERAL = "several"


@dataclass(frozen=True, kw_only=True)
class Option(Element):
    """One answer."""

    text: Line
    """The answer."""
    verdict: Verdict
    """What it is. Several answers can be defensible."""
    feedback: Prose
    """What it would do to this presenter and this group."""


@dataclass(frozen=True, kw_only=True)
class Question(Activity):
    """A question with feedback on every answer."""

    prompt: Line
    """What is asked."""
    text: Prose | None = None
    """What one needs to know first."""
    choose: Choose = Choose.ONE
    """`one` or `several`."""
    options: tuple[Option, ...]
    """Two to six answers."""


HAS_OPTIONS = Rule(
    "question-has-a-choice",
    Severity.ERROR,
    "A question has two to six options.",
    "Add the answers that a sensible colleague might give, or cut the weakest.",
)
HAS_WAY = Rule(
    "question-has-a-way",
    Severity.ERROR,
    "At least one option of a question is `defensible` or `holds`.",
    "Give the learner an answer that can be defended, and say why it can.",
)
_FEWEST, _MOST = 2, 6


def check(question: Question, _course: Course) -> Iterator[Problem]:
    """Yield what is wrong with a question."""
    number = len(question.options)
    if not _FEWEST <= number <= _MOST:
        yield HAS_OPTIONS.broken(
            question.place,
            phrases(
                "The question “{id}” has {number} option.",
                "The question “{id}” has {number} options.",
                number,
                id=question.id,
            ),
            phrase("A question has two to six."),
        )
    if number and not any(
        o.verdict in (Verdict.DEFENSIBLE, Verdict.HOLDS) for o in question.options
    ):
        yield HAS_WAY.broken(
            question.options[0].place,
            phrase("No option of “{id}” is `defensible` or `holds`.", id=question.id),
            phrase("Give the learner at least one answer that can be defended."),
        )


def minutes(question: Question, _course: Course) -> float:
    """A minute to decide, and the reading."""
    return 1 + reading_minutes(question)


def shown(question: Question, _course: Course) -> Iterator[Written]:
    """The prompt, the text and the answers; not the feedback."""
    yield question.prompt
    if question.text:
        yield question.text
    for option in question.options:
        yield option.text


KIND = Kind("question", Question, __name__, minutes, shown, (HAS_OPTIONS, HAS_WAY), check)
