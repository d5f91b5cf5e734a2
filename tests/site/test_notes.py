"""Terms and citations open their note by mouse, by focus and by touch, and close with Escape."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=[390, 1280])
def lesson(site: Path, chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": request.param, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto((site / "lessons" / "four-drifts.html").as_uri())
    yield page
    context.close()


def noted(page: Page, kind: str) -> tuple[Locator, Locator]:
    """Return the first word of a kind, and its note."""
    word = page.locator(f".tr-lesson > p a.{kind}[data-tr-note]").first
    return word, page.locator(f"[id='{word.get_attribute('data-tr-note')}']")


@pytest.mark.parametrize("kind", ["tr-term", "tr-cite"])
def test_focus_opens_a_note_and_escape_closes_it(lesson: Page, kind: str) -> None:
    word, note = noted(lesson, kind)
    expect(note).to_be_hidden()
    word.focus()
    expect(note).to_be_visible()
    lesson.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()


@pytest.mark.parametrize("kind", ["tr-term", "tr-cite"])
def test_a_tap_opens_a_note_that_leads_to_the_whole_entry(lesson: Page, kind: str) -> None:
    word, note = noted(lesson, kind)
    word.tap()
    expect(note).to_be_visible()
    note.locator(".tr-note__more a").click()
    expect(lesson.locator("h1")).to_have_text("Glossary" if kind == "tr-term" else "References")


def test_without_scripts_a_term_is_a_link_to_the_glossary(site: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "lessons" / "four-drifts.html").as_uri())
    page.locator("a.tr-term").first.click()
    expect(page.locator("h1")).to_have_text("Glossary")
    context.close()
