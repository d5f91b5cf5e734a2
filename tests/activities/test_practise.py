"""Practising: a timer that begins when asked, keeps quiet, and waits for people."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import Visit, record_of, tab_to

pytestmark = pytest.mark.browser
PRACTISE = """
- practise:
    id: aloud
    prompt: An opening, aloud
    people: 3
    roles: [{name: The leader, does: Opens.}]
    steps:
      - {duration: 1 min, text: Learn it by heart.}
      - {duration: 2 min, text: Open. Then wait.}
    afterwards: [What did they remember?]
"""


def test_it_begins_when_asked_pauses_and_stops(visit: Visit) -> None:
    page = visit(PRACTISE, clock=True)
    shown = page.locator(".tr-timer__left")
    page.clock.run_for(5000)
    expect(shown).to_have_text("1:00")
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(10_000)
    expect(shown).to_have_text("0:50")
    expect(page.locator("li[aria-current=step]")).to_contain_text("Learn it by heart.")
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(30_000)
    expect(shown).to_have_text("0:50")
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(5000)
    expect(shown).to_have_text("0:45")
    page.get_by_role("button", name="Stop").click()
    expect(shown).to_have_text("1:00")
    expect(page.get_by_role("button", name="Start")).to_be_focused()


def test_the_end_of_a_step_is_said_politely_and_nobody_is_hurried_on(visit: Visit) -> None:
    page = visit(PRACTISE, clock=True)
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(1000)
    said = page.get_by_role("status")
    expect(said).to_have_text("Step 1 of 2: Learn it by heart.")
    page.clock.run_for(61_000)
    expect(page.locator(".tr-timer__left")).to_have_text("The time for this step is over.")
    expect(said).to_have_text("The time for this step is over. Go on when you are ready.")
    expect(page.get_by_role("button", name="Next step")).to_be_focused()
    page.clock.run_for(600_000)
    expect(page.locator(".tr-timer__now")).to_contain_text("Step 1 of 2")
    page.keyboard.press("Enter")
    expect(page.locator(".tr-timer__now")).to_contain_text("Step 2 of 2 Open. Then wait.")
    expect(page.locator(".tr-timer__left")).to_have_text("2:00")
    page.clock.run_for(121_000)
    page.clock.run_for(100)
    expect(said).to_have_text("The time for the last step is over. Now talk about it.")
    expect(page.locator(".tr-done")).to_have_text("You did this on 22 November 2026.")
    assert record_of(page, "aloud")["state"] == "attempted"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_while_it_runs(
    visit: Visit, axe: Callable[[Page], None], dark: bool
) -> None:
    page = visit(PRACTISE, dark=dark, width=390)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Next step").click()
    axe(page)


def test_seconds_that_pass_are_not_read_aloud(visit: Visit) -> None:
    page = visit(PRACTISE, clock=True)
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".tr-timer :is(output, [aria-live], [role=status])")).to_have_count(0)


def test_there_is_no_sound_unless_it_is_asked_for(visit: Visit) -> None:
    page = visit(PRACTISE, clock=True)
    page.evaluate(
        """() => {
          window.tones = 0;
          const { start } = OscillatorNode.prototype;
          OscillatorNode.prototype.start = function (...when) {
            window.tones += 1;
            return start.apply(this, when);
          };
        }"""
    )
    tone = page.get_by_role("checkbox", name="A quiet tone")
    expect(tone).not_to_be_checked()
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(62_000)
    assert page.evaluate("window.tones") == 0
    tone.check()
    page.get_by_role("button", name="Next step").click()
    page.clock.run_for(122_000)
    assert page.evaluate("window.tones") == 1


def test_less_motion_shows_whole_minutes(visit: Visit) -> None:
    page = visit(PRACTISE, clock=True, calm=True)
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(3000)
    expect(page.locator(".tr-timer__left")).to_have_text("Less than a minute")
    page.get_by_role("button", name="Next step").click()
    page.clock.run_for(3000)
    expect(page.locator(".tr-timer__left")).to_have_text("2:00")


def test_keyboard_alone(visit: Visit) -> None:
    page = visit(PRACTISE, clock=True)
    tab_to(page, page.get_by_role("button", name="Start"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Go on")).to_be_focused()


def test_touch(visit: Visit) -> None:
    page = visit(PRACTISE, touch=True, width=390)
    page.get_by_role("button", name="Start").tap()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_it_comes_back_paused_where_it_was(visit: Visit) -> None:
    page = visit(PRACTISE, clock=True)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Next step").click()
    page.clock.run_for(30_000)
    page.reload()
    expect(page.locator(".tr-timer__now")).to_contain_text("Step 2 of 2")
    expect(page.locator(".tr-timer__left")).to_have_text("1:30")
    page.clock.run_for(5000)
    expect(page.locator(".tr-timer__left")).to_have_text("1:30")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()


def test_who_needs_no_timer_can_say_that_it_was_done(visit: Visit) -> None:
    page = visit(PRACTISE, clock=True)
    page.get_by_role("button", name="We have done this").click()
    expect(page.locator(".tr-done")).to_be_focused()
    page.reload()
    expect(page.locator(".tr-done")).to_have_text("You did this on 22 November 2026.")
    assert record_of(page, "aloud")["state"] == "attempted"
