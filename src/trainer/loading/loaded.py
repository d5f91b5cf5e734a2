"""What comes of reading a course's folder."""

from dataclasses import dataclass
from typing import Any

from trainer.model import Course, CourseFile, Day, Id, LanguageCode, Line, Version, Word
from trainer.problems import Problem

UNREAD = CourseFile(
    id=Id("unread"),
    version=Version("0"),
    released=Day("2000-01-01"),
    title=Word("–"),
    language=LanguageCode("en"),
    audience=Line("–"),
    lead=Line("–"),
    modules=(),
)
"""Stands in for a `course.yml` that cannot be read; never published."""


@dataclass(frozen=True)
class Loaded:
    """What came of reading a folder."""

    course: Course | None
    """None only where `course.yml` itself cannot be read."""
    so_far: Course | None
    """The course as far as it could be read, with a head that says nothing where that is lost."""
    fragments: tuple[Any, ...]
    """What could be read in files that stand in no course, since something in them is wrong."""
    problems: tuple[Problem, ...]
    broken_ids: frozenset[str]
    """Ids that stand in files which could not be decoded: links to them are not faults."""
    lost: frozenset[str]
    """Kinds of name (as links call them, and `objective`, `claim`, `image`) of which some stand in
    a file or folder that could not be read at all: nobody knows which names exist."""
    images: frozenset[str]
    """The files in `curriculum/images/`, as authors name them: `images/…`."""

    @property
    def is_whole(self) -> bool:
        """Whether every file could be read, so that what is not found is really not there."""
        return not (self.broken_ids or self.lost)
