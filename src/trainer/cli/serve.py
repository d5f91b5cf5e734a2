"""`trainer serve`."""

import errno
import os
import socket
from ipaddress import ip_address
from pathlib import Path

import click

from trainer import pipeline
from trainer.cli.course_folder import course_option
from trainer.cli.speech import _
from trainer.cli.telling import counted, fails, stop, tell
from trainer.mkdocs_site import SETTINGS, SiteError, look_at_settings, plain, serve_site
from trainer.problems import in_file_order
from trainer.publication import Edition
from trainer.words import phrase

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
@click.option(
    "--edition",
    type=click.Choice([str(edition) for edition in Edition]),
    help=_("For learners, or with the facilitator's text; without this, what mkdocs.yml says."),
)
def serve(root: Path, address: str, edition: str | None) -> None:
    """Serve the site."""
    checked = pipeline.check(root)
    problems = checked.problems
    if checked.loaded.course is not None or os.path.lexists(root / SETTINGS):
        problems = in_file_order((*problems, *look_at_settings(root)[1]))
    if fails(problems, strict=False):
        tell(problems, "text")
        click.echo(counted(problems), err=True)
        raise SystemExit(1)
    _refuse_a_port_in_use(address)
    click.echo(
        _("The site is at http://{address}/ in a moment. Ctrl+C ends this.", address=address),
        err=True,
    )
    try:
        serve_site(root, address, Edition(edition) if edition else None)
    except SiteError as error:
        stop(*error.faults)


def _refuse_a_port_in_use(address: str) -> None:
    host, _colon, port = address.rpartition(":")
    if _is_in_use(host, int(port)):
        others = range(int(port) + 1, min(int(port) + 100, _LAST_PORT))
        free = next((other for other in others if not _is_in_use(host, other)), 8000)
        stop(
            phrase(
                "Port {port} is in use; try {option}.",
                port=port,
                option=f"`--address {host}:{free}`",
            )
        )


def _is_in_use(host: str, port: int) -> bool:
    """Tell whether another program serves there; whatever else is wrong is told by the server."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            return error.errno == errno.EADDRINUSE
    return False
