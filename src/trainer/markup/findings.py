"""What the walk over the tokens gathers for a Document."""

import re
from collections.abc import Callable

from markdown_it.token import Token

from trainer.markup import faults
from trainer.markup.document import Citation, Heading, Image, Link
from trainer.markup.faults import Fault
from trainer.markup.offsets import Lines
from trainer.markup.parser import Environment
from trainer.markup.slugs import Slugs

_OPENS_DEFINITION = re.compile(r"\[(?!\^)")


class Findings:
    """Fills up while the tokens are walked."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.slugs = Slugs()
        self.links: list[Link] = []
        self.citations: list[Citation] = []
        self.images: list[Image] = []
        self.headings: list[Heading] = []
        self.faults: list[Fault] = []
        self.blocks: list[str] = []
        """The words of each block."""
        self.labels: set[str] = set()
        """Of the addresses given apart, those that links use."""
        self.is_cut_off = False
        """Whether blocks have been left out because they stood too deep."""
        self.has_stray_colons = False
        """Whether colons that open nothing still wait for the colons that would close it."""
        self.tokens: list[Token] = []

    def offset_of(self, token: Token, mark: str = "") -> int:
        """Return the offset of a mark in the line in which a block begins."""
        line = token.map[0] if token.map else 0
        return self.lines.starts[line] + max(self.lines.texts[line].find(mark), 0)

    def add_at_footnote(self, fault: Callable[[int, str], Fault], opening: Token) -> None:
        """Add a fault at the mark that a footnote's text begins with."""
        mark = f"[^{opening.meta['label']}]"
        self.faults.append(fault(self.offset_of(opening, mark), mark))

    def add_unused_definitions(self, environment: Environment) -> None:
        """Add a fault for each `[name]: address` that no link uses: its line is not shown."""
        unused = [
            (label, definition["map"][0])
            for label, definition in environment.get("references", {}).items()
            if label not in self.labels
        ]
        repeated = environment.get("duplicate_refs", [])
        for label, line in [*unused, *((d["label"], d["map"][0]) for d in repeated)]:
            opens = _OPENS_DEFINITION.search(self.lines.texts[line])
            offset = self.lines.starts[line] + (opens.start() if opens else 0)
            self.faults.append(faults.unused_definition(offset, label.lower()))
