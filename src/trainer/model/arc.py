"""The arc of a session: its parts in minutes, drawn and listed."""

from dataclasses import dataclass

from trainer.model.element import Element
from trainer.model.written import Line, Word


@dataclass(frozen=True, kw_only=True)
class ArcPart(Element):
    """One part of the session."""

    minutes: int
    """How long it lasts."""
    short: Word
    """The label in the picture, two or three words."""
    name: Word
    """What happens, as it stands in the list beside the picture."""
    says: Line | None = None
    """What the leader might say."""
    deep: bool = False
    """`true`: the presenter sits back and listens."""


@dataclass(frozen=True, kw_only=True)
class Arc(Element):
    """A session minute by minute, as a picture with its list."""

    title: Word
    """What the picture shows."""
    parts: tuple[ArcPart, ...]
    """The parts in order."""
