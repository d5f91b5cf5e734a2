"""Where everything stands: addresses hold kind and id, never the module.

So a lesson can move to another module without its address being lost. Paths have no
suffix; a target adds its own.
"""

from collections.abc import Iterator

from trainer.model.course import Course
from trainer.model.written import Id

HOME = "index"
LIBRARY = "vignettes/index"
GLOSSARY = "glossary"
REFERENCES = "references"
YOURS = "yours"
NOT_FOUND = "404"
RESERVED = (HOME, LIBRARY, GLOSSARY, REFERENCES, YOURS, NOT_FOUND)
"""Pages that every course has."""

FOLDERS = {
    "module": "modules/",
    "lesson": "lessons/",
    "vignette": "vignettes/",
    "scenario": "scenarios/",
    "transcript": "transcripts/",
    "page": "",
}


def path_of(kind: str, name: str) -> str:
    """Return the path of a page, `path_of("lesson", "four-drifts")` being `lessons/four-drifts`."""
    return FOLDERS[kind] + name


def entries(course: Course) -> Iterator[tuple[str, Id, tuple[Id, ...]]]:
    """Yield everything that has a page of its own: kind, id, former ids."""
    for module in course.modules:
        yield "module", module.id, module.head.formerly
    for lesson in course.lessons:
        yield "lesson", lesson.id, lesson.formerly
    for vignette in course.vignettes:
        yield "vignette", vignette.id, vignette.formerly
    for scenario in course.scenarios:
        yield "scenario", scenario.id, scenario.formerly
    for transcript in course.transcripts:
        yield "transcript", transcript.id, transcript.formerly
    for page in course.pages:
        yield "page", page.id, page.formerly
