"""`trainer build`."""

import sys
from pathlib import Path

import click

from trainer import pipeline
from trainer.cli.course_folder import course_option
from trainer.cli.speech import SAID, _
from trainer.cli.steps import Steps
from trainer.cli.telling import counted, fails, tell
from trainer.mkdocs_site import SiteError, build_site
from trainer.publication import Edition


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
    help=_("Where the site goes; without this, the folder `site`."),
)
@click.option(
    "--edition",
    type=click.Choice([str(edition) for edition in Edition]),
    default=str(Edition.LEARNER),
    help=_("For learners, or with the facilitator's text."),
)
@click.option("--strict", is_flag=True, help=_("Let warnings count as errors."))
def build(root: Path, output: Path | None, edition: str, strict: bool) -> None:
    """Build the site."""
    goal = output or root / "site"
    with Steps() as steps:
        steps.begin(_("Reading and checking the course"))
        checked = pipeline.check(root)
        if fails(checked.problems, strict=strict):
            steps.clear()
            tell(checked.problems, "text")
            click.echo(counted(checked.problems), err=True)
            click.echo(_("Nothing was built; the last site is as it was."), err=True)
            sys.exit(1)
        steps.begin(_("Rendering the pages"))
        publication = pipeline.press(root, checked, edition=Edition(edition))
        steps.begin(_("Writing the site"))
        try:
            build_site(root, goal, publication, steps.count)
        except SiteError as error:
            steps.clear()
            raise click.ClickException(str(error)) from error
    tell(checked.problems, "text")
    click.echo(counted(checked.problems))
    pages = SAID.ngettext("{number} page", "{number} pages", len(publication.pages))
    click.echo(
        _(
            "Built {pages}. Open {file} in a browser, or run `trainer serve` and go to {address}.",
            pages=pages,
            file=goal / "index.html",
            address="http://127.0.0.1:8000/",
        )
    )
