"""A branching session: scenes, choices, consequences, endings."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from trainer.model.dialogue import Person, Turn
from trainer.model.element import Element
from trainer.model.vignette import Provenance
from trainer.model.written import Duration, Id, Line, PersonKey, Prose, TimeOfDay, Word, Written
from trainer.words import Phrase, phrase


class Setting(StrEnum):
    """Where a scenario plays: it decides whether there are a circle and gauges."""

    GROUP = "group"
    SURGERY = "surgery"


class Condition(Written):
    """A flag that has been set, or has not: `rule-given`, `not rule-given`."""

    __slots__ = ()
    form = r"(?:not )?[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
    form_words = phrase("a flag such as `rule-given`, or `not rule-given`")

    @property
    def flag(self) -> str:
        """The name of the flag."""
        return self.removeprefix("not ")

    def holds(self, flags: frozenset[str]) -> bool:
        """Tell whether it is true of the flags set so far."""
        return (self.flag in flags) != self.startswith("not ")


@dataclass(frozen=True, kw_only=True)
class Gauges(Element):
    """Words on the three gauges of a group."""

    safety: Line | None = None
    """How safe it is to speak."""
    focus: Line | None = None
    """Where the group's attention is."""
    play: Line | None = None
    """How freely the group imagines."""


class Step(int):
    """How far a gauge moves at a choice."""

    form: ClassVar[str] = r"[-+]?0*[01]"
    form_words: ClassVar[Phrase] = phrase("-1, 0 or 1, since a gauge moves by one step at most")


_STILL = Step(0)


@dataclass(frozen=True, kw_only=True)
class Moves(Element):
    """How far a choice moves each gauge: one step back, none, or one step on."""

    safety: Step = _STILL
    """-1, 0 or 1."""
    focus: Step = _STILL
    """-1, 0 or 1."""
    play: Step = _STILL
    """-1, 0 or 1."""


@dataclass(frozen=True, kw_only=True)
class Clock(Element):
    """The clock of a morning that may run late."""

    start: TimeOfDay
    """When the first scene begins."""


@dataclass(frozen=True, kw_only=True)
class SceneTurn(Turn):
    """A turn in a scene, which may depend on what happened before."""

    when: Condition | None = None
    """Only when this flag is set, or is not."""


@dataclass(frozen=True, kw_only=True)
class Choice(Element):
    """What one may do in a scene: exactly one of silence, words or a deed."""

    id: Id
    """Local to the scenario."""
    silence: bool = False
    """`true`: say nothing."""
    say: Line | None = None
    """What one says."""
    do: Line | None = None
    """What one does."""
    then: Prose
    """What happens next."""
    moves: Moves | None = None
    """Which gauges move."""
    says: Gauges | None = None
    """New words on the gauges that moved."""
    takes: Duration | None = None
    """How long it takes, where there is a clock."""
    comment: Line
    """Why it may have gone so."""
    next: Id
    """The scene or ending that follows."""
    sets: tuple[Id, ...] = ()
    """Flags that this choice sets."""
    when: Condition | None = None
    """Only when this flag is set, or is not."""


@dataclass(frozen=True, kw_only=True)
class Scene(Element):
    """A moment at which one chooses."""

    minute: int | None = None
    """The minute of the session."""
    due: TimeOfDay | None = None
    """In a surgery: the time of the appointment."""
    returned: bool = False
    """In a group: `true` where the presenter’s chair is in the circle, and not moved back."""
    text: Prose | None = None
    """What one sees."""
    turns: tuple[SceneTurn, ...] = ()
    """What is said."""
    choices: tuple[Choice, ...]
    """What one may do."""


@dataclass(frozen=True, kw_only=True)
class Ending(Element):
    """Where a path ends, and a scene from which it could be mended."""

    title: Word
    """A few words."""
    text: Prose
    """How it ends."""
    repair: Id
    """The scene to go back to."""
    comment: Line
    """What this path shows."""


@dataclass(frozen=True, kw_only=True)
class Scenario(Element):
    """A branching session in which the reader leads, or is the doctor."""

    id: Id
    """Stable name; the file is called `<id>.yml`."""
    formerly: tuple[Id, ...] = ()
    """Ids that this scenario had before."""
    title: Word
    """As it stands above the scenario."""
    vignette: Id | None = None
    """The case that is being worked on."""
    lead: Line
    """Where one is and what one knows."""
    duration: Duration
    """How long a first play takes."""
    content_note: Line | None = None
    """What a reader should know before it opens."""
    provenance: Provenance = Provenance.FICTIONAL
    """Where it comes from."""
    setting: Setting = Setting.GROUP
    """`group`: a circle and gauges; `surgery`: neither."""
    people: Mapping[PersonKey, Person]
    """Everybody but “you”, in the order of the chairs."""
    clock: Clock | None = None
    """For a morning that may run late."""
    gauges: Gauges | None = None
    """The words on the gauges at the start."""
    start: Id
    """The first scene."""
    scenes: Mapping[Id, Scene]
    """All scenes."""
    endings: Mapping[Id, Ending]
    """All endings."""
