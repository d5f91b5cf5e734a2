"""What the rules of a whole course look at; each part is made once, when it is first asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from trainer.activities import KINDS, kind_of
from trainer.checks.walk import parts
from trainer.markup import Document, parse, parse_line
from trainer.model import Activity, Course, Id, Line, Objective, Prose, Reference
from trainer.model.addresses import Addresses, addresses
from trainer.problems import Place, Problem

Text = Line | Prose


@dataclass(frozen=True)
class Context:
    """A course, and what is known about it besides."""

    course: Course
    images: frozenset[str]
    """The files in `curriculum/images/`, as authors name them: `images/…`."""
    broken_ids: frozenset[str]
    """Ids (and pictures) that could not be read; nobody is at fault who names them."""

    @property
    def is_whole(self) -> bool:
        """Whether every file could be read, so that what is not found is really not there."""
        return not self.broken_ids

    @cached_property
    def documents(self) -> tuple[tuple[Text, Document], ...]:
        """All Markdown of the course, read."""
        read: dict[tuple[bool, str], Document] = {}
        found = []
        for text in self._texts():
            is_line = isinstance(text, Line)
            key = (is_line, str(text))
            if key not in read:
                read[key] = parse_line(text) if is_line else parse(text)
            found.append((text, read[key]))
        return tuple(found)

    def _texts(self) -> Iterator[Text]:
        return (part for part in parts(self.course) if isinstance(part, (Line, Prose)))

    @cached_property
    def addresses(self) -> Addresses:
        """Where every link of the course leads."""
        return addresses(self.course)

    @cached_property
    def objectives(self) -> Mapping[str, Objective]:
        """The objectives of all modules by id."""
        return {each.id: each for module in self.course.modules for each in module.head.objectives}

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The references by id and by former id."""
        return {name: each for each in self.course.references for name in (each.id, *each.formerly)}

    @property
    def reference_ids(self) -> list[str]:
        """The references' present ids, to choose from."""
        return [each.id for each in self.course.references]

    @cached_property
    def faults_of_kinds(self) -> tuple[tuple[Activity, tuple[Problem, ...]], ...]:
        """What each activity's kind finds wrong with it."""
        return tuple(
            (activity, tuple(kind_of(activity).check(activity, self.course)))
            for activity in self.course.activities
        )

    @cached_property
    def faults_of_libraries(self) -> tuple[Problem, ...]:
        """What the kinds find wrong with the vignettes, transcripts and scenarios."""
        return tuple(
            problem for kind in KINDS.values() for problem in kind.check_library(self.course)
        )

    @cached_property
    def places_of_broken(self) -> frozenset[Place]:
        """Where ids are named that stand in a broken file."""
        if not self.broken_ids:
            return frozenset()
        return frozenset(
            part.place
            for part in parts(self.course)
            if isinstance(part, Id) and part in self.broken_ids
        )
