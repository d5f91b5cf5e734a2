"""Slips of the hand that YAML complains of in other words, often lines below.

The parser says where it lost the thread. These rules look at that line and the one above
for what people do: no space behind a colon or hyphen, quotes that are none to YAML, a
colon in a text, spaces that are no spaces, fields that are not indented.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from trainer.loading.quoting import in_quotes, shortened
from trainer.loading.unseen import UNSEEN, unseen_in
from trainer.words import Phrase, phrase

_OTHER_QUOTES = "„“”‟‚‘’‛«»‹›"
_ODD_INDENT = re.compile(rf"[ \t]*(?:- *)*(?P<begin>)(?:[A-Za-z_]+:)?[ ]*(?P<mark>[{UNSEEN}])")
_CLOSE_COLON = re.compile(r" *(?:- +)*(?P<begin>)(?P<mark>[A-Za-z_]+):(?P<text>(?!//)[^\s:].*)")
_CLOSE_HYPHEN = re.compile(r" *(?P<begin>)(?P<mark>-)(?P<text>[A-Za-z_]+:(?: .*)?)$")
_KEY = re.compile(r"( *)((?:- +)*)(?:([\w-]+):(?: +|$))?(.*)")


@dataclass(frozen=True)
class Slip:
    """What somebody has probably done, and where."""

    index: int
    message: Phrase
    hint: Phrase


@dataclass(frozen=True)
class _Line:
    """A line of the file, and where it begins."""

    text: str
    start: int


@dataclass(frozen=True)
class _Scene:
    """Where the parser lost the thread: the line, those before it, nearest first, and the column."""

    here: _Line
    before: tuple[_Line, ...]
    column: int

    def near(self, rule: re.Pattern[str]) -> Iterator[tuple[_Line, re.Match[str]]]:
        """Yield where a rule fits the line, or the one above, if this one may belong to it."""
        indent = len(self.here.text) - len(self.here.text.lstrip(" "))
        for line in (self.here, *self.before[:1]):
            found = rule.match(line.text)
            if found and (line is self.here or found.start("begin") <= indent):
                yield line, found


def slip_at(text: str, index: int) -> Slip | None:
    """Return what was probably done where the parser has stopped."""
    scene = _scene(text, index)
    return next((slip for rule in _RULES for slip in rule(scene)), None)


def _scene(text: str, index: int) -> _Scene:
    lines, start = [], 0
    for line in text[: _end_of_line(text, index)].split("\n"):
        lines.append(_Line(line, start))
        start += len(line) + 1
    here = lines.pop()
    before = (line for line in reversed(lines) if line.text.strip())
    return _Scene(here, tuple(before), index - here.start)


def _end_of_line(text: str, index: int) -> int:
    end = text.find("\n", index)
    return end if end >= 0 else len(text)


def _unseen_spaces(scene: _Scene) -> Iterator[Slip]:
    for line, found in scene.near(_ODD_INDENT):
        yield Slip(
            line.start + found.start("mark"),
            phrase(
                "Here stands a character that cannot be seen: {name}.",
                name=unseen_in(found["mark"])[0][1],
            ),
            phrase("Put an ordinary space there, or nothing."),
        )


def _close_colons(scene: _Scene) -> Iterator[Slip]:
    for line, found in scene.near(_CLOSE_COLON):
        right = f"{found['mark']}: {found['text']}"
        yield Slip(
            line.start + found.end("mark"),
            phrase("There is no space behind this colon."),
            phrase("Put a space behind the colon: `{line}`.", line=shortened(right)),
        )


def _close_hyphens(scene: _Scene) -> Iterator[Slip]:
    for line, found in scene.near(_CLOSE_HYPHEN):
        right = f"- {found['text']}"
        yield Slip(
            line.start + found.start("mark"),
            phrase("There is no space behind this hyphen."),
            phrase("Put a space behind the hyphen: `{line}`.", line=shortened(right)),
        )


def _parts(line: _Line) -> re.Match[str]:
    """Part a line into indent, hyphens, key and what follows; the first two may be empty."""
    found = _KEY.fullmatch(line.text.rstrip())
    assert found
    return found


def _has_words(parts: re.Match[str]) -> bool:
    """Tell whether a key has an unquoted text on its line."""
    words = parts[4]
    return bool(parts[3] and words) and words[0] not in "\"'|>[{&*!"


def _colons_in_text(scene: _Scene) -> Iterator[Slip]:
    here = _parts(scene.here)
    if not _has_words(here) or here.start(4) >= scene.column:
        return
    words = here[4]
    right = shortened(f"{here[2]}{here[3]}: {in_quotes(words)}")
    if words[0] in _OTHER_QUOTES:
        yield Slip(
            scene.here.start + here.start(4),
            phrase(
                "`{sign}` is no quotation mark to YAML, so the colon ends the text.", sign=words[0]
            ),
            phrase("Put straight ones around it all: `{line}`.", line=right),
        )
    else:
        yield Slip(
            scene.here.start + scene.column,
            phrase("There is a colon in the text."),
            phrase("Put the whole text into quotes: `{line}`.", line=right),
        )


def _fields_level_with_their_kind(scene: _Scene) -> Iterator[Slip]:
    """Find `- question:`, `id: x` below it at the level of `question`, and the next line deeper."""
    here = _parts(scene.here)
    for above, over in pairwise(scene.before[:2]):
        field, kind = _parts(above), _parts(over)
        is_kind = kind[2] and kind[3] and not kind[4]
        is_level = len(here[1]) > len(field[1] + field[2]) == len(kind[1] + kind[2])
        if here[3] and _has_words(field) and is_kind and is_level:
            yield Slip(
                above.start + field.start(3),
                phrase("`{key}` stands level with `{kind}` above.", key=field[3], kind=kind[3]),
                phrase(
                    "If it belongs to `{kind}`, indent it, and what goes with it, two deeper.",
                    kind=kind[3],
                ),
            )


def _too_deep(scene: _Scene) -> Iterator[Slip]:
    """Find a key below one that has its value already, and deeper."""
    here = _parts(scene.here)
    for line in scene.before[:1]:
        above = _parts(line)
        is_deeper = len(here[1]) > len(above[1] + above[2])
        has_value = _has_words(above) or above[4].endswith(("]", "}", '"', "'"))
        if here[3] and scene.column <= here.end(3) and is_deeper and has_value:
            yield Slip(
                scene.here.start + here.start(3),
                phrase(
                    "`{key}` stands deeper than `{above}`, which has its value already.",
                    key=here[3],
                    above=above[3],
                ),
                phrase(
                    "Let the two begin in the same column; a text of several lines goes into a"
                    " `|` block."
                ),
            )


_RULES: tuple[Callable[[_Scene], Iterator[Slip]], ...] = (
    _unseen_spaces,
    _close_hyphens,
    _close_colons,
    _fields_level_with_their_kind,
    _too_deep,
    _colons_in_text,
)
