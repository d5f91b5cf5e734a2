"""The JSON Schemas and the decoder agree on every file of the perfect course and its cases."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema_check import agrees, validator
from small_course import PERFECT, kind_of_file, make, names_of_cases
from trainer.loading import FILES, schema
from trainer.loading.nodes import Listing, Mapped, Node, Scalar, parse
from trainer.problems import Source


def _nodes(course: Path) -> dict[str, Node]:
    found = {}
    for path in sorted(course.rglob("*.yml")):
        if path.is_file() and path.resolve().is_relative_to(course.resolve()):
            text = path.read_text("utf-8", errors="replace")
            node, problems = parse(Source(path.name, text))
            if node and not problems:
                found[path.relative_to(course).as_posix()] = node
    return found


PERFECT_NODES = _nodes(PERFECT)


@pytest.mark.parametrize("kind", FILES)
def test_schemas_are_schemas(kind: str) -> None:
    assert validator(kind)


@pytest.mark.parametrize("file", PERFECT_NODES)
def test_agree_on_the_perfect_course(file: str) -> None:
    assert agrees(kind_of_file(file), PERFECT_NODES[file])


@pytest.mark.parametrize("case", names_of_cases())
def test_agree_on_the_cases(case: str, tmp_path: Path) -> None:
    for file, node in _nodes(make(case, tmp_path / "course")).items():
        kind = kind_of_file(file)
        if kind in FILES and node != PERFECT_NODES.get(file):
            assert agrees(kind, node), file


SPAN = next(iter(PERFECT_NODES.values())).span
WORDS = """
~ null true False yes 12 -3 0.5 1e3 a a-b A-b 2026-11-22 08:30 https://a.b 10.1000/x telling
source ../a #7A2E4D en 1.10.2
"""
TEXTS = ["", " ", *WORDS.split(), "A b", "not a", "25 min", "1 h 5 min", "a\n", "a\n\nb", "\u00a0"]
SCALARS = st.builds(
    Scalar,
    text=st.sampled_from(TEXTS),
    span=st.just(SPAN),
    plain=st.booleans(),
)


@st.composite
def _changed(draw: st.DrawFn) -> tuple[str, Node]:
    file = draw(st.sampled_from(sorted(PERFECT_NODES)))
    return kind_of_file(file), _change(draw, PERFECT_NODES[file])


def _change(draw: st.DrawFn, node: Node) -> Node:
    """Go down into a node at random and change one thing there."""
    inner = (isinstance(node, Mapped) and node.entries) or (
        isinstance(node, Listing) and node.items
    )
    if not inner or draw(st.integers(0, 5)) == 0:
        return draw(SCALARS | st.just(Listing((), SPAN)) | st.just(Mapped((), SPAN)))
    at = draw(st.integers(0, len(inner) - 1))
    drop = draw(st.integers(0, 9)) == 0
    if isinstance(node, Listing):
        put = () if drop else (_change(draw, node.items[at]),)
        return Listing((*node.items[:at], *put, *node.items[at + 1 :]), SPAN)
    assert isinstance(node, Mapped)
    key, value = node.entries[at]
    pair = () if drop else ((key, _change(draw, value)),)
    return Mapped((*node.entries[:at], *pair, *node.entries[at + 1 :]), SPAN)


LOADER_ALONE = frozenset({"1e3"})
"""Numbers whose notation JSON does not show."""


@given(_changed())
def test_agree_on_any_change(changed: tuple[str, Node]) -> None:
    kind, node = changed
    if not _holds(node, LOADER_ALONE):
        assert agrees(kind, node)


def _holds(node: Node, texts: frozenset[str]) -> bool:
    if isinstance(node, Scalar):
        return node.text in texts
    if isinstance(node, Listing):
        return any(_holds(item, texts) for item in node.items)
    return isinstance(node, Mapped) and any(_holds(value, texts) for _, value in node.entries)


def test_every_field_is_described() -> None:
    for kind in FILES:
        for name, definition in schema(kind)["$defs"].items():
            assert definition.get("description") or "anyOf" in definition, name
            for field, described in _properties(definition).items():
                if field != "text":
                    assert described.get("description") or "$ref" in described, (name, field)


def _properties(definition: dict[str, Any]) -> dict[str, Any]:
    found = dict(definition.get("properties", {}))
    for alternative in definition.get("anyOf", ()):
        found |= alternative.get("properties", {})
    return found
