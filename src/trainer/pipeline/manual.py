"""The page of the documentation that explains every rule."""

from trainer.pipeline.checking import FAMILIES
from trainer.problems import Rule, Severity

_HEADER = """\
<!-- Generated: run `python -m trainer.pipeline > docs/problems.md` after changing a rule. -->

# Problems

`trainer check` says for each fault where it is, which rule it breaks, and what would be right:

    curriculum/first-steps/listening.yml:14:22: error: The link `lesson:the-cirle` leads
    nowhere. Did you mean `lesson:the-circle`? [link-resolves]

A rule's name says what is true of every good course. There are three grades:

| grade | what it means |
| --- | --- |
| error | Nothing is built until it is mended. |
| warning | The course is built. `--strict` makes it count as an error. |
| planned | Work that you have announced yourself. It is told and counted, and never an error. |

A rule may be broken in one file if `course.yml` says so and why:

```yaml
suppress:
  - rule: duration-is-true
    file: curriculum/first-steps/listening.yml
    reason: Most of the time goes into the walk outside.
```

A suppression that is not needed is itself a problem. Rules without which a file cannot be
read (those of the first table that are errors) cannot be suppressed.
"""
_GRADES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.PLANNED: "Planned"}


def documentation() -> str:
    """Return `docs/problems.md`: every rule with its truth and what an author does about it."""
    parts = [_HEADER]
    for family in FAMILIES:
        parts.append(f"\n## {family.name}\n")
        parts.extend(_entry(rule) for rule in family.rules)
    return "".join(parts)


def _entry(rule: Rule) -> str:
    return f"\n### {rule.id}\n\n*{_GRADES[rule.severity]}.* {rule.summary}\n\n{rule.mend}\n"
