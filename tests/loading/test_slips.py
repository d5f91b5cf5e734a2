"""Where YAML loses the thread, the message says what somebody has probably done, and never more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.loading.nodes import parse
from trainer.loading.slips import slip_at
from trainer.problems import Source

PIECES = st.sampled_from(
    [
        "\n",
        " ",
        "  ",
        "- ",
        "-",
        ":",
        ": ",
        "key",
        "id",
        "„",
        "“",
        '"',
        "\u00a0",
        "|",
        "[",
        "}",
        "#",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.integers(0, 80))
def test_any_text_can_be_looked_at_anywhere(text: str, index: int) -> None:
    slip = slip_at(text, min(index, len(text)))
    assert slip is None or 0 <= slip.index <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "text: |\n  See lesson:the-circle\nand go on\nid: x\n",
        "text: |\n  -not: a list\nand go on\nid: x\n",
        "text: |\n  \u00a0quoted\nand go on\nid: x\n",
    ],
)
def test_what_stands_in_a_text_above_is_no_slip(text: str) -> None:
    _, (problem,) = parse(Source("f.yml", text))
    assert problem.place.line == 3


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("title:A pause\nid: x\n", "`title: A pause`"),
        ("a:\n  - text:Wait\n    verdict: costs\n", "`text: Wait`"),
        ("a:\n  -text: Wait\n   verdict: costs\n", "`- text: Wait`"),
        ("title: A pause: long\n", '`title: "A pause: long"`'),
        ("title: „A pause: long“\n", '`title: "„A pause: long“"`'),
        ('title: “A "pause": long”\n', "`title: '“A \"pause\": long”'`"),
    ],
)
def test_the_hint_shows_the_line_as_it_should_be(text: str, right: str) -> None:
    _, (problem,) = parse(Source("f.yml", text))
    assert right in str(problem.hint)
