"""The built site in a real browser: quiet, searchable, the same from a server and from disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as given:
        yield given


@pytest.fixture
def learner(chromium: Browser) -> Iterator[Page]:
    """A page that must stay quiet: no error on its console, no failed and no foreign request."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda m: heard.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: heard.append(str(e)))
    # a request that ends because the reader goes on is no fault
    page.on(
        "requestfailed",
        lambda r: None if "ABORTED" in str(r.failure) else heard.append(f"failed: {r.url}"),
    )
    page.on(
        "request",
        lambda r: (
            None
            if r.url.startswith(("http://127.0.0.1", "file:", "data:", "blob:"))
            else heard.append(f"foreign: {r.url}")
        ),
    )
    yield page
    context.close()
    assert heard == []


def test_every_page_opens_quietly_from_disk(site: Path, learner: Page) -> None:
    for page in sorted(site.rglob("*.html")):
        if page.name == "404.html":
            continue
        learner.goto(page.as_uri())
        expect(learner.locator("h1")).to_have_count(1)


def test_every_sort_of_page_opens_quietly_from_a_server(
    site: Path, address: str, learner: Page
) -> None:
    sorts = {path.parent.name: path for path in sorted(site.rglob("*.html"))}
    for path in [*sorts.values(), site / "404.html", site / "vignettes" / "index.html"]:
        learner.goto(f"{address}/{path.relative_to(site)}")
        expect(learner.locator("h1")).to_have_count(1)


@pytest.mark.parametrize("way", ["server", "disk"])
def test_search_finds_a_lesson(site: Path, address: str, learner: Page, way: str) -> None:
    learner.goto(f"{address}/index.html" if way == "server" else (site / "index.html").as_uri())
    learner.get_by_role("button", name="Search").first.click()
    learner.get_by_role("textbox", name="Search").press_sequentially("drift")
    result = learner.locator(".md-search-result__link").first
    expect(result).to_be_visible()
    result.click()
    expect(learner.locator("h1")).to_have_count(1)


def test_search_is_fetched_only_when_it_is_asked_for(address: str, learner: Page) -> None:
    asked: list[str] = []
    learner.on("request", lambda r: asked.append(r.url) if "search" in r.url else None)
    learner.goto(f"{address}/glossary.html", wait_until="networkidle")
    assert [url for url in asked if "search_index" in url] == []
    learner.get_by_role("button", name="Search").first.click()
    expect(learner.get_by_role("textbox", name="Search")).to_be_focused()
    learner.wait_for_event("request", lambda r: "search_index" in r.url) if not [
        url for url in asked if "search_index" in url
    ] else None


def test_search_shows_the_paragraph_that_was_meant(site: Path, learner: Page) -> None:
    learner.goto((site / "index.html").as_uri())
    learner.get_by_role("button", name="Search").first.click()
    learner.get_by_role("textbox", name="Search").press_sequentially("parrot")
    found = learner.locator(".md-search-result__article p").filter(has_text="parrot").first
    expect(found).to_be_visible()
    assert len(found.inner_text()) < 1_500


def test_the_last_lesson_leads_on_too(site: Path, learner: Page) -> None:
    learner.goto((site / "lessons" / "starting-a-group.html").as_uri())
    learner.locator("a[rel=next]").click()
    expect(learner.locator("h1")).to_have_text("Yours")


def test_erasing_leaves_one_where_one_was(site: Path, learner: Page) -> None:
    """Material opens its search when a form of its own is emptied."""
    learner.set_viewport_size({"width": 390, "height": 844})
    learner.goto((site / "yours.html").as_uri())
    learner.get_by_label("Your name").fill("Anna Whitfield")
    learner.get_by_role("button", name="Erase everything").click()
    learner.locator("dialog").get_by_role("button", name="Erase everything").click()
    expect(learner.locator("[data-tr-copies]")).to_contain_text("Everything is erased")
    expect(learner.get_by_label("Your name")).to_have_value("")
    expect(learner.locator("#__search")).not_to_be_checked()
    learner.get_by_role("button", name="Set a passphrase").click()
    expect(learner.locator("dialog")).to_be_visible()
