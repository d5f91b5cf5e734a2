"""What Material's search finds: our own entries, which hold no answers."""

from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from trainer.mkdocs_site.linking import site_path
from trainer.publication import Publication

PLUGIN = "material/search"
_INDEX = "search/search_index"


def add_entries(config: MkDocsConfig, publication: Publication) -> None:
    """Hand our entries to Material's search plugin; it passes over our pages itself."""
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is None or not plugin.config.enabled:
        return
    for page in publication.pages:
        for entry in page.search:
            anchor = f"#{entry.anchor}" if entry.anchor else ""
            plugin.search_index.entries.append(
                {
                    "location": site_path(page.path) + anchor,
                    "title": escape(entry.title, quote=False),
                    "text": _paragraphs(entry.text),
                }
            )


def _paragraphs(text: str) -> str:
    """Write text as Material indexes it: in blocks, of which it shows those that match."""
    return "".join(
        f"<p>{escape(line, quote=False)}</p>" for line in text.split("\n") if line.strip()
    )


def write_for_disk(site: Path) -> None:
    """Write the index as a script too: a page opened from disk cannot fetch a file."""
    index = site / f"{_INDEX}.json"
    if index.exists():
        script = "var __index = " + index.read_text("utf-8") + ";\n"
        (site / f"{_INDEX}.js").write_text(script, "utf-8")
