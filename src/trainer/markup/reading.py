"""From Markdown to a Document."""

import re
from functools import lru_cache

from trainer.markup import faults
from trainer.markup.document import Document
from trainer.markup.findings import Findings
from trainer.markup.footnotes import arrange_footnotes
from trainer.markup.offsets import Lines
from trainer.markup.parser import Environment, block_tokens, inline_tokens
from trainer.markup.walk import read_blocks

_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
"""Characters that HTML and XML forbid; each becomes one U+FFFD, so that offsets stay."""

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


_REMEMBERED = 4096
"""Checks, pages, notes and search all read the same texts; a Document never changes."""


@lru_cache(maxsize=_REMEMBERED)
def parse(source: str) -> Document:
    """Read Markdown with blocks. Never raises; what is wrong stands in `faults`."""
    text = _UNFIT.sub("\ufffd", source)
    environment: Environment = {}
    findings = Findings(Lines(text))
    arranged = arrange_footnotes(block_tokens(text, environment))
    read_blocks(arranged.tokens, findings)
    for token in arranged.unused:
        findings.add_at_footnote(faults.unused_footnote, token)
    for token in arranged.repeated:
        findings.add_at_footnote(faults.repeated_footnote, token)
    findings.add_unused_definitions(environment)
    return _document(source, findings)


@lru_cache(maxsize=_REMEMBERED)
def parse_line(source: str) -> Document:
    """Read Markdown without blocks: a `#` or `-` at the beginning is text. Never raises."""
    lines = Lines(_UNFIT.sub("\ufffd", source))
    whole = "\n".join(lines.texts)
    skipped = whole.count("\n", 0, len(whole) - len(whole.lstrip()))
    tokens = inline_tokens(whole.strip(), {})
    for token in tokens:
        token.map = [skipped, len(lines.texts)]
    findings = Findings(lines)
    read_blocks(tokens, findings)
    return _document(source, findings)


def forget() -> None:
    """Drop what was remembered; call it when all pages are rendered, since documents are large."""
    parse.cache_clear()
    parse_line.cache_clear()


def _document(source: str, findings: Findings) -> Document:
    plain = "\n".join(block for block in findings.blocks if block)
    return Document(
        source=source,
        links=tuple(sorted(findings.links, key=lambda link: link.offset)),
        citations=tuple(sorted(findings.citations, key=lambda citation: citation.offset)),
        images=tuple(sorted(findings.images, key=lambda image: image.offset)),
        headings=tuple(findings.headings),
        faults=tuple(sorted(findings.faults, key=lambda fault: (fault.offset, fault.code))),
        plain=plain,
        word_count=sum(1 for word in plain.split() if _LETTER_OR_DIGIT.search(word)),
        _tokens=tuple(findings.tokens),
    )
