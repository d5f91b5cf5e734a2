"""`trainer schema`."""

import json
import sys
from pathlib import Path

import click

from trainer.cli.course_folder import course_option
from trainer.cli.speech import SAID, _
from trainer.cli.telling import tell
from trainer.loading import COURSE_FILE, FILES
from trainer.loading import schema as schema_of
from trainer.pipeline import check


@click.command(
    help=_(
        "Write JSON Schemas, so that your editor completes keys and underlines faults as you type.\n\n"
        "They go into the folder `.schema` of the course; the first line of each file of the course "
        "names the one that it follows.\n\n"
        "Example:\n\n\b\n"
        "  trainer schema\n"
        "  trainer schema --print lesson"
    )
)
@course_option
@click.option(
    "--print", "printed", type=click.Choice(list(FILES)), help=_("Print one schema instead.")
)
def schema(root: Path, printed: str | None) -> None:
    """Write or print JSON Schemas."""
    if printed:
        click.echo(_as_text(printed), nl=False)
        return
    if not (root / COURSE_FILE).exists():
        tell(check(root).problems, "text")
        sys.exit(1)
    folder = write_schemas(root)
    click.echo(
        SAID.ngettext(
            "Wrote {number} schema into {folder}.",
            "Wrote {number} schemas into {folder}.",
            len(FILES),
            folder=folder,
        )
    )


def write_schemas(root: Path) -> Path:
    """Write all schemas into the folder `.schema` of a course, and return it."""
    folder = root / ".schema"
    folder.mkdir(exist_ok=True)
    for kind in FILES:
        (folder / f"{kind}.json").write_text(_as_text(kind), "utf-8")
    return folder


def _as_text(kind: str) -> str:
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"
