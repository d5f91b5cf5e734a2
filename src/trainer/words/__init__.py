"""The words that the product itself says, and the languages it can say them in.

Everything that Trainer says stands in one gettext catalogue (domain `trainer`):
in Python as `phrase("…")` or `words.gettext("…")`, in templates as `_("…")`, in
scripts as `trainer.words("…")`. What an author writes is never looked up here.
"""

from trainer.words.catalogue import (
    DOMAIN,
    PSEUDO,
    Catalogue,
    catalogue,
    languages,
    name_of,
    speaks,
)
from trainer.words.phrase import Phrase, phrase, phrases

__all__ = [
    "DOMAIN",
    "PSEUDO",
    "Catalogue",
    "Phrase",
    "catalogue",
    "languages",
    "name_of",
    "phrase",
    "phrases",
    "speaks",
]
