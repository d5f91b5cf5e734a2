"""Problems on the screen: as text, as JSON, or as GitHub's annotations."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from typing import NoReturn

import click

from trainer.cli.speech import SAID, _
from trainer.mkdocs_site import plain, said, told
from trainer.problems import Problem, Severity
from trainer.words import Phrase

FORMATS = ("text", "json", "github")
_DATA, _PROPERTY = "%\r\n", ":,"
"""Signs that end a workflow command of GitHub, or one of its properties."""
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
    colour = _COLOURS.get(problem.severity)
    return told(problem, click.style(severity_told(problem.severity), fg=colour))


def _github(problem: Problem) -> str:
    """Return a workflow command, escaped as GitHub's own `@actions/core` does it."""
    place = problem.place
    properties = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "title": problem.rule.id,
    }
    where = ",".join(
        f"{name}={_escaped(str(value), _DATA + _PROPERTY)}" for name, value in properties.items()
    )
    words = f"{SAID.say(problem.message)} {SAID.say(problem.hint)}"
    return f"::{problem.severity} {where}::{plain(_escaped(words, _DATA))}"


def _escaped(text: str, signs: str) -> str:
    return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in text)


def stop(*reasons: Phrase) -> NoReturn:
    """Tell why a command cannot go on, and end it with status 1."""
    tell_reasons(reasons)
    sys.exit(1)


def tell_reasons(reasons: Sequence[Phrase]) -> None:
    """Print what lies outside the course, each reason on a line."""
    for reason in reasons:
        click.echo(f"{_('Error')}: {said(reason)}", err=True)


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
