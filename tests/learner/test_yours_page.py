"""The learner's own page for every eye and hand: empty, full, asking; on a phone and a desk, light and dark."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from learning import READY

pytestmark = pytest.mark.browser
LESSON = "lessons/a-morning-surgery.html"


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    built: Path, chromium: Browser, axe: Callable[[Page], None], width: int, scheme: str
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 844},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto((built / "yours.html").as_uri())
    page.wait_for_selector(READY)
    axe(page)
    page.goto((built / LESSON).as_uri())
    field = page.locator("tr-reflect textarea").first
    field.scroll_into_view_if_needed()
    expect(page.locator("tr-reflect:defined").first).to_be_visible()
    field.fill("I had never done the sum.")
    expect(page.locator("tr-reflect [data-tr-kept]").first).to_contain_text("Kept at")
    page.goto((built / "yours.html").as_uri())
    page.wait_for_selector(READY)
    page.get_by_label("Date").fill("2026-11-20")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("[data-tr-log] table")).to_have_count(2)
    page.get_by_role("button", name="Choose entries").click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Erase everything").click()
    axe(page)
    context.close()


def test_without_scripts_it_says_what_it_is(built: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / "yours.html").as_uri())
    expect(page.get_by_text("Without scripts this browser keeps nothing")).to_be_visible()
    expect(page.locator(".tr-progress > li").first).to_be_visible()
    expect(page.locator("[data-tr-scripted]")).to_be_hidden()
    context.close()


def test_progress_is_marked_everywhere(built: Path, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((built / LESSON).as_uri())
    here = page.locator('.tr-nav__link[aria-current="page"]')
    expect(here).to_have_attribute("data-tr-state", "begun")
    page.goto((built / "index.html").as_uri())
    expect(page.locator(".tr-modules .tr-state.is-begun")).to_contain_text("Begun")
    expect(page.locator("[data-tr-go-on]").first).to_contain_text("Go on with")
    expect(page.locator(".tr-map .tr-chair.is-begun.is-here")).to_have_count(1)
    context.close()
