"""What Material must be told so that it frames our pages: theme, features, words, assets."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from trainer.mkdocs_site.linking import site_path
from trainer.model.addresses import HOME, YOURS
from trainer.publication import Publication
from trainer.publication.assets import (
    COURSE,
    EARLY,
    FOLDER,
    OFFLINE,
    SCRIPT,
    STYLE,
    WORDS,
    kind_asset,
)
from trainer.words import Catalogue

THEME = Path(__file__).parent / "theme"
COLOURS = f"{FOLDER}/colours.css"
FOOTER_PAGES = ("about", "support", "privacy", "imprint", "errata")


def frame(
    config: MkDocsConfig, publication: Publication, *, own_colours: bool, offline: bool
) -> None:
    """Set what a site of ours needs; what a society may choose stays as it is in mkdocs.yml."""
    theme = config.theme
    place = 1 if theme.custom_dir else 0
    if str(THEME) not in theme.dirs:
        theme.dirs.insert(place, str(THEME))
    theme["language"] = _material_language(publication.language, theme.dirs)
    theme["direction"] = publication.direction
    theme["font"] = False
    theme["features"] = theme.get("features") or []
    config.use_directory_urls = False
    config.extra["generator"] = False
    config.extra["homepage"] = site_path(HOME)
    config.extra["polyfills"] = [EARLY]
    config.extra["trainer"] = {
        "course": publication.course_id,
        "language": publication.language,
        "version": publication.version,
        "yours": site_path(YOURS),
        "footer": _footer(publication),
    }
    config.extra_css[:0] = [STYLE, COLOURS] if own_colours else [STYLE]
    config.extra_javascript[:0] = [
        _deferred(path) for path in (COURSE, WORDS, SCRIPT, *([OFFLINE] if offline else []))
    ]
    config.site_name = config.site_name or publication.title
    config.site_description = config.site_description or publication.description


def _material_language(language: str, folders: list[str]) -> str:
    """Return the nearest language that Material has words in; the page still says its own."""
    for code in (language, language.partition("-")[0]):
        if any(
            (Path(folder) / "partials" / "languages" / f"{code}.html").exists()
            for folder in folders
        ):
            return code
    return "en"


def _footer(publication: Publication) -> list[dict[str, str]]:
    pages = {page.path: page.title for page in publication.pages if page.path in FOOTER_PAGES}
    return [
        {"url": site_path(path), "title": pages[path]} for path in FOOTER_PAGES if path in pages
    ]


def _deferred(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script


def page_assets(kinds: frozenset[str], present: frozenset[str]) -> dict[str, list[str]]:
    """Return the style sheets and scripts of the activities on a page."""
    wanted = {
        suffix: [kind_asset(kind, suffix) for kind in sorted(kinds)] for suffix in ("css", "js")
    }
    return {suffix: [path for path in paths if path in present] for suffix, paths in wanted.items()}


def speak(env: Environment, words: Catalogue) -> None:
    """Give the theme's templates the product's words."""
    said: dict[str, Callable[..., Any]] = {"_": words.gettext, "ngettext": words.ngettext}
    env.globals.update(said)
