"""All commands, in the order in which an author meets them."""

import sys
from io import TextIOWrapper

import click

import trainer
from trainer.cli.build import build
from trainer.cli.check import check
from trainer.cli.new import new
from trainer.cli.outline import outline
from trainer.cli.schema import schema
from trainer.cli.serve import serve
from trainer.cli.speech import _
from trainer.cli.telling import stop
from trainer.mkdocs_site import unusable


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "Turn a course written as YAML into a training site.\n\n"
        "Example:\n\n\b\n"
        "  trainer new my-course\n"
        "  cd my-course\n"
        "  trainer serve"
    ),
)
@click.version_option(trainer.__version__, prog_name="trainer")
def commands() -> None:
    """Hold the commands together."""


for command in (new, check, build, serve, schema, outline):
    commands.add_command(command)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(
            stream, TextIOWrapper
        ):  # a sign that the terminal has not is told by its code
            stream.reconfigure(errors="backslashreplace")
    try:
        commands(prog_name="trainer")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        stop(unusable(error))
