"""Rephrase: say a judging or technical remark in plain, owned words; then compare."""

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.activities.kind import Kind
from trainer.model import Activity, Course, Element, Line, Prose, Written, reading_minutes
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase, phrases


@dataclass(frozen=True, kw_only=True)
class Model(Element):
    """One way to say it."""

    text: Line
    """The sentence."""
    why: Line | None = None
    """What it does."""


@dataclass(frozen=True, kw_only=True)
class Remark(Element):
    """A remark to say otherwise."""

    text: Line
    """The remark."""
    models: tuple[Model, ...]
    """Two or three ways to say it."""


@dataclass(frozen=True, kw_only=True)
class Rephrase(Activity):
    """Remarks to say otherwise."""

    prompt: Line
    """What is asked."""
    text: Prose | None = None
    """What one needs to know first."""
    remarks: tuple[Remark, ...]
    """One or more remarks."""
    compare: tuple[Line, ...]
    """Short questions to compare one's own words with."""


HAS_MODELS = Rule(
    "rephrase-has-models",
    Severity.ERROR,
    "Each remark has two or three models, and there is a list to compare with.",
    "Add a second model: one alone looks like the answer.",
)
_FEWEST, _MOST = 2, 3
_MINUTES_A_REMARK = 2


def check(rephrase: Rephrase, _course: Course) -> Iterator[Problem]:
    """Yield what is wrong with a rephrase."""
    for remark in rephrase.remarks:
        if not _FEWEST <= len(remark.models) <= _MOST:
            yield HAS_MODELS.broken(
                remark.place,
                phrases(
                    "This remark has {number} model.",
                    "This remark has {number} models.",
                    len(remark.models),
                ),
                phrase("Give it two or three: one alone looks like the answer."),
            )
    if not rephrase.compare or not rephrase.remarks:
        yield HAS_MODELS.broken(
            rephrase.place,
            phrase(
                "The rephrase “{id}” has no remarks or nothing to compare with.", id=rephrase.id
            ),
            phrase("Fill `remarks` and `compare`."),
        )


def minutes(rephrase: Rephrase, _course: Course) -> float:
    """Two minutes a remark, and the reading."""
    return len(rephrase.remarks) * _MINUTES_A_REMARK + reading_minutes(rephrase)


def shown(rephrase: Rephrase, _course: Course) -> Iterator[Written]:
    """The prompt and the remarks; not the models."""
    yield rephrase.prompt
    if rephrase.text:
        yield rephrase.text
    for remark in rephrase.remarks:
        yield remark.text


KIND = Kind("rephrase", Rephrase, __name__, minutes, shown, (HAS_MODELS,), check)
