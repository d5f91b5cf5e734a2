"""mkdocs.yml as Trainer uses it, read once and with all its faults."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from trainer.mkdocs_site.frame import SETTINGS, settings_faults
from trainer.mkdocs_site.plugin import TrainerPlugin
from trainer.mkdocs_site.report import SiteError, unusable
from trainer.publication import Edition
from trainer.words import Phrase, phrase

_NOT_EXPECTED = (TypeError, ValueError, AttributeError, KeyError, RecursionError)
"""How MkDocs fails over settings of a shape that it did not think of."""


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says; only `building` looks inside."""

    root: Path
    config: MkDocsConfig
    plugin: TrainerPlugin

    @property
    def edition(self) -> Edition:
        """The edition that mkdocs.yml asks for."""
        return Edition(self.plugin.config.edition)


def read_settings(root: Path) -> Settings:
    """Read mkdocs.yml in the folder of a course.

    Raises:
        SiteError: it is missing or cannot be used.
    """
    root = root.resolve()
    config = _read(_file(root))
    plugins = [p for p in config.plugins.values() if isinstance(p, TrainerPlugin)]
    if not plugins:
        raise SiteError(
            phrase("Write `trainer` under `plugins:` in {settings}.", settings=SETTINGS)
        )
    wrong = settings_faults(config, plugins[0].config.colours)
    if wrong:
        raise SiteError(*wrong)
    return Settings(root, config, plugins[0])


def _file(root: Path) -> Path:
    path = root / SETTINGS
    if path.is_file():
        return path
    if path.exists():
        raise SiteError(phrase("{settings} is no file. Put a text file there.", settings=SETTINGS))
    raise SiteError(
        phrase(
            "There is no {settings} in this folder. `trainer new` shows what it looks like.",
            settings=SETTINGS,
        )
    )


def _read(path: Path) -> MkDocsConfig:
    with _errors() as errors:
        try:
            return load_config(str(path), site_dir=str(path.parent / "site"))
        except OSError as error:
            raise SiteError(unusable(error, path)) from error
        except (MkDocsException, Abort) as error:
            raise SiteError(*(_by_mkdocs(said) for said in errors or [str(error)])) from error
        except _NOT_EXPECTED as error:
            raise SiteError(_by_mkdocs(str(error))) from error


def _by_mkdocs(said: str) -> Phrase:
    """Pass on what MkDocs says about its settings, on one line."""
    return phrase("{settings}: {said}", settings=SETTINGS, said=" ".join(said.split()))


@contextmanager
def _errors() -> Iterator[list[str]]:
    """Collect what MkDocs would log about faults in its settings, instead of showing it."""
    found: list[str] = []

    def kept(record: logging.LogRecord) -> bool:
        if record.levelno >= logging.ERROR:
            found.append(record.getMessage())
        return record.levelno < logging.ERROR

    log = logging.getLogger("mkdocs.config")
    log.addFilter(kept)
    try:
        yield found
    finally:
        log.removeFilter(kept)
