"""The ordered table of the rules for a course as a whole, and the run through it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from trainer.activities import KINDS
from trainer.checks import (
    claims,
    durations,
    ids,
    language,
    links,
    objectives,
    pages,
    prerequisites,
    references,
    suppressions,
    text,
    vignettes,
    workshops,
)
from trainer.checks.context import Context
from trainer.model import Course
from trainer.problems import Problem, Rule, in_file_order

Check = Callable[[Context], Iterator[Problem]]


@dataclass(frozen=True)
class Family:
    """Rules that belong together."""

    name: str
    """As `docs/problems.md` heads them (English)."""
    rules: tuple[Rule, ...]
    checks: tuple[Check, ...] = ()


def _faults_of_kinds(context: Context) -> Iterator[Problem]:
    for _, problems in context.faults_of_kinds:
        yield from problems
    yield from context.faults_of_libraries


_RULES_OF_KINDS = tuple(dict.fromkeys(rule for kind in KINDS.values() for rule in kind.rules))
FAMILIES = (
    Family("Text", text.RULES, text.CHECKS),
    Family("Links, citations and pictures", links.RULES, links.CHECKS),
    Family("Ids", ids.RULES, ids.CHECKS),
    Family("Objectives", objectives.RULES, objectives.CHECKS),
    Family("Prerequisites", prerequisites.RULES, prerequisites.CHECKS),
    Family("Durations", durations.RULES, durations.CHECKS),
    Family("Activities", _RULES_OF_KINDS, (_faults_of_kinds,)),
    Family("Cases", vignettes.RULES, vignettes.CHECKS),
    Family("Workshops", workshops.RULES, workshops.CHECKS),
    Family("Claims", claims.RULES, claims.CHECKS),
    Family("Glossary and bibliography", references.RULES, references.CHECKS),
    Family("Lists and pages", pages.RULES, pages.CHECKS),
    Family("Language", language.RULES, language.CHECKS),
    Family("Suppressions", suppressions.RULES),
)


def check(
    course: Course,
    *,
    images: frozenset[str] = frozenset(),
    broken_ids: frozenset[str] = frozenset(),
    lost: frozenset[str] = frozenset(),
    fragments: tuple[object, ...] = (),
) -> tuple[Problem, ...]:
    """Return what is wrong with a course as a whole and with its activities, in file order.

    Nothing is said that only follows from a file which could not be read.
    """
    context = Context(course, images, broken_ids, lost, fragments)
    found = (problem for family in FAMILIES for each in family.checks for problem in each(context))
    return in_file_order(p for p in found if p.place not in context.places_of_broken)
