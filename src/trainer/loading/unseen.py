"""Characters that nobody sees, but YAML does: they come with text pasted from other programs."""

import re

from trainer.words import Phrase, phrase

_NAMES = {
    "\u00a0": phrase("a no-break space (U+00A0)"),
    "\u00ad": phrase("a soft hyphen (U+00AD)"),
    "\u2007": phrase("a space as wide as a digit (U+2007)"),
    "\u2009": phrase("a thin space (U+2009)"),
    "\u200b": phrase("a space without width (U+200B)"),
    "\u200c": phrase("a mark that keeps letters apart (U+200C)"),
    "\u200d": phrase("a mark that joins letters (U+200D)"),
    "\u200e": phrase("a mark for the direction of writing (U+200E)"),
    "\u200f": phrase("a mark for the direction of writing (U+200F)"),
    "\u202f": phrase("a narrow no-break space (U+202F)"),
    "\u2060": phrase("a mark that keeps words together (U+2060)"),
    "\ufeff": phrase("a byte order mark (U+FEFF)"),
}
UNSEEN = "".join(_NAMES)
_ANY = re.compile(f"[{UNSEEN}]")


def unseen_in(text: str) -> list[tuple[int, Phrase]]:
    """Return where such characters stand, and what each is called."""
    return [(found.start(), _NAMES[found[0]]) for found in _ANY.finditer(text)]


def without_unseen(text: str) -> str:
    """Return the text without them."""
    return _ANY.sub("", text)
