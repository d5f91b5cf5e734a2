"""Our own styles, scripts and fonts, as files beside the pages.

One style sheet and one script for all pages, and one of each for every kind of
activity, so that a page loads only what it uses.
"""

import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from rcssmin import cssmin
from rjsmin import jsmin

from trainer.activities import KINDS
from trainer.publication.values import Asset
from trainer.words import Catalogue
from trainer.words.script_words import script_words

FOLDER = "assets/trainer"
STYLES = (
    "tokens.css",
    "type.css",
    "base.css",
    "page.css",
    "pictures.css",
    "yours.css",
    "print.css",
    "forms.css",
)
EARLY = f"{FOLDER}/early.js"
STYLE = f"{FOLDER}/trainer.css"
SCRIPT = f"{FOLDER}/trainer.js"
WORDS = f"{FOLDER}/words.js"
SCRIPTS = ("core.js", "store.js", "writing.js", "chrome.js", "marks.js")
"""What `trainer.js` is put together from, in this order."""


def own_assets(catalogue: Catalogue) -> Iterator[Asset]:
    """Yield every file of ours that a site needs."""
    folder = files("trainer.publication") / "assets"
    yield Asset(STYLE, _joined(folder, STYLES))
    yield Asset(SCRIPT, _joined(folder, SCRIPTS))
    yield Asset(EARLY, _small(folder / "early.js"))
    yield Asset(WORDS, _words(catalogue))
    for font in sorted((folder / "fonts").iterdir(), key=lambda entry: entry.name):
        yield Asset(f"{FOLDER}/fonts/{font.name}", font.read_bytes())
    for kind in KINDS.values():
        for name, suffix in (("style", "css"), ("script", "js")):
            file = kind.file(f"{name}.{suffix}")
            if file.is_file():
                yield Asset(kind_asset(kind.name, suffix), _small(file))


def kind_asset(kind: str, suffix: str) -> str:
    """Return the path of the style sheet or script of a kind of activity."""
    return f"{FOLDER}/{kind}.{suffix}"


def _joined(folder: Traversable, names: tuple[str, ...]) -> bytes:
    return b"\n".join(_small(folder / name) for name in names if (folder / name).is_file())


def _small(file: Traversable) -> bytes:
    """Return a style sheet or script without its comments and indents."""
    text = file.read_text("utf-8")
    minified: str = cssmin(text) if file.name.endswith(".css") else jsmin(text)
    return minified.encode()


def _words(catalogue: Catalogue) -> bytes:
    """Write the words that scripts say, so that scripts hold no language."""
    said = {word: catalogue.gettext(word) for word in script_words()}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, indent=0)
    return f"window.trainerWords = {text};\n".encode()
