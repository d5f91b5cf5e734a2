"""Whatever an author writes, it is read without an error and rendered as sound HTML."""

import json
import os
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.markup import FAULT_CODES, Document, parse, parse_line, render

COUNT = 20_000 if os.environ.get("TRAINER_PROOF") else 200
HOSTILE: list[str] = json.loads((Path(__file__).parent / "hostile.json").read_text("utf-8"))

SIGNS = "[ ] ( ) ! * ** _ ` `` | \\ \\| < > & : ; , @ = # ' \" ~~ ^ $ { } + - 1) word é № \u00a0"
PIECES = [
    *SIGNS.split(" "),
    *["\n", "\n\n", "\r\n", "\r", "\t", " ", "  ", "    ", "\x00", "\x0c", "\ud800", "\u2028"],
    *["\n> ", "\n- ", "\n1. ", "\n# ", "\n#### ", " #\n", "\n---\n", "\n===\n", "\n: ", "\n~ "],
    *["\n```\n", "\n~~~\n", "\n::: callout T\n", "\n::: callout\n", "\n:::\n", "\n|--|:-:|\n"],
    *["[@a]", "[@a, b; @c]", "[x](lesson:y)", "![a](images/x.png)", "<https://a.b>", "<a@b.c>"],
    *["[^1]", "\n[^1]: ", "[^2]", "\n[^2]: ", "[a]", "\n[a]: https://x.y\n", "[b][a]", "^[x]"],
    *["<b>", "<!--", "</script>", " onload=x ", "javascript:", "data:", "(https://x.y)"],
    *["&amp;", "&#12;", "&#0;", "&lt;", "\"'>"],
]
SOUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
ANYTHING = SOUP | st.text() | st.sampled_from(HOSTILE)

BARE = "blockquote br dd dl dt em hr pre strong table tbody thead tr ul"
ALLOWED = {
    "a": {"class", "href", "title", "rel", "id", "role", "aria-label", "data-tr-note"},
    "img": {"src", "alt", "title", "data-tr-note"},
    "aside": {"class", "aria-labelledby"},
    "p": {"class", "id"},
    "ol": {"start"},
    "li": {"id"},
    "th": {"class", "scope"},
    "td": {"class"},
    "code": {"class"},
    "div": {"class"},
    "sup": {"class"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    **{tag: set[str]() for tag in BARE.split()},
}
"""Every element and attribute that may come out; there is no `style` and no `on…`."""


class NothingIsKnown:
    """Finds nothing."""

    def link(self, _scheme: str, _target: str) -> None:
        return None

    def link_attributes(self, _scheme: str, _target: str) -> Mapping[str, str]:
        return {}

    def citation(self, _id: str) -> None:
        return None


class EverythingIsEchoed:
    """Gives back what the author wrote, wherever it can."""

    def link(self, scheme: str, target: str) -> str:
        return f"{scheme}/{target}"

    def link_attributes(self, _scheme: str, target: str) -> Mapping[str, str]:
        return {"data-tr-note": target}

    def citation(self, id_: str) -> str:
        return f"<{id_}>"


class Tags(HTMLParser):
    """Collects what a browser would take for tags."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def assert_sound(written: str) -> None:
    """Look for anything in a page that is not ours or not well-formed."""
    ET.fromstring(f"<div>{written}</div>")
    html5lib.HTMLParser(strict=True).parseFragment(written)
    tags = Tags(written).found
    for tag, attributes in tags:
        assert set(attributes) <= ALLOWED[tag]
        href = attributes.get("href") or ""
        assert re.match(r"#(p-)?fn|https:|mailto:|image/|[a-z]+/|$", href)
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = {a.get("aria-labelledby") for _, a in tags} | {
        (a.get("href") or "").removeprefix("#") for _, a in tags if (a.get("href") or "")[:1] == "#"
    }
    assert named - {None} <= set(ids)


def assert_true(document: Document) -> None:
    """Compare every offset with what stands there."""
    source = document.source
    assert all(source[link.offset] in "[<" for link in document.links)
    assert all(source.startswith("![", image.offset) for image in document.images)
    for citation in document.citations:
        assert source.startswith("[@", citation.offset)
        assert all(source.startswith(f"@{item.id}", item.offset) for item in citation.items)
    for fault in document.faults:
        assert 0 <= fault.offset <= len(source)
        assert fault.code in FAULT_CODES
        assert str(fault.message)
        assert str(fault.hint)


@pytest.mark.parametrize("read", [parse, parse_line])
@settings(max_examples=COUNT, deadline=None)
@given(source=ANYTHING)
def test_any_text_is_read_and_rendered_soundly(
    read: Callable[[str], Document], source: str
) -> None:
    document = read(source)
    assert document == read(source)
    assert_true(document)
    assert_sound(render(document, EverythingIsEchoed(), prefix="p-", heading_shift=9))
    assert_sound(render(document, NothingIsKnown()))


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_strings_stay_text(source: str) -> None:
    for document in (parse(source), parse_line(source)):
        assert_true(document)
        assert_sound(render(document, EverythingIsEchoed()))


@pytest.mark.parametrize(
    "source",
    [
        "[" * 5000 + "]" * 5000,
        "![" * 5000,
        "[@a" * 5000,
        "[@a;" * 5000 + "]",
        "<!--" * 5000,
        "<a b='" * 5000,
        "> " * 5000,
        "*_" * 5000,
        "`" * 5000,
        "|" * 5000 + "\n" + "|-" * 5000 + "|\n",
        "::: callout\n" * 3000,
        "[^1]: " * 3000,
        "".join(f"[^{n}]\n\n[^{n}]: x\n\n" for n in range(1500)),
        "# a\n" * 5000,
        "a\n: b\n" * 3000,
        " " * 100_000,
        "word " * 50_000,
    ],
    ids=lambda source: source[:12],
)
@pytest.mark.timeout(60)
def test_no_text_takes_for_ever(source: str) -> None:
    """Each of these takes a second at most; what the limit must catch takes minutes."""
    render(parse(source), EverythingIsEchoed())
    parse_line(source)
