"""The folder of the course, as every command takes it."""

from pathlib import Path
from typing import Any, TypeVar

import click

from trainer.cli.speech import _

F = TypeVar("F")


def course_option(command: F) -> F:
    """Add `--course FOLDER`; without it the course is where one stands."""
    option: Any = click.option(
        "--course",
        "root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        metavar=_("FOLDER"),
        help=_("The folder of the course; without this, the one you are in."),
    )
    decorated: F = option(command)
    return decorated
