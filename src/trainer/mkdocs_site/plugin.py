"""The MkDocs plugin: hooks of a few lines, everything else stands in the publication before."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from trainer.mkdocs_site import pages, policy, search
from trainer.mkdocs_site.contents import Contents
from trainer.mkdocs_site.finish import finished
from trainer.mkdocs_site.frame import COLOURS, frame, speak
from trainer.mkdocs_site.moved import write_moved
from trainer.mkdocs_site.offline import write_worker
from trainer.mkdocs_site.rebuilding import kept
from trainer.mkdocs_site.release_date import ReleaseDate
from trainer.mkdocs_site.report import SettingsError, SiteError, said, told
from trainer.mkdocs_site.settings_rules import problems_in_settings
from trainer.mkdocs_site.written import SETTINGS, Written
from trainer.pipeline import check, press
from trainer.problems import Severity
from trainer.publication import Edition, Publication, PublishedPage
from trainer.publication.branding import brand_of
from trainer.publication.shades import style_sheet
from trainer.words import catalogue, phrase

log = get_plugin_logger("trainer")
LAST = -1000
"""The priority of hooks that must see what all other plugins have done."""


class TrainerConfig(Config):
    """What may stand under `plugins: - trainer:` in mkdocs.yml."""

    edition = Choice(tuple(map(str, Edition)), default=str(Edition.LEARNER))
    colours = Optional(Type(object))  # `brand_of` says what is wrong with it


class TrainerPlugin(BasePlugin[TrainerConfig]):
    """Publishes the course in `curriculum/` and `vignettes/` through MkDocs Material."""

    publication: Publication
    by_file: dict[str, PublishedPage]
    paths: frozenset[str]
    assets: frozenset[str]
    contents: Contents
    colours = ""
    """The style sheet of the society's own colours, where it has chosen any."""
    serving = False
    prepared: Publication | None = None
    """A publication that `trainer build` has made and checked already."""
    progress: Callable[[int, int], None] | None = None
    """Is told how many pages are written."""
    written = 0
    wanted: Edition | None = None
    """The edition that `trainer serve` asks for, whatever mkdocs.yml says."""

    def __init__(self) -> None:
        self.date = ReleaseDate()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._refuse_what_cannot_be_used(config)
        self.publication = self.prepared or self._press(config)
        self.written = 0
        self.by_file = {page.path + pages.SOURCE: page for page in self.publication.pages}
        self.paths = frozenset(page.path for page in self.publication.pages)
        self.assets = frozenset(asset.path for asset in self.publication.assets)
        self.colours = style_sheet(brand_of(self.config.colours)[0])
        frame(
            config,
            self.publication,
            own_colours=bool(self.colours),
            offline=not self.serving,
        )
        config.nav = pages.navigation(self.publication)
        self.date.set(self.publication.released)
        return config

    def _refuse_what_cannot_be_used(self, config: MkDocsConfig) -> None:
        written = Written(self._root(config) / SETTINGS)
        found = tuple(problems_in_settings(config, self.config.colours, written))
        wrong = [problem for problem in found if problem.severity is Severity.ERROR]
        if wrong:
            raise SettingsError(*wrong)
        if not self.prepared:
            for problem in found:
                log.warning(told(problem))

    def _press(self, config: MkDocsConfig) -> Publication:
        root = self._root(config)
        checked = check(root)
        for problem in checked.problems:
            if problem.severity is not Severity.PLANNED:
                level = log.warning if problem.severity is Severity.WARNING else log.error
                level(told(problem))
        if checked.has_errors:
            if self.serving and hasattr(self, "publication"):
                log.error(said(phrase("The course has errors; the last good pages stay.")))
                return self.publication
            raise SiteError(phrase("The course has errors; nothing was built."))
        return press(root, checked, edition=self.wanted or Edition(self.config.edition))

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        vignettes = self._root(config) / "vignettes"
        if vignettes.is_dir():  # a course may be without
            server.watch(str(vignettes))
        server.builder = kept(builder, self._root(config))
        return server

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").resolve().parent

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        theme = [file for file in files if not file.src_dir or file.src_dir != config.docs_dir]
        published = pages.page_files(self.publication, config)
        if self.colours:
            published.append(File.generated(config, COLOURS, content=self.colours))
        for file in theme:
            if file.src_uri not in published.src_uris:
                published.append(file)
        return published

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        for page in nav.pages:
            if page.file.src_uri in self.by_file:
                pages.describe(page, self.by_file[page.file.src_uri], self.assets)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        return "" if page.file.src_uri in self.by_file else markdown

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        published = self.by_file.get(page.file.src_uri)
        if published is None:
            return html
        pages.describe(page, published, self.assets)
        return pages.fill(page, published, self.paths)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        speak(env, catalogue(self.publication.language))
        search.add_entries(config, self.publication)
        self.contents = Contents(env)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        return cast(
            "TemplateContext", {**context, "tr_contents": self.contents.beside(page, context)}
        )

    @event_priority(LAST)
    def on_post_page(self, output: str, **_: Any) -> str:
        self.written += 1
        if self.progress:
            self.progress(self.written, len(self.publication.pages))
        return output if self.serving else finished(output)

    @event_priority(LAST)
    def on_post_template(self, output: str, *, template_name: str, **_: Any) -> str:
        if self.serving or not template_name.endswith(".html"):
            return output
        return finished(output)

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        write_moved(site, self.publication, catalogue(self.publication.language))
        search.write_for_disk(site)
        if not self.serving:
            _hold_to_policy(site)
            write_worker(site, self.publication.language)
        self.date.unset()

    def on_build_error(self, *, error: Exception) -> None:
        self.date.unset()


def _hold_to_policy(site: Path) -> None:
    """Refuse a site in which another plugin has changed a page after its policy was written."""
    for file in sorted(site.rglob("*.html")):
        if not policy.has_its_policy(file.read_text("utf-8")):
            raise SiteError(
                phrase(
                    "{file} was changed after its policy was written. Take the plugin or hook that "
                    "does so out of {settings}.",
                    file=file.relative_to(site),
                    settings=SETTINGS,
                )
            )
