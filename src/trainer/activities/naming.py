"""What an author may have meant by a name that leads nowhere."""

from collections.abc import Iterable
from difflib import get_close_matches

from trainer.words import Phrase, phrase


def meant_by(name: str, known: Iterable[str], otherwise: Phrase) -> Phrase:
    """Offer the nearest known name, or say something else."""
    near = get_close_matches(name, list(known), n=1)
    return phrase("Did you mean `{near}`?", near=near[0]) if near else otherwise
