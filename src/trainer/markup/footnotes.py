"""Footnotes: their texts go to the end, in the order in which the text calls for them.

The plugin's own way is not taken: it loses balance where one footnote's text holds
another's, and numbers marks that are never shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from markdown_it.token import Token


@dataclass
class _Footnotes:
    """The texts by label, and what their marks have asked for so far."""

    texts: dict[str, list[Token]] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    uses: dict[str, int] = field(default_factory=dict)

    def number_marks(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            for mark in token.children or ():
                if mark.type == "footnote_ref":
                    label = mark.meta["label"]
                    if label not in self.numbers:
                        self.order.append(label)
                        self.numbers[label] = len(self.order)
                    self.uses[label] = self.uses.get(label, 0) + 1
                    mark.meta = {"number": self.numbers[label], "use": self.uses[label]}


@dataclass(frozen=True)
class Arranged:
    """The tokens with the footnotes' texts at the end."""

    tokens: list[Token]
    unused: list[Token]
    """The opening tokens of texts without a mark."""
    repeated: list[Token]
    """The opening tokens of texts whose label has one already."""


def arrange_footnotes(tokens: list[Token]) -> Arranged:
    """Move the texts of footnotes to the end and number them."""
    openings: list[Token] = []
    repeated: list[Token] = []
    footnotes = _Footnotes()
    open_lists: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "footnote_reference_open":
            known = token.meta["label"] in footnotes.texts
            (repeated if known else openings).append(token)
            open_lists.append([])
            if not known:
                footnotes.texts[token.meta["label"]] = open_lists[-1]
        elif token.type == "footnote_reference_close":
            open_lists.pop()
        else:
            open_lists[-1].append(token)
    arranged = open_lists[0]
    footnotes.number_marks(arranged)
    arranged += _notes(footnotes)
    unused = [token for token in openings if token.meta["label"] not in footnotes.numbers]
    return Arranged(arranged, unused, repeated)


def _notes(footnotes: _Footnotes) -> list[Token]:
    """Return the list of notes; a note may call for further ones."""
    # The list grows while it is walked: notes call for notes.
    for label in footnotes.order:
        footnotes.number_marks(footnotes.texts[label])
    if not footnotes.order:
        return []
    notes = [_block("footnotes_open", "div", 1), _block("footnote_list_open", "ol", 1)]
    for number, label in enumerate(footnotes.order, start=1):
        notes += _note(number, footnotes.uses[label], footnotes.texts[label])
    return [*notes, _block("footnote_list_close", "ol", -1), _block("footnotes_close", "div", -1)]


def _note(number: int, uses: int, text: list[Token]) -> list[Token]:
    opening, closing = _block("footnote_open", "li", 1), _block("footnote_close", "li", -1)
    opening.meta = {"number": number}
    way_back = Token("footnote_back", "", 0, meta={"number": number, "uses": uses})
    at = len(text) - 1 if text and text[-1].type == "paragraph_close" else len(text)
    return [opening, *text[:at], way_back, *text[at:], closing]


def _block(kind: str, tag: str, nesting: Literal[-1, 1]) -> Token:
    return Token(kind, tag, nesting, block=True)
