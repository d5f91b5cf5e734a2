"""Saying it otherwise: write, then the models beside one's own words, then the list to compare."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import NOW, Visit, record_of, tab_to

pytestmark = pytest.mark.browser
REPHRASE = """
- rephrase:
    id: plain
    prompt: Say it otherwise
    remarks:
      - text: You are defended.
        models: [{text: I am curious., why: It is owned.}, {text: As if she had a door.}]
      - text: There is a parallel process.
        models: [{text: We are polite.}, {text: I am being careful.}]
    compare: [Could somebody answer?, Who would feel found out?]
"""


def test_ones_own_words_stand_above_the_models(visit: Visit, axe: Callable[[Page], None]) -> None:
    page = visit(REPHRASE)
    item = page.locator(".tr-remarks>li").first
    expect(item.get_by_text("I am curious.")).to_be_hidden()
    item.get_by_role("textbox").fill("I wonder what it is like.")
    item.locator("summary").click()
    expect(item.locator(".tr-models li").first).to_have_text("YoursI wonder what it is like.")
    expect(item.get_by_text("It is owned.")).to_be_visible()
    item.get_by_role("textbox").fill("I wonder.")
    expect(item.locator(".is-mine span")).to_have_text("I wonder.")
    axe(page)


def test_the_list_to_compare_with_opens_after_the_last_models(visit: Visit) -> None:
    page = visit(REPHRASE)
    compare = page.get_by_text("Could somebody answer?").first
    page.locator(".tr-remarks summary").first.click()
    expect(compare).to_be_hidden()
    page.locator(".tr-remarks summary").nth(1).click()
    expect(compare).to_be_visible()


def test_a_field_is_named_and_described(visit: Visit) -> None:
    page = visit(REPHRASE)
    field = page.get_by_role("textbox", name="Yours").first
    expect(field).to_have_accessible_description(
        "You are defended. Leave out anything by which a patient could be known. "
        "Stays in this browser."
    )


def test_keyboard_alone(visit: Visit) -> None:
    page = visit(REPHRASE)
    tab_to(page, page.get_by_role("textbox").first)
    page.keyboard.type("As if.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".is-mine span")).to_have_text("As if.")


def test_touch(visit: Visit) -> None:
    page = visit(REPHRASE, touch=True, width=390)
    page.locator(".tr-remarks summary").first.tap()
    expect(page.locator(".tr-models").first).to_be_visible()


def test_everything_comes_back(visit: Visit) -> None:
    page = visit(REPHRASE, clock=True)
    page.get_by_role("textbox").first.fill("I wonder.")
    page.clock.run_for(1000)
    expect(page.locator("[data-tr-kept]")).to_have_text("Kept at 14:02.")
    page.locator(".tr-remarks summary").first.click()
    page.clock.run_for(10)
    page.reload()
    expect(page.get_by_role("textbox").first).to_have_value("I wonder.")
    expect(page.locator(".is-mine span")).to_have_text("I wonder.")
    record = record_of(page, "plain")
    assert record["at"].startswith(NOW[:16])
    assert record["state"] == "attempted"
    assert record["value"]["open"] == ["You are defended."]
