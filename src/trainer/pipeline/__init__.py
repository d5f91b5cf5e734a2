"""The way of a course, on one screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer.loading import Loaded, load
from trainer.pipeline.checking import check_course
from trainer.problems import Problem, Severity
from trainer.publication import Asset, Edition, Publication, publish


@dataclass(frozen=True)
class Checked:
    """A course that was read, and every problem in it."""

    loaded: Loaded
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Tell whether anything keeps it from being published."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def check(root: Path) -> Checked:
    """Read and check the course in a folder."""
    loaded = load(root)
    return Checked(loaded, check_course(loaded))


def press(root: Path, checked: Checked, *, edition: Edition = Edition.LEARNER) -> Publication:
    """Publish a checked course.

    Raises:
        ValueError: the course has errors; look at `checked.has_errors` first.
    """
    course = checked.loaded.course
    if course is None or checked.has_errors:
        raise ValueError("a course with errors is not published")
    return publish(course, images=tuple(_images(root, checked.loaded)), edition=edition)


def _images(root: Path, loaded: Loaded) -> Iterator[Asset]:
    for image in sorted(loaded.images):
        yield Asset(image, (root / "curriculum" / image).read_bytes())
