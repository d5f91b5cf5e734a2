"""The language of the person at the keyboard, where there is a catalogue for it; English otherwise."""

from functools import cache

from babel.core import default_locale

from trainer.words import Catalogue, catalogue


@cache
def users_catalogue() -> Catalogue:
    """Return the catalogue of the user's locale."""
    try:
        found = default_locale("LC_MESSAGES") or "en"
    except ValueError:
        found = "en"
    return catalogue(found.replace("_", "-"))
