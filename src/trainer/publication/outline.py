"""The course's tree and its numbers."""

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from trainer.activities import KINDS, kind_of
from trainer.model import Course, Workshop, count_words


@dataclass(frozen=True)
class Figures:
    """The numbers of a course."""

    modules: int
    lessons: int
    objectives: int
    activities: dict[str, int]
    """Kind to number; kinds that are not used have 0."""
    vignettes: int
    scenarios: int
    transcripts: int
    words: int
    """Of everything that a learner may read."""
    minutes: int
    """The sum of the lessons' declared durations."""
    terms: int
    references: int
    claims: int
    claims_covered: int
    """Taught by a lesson, or declined with a reason; `planned` does not count."""


def figures(course: Course) -> Figures:
    """Count a course."""
    kinds = Counter(kind_of(activity).name for activity in course.activities)
    taught = {claim for lesson in course.lessons for claim in lesson.claims}
    covered = [claim for claim in course.claims if claim.id in taught or claim.declined]
    return Figures(
        modules=len(course.modules),
        lessons=len(course.lessons),
        objectives=sum(len(module.head.objectives) for module in course.modules),
        activities={name: kinds[name] for name in KINDS},
        vignettes=len(course.vignettes),
        scenarios=len(course.scenarios),
        transcripts=len(course.transcripts),
        words=count_words(*course.read_by_learners),
        minutes=round(sum(lesson.duration.minutes for lesson in course.lessons)),
        terms=len(course.terms),
        references=len(course.references),
        claims=len(course.claims),
        claims_covered=len(covered),
    )


def outline(course: Course) -> dict[str, Any]:
    """Return the tree of a course with its figures, as plain data for JSON."""
    return {
        "id": course.head.id,
        "version": course.head.version,
        "title": course.head.title,
        "language": course.head.language,
        "modules": [
            {
                "id": module.id,
                "title": module.head.title,
                "minutes": round(module.head.duration.minutes),
                "objectives": [{"id": o.id, "text": o.text} for o in module.head.objectives],
                "lessons": [
                    {
                        "id": lesson.id,
                        "title": lesson.title,
                        "minutes": round(lesson.duration.minutes),
                        "words": count_words(lesson),
                        "activities": [
                            {"id": activity.id, "kind": kind_of(activity).name}
                            for activity in lesson.exercises()
                        ],
                    }
                    for lesson in module.lessons
                ],
            }
            for module in course.modules
        ],
        "vignettes": [{"id": v.id, "title": v.title} for v in course.vignettes],
        "scenarios": [{"id": s.id, "title": s.title} for s in course.scenarios],
        "transcripts": [{"id": t.id, "title": t.title} for t in course.transcripts],
        "workshops": [_workshop(workshop) for workshop in course.workshops],
        "figures": asdict(figures(course)),
    }


def _workshop(workshop: Workshop) -> dict[str, Any]:
    return {
        "id": workshop.id,
        "title": workshop.title,
        "minutes": workshop.minutes,
        "optional_minutes": workshop.optional_minutes,
        "sessions": len(workshop.sessions),
    }
