"""Markdown as authors write it, read into a Document and rendered as HTML.

A Document knows its links, citations, images, headings, faults and words before
anything is rendered, so that the checks need no HTML. Addresses that point into the
course (`lesson:four-drifts`) stay as written until `render`, where each target brings
its own `Resolver`. `docs/markup.md` shows authors what works.
"""

from trainer.markup.addresses import SCHEMES
from trainer.markup.anchors import Anchors, anchors, destination, passage_prefix
from trainer.markup.document import Citation, CitationItem, Document, Heading, Image, Link
from trainer.markup.faults import FAULT_CODES, Fault
from trainer.markup.reading import forget, parse, parse_line
from trainer.markup.rendering import Resolver, render

__all__ = [
    "FAULT_CODES",
    "SCHEMES",
    "Anchors",
    "Citation",
    "CitationItem",
    "Document",
    "Fault",
    "Heading",
    "Image",
    "Link",
    "Resolver",
    "anchors",
    "destination",
    "forget",
    "parse",
    "parse_line",
    "passage_prefix",
    "render",
]
