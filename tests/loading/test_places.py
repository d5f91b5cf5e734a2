"""A character of a text stands at its own line and column, however the text was written."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.loading.nodes import Mapped, Scalar, parse
from trainer.problems import Source

MARK = "§"
WORDS = st.text("ab: -#&*!|>'\"%@`{}[],?\\éß語🙂\u00a0", min_size=1, max_size=12)
LINES = st.lists(WORDS | st.just(""), max_size=5)


def _first_scalar(text: str) -> Scalar | None:
    node, problems = parse(Source("f.yml", text))
    if problems or not isinstance(node, Mapped):
        return None
    value = node.entries[0][1]
    return value if isinstance(value, Scalar) else None


def _place_of_mark(text: str) -> tuple[int, int]:
    before = text[: text.index(MARK)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _check(text: str, *, escaped: str = "") -> bool:
    """Check the one mark in a file; return whether YAML took the text as a scalar with it."""
    scalar = _first_scalar(text.replace(MARK, escaped) if escaped else text)
    if scalar is None or scalar.text.count(MARK) != 1:
        return False
    place = scalar.span.place_at(scalar.text, scalar.text.index(MARK))
    assert (place.line, place.column) == _place_of_mark(text)
    return True


@settings(deadline=None)
@given(before=LINES, after=LINES, header=st.sampled_from(["|", ">", "|-", ">+", "| # why", "&a |"]))
def test_in_blocks(before: list[str], after: list[str], header: str) -> None:
    lines = [*before, "x" + MARK + "y", *after]
    text = f"a: {header}\n" + "".join(f"  {line}\n" if line.strip() else "\n" for line in lines)
    _check(text + "b: c\n")


@settings(deadline=None)
@given(before=LINES, after=LINES)
def test_in_blocks_whose_first_line_is_deeper(before: list[str], after: list[str]) -> None:
    lines = ["x", *("  " + line for line in before), "y " + MARK, *after]
    text = "a: >2\n" + "".join(f"  {line}\n" if line.strip() else "\n" for line in lines)
    _check(text)


@settings(deadline=None)
@given(before=LINES, after=LINES, quote=st.sampled_from("'\""))
def test_in_quotes(before: list[str], after: list[str], quote: str) -> None:
    def escape(line: str) -> str:
        return (
            line.replace("'", "''") if quote == "'" else json.dumps(line, ensure_ascii=False)[1:-1]
        )

    lines = [escape(line) for line in (*before, "x" + MARK + "y", *after)]
    assert _check("a: " + quote + "\n  ".join(lines) + quote + "\nb: c\n")


@settings(deadline=None)
@given(before=WORDS, after=WORDS, escape=st.sampled_from(["\\xa7", "\\u00a7", "\\U000000a7"]))
def test_at_an_escape(before: str, after: str, escape: str) -> None:
    text = 'a: "' + json.dumps(before)[1:-1] + MARK + json.dumps(after)[1:-1] + '"\n'
    if MARK not in before + after and "\\ud" not in text:
        assert _check(text, escaped=escape)


@settings(deadline=None)
@given(before=LINES, after=LINES)
def test_in_plain_texts(before: list[str], after: list[str]) -> None:
    lines = ["x", *(line.strip() for line in before), "y" + MARK, *(line.strip() for line in after)]
    _check("a: " + "\n  ".join(lines) + "\nb: c\n")


@settings(deadline=None)
@given(before=WORDS, after=WORDS)
def test_in_brackets(before: str, after: str) -> None:
    _check("a: {b: [" + before + MARK + after + "]}\n")


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("a: |\n  one\n  two\n", 4, 3, 3),
        ("a: |\n\n\n  one\n", 2, 4, 3),
        ("a: |\n  one\n    deep\n", 6, 3, 5),
        ("a: |\n  one\n    deep\n", 4, 3, 3),
        ("a: >\n  one\n  two\n\n  three\n", 4, 3, 3),
        ("a: >\n  one\n  two\n\n  three\n", 8, 5, 3),
        ("a: 'it''s'\n", 3, 1, 9),
        ('a: "x\\\n   y"\n', 1, 2, 4),
        ('a: "x\\n\\ny"\n', 3, 1, 10),
        ('a: "\\u00e90"\n', 1, 1, 11),
        ("a:\n  one\n  two\n", 4, 3, 3),
        ("a: &x one two\n", 4, 1, 11),
        ("a: one\n", 3, 1, 7),
        ("a: one\n", 99, 1, 7),
        ("a: ''\n", 0, 1, 6),
    ],
)
def test_examples(text: str, offset: int, line: int, column: int) -> None:
    scalar = _first_scalar(text)
    assert scalar
    place = scalar.span.place_at(scalar.text, offset)
    assert (place.line, place.column) == (line, column)


@settings(deadline=None)
@given(
    st.text("a' \"\\\n|>:#-§é\t", max_size=40), st.text("a§é\n ", max_size=20), st.integers(-3, 50)
)
def test_never_raises_even_for_another_value(text: str, value: str, offset: int) -> None:
    node, _ = parse(Source("f.yml", text))
    if isinstance(node, Scalar):
        node.span.place_at(value, offset)
