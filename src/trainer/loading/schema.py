"""JSON Schemas for editors, made from the same types by which the loader decodes.

JSON Schema 2020-12. An editor that reads `# yaml-language-server: $schema=…` completes
keys and underlines faults while one types.
"""

import ast
import inspect
import textwrap
from collections.abc import Mapping
from dataclasses import Field
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from trainer.activities import KINDS
from trainer.loading.decode import ARC, PASSAGE, WHOLE_NUMBER, fields_of, is_required, without_none
from trainer.model import (
    ONE_OR_MORE,
    Activity,
    Arc,
    Bibliography,
    ClaimList,
    CourseFile,
    Day,
    Element,
    Glossary,
    Lesson,
    ModuleFile,
    Page,
    Passage,
    PersonKey,
    Scenario,
    Step,
    Transcript,
    Vignette,
    Workshop,
    Written,
)

Schema = dict[str, Any]
FILES: Mapping[str, type[Element]] = {
    "course": CourseFile,
    "module": ModuleFile,
    "lesson": Lesson,
    "vignette": Vignette,
    "scenario": Scenario,
    "transcript": Transcript,
    "workshop": Workshop,
    "glossary": Glossary,
    "references": Bibliography,
    "claims": ClaimList,
    "page": Page,
}
"""The kinds of file in a course, by the name of their schema."""


def schema(kind: str) -> Schema:
    """Return the JSON Schema of a kind of file, one of `FILES`."""
    definitions: dict[str, Schema] = {}
    top = _reference(FILES[kind], definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Trainer: {kind}",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def documentation(cls: type) -> Mapping[str, str]:
    """Return the strings that stand under the fields of a class, its bases' included."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        if base.__module__.startswith("trainer."):
            found.update(_field_strings(base))
    return found


def _field_strings(cls: type) -> dict[str, str]:
    body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(body, ast.ClassDef)
    found = {}
    for statement, following in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(statement, ast.AnnAssign)
            and isinstance(statement.target, ast.Name)
            and isinstance(following, ast.Expr)
            and isinstance(following.value, ast.Constant)
        ):
            found[statement.target.id] = " ".join(str(following.value.value).split())
    return found


def _reference(element: type[Element], definitions: dict[str, Schema]) -> Schema:
    name = element.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(_element(element, definitions))
    return {"$ref": f"#/$defs/{name}"}


def _element(element: type[Element], definitions: dict[str, Schema]) -> Schema:
    texts = documentation(element)
    open_key = element.open_key or ()
    properties, required = {}, []
    for name, (wanted, field) in fields_of(element).items():
        if name in open_key:
            continue
        properties[name] = _field(wanted, field, definitions) | {"description": texts.get(name, "")}
        if is_required(field):
            required.append(name)
    made: Schema = {
        "type": "object",
        "description": inspect.getdoc(element) or "",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    if open_key:
        words = fields_of(element)[open_key[1]][0]
        made["additionalProperties"] = _type(without_none(words), definitions)
        made["propertyNames"] = {"pattern": f"^(?:{PersonKey.form})$"}
    if element.shorthand:
        wanted = fields_of(element)[element.shorthand][0]
        return {"anyOf": [_type(wanted, definitions), made]}
    return made


def _field(wanted: Any, field: Field[Any], definitions: dict[str, Schema]) -> Schema:
    made = _type(wanted, definitions)
    if is_required(field):
        return made
    return {"anyOf": [_type(without_none(wanted), definitions), {"type": "null"}]}


def _type(wanted: Any, definitions: dict[str, Schema]) -> Schema:
    origin, args = get_origin(wanted), get_args(wanted)
    if origin is Annotated and ONE_OR_MORE in args:
        item = _type(get_args(args[0])[0], definitions)
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if origin in (Union, UnionType):
        return {"anyOf": [_type(without_none(wanted), definitions), {"type": "null"}]}
    if origin is tuple:
        items = (
            _one_key(definitions) if Activity in get_args(args[0]) else _type(args[0], definitions)
        )
        return {"type": "array", "items": items}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        names = {"pattern": f"^(?:{args[0].form})$"}
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": _type(args[1], definitions),
        }
    if issubclass(wanted, Element):
        return _reference(wanted, definitions)
    return _scalar(wanted)


def _one_key(definitions: dict[str, Schema]) -> Schema:
    kinds = {kind.name: _reference(kind.model, definitions) for kind in KINDS.values()}
    return {
        "type": "object",
        "properties": kinds
        | {
            PASSAGE: _type(fields_of(Passage)[PASSAGE][0], definitions),
            ARC: _reference(Arc, definitions),
        },
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }


_LARGEST = 10**9 - 1


def _scalar(wanted: type) -> Schema:
    if wanted is bool:
        return {"type": "boolean"}
    if issubclass(wanted, int):
        is_step = issubclass(wanted, Step)
        most, form = (1, Step.form) if is_step else (_LARGEST, WHOLE_NUMBER)
        whole = {"type": "integer", "minimum": -most, "maximum": most}
        return {"anyOf": [whole, {"type": "string", "pattern": f"^(?:{form})$"}]}
    if issubclass(wanted, StrEnum):
        return {"type": "string", "enum": [str(member) for member in wanted]}
    assert issubclass(wanted, Written)
    return _written(wanted)


def _written(wanted: type[Written]) -> Schema:
    """Numbers and `true` are text too where text is asked for: they are taken as written."""
    form = {
        "type": "string",
        "pattern": _ecma(wanted.form),
        "description": str(wanted.form_words),
    }
    if issubclass(wanted, Day):
        return form | {"format": "date"}
    if wanted.takes_anything:
        return {"anyOf": [form, {"type": ["number", "boolean"]}]}
    return {"anyOf": [form, {"type": "number"}]} if wanted.takes_numbers else form


def _ecma(form: str) -> str:
    """Turn a Python expression for the whole text into one of ECMA 262."""
    if form.startswith("(?s)"):
        form = form.removeprefix("(?s)").replace(".*", r"[\s\S]*")
    return f"^(?:{form})$"
