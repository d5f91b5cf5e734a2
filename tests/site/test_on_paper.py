"""The tools of the course on paper: each sheet is one page, to be copied and written on with a pen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def sheets(site: Path) -> Iterator[tuple[Path, str]]:
    """Yield every form of the course: its page and its id."""
    for page in sorted((site / "lessons").glob("*.html")):
        for tag in re.findall(r"<section[^>]*data-tr-kind=\"form\"[^>]*>", page.read_text("utf-8")):
            yield page, re.findall(r'data-tr-id="([^"]+)"', tag)[0]


def sheet_pages(page: Page, address: str, form: str) -> int:
    """Print the empty sheet of a form as its button does; return how many pages come out."""
    page.goto(address)
    page.evaluate("window.print = () => {}")
    section = page.locator(f'[data-tr-id="{form}"]')
    section.scroll_into_view_if_needed()
    section.get_by_role("button", name="Print the empty sheet").click()
    return pages_on_paper(page)


def pages_on_paper(page: Page) -> int:
    page.emulate_media(media="print")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    page.emulate_media(media="null")
    return int(re.findall(rb"/Count (\d+)", paper)[0])


def test_every_sheet_is_one_page(site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    found = {form: sheet_pages(page, file.as_uri(), form) for file, form in sheets(site)}
    page.close()
    assert "leaders-card" in found
    assert {form: pages for form, pages in found.items() if pages != 1} == {}


_PAGE = {"width": 612, "height": 979}
"""What the margins leave of an A4 page, in pixels of CSS."""


def test_a_sheet_stays_on_one_page_where_its_lesson_is_printed(
    site: Path, chromium: Browser
) -> None:
    page = chromium.new_page(viewport=_PAGE)
    page.emulate_media(media="print")
    higher = {}
    for file, form in sheets(site):
        page.goto(file.as_uri())
        height = page.locator(f'[data-tr-id="{form}"]').evaluate("e => e.offsetHeight")
        higher |= {form: height} if height > _PAGE["height"] else {}
    page.close()
    assert higher == {}


def test_the_record_of_learning_is_one_page_and_no_empty_one(site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((site / "lessons" / "a-first-look.html").as_uri())
    page.locator(".tr-onward").scroll_into_view_if_needed()
    page.evaluate("() => trainer.store.all()")
    page.goto((site / "yours.html").as_uri())
    page.evaluate("window.print = () => {}")
    page.get_by_label("Your name").fill("Anna Whitfield")
    page.get_by_role("button", name="Print the record").click()
    assert pages_on_paper(page) == 1
    page.close()
