"""A question: opening an answer is choosing it; the first is noted, the others may be read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import Visit, record_of, tab_to

pytestmark = pytest.mark.browser
ONE = """
- question:
    id: the-tip
    prompt: What do you do?
    options:
      - {text: Wait one turn., verdict: defensible, feedback: Somebody brings her back.}
      - {text: Say a rule., verdict: costs, feedback: It stops everything.}
      - {text: "Ask [which](term:frame) clinic.", verdict: leaves-the-work, feedback: A plan.}
"""
SEVERAL = ONE.replace("    options:", "    choose: several\n    options:")
FILES = {"curriculum/glossary.yml": "terms: [{id: frame, term: Frame, text: A frame.}]\n"}


def test_first_choice_is_noted_and_the_others_may_be_opened(visit: Visit) -> None:
    page = visit(ONE, files=FILES)
    expect(page.locator(".tr-web").get_by_text("It stops everything.")).to_be_hidden()
    page.locator("summary", has_text="Say a rule").click()
    expect(page.locator(".tr-web").get_by_text("It stops everything.")).to_be_visible()
    expect(page.locator("summary", has_text="Say a rule")).to_contain_text("Your first choice")
    page.locator("summary", has_text="Wait one").click()
    expect(page.locator(".tr-web").get_by_text("It stops everything.")).to_be_hidden()
    expect(page.locator(".tr-mine")).to_have_count(1)
    expect(page.locator(".tr-option.is-seen")).to_have_count(2)
    value = record_of(page, "the-tip")["value"]
    assert value == {
        "mine": ["Say a rule."],
        "seen": ["Say a rule.", "Wait one turn."],
        "settled": True,
        "open": ["Wait one turn."],
    }


def test_each_answer_says_in_words_what_it_is(visit: Visit) -> None:
    page = visit(ONE, files=FILES)
    for each in page.locator("summary").all():
        each.click()
    told = page.locator(".tr-web .tr-verdict").all_text_contents()
    assert told == ["Defensible", "It has a price", "This leaves the work"]


def test_keyboard_alone(visit: Visit) -> None:
    page = visit(ONE, files=FILES)
    tab_to(page, page.locator("summary").first)
    page.keyboard.press("Enter")
    expect(page.locator(".tr-web").get_by_text("Somebody brings her back.")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".tr-web").get_by_text("It stops everything.")).to_be_visible()
    expect(page.locator("summary", has_text="Say a rule")).to_be_focused()


def test_touch(visit: Visit) -> None:
    page = visit(ONE, files=FILES, touch=True, width=390)
    page.locator("summary", has_text="Say a rule").tap()
    expect(page.locator(".tr-web").get_by_text("It stops everything.")).to_be_visible()


def test_a_link_in_an_answer_is_plain_words_where_it_is_pressed(visit: Visit) -> None:
    page = visit(ONE, files=FILES)
    expect(page.locator("summary", has_text="Ask which clinic.")).to_be_visible()
    expect(page.locator("summary a")).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.locator(".tr-print").get_by_role("link", name="which")).to_be_visible()


def test_everything_comes_back(visit: Visit) -> None:
    page = visit(ONE, files=FILES)
    page.locator("summary", has_text="Say a rule").click()
    page.locator("summary", has_text="Wait one").click()
    page.reload()
    expect(page.locator(".tr-web").get_by_text("Somebody brings her back.")).to_be_visible()
    expect(page.locator("summary", has_text="Say a rule")).to_contain_text("Your first choice")
    expect(page.locator(".tr-option.is-seen")).to_have_count(2)


def test_several_are_chosen_before_the_others_are_read(
    visit: Visit, axe: Callable[[Page], None]
) -> None:
    page = visit(SEVERAL, files=FILES)
    page.locator("summary", has_text="Wait one").click()
    page.locator("summary", has_text="Say a rule").click()
    expect(page.locator(".tr-mine")).to_have_count(2)
    axe(page)
    page.get_by_role("button", name="Now the others").click()
    expect(page.locator("summary", has_text="clinic")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".tr-mine")).to_have_count(2)
    assert record_of(page, "the-tip")["value"]["mine"] == ["Wait one turn.", "Say a rule."]
    page.reload()
    expect(page.locator(".tr-option[open]")).to_have_count(3)
    expect(page.get_by_role("button", name="Now the others")).to_have_count(0)


def test_what_an_author_has_changed_since_is_no_answer_of_mine(visit: Visit) -> None:
    page = visit(ONE, files=FILES)
    page.evaluate(
        """() => trainer.store.write({activity: "the-tip", hash: "old", state: "attempted",
           value: {mine: ["Gone."], seen: ["Gone."], settled: true, open: ["Gone."]},
           at: "2026-11-01T10:00:00Z"})"""
    )
    page.reload()
    expect(page.locator("[data-tr-hint]")).to_contain_text("noted")
    expect(page.locator(".tr-mine")).to_have_count(0)


def test_states_keep_their_shape_in_forced_colours(visit: Visit) -> None:
    page = visit(ONE, files=FILES, forced=True)
    page.locator("summary", has_text="Say a rule").click()
    ring = "el => getComputedStyle(el, '::before').borderWidth"
    shut = page.locator("summary", has_text="Wait one").evaluate(ring)
    opened = page.locator("summary", has_text="Say a rule").evaluate(ring)
    assert shut != opened
