"""A vignette: its stages open one by one, in a lesson and on its own page."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import LESSON, Visit, course_of, html_of, published, record_of, tab_to
from kind_examples import example_of
from trainer.activities import KINDS
from trainer.publication import Edition, publish

EXAMPLE = example_of(KINDS["vignette"])
ID = "the-folder-first"
PAGE = "vignettes/the-folder"
SUPPORT = {
    "curriculum/course.yml": """
        id: tiny-course
        version: 1.0
        released: 2026-11-22
        title: A tiny course
        language: en
        audience: Tests.
        lead: Small.
        modules: [the-module]
        pages: [support]
    """,
    "curriculum/pages/support.yml": """
        id: support
        title: If something here is too much
        text: Talk to somebody.
    """,
}


@pytest.fixture
def opened(visit: Visit) -> Callable[..., Page]:
    """Open the case in a lesson, past the note before it."""

    def open_(**learner: Any) -> Page:
        page = visit(EXAMPLE.activities, files=EXAMPLE.files, **learner)
        page.locator(".tr-past > summary").click()
        return page

    return open_


@pytest.fixture
def own_page(visit: Visit) -> Callable[..., Page]:
    """Open the case on its own page."""

    def open_(**learner: Any) -> Page:
        page = visit(EXAMPLE.activities, files=EXAMPLE.files, **learner)
        page.goto(page.url.replace(LESSON, PAGE))
        return page

    return open_


def onward(page: Page) -> Locator:
    """Return what opens the next stage."""
    return page.locator(".tr-stage summary:visible")


# ------------------------------------------------------------------ without a browser


def test_note_stands_before_the_case_with_the_page_of_support(tmp_path: Path) -> None:
    html = html_of(tmp_path, EXAMPLE.activities, files={**EXAMPLE.files, **SUPPORT})
    note, _, case = html.partition('<details class="tr-more tr-past">')
    assert "Somebody has died some years ago." in note
    assert f'<a href="#{ID}--after">Leave this one out</a>' in note
    assert '<a href="tr:support">If something here comes too close</a>' in note
    assert "I hear the binder" not in note
    assert "I hear the binder" in case
    assert f'id="{ID}--after"' in case


def test_a_case_without_a_note_opens_at_once(tmp_path: Path) -> None:
    files = {
        name: re.sub(r"(?m)^content_note:.*\n", "", text) for name, text in EXAMPLE.files.items()
    }
    html = html_of(tmp_path, EXAMPLE.activities, files=files)
    assert "tr-past" not in html
    assert "--after" not in html


def test_search_knows_no_stage(tmp_path: Path) -> None:
    course = course_of(tmp_path, EXAMPLE.activities, files=EXAMPLE.files)
    publication = published(course)
    for path in (LESSON, PAGE):
        for entry in publication.page(path).search:
            assert "binder until she died" not in entry.text
            assert "heavy" not in entry.text


def test_facilitators_words_stay_out_of_the_learners_edition(tmp_path: Path) -> None:
    files = {
        name: text + "facilitator: Good for a first group.\n"
        for name, text in EXAMPLE.files.items()
    }
    course = course_of(tmp_path, EXAMPLE.activities, files=files)
    for edition, there in ((Edition.LEARNER, False), (Edition.FACILITATOR, True)):
        publication = publish(course, edition=edition)
        for path in (LESSON, PAGE):
            assert ("Good for a first group." in publication.page(path).html) is there


# ------------------------------------------------------------------ in a lesson and on its page


@pytest.mark.browser
@pytest.mark.parametrize("place", ["lesson", "page"])
def test_stages_open_one_by_one_with_a_pause_before_each(
    opened: Callable[..., Page], own_page: Callable[..., Page], place: str
) -> None:
    page = opened() if place == "lesson" else own_page()
    shown = page.locator("tr-vignette")
    expect(shown.get_by_text("I hear the binder")).to_be_visible()
    expect(shown.get_by_text("whose side are you on?")).to_be_visible()
    expect(shown.get_by_text("it must be heavy")).to_be_hidden()
    expect(shown.get_by_role("heading", name="The return")).to_be_hidden()
    expect(shown.get_by_text("After this, one more part.")).to_be_visible()
    expect(onward(page)).to_have_count(1)
    onward(page).click()
    expect(shown.get_by_text("it must be heavy")).to_be_visible()
    expect(shown.get_by_text("What do you imagine the presenter with")).to_be_visible()
    expect(shown.get_by_text("His wife kept the binder")).to_be_hidden()
    expect(shown.get_by_text("What this case is good for")).to_be_hidden()
    onward(page).last.click()
    expect(shown.get_by_text("His wife kept the binder")).to_be_visible()
    expect(shown.get_by_text("What this case is good for")).to_be_visible()
    expect(shown.locator(".tr-stages-left")).to_be_hidden()
    kept = record_of(page, ID if place == "lesson" else "the-folder")
    assert (kept["state"], kept["value"]) == ("attempted", {"opened": 3})


@pytest.mark.browser
@pytest.mark.parametrize("place", ["lesson", "page"])
def test_stages_that_were_open_are_open_again(
    opened: Callable[..., Page], own_page: Callable[..., Page], place: str
) -> None:
    page = opened() if place == "lesson" else own_page()
    onward(page).click()
    expect(page.get_by_role("heading", name="The return")).to_be_visible()
    assert record_of(page, ID if place == "lesson" else "the-folder")["state"] == "visited"
    page.reload()
    expect(page.locator("tr-vignette").get_by_text("it must be heavy")).to_be_visible()
    expect(page.get_by_role("heading", name="The return")).to_be_visible()
    expect(page.locator("tr-vignette").get_by_text("His wife kept")).to_be_hidden()


@pytest.mark.browser
def test_lesson_and_page_are_kept_apart(opened: Callable[..., Page]) -> None:
    page = opened()
    onward(page).click()
    page.goto(page.url.replace(LESSON, PAGE))
    expect(page.locator("tr-vignette").get_by_text("it must be heavy")).to_be_hidden()


@pytest.mark.browser
@pytest.mark.parametrize(
    "value", [None, "all", {"opened": "x"}, {"opened": -3}, {"opened": 99}], ids=str
)
def test_what_is_kept_can_be_anything(opened: Callable[..., Page], value: object) -> None:
    page = opened()
    record = {"activity": ID, "hash": "", "state": "visited", "value": value, "at": ""}
    page.evaluate("record => trainer.store.write(record)", record)
    page.reload()
    expect(page.get_by_text("A retired surveyor").first).to_be_visible()


@pytest.mark.browser
def test_keyboard_alone(visit: Visit) -> None:
    page = visit(EXAMPLE.activities, files={**EXAMPLE.files, **SUPPORT})
    tab_to(page, page.locator(".tr-past > summary"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(onward(page)).to_be_focused()
    page.keyboard.press("Space")
    expect(onward(page)).to_have_count(2)
    page.keyboard.press("Tab")
    expect(onward(page).last).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("tr-vignette").get_by_text("His wife kept the binder")).to_be_visible()


@pytest.mark.browser
def test_a_thumb_can_leave_the_case_out(visit: Visit) -> None:
    page = visit(EXAMPLE.activities, files=EXAMPLE.files, touch=True, width=390)
    page.get_by_role("link", name="Leave this one out").tap()
    expect(page.locator(f"#{ID}--after")).to_be_focused()
    expect(page.locator("tr-vignette").get_by_text("I hear the binder")).to_be_hidden()


@pytest.mark.browser
@pytest.mark.parametrize("place", ["lesson", "page"])
def test_paper_has_all_stages_however_far_one_has_read(
    opened: Callable[..., Page], own_page: Callable[..., Page], place: str
) -> None:
    page = opened() if place == "lesson" else own_page()
    page.emulate_media(media="print")
    case = page.locator(".tr-print" if place == "lesson" else "tr-vignette")
    for words in ("I hear the binder", "it must be heavy", "His wife kept the binder"):
        expect(case.get_by_text(words)).to_be_visible()
    expect(case.get_by_text("whose side are you on?")).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("look", ["light", "dark", "forced"])
def test_axe_finds_nothing_on_its_page(
    own_page: Callable[..., Page], axe: Callable[[Page], None], width: int, look: str
) -> None:
    page = own_page(width=width, dark=look == "dark", forced=look == "forced", calm=True)
    axe(page)
    onward(page).click()
    expect(onward(page)).to_have_count(2)
    onward(page).last.click()
    expect(page.locator(".tr-stage-end")).to_be_visible()
    for each in page.locator(".tr-stage-end summary").all():
        each.click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
