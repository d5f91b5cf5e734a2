"""`trainer new`."""

import re
import shlex
import unicodedata
from datetime import datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from trainer.cli.schema import write_schemas
from trainer.cli.speech import _
from trainer.cli.telling import stop
from trainer.mkdocs_site import plain
from trainer.words import phrase

_TITLE, _ID = "A course of your own", "a-course-of-your-own"
_DAY = "2026-11-22"
"""What stands in the starter, and is replaced."""
_SPELT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "å": "aa"}
)
"""Letters that are written with two where an address allows none of their own."""
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that no YAML file may hold."""
_LEFT_OUT = {"__pycache__"}


@click.command(
    help=_(
        "Begin a course: a small complete one in a new folder, to be changed into your own.\n\n"
        "Example:\n\n\b\n"
        "  trainer new my-course\n"
        '  trainer new my-course --title "Leading a Balint group in Ghent"'
    )
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar=_("FOLDER"))
@click.option("--title", help=_("The title of the course; without this, the name of the folder."))
def new(folder: Path, title: str | None) -> None:
    """Begin a course."""
    if folder.exists() and any(folder.iterdir()):
        stop(phrase("{folder} is not empty. Choose a name that does not exist yet.", folder=folder))
    name = folder.resolve().name
    given = _one_line(title or "") or _capital(_one_line(re.sub("[-_]", " ", name)))
    today = datetime.now().astimezone().date().isoformat()
    replaced = {_TITLE: given or _TITLE, _ID: _as_id(name), _DAY: today}
    _copy(files("trainer.cli") / "starter", folder, replaced)
    write_schemas(folder)
    click.echo(_done(folder))


def _done(folder: Path) -> str:
    if folder.resolve() == Path.cwd():
        return _("There is a small course in this folder. Now: `trainer serve`.")
    goal = str(folder)
    there = shlex.quote(goal if not goal.startswith("-") else f"./{goal}")
    return _(
        "There is a small course in {folder}. Now: `cd {there}`, then `trainer serve`.",
        folder=plain(goal),
        there=plain(there),
    )


def _capital(text: str) -> str:
    """Begin with a capital, and leave all other letters as they were given."""
    return text[:1].upper() + text[1:]


def _one_line(text: str) -> str:
    return " ".join(_UNWRITABLE.sub(" ", text).split())


def _as_id(name: str) -> str:
    spelt = unicodedata.normalize("NFC", name).lower().translate(_SPELT)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    joined = "-".join(words).lstrip("0123456789-")
    return joined or "my-course"


def _copy(source: Traversable, goal: Path, replaced: dict[str, str]) -> None:
    goal.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        if entry.name in _LEFT_OUT:
            continue
        target = goal / entry.name.replace("dot-", ".", 1)
        if entry.is_dir():
            _copy(entry, target, replaced)
            continue
        text = entry.read_text("utf-8")
        for old, its_own in replaced.items():
            text = text.replace(old, _quoted(its_own) if old == _TITLE else its_own)
        target.write_text(text, "utf-8")


def _quoted(title: str) -> str:
    """Return a title as YAML may hold it, whatever signs are in it."""
    return '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
