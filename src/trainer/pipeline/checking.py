"""All problems of a course that was read: the loader's, those of the rules, and what it suppresses."""

from trainer import loading
from trainer.checks import FAMILIES as FAMILIES_OF_CHECKS
from trainer.checks import Family, check, parts, suppress
from trainer.checks.suppressions import RULES as OF_SUPPRESSIONS
from trainer.loading import Loaded
from trainer.model import Suppression
from trainer.problems import Problem, Severity, in_file_order

FAMILIES = (Family("Files", loading.RULES), *FAMILIES_OF_CHECKS)
"""All rules, in the order in which `docs/problems.md` explains them."""
RULES = tuple(rule for family in FAMILIES for rule in family.rules)
_UNREADABLE = frozenset(rule.id for rule in loading.RULES if rule.severity == Severity.ERROR)
_MAY_BE_SUPPRESSED = {
    rule.id: rule.id not in _UNREADABLE and rule not in OF_SUPPRESSIONS for rule in RULES
}


def check_course(loaded: Loaded) -> tuple[Problem, ...]:
    """Return all problems of a course, the loader's too, without those that it suppresses."""
    if loaded.so_far is None:
        return loaded.problems
    found = check(
        loaded.so_far,
        images=loaded.images,
        broken_ids=loaded.broken_ids,
        lost=loaded.lost,
        fragments=loaded.fragments,
    )
    read = parts((loaded.so_far.head, loaded.fragments))
    return in_file_order(
        suppress(
            tuple(part for part in read if isinstance(part, Suppression)),
            (*loaded.problems, *found),
            _MAY_BE_SUPPRESSED,
            is_whole=loaded.is_whole,
        )
    )
