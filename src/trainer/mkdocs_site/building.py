"""The site as a folder, built beside its goal and put in place when it is complete."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.exceptions import Abort, MkDocsException

from trainer.mkdocs_site.exchange import fresh_folder, put_in_place
from trainer.mkdocs_site.linking import site_path
from trainer.mkdocs_site.plugin import TrainerPlugin
from trainer.mkdocs_site.report import SiteError, unusable
from trainer.mkdocs_site.settings import Settings, read_settings
from trainer.mkdocs_site.written import SETTINGS
from trainer.model.addresses import HOME
from trainer.publication import Edition, Publication
from trainer.publication.assets import STYLE
from trainer.words import Phrase, phrase

Progress = Callable[[int, int], None]
"""Called with the number of pages written so far, and of all pages."""

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def build_site(root: Path, goal: Path, publication: Publication, progress: Progress) -> None:
    """Build the site of a publication into the folder `goal`; a link there stays a link.

    Raises:
        SiteError: the goal holds something else or cannot be written, or mkdocs.yml cannot be used.
    """
    with _told_plainly():
        settings = read_settings(root)
        whole = _resolved(goal)  # MkDocs' paths begin at its settings' folder, the user's elsewhere
        _refuse_other_folders(settings.root, goal, whole)
        folder = fresh_folder(whole)
        try:
            _build(settings, folder, publication, progress)
            _refuse_less_than_a_site(folder)
            put_in_place(folder, whole)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def serve_site(root: Path, address: str, edition: Edition | None = None) -> None:
    """Serve the site at `address` and build it again whenever a file changes.

    Without an edition it is the one that mkdocs.yml asks for.

    Raises:
        SiteError: mkdocs.yml cannot be used, or the address is taken.
    """
    with _told_plainly():
        settings = read_settings(root)
        TrainerPlugin.wanted = edition  # MkDocs makes the plugin that it serves with itself
        try:
            mkdocs_serve(config_file=str(settings.root / SETTINGS), dev_addr=address)
        except OSError as error:
            raise SiteError(unusable(error, address)) from error
        finally:
            TrainerPlugin.wanted = None


def _build(settings: Settings, folder: Path, publication: Publication, progress: Progress) -> None:
    config = settings.config
    plugin = config.plugins["trainer"]
    assert isinstance(plugin, TrainerPlugin)
    config.site_dir = str(folder)
    plugin.prepared, plugin.progress = publication, progress
    config.plugins.on_startup(command="build", dirty=False)
    log, shown = logging.getLogger("mkdocs"), logging.StreamHandler()
    log.setLevel(logging.WARNING)
    log.addHandler(shown)
    try:
        mkdocs_build(config)
    finally:
        log.removeHandler(shown)
        plugin.prepared = plugin.progress = None


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn what MkDocs, the templates and the system say into reasons for a user."""
    try:
        yield
    except SiteError:
        raise
    except (MkDocsException, Abort) as error:
        said = " ".join(str(error).split())
        raise SiteError(phrase("MkDocs says: {said}", said=said)) from error
    except TemplateError as error:
        raise SiteError(_template_fault(error)) from error
    except OSError as error:
        raise SiteError(unusable(error)) from error


def _template_fault(error: TemplateError) -> Phrase:
    said = error.message or str(error)
    if isinstance(error, TemplateSyntaxError):
        place = f"{error.filename or error.name}:{error.lineno}"
        return phrase("{place}: this template cannot be read: {said}", place=place, said=said)
    return phrase(
        "A template cannot be filled: {said}. See what {settings} says under `theme`.",
        said=said,
        settings=SETTINGS,
    )


def _refuse_less_than_a_site(folder: Path) -> None:
    """Never exchange a good site for a folder that another plugin has left empty."""
    for file in (site_path(HOME), STYLE):
        if not (folder / file).is_file():
            raise SiteError(
                phrase(
                    "The built site has no {file}, so the last one stays. A plugin or hook in "
                    "{settings} may write elsewhere: try without it.",
                    file=file,
                    settings=SETTINGS,
                )
            )


def _resolved(goal: Path) -> Path:
    try:
        return goal.resolve()
    except RuntimeError as error:
        raise SiteError(phrase("{goal} is a link that leads in a circle.", goal=goal)) from error


def _refuse_other_folders(root: Path, goal: Path, there: Path) -> None:
    """Never replace a folder that is not a site of ours."""
    authored = [root / "curriculum", root / "vignettes"]
    if root.is_relative_to(there) or any(there.is_relative_to(folder) for folder in authored):
        raise SiteError(
            phrase("{goal} holds the course itself: choose another folder for the site.", goal=goal)
        )
    if there.is_dir():
        visible = [entry for entry in there.iterdir() if not entry.name.startswith(".")]
        if visible and not (there / STYLE).exists():
            raise SiteError(
                phrase("{goal} holds other files: choose an empty folder for the site.", goal=goal)
            )
        if Path.cwd().is_relative_to(there):
            raise SiteError(
                phrase(
                    "You are in {goal}, and the site replaces it as a whole: go to another folder "
                    "first, or choose another one for the site.",
                    goal=there,
                )
            )
    elif there.exists():
        raise SiteError(phrase("{goal} is a file: choose a folder for the site.", goal=goal))
