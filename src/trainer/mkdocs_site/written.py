"""mkdocs.yml as it was written: where each of its settings stands."""

import re
from pathlib import Path

from trainer.loading.nodes import Listing, Mapped, Node, Scalar, parse
from trainer.loading.rules import KEY_IS_UNIQUE
from trainer.problems import Place, Source

SETTINGS = "mkdocs.yml"
_COMMENT = re.compile(r"[ \t]*:[ \t]*(#[0-9A-Fa-f]{6})\b")


class Written:
    """The nodes of mkdocs.yml. MkDocs gives them their meaning; here is only where they are."""

    def __init__(self, path: Path) -> None:
        try:
            text = path.read_bytes().decode("utf-8-sig", "replace")
        except OSError:  # whoever needs the file says so
            text = ""
        self.source = Source(SETTINGS, text.replace("\r\n", "\n").replace("\r", "\n"))
        self.root, found = parse(self.source)
        self.not_yaml = found if self.root is None else ()
        """Why this is no YAML at all."""
        self.repeated = tuple(problem for problem in found if problem.rule is KEY_IS_UNIQUE)
        """Keys that stand there twice, of which MkDocs would take the last."""

    def place(self, *keys: str) -> Place:
        """Return the place of what stands behind these keys, as far as they are found."""
        found = Place(SETTINGS)
        node = self.root
        for key in keys:
            entry = _entry(node, key)
            if entry is None:
                return found
            name, node = entry
            is_there = node is not None and not (isinstance(node, Scalar) and node.is_null)
            found = node.span.place if node is not None and is_there else name.span.place
        return found

    def key_place(self, *keys: str) -> Place:
        """Return the place of the last of these keys."""
        entry = _entry(self._node(*keys[:-1]), keys[-1])
        return entry[0].span.place if entry else self.place(*keys)

    def keys_under(self, *keys: str) -> tuple[str, ...]:
        """Return the keys of what stands behind these keys."""
        node = self._node(*keys)
        return tuple(key.text for key, _value in node.entries) if isinstance(node, Mapped) else ()

    def colour_in_comment(self, *keys: str) -> str:
        """Return the colour that YAML takes for a comment behind a key, where there is one."""
        entry = _entry(self._node(*keys[:-1]), keys[-1])
        if entry is None:
            return ""
        span = entry[0].span
        found = _COMMENT.match(self.source.text, span.end)
        return found[1] if found else ""

    def _node(self, *keys: str) -> Node | None:
        node = self.root
        for key in keys:
            entry = _entry(node, key)
            node = entry[1] if entry else None
        return node


def _entry(node: Node | None, key: str) -> tuple[Scalar, Node | None] | None:
    """Return a key with its value; an item of a list is found by its word or its only key."""
    if isinstance(node, Mapped):
        return next((entry for entry in node.entries if entry[0].text == key), None)
    if isinstance(node, Listing):
        for item in node.items:
            if isinstance(item, Scalar) and item.text == key:
                return item, None
            found = _entry(item, key) if isinstance(item, Mapped) else None
            if found:
                return found
    return None
