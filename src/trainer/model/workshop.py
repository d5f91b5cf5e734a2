"""A workshop: the course in a room, told as blocks of sessions with minutes, rooms and kit."""

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.model.element import Element, OneOrMore
from trainer.model.written import Id, Line, Prose, TimeOfDay, Word


@dataclass(frozen=True, kw_only=True)
class Session(Element):
    """One thing that people do together, in one room, from one time to another."""

    starts: TimeOfDay | None = None
    """When it begins; without this it follows the session before."""
    minutes: OneOrMore[int]
    """How long it lasts; `[45, 45]` where it has parts, as a group and the talk on its leading."""
    break_after: int = 0
    """Minutes of rest behind it; needless where the next session has a time of its own."""
    title: Word
    """What it is called."""
    text: Line | None = None
    """What happens, in a sentence or two."""
    room: Line | None = None
    """Where, and how the chairs stand."""
    kit: tuple[Line, ...] = ()
    """What has to be there."""
    lessons: tuple[Id, ...] = ()
    """The lessons that it uses."""
    optional: bool = False
    """`true`: it may be left free; its time is told apart."""
    facilitator: Prose | None = None
    """For the facilitator only: how it is run."""

    @property
    def length(self) -> int:
        """All its minutes."""
        return sum(self.minutes)


@dataclass(frozen=True)
class Slot:
    """A session with its minutes: since midnight, or since the block began if it knows no clock."""

    session: Session
    begins: int

    @property
    def ends(self) -> int:
        """When the session is over."""
        return self.begins + self.session.length


@dataclass(frozen=True, kw_only=True)
class Block(Element):
    """What is done without going home between: a day, half of one, an evening."""

    title: Word | None = None
    """“Day 1”, “Evening 3”; not needed where there is only one."""
    text: Line | None = None
    """What to know about it."""
    sessions: tuple[Session, ...]
    """What is done, in order."""

    @property
    def has_clock(self) -> bool:
        """Whether its times are those of a day."""
        return any(session.starts for session in self.sessions[:1])

    @property
    def minutes(self) -> int:
        """All minutes of its sessions, without the breaks."""
        return sum(session.length for session in self.sessions)

    @property
    def optional_minutes(self) -> int:
        """The minutes of the sessions that may be left free."""
        return sum(session.length for session in self.sessions if session.optional)

    def slots(self) -> Iterator[Slot]:
        """Yield its sessions with the minutes at which they begin and end."""
        now = 0
        for session in self.sessions:
            slot = Slot(session, session.starts.minutes if session.starts else now)
            yield slot
            now = slot.ends + session.break_after


@dataclass(frozen=True, kw_only=True)
class Workshop(Element):
    """A plan for teaching the course in a room."""

    id: Id
    """Stable name; the file is called `<id>.yml` and the page `workshops/<id>.html`."""
    formerly: tuple[Id, ...] = ()
    """Ids that this workshop had before, also as a page beside the lessons."""
    title: Word
    """As it stands above the page: “Three days”."""
    lead: Line
    """For whom and what for; without the hours, which are added up from the sessions."""
    group: Line | None = None
    """How many people make a group, and with how many faculty."""
    text: Prose | None = None
    """Markdown before the plan."""
    blocks: tuple[Block, ...]
    """The days or evenings in order; one block where all is done in one go."""
    kit: tuple[Line, ...] = ()
    """What has to be there for the whole; that of the sessions is gathered behind it."""
    after: Prose | None = None
    """Markdown after the plan: cautions, what else to prepare."""
    facilitator: Prose | None = None
    """For the facilitator only: the workshop as a whole."""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions in order."""
        return tuple(session for block in self.blocks for session in block.sessions)

    @property
    def minutes(self) -> int:
        """The time spent together, the optional sessions included, the breaks not."""
        return sum(block.minutes for block in self.blocks)

    @property
    def optional_minutes(self) -> int:
        """The time of the sessions that may be left free."""
        return sum(block.optional_minutes for block in self.blocks)
