"""A course, rendered once: pages, navigation and assets that know no target."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

NEUTRAL = "tr:"
"""Addresses inside the HTML begin so; each target puts its own in their place.

`tr:lessons/four-drifts#try` is a page of the course (its path has no suffix),
`tr:images/circle.png` a file. Authors cannot write such an address.
"""


class Edition(StrEnum):
    """For whom a publication is made."""

    LEARNER = "learner"
    FACILITATOR = "facilitator"


@dataclass(frozen=True)
class Heading:
    """A heading of a page, for tables of contents."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class SearchEntry:
    """What search finds: a page (no anchor) or a section of it. It holds no answers."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True)
class PublishedPage:
    """One page, without the frame that a target puts round it."""

    path: str
    """Without a suffix: `lessons/four-drifts`."""
    kind: str
    """home, module, lesson, library, vignette, workshops, workshop, glossary, references, page or
    yours."""
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...]
    search: tuple[SearchEntry, ...]
    number: str = ""
    """Its number in the course, as `4.2`; empty for pages beside the lessons."""
    kinds: frozenset[str] = frozenset()
    """The kinds of activity on it: their styles and scripts are needed."""


@dataclass(frozen=True)
class NavigationItem:
    """A page in the course's contents, with the pages beneath it."""

    title: str
    path: str | None
    children: tuple["NavigationItem", ...] = ()


@dataclass(frozen=True)
class Moved:
    """An address that a page had before."""

    path: str
    to: str
    title: str


@dataclass(frozen=True)
class Asset:
    """A file that pages need: our styles and scripts, the authors' pictures."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Publication:
    """A course in one edition and one language, ready for any target."""

    course_id: str
    version: str
    released: str
    title: str
    language: str
    direction: str
    description: str
    edition: Edition
    pages: tuple[PublishedPage, ...]
    navigation: tuple[NavigationItem, ...]
    moved: tuple[Moved, ...]
    assets: tuple[Asset, ...]

    def page(self, path: str) -> PublishedPage:
        """Return the page at a path."""
        return next(page for page in self.pages if page.path == path)

    def images(self) -> Iterator[Asset]:
        """Yield the authors' pictures."""
        return (asset for asset in self.assets if asset.path.startswith("images/"))
