"""The course as a whole: modules, lessons, and the lists that they draw on."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from trainer.model.activity import Activity, Passage
from trainer.model.arc import Arc
from trainer.model.element import Element
from trainer.model.scenario import Scenario
from trainer.model.transcript import Transcript
from trainer.model.vignette import Vignette
from trainer.model.workshop import Workshop
from trainer.model.written import (
    Day,
    Doi,
    Duration,
    Id,
    LanguageCode,
    Line,
    Prose,
    Version,
    WebAddress,
    Word,
    Written,
)
from trainer.words import phrase


@dataclass(frozen=True, kw_only=True)
class Objective(Element):
    """What a learner can do afterwards."""

    id: Id
    """Stable name."""
    text: Line
    """Begins with a verb."""


@dataclass(frozen=True, kw_only=True)
class Lesson(Element):
    """One sitting of 10 to 40 minutes; one page."""

    id: Id
    """Stable name; the file is called `<id>.yml` and the page `lessons/<id>.html`."""
    formerly: tuple[Id, ...] = ()
    """Ids that this lesson had before; their addresses lead on to it."""
    title: Word
    """As it stands above the lesson."""
    duration: Duration
    """How long it takes, reading and activities together."""
    objectives: tuple[Id, ...]
    """The objectives that it teaches."""
    claims: tuple[Id, ...] = ()
    """The claims of `claims.yml` that it covers."""
    content_note: Line | None = None
    """What a reader should know before it opens."""
    lead: Line | None = None
    """One paragraph in larger type."""
    text: Prose
    """Markdown."""
    activities: tuple[Activity | Passage | Arc, ...] = ()
    """What the learner does; prose (`text`) or a session's arc (`arc`) may stand between."""
    take_along: Line | None = None
    """The last sentence, or a question to carry into tomorrow."""
    facilitator: Prose | None = None
    """For the facilitator only; it never reaches the learner's edition."""

    def exercises(self) -> Iterator[Activity]:
        """Yield the activities without the prose between them."""
        return (part for part in self.activities if isinstance(part, Activity))


@dataclass(frozen=True, kw_only=True)
class ModuleFile(Element):
    """A `module.yml`, as written."""

    id: Id
    """Stable name; the folder is called so too."""
    formerly: tuple[Id, ...] = ()
    """Ids that this module had before."""
    title: Word
    """As it stands above the module."""
    lead: Line | None = None
    """What this module is, in a sentence."""
    duration: Duration
    """The sum of its lessons' durations."""
    prerequisites: tuple[Id, ...] = ()
    """Modules to do first."""
    objectives: tuple[Objective, ...]
    """What a learner can do afterwards."""
    lessons: tuple[Id, ...]
    """Its lessons in order, one file each in the same folder."""
    facilitator: Prose | None = None
    """For the facilitator only: the module in a workshop."""


@dataclass(frozen=True, kw_only=True)
class Module(Element):
    """A unit of some hours, with its lessons in place of their ids."""

    head: ModuleFile
    lessons: tuple[Lesson, ...]

    @property
    def id(self) -> Id:
        """Its stable name."""
        return self.head.id


@dataclass(frozen=True, kw_only=True)
class Term(Element):
    """An entry of the glossary."""

    id: Id
    """Stable name."""
    formerly: tuple[Id, ...] = ()
    """Ids that this term had before."""
    term: Word
    """The word itself."""
    also: tuple[Word, ...] = ()
    """Other forms of the word."""
    text: Prose
    """Two or three sentences."""
    see: tuple[Id, ...] = ()
    """Related terms."""
    references: tuple[Id, ...] = ()
    """Where to read on."""


@dataclass(frozen=True, kw_only=True)
class Glossary(Element):
    """`glossary.yml`."""

    terms: tuple[Term, ...]
    """All terms; the page sorts them."""


class ReferenceStatus(StrEnum):
    """How well a reference is known."""

    SOURCE = "source"
    """One of the papers that the course rests on."""
    VERIFIED = "verified"
    """Seen in a retrieved record."""
    REPORTED = "reported"
    """Known only through a source."""


@dataclass(frozen=True, kw_only=True)
class Reference(Element):
    """An entry of the bibliography."""

    id: Id
    """Stable name, used as `[@id]`."""
    formerly: tuple[Id, ...] = ()
    """Ids that this reference had before."""
    status: ReferenceStatus
    """How well it is known."""
    short: Word
    """The author or authors, as in a citation."""
    year: Word
    """As in a citation; “about 2007” and “n.d.” are years too."""
    text: Line
    """The whole entry."""
    doi: Doi | None = None
    """Without the address before it."""
    url: WebAddress | None = None
    """Where it can be read."""
    via: Id | None = None
    """The source that reports it, where the status is `reported`."""
    note: Line | None = None
    """What readers should know about it."""


@dataclass(frozen=True, kw_only=True)
class Bibliography(Element):
    """`references.yml`."""

    references: tuple[Reference, ...]
    """All references; the page sorts them."""


@dataclass(frozen=True, kw_only=True)
class Claim(Element):
    """A numbered claim of a source, in our own words."""

    id: Id
    """Its number, as `c12`."""
    source: Id
    """The reference that makes it."""
    section: Word | None = None
    """Which part of the source."""
    text: Line
    """The claim in our own words."""
    planned: bool = False
    """`true` until a lesson covers it."""
    declined: Line | None = None
    """Why the course leaves it out."""


@dataclass(frozen=True, kw_only=True)
class ClaimList(Element):
    """`claims.yml`."""

    claims: tuple[Claim, ...]
    """All claims."""


@dataclass(frozen=True, kw_only=True)
class Page(Element):
    """A page beside the lessons: about, support, privacy."""

    id: Id
    """Stable name; the file is called `<id>.yml` and the page `<id>.html`."""
    formerly: tuple[Id, ...] = ()
    """Ids that this page had before."""
    title: Word
    """As it stands above the page."""
    lead: Line | None = None
    """One paragraph in larger type."""
    text: Prose
    """Markdown."""


class RuleId(Written):
    """The id of a rule, as `trainer check` prints it."""

    __slots__ = ()
    form = r"[a-z]+(?:-[a-z]+)*"
    form_words = phrase("the id of a rule, as `trainer check` prints it")


class CoursePath(Written):
    """The path of a file in the course, with `/` between folders."""

    __slots__ = ()
    form = r"(?!/)(?!.*(?:^|/)\.\.(?:/|$))[^\n\r\\\0]+"
    form_words = phrase("the path of a file in the course, as `curriculum/course.yml`")


@dataclass(frozen=True, kw_only=True)
class Suppression(Element):
    """A rule that may be broken in one file, and why."""

    rule: RuleId
    """The id of the rule."""
    file: CoursePath
    """The file in which it may be broken."""
    reason: Line
    """Why that is right."""


@dataclass(frozen=True, kw_only=True)
class CourseFile(Element):
    """`curriculum/course.yml`, as written."""

    id: Id
    """Stable: what learners have written is kept under it."""
    version: Version
    """Counts up when you publish."""
    released: Day
    """The day of this version; it dates everything that is built."""
    title: Word
    """The course's name."""
    language: LanguageCode
    """The language that the course is written in."""
    audience: Line
    """For whom it is."""
    lead: Line
    """What it is, in a sentence or two, for the first page."""
    notice: Line | None = None
    """What the course is not (an accreditation, a therapy); stands on the first page."""
    modules: tuple[Id, ...]
    """The modules in order, one folder each."""
    completion: tuple[Word, ...] = ()
    """The kinds of activity that complete a module; all of them where nothing is named."""
    pages: tuple[Id, ...] = ()
    """Pages beside the lessons, one file each in `pages/`; about, privacy, imprint, …"""
    publisher: Word | None = None
    """Who publishes the course."""
    licence: Line | None = None
    """Under what terms it may be used."""
    contact: Line | None = None
    """How an error is reported."""
    suppress: tuple[Suppression, ...] = ()
    """Rules that may be broken, each with its reason."""


@dataclass(frozen=True, kw_only=True)
class Course(Element):
    """Everything in one `curriculum/` with its `vignettes/`."""

    head: CourseFile
    modules: tuple[Module, ...] = ()
    vignettes: tuple[Vignette, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    terms: tuple[Term, ...] = ()
    references: tuple[Reference, ...] = ()
    claims: tuple[Claim, ...] = ()
    pages: tuple[Page, ...] = ()

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """All lessons in order."""
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """All activities in order."""
        return tuple(activity for lesson in self.lessons for activity in lesson.exercises())

    @property
    def read_by_learners(self) -> tuple[tuple[Element, ...], ...]:
        """All parts whose text a learner reads as text, in order."""
        plays = (self.vignettes, self.scenarios, self.transcripts)
        return (self.modules, *plays, self.workshops, self.pages)

    @cached_property
    def vignette_of(self) -> dict[str, Vignette]:
        """The vignettes by id."""
        return {vignette.id: vignette for vignette in self.vignettes}

    @cached_property
    def scenario_of(self) -> dict[str, Scenario]:
        """The scenarios by id."""
        return {scenario.id: scenario for scenario in self.scenarios}

    @cached_property
    def transcript_of(self) -> dict[str, Transcript]:
        """The transcripts by id."""
        return {transcript.id: transcript for transcript in self.transcripts}

    @cached_property
    def activity_of(self) -> dict[str, Activity]:
        """The activities by id."""
        return {activity.id: activity for activity in self.activities}
