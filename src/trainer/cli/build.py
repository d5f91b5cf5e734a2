"""`trainer build`."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from trainer import pipeline
from trainer.cli.course_folder import course_option
from trainer.cli.speech import SAID, _
from trainer.cli.steps import Steps
from trainer.cli.telling import counted, fails, stop, tell, tell_reasons
from trainer.mkdocs_site import SETTINGS, Settings, SiteError, build_site, plain, read_settings
from trainer.pipeline import Checked
from trainer.publication import Edition
from trainer.words import Phrase


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
    help=_("For learners, or with the facilitator's text; without this, what mkdocs.yml says."),
)
@click.option("--strict", is_flag=True, help=_("Let warnings count as errors."))
def build(root: Path, output: Path | None, edition: str | None, strict: bool) -> None:
    """Build the site."""
    goal = output or root / "site"
    with Steps() as steps:
        steps.begin(_("Reading and checking the course"))
        checked = pipeline.check(root)
        settings = _settings(root, checked)
        if fails(checked.problems, strict=strict) or not isinstance(settings, Settings):
            steps.clear()
            _nothing_built(checked, settings)
        steps.begin(_("Rendering the pages"))
        wanted = Edition(edition) if edition else settings.edition
        publication = pipeline.press(root, checked, edition=wanted)
        steps.begin(_("Writing the site"))
        try:
            build_site(root, goal, publication, steps.count)
        except SiteError as error:
            steps.clear()
            stop(*error.faults)
    tell(checked.problems, "text")
    click.echo(counted(checked.problems))
    pages = SAID.ngettext("{number} page", "{number} pages", len(publication.pages))
    click.echo(
        _(
            "Built {pages}. Open {file} in a browser, or run `trainer serve` and go to {address}.",
            pages=pages,
            file=plain(str(goal / "index.html")),
            address="http://127.0.0.1:8000/",
        )
    )


def _settings(root: Path, checked: Checked) -> Settings | tuple[Phrase, ...]:
    """Read mkdocs.yml, or return what is wrong with it; outside a course it is not asked for."""
    try:
        return read_settings(root)
    except SiteError as error:
        outside = checked.loaded.course is None and not (root / SETTINGS).exists()
        return () if outside else error.faults


def _nothing_built(checked: Checked, settings: Settings | tuple[Phrase, ...]) -> NoReturn:
    tell(checked.problems, "text")
    if checked.problems:
        click.echo(counted(checked.problems), err=True)
    tell_reasons(() if isinstance(settings, Settings) else settings)
    click.echo(_("Nothing was built; the last site is as it was."), err=True)
    sys.exit(1)
