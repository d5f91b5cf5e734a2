"""Which ids a file holds that could not be decoded: whoever links to them is not at fault."""

import re
from collections.abc import Iterator

from trainer.loading.nodes import Listing, Mapped, Node, Scalar

_ID = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_AFTER_KEY = re.compile(rf"(?<![\w-])id[\"']?[ \t]*:[ \t]+[\"']?({_ID})")
_FORMERLY = re.compile(
    rf"(?<![\w-])formerly[\"']?[ \t]*:\s*(\[[^\]]{{0,2000}}\]|(?:- *[\"']?{_ID}[\"']?\s+)+)"
)


def ids_in(node: Node) -> Iterator[str]:
    """Yield every value that stands under a key `id` or in a list `formerly`."""
    if isinstance(node, Listing):
        for item in node.items:
            yield from ids_in(item)
    elif isinstance(node, Mapped):
        for key, value in node.entries:
            if key.text == "id" and isinstance(value, Scalar):
                yield value.text
            elif key.text == "formerly" and isinstance(value, Listing):
                yield from (item.text for item in value.items if isinstance(item, Scalar))
            else:
                yield from ids_in(value)


def ids_in_text(text: str) -> Iterator[str]:
    """Yield what looks like an id in a text that is no YAML."""
    yield from _AFTER_KEY.findall(text)
    for listed in _FORMERLY.findall(text):
        yield from re.findall(_ID, listed)
