"""Where something was written: a file of the course, a line and a column."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from trainer.problems.tracing import trace


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
    """The text of one file, as read: no byte-order mark, every line ended by a line feed."""

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
        """Return the place of `value[offset]`, where `value` was read from this span."""
        indexes = _traced(self, value)
        return self.source.place(indexes[max(0, min(offset, len(indexes) - 1))])


@lru_cache(maxsize=16)
def _traced(span: Span, value: str) -> list[int]:
    """Trace a scalar once for all that is told of it: problems come text after text."""
    return trace(span.source.text, span.start, span.end, value)
