"""From nodes to values: each scalar is decoded by the type of its field, from its text as written."""

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Final, Union, cast, get_args, get_origin, get_type_hints

from trainer.activities import KINDS
from trainer.loading.nodes import Listing, Mapped, Node, Refused, Scalar
from trainer.loading.quoting import shortened
from trainer.loading.rules import (
    KEY_IS_KNOWN,
    KEY_IS_PRESENT,
    VALUE_HAS_ITS_FORM,
    VALUE_HAS_ITS_TYPE,
)
from trainer.model import ONE_OR_MORE, Activity, Arc, Element, Passage, Written
from trainer.problems import Place, Problem
from trainer.words import Phrase, phrase

PLACE = "place"
PASSAGE, ARC = "text", "arc"
"""The keys of prose and of a session's arc between activities."""
WHOLE_NUMBER = "[-+]?[0-9]{1,9}"


class Failed:
    """What stands in place of a value that could not be decoded; the problem is told."""


FAILED: Final = Failed()


def fields_of(element: type[Element]) -> Mapping[str, tuple[Any, Field[Any]]]:
    """Return the fields that authors write, each with its type."""
    return _fields_of(cast("Hashable", element))


@cache
def _fields_of(element: Any) -> Mapping[str, tuple[Any, Field[Any]]]:
    hints = get_type_hints(element, include_extras=True)
    return {f.name: (hints[f.name], f) for f in fields(element) if f.name != PLACE}


def is_required(field: Field[Any]) -> bool:
    """Tell whether authors must write a field."""
    return field.default is MISSING and field.default_factory is MISSING


def without_none(wanted: Any) -> Any:
    """Return the type that is left of an optional one."""
    if get_origin(wanted) in (Union, UnionType):
        return next(arg for arg in get_args(wanted) if arg is not type(None))
    return wanted


class Decoder:
    """Decodes nodes by type and collects every problem on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def decode(self, node: Node, wanted: Any) -> Any:
        """Return the value that a node holds, or FAILED; problems are collected."""
        origin, args = get_origin(wanted), get_args(wanted)
        if origin is Annotated and ONE_OR_MORE in args:
            items = node.items if isinstance(node, Listing) else (node,)
            return self._items(items, get_args(args[0])[0])
        if origin in (Union, UnionType):
            if isinstance(node, Scalar) and node.is_null:
                return None
            return self.decode(node, without_none(wanted))
        if origin is tuple:
            return self._tuple(node, args[0])
        if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
            return self._mapping(node, args[0], args[1])
        if issubclass(wanted, Element):
            return self._element(node, wanted)
        return self._scalar(node, wanted)

    # collections

    def _tuple(self, node: Node, item: Any) -> Any:
        if not isinstance(node, Listing):
            return self._wrong_type(
                node, phrase("a list, each item on a line that begins with `- `")
            )
        if Activity in get_args(item):
            return _complete(tuple(self._one_key(each) for each in node.items))
        return self._items(node.items, item)

    def _items(self, nodes: Iterable[Node], item: Any) -> Any:
        return _complete(tuple(self.decode(node, item) for node in nodes))

    def _mapping(self, node: Node, key: Any, value: Any) -> Any:
        if not isinstance(node, Mapped):
            return self._wrong_type(node, phrase("a mapping, as in `key: value`"))
        found = [(self._scalar(k, key), self.decode(v, value)) for k, v in node.entries]
        if any(part is FAILED for pair in found for part in pair):
            return FAILED
        return MappingProxyType(dict(found))

    def _one_key(self, node: Node) -> Any:
        """Decode `- kind: {…}`, where the key says which kind of activity it is."""
        if not isinstance(node, Mapped) or len(node.entries) != 1:
            return self._wrong_type(
                node, phrase("one kind of activity and its content, as in `- question: …`")
            )
        key, value = node.entries[0]
        if key.text == PASSAGE:
            return self._element(node, Passage)
        if key.text == ARC:
            return self._element(value, Arc)
        if key.text not in KINDS:
            return self._unknown_key(key, [*KINDS, PASSAGE, ARC])
        return self._element(value, KINDS[key.text].model)

    # mappings

    def _element(self, node: Node, wanted: type[Element]) -> Any:
        if wanted.shorthand and isinstance(node, Scalar):
            value = self.decode(node, fields_of(wanted)[wanted.shorthand][0])
            return (
                FAILED
                if value is FAILED
                else wanted(**{wanted.shorthand: value, PLACE: node.span.place})
            )
        if not isinstance(node, Mapped):
            return self._wrong_type(
                node, phrase("a mapping with the keys {keys}", keys=_listed(fields_of(wanted)))
            )
        values: dict[str, Any] = {}
        known = fields_of(wanted)
        open_key = wanted.open_key
        written = {name for name in known if not open_key or name not in open_key}
        for key, value in node.entries:
            if key.text in written:
                values[key.text] = self._field(key, value, *known[key.text])
            elif open_key and open_key[0] not in values:
                values[open_key[0]] = self.decode(key, without_none(known[open_key[0]][0]))
                values[open_key[1]] = self.decode(value, without_none(known[open_key[1]][0]))
            else:
                values[key.text] = self._unknown_key(key, written)
        meant = {near for name in values for near in get_close_matches(name, written, n=1)}
        for name, (_, field) in known.items():
            if is_required(field) and name not in values and node.is_whole:
                told = name in meant  # A misspelt key is not a missing one as well.
                values[name] = FAILED if told else self._missing(node.span.place, name)
        if not node.is_whole or any(value is FAILED for value in values.values()):
            return FAILED
        return wanted(**values, place=node.span.place)

    def _field(self, key: Scalar, node: Node, wanted: Any, field: Field[Any]) -> Any:
        if isinstance(node, Scalar) and node.is_null:
            if is_required(field):
                return self._fail(
                    KEY_IS_PRESENT.broken(
                        key.span.place,
                        phrase("There is nothing behind `{key}`.", key=key.text),
                        phrase("Fill it in: it is needed here."),
                    )
                )
            return field.default
        return self.decode(node, wanted)

    # scalars

    def _scalar(self, node: Node, wanted: Any) -> Any:
        if not isinstance(node, Scalar):
            return self._wrong_type(node, phrase("one value, no list and no mapping"))
        if wanted is bool:
            if node.is_truth:
                return node.text.lower() == "true"
            return self._wrong_form(node, phrase("`true` or `false`"))
        if wanted is int:
            if re.fullmatch(WHOLE_NUMBER, node.text):
                return int(node.text)
            return self._wrong_form(node, phrase("a whole number such as `15`"))
        if issubclass(wanted, StrEnum):
            return self._chosen(node, wanted)
        return self._written(node, wanted)

    def _chosen(self, node: Scalar, wanted: type[StrEnum]) -> Any:
        if node.text in wanted.__members__.values():
            return wanted(node.text)
        near = get_close_matches(node.text, list(wanted), n=1)
        hint = (
            phrase("Did you mean `{near}`?", near=near[0])
            if near
            else phrase("Choose one of {all}.", all=_listed(wanted))
        )
        return self._fail(
            VALUE_HAS_ITS_FORM.broken(
                node.span.place,
                phrase("`{text}` is not known here.", text=shortened(node.text)),
                hint,
            )
        )

    def _written(self, node: Scalar, wanted: type[Written]) -> Any:
        if node.is_null or not node.text.strip():
            return self._empty(node)
        if (
            not wanted.fits(node.text)
            or (node.is_truth and not wanted.takes_anything)
            or (node.is_number and not (wanted.takes_numbers or wanted.takes_anything))
        ):
            return self._wrong_form(node, wanted.form_words)
        return wanted(node.text, node.span)

    # problems

    def _fail(self, problem: Problem) -> Failed:
        self.problems.append(problem)
        return FAILED

    def _wrong_type(self, node: Node, wanted: Phrase) -> Failed:
        if isinstance(node, Refused):
            return FAILED
        return self._fail(
            VALUE_HAS_ITS_TYPE.broken(
                node.span.place,
                phrase("This is {what}.", what=_what(node)),
                phrase("Expected: {wanted}.", wanted=wanted),
            )
        )

    def _wrong_form(self, node: Scalar, wanted: Phrase) -> Failed:
        return self._fail(
            VALUE_HAS_ITS_FORM.broken(
                node.span.place,
                phrase("“{text}” does not have the right form.", text=shortened(node.text)),
                phrase("Expected: {wanted}.", wanted=wanted),
            )
        )

    def _unknown_key(self, key: Scalar, known: Iterable[str]) -> Failed:
        near = get_close_matches(key.text, list(known), n=1)
        hint = (
            phrase("Did you mean `{near}`?", near=near[0])
            if near
            else phrase("Known here: {all}.", all=_listed(known))
        )
        return self._fail(
            KEY_IS_KNOWN.broken(
                key.span.place,
                phrase("The key `{key}` is not known here.", key=shortened(key.text)),
                hint,
            )
        )

    def _missing(self, place: Place, name: str) -> Failed:
        return self._fail(
            KEY_IS_PRESENT.broken(
                place,
                phrase("The key `{key}` is missing.", key=name),
                phrase("Add `{key}: …`.", key=name),
            )
        )

    def _empty(self, node: Scalar) -> Failed:
        return self._fail(
            KEY_IS_PRESENT.broken(
                node.span.place,
                phrase("There is nothing here."),
                phrase("Fill it in; where it is not needed, delete the line."),
            )
        )


def _complete(values: tuple[Any, ...]) -> Any:
    return FAILED if any(value is FAILED for value in values) else values


def _what(node: Node) -> Phrase:
    if isinstance(node, Listing):
        return phrase("a list")
    return phrase("a mapping") if isinstance(node, Mapped) else phrase("a single value")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
