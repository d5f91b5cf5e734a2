"""The cases in `cases/`: Markdown, and what becomes of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from trainer.markup import FAULT_CODES, Document, parse

CASES = Path(__file__).parent / "cases"


Case = tuple[str, str, str]
"""A case's file, Markdown and expectation."""


def cases_in(pattern: str) -> list[object]:
    """Read the cases in the files that match."""
    return [pytest.param(*case, id=f"{case[0]}: {title}") for title, case in read_cases(pattern)]


def read_cases(pattern: str) -> Iterator[tuple[str, Case]]:
    """Read the title of each case, and the case."""
    for path in sorted(CASES.glob(pattern)):
        title = ""
        parts: list[list[str]] = [[]]
        for line in path.read_text(encoding="utf-8").splitlines():
            if line != ".":
                title = line or title if len(parts) == 1 else title
                parts[-1].append(line)
            elif len(parts) < 3:
                parts.append([])
            else:
                source, expected = ("".join(f"{x}\n" for x in part) for part in parts[1:])
                yield title, (path.stem, source, expected)
                parts = [[]]


@pytest.mark.parametrize(("name", "source", "expected"), cases_in("*html*.md"))
def test_markdown_renders_as_its_case_says(
    name: str, source: str, expected: str, html_of: Callable[..., str]
) -> None:
    html = html_of(source, line=name.startswith("line-"))
    assert html.rstrip("\n") == expected.rstrip("\n")


@pytest.mark.parametrize(("name", "source", "expected"), cases_in("faults.md"))
def test_faults_are_found_where_they_are(name: str, source: str, expected: str) -> None:
    faults = parse(source).faults
    assert "".join(f"{place(source, f.offset)} {f.code}\n" for f in faults) == expected


@pytest.mark.parametrize(("name", "source", "expected"), cases_in("holdings.md"))
def test_a_document_knows_what_it_holds(name: str, source: str, expected: str) -> None:
    assert sorted(holdings(parse(source), source)) == sorted(expected.splitlines())


def test_every_fault_has_a_case_and_says_what_would_be_right() -> None:
    found = [fault for _, case in read_cases("faults.md") for fault in parse(case[1]).faults]
    assert {fault.code for fault in found} == set(FAULT_CODES)
    for fault in found:
        assert str(fault.message).endswith(".")
        assert str(fault.hint)


def holdings(document: Document, source: str) -> Iterator[str]:
    """Write each thing that a Document holds as a line."""
    for heading in document.headings:
        yield f"heading {heading.level} {heading.slug}: {heading.text}"
    for link in document.links:
        yield f'link {link.address} "{link.text}" {place(source, link.offset)}'
    for image in document.images:
        yield f'image {image.src} "{image.alt}" {place(source, image.offset)}'
    for citation in document.citations:
        items = (f"{i.id} ({i.locator})" if i.locator else i.id for i in citation.items)
        yield f"citation {', '.join(items)} {place(source, citation.offset)}"


def place(source: str, offset: int) -> str:
    """Write an offset as line and column, which count from 1."""
    before = source[:offset]
    return f"{before.count(chr(10)) + 1}:{offset - before.rfind(chr(10))}"
