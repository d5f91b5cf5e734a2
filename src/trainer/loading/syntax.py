"""What the YAML parser could not read, in words for people who do not think of YAML."""

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from trainer.loading.rules import YAML_IS_PLAIN, YAML_IS_VALID
from trainer.loading.slips import slip_at
from trainer.problems import Place, Problem, Source
from trainer.words import Phrase, phrase


class NestedTooDeepError(yaml.MarkedYAMLError):
    """Raised before the composer, which calls itself, has used up the stack."""


@dataclass(frozen=True)
class _Saying:
    """What we say when libyaml says something."""

    part: str
    """A part of libyaml's words."""
    message: Phrase
    hint: Phrase
    at_beginning: bool = False
    """Whether the fault stands where the thing begins that was being read, not where it failed."""


_AFTER_SLIPS = (
    "mapping values are not allowed",
    "could not find expected ':'",
    "did not find expected key",
    "did not find expected '-' indicator",
)
"""What libyaml says where a slip of the hand may stand nearby."""
_IN_QUOTES = phrase("Put the whole text into quotes, or into a `|` block.")
_CLOSE_BRACKET = phrase("Close it, or put the text into quotes if the bracket belongs to it.")
_SAYINGS: Sequence[_Saying] = (
    _Saying(
        "'\\t' that cannot start",
        phrase("There is a tab where YAML wants spaces."),
        phrase("Indent with spaces."),
    ),
    _Saying(
        "mapping values are not allowed",
        phrase("There is a colon where no key can stand."),
        phrase(
            "If it belongs to the text, put the text into quotes; else compare the indents, and"
            " see that the key above has a space behind its colon."
        ),
    ),
    _Saying(
        "could not find expected ':'",
        phrase("A key is missing its colon, or a text runs on at the wrong indent."),
        phrase("Write `key: value`, or indent the text deeper than its key."),
        at_beginning=True,
    ),
    _Saying(
        "did not find expected '-' indicator",
        phrase("This line does not belong to the list above it."),
        phrase("Begin it with `- `, or indent it as the item that it belongs to."),
    ),
    _Saying(
        "found unexpected end of stream",
        phrase("A quote is opened here and never closed."),
        phrase("Close it, or put the text into a `|` block."),
        at_beginning=True,
    ),
    _Saying(
        "found unexpected document indicator",
        phrase("A quote is opened here and never closed."),
        phrase("Close it, or put the text into a `|` block."),
        at_beginning=True,
    ),
    _Saying(
        "expected a single document",
        phrase("A second document begins here (`---`)."),
        phrase("One file holds one thing: part it into two files."),
    ),
    _Saying(
        "scanning an alias",
        phrase("A value begins with `*`, which YAML reads as a reference."),
        _IN_QUOTES,
        at_beginning=True,
    ),
    _Saying(
        "found undefined alias",
        phrase("A value begins with `*`, which YAML reads as a reference."),
        _IN_QUOTES,
    ),
    _Saying(
        "scanning an anchor",
        phrase("A value begins with `&`, which YAML reads as a mark to refer to."),
        _IN_QUOTES,
        at_beginning=True,
    ),
    _Saying(
        "cannot start any token",
        phrase("A value begins with a sign that YAML keeps for itself."),
        _IN_QUOTES,
    ),
    _Saying(
        "scanning a directive",
        phrase("A line begins with `%`, which YAML keeps for itself."),
        _IN_QUOTES,
        at_beginning=True,
    ),
    _Saying(
        "scanning a block scalar",
        phrase("Text stands on the same line as `|` or `>`."),
        phrase("Begin the text on the next line, indented deeper than its key."),
    ),
    _Saying(
        "expected ',' or ']'",
        phrase("A list in square brackets is opened here and never closed."),
        _CLOSE_BRACKET,
        at_beginning=True,
    ),
    _Saying(
        "expected ',' or '}'",
        phrase("A mapping in curly brackets is opened here and never closed."),
        _CLOSE_BRACKET,
        at_beginning=True,
    ),
    _Saying(
        "unknown escape character",
        phrase("In double quotes YAML reads a backslash as the beginning of a special sign."),
        phrase("Use single quotes, or a `|` block."),
    ),
    _Saying(
        "block sequence entries are not allowed",
        phrase("A list begins on the same line as its key."),
        phrase(
            "Put each item on a line of its own; if the hyphen belongs to the text, use quotes."
        ),
    ),
    _Saying(
        "mapping keys are not allowed",
        phrase("A value begins with `? `, which YAML keeps for itself."),
        _IN_QUOTES,
    ),
    _Saying(
        "quoted text ends too soon",
        phrase("The quotes end before the text does."),
        phrase("Put the whole text into a `|` block: there quotes need no care."),
    ),
    _Saying(
        "a bracket too many",
        phrase("There is a bracket too many, or text behind a bracket."),
        phrase("Count the brackets; a text that begins with one goes into quotes."),
    ),
    _Saying(
        "did not find expected key",
        phrase("This line does not fit the indent of the lines around it."),
        phrase("Indent it as its neighbours; a text of several lines goes into a `|` block."),
    ),
)


def syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """Make the problem of a file that is no YAML."""
    mark = error.problem_mark or error.context_mark
    said = " ".join(filter(None, (error.context, error.problem)))
    index = min(mark.index, len(source.text)) if mark else 0
    if any(part in said for part in _AFTER_SLIPS):
        begun = error.context_mark if "expected ':'" in said else None
        slip = slip_at(source.text, begun.index if begun else index)
        if slip:
            return _told(source.place(slip.index), slip.message, slip.hint)
    said += _seen_at(source.text, index, said)
    for saying in _SAYINGS:
        if saying.part in said:
            begun = error.context_mark if saying.at_beginning else None
            place = source.place(begun.index if begun else index)
            return _told(place, saying.message, saying.hint)
    return _told(
        source.place(index),
        phrase("This is not valid YAML ({said}).", said=said),
        phrase("Compare it with the lines around it; texts with special signs go into quotes."),
    )


def _told(place: Place, message: Phrase, hint: Phrase) -> Problem:
    """Make the problem; the parser reads no further, so nobody can say what else there is."""
    more = phrase("{hint} Other faults of this file show when this one is mended.", hint=hint)
    return YAML_IS_VALID.broken(place, message, more)


def _seen_at(text: str, index: int, said: str) -> str:
    """Return what libyaml does not say, but the text shows."""
    if text[index : index + 1] == "\t":
        return " '\\t' that cannot start"
    line = text[text.rfind("\n", 0, index) + 1 : index].rstrip()
    if "did not find expected key" in said and line.endswith(("'", '"')):
        return ": quoted text ends too soon"
    if "did not find expected key" in said and (
        text[index : index + 1] in ("]", "}") or line.endswith(("]", "}"))
    ):
        return ": a bracket too many"
    return ""


def nested_problem(source: Source, error: NestedTooDeepError) -> Problem:
    """Make the problem of a file that is nested beyond all use."""
    mark = error.problem_mark
    return YAML_IS_PLAIN.broken(
        source.place(mark.index) if mark else Place(source.file),
        phrase("This is nested far too deeply."),
        phrase("Look for a bracket that is never closed, or a list that was indented by mistake."),
    )


def unreadable(source: Source, error: Exception) -> Problem:
    """Make the problem of a file that the parser does not even begin to read."""
    if isinstance(error, yaml.reader.ReaderError):
        code = error.character if isinstance(error.character, int) else 0
        return YAML_IS_VALID.broken(
            source.place(max(source.text.find(chr(code)), 0)),
            phrase("There is a control character that YAML does not allow."),
            phrase("Delete it; it often comes with text pasted from another program."),
        )
    return YAML_IS_VALID.broken(
        Place(source.file),
        phrase("This file cannot be read as YAML."),
        phrase("It may be nested too deeply."),
    )
