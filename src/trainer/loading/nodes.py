"""One reading of YAML: a tree of nodes, each with its span; no scalar is interpreted here.

libyaml parses (through PyYAML); a walk of our own refuses what would surprise an
author: merge keys, tags, duplicate and complex keys, anchors that multiply.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from trainer.loading.rules import KEY_IS_UNIQUE, YAML_IS_PLAIN, YAML_IS_VALID
from trainer.problems import Place, Problem, Source, Span
from trainer.words import Phrase, phrase

MOST_NODES = 100_000
"""More than a hundred times the largest real lesson; an expansion bomb is far beyond."""
MOST_LEVELS = 40
_PREFIX = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _PREFIX + name
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "value")
)
HAS_LIBYAML = bool(yaml.__with_libyaml__)
_Loader = yaml.CSafeLoader if HAS_LIBYAML else yaml.SafeLoader


@dataclass(frozen=True)
class Scalar:
    """A piece of text, as written."""

    text: str
    span: Span
    plain: bool
    """Whether it stands without quotes and block marks."""

    @property
    def is_null(self) -> bool:
        """Whether YAML 1.2 reads it as nothing."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True)
class Listing:
    """A YAML sequence."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True)
class Mapped:
    """A YAML mapping; its keys are unique."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        """Return the value under a key."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Listing | Mapped


def parse(source: Source) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read a file's text; the node is None where a problem makes it unusable."""
    try:
        root = yaml.compose(source.text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, (_syntax_problem(source, error),)
    except (yaml.YAMLError, RecursionError) as error:
        return None, (_unreadable(source, error),)
    if root is None:
        return None, ()
    walk = _Walk(source)
    node = walk.convert(root, 0)
    if node is not None and walk.sizes[id(root)] > MOST_NODES:
        walk.refuse(
            root,
            phrase("Anchors repeat the content of this file more than {n} times.", n=MOST_NODES),
        )
        node = None
    return node, tuple(walk.problems)


class _Walk:
    """Converts PyYAML's nodes; a node that is used twice by an anchor is converted once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.done: dict[int, Node | None] = {}
        self.open: set[int] = set()
        self.sizes: dict[int, int] = {}

    def convert(self, node: yaml.Node, level: int) -> Node | None:
        key = id(node)
        if key in self.open or level > MOST_LEVELS:
            self.refuse(node, phrase("This is nested without end."))
            return None
        if key not in self.done:
            self.open.add(key)
            self.sizes[key] = 1
            self.done[key] = self._convert(node, level)
            self.open.discard(key)
        return self.done[key]

    def _convert(self, node: yaml.Node, level: int) -> Node | None:
        if node.tag not in _PLAIN_TAGS and node.tag != _PREFIX + "merge":
            self.refuse(node, phrase("The tag `{tag}` is not known here.", tag=node.tag))
            return None
        span = self._span(node)
        if isinstance(node, yaml.ScalarNode):
            return Scalar(node.value, span, plain=node.style in (None, ""))
        if isinstance(node, yaml.SequenceNode):
            items = [self._child(node, item, level) for item in node.value]
            return Listing(tuple(item for item in items if item is not None), span)
        assert isinstance(node, yaml.MappingNode)
        return Mapped(tuple(self._entries(node, level)), span)

    def _child(self, parent: yaml.Node, child: yaml.Node, level: int) -> Node | None:
        converted = self.convert(child, level + 1)
        self.sizes[id(parent)] += self.sizes.get(id(child), 0)
        return converted

    def _entries(self, node: yaml.MappingNode, level: int) -> list[tuple[Scalar, Node]]:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Place] = {}
        for key_node, value_node in node.value:
            if key_node.tag == _PREFIX + "merge":
                self.refuse(key_node, phrase("Merge keys (`<<`) are not used here."))
                continue
            key = self.convert(key_node, level + 1)
            value = self._child(node, value_node, level)
            if not isinstance(key, Scalar) or key.is_null:
                self.refuse(key_node, phrase("A key must be a word."))
                continue
            if key.text in seen:
                self.problems.append(_duplicate(key, seen[key.text]))
                continue
            seen[key.text] = key.span.place
            if value is not None:
                entries.append((key, value))
        return entries

    def refuse(self, node: yaml.Node, message: Phrase) -> None:
        hint = phrase("Write out what is meant, in plain YAML.")
        self.problems.append(YAML_IS_PLAIN.broken(self._span(node).place, message, hint))

    def _span(self, node: yaml.Node) -> Span:
        return Span(self.source, node.start_mark.index, node.end_mark.index)


def _duplicate(key: Scalar, first: Place) -> Problem:
    return KEY_IS_UNIQUE.broken(
        key.span.place,
        phrase("The key `{key}` stands here a second time.", key=key.text),
        phrase("It stands in line {line} already: keep one of the two.", line=first.line),
    )


_SYNTAX: Sequence[tuple[str, Phrase, Phrase]] = (
    (
        "'\\t' that cannot start",
        phrase("There is a tab where YAML wants spaces."),
        phrase("Indent with spaces."),
    ),
    (
        "mapping values are not allowed",
        phrase("There is a colon where no key can stand."),
        phrase("Put the whole text into quotes, or indent the line as its neighbours are."),
    ),
    (
        "could not find expected ':'",
        phrase("A key is missing its colon, or a text runs on at the wrong indent."),
        phrase("Write `key: value`, or indent the text deeper than its key."),
    ),
    (
        "did not find expected key",
        phrase(
            "This line does not fit the indent of the lines around it, or a quote ended too soon."
        ),
        phrase("Indent it as its neighbours; put texts with quotes inside into a `|` block."),
    ),
    (
        "did not find expected '-' indicator",
        phrase("This line does not belong to the list above it."),
        phrase("Begin it with `- `, or indent it as the item that it belongs to."),
    ),
    (
        "found unexpected end of stream",
        phrase("A quote is opened and never closed."),
        phrase("Close it, or put the text into a `|` block."),
    ),
    (
        "expected a single document",
        phrase("A second document begins here (`---`)."),
        phrase("One file holds one thing: part it into two files."),
    ),
    (
        "found undefined alias",
        phrase("A value begins with `*`, which YAML reads as a reference."),
        phrase("Put the text into quotes."),
    ),
    (
        "cannot start any token",
        phrase("A value begins with a sign that YAML keeps for itself."),
        phrase("Put the text into quotes."),
    ),
)


def _syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = source.place(min(mark.index, len(source.text))) if mark else Place(source.file)
    said = " ".join(filter(None, (error.context, error.problem)))
    if mark and "\t" in source.text[mark.index : mark.index + 1]:
        said += " '\\t' that cannot start"
    for part, message, hint in _SYNTAX:
        if part in said:
            return YAML_IS_VALID.broken(place, message, hint)
    return YAML_IS_VALID.broken(
        place,
        phrase("This is not valid YAML ({said}).", said=said),
        phrase("Compare it with the lines around it; texts with special signs go into quotes."),
    )


def _unreadable(source: Source, error: Exception) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        found = source.text.find(chr(error.character) if isinstance(error.character, int) else "")
        return YAML_IS_VALID.broken(
            source.place(max(found, 0)),
            phrase("There is a control character that YAML does not allow."),
            phrase("Delete it; it often comes with text pasted from another program."),
        )
    return YAML_IS_VALID.broken(
        Place(source.file),
        phrase("This file cannot be read as YAML."),
        phrase("It may be nested too deeply."),
    )
