"""A rule may be broken in one file if the course says so and why; each such word must be needed."""

from collections.abc import Collection, Iterator, Mapping

from trainer.checks.naming import hint_for
from trainer.model import Suppression
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

NAMES_A_RULE = Rule(
    "suppression-names-a-rule",
    Severity.ERROR,
    "What stands under `suppress` in `course.yml` names a rule that may be broken: not one"
    " without which a file cannot be read.",
    "Write the id of the rule as `trainer check` prints it.",
)
SUPPRESSES_SOMETHING = Rule(
    "suppression-suppresses-something",
    Severity.ERROR,
    "Every suppression is needed: its rule is broken in its file.",
    "Delete it; if the file was renamed, correct its path.",
)
RULES = (NAMES_A_RULE, SUPPRESSES_SOMETHING)


def apply(
    suppressions: Collection[Suppression],
    problems: Collection[Problem],
    rules: Mapping[str, bool],
    *,
    is_whole: bool,
) -> Iterator[Problem]:
    """Yield the problems that are not suppressed, and what is wrong with the suppressions.

    `rules` says of each rule's id whether it may be suppressed. Nothing is said about the
    need for a suppression where files could not be read, or the file has errors that may
    hide what is suppressed.
    """
    faulty = {each.place.file for each in problems if each.severity == Severity.ERROR}
    wanted = {(each.rule, each.file) for each in suppressions if rules.get(each.rule)}
    met: set[tuple[str, str]] = set()
    for problem in problems:
        key = (problem.rule.id, problem.place.file)
        if key in wanted:
            met.add(key)
        else:
            yield problem
    for each in suppressions:
        if not rules.get(each.rule):
            yield _no_rule(each, rules)
        elif is_whole and each.file not in faulty and (each.rule, each.file) not in met:
            yield SUPPRESSES_SOMETHING.broken(
                each.place,
                phrase("`{rule}` is not broken in {file}.", rule=each.rule, file=each.file),
                phrase("Delete this suppression, or correct the path of its file."),
            )


def _no_rule(suppression: Suppression, rules: Mapping[str, bool]) -> Problem:
    name = suppression.rule
    if name in rules:
        return NAMES_A_RULE.broken(
            name.place,
            phrase("The rule `{rule}` cannot be suppressed.", rule=name),
            phrase("Mend what it finds; without that the course cannot be read."),
        )
    return NAMES_A_RULE.broken(
        name.place,
        phrase("There is no rule `{rule}`.", rule=name),
        hint_for(
            name,
            [rule for rule, may_be in rules.items() if may_be],
            phrase("Write the id of the rule as `trainer check` prints it."),
        ),
    )
