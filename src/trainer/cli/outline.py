"""`trainer outline`."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from trainer import pipeline
from trainer.cli.course_folder import course_option
from trainer.cli.speech import SAID, _
from trainer.cli.telling import counted, tell
from trainer.mkdocs_site import plain
from trainer.model import Course
from trainer.publication.lengths import time_told
from trainer.publication.outline import figures
from trainer.publication.outline import outline as outline_of
from trainer.publication.pages.workshops import by_length, told
from trainer.publication.reading import Reading, reading


@click.command(
    help=_(
        "Show the tree of the course and its numbers.\n\n"
        "Example:\n\n\b\n"
        "  trainer outline\n"
        "  trainer outline --format json\n"
        "  trainer outline --reading"
    )
)
@course_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help=_("For people, or for programs."),
)
@click.option(
    "--reading",
    "how_it_reads",
    is_flag=True,
    help=_("Show how it reads: the median sentence, and the hardest tenth of the sentences."),
)
def outline(root: Path, form: str, how_it_reads: bool) -> None:
    """Show the outline."""
    checked = pipeline.check(root)
    course = checked.loaded.course
    if course is None or checked.has_errors:
        tell(checked.problems, "text")
        click.echo(counted(checked.problems), err=True)
        sys.exit(1)
    if how_it_reads:
        _show_reading(reading(course), form)
    elif form == "json":
        click.echo(json.dumps(outline_of(course), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(map(plain, _lines(course))))


def _show_reading(read: Reading, form: str) -> None:
    if form == "json":
        data = asdict(read)
        data["hardest"] = [asdict(s) | {"place": str(s.place)} for s in read.hardest]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    click.echo(_("The hardest tenth of the sentences, the hardest first:"))
    for sentence in read.hardest:
        number = SAID.ngettext("{number} word", "{number} words", sentence.words)
        click.echo(plain(f"{sentence.place}: {number}: {sentence.text}"))
    click.echo(
        _(
            "{sentences} sentences; the median has {words} words.",
            sentences=read.sentences,
            words=f"{read.median_words:g}",
        )
    )


def _lines(course: Course) -> Iterator[str]:
    yield f"{course.head.title} ({course.head.version})"
    for number, module in enumerate(course.modules, 1):
        yield f"  {number} {module.head.title}, {_time(module.head.duration.minutes)}"
        for place, lesson in enumerate(module.lessons, 1):
            yield f"    {number}.{place} {lesson.title}, {_time(lesson.duration.minutes)}"
    for workshop in by_length(course):
        yield f"  {workshop.title}, {told(workshop, SAID)}"
    counts = figures(course)
    kinds = ", ".join(f"{kind} {number}" for kind, number in counts.activities.items() if number)
    words = SAID.ngettext("{number} word", "{number} words", counts.words)
    yield _("{words}, {length}", words=words, length=_time(counts.minutes))
    yield _("Activities: {kinds}", kinds=kinds)
    yield _(
        "Vignettes {vignettes}, scenarios {scenarios}, transcripts {transcripts}, "
        "workshops {workshops}, terms {terms}, references {references}",
        vignettes=counts.vignettes,
        scenarios=counts.scenarios,
        transcripts=counts.transcripts,
        workshops=len(course.workshops),
        terms=counts.terms,
        references=counts.references,
    )
    yield _("Claims covered: {covered} of {all}", covered=counts.claims_covered, all=counts.claims)


def _time(minutes: float) -> str:
    return time_told(minutes, SAID)
