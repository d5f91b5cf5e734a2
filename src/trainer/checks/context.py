"""What the rules of a whole course look at; each part is made once, when it is first asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from trainer.activities import KINDS, kind_of
from trainer.checks.walk import Part, parts
from trainer.markup import Anchors, Document, anchors, parse, parse_line
from trainer.model import Activity, Course, Id, Line, Objective, Prose, Reference
from trainer.model.activity import Use
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
    """Ids that could not be read; nobody is at fault who names them."""
    lost: frozenset[str]
    """Kinds of name of which some could not be read, nobody knows which; links call them so."""
    fragments: tuple[object, ...] = ()
    """What could be read of files that are in no course, since something in them is wrong."""

    @property
    def is_whole(self) -> bool:
        """Whether every file could be read, so that what is not found is really not there."""
        return not (self.broken_ids or self.lost)

    def may_be(self, kind: str, name: str) -> bool:
        """Tell whether something of this kind and name may stand in what could not be read."""
        return name in self.broken_ids or kind in self.lost

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
        return (part for part in self.everything if isinstance(part, (Line, Prose)))

    @cached_property
    def everything(self) -> tuple[Part, ...]:
        """All that could be read, in the course or not, in the order of the files' fields."""
        return (*parts(self.course), *parts(self.fragments))

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """All activities that could be read, in the course or not."""
        return tuple(part for part in self.everything if isinstance(part, Activity))

    @cached_property
    def addresses(self) -> Addresses:
        """Where every link of the course leads."""
        return addresses(self.course)

    @cached_property
    def anchors(self) -> Anchors:
        """The headings that links can lead to."""
        return anchors(self.course)

    @cached_property
    def objectives(self) -> Mapping[str, Objective]:
        """The objectives of all modules by id."""
        return {each.id: each for each in self.everything if isinstance(each, Objective)}

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The references by id and by former id."""
        return {name: each for each in self.course.references for name in (each.id, *each.formerly)}

    @cached_property
    def reference_ids(self) -> list[str]:
        """The references' present ids, to choose from."""
        return [each.id for each in self.course.references]

    @cached_property
    def faults_of_kinds(self) -> tuple[tuple[Activity, tuple[Problem, ...]], ...]:
        """What each activity's kind finds wrong with it."""
        return tuple(
            (activity, tuple(kind_of(activity).check(activity, self.course)))
            for activity in self.activities
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
        if self.is_whole:
            return frozenset()
        named = (part for part in self.everything if isinstance(part, Id))
        broken = {part.place for part in named if part in self.broken_ids}
        return frozenset(broken.union(*map(self._places_of_lost, self.activities)))

    def _places_of_lost(self, activity: Activity) -> Iterator[Place]:
        """Yield where an activity names what may stand in a file that could not be read at all."""
        if isinstance(activity, Use) and kind_of(activity).name in self.lost:
            yield activity.of.place
        if "activity" in self.lost:
            values = [
                getattr(activity, f.name) for f in fields(activity) if f.name not in ("id", "of")
            ]
            yield from (value.place for value in values if isinstance(value, Id))
