"""From a character of a scalar's value back to the character of the file that it was read from.

YAML folds lines, strips indents and knows escapes, so the two are not at one distance.
"""

import re
from collections.abc import Iterator

_PROPERTIES = re.compile(r"(?:(?:&[\w-]*|!\S*)\s*(?:#[^\n]*\s+)*)*", re.ASCII)
"""An anchor or a tag may stand before the scalar, and a comment behind it."""
_SPACE = re.compile(r"[ \t\n]*")
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}


def trace(text: str, start: int, end: int, value: str) -> list[int]:
    """Return for each character of the value its index in the text, and last the index behind it."""
    properties = _PROPERTIES.match(text, start, end)
    start = properties.end() if properties else start
    mark = text[start : start + 1]
    if mark in ("|", ">") and "\n" in text[start:end]:
        found = list(_in_block(text, text.index("\n", start) + 1, end, value))
    else:
        found = list(_in_flow(text, start, end, mark if mark in ("'", '"') else ""))
    return [*found, found[-1] + 1 if found else end]


def _in_block(text: str, at: int, end: int, value: str) -> Iterator[int]:
    """Walk a `|` or `>` block: all but white space stands in both in the same order."""
    offset = 0
    while offset < len(value):
        said = _SPACE.match(value, offset)
        written = _SPACE.match(text, at, end)
        assert said
        assert written
        yield from _in_space(said[0], written[0], at)
        offset, at = said.end(), written.end()
        if offset < len(value):
            yield at
            offset, at = offset + 1, min(at + 1, end)


def _in_space(said: str, written: str, at: int) -> Iterator[int]:
    """Walk a run of white space: line ends meet line ends, and an indent its own end."""
    last_end = said.rfind("\n")
    ends = [at + index for index, character in enumerate(written) if character == "\n"]
    ends_met = 0
    for index, character in enumerate(said):
        if character == "\n":
            yield ends[min(ends_met, len(ends) - 1)] if ends else at
            ends_met += 1
        elif last_end < index and ends and ends_met:
            yield at + len(written) - (len(said) - index)
        else:
            yield at + min(index, max(len(written) - 1, 0))


def _in_flow(text: str, at: int, end: int, quote: str) -> Iterator[int]:
    """Walk a plain or quoted scalar: a line's end is a space, each further one a line's end."""
    at += len(quote)
    while at < end:
        space = _SPACE.match(text, at, end)
        assert space
        if space[0]:
            yield from _folded(space[0], at)
            at = space.end()
        elif quote == '"' and text[at] == "\\":
            if text[at + 1 : at + 2] == "\n":
                rest = _SPACE.match(text, at + 2, end)
                yield from (at for _ in range(rest[0].count("\n") if rest else 0))
                at = rest.end() if rest else end
            else:
                yield at
                at += 2 + _HEX_DIGITS.get(text[at + 1 : at + 2], 0)
        elif text[at] == quote:
            if quote == '"' or text[at + 1 : at + 2] != "'":
                return
            yield at
            at += 2
        else:
            yield at
            at += 1


def _folded(space: str, at: int) -> Iterator[int]:
    ends = [at + index for index, character in enumerate(space) if character == "\n"]
    if not ends:
        yield from range(at, at + len(space))
    else:
        yield from ends[1:] or ends
