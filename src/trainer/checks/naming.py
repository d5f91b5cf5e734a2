"""Hints for a name that leads nowhere."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from trainer.words import Phrase, phrase

_MOST_LISTED = 12
_LONGEST = 200
"""Characters of a name that somebody may have misspelt."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that an author may have meant."""
    return _nearest(name, tuple(known)) if len(name) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Compare with all names; who errs often in the same way asks often for the same."""
    found = get_close_matches(name, known, n=1)
    return found[0] if found else None


def hint_for(name: str, known: Sequence[str], otherwise: Phrase) -> Phrase:
    """Offer the nearest name, or list all if they are few, or say something else."""
    near = nearest(name, known)
    if near:
        return phrase("Did you mean `{near}`?", near=near)
    if 0 < len(known) <= _MOST_LISTED:
        return phrase("Known here: {known}.", known=", ".join(f"`{each}`" for each in known))
    return otherwise
