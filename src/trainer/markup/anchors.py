"""The headings that a link can lead to, as in `lesson:four-drifts#four-trades`."""

from collections.abc import Iterable, Iterator, Mapping

from trainer.markup.reading import parse
from trainer.model import Course, Lesson, Passage
from trainer.model.addresses import Addresses, path_of

Anchors = Mapping[str, Mapping[str, str]]
"""From the path of a page to its headings: each by the words of it, as `four-trades`, with its id."""


def anchors(course: Course) -> Anchors:
    """Return the headings of all lessons and pages; a facilitator's notes are not for everybody."""
    found: dict[str, dict[str, str]] = {}
    for lesson in course.lessons:
        found[path_of("lesson", lesson.id)] = _ids(_texts(lesson))
    for page in course.pages:
        found[path_of("page", page.id)] = _ids([(page.text, "")])
    return found


def passage_prefix(place: int) -> str:
    """Return what keeps the ids of a lesson's part at this place (from 1) apart from others."""
    return f"part-{place}"


def destination(scheme: str, target: str, known: Addresses, headings: Anchors) -> str | None:
    """Return where a link leads: to a thing as a whole, or to a heading of its page."""
    name, mark, part = target.partition("#")
    path = known.get((scheme, name))
    if path is None or not mark:
        return path
    id_ = headings.get(path, {}).get(part)
    return f"{path}#{id_}" if id_ else None


def _texts(lesson: Lesson) -> Iterator[tuple[str, str]]:
    yield lesson.text, ""
    for place, part in enumerate(lesson.activities, 1):
        if isinstance(part, Passage):
            yield part.text, f"{passage_prefix(place)}-"


def _ids(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the ids by slug; where two passages have the same heading, the first is meant."""
    found: dict[str, str] = {}
    for source, prefix in texts:
        for heading in parse(source).headings:
            found.setdefault(heading.slug, prefix + heading.slug)
    return found
