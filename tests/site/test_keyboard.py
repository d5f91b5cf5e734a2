"""With the keyboard alone: the way through a page, and nobody thrown off it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from trainer.activities import KINDS

pytestmark = pytest.mark.browser
_CONTROLS = "a[href], button, input, select, textarea, summary"
_PLAIN = [kind for kind in KINDS if kind != "practise"]
"""The kinds that can be used before their script is there; a practice run has no control until then."""


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Callable[[], Page]]:
    """Open an empty profile on a phone's screen."""
    contexts = []

    def opened() -> Page:
        contexts.append(chromium.new_context(viewport={"width": 390, "height": 844}))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


def test_a_whole_lesson_can_be_walked_and_focus_is_seen(
    site: Path, phone: Callable[[], Page]
) -> None:
    page = phone()
    page.goto((site / "lessons" / "four-drifts.html").as_uri())
    seen: list[str] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => {
              const e = document.activeElement;
              const name = e.tagName + '#' + e.id + '.' + e.className + ':' + e.textContent.slice(0, 40);
              const inner = e.closest('label, li, summary') || e;
              const label = e.matches('.md-option') && document.querySelector(`label[for="${e.id}"]`);
              const shown = label && label.getBoundingClientRect().width ? label : label ? e.parentElement : e;
              const ring = [e, inner].some(x => getComputedStyle(x).outlineStyle !== 'none'
                || getComputedStyle(x).boxShadow !== 'none');
              const box = shown.getBoundingClientRect();
              return {name, ring, away: e === document.body, area: box.width * box.height};
            }"""
        )
        if told["away"]:
            break
        assert told["ring"], f"no visible focus on {told['name']}"
        assert told["area"] > 0, f"focus on something that is not there: {told['name']}"
        seen.append(told["name"])
    assert any("tr-onward__next" in name for name in seen), f"the walk ended at {seen[-1]}"
    assert len(seen) < 400, "the walk went round in a circle"


@pytest.mark.parametrize("place", ["first", "last"])
@pytest.mark.parametrize("kind", _PLAIN)
def test_who_is_in_an_activity_when_its_script_comes_stays_in_it(
    kind: str, place: str, site: Path, phone: Callable[[], Page]
) -> None:
    script = f"**/trainer/{kind}.js"
    pages = sorted(site.rglob("*.html"))
    opened = next(each for each in pages if f"<tr-{kind} " in each.read_text("utf-8"))
    page = phone()
    late: list[Route] = []
    page.route(script, lambda route: late.append(route))  # noqa: PLW0108 - its parameters are counted
    element = page.locator(f"tr-{kind}").first
    with page.expect_request(script):
        page.goto(opened.as_uri(), wait_until="commit")
        element.scroll_into_view_if_needed()
    getattr(element.locator(_CONTROLS).locator("visible=true"), place).focus()
    late[0].continue_()
    page.wait_for_function("kind => customElements.get(`tr-${kind}`)", arg=kind)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate(
        """kind => {
          const held = document.activeElement;
          return Boolean(held.closest(`tr-${kind}`)) && held.checkVisibility();
        }""",
        kind,
    )
