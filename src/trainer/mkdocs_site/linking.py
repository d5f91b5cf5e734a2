"""Neutral addresses become relative ones, so that a site works wherever it is put."""

import re
from posixpath import dirname, relpath

from trainer.publication import NEUTRAL

SUFFIX = ".html"
_ADDRESS = re.compile(rf'(href|src)="{NEUTRAL}([^"#]*)(#[^"]*)?"')


def site_path(path: str) -> str:
    """Return the file of a page: `lessons/four-drifts.html`."""
    return path + SUFFIX


def linked(html: str, here: str, pages: frozenset[str]) -> str:
    """Return a page's HTML with addresses relative to the page at `here`."""
    folder = dirname(here) or "."

    def relative(match: re.Match[str]) -> str:
        attribute, path, anchor = match.group(1), match.group(2), match.group(3) or ""
        if path == here and anchor:
            return f'{attribute}="{anchor}"'
        file = site_path(path) if path in pages else path
        return f'{attribute}="{relpath(file, folder)}{anchor}"'

    return _ADDRESS.sub(relative, html)
