"""`trainer build`."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from trainer import pipeline
from trainer.cli.course_folder import course_option
from trainer.cli.speech import SAID, _
from trainer.cli.steps import Steps
from trainer.cli.telling import counted, fails, stop, tell
from trainer.mkdocs_site import SETTINGS, Settings, SiteError, build_site, look_at_settings, plain
from trainer.pipeline import Checked
from trainer.problems import Problem, in_file_order
from trainer.publication import Edition

FOLDERS = {Edition.LEARNER: "site", Edition.FACILITATOR: "site-facilitator"}
"""Each edition has its own folder, so that one is never published in place of the other."""
SERVE_HINT = "TRAINER_SERVE"
"""A Makefile says here how the site is served where `trainer` is not on the path."""


@click.command(
    help=_(
        "Check the course and build its site. When anything is wrong, the last site stays as it was.\n\n"
        "Example:\n\n\b\n"
        "  trainer build\n"
        "  trainer build --output /srv/www/balint --strict"
    )
)
@course_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar=_("FOLDER"),
    help=_(
        "Where the site goes; without this, the folder `site`, and `site-facilitator` for the "
        "facilitators' edition."
    ),
)
@click.option(
    "--edition",
    type=click.Choice([str(edition) for edition in Edition]),
    help=_("For learners, or with the facilitator's text; without this, what mkdocs.yml says."),
)
@click.option("--strict", is_flag=True, help=_("Let warnings count as errors."))
def build(root: Path, output: Path | None, edition: str | None, strict: bool) -> None:
    """Build the site."""
    with Steps() as steps:
        steps.begin(_("Reading and checking the course"))
        checked = pipeline.check(root)
        settings, in_settings = _settings(root, checked)
        problems = in_file_order((*checked.problems, *in_settings))
        if fails(problems, strict=strict) or settings is None:
            steps.clear()
            _nothing_built(problems)
        steps.begin(_("Rendering the pages"))
        wanted = Edition(edition) if edition else settings.edition
        goal = output or root / FOLDERS[wanted]
        publication = pipeline.press(root, checked, edition=wanted)
        steps.begin(_("Writing the site"))
        try:
            build_site(root, goal, publication, steps.count)
        except SiteError as error:
            steps.clear()
            stop(*error.faults)
    tell(problems, "text")
    click.echo(counted(problems))
    pages = SAID.ngettext("{number} page", "{number} pages", len(publication.pages))
    click.echo(_built(wanted, pages=pages, file=plain(str(goal / "index.html"))))


def _built(edition: Edition, *, pages: str, file: str) -> str:
    serve = os.environ.get(SERVE_HINT) or "trainer serve"
    if edition is Edition.LEARNER:
        return _(
            "Built {pages} of the learners' edition. Open {file} in a browser, or run `{serve}` and "
            "go to {address}.",
            pages=pages,
            file=file,
            serve=serve,
            address="http://127.0.0.1:8000/",
        )
    return _(
        "Built {pages} of the facilitators' edition, which is not for learners. Open {file} in a browser.",
        pages=pages,
        file=file,
    )


def _settings(root: Path, checked: Checked) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Read mkdocs.yml with what is wrong with it; outside a course it is not asked for."""
    outside = checked.loaded.course is None and not os.path.lexists(root / SETTINGS)
    return (None, ()) if outside else look_at_settings(root)


def _nothing_built(problems: Sequence[Problem]) -> NoReturn:
    tell(problems, "text")
    click.echo(counted(problems), err=True)
    click.echo(_("Nothing was built; the last site is as it was."), err=True)
    sys.exit(1)
