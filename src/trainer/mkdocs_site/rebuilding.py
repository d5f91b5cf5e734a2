"""Building again while serving: what is wrong is told, and the last good pages stay."""

from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import get_plugin_logger

from trainer.mkdocs_site.report import said, told
from trainer.mkdocs_site.settings import look_at_settings
from trainer.words import phrase

log = get_plugin_logger("trainer")


def kept(build: Callable[[], None], root: Path) -> Callable[[], None]:
    """Return a builder that reads mkdocs.yml first, and leaves the pages alone when it is unusable."""

    def build_again() -> None:
        settings, problems = look_at_settings(root)
        if settings is not None:
            try:
                build()
            except MkDocsException as error:  # what hooks and plugins refuse, and we ourselves
                for line in str(error).splitlines():
                    log.error(line)  # noqa: TRY400 - a user needs no traceback
            return
        for problem in problems:
            log.error(told(problem))
        log.error(
            said(phrase("{settings} has errors; the last good pages stay.", settings="mkdocs.yml"))
        )

    return build_again
