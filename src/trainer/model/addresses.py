"""Where everything stands: addresses hold kind and id, never the module.

So a lesson can move to another module without its address being lost. Paths have no
suffix; a target adds its own.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from trainer.model.activity import Use
from trainer.model.course import Course
from trainer.model.written import Id

HOME = "index"
LIBRARY = "vignettes/index"
WORKSHOPS = "workshops/index"
GLOSSARY = "glossary"
REFERENCES = "references"
YOURS = "yours"
NOT_FOUND = "404"
MADE = {
    "home": HOME,
    "yours": YOURS,
    "vignettes": LIBRARY,
    "workshops": WORKSHOPS,
    "glossary": GLOSSARY,
    "references": REFERENCES,
}
"""Pages that Trainer makes itself, by the names that links call them: `page:glossary`."""
RESERVED = (HOME, LIBRARY, WORKSHOPS, GLOSSARY, REFERENCES, YOURS, NOT_FOUND)
"""Pages that every course has."""

FOLDERS = {
    "module": "modules/",
    "lesson": "lessons/",
    "vignette": "vignettes/",
    "workshop": "workshops/",
    "page": "",
}
"""Where the pages of each kind stand."""

Addresses = Mapping[tuple[str, str], str]
"""From scheme and id to path: `("lesson", "four-drifts")` to `lessons/four-drifts`."""


def path_of(kind: str, name: str) -> str:
    """Return the path of a page, `path_of("lesson", "four-drifts")` being `lessons/four-drifts`."""
    return FOLDERS[kind] + name


def paths_of_former(kind: str, name: str) -> tuple[str, ...]:
    """Return where the page of a former id may have stood; a workshop was a mere page once."""
    path = path_of(kind, name)
    return (path, path_of("page", name)) if kind == "workshop" else (path,)


def paged(course: Course) -> Iterator[tuple[str, Id, tuple[Id, ...]]]:
    """Yield everything that has a page of its own: kind, id, former ids."""
    for module in course.modules:
        yield "module", module.id, module.head.formerly
    for lesson in course.lessons:
        yield "lesson", lesson.id, lesson.formerly
    for vignette in course.vignettes:
        yield "vignette", vignette.id, vignette.formerly
    for workshop in course.workshops:
        yield "workshop", workshop.id, workshop.formerly
    for page in course.pages:
        yield "page", page.id, page.formerly


def addresses(course: Course) -> Addresses:
    """Return where every link of the course leads; former ids lead to the same place."""
    found: dict[tuple[str, str], str] = {}
    for kind, name, former in paged(course):
        found |= {(kind, each): path_of(kind, name) for each in (name, *former)}
    found |= {("page", name): path for name, path in _made(course)}
    for term in course.terms:
        found |= {("term", each): f"{GLOSSARY}#{term.id}" for each in (term.id, *term.formerly)}
    for entry in course.references:
        for each in (entry.id, *entry.formerly):
            found["reference", each] = f"{REFERENCES}#{entry.id}"
    return MappingProxyType(found | _in_lessons(course))


def _made(course: Course) -> Iterator[tuple[str, str]]:
    """Yield the pages that Trainer makes of this course, by the names that links call them."""
    there = {
        "vignettes": course.vignettes,
        "workshops": course.workshops,
        "glossary": course.terms,
        "references": course.references,
    }
    for name, path in MADE.items():
        if there.get(name, True):
            yield name, path


def _in_lessons(course: Course) -> dict[tuple[str, str], str]:
    """Activities stand in their lesson; a scenario or transcript where it is first used."""
    found: dict[tuple[str, str], str] = {}
    for lesson in course.lessons:
        for activity in lesson.exercises():
            path = f"{path_of('lesson', lesson.id)}#{activity.id}"
            found |= {("activity", each): path for each in (activity.id, *activity.formerly)}
            if not isinstance(activity, Use):
                continue
            for scheme, library in (
                ("scenario", course.scenario_of),
                ("transcript", course.transcript_of),
            ):
                if activity.of in library:
                    item = library[activity.of]
                    for each in (item.id, *item.formerly):
                        found.setdefault((scheme, each), path)
    return found
