"""Hostile text in every string field of every kind of file: the walk finds new fields by itself.

`SPOTS` are all places of the perfect course (tests/checks/perfect) at which a text stands;
`FIELDS` are all string fields of the schemas. A test proves that the perfect course has a
spot for every field, so whoever adds a field adds it there too.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from small_course import PERFECT, kind_of_file, perfect
from trainer.loading import FILES, schema
from trainer.loading.nodes import parse
from trainer.problems import Source
from yaml_core import data_of

TEXTS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "<img src=x onerror=alert(1)>",
    "--><!-- ]]> <![CDATA[",
    "{{ 7 * 7 }} {% raw %} {# no #}",
    "&lt;b&gt; &amp; &#60;",
    "%s %(name)s {name} {0}",
    "\\ \\\\ \\n",
    "../../etc/passwd",
    "=cmd|'/C calc'!A0",
    "\u202egnp.exe\u2066",
)
"""One line each, so that they fit wherever one line fits."""

NAMES_OF_KINDS = "CourseFile.completion"
"""Takes any text, but a check wants a kind of activity there."""
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Spot:
    """A place in a file of the perfect course at which a text stands."""

    file: str
    path: Path_
    """Keys and indexes from the top of the file."""
    field: str
    """`Definition.field`; for the keys of a mapping `Definition.field{}`."""
    is_free: bool
    """Whether any line of text may stand here."""
    is_key: bool = False


@cache
def data_of_file(file: str) -> Any:
    """Return a file of the perfect course as data, which nobody changes."""
    node, problems = parse(Source(file, (PERFECT / file).read_text("utf-8")))
    assert node
    assert not problems
    return data_of(node)


def changed(spot: Spot, text: str) -> str:
    """Return the spot's file with a text at the spot."""
    data = _with(data_of_file(spot.file), spot.path, text, is_key=spot.is_key)
    return json.dumps(data, ensure_ascii=False)


def put(folder: Path, spot: Spot, text: str) -> None:
    """Write a text to its spot in a copy of the perfect course."""
    (folder / spot.file).write_text(changed(spot, text), "utf-8")


def everywhere(folder: Path, text: str) -> Path:
    """Make the perfect course with a text behind every text that may be any."""
    perfect(folder)
    for file in {spot.file for spot in SPOTS}:
        data = data_of_file(file)
        for spot in SPOTS:
            if spot.file == file and spot.is_free and spot.field != NAMES_OF_KINDS:
                said = str(_at(data, spot.path)).rstrip()
                data = _with(data, spot.path, f"{said} {text}", is_key=False)
        (folder / file).write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return folder


def replaced(folder: Path, text: str) -> Path:
    """Make the perfect course with one text in place of every text that may be any."""
    perfect(folder)
    for file in {spot.file for spot in SPOTS}:
        data = data_of_file(file)
        for spot in SPOTS:
            if spot.file == file and spot.is_free and spot.field != NAMES_OF_KINDS:
                data = _with(data, spot.path, text, is_key=False)
        (folder / file).write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return folder


def _at(data: Any, path: Path_) -> Any:
    return _at(data[path[0]], path[1:]) if path else data


def _with(data: Any, path: Path_, text: str, *, is_key: bool) -> Any:
    if not path:
        return text
    if isinstance(data, list):
        return [
            _with(item, path[1:], text, is_key=is_key) if index == path[0] else item
            for index, item in enumerate(data)
        ]
    if is_key and len(path) == 1:
        return {text if key == path[0] else key: value for key, value in data.items()}
    return data | {path[0]: _with(data[path[0]], path[1:], text, is_key=is_key)}


class _Walk:
    """Walks a schema, and beside it data that it allows."""

    def __init__(self, kind: str) -> None:
        self.schema = schema(kind)

    def spots(
        self, data: Any, described: Any, path: Path_, field: str
    ) -> Iterator[tuple[Path_, str, bool, bool]]:
        """Yield path, field, whether any text may stand there, and whether it is a key."""
        for each in self.alternatives(described):
            if each.get("type") == "object" and isinstance(data, dict):
                owner = each.get("definition", field)
                for key, value in data.items():
                    if key in each.get("properties", {}):
                        inner = each["properties"][key]
                        yield from self.spots(value, inner, (*path, key), f"{owner}.{key}")
                    elif each.get("additionalProperties"):
                        inner = each["additionalProperties"]
                        yield (*path, key), f"{owner}{{}}", False, True
                        yield from self.spots(value, inner, (*path, key), f"{owner}{{}}=")
            elif each.get("type") == "array" and isinstance(data, list):
                for index, item in enumerate(data):
                    yield from self.spots(item, each["items"], (*path, index), field)
            elif each.get("type") == "string" and not isinstance(data, dict | list):
                yield path, field, self.is_free(described), False

    def alternatives(self, described: Any) -> list[Any]:
        """Return what a schema allows, without references and choices."""
        if "$ref" in described:
            name = described["$ref"].rpartition("/")[2]
            found = self.alternatives(self.schema["$defs"][name])
            return [
                each | {"definition": name} if each.get("type") == "object" else each
                for each in found
            ]
        if "anyOf" in described:
            return [a for each in described["anyOf"] for a in self.alternatives(each)]
        return [described]

    def is_free(self, described: Any) -> bool:
        """Tell whether any line of text may stand where this is described."""
        return any(
            each.get("type") == ["number", "boolean"] for each in self.alternatives(described)
        )

    def fields(self) -> Iterator[str]:
        """Yield every field in which a string may stand."""
        for name, definition in self.schema["$defs"].items():
            for each in self.alternatives(definition):
                yield from self._strings_of_object(each, name)

    def _strings(self, described: Any, field: str) -> Iterator[str]:
        for each in self.alternatives(described):
            if each.get("type") == "string":
                yield field
            elif each.get("type") == "array":
                yield from self._strings(each["items"], field)
            elif each.get("type") == "object" and "definition" not in each:
                yield from self._strings_of_object(each, field)

    def _strings_of_object(self, described: Any, field: str) -> Iterator[str]:
        for key, inner in described.get("properties", {}).items():
            yield from self._strings(inner, f"{field}.{key}")
        if described.get("additionalProperties"):
            yield f"{field}{{}}"
            yield from self._strings(described["additionalProperties"], f"{field}{{}}=")


def _spots() -> Iterator[Spot]:
    for path in sorted(PERFECT.rglob("*.yml")):
        file = path.relative_to(PERFECT).as_posix()
        walk = _Walk(kind_of_file(file))
        for where, field, is_free, is_key in walk.spots(data_of_file(file), walk.schema, (), ""):
            yield Spot(file, where, field, is_free, is_key)


SPOTS = tuple(_spots())
FIELDS = frozenset(field for kind in FILES for field in _Walk(kind).fields())
