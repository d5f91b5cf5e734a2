"""Problems on the screen: as text, as JSON, or as GitHub's annotations."""

import json
from collections import Counter
from collections.abc import Sequence

import click

from trainer.cli.speech import SAID
from trainer.problems import Problem, Severity

FORMATS = ("text", "json", "github")
_SHOWN = (Severity.ERROR, Severity.WARNING)
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def tell(problems: Sequence[Problem], form: str) -> None:
    """Print all problems; planned work is only counted."""
    if form == "json":
        click.echo(
            json.dumps([as_data(problem) for problem in problems], ensure_ascii=False, indent=2)
        )
        return
    line = _github if form == "github" else _text
    for problem in problems:
        if problem.severity in _SHOWN:
            click.echo(line(problem))


def as_data(problem: Problem) -> dict[str, object]:
    """Return a problem as plain data."""
    return {
        "rule": problem.rule.id,
        "severity": str(problem.severity),
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": SAID.say(problem.message),
        "hint": SAID.say(problem.hint),
    }


def _text(problem: Problem) -> str:
    severity = click.style(severity_told(problem.severity), fg=_COLOURS.get(problem.severity))
    said, hint = SAID.say(problem.message), SAID.say(problem.hint)
    return f"{problem.place}: {severity}: {said} {hint} [{problem.rule.id}]"


def _github(problem: Problem) -> str:
    place = problem.place
    said = f"{SAID.say(problem.message)} {SAID.say(problem.hint)}"
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        said = said.replace(sign, code)
    where = f"file={place.file},line={place.line},col={place.column},title={problem.rule.id}"
    return f"::{problem.severity} {where}::{said}"


def severity_told(severity: Severity) -> str:
    """Say how grave a problem is."""
    words = {
        Severity.ERROR: SAID.gettext("error"),
        Severity.WARNING: SAID.gettext("warning"),
        Severity.PLANNED: SAID.gettext("planned"),
    }
    return words[severity]


def counted(problems: Sequence[Problem]) -> str:
    """Say how many problems of each sort there are."""
    numbers = Counter(problem.severity for problem in problems)
    parts = [
        SAID.ngettext("{number} error", "{number} errors", numbers[Severity.ERROR]),
        SAID.ngettext("{number} warning", "{number} warnings", numbers[Severity.WARNING]),
    ]
    if numbers[Severity.PLANNED]:
        parts.append(
            SAID.ngettext(
                "{number} claim planned", "{number} claims planned", numbers[Severity.PLANNED]
            )
        )
    return ", ".join(parts)


def fails(problems: Sequence[Problem], *, strict: bool) -> bool:
    """Tell whether a command must end with status 1."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in grave for problem in problems)
