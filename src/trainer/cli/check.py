"""`trainer check`."""

import os
import sys
from pathlib import Path

import click

from trainer import pipeline
from trainer.cli.course_folder import course_option
from trainer.cli.speech import _
from trainer.cli.telling import FORMATS, counted, fails, tell
from trainer.mkdocs_site import SETTINGS, look_at_settings
from trainer.problems import Problem, in_file_order


@click.command(
    help=_(
        "Look for faults in the course and tell all of them, each with its place.\n\n"
        "Example:\n\n\b\n"
        "  trainer check\n"
        "  trainer check --strict --format json"
    )
)
@course_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help=_("How problems are told: for people, for programs, or for GitHub."),
)
@click.option("--strict", is_flag=True, help=_("Let warnings count as errors."))
def check(root: Path, form: str, strict: bool) -> None:
    """Check the course."""
    problems = in_file_order((*pipeline.check(root).problems, *_in_settings(root)))
    tell(problems, form)
    click.echo(counted(problems), err=form != "text")
    sys.exit(1 if fails(problems, strict=strict) else 0)


def _in_settings(root: Path) -> tuple[Problem, ...]:
    """Return what is wrong with mkdocs.yml; a course can be checked without one."""
    return look_at_settings(root)[1] if os.path.lexists(root / SETTINGS) else ()
