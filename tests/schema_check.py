"""Whether the JSON Schema of a kind of file says of a node what the decoder says."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import extend

from trainer.loading import FILES, schema
from trainer.loading.decode import FAILED, Decoder
from trainer.loading.nodes import Node
from yaml_core import data_of


def _pattern(
    _validator: Any, pattern: str, instance: Any, _schema: Any
) -> Iterator[ValidationError]:
    """Match as ECMA 262 does, where `$` is the very end; in Python a line end may follow."""
    ecma = re.sub(r"\$$", r"\\Z", pattern)
    if isinstance(instance, str) and not re.search(ecma, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


@cache
def validator(kind: str) -> Any:
    """Return the validator of a kind of file."""
    made = extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"pattern": _pattern}
    )
    made.check_schema(schema(kind))
    return made(schema(kind), format_checker=FormatChecker(["date"]))


def agrees(kind: str, node: Node) -> bool:
    """Tell whether schema and decoder are of one mind about a node."""
    decodes = Decoder().decode(node, FILES[kind]) is not FAILED
    return bool(validator(kind).is_valid(data_of(node)) == decodes)
