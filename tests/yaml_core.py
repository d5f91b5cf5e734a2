"""From our nodes to data, by the core schema of YAML 1.2: as an editor sees a file."""

import math
import re
from typing import Any

from trainer.loading.nodes import Listing, Mapped, Node, Scalar

_SPECIAL = {"inf": math.inf, "nan": math.nan}


def data_of(node: Node) -> Any:
    """Return what a YAML 1.2 reader makes of a node."""
    if isinstance(node, Listing):
        return [data_of(item) for item in node.items]
    if isinstance(node, Mapped):
        return {key.text: data_of(value) for key, value in node.entries}
    assert isinstance(node, Scalar)
    if node.is_null:
        return None
    if node.is_truth:
        return node.text.lower() == "true"
    return _number(node.text) if node.is_number else node.text


def _number(text: str) -> float:
    if text.startswith(("0o", "0x")):
        return int(text, 0)
    if re.fullmatch("[-+]?[0-9]+", text):
        return int(text)
    special = text.lower().lstrip("+-").lstrip(".")
    if special in _SPECIAL:
        return -_SPECIAL[special] if text.startswith("-") else _SPECIAL[special]
    return float(text)
