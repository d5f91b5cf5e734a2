"""From a position in the text that the inline rules see back to the author's source.

The block rules take the marks of quotes and lists away from the left of each line, trim
the whole, and never touch anything at the right. So a line of the text that is left is
the end of its line in the source, and is measured from there. Two kinds of text have
more than that taken away: a heading's closing marks, and in a table's cell the
backslash before a bar.
"""

import re
from bisect import bisect_right
from collections.abc import Callable

from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n?|\n")
_CLOSING_MARKS = re.compile(r"(?<=[ \t])#+[ \t]*$")

Locate = Callable[[int], int]
"""Gives the source's offset for a position in the text of one inline token."""


class Lines:
    """The lines of a source, with the offset at which each begins."""

    def __init__(self, source: str) -> None:
        self.starts = [0]
        self.texts: list[str] = []
        for end in _LINE_END.finditer(source):
            self.texts.append(source[self.starts[-1] : end.start()])
            self.starts.append(end.end())
        self.texts.append(source[self.starts[-1] :])

    def locate(self, token: Token) -> Locate:
        """Return the function that locates positions in this inline token."""
        first = token.map[0] if token.map else 0
        if "row" in token.meta:
            return self._in_cell(token)
        pieces = token.content.split("\n")
        begins, offsets = [], []
        begin = 0
        for number, piece in enumerate(pieces):
            last = number == len(pieces) - 1
            begins.append(begin)
            offsets.append(self._start_of(piece, first + number, trimmed=last))
            begin += len(piece) + 1

        def located(position: int) -> int:
            index = bisect_right(begins, position) - 1
            return offsets[index] + position - begins[index]

        return located

    def _start_of(self, piece: str, line: int, *, trimmed: bool) -> int:
        """Return where a piece would begin if it stood in its line in full length.

        That may be before the line: of a tab, some columns may have become spaces.
        """
        text = self.texts[line]
        if not trimmed:
            return self.starts[line] + len(text) - len(piece)
        words = piece.lstrip(" \t")
        if not text.rstrip().endswith(words):
            text = _CLOSING_MARKS.sub("", text)
        # After the words the line holds only what was trimmed, and they do not end with
        # such a character: so their last occurrence is the right one.
        return self.starts[line] + text.rfind(words) - (len(piece) - len(words))

    def row_start(self, cell: Token) -> int:
        """Return where the row of a table's cell begins, behind marks of quotes and lists."""
        line = cell.map[0] if cell.map else 0
        return self.starts[line] + len(self.texts[line]) - len(cell.meta["row"])

    def _in_cell(self, token: Token) -> Locate:
        row: str = token.meta["row"]
        begin, end = cells_of(row)[token.meta["cell"]]
        kept = [i for i in range(begin, end) if row[i : i + 2] != "\\|"]
        lead = "".join(row[i] for i in kept).find(token.content)
        row_start = self.row_start(token)

        def located(position: int) -> int:
            return row_start + kept[lead + position]

        return located


def cells_of(row: str) -> list[tuple[int, int]]:
    """Return where each cell of a table's row begins and ends, as the table rule parts them."""
    trimmed = row.strip()
    begin = row.find(trimmed)
    end = begin + len(trimmed)
    bars = [i for i in range(begin, end) if row[i] == "|" and (i == begin or row[i - 1] != "\\")]
    cells = list(zip([begin, *(i + 1 for i in bars)], [*bars, end], strict=True))
    if cells[0][0] == cells[0][1]:
        cells = cells[1:]
    if cells and cells[-1][0] == cells[-1][1]:
        cells = cells[:-1]
    return cells
