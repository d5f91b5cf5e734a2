"""Putting in order: two buttons a step, and what goes wrong in the order chosen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import LESSON, Visit, course_of, published, record_of, tab_to
from trainer.activities.order import Order

ORDER = """
- order:
    id: telling
    prompt: In which order?
    steps:
      - {id: tell, text: She tells., why: It comes from her.}
      - {id: ask, text: They ask., why: Facts only.}
      - {id: back, text: She sits back., why: Her part is done.}
      - {id: play, text: They imagine., why: Nobody corrects them.}
    slips:
      - {put: play, before: back, says: She corrects each guess.}
      - {put: back, before: ask, says: She is called in again.}
      - {put: ask, before: tell, says: It becomes an interview.}
"""


def order(page: Page) -> list[str]:
    return page.locator(".tr-steps>li [data-tr-words]").all_text_contents()


def put(page: Page, *wanted: str) -> None:
    """Move the steps until they stand so."""
    for place, step in enumerate(wanted):
        while order(page).index(step) > place:
            page.get_by_role("button", name=f"Up: {step}").click()
    assert order(page) == list(wanted)


def test_steps_are_never_found_in_their_order(tmp_path: Path) -> None:
    for name in "abcdefghijklmnopqrstuvwxyz":
        text = ORDER.replace("id: telling", f"id: {name}").partition("    slips:")[0]
        text = "\n".join(line for line in text.splitlines() if "id: play" not in line)
        found = course_of(tmp_path, text).activities[0]
        assert isinstance(found, Order)
        assert found.mixed() != found.steps
        assert set(found.mixed()) == set(found.steps)


def test_search_does_not_tell_the_order(tmp_path: Path) -> None:
    entry = published(course_of(tmp_path, ORDER)).page(LESSON).search[1]
    told = [line for line in entry.text.splitlines() if line != "In which order?"]
    assert sorted(told) == sorted(["She tells.", "They ask.", "She sits back.", "They imagine."])
    assert told != ["She tells.", "They ask.", "She sits back.", "They imagine."]


@pytest.mark.browser
def test_slips_of_the_order_chosen_are_told(visit: Visit, axe: Callable[[Page], None]) -> None:
    page = visit(ORDER)
    put(page, "They imagine.", "She sits back.", "She tells.", "They ask.")
    page.get_by_role("button", name="See how this order goes").click()
    happens = page.locator(".tr-happens")
    expect(happens).to_be_focused()
    expect(happens.locator("li")).to_have_count(2)
    expect(happens).to_contain_text("They imagine. comes before She sits back.")
    expect(happens).to_contain_text("She corrects each guess.")
    expect(happens).to_contain_text("She is called in again.")
    expect(page.locator(".tr-good").get_by_text("It comes from her.")).to_be_visible()
    expect(page.locator("tr-order")).not_to_contain_text("rong")
    axe(page)


@pytest.mark.browser
def test_our_order_holds_and_another_without_slips_is_not_blamed(visit: Visit) -> None:
    page = visit(ORDER)
    put(page, "She tells.", "They ask.", "She sits back.", "They imagine.")
    page.get_by_role("button", name="See how").click()
    expect(page.locator(".tr-happens")).to_have_text("This order holds. We would take it too.")
    page = visit(ORDER[: ORDER.index("    slips:")])
    page.get_by_role("button", name="See how").click()
    expect(page.locator(".tr-happens")).to_contain_text("Nothing goes badly in this order.")


@pytest.mark.browser
def test_keyboard_alone(visit: Visit) -> None:
    page = visit(ORDER)
    before = order(page)
    tab_to(page, page.get_by_role("button", name=f"Down: {before[0]}"))
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert order(page) == [before[1], before[2], before[0], before[3]]
    expect(page.get_by_role("button", name=f"Down: {before[0]}")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Now number 3 of 4.")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert order(page)[3] == before[0]
    expect(page.get_by_role("button", name=f"Down: {before[0]}")).to_be_focused()


@pytest.mark.browser
def test_touch(visit: Visit) -> None:
    page = visit(ORDER, touch=True, width=390)
    before = order(page)
    page.get_by_role("button", name=f"Up: {before[1]}").tap()
    assert order(page)[0] == before[1]


@pytest.mark.browser
def test_a_mouse_may_drag(visit: Visit) -> None:
    page = visit(ORDER)
    before = order(page)
    items = page.locator(".tr-steps>li")
    items.nth(3).drag_to(items.nth(0), target_position={"x": 60, "y": 4})
    expect(items.nth(0)).to_contain_text(before[3])
    items.nth(0).drag_to(items.nth(2), target_position={"x": 60, "y": 30})
    assert order(page)[2] == before[3]


@pytest.mark.browser
def test_everything_comes_back(visit: Visit) -> None:
    page = visit(ORDER)
    put(page, "They imagine.", "She tells.", "They ask.", "She sits back.")
    assert record_of(page, "telling")["state"] == "visited"
    page.reload()
    expect(page.locator(".tr-steps>li").first).to_contain_text("They imagine.")
    expect(page.locator(".tr-happens")).to_be_hidden()
    page.get_by_role("button", name="See how").click()
    assert record_of(page, "telling")["state"] == "attempted"
    page.reload()
    expect(page.locator(".tr-happens")).to_contain_text("She corrects each guess.")


@pytest.mark.browser
def test_a_changed_order_is_looked_at_again(visit: Visit) -> None:
    page = visit(ORDER)
    page.get_by_role("button", name="See how").click()
    page.get_by_role("button", name="Up: ").nth(2).click()
    expect(page.locator(".tr-happens")).to_be_hidden()
