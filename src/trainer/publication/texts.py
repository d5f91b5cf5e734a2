"""The Markdown of one page: rendered, with the notes that open beside its terms and citations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from trainer.markup import Anchors, destination, parse, parse_line, render
from trainer.markup import Heading as MarkupHeading
from trainer.model import Reference, ReferenceStatus, Term
from trainer.model.addresses import Addresses
from trainer.publication.values import NEUTRAL, Heading
from trainer.words import Catalogue

_LINK = re.compile(r"<a\b[^>]*>|</a>")
NOTED = {"term": "tr-term", "reference": "tr-cite"}


@dataclass(frozen=True)
class Shelf:
    """What every page draws on: addresses, headings, terms, references, words."""

    addresses: Addresses
    anchors: Anchors
    terms: Mapping[str, Term]
    references: Mapping[str, Reference]
    catalogue: Catalogue

    def href(self, scheme: str, target: str) -> str | None:
        """Return the neutral address of a link into the course."""
        path = destination(scheme, target, self.addresses, self.anchors)
        return None if path is None else NEUTRAL + path

    def cited(self, reference: Reference) -> str:
        """Return a reference as a citation shows it: author, year, and by whom it is reported."""
        words = f"{reference.short}, {reference.year}"
        via = self.references.get(reference.via or "")
        if reference.status is ReferenceStatus.REPORTED and via:
            reported = self.catalogue.gettext("{work}, as reported by {source}")
            return reported.format(work=words, source=via.short)
        return words


@dataclass(frozen=True)
class Note:
    """What opens beside a word: the term's text, or the reference's entry."""

    id: str
    title: str
    html: Markup
    href: str
    more: str


@dataclass
class PageText:
    """Renders the Markdown of one page and remembers which notes it needs."""

    shelf: Shelf
    here: str
    """The path of the page; a page opens no note for what stands on it."""
    noted: dict[tuple[str, str], None] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)

    def prose(self, source: str, prefix: str) -> Markup:
        """Render blocks; `prefix` keeps their ids apart from others on the page."""
        document = parse(source)
        given = f"{prefix}-" if prefix else ""
        if not prefix:
            self.headings += [_heading(heading) for heading in document.headings]
        return Markup(render(document, self, prefix=given))

    def line(self, source: str) -> Markup:
        """Render a line."""
        return Markup(render(parse_line(source), self))

    def label(self, source: str) -> Markup:
        """Render a line for what is pressed itself, as an option is: its links are plain words."""
        rendered = render(parse_line(source), _Inside(self.shelf))
        return Markup(_LINK.sub("", rendered))

    def notes(self) -> list[Note]:
        """Return the notes of the words that were rendered, in the order of their appearance."""
        wanted = list(self.noted)
        return [self._note(scheme, name) for scheme, name in wanted]

    # what markup asks of a Resolver

    def link(self, scheme: str, target: str) -> str | None:
        """Return the neutral address of a link."""
        if scheme == "image":
            return NEUTRAL + target
        return self.shelf.href(scheme, target)

    def link_attributes(self, scheme: str, target: str) -> Mapping[str, str]:
        """Give terms and citations their class and their note."""
        if scheme not in NOTED:
            return {}
        attributes = {"class": NOTED[scheme]}
        path = self.shelf.addresses.get((scheme, target))
        if path is None or path.partition("#")[0] == self.here:
            return attributes
        name = path.partition("#")[2]
        self.noted.setdefault((scheme, name))
        return attributes | {"data-tr-note": _note_id(scheme, name)}

    def citation(self, id_: str) -> str | None:
        """Return the words that cite a reference."""
        reference = self.shelf.references.get(id_)
        return self.shelf.cited(reference) if reference else None

    def _note(self, scheme: str, name: str) -> Note:
        say = self.shelf.catalogue.gettext
        inside = _Inside(self.shelf)
        href = f"{NEUTRAL}{self.shelf.addresses[scheme, name]}"
        if scheme == "term":
            term = self.shelf.terms[name]
            html = Markup(render(parse(term.text), inside, prefix=_note_id(scheme, name) + "-"))
            return Note(_note_id(scheme, name), term.term, html, href, say("In the glossary"))
        entry = Markup(render(parse_line(self.shelf.references[name].text), inside))
        html = Markup("<p>{}</p>").format(entry)
        return Note(_note_id(scheme, name), "", html, href, say("In the references"))


@dataclass(frozen=True)
class _Inside:
    """Resolves links within a note: they lead on, and open no further note."""

    shelf: Shelf

    def link(self, scheme: str, target: str) -> str | None:
        return self.shelf.href(scheme, target)

    def link_attributes(self, scheme: str, _target: str) -> Mapping[str, str]:
        return {"class": NOTED[scheme]} if scheme in NOTED else {}

    def citation(self, id_: str) -> str | None:
        reference = self.shelf.references.get(id_)
        return self.shelf.cited(reference) if reference else None


def _note_id(scheme: str, name: str) -> str:
    return f"note-{scheme}-{name}"


def _heading(heading: MarkupHeading) -> Heading:
    return Heading(heading.level, heading.text, heading.slug)
