"""Reflection: kept while one writes, private, and beside what one wrote earlier."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import Visit, html_of, record_of, tab_to

REFLECT = """
- reflect:
    id: my-pull
    prompt: Which pulls you most?
- reflect:
    id: my-pull-again
    prompt: And now?
    after: my-pull
    moment: At the end
"""
PRIVATE = "Leave out anything by which a patient could be known."


def test_each_field_says_once_that_nobody_may_be_known(tmp_path: Path) -> None:
    html = html_of(tmp_path, REFLECT)
    assert html.count(PRIVATE) == 4  # two fields, two paper forms
    assert "Without scripts this page keeps nothing" in html


def test_the_suggested_time_is_told_even_beside_a_moment(tmp_path: Path) -> None:
    html = html_of(tmp_path, REFLECT)
    assert ">5 minutes<" in html
    assert "About 5 minutes." in html


@pytest.mark.browser
def test_it_is_kept_while_one_types(visit: Visit) -> None:
    page = visit(REFLECT, clock=True)
    text = page.locator("#my-pull textarea")
    text.press_sequentially("Advice.")
    kept = page.locator("#my-pull [data-tr-kept]")
    expect(kept).to_be_empty()
    page.clock.run_for(900)
    expect(kept).to_have_text("Kept at 14:02.")
    assert record_of(page, "my-pull")["value"] == {"text": "Advice."}


@pytest.mark.browser
def test_it_is_kept_when_the_field_is_left_and_that_is_said_once(visit: Visit) -> None:
    page = visit(REFLECT, clock=True)
    page.locator("#my-pull textarea").fill("Advice.")
    page.locator("#my-pull-again textarea").focus()
    assert record_of(page, "my-pull")["value"] == {"text": "Advice."}
    page.clock.run_for(100)
    expect(page.get_by_role("status")).to_have_text("Kept at 14:02.")


@pytest.mark.browser
def test_it_is_kept_when_the_page_goes(visit: Visit) -> None:
    page = visit(REFLECT, clock=True)
    page.locator("#my-pull textarea").fill("Half a sent")
    page.reload()
    expect(page.locator("#my-pull textarea")).to_have_value("Half a sent")
    expect(page.locator("#my-pull [data-tr-kept]")).to_have_text("Kept at 14:02.")


@pytest.mark.browser
def test_where_it_stays_is_told_before_the_first_word(visit: Visit) -> None:
    page = visit(REFLECT)
    text = page.get_by_role("textbox", name="Which pulls you most?")
    expect(text).to_have_accessible_description(f"{PRIVATE} Stays in this browser.")


@pytest.mark.browser
def test_where_nothing_is_kept_it_can_be_saved_as_text(visit: Visit) -> None:
    page = visit(REFLECT, forgets=True)
    expect(page.locator("#my-pull .tr-kept")).to_contain_text("It lasts until you leave this page.")
    page.locator("#my-pull textarea").fill("Advice.\nAnd silence.")
    with page.expect_download() as saved:
        page.locator("#my-pull").get_by_role("button", name="Save as text").click()
    assert saved.value.suggested_filename == "my-pull.txt"
    assert Path(saved.value.path()).read_text("utf-8") == (
        "Which pulls you most?\n\nAdvice.\nAnd silence.\n"
    )


@pytest.mark.browser
def test_what_one_wrote_earlier_stands_beside_it(visit: Visit, axe: Callable[[Page], None]) -> None:
    page = visit(REFLECT, clock=True)
    expect(page.locator(".tr-earlier")).to_contain_text("Nothing of yours is kept there.")
    page.locator("#my-pull textarea").fill("Advice <b>&\nsilence.")
    page.reload()
    earlier = page.locator(".tr-earlier")
    expect(earlier).to_contain_text("What you wrote on 22 November 2026")
    expect(earlier.locator(".tr-earlier__text")).to_have_text("Advice <b>&\nsilence.")
    expect(earlier.get_by_role("link", name="Which pulls you most?")).to_be_visible()
    beside = earlier.bounding_box()
    own = page.locator("#my-pull-again textarea").bounding_box()
    assert beside
    assert own
    assert own["x"] >= beside["x"] + beside["width"]
    page.clock.resume()
    axe(page)
    page.set_viewport_size({"width": 390, "height": 844})
    axe(page)


@pytest.mark.browser
def test_keyboard_alone(visit: Visit) -> None:
    page = visit(REFLECT)
    tab_to(page, page.locator("#my-pull textarea"))
    page.keyboard.type("A thought.")
    page.keyboard.press("Tab")
    assert record_of(page, "my-pull")["value"] == {"text": "A thought."}


@pytest.mark.browser
def test_touch(visit: Visit) -> None:
    page = visit(REFLECT, touch=True, width=390)
    page.locator("#my-pull textarea").tap()
    expect(page.locator("#my-pull textarea")).to_be_focused()


@pytest.mark.browser
def test_an_empty_field_is_no_attempt(visit: Visit) -> None:
    page = visit(REFLECT)
    page.locator("#my-pull textarea").fill("   ")
    page.locator("#my-pull textarea").blur()
    assert record_of(page, "my-pull")["state"] == "visited"


@pytest.mark.browser
def test_what_cannot_be_kept_says_so(visit: Visit) -> None:
    page = visit(REFLECT)
    page.evaluate("() => { trainer.store.write = () => Promise.reject(new Error('full')); }")
    page.locator("#my-pull textarea").fill("Advice.")
    page.locator("#my-pull textarea").blur()
    expect(page.locator("#my-pull [data-tr-kept]")).to_have_text(
        "This could not be kept. Copy it to a safe place."
    )


@pytest.mark.browser
def test_on_paper_there_are_lines_and_not_ones_own_words(visit: Visit) -> None:
    page = visit(REFLECT)
    page.locator("#my-pull textarea").fill("My own words.")
    page.emulate_media(media="print")
    expect(page.locator("#my-pull textarea")).to_be_hidden()
    expect(page.locator("#my-pull .tr-print .tr-lines span")).to_have_count(8)
