"""Offsets point at what they name, however deep it stands in quotes, lists and tables."""

import os
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.markup import Document, parse, parse_line

COUNT = 10_000 if os.environ.get("TRAINER_PROOF") else 200

NUMBER = "№"
"""Becomes another number at each place, so that everything can be found again by its name."""
SAME_NUMBER = f"{NUMBER}{NUMBER}"
"""Becomes the number before it once more."""

KNOWN = [
    f"[w{NUMBER}](lesson:x)",
    f"[w{NUMBER}](<term:x> 'a b')",
    f"**[w{NUMBER}](term:x)**",
    f"![w{NUMBER}](images/x)",
    f"[@x{NUMBER}]",
    f"[@x{NUMBER}, on *that*; @y{NUMBER}]",
]
FILLING = [
    "word",
    "*soft*",
    "`code [w](lesson:x)`",
    "é",
    "&amp;",
    "\\[",
    "1 < 2",
    "(x)",
    "[@ a",
    "#",
]
TEXT = st.lists(st.sampled_from(KNOWN + FILLING), min_size=1, max_size=5).map(
    lambda words: f"a {' '.join(words)} z"
)
PARAGRAPH = st.lists(TEXT, min_size=1, max_size=3)

Blocks = st.SearchStrategy[list[str]]


def marked(lines: list[str], first: str, further: str) -> list[str]:
    """Put one mark before the first line and another before those that follow."""
    return [(further if i else first) + line for i, line in enumerate(lines)]


def row(cells: tuple[str, str]) -> str:
    """Write a row of a table, with escaped bars in it."""
    return f"| {cells[0]} \\| {cells[0]} | \\|{cells[1]} |"


def nested(blocks: Blocks) -> Blocks:
    """Put blocks into quotes, lists, callouts and footnotes."""
    return st.one_of(
        st.tuples(blocks, blocks).map(lambda pair: [*pair[0], "", *pair[1]]),
        blocks.map(lambda lines: marked(lines, "> ", "> ")),
        blocks.map(lambda lines: marked(lines, "- ", "  ")),
        blocks.map(lambda lines: marked(lines, "10) ", "    ")),
        blocks.map(lambda lines: marked(lines, "*  ", "   ")),
        blocks.map(lambda lines: [f"::: callout [w{NUMBER}](term:x) z", *lines, ":::"]),
        blocks.map(
            lambda lines: [
                f"a[^{NUMBER}]",
                "",
                f"[^{SAME_NUMBER}]: a [w{NUMBER}](term:x)",
                "",
                *marked(lines, "    ", "    "),
            ]
        ),
    )


LEAVES: Blocks = st.one_of(
    PARAGRAPH,
    PARAGRAPH.map(lambda lines: marked(lines, "", "   ")),
    PARAGRAPH.map(lambda lines: marked(lines, ">", ">")),
    PARAGRAPH.map(lambda lines: marked(lines, "> ", "")),
    PARAGRAPH.map(lambda lines: [f"{line}  " for line in lines]),
    PARAGRAPH.map(lambda lines: ["\u00a0", *lines, "\u2003 "]),
    PARAGRAPH.map(lambda lines: ["\u00a0", *lines, "==="]),
    TEXT.map(lambda text: [f"## {text}"]),
    TEXT.map(lambda text: [f"#   {text} ##  "]),
    st.tuples(TEXT, TEXT).map(lambda cells: [row(cells), "|:-|-:|", row(cells)]),
    st.tuples(TEXT, TEXT).map(lambda pair: [pair[0], f": {pair[1]}", f":\t{pair[1]}"]),
    st.just(["```", "- (code) # > |", "```"]),
)
BLOCKS = st.recursive(LEAVES, nested, max_leaves=8)
DOCUMENTS = BLOCKS | BLOCKS.map(lambda lines: marked(lines, "-\t", "\t"))
"""A tab reaches as far as it does here only at the beginning of a line."""

LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def numbered(lines: list[str], line_end: str) -> str:
    """Join lines, and give each place a number of its own."""
    pieces = re.split(f"({SAME_NUMBER}|{NUMBER})", line_end.join(lines))
    number = 0
    for index, piece in enumerate(pieces):
        number += piece == NUMBER
        pieces[index] = str(number) if piece in (NUMBER, SAME_NUMBER) else piece
    return "".join(pieces)


def places_in(source: str, pattern: str) -> dict[str, int]:
    """Return where each name stands, found by the name alone."""
    return {match[1]: match.start() for match in re.finditer(pattern, source)}


def assert_everything_is_found(document: Document, source: str) -> None:
    """Compare the places that a Document gives with those that a plain search finds."""
    links = {link.text: link.offset for link in document.links}
    images = {image.alt: image.offset for image in document.images}
    citations = {citation.items[0].id: citation.offset for citation in document.citations}
    items = {item.id: item.offset for c in document.citations for item in c.items}
    assert links == places_in(source, r"(?<!!)\[(w\d+)\]")
    assert images == places_in(source, r"!\[(w\d+)\]")
    assert citations == places_in(source, r"\[@(x\d+)")
    assert items == places_in(source, r"@([xy]\d+)")


@settings(max_examples=COUNT, deadline=None)
@given(DOCUMENTS, LINE_ENDS)
def test_everything_in_a_document_is_found_at_its_place(lines: list[str], line_end: str) -> None:
    source = numbered(lines, line_end)
    assert_everything_is_found(parse(source), source)


@settings(max_examples=COUNT, deadline=None)
@given(PARAGRAPH, LINE_ENDS, st.sampled_from(["", " ", "\n", "\n\n \t", "\u00a0\n"]))
def test_everything_in_a_line_is_found_at_its_place(
    lines: list[str], line_end: str, around: str
) -> None:
    source = around + numbered(lines, line_end) + around
    assert_everything_is_found(parse_line(source), source)
