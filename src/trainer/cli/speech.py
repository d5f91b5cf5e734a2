"""The command line speaks the user's language where there is a catalogue for it, English otherwise."""

from babel.core import default_locale

from trainer.words import Catalogue, catalogue


def users_catalogue() -> Catalogue:
    """Return the catalogue of the user's locale."""
    try:
        found = default_locale("LC_MESSAGES") or "en"
    except ValueError:
        found = "en"
    return catalogue(found.replace("_", "-"))


SAID = users_catalogue()
_ = SAID.gettext
