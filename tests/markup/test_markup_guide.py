"""The authors' guide shows Markdown that works, and every kind of it."""

import re
from pathlib import Path

import pytest

from trainer.markup import SCHEMES, parse, render
from trainer.markup.rendering import Resolver

GUIDE = (Path(__file__).parents[2] / "docs" / "markup.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)

ELEMENTS = "a aside blockquote br code dl em h2 h3 hr img li ol p pre strong sup table td th ul"


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_guide_has_no_faults(example: str) -> None:
    assert parse(example).faults == ()


@pytest.mark.parametrize("element", ELEMENTS.split())
def test_the_guide_shows_every_kind_of_text(element: str, resolver: Resolver) -> None:
    assert f"<{element}" in render(parse("\n\n".join(EXAMPLES)), resolver)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_guide_names_every_scheme(scheme: str) -> None:
    assert f"| `{scheme}:" in GUIDE
