"""Our own styles, scripts and fonts, as files beside the pages.

One style sheet and one script for all pages, and one of each for every kind of
activity, so that a page loads only what it uses.
"""

import json
from collections.abc import Iterable, Iterator
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
    "print.css",
    "forms.css",
)
EARLY = f"{FOLDER}/early.js"
STYLE = f"{FOLDER}/trainer.css"
SCRIPT = f"{FOLDER}/trainer.js"
WORDS = f"{FOLDER}/words.js"
COURSE = f"{FOLDER}/course.js"
"""The course's outline, for progress; `course_data.py` writes it."""
SCRIPTS = (
    "core.js",
    "merge.js",
    "telling.js",
    "database.js",
    "store.js",
    "writing.js",
    "chrome.js",
    "marks.js",
    "progress.js",
    "kinds.js",
)
"""What `trainer.js` is put together from, in this order."""
APART = {
    "yours.js": (
        "yours/parts.js",
        "yours/journal.js",
        "yours/copies.js",
        "yours/learned.js",
        "yours/leading.js",
        "yours/keeping.js",
    ),
    "yours.css": ("yours.css",),
    "lock.js": ("lock.js",),
    "workshop.css": ("workshop.css",),
}
"""Files that only some pages load, and what each is put together from."""
OFFLINE = f"{FOLDER}/offline.js"


def own_assets(catalogue: Catalogue) -> Iterator[Asset]:
    """Yield every file of ours that a site needs."""
    folder = files("trainer.publication") / "assets"
    shared = [folder.joinpath(name) for name in (*SCRIPTS, "offline.js")]
    yield Asset(STYLE, _joined(folder.joinpath(name) for name in STYLES))
    yield Asset(SCRIPT, _joined(shared[:-1]))
    yield Asset(OFFLINE, _small(shared[-1]))
    yield Asset(EARLY, _small(folder / "early.js"))
    yield Asset(WORDS, b"window.trainerWords=" + _said(catalogue, shared) + b";\n")
    for name, parts in APART.items():
        yield _apart(f"{FOLDER}/{name}", [folder.joinpath(part) for part in parts], catalogue)
    for font in sorted((folder / "fonts").iterdir(), key=lambda entry: entry.name):
        yield Asset(f"{FOLDER}/fonts/{font.name}", font.read_bytes())
    for kind in KINDS.values():
        yield _apart(kind_asset(kind.name, "css"), [kind.file("style.css")], catalogue)
        yield _apart(kind_asset(kind.name, "js"), kind.scripts(), catalogue)


def _apart(path: str, parts: list[Traversable], catalogue: Catalogue) -> Asset:
    """Make a file that only some pages load; a script brings the words that it says."""
    if path.endswith(".css"):
        return Asset(path, _joined(parts))
    said = b"Object.assign(window.trainerWords," + _said(catalogue, parts) + b");\n"
    return Asset(path, said + _joined(parts))


def kind_asset(kind: str, suffix: str) -> str:
    """Return the path of the style sheet or script of a kind of activity."""
    return f"{FOLDER}/{kind}.{suffix}"


def _joined(parts: Iterable[Traversable]) -> bytes:
    return b"\n".join(_small(part) for part in parts)


def _small(file: Traversable) -> bytes:
    """Return a style sheet or script without its comments and indents."""
    text = file.read_text("utf-8")
    minified: str = cssmin(text) if file.name.endswith(".css") else jsmin(text)
    return minified.encode()


def _said(catalogue: Catalogue, scripts: Iterable[Traversable]) -> bytes:
    """Write the words that scripts say, so that scripts hold no language."""
    text = "".join(script.read_text("utf-8") for script in scripts)
    said = {
        word: catalogue.gettext(word)
        for word in script_words()
        if json.dumps(word, ensure_ascii=False) in text
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, indent=0).encode()
