"""The turns of a group session, with stops where the learner decides or marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from trainer.model.dialogue import Person, Turn, Verdict
from trainer.model.element import Element
from trainer.model.vignette import Provenance
from trainer.model.written import Duration, Id, Line, PersonKey, Prose, Word


class Drift(StrEnum):
    """Which way a turn leaves the group's task."""

    ADVICE = "advice"
    SUPERVISION = "supervision"
    THERAPY = "therapy"
    DIAGNOSIS = "diagnosis"
    THEORY = "theory"
    INTERROGATION = "interrogation"
    BLAME = "blame"
    CHAT = "chat"


@dataclass(frozen=True, kw_only=True)
class StopChoice(Element):
    """What the leader may do at a stop: wait, or say something."""

    wait: bool = False
    """`true`: the leader says nothing."""
    say: Line | None = None
    """What the leader says."""
    then: Prose
    """What happens next."""
    comment: Line | None = None
    """Why it may have gone so."""
    verdict: Verdict | None = None
    """What the choice is."""


@dataclass(frozen=True, kw_only=True)
class Stop(Element):
    """A place in a transcript where the learner decides."""

    id: Id
    """Local to the transcript."""
    prompt: Line | None = None
    """What is asked here."""
    choices: tuple[StopChoice, ...]
    """Waiting, and one or more sentences."""


@dataclass(frozen=True, kw_only=True)
class TranscriptTurn(Turn):
    """A turn: what somebody says, a stage direction, a minute or a stop."""

    open_key: ClassVar[tuple[str, str] | None] = ("speaker", "words")

    id: Id | None = None
    """Local name, where something refers to this turn."""
    minute: int | None = None
    """A mark of time between two turns."""
    stop: Stop | None = None
    """A place where the learner decides."""
    leaves: Drift | None = None
    """Which way this turn leaves the task."""
    reading: Line | None = None
    """An annotated reading, shown when the learner has marked."""
    thinking: Line | None = None
    """What the leader thinks meanwhile."""


@dataclass(frozen=True, kw_only=True)
class Transcript(Element):
    """The turns of a group session."""

    id: Id
    """Stable name; the file is called `<id>.yml`."""
    formerly: tuple[Id, ...] = ()
    """Ids that this transcript had before."""
    title: Word
    """As it stands above the transcript."""
    vignette: Id | None = None
    """The case that is being worked on."""
    lead: Line
    """Who is here and what has happened so far."""
    duration: Duration | None = None
    """Only where the reckoned time is wrong."""
    content_note: Line | None = None
    """What a reader should know before it opens."""
    provenance: Provenance = Provenance.FICTIONAL
    """Where the session comes from."""
    people: Mapping[PersonKey, Person]
    """Everybody in the circle, in the order of the chairs."""
    turns: tuple[TranscriptTurn, ...]
    """The conversation."""
