"""People who speak, and what they say: shared by transcripts and scenarios."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from trainer.model.element import Element
from trainer.model.written import Line, PersonKey, Word

MEMBER = Word("member")
PRESENTER = "presenter"
LEADERS = ("leader", "co-leader")


class Verdict(StrEnum):
    """What a choice is, said in words and never as a score."""

    DEFENSIBLE = "defensible"
    COSTS = "costs"
    LEAVES_THE_WORK = "leaves-the-work"
    HOLDS = "holds"
    DOES_NOT_HOLD = "does-not-hold"


@dataclass(frozen=True, kw_only=True)
class Person(Element):
    """Somebody who speaks. A bare name will do: `amir: Amir`."""

    shorthand: ClassVar[str] = "name"

    name: Word
    """As it stands beside their turns."""
    role: Word = MEMBER
    """`member`, `presenter`, `leader`, `co-leader`, `observer`; or who they are, in your words."""


@dataclass(frozen=True, kw_only=True)
class Turn(Element):
    """One turn of a conversation: `- amir: What he says`."""

    open_key: ClassVar[tuple[str, str] | None] = ("speaker", "words")

    speaker: PersonKey | None = None
    words: Line | None = None
    scene: Line | None = None
    """What happens, without a speaker."""
