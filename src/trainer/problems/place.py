"""Where something was written: a file of the course, a line and a column."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, order=True)
class Place:
    """A point in a file; line and column count from 1, the path is relative to the course."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("", 0, 0)
"""The place of a value that was not read from a file (in tests, or made by a program)."""


@dataclass(frozen=True)
class Source:
    """The text of one file, as read: no byte-order mark, line ends as `\\n`."""

    file: str
    text: str = field(repr=False)

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        starts = [0]
        starts += [i + 1 for i, character in enumerate(self.text) if character == "\n"]
        return tuple(starts)

    def index(self, line: int, column: int) -> int:
        """Return the character index of a line and column that count from 0."""
        if line >= len(self._line_starts):
            return len(self.text)
        return min(self._line_starts[line] + column, len(self.text))

    def place(self, index: int) -> Place:
        """Return the place of a character index."""
        line = bisect_right(self._line_starts, index) - 1
        return Place(self.file, line + 1, index - self._line_starts[line] + 1)


@dataclass(frozen=True)
class Span:
    """The piece of a source from which a scalar was read, quotes and block marks included."""

    source: Source
    start: int
    end: int

    @property
    def place(self) -> Place:
        """The place of the first character."""
        return self.source.place(self.start)

    def place_at(self, value: str, offset: int) -> Place:
        """Return the place of `value[offset]`, where `value` was read from this span.

        Value and source are walked side by side: white space matches any white space,
        since YAML folds it; everything else stands in both in the same order.
        """
        raw = self.source.text
        at = self._first(value)
        for character in value[:offset]:
            if character.isspace():
                if character == "\n":
                    at = self._after_break(at)
                else:
                    at += 1 if at < self.end and raw[at].isspace() else 0
                continue
            found = raw.find(character, at, self.end)
            at = found + 1 if found >= 0 else at
        if offset < len(value) and not value[offset].isspace():
            found = raw.find(value[offset], at, self.end)
            at = found if found >= 0 else at
        return self.source.place(min(at, self.end))

    def _first(self, value: str) -> int:
        """Skip the opening quote, or the block mark `|` or `>` with its line."""
        raw = self.source.text
        if raw[self.start : self.start + 1] in ("|", ">") and "\n" in raw[self.start : self.end]:
            return raw.index("\n", self.start) + 1
        quoted = raw[self.start : self.start + 1] in ("'", '"') and not value.startswith(("'", '"'))
        return self.start + 1 if quoted else self.start

    def _after_break(self, at: int) -> int:
        found = self.source.text.find("\n", at, self.end)
        return found + 1 if found >= 0 else at
