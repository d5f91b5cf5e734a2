"""Published pages as MkDocs' files and pages: they come with their HTML, and nothing is parsed again."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from trainer.mkdocs_site.frame import page_assets
from trainer.mkdocs_site.linking import linked
from trainer.model.addresses import HOME
from trainer.publication import Heading, NavigationItem, Publication, PublishedPage

SOURCE = ".md"
"""MkDocs takes a file for a page by its ending; ours exist only while a build runs."""


def page_files(publication: Publication, config: MkDocsConfig) -> Files:
    """Return everything that the publication holds, as files of MkDocs; nothing else is published."""
    pages = [File.generated(config, page.path + SOURCE, content="") for page in publication.pages]
    assets = [
        File.generated(config, asset.path, content=asset.content) for asset in publication.assets
    ]
    return Files([*pages, *assets])


def navigation(publication: Publication) -> list[dict[str, object]]:
    """Return the contents in the form of `nav` in mkdocs.yml."""
    return [_entry(item) for item in publication.navigation]


def _entry(item: NavigationItem) -> dict[str, object]:
    if not item.children:
        return {item.title: f"{item.path}{SOURCE}"}
    children: list[dict[str, object]] = [{item.title: f"{item.path}{SOURCE}"}] if item.path else []
    return {item.title: [*children, *map(_entry, item.children)]}


def describe(page: Page, published: PublishedPage, assets: frozenset[str]) -> None:
    """Tell the theme what a page is."""
    name = published.path.rpartition("/")[2]
    if published.path != HOME:  # in the contents the first page is called what it is for
        page.title = published.title
    page.meta = {
        "title": published.title,
        "description": published.description,
        "tr": published.kind,
        "tr_id": published.path,
        "tr_name": name,
        "tr_number": published.number,
        "tr_assets": page_assets(published.kinds, assets),
        "search": {"exclude": True},
    }


def fill(page: Page, published: PublishedPage, pages: frozenset[str]) -> str:
    """Return a page's HTML, and give MkDocs its table of contents and anchors."""
    page.toc = _contents(published.headings)
    page.present_anchor_ids = {heading.anchor for heading in published.headings}
    return linked(published.html, published.path, pages)


def _contents(headings: tuple[Heading, ...]) -> TableOfContents:
    top: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.text, heading.anchor, heading.level)
        if heading.level > 1 and top:
            top[0].children.append(link)
        else:
            top.append(link)
    return TableOfContents(top)
