"""What every activity has, whatever its kind."""

from dataclasses import dataclass

from trainer.model.element import Element
from trainer.model.written import Duration, Id, Line, Prose


@dataclass(frozen=True, kw_only=True)
class Passage(Element):
    """Prose between two activities."""

    text: Prose
    """Markdown."""


@dataclass(frozen=True, kw_only=True)
class Activity(Element):
    """Anything the learner does."""

    id: Id
    """Stable: what a learner has written is kept under it."""
    formerly: tuple[Id, ...] = ()
    """Ids that this activity had before."""
    practises: tuple[Id, ...] = ()
    """The objectives that it practises."""
    moment: Line | None = None
    """A small line above the prompt, such as “Minute twelve”."""
    duration: Duration | None = None
    """Only where the time that Trainer reckons from the content is wrong."""


@dataclass(frozen=True, kw_only=True)
class Use(Activity):
    """An activity that plays a file of the course: a vignette, a transcript, a scenario.

    What is used twice has an id at each use.
    """

    of: Id
    """The id of the vignette, transcript or scenario."""
    prompt: Line | None = None
    """What to watch for."""
