"""Small pages at former addresses, which lead on to where a page stands now."""

from html import escape
from pathlib import Path
from posixpath import dirname, relpath

from trainer.mkdocs_site.linking import site_path
from trainer.mkdocs_site.policy import with_policy
from trainer.publication import Moved, Publication
from trainer.words import Catalogue

_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="0; url={href}">
<title>{title}</title>
</head>
<body>
<p>{words} <a href="{href}">{title}</a></p>
</body>
</html>
"""


def write_moved(site: Path, publication: Publication, words: Catalogue) -> None:
    """Write a page for each former address."""
    for moved in publication.moved:
        target = site / site_path(moved.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_page(moved, publication, words), "utf-8")


def _page(moved: Moved, publication: Publication, words: Catalogue) -> str:
    href = relpath(site_path(moved.to), dirname(moved.path) or ".")
    return with_policy(
        _PAGE.format(
            language=publication.language,
            direction=publication.direction,
            href=escape(href),
            title=escape(moved.title),
            words=escape(words.gettext("This page has moved:")),
        )
    )
