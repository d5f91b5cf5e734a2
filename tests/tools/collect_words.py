"""Collect the product's words: from Python, templates and scripts, into one catalogue.

Writes `src/trainer/words/trainer.pot` for translators and `script_words.json`, the
messages that `words.js` hands to scripts. `make words` runs it; a test runs it too and
compares, so that no word is left out.
"""

import io
import json
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "trainer"
WORDS = SOURCE / "words"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "phrase": None,
    "phrases": (1, 2),
    "words": None,
    "countWords": (1, 2),
}
METHODS = {
    ".py": ("python", {}),
    ".j2": ("jinja2.ext:babel_extract", {"trimmed": "false", "silent": "false"}),
    ".html": ("jinja2.ext:babel_extract", {"trimmed": "false", "silent": "false"}),
    ".js": ("javascript", {}),
}
_STARTER = SOURCE / "cli" / "starter"


def files() -> Iterator[Path]:
    """Yield the files that may hold words, in order."""
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in METHODS and _STARTER not in path.parents:
            yield path


def messages(path: Path) -> Iterator[tuple[int, str | tuple[str, ...]]]:
    """Yield line and message of each word in a file."""
    method, options = METHODS[path.suffix]
    for line, message, _comments, _context in extract_from_file(
        method, path, keywords=KEYWORDS, options=options
    ):
        yield line, message


def collect() -> tuple[str, str]:
    """Return the catalogue for translators, and the list for scripts, as text."""
    catalogue = Catalog(project="Trainer", charset="utf-8", fuzzy=False, creation_date=None)
    in_scripts: set[str] = set()
    for path in files():
        for _line, message in messages(path):
            catalogue.add(message, locations=[(path.relative_to(ROOT).as_posix(), None)])
            if path.suffix == ".js":
                in_scripts.update([message] if isinstance(message, str) else message)
    written = io.BytesIO()
    write_po(
        written, catalogue, width=100, sort_output=True, omit_header=True, include_lineno=False
    )
    return written.getvalue().decode(), json.dumps(
        sorted(in_scripts), ensure_ascii=False, indent=1
    ) + "\n"


if __name__ == "__main__":
    catalogue_text, script_text = collect()
    (WORDS / "trainer.pot").write_text(catalogue_text, "utf-8")
    (WORDS / "script_words.json").write_text(script_text, "utf-8")
