"""What a piece of Markdown holds, as values. Offsets count characters of the source."""

from dataclasses import dataclass, field

from markdown_it.token import Token

from trainer.markup.faults import Fault


@dataclass(frozen=True)
class Link:
    """A link that is allowed; what is refused becomes a Fault instead."""

    scheme: str
    """One of `SCHEMES`, or `https`, `mailto`, or `image` for a link to a file in `images/`."""
    target: str
    """What follows the scheme, as written; for `image` the path, `images/…` included."""
    offset: int
    """Of the `[` (in `<https://…>` of the `<`)."""
    text: str
    """The words that are linked, without markup."""

    @property
    def address(self) -> str:
        """The address as an author writes it."""
        return self.target if self.scheme == "image" else f"{self.scheme}:{self.target}"


@dataclass(frozen=True)
class CitationItem:
    """One reference within a citation."""

    id: str
    locator: str
    """Which part of it, as "on the leader's tasks"; empty where the whole is meant."""
    offset: int
    """Of the `@`."""


@dataclass(frozen=True)
class Citation:
    """One pair of brackets: `[@lustig, on the leader's tasks; @knowlton]`."""

    items: tuple[CitationItem, ...]
    offset: int
    """Of the `[`."""


@dataclass(frozen=True)
class Image:
    """A picture from the folder `images/`."""

    src: str
    """The path, `images/…`, with `%20` and its like decoded."""
    alt: str
    offset: int
    """Of the `!`."""


@dataclass(frozen=True)
class Heading:
    """A heading, with the level that the author gave it."""

    level: int
    text: str
    slug: str
    """Its id in the page (after the prefix); no other heading of the Document has it."""


@dataclass(frozen=True)
class Document:
    """A piece of Markdown, read. All lists are in the order of the source."""

    source: str = field(repr=False)
    links: tuple[Link, ...]
    citations: tuple[Citation, ...]
    images: tuple[Image, ...]
    headings: tuple[Heading, ...]
    faults: tuple[Fault, ...]
    plain: str = field(repr=False)
    """The words alone, a line for each block; without citations and descriptions of images."""
    word_count: int
    _tokens: tuple[Token, ...] = field(repr=False, compare=False)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The parser's tokens: for `trainer.markup` only, and never changed."""
        return self._tokens
