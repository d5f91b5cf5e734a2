"""mkdocs.yml as Trainer uses it, read once and with all its faults."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from trainer.mkdocs_site.report import SettingsError
from trainer.mkdocs_site.settings_rules import (
    broken,
    problems_in_settings,
    told_by_mkdocs,
    unknown_to_mkdocs,
)
from trainer.mkdocs_site.written import SETTINGS, Written
from trainer.problems import Place, Problem, Severity, in_file_order
from trainer.publication import Edition
from trainer.words import phrase

_NOT_EXPECTED = (TypeError, ValueError, AttributeError, KeyError, RecursionError)
"""How MkDocs fails over settings of a shape that it did not think of."""


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says; only `building` looks inside."""

    root: Path
    config: MkDocsConfig

    @property
    def edition(self) -> Edition:
        """The edition that mkdocs.yml asks for."""
        return Edition(self.config.plugins["trainer"].config["edition"])


def look_at_settings(root: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Read mkdocs.yml in the folder of a course, with all that is wrong with it.

    The settings are None where a problem makes them unusable.
    """
    root = root.resolve()
    path = root / SETTINGS
    if not path.is_file():
        return None, (_missing(path),)
    written = Written(path)
    if written.not_yaml:
        return None, written.not_yaml
    config, found = _read(path, written)
    if config is None:
        return None, in_file_order((*found, *written.repeated))
    plugin = config.plugins.get("trainer")
    if plugin is None:
        without = broken(
            written.place("plugins"),
            phrase("Trainer is not among the plugins."),
            phrase("Write `{entry}` under `plugins:`.", entry="- trainer"),
        )
        return None, in_file_order((*found, without))
    colours = plugin.config["colours"]
    problems = in_file_order((*found, *problems_in_settings(config, colours, written)))
    usable = not any(problem.severity is Severity.ERROR for problem in problems)
    return Settings(root, config) if usable else None, problems


def read_settings(root: Path) -> Settings:
    """Read mkdocs.yml in the folder of a course.

    Raises:
        SettingsError: it is missing or cannot be used.
    """
    settings, problems = look_at_settings(root)
    if settings is None:
        raise SettingsError(*problems)
    return settings


def _missing(path: Path) -> Problem:
    if path.exists():
        return broken(Place(SETTINGS), phrase("This is no file."), phrase("Put a text file there."))
    return broken(
        Place(SETTINGS),
        phrase("This file is missing."),
        phrase("`trainer new` shows what it looks like."),
    )


def _read(path: Path, written: Written) -> tuple[MkDocsConfig | None, list[Problem]]:
    found: list[Problem] = []
    config = None
    with _said() as (errors, warnings):
        try:
            config = load_config(str(path), site_dir=str(path.parent / "site"))
        except OSError as error:
            errors[:] = [error.strerror or str(error)]
        except (MkDocsException, Abort) as error:
            errors[:] = errors or [str(error)]
        except _NOT_EXPECTED as error:
            errors[:] = [str(error)]
    for said in errors:
        found.extend(told_by_mkdocs(said, written))
    for said in warnings:
        found.extend(unknown_to_mkdocs(said, tuple(MkDocsConfig()), written))
    return config, found


@contextmanager
def _said() -> Iterator[tuple[list[str], list[str]]]:
    """Collect what MkDocs would log about faults in its settings, instead of showing it."""
    errors: list[str] = []
    warnings: list[str] = []

    def kept(record: logging.LogRecord) -> bool:
        if record.levelno >= logging.WARNING:
            (errors if record.levelno >= logging.ERROR else warnings).append(record.getMessage())
        return False

    log = logging.getLogger("mkdocs.config")
    log.addFilter(kept)
    try:
        yield errors, warnings
    finally:
        log.removeFilter(kept)
