"""`trainer serve`."""

from pathlib import Path

import click

from trainer import pipeline
from trainer.cli.course_folder import course_option
from trainer.cli.speech import _
from trainer.cli.telling import counted, tell
from trainer.mkdocs_site import SiteError, serve_site


@click.command(
    help=_(
        "Show the site in a browser, and build it again whenever a file changes.\n\n"
        "Example:\n\n\b\n"
        "  trainer serve\n"
        "  trainer serve --address 0.0.0.0:8080"
    )
)
@course_option
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    help=_("Where the site is served."),
)
def serve(root: Path, address: str) -> None:
    """Serve the site."""
    checked = pipeline.check(root)
    if checked.has_errors:
        tell(checked.problems, "text")
        click.echo(counted(checked.problems), err=True)
        raise SystemExit(1)
    click.echo(
        _("The site is at http://{address}/ in a moment. Ctrl+C ends this.", address=address),
        err=True,
    )
    try:
        serve_site(root, address)
    except SiteError as error:
        raise click.ClickException(str(error)) from error
