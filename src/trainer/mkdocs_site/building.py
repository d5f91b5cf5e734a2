"""The site as a folder, built beside its goal and put in place when it is complete."""

import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from trainer.mkdocs_site.exchange import fresh_folder, put_in_place
from trainer.mkdocs_site.plugin import TrainerPlugin
from trainer.publication import Publication
from trainer.publication.assets import STYLE

SETTINGS = "mkdocs.yml"
Progress = Callable[[int, int], None]
"""Called with the number of pages written so far, and of all pages."""

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class SiteError(Exception):
    """The site cannot be built or served, for a reason that lies outside the course."""


def build_site(root: Path, goal: Path, publication: Publication, progress: Progress) -> None:
    """Build the site of a publication into the folder `goal`.

    Raises:
        SiteError: the goal holds something else, or mkdocs.yml cannot be used.
    """
    _refuse_other_folders(root, goal)
    folder = fresh_folder(goal)
    try:
        config = _config(root, folder)
        plugin = _plugin(config)
        plugin.prepared = publication
        plugin.progress = progress
        config.plugins.on_startup(command="build", dirty=False)
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
        mkdocs_build(config)
        put_in_place(folder, goal)
    except (MkDocsException, Abort) as error:
        raise SiteError(str(error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def serve_site(root: Path, address: str) -> None:
    """Serve the site at `address` and build it again whenever a file changes.

    Raises:
        SiteError: mkdocs.yml cannot be used, or the address is taken.
    """
    try:
        mkdocs_serve(
            config_file=str(_settings(root)), dev_addr=address, watch=[str(root / "vignettes")]
        )
    except (MkDocsException, Abort, OSError) as error:
        raise SiteError(str(error)) from error


def _settings(root: Path) -> Path:
    path = root / SETTINGS
    if not path.exists():
        raise SiteError(
            f"There is no {SETTINGS} in this folder. `trainer new` shows what it looks like."
        )
    return path


def _config(root: Path, folder: Path) -> MkDocsConfig:
    return load_config(str(_settings(root)), site_dir=str(folder))


def _plugin(config: MkDocsConfig) -> TrainerPlugin:
    for plugin in config.plugins.values():
        if isinstance(plugin, TrainerPlugin):
            return plugin
    raise SiteError(f"Write `trainer` under `plugins:` in {SETTINGS}.")


def _refuse_other_folders(root: Path, goal: Path) -> None:
    """Never replace a folder that is not a site of ours."""
    here, there = root.resolve(), goal.resolve()
    authored = [here / "curriculum", here / "vignettes"]
    if here.is_relative_to(there) or any(there.is_relative_to(folder) for folder in authored):
        raise SiteError(f"{goal} holds the course itself: choose another folder for the site.")
    if goal.is_dir():
        visible = [entry for entry in goal.iterdir() if not entry.name.startswith(".")]
        if visible and not (goal / STYLE).exists():
            raise SiteError(f"{goal} holds other files: choose an empty folder for the site.")
    elif goal.exists():
        raise SiteError(f"{goal} is a file: choose a folder for the site.")
