"""A case, told in stages."""

from dataclasses import dataclass
from enum import StrEnum

from trainer.model.element import Element
from trainer.model.written import Id, Line, Prose, Word


class Provenance(StrEnum):
    """Where a case comes from."""

    FICTIONAL = "fictional"
    COMPOSITE = "composite"
    PUBLISHED = "published"
    CONSENTED = "consented"


class StageKind(StrEnum):
    """Which part of the session a stage tells."""

    TELLING = "telling"
    QUESTIONS = "questions"
    GROUP = "group"
    RETURN = "return"
    FOLLOW_UP = "follow-up"
    AFTERWARDS = "afterwards"


@dataclass(frozen=True, kw_only=True)
class Stage(Element):
    """One step of a vignette; it opens after the pause before it."""

    kind: StageKind
    """Which part of the session this is."""
    minute: int | None = None
    """The minute of the session at which it begins."""
    pause: Line | None = None
    """A question to stop and imagine at, shown before this stage opens."""
    text: Prose
    """What is told."""


@dataclass(frozen=True, kw_only=True)
class Vignette(Element):
    """A case, told in stages."""

    id: Id
    """Stable name; the file is called `<id>.yml`."""
    formerly: tuple[Id, ...] = ()
    """Ids that this vignette had before."""
    title: Word
    """As it stands above the page."""
    setting: Word
    """Where it happens: general practice, psychotherapy, …"""
    provenance: Provenance | None = None
    """Where the case comes from: fictional, composite, published or consented."""
    reference: Id | None = None
    """The publication, where the case is published."""
    themes: tuple[Word, ...]
    """A few short words to find it by."""
    content_note: Line | None = None
    """What a reader should know before it opens."""
    lead: Line
    """One or two sentences for the library; they give nothing away."""
    presenter: Word | None = None
    """Who tells it."""
    stages: tuple[Stage, ...]
    """The case, step by step."""
    imagine: tuple[Line, ...] = ()
    """What a group might imagine."""
    teaches: Prose | None = None
    """What it is good for; shown after the stages."""
    facilitator: Prose | None = None
    """For the facilitator only: how to use it in a workshop."""
