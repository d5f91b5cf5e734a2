"""Sorting: one card in the hand, a button for each pile, a reason for each card."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import Visit, record_of, tab_to

pytestmark = pytest.mark.browser
SORT = """
- sort:
    id: rooms
    prompt: Where does it belong?
    piles: [Balint work, Supervision, Therapy]
    cards:
      - {text: A stone in my stomach., pile: Balint work, why: A body speaks.}
      - {text: How did you come to it?, pile: Supervision, why: It is about her work.}
      - {text: What stopped you?, pile: [Supervision, Therapy], why: Both rooms ask it.}
"""


def test_each_card_is_answered_in_words_and_in_shape(visit: Visit) -> None:
    page = visit(SORT)
    expect(page.locator(".tr-count")).to_have_text("Card 1 of 3")
    page.get_by_role("button", name="Balint work").click()
    said = page.locator(".tr-said")
    expect(said).to_contain_text("We would put it here too. A body speaks.")
    expect(said.locator(".tr-placed")).to_have_css("border-inline-start-style", "solid")
    page.get_by_role("button", name="Therapy").click()
    expect(said).to_contain_text("We would put it on “Supervision”. It is about her work.")
    expect(said.locator(".tr-placed")).to_have_css("border-inline-start-style", "dashed")
    page.get_by_role("button", name="Therapy").click()
    expect(said).to_contain_text("It can lie here or on “Supervision”. Both rooms ask it.")
    expect(page.locator("body")).not_to_contain_text("Correct")
    expect(page.locator("body")).not_to_contain_text("Wrong")


def test_a_borderline_card_names_both_piles_when_it_lies_on_neither(visit: Visit) -> None:
    page = visit(SORT)
    for _ in range(3):
        page.get_by_role("button", name="Balint work").click()
    expect(page.locator(".tr-said")).to_contain_text(
        "We would put it on “Supervision” or on “Therapy”."
    )


def test_status_line_says_reason_and_next_card(visit: Visit) -> None:
    page = visit(SORT)
    page.get_by_role("button", name="Supervision").click()
    expect(page.get_by_role("status")).to_have_text(
        "On “Supervision”. We would put it on “Balint work”. A body speaks. "
        "Next card: How did you come to it?"
    )
    described = page.get_by_role("button", name="Therapy").get_attribute("aria-describedby")
    expect(page.locator(f"#{described}")).to_have_text("How did you come to it?")


def test_keyboard_alone(visit: Visit, axe: Callable[[Page], None]) -> None:
    page = visit(SORT)
    first = page.get_by_role("button", name="Balint work")
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Supervision")).to_be_focused()
    page.keyboard.press("Enter")
    done = page.locator(".tr-card")
    expect(done).to_have_text("All 3 cards lie on a pile.")
    expect(done).to_be_focused()
    axe(page)


def test_touch(visit: Visit) -> None:
    page = visit(SORT, touch=True, width=390)
    page.get_by_role("button", name="Therapy").tap()
    expect(page.locator(".tr-said")).to_contain_text("A body speaks.")


def test_a_mouse_may_drag(visit: Visit) -> None:
    page = visit(SORT)
    page.locator(".tr-card").drag_to(page.get_by_role("button", name="Supervision"))
    expect(page.locator(".tr-said")).to_contain_text("on “Supervision”")
    expect(page.locator(".tr-card")).to_have_text("How did you come to it?")


def test_a_card_can_be_taken_back(visit: Visit) -> None:
    page = visit(SORT)
    page.get_by_role("button", name="Therapy").click()
    page.get_by_role("button", name="Supervision").click()
    page.locator(".tr-laid summary").click()
    page.locator(".tr-laid").get_by_role("button", name="Take it back: A stone").click()
    expect(page.locator(".tr-card")).to_have_text("A stone in my stomach.")
    expect(page.locator(".tr-card")).to_be_focused()
    expect(page.locator(".tr-count")).to_have_text("Card 2 of 3")
    assert record_of(page, "rooms")["value"]["placed"] == [
        {"card": "How did you come to it?", "pile": "Supervision"}
    ]


def test_everything_comes_back(visit: Visit) -> None:
    page = visit(SORT)
    page.get_by_role("button", name="Therapy").click()
    page.get_by_role("button", name="Supervision").click()
    assert record_of(page, "rooms")["state"] == "visited"
    page.reload()
    expect(page.locator(".tr-count")).to_have_text("Card 3 of 3")
    expect(page.locator(".tr-said")).to_contain_text("How did you come to it?")
    page.get_by_role("button", name="Therapy").click()
    page.reload()
    expect(page.locator(".tr-laid .tr-placed")).to_have_count(3)
    expect(page.locator(".tr-laid .tr-placed").first).to_be_visible()
    assert record_of(page, "rooms")["state"] == "attempted"


def test_once_done_it_stays_done_when_sorted_again(visit: Visit) -> None:
    page = visit(SORT)
    for _ in range(3):
        page.get_by_role("button", name="Therapy").click()
    page.get_by_role("button", name="Sort again").click()
    expect(page.locator(".tr-card")).to_be_focused()
    expect(page.locator(".tr-count")).to_have_text("Card 1 of 3")
    assert record_of(page, "rooms")["state"] == "attempted"


def test_a_card_whose_words_have_changed_comes_back_into_the_hand(visit: Visit) -> None:
    page = visit(SORT)
    page.evaluate(
        """() => trainer.store.write({activity: "rooms", hash: "old", state: "visited", value: {placed: [
           {card: "An older card.", pile: "Therapy"}, {card: "What stopped you?", pile: "Therapy"},
           {card: "A stone in my stomach.", pile: "A pile that is gone"}]}, at: "2026-11-01T10:00:00Z"})"""
    )
    page.reload()
    expect(page.locator(".tr-count")).to_have_text("Card 2 of 3")
    expect(page.locator(".tr-card")).to_have_text("A stone in my stomach.")


def test_without_scripts_the_cards_open_in_a_list(visit: Visit) -> None:
    page = visit(SORT, scripts=False)
    page.locator("summary").nth(2).click()
    expect(page.locator(".tr-answer").nth(2)).to_contain_text("Supervision or Therapy")
    expect(page.get_by_text("Both rooms ask it.").first).to_be_visible()
