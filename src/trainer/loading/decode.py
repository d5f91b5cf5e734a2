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
from trainer.loading.misfits import (
    cut_short,
    empty_key,
    empty_value,
    level_with_its_kind,
    list_wanted,
    listed,
    missing_key,
    no_hyphen,
    unknown_choice,
    unknown_key,
    wrong_form,
    wrong_type,
)
from trainer.loading.nodes import Listing, Mapped, Node, Refused, Scalar
from trainer.loading.unseen import without_unseen
from trainer.model import ONE_OR_MORE, Activity, Arc, Element, Passage, Written
from trainer.problems import Problem
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


def _takes_text(wanted: Any) -> bool:
    return issubclass(wanted, Written) and wanted.takes_anything


def _is_kind_alone(entry: tuple[Scalar, Node]) -> bool:
    key, value = entry
    return key.text in KINDS and isinstance(value, Scalar) and value.is_null


def _are_kinds(entries: tuple[tuple[Scalar, Node], ...]) -> bool:
    return all(key.text in KINDS or key.text in (PASSAGE, ARC) for key, _ in entries)


class Decoder:
    """Decodes nodes by type and collects every problem on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.fragments: list[Any] = []
        """What could be decoded of things that could not, each part once."""

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
            return self._wrong_type(node, list_wanted(node))
        if Activity in get_args(item):
            return self._complete(tuple(self._one_key(each) for each in node.items))
        return self._items(node.items, item)

    def _items(self, nodes: Iterable[Node], item: Any) -> Any:
        return self._complete(tuple(self.decode(node, item) for node in nodes))

    def _mapping(self, node: Node, key: Any, value: Any) -> Any:
        if not isinstance(node, Mapped):
            return self._wrong_type(node, phrase("a mapping, as in `key: value`"))
        found = [(self._scalar(k, key), self.decode(v, value)) for k, v in node.entries]
        if any(part is FAILED for pair in found for part in pair):
            return self._in_part(part for pair in found for part in pair)
        return MappingProxyType(dict(found))

    def _one_key(self, node: Node) -> Any:
        """Decode `- kind: {…}`, where the key says which kind of activity it is."""
        if isinstance(node, Mapped) and len(node.entries) > 1 and _is_kind_alone(node.entries[0]):
            (kind, _), *fields = node.entries
            self._fail(level_with_its_kind(kind, fields[0][0]))
            indented = Mapped(tuple(fields), node.span, is_whole=node.is_whole)
            return self._in_part([self._element(indented, KINDS[kind.text].model)])
        if isinstance(node, Mapped) and len(node.entries) > 1 and _are_kinds(node.entries):
            self._fail(no_hyphen(node.entries[1][0]))
            single = [Mapped((entry,), node.span) for entry in node.entries]
            return self._in_part([self._of_kind(each, *each.entries[0]) for each in single])
        if not isinstance(node, Mapped) or len(node.entries) != 1:
            return self._wrong_type(
                node, phrase("one kind of activity and its content, as in `- question: …`")
            )
        return self._of_kind(node, *node.entries[0])

    def _of_kind(self, node: Node, key: Scalar, value: Node) -> Any:
        if key.text == PASSAGE:
            return self._element(node, Passage)
        if key.text == ARC:
            return self._element(value, Arc)
        if key.text not in KINDS:
            return self._unknown_kind(key, value)
        return self._element(value, KINDS[key.text].model)

    def _unknown_kind(self, key: Scalar, value: Node) -> Failed:
        near = get_close_matches(without_unseen(key.text), list(KINDS), n=1)
        failed = self._fail(unknown_key(key, [*KINDS, PASSAGE, ARC]))
        return self._in_part([self._element(value, KINDS[near[0]].model)]) if near else failed

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
                node, phrase("a mapping with the keys {keys}", keys=listed(fields_of(wanted)))
            )
        known = fields_of(wanted)
        open_key = wanted.open_key
        written = _needed_first(known, open_key)
        values: dict[str, Any] = {}
        for key, value in node.entries:
            if key.text in written:
                values[key.text] = self._field(key, value, *known[key.text])
            elif open_key and open_key[0] not in values:
                values[open_key[0]] = self.decode(key, without_none(known[open_key[0]][0]))
                values[open_key[1]] = self.decode(value, without_none(known[open_key[1]][0]))
        self._tell_keys(node, wanted, written, values)
        if not node.is_whole or any(value is FAILED for value in values.values()):
            return self._in_part(values.values())
        return wanted(**values, place=node.span.place)

    def _tell_keys(
        self, node: Mapped, wanted: type[Element], written: list[str], values: dict[str, Any]
    ) -> None:
        """Tell which keys are not known and which are missing: a misspelt key is not missing too."""
        known = fields_of(wanted)
        missing = [name for name, (_, field) in known.items() if is_required(field)]
        missing = [name for name in missing if name not in values] if node.is_whole else []
        unknown = [entry for entry in node.entries if entry[0].text not in written]
        for key, value in unknown[1:] if wanted.open_key else unknown:
            near = get_close_matches(without_unseen(key.text), written, n=1)
            only = missing[0] if not near and len(unknown) == len(missing) == 1 else ""
            values[key.text] = self._fail(unknown_key(key, written, only))
            if near and near[0] not in values:
                values[near[0]] = self._field(key, value, *known[near[0]])
            elif only:
                values[only] = FAILED
        for name in missing:
            if name not in values:
                values[name] = self._fail(missing_key(node.span.place, name))

    def _field(self, key: Scalar, node: Node, wanted: Any, field: Field[Any]) -> Any:
        if isinstance(node, Scalar) and node.is_null:
            if is_required(field):
                return self._fail(empty_key(key))
            return field.default
        return self.decode(node, wanted)

    # scalars

    def _scalar(self, node: Node, wanted: Any) -> Any:
        if not isinstance(node, Scalar):
            return self._wrong_type(
                node, phrase("one value, no list and no mapping"), takes_text=_takes_text(wanted)
            )
        if wanted is bool:
            if node.is_truth:
                return node.text.lower() == "true"
            return self._wrong_form(node, phrase("`true` or `false`"))
        if issubclass(wanted, int):
            if re.fullmatch(WHOLE_NUMBER if wanted is int else wanted.form, node.text):
                return wanted(node.text)
            whole = phrase("a whole number such as `15`")
            return self._wrong_form(node, whole if wanted is int else wanted.form_words)
        if issubclass(wanted, StrEnum):
            return self._chosen(node, wanted)
        return self._written(node, wanted)

    def _chosen(self, node: Scalar, wanted: type[StrEnum]) -> Any:
        if node.text in wanted.__members__.values():
            return wanted(node.text)
        return self._fail(unknown_choice(node, wanted))

    def _written(self, node: Scalar, wanted: type[Written]) -> Any:
        if node.is_null or not node.text.strip():
            return self._fail(empty_value(node))
        if (
            not wanted.fits(node.text)
            or (node.is_truth and not wanted.takes_anything)
            or (node.is_number and not (wanted.takes_numbers or wanted.takes_anything))
        ):
            return self._wrong_form(node, wanted.form_words, wanted)
        cut = cut_short(node) if wanted.takes_anything else None
        if cut:
            self.problems.append(cut)
        return wanted(node.text, node.span)

    # problems

    def _fail(self, problem: Problem) -> Failed:
        self.problems.append(problem)
        return FAILED

    def _wrong_type(self, node: Node, wanted: Phrase, *, takes_text: bool = False) -> Failed:
        if isinstance(node, Refused):
            return FAILED
        return self._fail(wrong_type(node, wanted, takes_text=takes_text))

    def _wrong_form(self, node: Scalar, wanted: Phrase, kind: type[object] = object) -> Failed:
        return self._fail(wrong_form(node, wanted, kind))

    def _in_part(self, values: Iterable[Any]) -> Failed:
        """Keep what could be decoded of something that could not: faults in it are told as well."""
        self.fragments.extend(value for value in values if value is not FAILED)
        return FAILED

    def _complete(self, values: tuple[Any, ...]) -> Any:
        return self._in_part(values) if any(value is FAILED for value in values) else values


def _needed_first(
    known: Mapping[str, tuple[Any, Field[Any]]], open_key: tuple[str, str] | None
) -> list[str]:
    """Return the keys that may be written, in the order of the model, the needed ones first."""
    names = [name for name in known if name not in (open_key or ())]
    return sorted(names, key=lambda name: not is_required(known[name][1]))
