"""The command line speaks the user's language where there is a catalogue for it, English otherwise."""

from trainer.mkdocs_site import users_catalogue

SAID = users_catalogue()
_ = SAID.gettext
