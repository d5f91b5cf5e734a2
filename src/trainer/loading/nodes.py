"""One reading of YAML: a tree of nodes, each with its span; no scalar is interpreted here.

libyaml parses (through PyYAML); a walk of our own refuses what would surprise an
author: merge keys, tags, duplicate and complex keys, anchors that multiply.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from trainer.loading.quoting import shortened
from trainer.loading.rules import FILE_IS_SMALL, KEY_IS_UNIQUE, YAML_IS_PLAIN
from trainer.loading.syntax import NestedTooDeepError, nested_problem, syntax_problem, unreadable
from trainer.problems import Place, Problem, Rule, Source, Span
from trainer.words import Phrase, phrase

MOST_NODES = 100_000
"""More than a hundred times the largest real lesson; an expansion bomb is far beyond."""
MOST_LEVELS = 40
CHARACTERS_A_NODE = 100
"""A long text counts as several nodes, so that anchors cannot multiply it either."""
HAS_LIBYAML = bool(yaml.__with_libyaml__)
_Base: Any = yaml.CSafeLoader if HAS_LIBYAML else yaml.SafeLoader
_MERGE = "<<"

_NULL = re.compile(r"~|null|Null|NULL|")
_TRUTH = re.compile(r"true|True|TRUE|false|False|FALSE")
_NUMBER = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


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
        return self.plain and _NULL.fullmatch(self.text) is not None

    @property
    def is_truth(self) -> bool:
        """Whether YAML 1.2 reads it as true or false."""
        return self.plain and _TRUTH.fullmatch(self.text) is not None

    @property
    def is_number(self) -> bool:
        """Whether YAML 1.2 reads it as a number."""
        return self.plain and _NUMBER.fullmatch(self.text) is not None


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
    is_whole: bool = True
    """False where something was refused that may have held more keys."""


@dataclass(frozen=True)
class Refused:
    """What stands in place of a node that YAML allows and we do not; the problem is told."""

    span: Span


Node = Scalar | Listing | Mapped | Refused


class _Loader(_Base):  # type: ignore[misc]
    """Composes nodes, counts levels, and resolves no tags: an author's own tag is all that shows."""

    level = 0

    def descend_resolver(self, parent: yaml.Node | None, _index: object) -> None:
        """Count a level on the way in; the composer calls this at each node."""
        self.level += 1
        if self.level > MOST_LEVELS:
            raise NestedTooDeepError(problem_mark=parent.start_mark if parent else None)

    def ascend_resolver(self) -> None:
        """Count a level on the way out."""
        self.level -= 1

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        """Give no tag to what has none."""
        return ""


_BREAKS = "\x85\u2028\u2029"
"""Characters that end a line in YAML 1.1, and so for libyaml, but not in YAML 1.2."""
_STAND_INS = "\U0010fff1\U0010fff2\U0010fff3"
_HIDE = str.maketrans(_BREAKS, _STAND_INS)
_SHOW = str.maketrans(_STAND_INS, _BREAKS)


def parse(source: Source) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read a file's text; the node is None where a problem makes it unusable."""
    try:
        root = yaml.compose(source.text.translate(_HIDE), Loader=_Loader)
    except NestedTooDeepError as error:
        return None, (nested_problem(source, error),)
    except yaml.MarkedYAMLError as error:
        return None, (syntax_problem(source, error),)
    except (yaml.YAMLError, RecursionError) as error:
        return None, (unreadable(source, error),)
    if root is None:
        return None, ()
    walk = _Walk(source)
    node = walk.convert(root, 0)
    if walk.written > MOST_NODES:
        node = walk.refuse(
            root,
            phrase("This file holds more than {most} keys and values.", most=f"{MOST_NODES:,}"),
            phrase("Part it; a lesson holds a few hundred."),
            FILE_IS_SMALL,
        )
    elif walk.sizes[id(root)] > MOST_NODES:
        node = walk.refuse(
            root,
            phrase("Anchors (`&`, `*`) repeat parts of this file until it is far too large."),
            phrase("Write the parts out, without anchors."),
        )
    return None if isinstance(node, Refused) else node, tuple(walk.problems)


class _Walk:
    """Converts PyYAML's nodes; a node that is used twice by an anchor is converted once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.has_breaks = any(character in source.text for character in _BREAKS)
        self.problems: list[Problem] = []
        self.done: dict[int, Node] = {}
        self.open: set[int] = set()
        self.written = 0
        """How many nodes stand in the file, however often they are used."""
        self.sizes: dict[int, int] = {}
        self.heights: dict[int, int] = {}
        self.parted: set[int] = set()

    def convert(self, node: yaml.Node, level: int) -> Node:
        key = id(node)
        if key in self.open or level + self.heights.get(key, 0) > MOST_LEVELS:
            return self.refuse(
                node,
                phrase("This is nested without end."),
                phrase("Write the parts out, without anchors (`&`, `*`)."),
            )
        if key not in self.done:
            self.open.add(key)
            self.sizes[key] = 1
            self.heights[key] = 0
            self.done[key] = self._convert(node, level)
            self.written += 1
            self.open.discard(key)
        return self.done[key]

    def _convert(self, node: yaml.Node, level: int) -> Node:
        if node.tag:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            return self.refuse(
                node,
                phrase("YAML reads `{tag}` as a tag, and tags are not used here.", tag=tag),
                phrase("If it belongs to the text, put the text into quotes; else delete it."),
            )
        span = self._span(node)
        if isinstance(node, yaml.ScalarNode):
            self.sizes[id(node)] += len(node.value) // CHARACTERS_A_NODE
            text = node.value.translate(_SHOW) if self.has_breaks else node.value
            return Scalar(text, span, plain=node.style in (None, ""))
        if isinstance(node, yaml.SequenceNode):
            return Listing(tuple(self._child(node, item, level) for item in node.value), span)
        assert isinstance(node, yaml.MappingNode)
        entries = tuple(self._entries(node, level))
        return Mapped(entries, span, is_whole=id(node) not in self.parted)

    def _child(self, parent: yaml.Node, child: yaml.Node, level: int) -> Node:
        converted = self.convert(child, level + 1)
        self.sizes[id(parent)] += self.sizes.get(id(child), 0)
        height = self.heights.get(id(child), 0) + 1
        self.heights[id(parent)] = max(self.heights[id(parent)], height)
        return converted

    def _entries(self, node: yaml.MappingNode, level: int) -> list[tuple[Scalar, Node]]:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Place] = {}
        repeated: list[Scalar] = []
        for key_node, value_node in node.value:
            key = self._child(node, key_node, level)
            if isinstance(key, Scalar) and key.plain and key.text == _MERGE:
                self.refuse(
                    key_node,
                    phrase("Merge keys (`<<`) are not used here."),
                    phrase("Write out the keys that it would bring in."),
                )
                self.parted.add(id(node))
                continue
            value = self._child(node, value_node, level)
            if not isinstance(key, Scalar) or key.is_null:
                self.refuse(
                    key_node,
                    phrase("Here stands no word before the colon."),
                    phrase("Write a key; a text that begins with a bracket goes into quotes."),
                )
                self.parted.add(id(node))
            elif key.text in seen:
                repeated.append(key)
            else:
                seen[key.text] = key.span.place
                entries.append((key, value))
        if repeated and _is_new_entry(repeated[0], entries):
            self.problems.append(_no_hyphen(repeated[0]))
            self.parted.add(id(node))
        else:
            self.problems.extend(_duplicate(key, seen[key.text]) for key in repeated)
        return entries

    def refuse(
        self, node: yaml.Node, message: Phrase, hint: Phrase, rule: Rule = YAML_IS_PLAIN
    ) -> Refused:
        span = self._span(node)
        self.problems.append(rule.broken(span.place, message, hint))
        return Refused(span)

    def _span(self, node: yaml.Node) -> Span:
        return Span(self.source, node.start_mark.index, node.end_mark.index)


def _is_new_entry(repeated: Scalar, entries: list[tuple[Scalar, Node]]) -> bool:
    """Tell whether an entry of a list seems to begin anew, with the key that it began with."""
    first = entries[0][0]
    text = first.span.source.text
    before = text[text.rfind("\n", 0, first.span.start) + 1 : first.span.start]
    return repeated.text == first.text and before.rstrip().endswith("-")


def _no_hyphen(key: Scalar) -> Problem:
    return KEY_IS_UNIQUE.broken(
        key.span.place,
        phrase("The key `{key}` stands here a second time.", key=shortened(key.text)),
        phrase("Does a new entry begin here? Put `- ` before `{key}`.", key=shortened(key.text)),
    )


def _duplicate(key: Scalar, first: Place) -> Problem:
    return KEY_IS_UNIQUE.broken(
        key.span.place,
        phrase("The key `{key}` stands here a second time.", key=shortened(key.text)),
        phrase("It stands in line {line} already: keep one of the two.", line=first.line),
    )
