"""Every id belongs to one thing, so that links and what learners wrote stay where they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.checks.context import Context
from trainer.model import Course, Id
from trainer.model.addresses import FOLDERS, path_of
from trainer.problems import Problem, Rule, Severity
from trainer.words import Phrase, phrase

ID_IS_UNIQUE = Rule(
    "id-is-unique",
    Severity.ERROR,
    "Every id is used once in the whole course: by one module, lesson, objective, activity,"
    " vignette, scenario, transcript, workshop, term, reference or page. Claims have ids among themselves.",
    "Give the newer of the two another id; an id that learners have met should stay.",
)
FORMER_ID_IS_FREE = Rule(
    "former-id-is-free",
    Severity.ERROR,
    "What stands under `formerly` is nobody's id any more, and stands there once.",
    "Keep the old id for the thing that bore it; give a new thing a new id.",
)
RULES = (ID_IS_UNIQUE, FORMER_ID_IS_FREE)


@dataclass(frozen=True)
class Bearer:
    """Something that has an id."""

    kind: str
    """Its kind, as in links."""
    noun: Phrase
    """Its kind in words."""
    id: Id
    formerly: tuple[Id, ...] = ()


def bearers(course: Course) -> Iterator[Bearer]:
    """Yield everything whose id must be unique in the course."""
    for module in course.modules:
        yield Bearer("module", phrase("a module"), module.id, module.head.formerly)
        for objective in module.head.objectives:
            yield Bearer("objective", phrase("an objective"), objective.id)
        for lesson in module.lessons:
            yield Bearer("lesson", phrase("a lesson"), lesson.id, lesson.formerly)
    for activity in course.activities:
        yield Bearer("activity", phrase("an activity"), activity.id, activity.formerly)
    yield from _listed(course)


def _listed(course: Course) -> Iterator[Bearer]:
    for vignette in course.vignettes:
        yield Bearer("vignette", phrase("a vignette"), vignette.id, vignette.formerly)
    for scenario in course.scenarios:
        yield Bearer("scenario", phrase("a scenario"), scenario.id, scenario.formerly)
    for transcript in course.transcripts:
        yield Bearer("transcript", phrase("a transcript"), transcript.id, transcript.formerly)
    for workshop in course.workshops:
        yield Bearer("workshop", phrase("a workshop"), workshop.id, workshop.formerly)
    for term in course.terms:
        yield Bearer("term", phrase("a term of the glossary"), term.id, term.formerly)
    for entry in course.references:
        yield Bearer("reference", phrase("a reference"), entry.id, entry.formerly)
    for page in course.pages:
        yield Bearer("page", phrase("a page"), page.id, page.formerly)


def id_is_unique(context: Context) -> Iterator[Problem]:
    """Yield each id that something else has already."""
    claims = (Bearer("claim", phrase("a claim"), each.id) for each in context.course.claims)
    yield from _repeated(bearers(context.course))
    yield from _repeated(claims)


def _repeated(found: Iterator[Bearer]) -> Iterator[Problem]:
    first: dict[str, Bearer] = {}
    for bearer in found:
        earlier = first.setdefault(bearer.id, bearer)
        if earlier is not bearer and earlier.id.place != bearer.id.place:
            yield ID_IS_UNIQUE.broken(
                bearer.id.place,
                phrase(
                    "“{id}” is the id of {noun} already ({file}, line {line}).",
                    id=bearer.id,
                    noun=earlier.noun,
                    file=earlier.id.place.file,
                    line=earlier.id.place.line,
                ),
                _hint(bearer, earlier),
            )


def _hint(bearer: Bearer, earlier: Bearer) -> Phrase:
    if bearer.kind == earlier.kind and bearer.kind in FOLDERS:
        return phrase(
            "Rename one: both would be written to {path}.html.",
            path=path_of(bearer.kind, bearer.id),
        )
    return phrase("Give one of the two another id; one that learners have met should stay.")


def former_id_is_free(context: Context) -> Iterator[Problem]:
    """Yield each former id that is in use again, or is claimed by two."""
    all_bearers = list(bearers(context.course))
    present = {bearer.id: bearer for bearer in all_bearers}
    former: dict[str, Id] = {}
    for bearer in all_bearers:
        for old in bearer.formerly:
            if old in present:
                owner = present[old]
                yield FORMER_ID_IS_FREE.broken(
                    old.place,
                    phrase(
                        "“{id}” is no former id: it is that of {noun} now ({file}, line {line}).",
                        id=old,
                        noun=owner.noun,
                        file=owner.id.place.file,
                        line=owner.id.place.line,
                    ),
                    phrase("Take it off this list, or give the other a new id."),
                )
            elif former.setdefault(old, old).place != old.place:
                yield FORMER_ID_IS_FREE.broken(
                    old.place,
                    phrase(
                        "“{id}” is a former id of something else too ({file}, line {line}).",
                        id=old,
                        file=former[old].place.file,
                        line=former[old].place.line,
                    ),
                    phrase("Keep it where it belongs, and take it off the other list."),
                )


CHECKS = (id_is_unique, former_id_is_free)
