"""`trainer serve`."""

from ipaddress import ip_address
from pathlib import Path

import click

from trainer import pipeline
from trainer.cli.course_folder import course_option
from trainer.cli.speech import _
from trainer.cli.telling import counted, stop, tell
from trainer.mkdocs_site import SiteError, plain, serve_site

_LAST_PORT = 65535


def _host_and_port(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """Refuse early what MkDocs and the system would refuse late."""
    host, _colon, port = value.rpartition(":")
    try:
        ip_address("127.0.0.1" if host == "localhost" else host)
        if 1 <= int(port) <= _LAST_PORT:
            return value
    except ValueError:
        pass
    raise click.BadParameter(
        _("{value} is no address. Write numbers, as in `127.0.0.1:8000`.", value=plain(value))
    )


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
    callback=_host_and_port,
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
        stop(*error.faults)
