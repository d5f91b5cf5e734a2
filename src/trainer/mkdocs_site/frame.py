"""What Material must be told so that it frames our pages: theme, features, words, assets."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from trainer.mkdocs_site.linking import site_path
from trainer.model.addresses import HOME
from trainer.publication import Publication
from trainer.publication.assets import EARLY, SCRIPT, STYLE, WORDS, kind_asset
from trainer.words import Catalogue

THEME = Path(__file__).parent / "theme"
NOT_WITH_THE_POLICY = ("navigation.instant", "announce.dismiss")
"""Material's features that need scripts or requests which the policy does not allow."""
FOOTER_PAGES = ("about", "support", "privacy", "imprint", "errata")


def settings_problem(config: MkDocsConfig) -> str | None:
    """Return why a configuration cannot work with Trainer, in a sentence, or None."""
    if config.theme.name != "material":
        return "Trainer needs the theme Material: write `theme: {name: material}` in mkdocs.yml."
    if set(NOT_WITH_THE_POLICY) & set(config.theme.get("features", [])):
        return f"Take {' and '.join(NOT_WITH_THE_POLICY)} out of `theme.features` in mkdocs.yml."
    return None


def frame(config: MkDocsConfig, publication: Publication) -> None:
    """Set what a site of ours needs; what a society may choose stays as it is in mkdocs.yml."""
    theme = config.theme
    place = 1 if theme.custom_dir else 0
    if str(THEME) not in theme.dirs:
        theme.dirs.insert(place, str(THEME))
    theme["language"] = publication.language.partition("-")[0]
    theme["direction"] = publication.direction
    theme["font"] = False
    config.use_directory_urls = False
    config.extra["generator"] = False
    config.extra["homepage"] = site_path(HOME)
    config.extra["polyfills"] = [EARLY]
    config.extra["trainer"] = {
        "course": publication.course_id,
        "version": publication.version,
        "footer": _footer(publication),
    }
    config.extra_css.insert(0, STYLE)
    config.extra_javascript[:0] = [_deferred(WORDS), _deferred(SCRIPT)]
    config.site_name = config.site_name or publication.title
    config.site_description = config.site_description or publication.description


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
