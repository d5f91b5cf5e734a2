"""Ids for headings, made of their words."""

import re
import unicodedata

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def slug_of(text: str) -> str:
    """Return the words in lower case, joined by hyphens and without accents.

    Letters that are no Latin ones stay: a Greek heading gets a Greek id. No slug ever
    holds an underscore, so that ids of ours (`callout_1`) cannot meet one.
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    return _BETWEEN_WORDS.sub("-", letters).strip("-") or "section"


class Slugs:
    """Gives each heading of one Document an id of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, text: str) -> str:
        """Return the slug of a heading, numbered if it was taken."""
        wanted = slug = slug_of(text)
        number = self._last.get(wanted, 1)
        while slug in self._taken:
            number += 1
            slug = f"{wanted}-{number}"
        self._last[wanted] = number
        self._taken.add(slug)
        return slug
