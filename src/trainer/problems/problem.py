"""Rules, and one fault in a course as a value."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from trainer.problems.place import Place
from trainer.words import Phrase


class Severity(StrEnum):
    """How grave a problem is."""

    ERROR = "error"
    """Nothing is built."""
    WARNING = "warning"
    """Told and counted; `--strict` makes it an error."""
    PLANNED = "planned"
    """Work that the author has announced: told and counted, never an error."""


@dataclass(frozen=True)
class Rule:
    """Something that is true of every good course."""

    id: str
    """Says the desired truth, as `objective-is-practised`."""
    severity: Severity
    summary: str
    """What is true, in a sentence for authors (English; `docs/problems.md` prints it)."""
    mend: str
    """What an author does when it is not."""

    def broken(self, place: Place, message: Phrase, hint: Phrase) -> "Problem":
        """Make the problem that says where and how this rule is broken, and what would be right."""
        return Problem(self, place, message, hint)


@dataclass(frozen=True)
class Problem:
    """A broken rule at a place: what is wrong there, and what would be right."""

    rule: Rule
    place: Place
    message: Phrase
    hint: Phrase

    @property
    def severity(self) -> Severity:
        """How grave it is: the rule says so, not the place."""
        return self.rule.severity


def in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line and column, and drop what is said twice."""
    unique = {(p.rule.id, p.place, str(p.message)): p for p in problems}
    return tuple(sorted(unique.values(), key=lambda p: (p.place, p.rule.id, str(p.message))))
