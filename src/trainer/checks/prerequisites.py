"""Modules to do first exist, and one can begin somewhere."""

from collections import deque
from collections.abc import Iterator, Mapping

from trainer.checks.context import Context
from trainer.checks.naming import hint_for
from trainer.model import Id
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

PREREQUISITE_EXISTS = Rule(
    "prerequisite-exists",
    Severity.ERROR,
    "The prerequisites of a module are modules of the course.",
    "Write the id as it stands under `modules` in `course.yml`.",
)
NO_CIRCLE = Rule(
    "prerequisites-have-no-circle",
    Severity.ERROR,
    "No module is, by way of others or not, a prerequisite of itself.",
    "Drop the prerequisite that matters least.",
)
RULES = (PREREQUISITE_EXISTS, NO_CIRCLE)
Prerequisites = Mapping[str, tuple[Id, ...]]


def prerequisite_exists(context: Context) -> Iterator[Problem]:
    """Yield each prerequisite that is no module."""
    known = {module.id: module for module in context.course.modules}
    for module in context.course.modules:
        for name in module.head.prerequisites:
            if name not in known and not context.may_be("module", name):
                yield PREREQUISITE_EXISTS.broken(
                    name.place,
                    phrase("There is no module “{id}”.", id=name),
                    hint_for(name, list(known), phrase("Modules stand in `course.yml`.")),
                )


def prerequisites_have_no_circle(context: Context) -> Iterator[Problem]:
    """Yield each circle once, at the prerequisite by which its first module enters it."""
    needs: dict[str, tuple[Id, ...]] = {
        module.id: module.head.prerequisites for module in context.course.modules
    }
    told: set[frozenset[str]] = set()
    for name in needs:
        circle = _circle(name, needs)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            yield NO_CIRCLE.broken(
                circle[0].place,
                phrase(
                    "These modules need each other first: {circle}.",
                    circle=" → ".join((name, *circle)),
                ),
                phrase("Drop the prerequisite that matters least, so that one can begin."),
            )


def _circle(start: str, needs: Prerequisites) -> tuple[Id, ...]:
    """Return the shortest way by prerequisites from a module back to itself."""
    waiting: deque[tuple[Id, ...]] = deque((first,) for first in needs[start])
    seen: set[str] = set()
    while waiting:
        way = waiting.popleft()
        if way[-1] == start:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            waiting.extend((*way, further) for further in needs.get(way[-1], ()))
    return ()


CHECKS = (prerequisite_exists, prerequisites_have_no_circle)
