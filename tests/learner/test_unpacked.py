"""The whole course from a folder on a disk, wherever somebody has unpacked it."""

import shutil
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from learning import READY, YOURS, saved
from locking import lock

pytestmark = pytest.mark.browser
FOLDER = "Meine Kurse/Bálint – Übung 100% #3 & mehr"
LESSON = "lessons/a-morning-surgery.html"


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it comes out of a zip: what only a web server needs is left out."""
    folder = tmp_path_factory.mktemp("desk") / FOLDER
    leave = shutil.ignore_patterns("sw.js", "sitemap.xml*", "404.html")
    return Path(shutil.copytree(built, folder, ignore=leave))


def opened(context: BrowserContext, folder: Path, path: str) -> Page:
    """Open a page; what stands far down in it loads its script when one comes near."""
    page = context.new_page()
    page.goto((folder / path).as_uri())
    return page


def writes(page: Page, text: str) -> None:
    field = page.locator("tr-reflect textarea").first
    field.scroll_into_view_if_needed()
    expect(page.locator("tr-reflect:defined").first).to_be_visible()
    field.fill(text)
    expect(page.locator("tr-reflect [data-tr-kept]").first).to_contain_text("Kept at")


def test_what_one_writes_is_in_the_journal_and_can_be_saved_and_locked(
    unpacked: Path, learner: BrowserContext
) -> None:
    page = opened(learner, unpacked, LESSON)
    writes(page, "Mine, from a folder.")
    page.goto((unpacked / YOURS).as_uri())
    page.wait_for_selector(READY)
    expect(page.locator(".tr-entry__text")).to_have_text("Mine, from a folder.")
    expect(page.locator("[data-tr-offline-words]")).to_contain_text("opened from a folder")
    assert "Mine, from a folder." in saved(page, "save-text")
    lock(page)
    page.locator(".tr-entry").get_by_role("link").click()
    field = page.locator("tr-reflect textarea").first
    field.scroll_into_view_if_needed()
    expect(field).to_have_value("Mine, from a folder.")


def test_one_goes_on_where_one_was(unpacked: Path, learner: BrowserContext) -> None:
    page = opened(learner, unpacked, LESSON)
    title = page.locator("h1").inner_text()
    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("link", name="Go on with").click()
    expect(page.locator("h1")).to_have_text(title)


def test_the_search_finds_and_leads_there(unpacked: Path, learner: BrowserContext) -> None:
    page = learner.new_page()
    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("textbox", name="Search").press_sequentially("drift")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(unpacked.as_uri())


def test_a_scenario_is_played_and_stands_as_it_was(unpacked: Path, learner: BrowserContext) -> None:
    lesson = "lessons/imagination-and-duty.html"
    page = opened(learner, unpacked, lesson)
    for _ in range(2):
        scenario = page.locator("tr-scenario")
        scenario.scroll_into_view_if_needed()
        expect(scenario.locator(".tr-choices")).to_have_count(1)
        for note in scenario.locator(".tr-past:not([open]) > summary").all():
            note.click()
        if scenario.locator(".tr-taken").count() == 0:
            scenario.locator(".tr-choice").first.click()
        expect(scenario.locator(".tr-taken")).to_have_count(1)
        page.close()
        page = opened(learner, unpacked, lesson)


def test_every_box_to_write_in_says_once_that_nobody_may_be_known(built: Path) -> None:
    found = 0
    for file in sorted((built / "lessons").glob("*.html")):
        page = html5lib.parse(file.read_text("utf-8"), namespaceHTMLElements=False)
        for section in page.iterfind(".//section[@data-tr-id]"):
            boxes = section.findall(".//textarea")
            if not boxes or section.find(".//*[@data-tr-unkept]") is not None:
                continue
            found += 1
            said = [each for each in section.iter() if each.get("id", "").endswith("--private")]
            assert len(said) == 1, (file.name, section.get("data-tr-id"))
            assert "could be known" in "".join(said[0].itertext())
    assert found > 10
